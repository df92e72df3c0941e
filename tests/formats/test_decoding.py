"""Whatever bytes a transcript comes in, its letters are read, and what is no text is refused in one line."""

import gzip
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openrapport.errors import NotText
from openrapport.formats import Document
from openrapport.formats.decoding import without_surrogates

ENGLISH = "Doctor: It’s the café – how “bad” is it?\nPatient: I don’t know, it’s naïve… 3½ weeks, 37°.\n"


def read(data: bytes) -> tuple[str, list[str]]:
    document = Document("a.txt", data)
    return document.text, [str(problem) for problem in document.problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", [ENGLISH, "医師: 今日はどうされましたか。\n患者: 頭が痛いです。\n", "D: 😀\n"])
def test_unicode_needs_no_guess(encoding: str, text: str) -> None:
    assert read(text.encode(encoding)) == (text, [])


@pytest.mark.parametrize("encoding", ["utf-32-le", "utf-32-be"])
def test_the_wide_ones_without_a_mark_by_their_zeros(encoding: str) -> None:
    assert read(ENGLISH.encode(encoding)) == (ENGLISH, [])


@pytest.mark.parametrize(
    "encoding, text",
    [
        ("cp1252", ENGLISH),
        ("cp1252", "Doctor: It’s fine.\nPatient: Yes.\n"),
        ("cp1252", "Arzt: Wie geht es Ihnen, Frau Müller?\nPatientin: Schlecht, schöne Grüße.\n"),
        ("cp1252", "Médecin: Où avez-vous mal, là ?\nPatient: À la tête, ça brûle. J’ai peur.\n"),
        ("latin-1", "Doctor: naïve café, señor\nPatient: mañana, años\n"),
        ("mac-roman", ENGLISH.replace("½", "")),
        ("mac-roman", "Doctor: It’s fine.\nPatient: Yes.\n"),
        ("mac-roman", "Arzt: Schön, Frau Müller, das höre ich gern.\nPatientin: Danke.\n"),
        ("cp1254", "Doktor: Nasılsınız bugün?\nHasta: Başım ağrıyor, çok kötü.\n"),
        ("cp1250", "Lekarz: Jak się pani czuje?\nPacjentka: Boli mnie głowa, i źle śpię.\n"),
        ("cp932", "医師: 今日はどうされましたか。\n患者: 頭が痛いです。\n"),
        ("euc_jp", "医師: 今日はどうされましたか。\n患者: 頭が痛いです。\n"),
        ("gb18030", "医生: 你今天怎么样?\n病人: 我头痛得很厉害,晚上也睡不着觉。\n"),
        ("gb18030", "医生: 哪里疼?\n病人: 头疼\n"),
        ("cp1256", "الطبيب: كيف حالك؟\nالمريض: رأسي يؤلمني\n"),
        ("cp1255", "רופא: מה שלומך?\nמטופל: כואב לי הראש, ואני לא ישן בלילה\n"),
        ("big5", "醫生: 你今天怎麼樣?\n病人: 我頭痛得很厲害,晚上也睡不著覺。\n"),
        ("euc_kr", "의사: 오늘 어떠세요?\n환자: 머리가 아파요. 잠을 못 잤어요.\n"),
        ("cp1251", "Врач: Здравствуйте, что вас беспокоит?\nПациент: Болит голова.\n"),
        ("cp1251", "Врач: привет, где болит?\nПациент: нога болит.\n"),
        ("koi8_r", "Врач: Здравствуйте, что вас беспокоит?\nПациент: Болит голова.\n"),
        ("cp1253", "Γιατρός: Καλημέρα, τι σας συμβαίνει;\nΑσθενής: Με πονάει το κεφάλι μου.\n"),
        ("cp1250", "Lékař: Jak se dnes cítíte, paní Nováková?\nPacientka: Bolí mě hlava, příšerně mě bolí.\n"),
    ],
)
@pytest.mark.parametrize("times", [1, 40])
def test_older_encodings_are_told_apart_and_the_guess_is_listed(encoding: str, text: str, times: int) -> None:
    found, problems = read(text.encode(encoding) * times)
    assert found == text * times
    assert len(problems) == 1
    assert "not in UTF-8" in problems[0]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end(end: str) -> None:
    assert read(ENGLISH.replace("\n", end).encode())[0] == ENGLISH
    assert read(b"D: a\r\nP: b\rD: c\nP: d")[0] == "D: a\nP: b\nD: c\nP: d"


@pytest.mark.parametrize(
    "data, text, found",
    [
        (b"D: a\nP: b\0b\0", "D: a\nP: bb", "line 2: 2 NUL characters"),
        ("D: café".encode()[:-1], "D: caf", "the end of the file: half a character"),
        ("D: café".encode("utf-16")[:-1], "D: caf", "the end of the file: half a character"),
        (
            "医師: どうされましたか".encode("cp932")[:-1],
            "医師: どうされました",
            "the end of the file: half a character",
        ),
        (b"D: a\n\xed\xa0\xbdP: b", "D: a\n�P: b", "line 2: half a character (a lone surrogate)"),
        (b"D: \xed\xa0\xbd\xed\xb8\x80", "D: 😀", "line 1: half a character"),
        ("D: “é” “ü” “é” “ü” ".encode() + b"it\x92s", "D: “é” “ü” “é” “ü” it’s", "1 bytes that do not belong"),
        (b"D: a\n\x1a", "D: a\n", ""),
    ],
)
def test_damage_is_mended_and_listed(data: bytes, text: str, found: str) -> None:
    mended, problems = read(data)
    assert mended == text
    assert found in " ".join(problems)


def _zip(name: str, content: str = "x") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    "data, what",
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "picture (PNG)"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "picture (JPEG)"),
        (b"GIF89a\1\0", "picture (GIF)"),
        (b"BM\x36\0\0\0", "picture (BMP)"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "picture (WebP)"),
        (b"\0\0\0\x18ftypheic", "picture (HEIC)"),
        (b"RIFF\0\0\0\0WAVEfmt ", "sound recording (WAV)"),
        (b"ID3\3\0", "sound recording (MP3)"),
        (b"\xff\xfb\x90\0", "sound recording (MP3)"),
        (b"OggS\0", "transcribed first"),
        (b"\0\0\0\x18ftypmp42", "sound or video"),
        (b"\x1aE\xdf\xa3\1", "video"),
        (b"%PDF-1.7\n", "scan"),
        (b"{\\rtf1\\ansi", "rich-text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Word"),
        (b"MZ\x90\0\3", "program"),
        (b"\x7fELF\2\1", "program"),
        (gzip.compress(b"x", mtime=0), "gzip"),
        (_zip("a.txt"), "packed file (zip)"),
        (_zip("xl/workbook.xml"), "Excel"),
        (_zip("mimetype", "application/vnd.oasis.opendocument.text"), "OpenDocument text"),
        (bytes(range(256)) * 4, "no text that can be read"),
        (b"\0" * 100, "no text that can be read"),
    ],
)
def test_what_is_no_text_is_named_in_one_line(data: bytes, what: str) -> None:
    with pytest.raises(NotText, match=r"^'a") as refused:
        read(data)
    assert what in str(refused.value)
    assert "\n" not in str(refused.value)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    document = Document("a.txt", data)
    try:
        text = document.text
    except NotText:
        return
    assert "\0" not in text
    assert "\r" not in text
    text.encode("utf-8")


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\0\r\x1a"), max_size=50))
def test_utf8_is_read_as_it_is(text: str) -> None:
    assert without_surrogates(text) == text
    if text.isprintable() and not text.startswith(("\ufeff", "BM", "MZ", "{\\rtf", "%PDF-", "GIF8")):
        assert read(text.encode())[0] == text


def test_halves_of_one_character_are_joined() -> None:
    assert without_surrogates("a\ud83d\ude00b\ud83dc") == "a😀b�c"
