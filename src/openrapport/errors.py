"""What can go wrong with what people hand us: one class a kind, each with an exit code of its own.

Every message is one line in three parts: what was found, where, what to do.
Misuse of the library by a programmer raises ordinary Python errors instead.
"""

from __future__ import annotations


class OpenRapportError(Exception):
    """Something a person gave us cannot be used as it is."""

    exit_code = 1


class MissingFile(OpenRapportError):
    """The path leads nowhere."""

    exit_code = 10


class NotAFile(OpenRapportError):
    """A folder, a socket, a device."""

    exit_code = 11


class NoPermission(OpenRapportError):
    """The operating system refuses."""

    exit_code = 12


class NothingInside(OpenRapportError):
    """Empty, only blanks, or no turn of talk in it."""

    exit_code = 13


class NotText(OpenRapportError):
    """A picture, a sound, a program, a PDF."""

    exit_code = 14


class UnknownFormat(OpenRapportError):
    """Text, but no transcript format that we know."""

    exit_code = 15


class BrokenFile(OpenRapportError):
    """A format that we know, damaged beyond reading rightly."""

    exit_code = 16


class HostileFile(OpenRapportError):
    """A file that would grow beyond all bounds when opened."""

    exit_code = 17


class NoTextColumn(OpenRapportError):
    """A table in which no column holds the words."""

    exit_code = 18


class WhoSpoke(OpenRapportError):
    """Who is the clinician cannot be told from the file or the words: a person has to say."""

    exit_code = 20


class OtherSource(OpenRapportError):
    """Corrections or codes that were made on another file, or on another join of this one."""

    exit_code = 21


class BadDocument(OpenRapportError):
    """A TOML or JSON document of ours with a key or value that does not belong."""

    exit_code = 22


class UnknownName(OpenRapportError):
    """No measure, act, format or source of that name."""

    exit_code = 23


class CannotWrite(OpenRapportError):
    """The place to write to does not take it."""

    exit_code = 24
