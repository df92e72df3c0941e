"""One file per transcript format, in a folder of its kind; known by content, never by the name alone."""

from openrapport.formats.document import Document
from openrapport.formats.format import Format, Found, all_formats
from openrapport.formats.reading import read
from openrapport.formats.writing import write

__all__ = ["Document", "Format", "Found", "all_formats", "read", "write"]
