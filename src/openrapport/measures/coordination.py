"""Coordination (danescu2012): how much likelier a kind of word is in a reply to a turn that has it.

Pure functions of arrays, which take any marker list, so that they can be compared with other people's code.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Marked = NDArray[np.bool_]
Scores = NDArray[np.float64]
FEWEST_HEARD = 3  # turns with a marker below which it says nothing (as in ConvoKit)


def coordination_of_pairs(
    heard: Marked, said: Marked, pair: NDArray[np.int64], pairs: int, fewest: int = FEWEST_HEARD
) -> Scores:
    """For each of `pairs` pairs of speakers and each marker: P(in the reply | in the turn) − P(in the reply).

    heard  turns × markers: which markers the turn replied to has
    said   turns × markers: which markers the reply has
    pair   for each turn, the number of its pair of speakers, from 0
    NaN where fewer than `fewest` of the turns replied to have the marker. Shape: pairs × markers.
    """
    scores = np.full((pairs, heard.shape[1]), np.nan)
    replies = np.bincount(pair, minlength=pairs)
    for marker in range(heard.shape[1]):
        there = np.bincount(pair, heard[:, marker], pairs)
        told = np.bincount(pair, said[:, marker], pairs)
        both = np.bincount(pair, heard[:, marker] & said[:, marker], pairs)
        enough = there >= max(fewest, 1)
        scores[enough, marker] = both[enough] / there[enough] - told[enough] / replies[enough]
    return scores


def coordination(heard: Marked, said: Marked, fewest: int = FEWEST_HEARD) -> float:
    """The mean over markers, of one pair of speakers; NaN where no marker was heard often enough."""
    scores = coordination_of_pairs(heard, said, np.zeros(len(heard), dtype=np.int64), 1, fewest)[0]
    return float(scores[~np.isnan(scores)].mean()) if (~np.isnan(scores)).any() else float("nan")


def rotated_coordination(heard: Marked, said: Marked, fewest: int = FEWEST_HEARD) -> Scores:
    """The same with every reply moved along to the next turn, to the one after, and so on all the way round.

    The first entry is coordination itself. Over all of them the mean is 0, since every turn meets every reply.
    One entry a turn; all of them at once, as a circular correlation. Empty where no marker was heard enough.
    """
    enough = heard.sum(axis=0) >= max(fewest, 1)
    if not enough.any():
        return np.empty(0)
    n, there, told = len(heard), heard[:, enough].astype(float), said[:, enough].astype(float)
    product = np.fft.rfft(there, axis=0) * np.conj(np.fft.rfft(told, axis=0))
    both = np.rint(np.fft.irfft(product, n, axis=0))
    return np.asarray((both / there.sum(axis=0) - told.mean(axis=0)).mean(axis=1))
