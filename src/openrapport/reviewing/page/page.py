"""The page: a review put through the templates, with its style, its script and the policy that guards them."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from openrapport.flow import Flow
from openrapport.render.colours import variables
from openrapport.render.shell import page
from openrapport.render.timeline import Timeline
from openrapport.reviewing.naming import Names
from openrapport.reviewing.page.answers import changes, families
from openrapport.reviewing.page.knowing import card_rows, glossary, reasons
from openrapport.reviewing.page.masthead import masthead
from openrapport.reviewing.page.moments import moments
from openrapport.reviewing.page.script_data import script_data
from openrapport.reviewing.page.transcript import filters, legend, threads, turns
from openrapport.reviewing.review import Review

if TYPE_CHECKING:
    from jinja2 import Environment

HERE = "openrapport.reviewing.page"
BUFFERED = 1000  # pieces of the page put together at a time
RATED = ("understood", "safe", "valued")


def html(review: Review, *, questions: bool = False, without_words: bool = False) -> str:
    """The report of a review as one HTML file.

    questions      open with three questions to the clinician; the report waits until they choose to see it
    without_words  leave out transcript, quotes, names, notes and whatever else people wrote
    """
    names = Names(review.encounter, without_words)
    found = filters(review.coded)
    made = _environment().get_template("report.html").stream(**_context(review, names, questions))
    made.enable_buffering(BUFFERED)  # 200,000 turns are millions of small pieces
    body = "".join(made)
    style = variables() + _file("report.css") + _filter_rules(len(found))
    data = None if without_words else script_data(review)
    return page(f"A reading of {names.file}", style, _file("report.js"), body, data)


def _context(review: Review, names: Names, questions: bool) -> dict[str, object]:
    flow = Flow(review.coded)
    timeline = Timeline(review.coded, flow.chains)
    return {
        "names": names,
        "masthead": masthead(review, names),
        "well": moments(review.well, names),
        "look": moments(review.look, names),
        "timeline": timeline,
        "legend": legend(),
        "threads": threads(flow),
        "turns": turns(review.coded, names),
        "filters": filters(review.coded),
        "families": families(review.measurements),
        "changes": changes(review),
        "reasons": reasons(review),
        "card": card_rows(review.coded.card),
        "by_people": review.coded.card.by_people,
        "glossary": glossary(review.coded),
        "proposals": None if names.hidden else review.proposals,
        "questions": questions,
        "rated": RATED,
        "source": review.encounter.origin.digest,
        "join": review.encounter.join.value,
    }


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    loader = PackageLoader("openrapport.reviewing.page", "templates")
    return Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )


@cache
def _file(name: str) -> str:
    return resources.files(HERE).joinpath(name).read_text("utf-8")


def _filter_rules(count: int) -> str:
    """Once a filter is ticked, only turns of the ticked acts show; no script needed."""
    return "".join(f".visit:has(#f{number}:checked) .t.a{number}{{display:grid}}" for number in range(count))
