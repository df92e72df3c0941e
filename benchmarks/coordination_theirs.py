"""ConvoKit's coordination. Run in ConvoKit's environment: DATA MANY FOLDER OUT."""

from __future__ import annotations

import json
import resource
import sys
import time
from importlib import resources
from pathlib import Path

from convokit import Corpus, Speaker, Utterance
from convokit.coordination.coordination import Coordination
from made_turns import made_turns

data, many, folder, out = sys.argv[1:]
speakers: dict[str, Speaker] = {}
utterances = [
    Utterance(
        id=name,
        speaker=speakers.setdefault(who, Speaker(id=who)),
        conversation_id=name.partition("_")[0] + "_0",
        reply_to=before,
        text=text,
    )
    for name, before, who, text in made_turns(Path(data), int(many))
]
corpus = Corpus(utterances=utterances)
begun = time.perf_counter()
coordination = Coordination()
coordination.fit(corpus)
scores = coordination.pairwise_scores(corpus, corpus.speaking_pairs())
seconds = time.perf_counter() - begun

# ConvoKit's own list, so that both count the same markers; it stays in this run's folder
lists: dict[str, list[str]] = {}
for line in resources.files("convokit").joinpath("data/coord-liwc-patterns.txt").read_text().splitlines():
    kind, patterns = line.split("\t")
    lists[kind] = [p[2:-2] if p.endswith("\\b") else p[2:] + "*" for p in patterns.split("|")]
Path(folder, "markers.json").write_text(json.dumps(lists))
found = {f"{a.id} {b.id}": dict(values) for (a, b), values in scores.items() if values}
megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
Path(out).write_text(json.dumps({"seconds": seconds, "megabytes": megabytes, "scores": found}))
