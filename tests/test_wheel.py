"""What is shipped: the wheel holds the example, weights, codebook and templates, and works by itself."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BUILD = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, unpacked into a folder of its own."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([*BUILD, "--wheel-dir", str(folder), str(ROOT)], check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder / "site")
    return folder / "site"


@pytest.mark.slow
def test_the_wheel_reviews_its_own_example(installed: Path, tmp_path: Path) -> None:
    program = [sys.executable, "-c", "import openrapport.cli as c; print(c.__file__); c.main()"]
    surroundings = {**os.environ, "PYTHONPATH": str(installed), "NO_COLOR": "1"}
    for arguments in (["example", "."], ["review", "naren_first_visit.vtt", "--html", "report.html"]):
        done = subprocess.run(
            [*program, *arguments], cwd=tmp_path, env=surroundings, capture_output=True, text=True, check=True
        )
        assert str(installed) in done.stdout
    assert "What went well" in done.stdout
    assert (tmp_path / "report.html").stat().st_size > 50_000


@pytest.mark.slow
def test_the_wheel_holds_no_text_of_training(installed: Path) -> None:
    held = {path.suffix for path in installed.rglob("*") if path.is_file()}
    assert not held & {".csv", ".TextGrid", ".pkl"}
    assert not (installed / "training").exists()
