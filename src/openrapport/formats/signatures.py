"""What a file without text is, by its first bytes, and what to do with it in one sentence."""

from __future__ import annotations

_WORDS_FIRST = "OpenRapport reads written words: type them out, or have them recognised, and name that text file."
_TRANSCRIBE = "OpenRapport reads transcripts: have it transcribed first, and name the transcript."
_PDF = (
    "Save it as Word or plain text, and name that file. If the text cannot be selected in it, it is a scan "
    "and holds no text: it has to be typed or recognised first."
)
_UNPACK = "Unpack it, and name the transcript that is in it."
_PROGRAM = "Check the name: the transcript must be another file."
_OLD_OFFICE = "Open it in Word or Excel, save it as .docx or as CSV, and name that file."
_SAVE_AS_TEXT = "Open it where it was made, save it as plain text or Word (.docx), and name that file."
_SHEET = "Save the sheet as CSV, and name that file."

_STARTS: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG", "a picture (PNG)", _WORDS_FIRST),
    (b"\xff\xd8\xff", "a picture (JPEG)", _WORDS_FIRST),
    (b"GIF8", "a picture (GIF)", _WORDS_FIRST),
    (b"II*\0", "a picture (TIFF)", _WORDS_FIRST),
    (b"MM\0*", "a picture (TIFF)", _WORDS_FIRST),
    (b"\0\0\1\0", "a picture (icon)", _WORDS_FIRST),
    (b"ID3\2", "a sound recording (MP3)", _TRANSCRIBE),
    (b"ID3\3", "a sound recording (MP3)", _TRANSCRIBE),
    (b"ID3\4", "a sound recording (MP3)", _TRANSCRIBE),
    *((bytes([0xFF, second]), "a sound recording (MP3)", _TRANSCRIBE) for second in (0xFB, 0xFA, 0xF3, 0xF2)),
    *((bytes([0xFF, second]), "a sound recording (AAC)", _TRANSCRIBE) for second in (0xF1, 0xF9)),
    (b"OggS", "a sound recording (Ogg)", _TRANSCRIBE),
    (b"fLaC", "a sound recording (FLAC)", _TRANSCRIBE),
    (b"#!AMR", "a sound recording (AMR)", _TRANSCRIBE),
    (b"MThd", "a music file (MIDI)", _TRANSCRIBE),
    (b"\x1aE\xdf\xa3", "a video (Matroska or WebM)", _TRANSCRIBE),
    (b"FLV\1", "a video (Flash)", _TRANSCRIBE),
    (b"0&\xb2u\x8ef\xcf\x11", "a sound or video recording (Windows Media)", _TRANSCRIBE),
    (b"\0\0\1\xba", "a video (MPEG)", _TRANSCRIBE),
    (b"\0\0\1\xb3", "a video (MPEG)", _TRANSCRIBE),
    (b"%PDF-", "a PDF", _PDF),
    (b"{\\rtf", "a rich-text file (RTF)", _SAVE_AS_TEXT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file (before 2007), or a locked one", _OLD_OFFICE),
    (b"ooBinaryFile", "a binary Praat file", "In Praat choose Save as text file, and name that file."),
    (b"\x1f\x8b", "a packed file (gzip)", _UNPACK),
    (b"7z\xbc\xaf'\x1c", "a packed file (7-Zip)", _UNPACK),
    (b"Rar!\x1a\7", "a packed file (RAR)", _UNPACK),
    (b"BZh", "a packed file (bzip2)", _UNPACK),
    (b"\xfd7zXZ\0", "a packed file (xz)", _UNPACK),
    (b"(\xb5/\xfd", "a packed file (zstd)", _UNPACK),
    (b"\x7fELF", "a program", _PROGRAM),
    (b"\xca\xfe\xba\xbe", "a program", _PROGRAM),
    *((magic, "a program", _PROGRAM) for magic in (b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf")),
    *((magic, "a program", _PROGRAM) for magic in (b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe")),
    (b"SQLite format 3\0", "a database (SQLite)", "Export the transcript from it as CSV, and name that file."),
    (b"PAR1", "a data table (Parquet)", "Export it as CSV, and name that file."),
    (b"bplist00", "a settings file of macOS", _PROGRAM),
)
_PAGE = (b"<!doctype html", b"<html")
_WEB_PAGE = ("a web page (HTML)", "Open it, copy the talk into a text or Word file, and name that file.")
_RIFF = {
    b"WAVE": ("a sound recording (WAV)", _TRANSCRIBE),
    b"AVI ": ("a video (AVI)", _TRANSCRIBE),
    b"WEBP": ("a picture (WebP)", _WORDS_FIRST),
    b"AIFF": ("a sound recording (AIFF)", _TRANSCRIBE),
    b"AIFC": ("a sound recording (AIFF)", _TRANSCRIBE),
}
_PICTURE_BRANDS = (b"heic", b"heix", b"mif1", b"msf1", b"avif")
_ZIPPED = (
    (b"mimetypeapplication/vnd.oasis.opendocument.text", "an OpenDocument text", _SAVE_AS_TEXT),
    (b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet", "an OpenDocument sheet", _SHEET),
    (b"xl/workbook.xml", "an Excel workbook", _SHEET),
    (b"ppt/presentation.xml", "a PowerPoint file", _SAVE_AS_TEXT),
    (
        b"word/document.xml",
        "a Word file, but a damaged one",
        "Open it in Word, save it again, and name that file.",
    ),
)


def what_it_is(data: bytes) -> tuple[str, str] | None:
    """What a file without readable text is and what to do with it, None where the bytes show no such thing."""
    if data[:4] in (b"RIFF", b"FORM", b"RIFX") and data[8:12] in _RIFF:
        return _RIFF[data[8:12]]
    if data[4:8] == b"ftyp":
        picture = data[8:12] in _PICTURE_BRANDS
        return ("a picture (HEIC)", _WORDS_FIRST) if picture else ("a sound or video recording (MP4)", _TRANSCRIBE)
    if data[:2] in (b"PK",) and data[2:4] in (b"\3\4", b"\5\6", b"\7\x08"):
        return _zipped(data)
    if data[:2] in (b"MZ", b"BM") and b"\0" in data[:64]:
        return ("a program", _PROGRAM) if data[:2] == b"MZ" else ("a picture (BMP)", _WORDS_FIRST)
    start = data.lstrip()[:16] if data[:1].isspace() else data[:16]
    if start.lower().startswith(_PAGE):
        return _WEB_PAGE
    return next(((what, advice) for magic, what, advice in _STARTS if start.startswith(magic)), None)


def _zipped(data: bytes) -> tuple[str, str]:
    for sign, what, advice in _ZIPPED:
        if sign in data:
            return what, advice
    return "a packed file (zip)", _UNPACK
