"""Our coordination on the same turns: DATA MANY FOLDER OUT."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

import numpy as np
from made_turns import made_turns

from openrapport.measures.coordination import coordination_of_pairs
from openrapport.measures.markers import Markers

data, many, folder, out = sys.argv[1:]
turns = list(made_turns(Path(data), int(many)))
lists = json.loads(Path(folder, "markers.json").read_text())

begun = time.perf_counter()
markers = Markers(lists)
marks = markers.in_texts(text for _, _, _, text in turns)
place = {name: index for index, (name, _, _, _) in enumerate(turns)}
pairs: dict[tuple[str, str], int] = {}
heard, said, pair = [], [], []
for index, (_, before, who, _) in enumerate(turns):
    if before is None or turns[place[before]][2] == who:
        continue
    heard.append(place[before])
    said.append(index)
    pair.append(pairs.setdefault((who, turns[place[before]][2]), len(pairs)))
scores = coordination_of_pairs(marks[heard], marks[said], np.array(pair), len(pairs))
seconds = time.perf_counter() - begun

found = {
    f"{a} {b}": {kind: float(x) for kind, x in zip(markers.kinds, row, strict=True) if not np.isnan(x)}
    for (a, b), row in zip(pairs, scores, strict=True)
}
found = {names: values for names, values in found.items() if values}
megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
Path(out).write_text(json.dumps({"seconds": seconds, "megabytes": megabytes, "scores": found}))
