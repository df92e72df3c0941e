"""The README's picture: the top of the example's report, as a desktop shows it. `python -m devtools.picture`."""

from __future__ import annotations

import shutil
from pathlib import Path

import openrapport
from openrapport.reviewing.page import html

ROOT = Path(__file__).parents[1]
BROWSER = ["--no-sandbox", "--disable-background-networking"]


def main() -> None:
    """Draw it anew."""
    from playwright.sync_api import sync_playwright

    review = openrapport.review(openrapport.code(openrapport.read(ROOT / "examples" / "naren_first_visit.vtt")))
    page_file = ROOT / "out" / "picture.html"
    page_file.parent.mkdir(exist_ok=True)
    page_file.write_text(html(review), encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=BROWSER)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{page_file.as_uri()}#visit")
        page.wait_for_timeout(800)
        page.screenshot(path=ROOT / "docs" / "report.png")
        browser.close()


if __name__ == "__main__":
    main()
