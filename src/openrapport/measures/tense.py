"""Past, present and future in a turn's verbs: a small tagger of finite verbs by their words alone."""

from __future__ import annotations

import re
from collections import Counter
from typing import Literal

from openrapport.encounter import words
from openrapport.flow import Flow
from openrapport.measures.shapes import Case, Rate

Tense = Literal["past", "present", "future"]

_FILLERS = re.compile(r"\b(?:you know|i mean|i guess|i suppose|let's see|you see)\b")
_PAST_FORMS = """became began bled blew bought broke brought built burnt came caught chose cost
    couldn't did drank drew drove ate fell felt fought found forgot froze gave got grew
    had heard held hid hit hurt kept knew laid lay led left lent lost made meant met
    paid quit ran rang rode rose said sang sat saw sent shook shot shut slept spent
    spoke stood stole stuck swam swore swelled taught thought threw told took tore
    understood went woke won wore worried wrote""".split()
_PARTICIPLES = """been become begun bitten bled blown bought broken brought built burnt come caught
    chosen cost done drunk drawn driven eaten fallen felt fought found forgotten frozen
    given gone gotten grown had heard held hidden hit hurt kept known laid lain led left
    lent lost made meant met paid put quit run rung ridden risen said sung sat seen sent
    shaken shown shut slept spent spoken stood stolen stuck swollen taught thought
    thrown told taken torn understood woken won worn written""".split()
_BASES = """ache believe bring call care carry come cough cry do drink drive eat enjoy expect
    fall feel find forget get give go happen hate hear help hope hurt keep know leave
    like live look lose love make mean miss move need play put remember run say see seem
    sit sleep smoke sound stand start stay stop struggle take talk tell think try
    understand use wake walk want watch wear wish wonder work worry""".split()
_NOT_PAST = frozenset(("need", "indeed", "feed", "bleed", "speed", "bed", "red", "med", "hundred"))  # end in "ed"


def _third_person(base: str) -> str:
    if base.endswith("y") and base[-2] not in "aeo":
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("ch", "sh", "o", "ss")) else "s")


def _any_of(forms: list[str] | tuple[str, ...]) -> str:
    return "(?:" + "|".join(sorted(set(forms), key=lambda form: (-len(form), form))) + ")"


_WHO = "(?:i|you|he|she|it|we|they|that|this|there|what|who|everything|nothing|something|everybody|nobody|people)"
_BETWEEN = (
    r"(?: (?:not|never|just|really|always|also|still|only|even|probably|maybe|sort|kind|of|all|already|ever)\b)*"
)
_SAID_WHO = r"(?: (?:i|you|he|she|it|we|they|that|this)\b)?"
_AFTER = rf"{_BETWEEN}{_SAID_WHO}{_BETWEEN}"
_VERB_NEXT = rf"(?: (?:be|been|being|have|{_any_of(_PARTICIPLES)}|{_any_of(_BASES)}|\w+ed|\w+ing)\b)*"
_BE_NOW = rf"(?:am|is|are|isn't|aren't|ain't|i'm|\w+'re|{_WHO}'s|here's|how's|where's)"
_HAVE = r"(?:have|has|haven't|hasn't|\w+'ve)"
_LIKE = (
    "not",
    "too",
    "so",
    "very",
    "more",
    "really",
    "get",
    "gets",
    "getting",
    "got",
    "of",
    "a",
    "the",
    "like",
    "feel",
)
_ADJECTIVE = "".join(rf"(?<!\b{word} )" for word in _LIKE)  # "too excited", "getting sidetracked": no finite verb
_ED = rf"{_ADJECTIVE}(?!{_any_of(tuple(_NOT_PAST))}\b)\w{{2,}}ed"
_FINITE = re.compile(
    # what is going to be
    rf"(?P<future>\b(?:will|won't|shall|shan't|gonna|\w+'ll)\b{_AFTER}{_VERB_NEXT}"
    rf"|\b{_BE_NOW}{_AFTER} going to {_any_of([*_BASES, 'be'])}\b{_VERB_NEXT})"
    # what was, and what has been
    rf"|(?P<past>\b(?:was|were|wasn't|weren't|had|hadn't|did|didn't|used to)\b{_AFTER}{_VERB_NEXT}"
    rf"|\b{_HAVE}{_AFTER} (?!got\b)(?:{_any_of(_PARTICIPLES)}|\w+ed)\b{_VERB_NEXT}"
    rf"|\b(?:{_any_of(_PAST_FORMS)}|{_ED})\b)"
    # what is
    rf"|(?P<present>\b{_BE_NOW}\b{_AFTER}{_VERB_NEXT}"
    rf"|\b(?:do|does|don't|doesn't|can|can't|cannot|could|would|wouldn't|should|shouldn't|may|might|must|\w+'d)\b"
    rf"{_AFTER}{_VERB_NEXT}|\b{_HAVE}\b(?: got)?"
    rf"|\b(?:i|you|we|they|people){_BETWEEN} {_any_of(_BASES)}\b"
    rf"|\b(?:he|she|it|that|this|what|which|who|everything"
    rf"|nothing){_BETWEEN} {_any_of([_third_person(b) for b in _BASES])}\b)"
)


def tenses(text: str) -> Counter[str]:
    """How many finite verbs of a text are past, present and future.

    Past: past forms, "was", "did", "used to", and "have" with a participle. Future: "will", "going to" with a
    verb. Present: all other finite verbs, "can", "would" and the like among them.

    >>> tenses("It started in May, it's worse now, and I'm going to see my sister.")
    Counter({'past': 1, 'present': 1, 'future': 1})
    """
    plain = _FILLERS.sub(" ", " ".join(words(text)))
    return Counter(str(found.lastgroup) for found in _FINITE.finditer(plain))


def tense_share(flow: Flow, tense: Tense) -> Rate:
    """The share of one tense among the finite verbs of the patient's turns."""
    cases: list[Case] = []
    for turn, spoken in enumerate(flow.turns):
        found = tenses(spoken.text) if flow.patient[turn] else Counter()
        cases += [Case(turn, float(one == tense), size=found[one]) for one in found]
    return Rate.of(cases)
