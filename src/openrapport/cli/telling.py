"""What the program says: reports and data on stdout, everything else on stderr.

A transcript, its labels and its name are other people's text: signs that a terminal would obey (colours, titles,
a cleared screen) are shown as �. Written without click's `echo`, which lets some of them through, stops work
when the reader of a pipe leaves, and cannot say that a disk is full.
"""

from __future__ import annotations

import os
import re
import sys
from typing import TextIO

from openrapport.errors import CannotWrite

_OBEYED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_BREAKS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def prepare() -> None:
    """Make both streams take any letter: UTF-8 into a pipe or file, ? for what a terminal has no letter for."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            as_it_is = stream.isatty() or "PYTHONIOENCODING" in os.environ
            stream.reconfigure(encoding=None if as_it_is else "utf-8", errors="replace")


def tell(line: str) -> None:
    """One line of a report, on stdout. Raises CannotWrite where stdout takes no more."""
    _put(_OBEYED.sub("\ufffd", line) + "\n")


def hand_over(data: str) -> None:
    """Data, on stdout: as it is into a pipe or file. Raises CannotWrite where stdout takes no more."""
    _put(_OBEYED.sub("\ufffd", data) if sys.stdout and sys.stdout.isatty() else data)


def mention(line: str) -> None:
    """One line on stderr; where nobody can read it, it is not said."""
    if sys.stderr:
        try:
            print(_BREAKS.sub("\ufffd", line), file=sys.stderr, flush=True)
        except OSError:
            _leave(sys.stderr)


def finish() -> None:
    """Send what still waits in stdout. Raises CannotWrite where stdout takes no more."""
    _put("", flush=True)


def _put(text: str, flush: bool = False) -> None:
    if sys.stdout is None:  # closed before we began
        return
    try:
        sys.stdout.write(text)
        if flush:
            sys.stdout.flush()
    except BrokenPipeError:  # who read us has seen enough; files still have to be written
        _leave(sys.stdout)
    except OSError as refused:
        _leave(sys.stdout)
        raise CannotWrite(
            f"Standard output cannot be written: {refused.strerror}. Choose another place."
        ) from None


def _leave(stream: TextIO) -> None:
    """Let the rest go nowhere, so that Python does not try, and complain, again at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
