"""Which of the old Latin encodings bytes are in: statistics over letter shapes mix them up, odd letters do not.

In the right encoding a letter after a letter is one that its languages use; in a wrong one an "Õ" stands in
"It’s" or a "³" in a Polish word. The encoding with the fewest such oddities wins, Western first at a tie.
"""

from __future__ import annotations

import re

ALONE = 0.75  # share of non-ASCII bytes that stand alone, above which a text is Latin (our judgement)

_ASIDE = "’”“„…–—‘»«›‹€°²™®"
_NATURAL = {
    "cp1252": "àáâãäåæçèéêëìíîïðñòóôõöøùúûüþÿßœ" + _ASIDE,
    "cp1254": "âçîöûüğışßäà" + _ASIDE,
    "mac_roman": "àáâãäåæçèéêëìíîïñòóôõöøùúûüÿßœ" + _ASIDE,
    "cp1250": "áâăäąćçčďđéęěëíîĺľłńňóôőöŕřśşšťţúůűüýźžżß" + _ASIDE,
}
_AFTER_A_LETTER = re.compile(r"(?<=[^\W\d_A-Z])[^\0-\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_HIGH_ALONE = re.compile(rb"(?<![\x80-\xff])[\x80-\xff](?![\x80-\xff])")


def is_latin(sample: bytes) -> bool:
    """Whether the letters outside ASCII stand among ASCII ones, as accents do and other scripts do not."""
    return len(_HIGH_ALONE.findall(sample)) > ALONE * len(_HIGH.findall(sample))


def which_latin(sample: bytes) -> str:
    """The likeliest of cp1252, cp1254, mac_roman and cp1250."""
    return min(_NATURAL, key=lambda encoding: _odd(sample, encoding))


def _odd(sample: bytes, encoding: str) -> int:
    found = _AFTER_A_LETTER.findall(sample.decode(encoding, "replace"))
    return sum(character not in _NATURAL[encoding] for character in found)
