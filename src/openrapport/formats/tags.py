"""Speaker tags at the start of lines: what looks like one, and which of those are speakers and not speech.

"Remember: take it with food" looks like a tag as much as "Anna: Hello" does. A file tells them apart by what
recurs in it and by the shape of names, so labels are judged together, for the whole file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from openrapport.formats.clock import SPAN, seconds_of
from openrapport.formats.labels import role_of
from openrapport.formats.marks import kind_of

TAGGED = 0.9  # share of lines that look tagged, from which a word that comes once is a name (our judgement)
ALL_THERE_IS = 0.2  # share of lines that look tagged, from which a file without other labels has tags (ours)
SHORT = 2  # letters up to which a label is an abbreviation; where all are, one that comes once is too (ours)

_ADORNED = " \t>-–—•#*_"
_NUMBER = re.compile(r"\d{1,5}[.):]? (?=\S)")
_LABEL = r"(?P<label>[^\s:：;\[\]<>()*\"“”?!,.][^:：;<>*\"“”?!]{0,59}?)"
_COLON = re.compile(rf"{_LABEL}[*_]* ?(?:{SPAN})?[*_]* ?[:：]+(?!(?<=\d:)\d)(?!//)[*_]* ?")
_ABOVE = re.compile(rf"{_LABEL}[*_]*(?: ?[,|–—-] ?| ){SPAN}[*_]*")
_BESIDE = re.compile(rf"{_LABEL}[*_]* (?=[\[(]){SPAN}[*_]* (?=\S)")
_TIME = re.compile(rf"{SPAN} ?[-–—:,|]? ?")
_DASHED = re.compile(rf"{_LABEL} ?[-–—]+ (?=\S)")
_MARKED = re.compile(r"(?P<label>[^()]+?) ?\((?P<mark>[^()]+)\)")
_NOT_A_NAME = frozenset(
    # heads of a page
    "date time title subject topic location place duration recording recorded transcript transcribed "
    "transcription file filename participants attendees present version id session length language setting "
    "scenario case summary audio video source contents page study interview visit consultation "
    # heads of a record
    "plan history assessment diagnosis medication medications allergies examination objective subjective "
    "impression investigations treatment symptoms vitals "
    # openings of speech
    "i so and but or well then at by like about around remember note notes question answer sorry yes no yeah okay "
    "ok oh right also plus now look listen warning important step option because example first second third "
    "firstly secondly thirdly lastly finally hi hello thanks mhm um uh is it the this that my he she they we you "
    "http https mailto".split()
)
_PARTICLES = frozenset("of the a and de da van der den von la le el bin al di du st to at for from".split())
_WORD = re.compile(r"[^\s,/&()\[\]|–—-]+")


@dataclass(frozen=True, slots=True)
class Tag:
    """A label at the start of a line, the times beside it in seconds, and the line's words after it.

    above  the label stands on a line of its own, a time beside it; the words follow below
    """

    label: str
    rest: str
    start: float | None = None
    end: float | None = None
    above: bool = False


def tag_of(line: str) -> Tag | None:
    """The tag that the line seems to start with, None where nothing looks like one."""
    bare = " ".join(line.split()).lstrip(_ADORNED)
    if numbered := _NUMBER.match(bare):
        bare = bare[numbered.end() :].lstrip(_ADORNED)
    timed = _TIME.match(bare)
    inner = bare[timed.end() :].lstrip(_ADORNED) if timed else bare
    if colon := _COLON.match(inner):
        start, end = _times(timed, colon)
        return _with_time_after(_without_mark(Tag(_label(colon["label"]), inner[colon.end() :], start, end)))
    above = _ABOVE.fullmatch(bare) if len(bare) < 100 else None
    if above:
        return Tag(_label(above["label"]), "", *_times(above), above=True)
    if beside := _BESIDE.match(inner):
        return Tag(_label(beside["label"]), inner[beside.end() :], *_times(beside, timed))
    if timed and 0 < len(inner) <= 60 and name_like(inner.strip("*_ ")):
        return Tag(_label(inner), "", *_times(timed), above=True)
    label, tab, rest = line.strip().partition("\t")
    return Tag(_label(label), rest) if tab and len(label) <= 60 else None


def bare_tag_of(line: str) -> Tag | None:
    """A label without any sign: alone on its line, words below it, or with a dash after it. Only a guess."""
    bare = " ".join(line.split()).strip(_ADORNED)
    if dashed := _DASHED.match(bare):
        return Tag(dashed["label"], bare[dashed.end() :])
    return Tag(bare, "", above=True) if len(bare) <= 40 and bare[-1:].isalnum() else None


@lru_cache(maxsize=4096)
def key_of(label: str) -> str:
    """What spellings of one label have in common: "Dr Lee" and "DR. LEE"."""
    return re.sub(r"[\W_]+", "", label.casefold()) or label


def true_labels(found: Iterable[str], lines: int) -> dict[str, str]:
    """Those of the labels found that are speakers', by key, each in its commonest spelling.

    lines  how many lines of words there are, tagged or not
    """
    spellings = Counter(found)
    counts: Counter[str] = Counter()
    for label, count in spellings.items():
        counts[key_of(label)] += count
    tagged = counts.total() / max(lines, 1)
    best = {key_of(label): label for label, _ in reversed(spellings.most_common())}
    sure = {key for key, label in best.items() if _is_speaker(label, counts[key])}
    if sure and all(len(best[key]) <= SHORT for key in sure):
        sure |= {key for key, label in best.items() if len(label) <= SHORT and label.isupper()}
    if tagged >= TAGGED or (len(sure) < 2 and tagged >= ALL_THERE_IS):
        sure |= {key for key, label in best.items() if _may_be_speaker(label, counts[key], tagged)}
    return {key: best[key] for key in best if key in sure}


def name_like(label: str) -> bool:
    """Whether every word starts as names do, with a capital, a digit or a letter of a script without capitals."""
    words = _WORD.findall(re.sub(r"\(.*?\)", "", label))
    strong = [word for word in words if word not in _PARTICLES]
    return (
        0 < len(words) <= 5
        and bool(strong)
        and not any((word[0].islower() and word.islower()) or word[-1] in "!?," for word in strong)
    )


def _is_speaker(label: str, count: int) -> bool:
    """A label that is a speaker's whatever the rest of the file looks like."""
    words = label.casefold().split()
    if not words or (words[0] in _NOT_A_NAME and not (len(label) == 1 and count > 1)):
        return False
    known = role_of(label) is not None
    if name_like(label):
        return count > 1 or known or len(words) > 1
    return len(words) <= 3 and ((known and (count > 1 or len(words) == 1)) or (len(words) == 1 and count > 2))


def _may_be_speaker(label: str, count: int, tagged: float) -> bool:
    """What counts where hardly a line is without a tag: names in small letters; or where it is all there is."""
    words = label.casefold().split()
    if not words or words[0] in _NOT_A_NAME:
        return False
    if tagged >= TAGGED and (len(label) <= 2 or (count > 1 and len(words) <= 4)):
        return True
    return len(words) == 1 and name_like(label)


def _label(raw: str) -> str:
    return raw.strip(" *_\t,|–—-").strip()


def _times(*found: re.Match[str] | None) -> tuple[float | None, float | None]:
    for match in found:
        if match and match["start"]:
            return seconds_of(match["start"]), seconds_of(match["end"]) if match["end"] else None
    return None, None


def _without_mark(tag: Tag) -> Tag:
    """ "Patient (laughs): yes" is the patient, who laughs."""
    marked = _MARKED.fullmatch(tag.label)
    if not marked or not kind_of(marked["mark"], known_only=True):
        return tag
    return replace(tag, label=marked["label"], rest=f"({marked['mark']}) {tag.rest}")


def _with_time_after(tag: Tag) -> Tag:
    """ "Doctor: (00:05) Hello", "Dr. Lee: 00:05"."""
    after = _TIME.match(tag.rest) if tag.start is None else None
    if not after or not (after[0][0] in "[(" or after.end() == len(tag.rest)):
        return tag
    start, end = _times(after)
    return Tag(tag.label, tag.rest[after.end() :], start, end)
