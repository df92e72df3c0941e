"""The program as a person meets it: commands, pipes, exit codes, one clear line."""

import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "naren_first_visit.vtt"
VISIT = """\
Doctor: Good morning, what brings you in today?
Patient: I've had this pain in my knee for two weeks and it worries me.
Doctor: What worries you most about it?
Patient: That I can't work. I'm a roofer, and my wife is expecting.
Doctor: That must be a lot to carry. Would it be all right if I had a look at the knee?
Patient: Yes, please.
Doctor: Any fever?
Patient: No.
"""


def run(*arguments: str, stdin: str | bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    given = stdin.encode() if isinstance(stdin, str) else stdin
    done = subprocess.run(
        [sys.executable, "-c", "from openrapport.cli import main; main()", *arguments],
        input=given,
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "COLUMNS": "80", "NO_COLOR": "1"},
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )


@pytest.fixture
def visit(tmp_path: Path) -> Path:
    path = tmp_path / "visit.txt"
    path.write_text(VISIT)
    return path


def test_the_example_is_reviewed_in_80_columns(tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    done = run("review", str(EXAMPLE), "--html", str(page))
    assert done.returncode == 0, done.stderr
    assert max(map(len, done.stdout.splitlines())) <= 80
    for said in ("What went well", "Worth another look", "not stated", "not a score of a"):
        assert said in done.stdout
    assert str(page) in done.stderr
    assert page.read_text().startswith("<!doctype html>")


def test_standard_input_is_read(visit: Path) -> None:
    assert (
        run("review", "-", stdin=VISIT).stdout.splitlines()[1:]
        == run("review", str(visit)).stdout.splitlines()[1:]
    )


def test_codes_are_one_json_line_a_turn(visit: Path) -> None:
    done = run("code", str(visit), "--format", "jsonl")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["turn"] for line in lines] == list(range(8))
    assert {"turn", "speaker", "role", "start", "end", "text", "acts", "coded"} <= set(lines[0])
    assert lines[0]["role"] == "clinician"
    assert len(lines[0]["acts"]) == 21
    assert len(lines[1]["acts"]) == 11
    assert all(0 <= p <= 1 for line in lines for p in line["acts"].values())


def test_measures_are_data(visit: Path) -> None:
    lines = [json.loads(line) for line in run("measure", str(visit), "--format", "jsonl").stdout.splitlines()]
    table = list(csv.DictReader(io.StringIO(run("measure", str(visit), "--format", "csv").stdout)))
    assert [line["measure"] for line in lines] == [row["measure"] for row in table]
    keys = "measure family shape value low high count exposure unit turns missing".split()
    assert all(list(line) == keys for line in lines)
    assert all((line["value"] is None) == bool(line["missing"]) for line in lines)


def test_several_files_are_told_apart(visit: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(VISIT)
    lines = [
        json.loads(x) for x in run("measure", str(visit), str(other), "--format", "jsonl").stdout.splitlines()
    ]
    assert {line["file"] for line in lines} == {"visit.txt", "other.txt"}


def test_one_bad_file_among_several_is_told_and_the_rest_is_done(visit: Path, tmp_path: Path) -> None:
    done = run("measure", str(visit), str(tmp_path / "gone.txt"), "--format", "jsonl")
    assert done.returncode == 10
    assert "gone.txt" in done.stderr
    assert done.stdout.count("\n") > 29


def test_without_words_has_no_words(visit: Path) -> None:
    done = run("review", str(visit), "--without-words", "--consent", "secretconsent")
    assert done.returncode == 0
    for word in ("roofer", "Doctor:", "visit.txt", "secretconsent", "expecting"):
        assert word not in done.stdout


def test_flags_say_who_is_who(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text(VISIT.replace("Doctor", "Anna").replace("Patient", "Ben"))
    done = run("code", str(path), "--format", "jsonl", "--clinician", "Ben", "--patient", "Anna")
    assert json.loads(done.stdout.splitlines()[0])["role"] == "patient"


def test_a_label_that_is_not_there_is_one_line(visit: Path) -> None:
    done = run("review", str(visit), "--clinician", "Dr. Nobody")
    assert done.returncode == 23
    assert "Doctor" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("gone.txt", None, 10),
        ("empty.txt", b"", 13),
        ("blank.txt", b" \n\t\n", 13),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", 14),
        ("scan.pdf", b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj", 14),
        ("prose.txt", b"Once upon a time there was a king.\nHe had two daughters.\n", 15),
        ("broken.json", b'{"openrapport": 1, "turns": [', 16),
    ],
)
def test_bad_input_is_one_line_and_a_code_of_its_kind(
    tmp_path: Path, name: str, content: bytes | None, code: int
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    done = run("review", str(path))
    assert (done.returncode, done.stdout) == (code, "")
    assert len(done.stderr.strip().splitlines()) == 1
    assert name in done.stderr


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert run("review", str(tmp_path)).returncode == 11


def test_a_place_that_takes_no_file(visit: Path, tmp_path: Path) -> None:
    done = run("review", str(visit), "--html", str(tmp_path / "no" / "such" / "place.html"))
    assert done.returncode == 24
    assert "Traceback" not in done.stderr


def test_explain_tells_how_a_figure_is_computed() -> None:
    done = run("explain", "open_question_share")
    assert done.returncode == 0
    for said in ("How it is counted", "In symbols", "Source", "Not for", "Worked example"):
        assert said in done.stdout
    assert run("explain", "nothing_at_all").returncode == 23


@pytest.mark.parametrize(
    ("kind", "some"), [("measures", "talk_share_words"), ("acts", "cue"), ("formats", "webvtt")]
)
def test_lists(kind: str, some: str) -> None:
    assert any(line.startswith(some) for line in run("list", kind).stdout.splitlines())


def test_the_example_can_be_had(tmp_path: Path) -> None:
    assert run("example", str(tmp_path)).returncode == 0
    assert (tmp_path / "naren_first_visit.vtt").read_bytes() == EXAMPLE.read_bytes()


def test_a_long_wait_is_announced_unless_quiet(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("D: Any fever?\nP: No.\n" * 5000)
    assert "10,000 turns" in run("code", str(path), "--format", "jsonl").stderr
    assert run("code", str(path), "--format", "jsonl", "--quiet").stderr == ""


def test_the_version_is_said() -> None:
    assert run("--version").stdout.startswith("openrapport 0.")


def test_problems_of_a_file_name_nobody_where_words_stay_out(tmp_path: Path) -> None:
    path = tmp_path / "visit.json"
    who = [("Mrs Canary", "patient"), ("D", "clinician"), ("Mrs Canary", "companion"), ("D", "clinician")]
    turns = [{"speaker": speaker, "role": role, "text": "I see."} for speaker, role in who]
    path.write_text(json.dumps({"openrapport": 1, "turns": turns}))
    assert "'Mrs Canary' stands with more than one role" in " ".join(run("review", str(path)).stdout.split())
    assert "Canary" not in run("review", str(path), "--without-words").stdout


def test_only_figures_that_read_otherwise_count_as_changed(visit: Path, tmp_path: Path) -> None:
    source = json.loads(run("read", str(visit)).stdout)["source"]["digest"]
    corrections = tmp_path / "corrections.json"
    changed = {"openrapport_corrections": 1, "source": source, "join": "none", "turns": [{"turn": 6, "acts": []}]}
    corrections.write_text(json.dumps(changed))
    said = run("review", str(visit), "--corrections", str(corrections)).stdout
    told = " ".join(said.partition("What your corrections changed")[2].partition("\n\n")[0].split())
    assert "→" in told
    assert not re.search(r"(?<=\? )([^?→]+) → \1(?= [A-Z]|$)", told)
