"""Which turns are spoken in another language than English: those are declined, not guessed at.

A cheap look at the commonest English words comes first; only turns that hardly have any are shown to
py3langid, which takes a third of a second to load and which most encounters never need.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from openrapport.coding.interpreting import foreign
from openrapport.encounter import Encounter, words

SURE = 0.99  # probability of a language from which it is believed (our judgement)
FEWEST = 4  # words below which nothing is said of the language (our judgement)
ALONE = 8  # words that a single turn needs among English ones to be called foreign (our judgement)
MOSTLY = 0.5  # share of a speaker's longer turns from which the short ones are taken to be foreign too

_NAMES = {
    "af": "Afrikaans", "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian",
    "bn": "Bengali", "bs": "Bosnian", "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish",
    "de": "German",
    "el": "Greek", "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish",
    "fr": "French", "ga": "Irish", "gl": "Galician", "gu": "Gujarati", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "ht": "Haitian Creole", "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian",
    "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "km": "Khmer",
    "kn": "Kannada", "ko": "Korean", "ku": "Kurdish", "lo": "Lao", "lt": "Lithuanian", "lv": "Latvian",
    "mk": "Macedonian", "ml": "Malayalam", "mn": "Mongolian", "mr": "Marathi", "ms": "Malay", "mt": "Maltese",
    "nb": "Norwegian", "ne": "Nepali", "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian", "or": "Odia",
    "pa": "Punjabi", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "si": "Sinhala", "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish",
    "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "th": "Thai", "tl": "Tagalog", "tr": "Turkish",
    "ug": "Uyghur", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "xh": "Xhosa", "zh": "Chinese",
    "zu": "Zulu",
}  # fmt: skip


def other_languages(encounter: Encounter) -> Mapping[int, str]:
    """The turns that are not in English, each with the reason in words ("spoken in Spanish").

    A speaker whose longer turns are mostly in one other language is taken to say the short ones in it too.
    """
    found: dict[int, str] = {}
    for turns in _by_speaker(encounter).values():
        looks = {turn: foreign(encounter.turns[turn].text) for turn in turns}
        suspects = [turn for turn in turns if looks[turn]]
        if suspects:
            found |= _of_one(encounter, turns, suspects, looks)
    return found


def _by_speaker(encounter: Encounter) -> Mapping[tuple[str, object], list[int]]:
    turns: dict[tuple[str, object], list[int]] = defaultdict(list)
    for index, turn in enumerate(encounter.turns):
        if turn.text:
            turns[turn.speaker, turn.role].append(index)
    return turns


def _of_one(
    encounter: Encounter, turns: Sequence[int], suspects: Sequence[int], looks: Mapping[int, bool | None]
) -> dict[int, str]:
    told = sum(look is not None for look in looks.values())
    if len(suspects) > MOSTLY * told:
        spoken = language(" ".join(encounter.turns[turn].text for turn in suspects))
        return {turn: f"spoken in {spoken}" for turn in turns if looks[turn] is not False} if spoken else {}
    long = [turn for turn in suspects if len(words(encounter.turns[turn].text)) >= ALONE]
    named = ((turn, language(encounter.turns[turn].text)) for turn in long)
    return {turn: f"spoken in {spoken}" for turn, spoken in named if spoken}


def language(text: str) -> str:
    """The name of the language of a text; "" where it is English, too short or not clear."""
    if len(words(text)) < FEWEST and text.isascii():
        return ""
    from py3langid import rank

    ranked = rank(text[:2000])
    scores = np.array([score for _, score in ranked], dtype=float)
    chance = np.exp(scores - scores.max())
    code = ranked[int(scores.argmax())][0]
    if code == "en" or chance.max() / chance.sum() < SURE:
        return ""
    return _NAMES.get(code, "")
