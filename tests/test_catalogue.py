"""The finder of members: one member, one file, listed nowhere."""

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from pydantic import ConfigDict
from pydantic.dataclasses import dataclass as checked

from openrapport import catalogue
from openrapport.errors import BadDocument
from openrapport.sources import all_sources


@dataclass(frozen=True)
class Tune:
    """A noun for these tests."""

    notes: str


@checked(frozen=True, config=ConfigDict(extra="forbid"))
class Dish:
    """A noun for documents."""

    name: str
    hot: bool = False


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Path:
    """An empty package of its own name on the path."""
    folder = tmp_path / f"set_{abs(hash(request.node.name))}"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    return folder


def member(folder: Path, name: str, *notes: str) -> None:
    lines = [f"tune{n} = Tune({note!r})" for n, note in enumerate(notes)]
    (folder / f"{name}.py").write_text("\n".join([f"from {__name__} import Tune", *lines]))
    sys.modules.setdefault(__name__, sys.modules[Tune.__module__])


def test_members_are_found_by_file_name(package: Path) -> None:
    member(package, "waltz", "one two three")
    member(package, "march", "one two")
    assert dict(catalogue.members(package.name, Tune)) == {
        "march": Tune("one two"),
        "waltz": Tune("one two three"),
    }


def test_where_there_are_folders_the_modules_beside_them_are_machinery(package: Path) -> None:
    (package / "machinery.py").write_text("")
    (package / "slow").mkdir()
    (package / "slow" / "__init__.py").write_text("")
    member(package / "slow", "waltz", "one two three")
    assert list(catalogue.members(package.name, Tune)) == ["waltz"]


@pytest.mark.parametrize("notes", [(), ("a", "b")])
def test_a_members_file_holds_exactly_one(package: Path, notes: tuple[str, ...]) -> None:
    member(package, "waltz", *notes)
    with pytest.raises(TypeError, match=f"holds {len(notes)} of Tune"):
        catalogue.members(package.name, Tune)


def test_two_members_of_one_name_are_refused(package: Path) -> None:
    for family in ("slow", "fast"):
        (package / family).mkdir()
        (package / family / "__init__.py").write_text("")
        member(package / family, "waltz", family)
    with pytest.raises(TypeError, match="two members are called waltz"):
        catalogue.members(package.name, Tune)


def test_documents_are_found_by_file_name(package: Path) -> None:
    (package / "soup.toml").write_text('name = "pea"\nhot = true\n')
    assert dict(catalogue.documents(package.name, Dish)) == {"soup": Dish("pea", True)}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('name = "pea"\nht = true', "soup.toml: ht:"),
        ("hot = true", "soup.toml: name:"),
        ('name = "pea"\nhot = "lukewarm"', "soup.toml: hot:.*lukewarm"),
        ("name = pea", "soup.toml is not TOML"),
    ],
)
def test_a_document_that_does_not_fit_names_file_and_key(text: str, said: str) -> None:
    with pytest.raises(BadDocument, match=said):
        catalogue.document(text, Dish, "soup.toml")


def from_others(monkeypatch: pytest.MonkeyPatch, group: str, package: str) -> None:
    """As if a package of others' that adds to the set of that name were installed."""
    point = catalogue.metadata.EntryPoint(group, package, catalogue.GROUP)
    monkeypatch.setattr(catalogue.metadata, "entry_points", lambda group: [point])


def test_others_add_members_by_one_entry_point(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "tunes").mkdir()
    (tmp_path / "tunes" / "__init__.py").write_text("")
    member(tmp_path / "tunes", "march", "one two")
    member(package, "waltz", "one two three")
    from_others(monkeypatch, "tunes", package.name)
    assert list(catalogue.members("tunes", Tune)) == ["march", "waltz"]
    assert list(catalogue.packages("dishes")) == ["dishes"]


@pytest.mark.parametrize("key", ["ours_not", "moyers2016"])
def test_others_bring_their_sources_but_no_key_twice(
    package: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    table = f'[{key}]\nauthors = "A. Berg"\nyear = 2020\ntitle = "Thanks"\nwhere = "a leaflet"\n'
    (package / "bibliography.toml").write_text(table)
    from_others(monkeypatch, "sources", package.name)
    read = all_sources.__wrapped__
    if key == "moyers2016":
        with pytest.raises(TypeError, match="two sources are called moyers2016"):
            read()
    else:
        assert read()[key].title == "Thanks"
