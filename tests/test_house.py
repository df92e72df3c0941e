"""The rules of the house that no single room can hold: every set is walked, and the library keeps quiet."""

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import openrapport
from openrapport.coding import load_codebook
from openrapport.flow import all_events
from openrapport.formats import all_formats
from openrapport.measures import all_measures
from openrapport.sources import all_sources, cite

SOURCE = Path(openrapport.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))
LIBRARY = [path for path in MODULES if "cli" not in path.relative_to(SOURCE).parts]
NETWORK = {"socket", "urllib", "http", "requests", "httpx", "ftplib", "smtplib", "webbrowser"}


def names(path: Path) -> Iterator[str]:
    """Every module that a file imports, and every name that it calls."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield f"{node.func.id}()"


def test_every_member_of_every_open_set_is_one_file_of_its_name() -> None:
    sets = {"measures": all_measures(), "formats": all_formats(), "flow/events": all_events()}
    for folder, members in sets.items():
        files = {path.stem for path in (SOURCE / folder).rglob("*.py")}
        assert set(members) <= files
        assert all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in members)
    assert set(load_codebook().acts) == {path.stem for path in (SOURCE / "coding/codebook").glob("*.toml")}


def test_there_are_enough_measures_and_every_one_cites_a_source() -> None:
    assert len(all_measures()) >= 30
    for name, measure in all_measures().items():
        assert cite(measure.source), name
        assert set(measure.acts) <= set(load_codebook().acts), name


def test_every_event_says_what_it_is() -> None:
    assert all(len(event.definition) > 30 for event in all_events().values())


def test_every_act_cites_its_sources() -> None:
    assert all(cite(key) for act in load_codebook().acts.values() for key in act.sources)


def test_every_source_is_cited_somewhere() -> None:
    text = "\n".join(
        path.read_text("utf-8") for path in (*MODULES, *SOURCE.rglob("*.toml")) if path.name != "bibliography.toml"
    )
    assert [key for key in all_sources() if not re.search(rf"\b{key}\b", text)] == []


def test_formats_recognise_without_raising_and_have_a_title() -> None:
    from openrapport.formats import Document

    for format in all_formats().values():
        assert format.title
        for data in (b"", b"\x00\xff", b"{", b"<a", b"a,b\n", "D: hello\nP: hi".encode("utf-16")):
            assert 0 <= format.recognise(Document("x", data)) <= 1


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: str(path.relative_to(SOURCE)))
def test_the_library_never_prints_logs_or_opens_the_network(path: Path) -> None:
    assert not {"print()", "input()", "logging", *NETWORK} & set(names(path))


def test_members_of_a_set_do_not_import_each_other() -> None:
    members = {path.stem for folder in ("measures", "formats") for path in (SOURCE / folder).glob("*/[a-z]*.py")}
    for path in (path for folder in ("measures", "formats") for path in (SOURCE / folder).glob("*/[a-z]*.py")):
        imported = re.findall(
            r"from openrapport\.(?:measures|formats)\.\w+\.(\w+) import", path.read_text("utf-8")
        )
        assert not set(imported) & members, path


def test_every_public_name_is_there_and_shares_no_packages_name() -> None:
    packages = {found.name for found in pkgutil.iter_modules(openrapport.__path__)}
    for name in openrapport.__all__:
        assert getattr(openrapport, name) is not None
        assert name not in packages
    with pytest.raises(AttributeError):
        _ = openrapport.nothing_of_the_kind


def test_every_module_says_what_it_is() -> None:
    assert [path for path in MODULES if not ast.get_docstring(ast.parse(path.read_text("utf-8")))] == []


def test_importing_the_library_is_light() -> None:
    heavy = "numpy", "pydantic", "docx", "jinja2"
    code = f"import sys, openrapport, openrapport.cli; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_module_can_be_imported_by_itself() -> None:
    for found in pkgutil.walk_packages(openrapport.__path__, "openrapport."):
        importlib.import_module(found.name)


def test_every_threshold_of_our_own_stands_in_the_decision_on_them() -> None:
    page = (SOURCE.parents[1] / "docs/decisions/0005-thresholds.md").read_text("utf-8")
    ours = {
        f"{path.stem}.{name}"
        for path in MODULES
        if "formats" not in path.relative_to(SOURCE).parts
        for names in re.findall(r"^([A-Z_, ]+) = .*our judgement", path.read_text("utf-8"), re.MULTILINE)
        for name in names.split(", ")
    }
    assert len(ours) > 30
    assert sorted(ours - set(re.findall(r"`(\w+\.[A-Z_]+)`", page))) == []


def test_the_decision_on_thresholds_names_none_that_is_not_there() -> None:
    page = (SOURCE.parents[1] / "docs/decisions/0005-thresholds.md").read_text("utf-8")
    for stem, name in re.findall(r"`(\w+)\.([A-Z_]+)`", page):
        texts = [path.read_text("utf-8") for path in MODULES if path.stem == stem]
        assert any(re.search(rf"^(?:[A-Z_, ]+, )?{name}\b.* = ", text, re.MULTILINE) for text in texts), name
