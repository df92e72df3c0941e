"""XML parsed so that it cannot grow when opened: no document type, no entities, nothing fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openrapport.errors import BrokenFile, HostileFile

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def parse_xml(text: str | bytes, name: str) -> Element:
    """The root element of `text`; `name` is what messages call the file.

    Raises HostileFile for a document type or entities of its own, BrokenFile with line and column.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(text, forbid_dtd=True)
    except DefusedXmlException:
        raise HostileFile(
            f"'{name}' is XML that defines entities or a document type, as attacks do and transcripts do not. "
            "Do not open it; export it again from the tool that made it."
        ) from None
    except ParseError as broken:
        line, column = broken.position
        raise BrokenFile(
            f"'{name}' is broken XML at line {line}, column {column + 1}. Export it again, or mend it there."
        ) from None
    except (ValueError, LookupError):  # a lone surrogate, an encoding that does not exist
        raise BrokenFile(f"'{name}' is XML in letters that cannot be read. Export it again as UTF-8.") from None
    return root
