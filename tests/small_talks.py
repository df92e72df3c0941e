"""Random small talks in the notation of the worked examples, for properties."""

from __future__ import annotations

from hypothesis import strategies as st

CLINICIAN = (
    "question_open question_closed reflection_simple reflection_complex empathy reassurance partnership"
    " information advice permission affirmation choice self_disclosure"
).split()
PATIENT = "cue concern pain disclosure patient_question withdrawal".split()
SAID = (
    "Okay.",
    "Tell me more about that.",
    "My knee hurts at night.",
    "Your daughter will be glad.",
    "My daughter is moving to the bakery.",
    "Is the knee worse?",
    "Bend your knee for me.",
    "I see.",
    "",
)


def talks(sure: bool = False, turns: int = 12) -> st.SearchStrategy[str]:
    """Talks of 5 to `turns` turns; `sure` gives whole codes only, as a person's."""
    return st.lists(_lines(sure), min_size=5, max_size=turns).map("\n".join)


@st.composite
def _lines(draw: st.DrawFn, sure: bool) -> str:
    who, text = draw(st.sampled_from("CP")), draw(st.sampled_from(SAID))
    acts = draw(st.lists(st.sampled_from(CLINICIAN if who == "C" else PATIENT), max_size=2, unique=True))
    if not text:
        acts = []
    if who == "C" and not acts and text and draw(st.booleans()):
        acts = ["backchannel"]
    p = st.just(1.0) if sure else st.sampled_from([0.1, 0.3, 0.5, 0.8, 1.0])
    return f"{who}: {text} {{{', '.join(f'{act} {draw(p)}' for act in acts)}}}"
