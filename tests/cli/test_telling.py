"""What leaves the program: nothing that a terminal would obey, whole files or none, pipes that may close."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from openrapport.cli.inputs import together
from openrapport.errors import CannotWrite
from openrapport.formats.writing import save

PROGRAM = [sys.executable, "-c", "from openrapport.cli import main; main()"]
TALK = "Doctor: What worries you?\nPatient: I'm afraid it won't heal, and I can't work.\nDoctor: That's hard.\n"


def start(*arguments: str, **more) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, **more.pop("env", {})}
    return subprocess.run([*PROGRAM, *arguments], capture_output=more.pop("capture", True), env=env, **more)


@pytest.fixture
def visit(tmp_path: Path) -> Path:
    path = tmp_path / "visit.txt"
    path.write_text(TALK)
    return path


@pytest.fixture
def coloured(tmp_path: Path) -> Path:
    turns = [
        {"speaker": "\x1b[31mDoc\x1b[2J", "role": "clinician", "text": "What \x1b]0;title\x07 worries you?"},
        {"speaker": "Pat\x9b31m", "role": "patient", "text": "I'm so worried \x1b[5m about it."},
    ]
    path = tmp_path / "\x1b[31mcoloured.json"
    path.write_text(json.dumps({"openrapport": 1, "turns": turns}))
    return path


@pytest.mark.parametrize("command", ["review", "code", "measure"])
def test_what_a_terminal_would_obey_is_never_said(coloured: Path, command: str) -> None:
    done = start(command, str(coloured))
    assert done.returncode == 0
    for sign in ("\x1b", "\x07", "\x9b"):
        assert sign not in (done.stdout + done.stderr).decode()


def test_a_message_stays_one_line_whatever_the_file_is_called(tmp_path: Path) -> None:
    (tmp_path / "two\nlines\x1b[2J.txt").write_bytes(b"")
    said = start("review", str(tmp_path / "two\nlines\x1b[2J.txt")).stderr.decode()
    assert said.count("\n") == 1 and "\x1b" not in said


def test_data_goes_into_a_pipe_as_it_is(coloured: Path) -> None:
    assert "\x1b[31mDoc\x1b[2J,clinician" in start("read", str(coloured), "--to", "csv").stdout.decode()


def test_the_reader_of_a_pipe_may_leave_and_the_page_is_written_all_the_same(visit: Path) -> None:
    page = visit.with_suffix(".html")
    reading, writing = os.pipe()
    os.close(reading)
    done = start("review", str(visit), "--html", str(page), capture=False, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (done.returncode, done.stderr.count(b"\n")) == (0, 1)
    assert page.exists()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full, a disk without space")
@pytest.mark.parametrize("command", ["review", "read", "code", "measure", "list"])
def test_a_full_disk_is_one_line(visit: Path, command: str) -> None:
    with Path("/dev/full").open("wb") as full:
        what = "measures" if command == "list" else str(visit)
        done = start(command, what, capture=False, stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr.count(b"\n")) == (24, 1)


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "latin-1"])
def test_letters_that_the_output_does_not_have_do_not_stop_it(visit: Path, encoding: str) -> None:
    assert start("review", str(visit), env={"PYTHONIOENCODING": encoding}).returncode == 0


def test_a_closed_standard_input_is_one_line() -> None:
    done = subprocess.run(["sh", "-c", f'"{sys.executable}" -c "{PROGRAM[2]}" read - <&-'], capture_output=True)
    assert (done.returncode, done.stderr.count(b"\n")) == (10, 1)


def test_a_report_never_takes_the_place_of_its_transcript_or_of_another(visit: Path) -> None:
    for arguments in (["--html", str(visit)], ["--html", "x.out", "--json", "x.out"]):
        assert start("review", str(visit), *arguments, cwd=visit.parent).returncode == 24
    assert visit.read_text() == TALK
    assert not (visit.parent / "x.out").exists()


def test_a_file_is_written_wholly_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    save(target, "before")
    with pytest.raises(UnicodeEncodeError):
        save(target, "half \ud800")
    (tmp_path / "folder").mkdir()
    with pytest.raises(CannotWrite):
        save(tmp_path / "folder", "words")
    save(target, "after")
    assert target.read_text() == "after"
    assert not list(tmp_path.glob("*.part"))


def test_one_who_cannot_be_cast_does_not_stop_the_others(visit: Path) -> None:
    unclear = visit.with_name("unclear.txt")
    unclear.write_text("Xa: Hm.\nYo: Hm.\nXa: Hm.\nYo: Hm.\n")
    done = start("measure", str(unclear), str(visit), "--format", "jsonl")
    assert done.returncode == 20
    assert {json.loads(line)["file"] for line in done.stdout.splitlines()} == {"visit.txt"}


def test_a_file_named_twice_is_one_file() -> None:
    assert together(["a.vtt", "a.vtt"]) == [["a.vtt"]]
    assert together(["a_d.TextGrid", "a_p.TextGrid", "a_p.TextGrid"]) == [["a_d.TextGrid", "a_p.TextGrid"]]


def test_what_was_agreed_stays_where_the_file_says_it(tmp_path: Path) -> None:
    path = tmp_path / "visit.json"
    turns = [{"speaker": "D", "role": "clinician", "text": "Hello."}, {"speaker": "P", "text": "Hello."}]
    path.write_text(json.dumps({"openrapport": 1, "consent": "spoken, for learning", "turns": turns}))
    assert b"spoken, for learning" in start("review", str(path)).stdout
    assert b"written" in start("review", str(path), "--consent", "written").stdout


def test_stopping_it_leaves_no_traceback(tmp_path: Path) -> None:
    long = tmp_path / "long.txt"
    long.write_text(TALK * 5000)
    going = subprocess.Popen([*PROGRAM, "review", str(long)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    time.sleep(1.5)
    going.send_signal(signal.SIGINT)
    out, err = going.communicate(timeout=30)
    assert going.returncode not in (0, 70)
    assert out == b"" and b"Traceback" not in err


def test_a_name_that_is_no_text_names_the_visit_all_the_same(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/visit\xff.txt"
    try:
        Path(os.fsdecode(path)).write_text(TALK)
    except OSError:
        pytest.skip("this file system takes no such name")
    done = subprocess.run([*PROGRAM, "review", path, "--html", str(tmp_path / "x.html")], capture_output=True)
    assert (done.returncode, done.stdout.decode().splitlines()[0][:11]) == (0, "visit\ufffd.txt:")
