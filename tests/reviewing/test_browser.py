"""The page in a real browser: no request, nothing for axe to find, and everything that can be pressed."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from visits import VISIT, a_review, named

from openrapport.alliance import read_carry
from openrapport.coding.corrections import apply, read_corrections
from openrapport.reviewing.page import html

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
if CHROMIUM is None:
    pytest.skip("no chromium on this machine; the page is checked where there is one", allow_module_level=True)

QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"]
Opened = Callable[..., "playwright.Page"]


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    with playwright.sync_playwright() as started:
        found = started.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield found
        found.close()


@pytest.fixture
def opened(browser: playwright.Browser, tmp_path: Path) -> Iterator[Opened]:
    """Opens a page from a file; whatever it logs, throws or asks for beyond the file fails the test."""
    contexts, trouble = [], []

    def open_page(text: str, *, width: int = 1440, scheme: str = "light", script: bool = True) -> playwright.Page:
        file = tmp_path / "report.html"
        file.write_text(text if script else without_script(text), encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda said: trouble.append(said.text))
        page.on("pageerror", lambda thrown: trouble.append(str(thrown)))
        page.on("request", lambda asked: None if asked.url.startswith(OWN) else trouble.append(asked.url))
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert trouble == []


OWN = ("file:", "data:", "blob:")


def without_script(text: str) -> str:
    """The page as a browser shows it whose scripts are switched off."""
    return re.sub(r"<script(?![^>]*json)[^>]*>.*?</script>", "", text, flags=re.S)


def open_all(page: playwright.Page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")


SLOW = pytest.mark.slow
EVERY_WAY = [
    pytest.param(width, scheme, script, marks=() if (width == 390) == (scheme == "light") == script else SLOW)
    for width in (390, 1440)
    for scheme in ("light", "dark")
    for script in (True, False)
]


@pytest.mark.parametrize(("width", "scheme", "script"), EVERY_WAY)
def test_axe_finds_nothing(opened: Opened, width: int, scheme: str, script: bool) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = opened(html(a_review(), questions=True), width=width, scheme=scheme, script=script)
    open_all(page)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [pytest.param(390, marks=SLOW), 1440])
def test_axe_finds_nothing_in_the_other_copies(opened: Opened, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page = opened(html(a_review(), without_words=True), width=width)
    open_all(page)
    assert Axe().run(page).violations_count == 0
    page = opened(html(a_review()), width=width)
    page.hover("#t4")
    page.click("#t4 .differ")
    assert Axe().run(page).violations_count == 0


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_ticking_an_act_leaves_its_turns(opened: Opened, script: bool) -> None:
    page = opened(html(a_review()), script=script)
    shown = "[...document.querySelectorAll('.t')].filter(t => t.checkVisibility()).map(t => t.id)"
    everything = page.evaluate(shown)
    page.get_by_label("asked openly").check()
    assert page.evaluate(shown) == ["t3", "t9"]
    page.get_by_label("asked leave first").check()
    assert page.evaluate(shown) == ["t3", "t9", "t13"]
    page.get_by_role("button", name="Show all turns").click()
    assert page.evaluate(shown) == everything and len(everything) == VISIT.count(": ")


def test_a_bar_leads_to_its_words_and_lights_up_with_them(opened: Opened) -> None:
    page = opened(html(a_review()))
    page.locator('.sheet a[data-t="10"]').first.hover()
    assert "He died in January" in page.locator("#glance").inner_text()
    assert "on" in page.locator("#t10").get_attribute("class").split()
    page.locator('.sheet a[data-t="10"]').first.click()
    assert page.evaluate("location.hash") == "#t10"
    page.mouse.move(1, 1)
    page.locator("#t4 a").focus()
    assert "on" in page.locator('.b[data-t="4"]').first.get_attribute("class").split()


def test_every_figure_leads_to_its_turns_within_one_click(opened: Opened) -> None:
    page = opened(html(a_review()), script=False)
    figure = page.locator(".fig", has_text="time").first
    figure.locator("summary").click()
    link = figure.locator(".links a").first
    assert link.is_visible()
    target = link.get_attribute("href")
    link.click()
    assert page.locator(target).is_visible()


def test_corrections_are_kept_listed_and_saved_in_our_format(opened: Opened, tmp_path: Path) -> None:
    made = named("Ana", "Mrs Hall")
    page = opened(html(made))
    page.hover("#t7")
    page.click("#t7 .differ")
    dialog = page.locator("dialog")
    dialog.get_by_label("asked for a fact or a yes or no").uncheck()
    dialog.get_by_label("asked openly").check()
    dialog.get_by_label("A note, if you like").fill("she nodded “go on”")
    dialog.get_by_role("button", name="Keep my reading").click()
    page.hover("#t8")
    page.click("#t8 .differ")
    dialog.get_by_label("None of these").check()
    dialog.get_by_role("button", name="Keep my reading").click()
    assert "asked openly — she nodded “go on”" in page.locator("#kept").inner_text()
    assert "Your reading: asked openly" in page.locator("#t7").inner_text()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save corrections.json").click()
    saved = tmp_path / download.value.suggested_filename
    download.value.save_as(saved)
    found = read_corrections(saved)
    assert [(one.turn, one.acts, one.note) for one in found.turns] == [
        (7, ("question_open",), "she nodded “go on”"),
        (8, (), ""),
    ]
    assert apply(made.coded, found).coded(7) == ("question_open",)
    page.reload()
    assert "Turn 8: none of these" in page.locator("#kept").inner_text()
    page.get_by_role("button", name="Clear all").click()
    page.reload()
    assert page.locator("#kept").inner_text() == "None yet."


def test_cancelling_keeps_nothing_and_the_coders_reading_can_be_taken_back(opened: Opened) -> None:
    page = opened(html(a_review()))
    steps = {"Cancel": "None yet.", "Keep my reading": "Turn 3", "Use the coder’s": "None yet."}
    for button, listed in steps.items():
        page.hover("#t3")
        page.click("#t3 .differ")
        page.locator("dialog").get_by_role("button", name=button).click()
        assert listed in page.locator("#kept").inner_text()


def test_only_what_is_ticked_is_carried(opened: Opened, tmp_path: Path) -> None:
    page = opened(html(a_review()))
    save = page.get_by_role("button", name="Save carry.toml")
    assert save.is_disabled()
    page.get_by_label("Keep this: I will write").check()
    page.get_by_label("In your own words: I will write").fill('ring "Friday" \x85\nback\\slash')
    with page.expect_download() as download:
        save.click()
    download.value.save_as(tmp_path / "carry.toml")
    carry = read_carry(tmp_path / "carry.toml")
    assert [(one.turn, one.confirmed, one.quote) for one in carry.promises] == [
        (15, True, "I will write to the group today and call you on Friday.")
    ]
    assert carry.promises[0].in_short.startswith('ring "Friday"')
    assert carry.facts == ()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_the_report_waits_for_the_reader_and_then_stands_beside_the_answers(opened: Opened, script: bool) -> None:
    page = opened(html(a_review(), questions=True), script=script)
    assert not page.get_by_role("heading", name="What went well", exact=True).is_visible()
    page.get_by_label("What went well?").fill("She told me about her husband")
    page.locator("fieldset", has_text="I felt safe").get_by_label("7").check()
    page.locator(".show-report > summary").click()
    assert page.get_by_role("heading", name="What went well", exact=True).is_visible()
    asked, told = page.locator(".questions").bounding_box(), page.locator(".show-report").bounding_box()
    assert asked["x"] + asked["width"] <= told["x"] and page.get_by_label("What went well?").is_visible()


def test_without_script_the_page_says_how_to_do_it_by_hand(opened: Opened) -> None:
    page = opened(html(a_review()), script=False)
    assert page.locator(".differ").count() == 0
    assert "--corrections corrections.json" in page.locator("#corrections").inner_text()
    assert "--carry-out carry.toml" in page.locator("#carry").inner_text()
    assert not page.get_by_role("button", name="Save carry.toml").is_visible()


def test_no_id_of_an_act_is_to_be_read(opened: Opened) -> None:
    page = opened(html(a_review(), questions=True))
    open_all(page)
    assert re.findall(r"\b[a-z]+_[a-z_]+", page.locator("body").inner_text().replace("knee_visit", "")) == []


def test_it_prints_on_paper_without_what_only_screens_need(opened: Opened) -> None:
    page = opened(html(a_review()), scheme="dark")
    page.emulate_media(media="print")
    assert not page.locator(".filters").is_visible() and not page.locator("nav").is_visible()
    assert page.locator("#t17").is_visible()
    assert len(page.pdf(format="A4")) > 10_000
