"""Notice given for a manoeuvre holds for the next steps of it."""

from openrapport.flow import Flow
from openrapport.measures.examples import talk

STEPS = """
C: I'm going to put one hand under your heel. Is that okay? {permission}
P: Are they cold?
C: Like fish. Ready?
P: Ready.
C: Now I'm pressing along the muscle.
P: Ow. {pain}
"""


def test_notice_two_holds_before_is_notice() -> None:
    flow = Flow(talk(STEPS.replace("{permission}", "")))
    assert flow.happenings("touch_unannounced") == ()
    assert [happening.turn for happening in flow.happenings("touch_announced")] == [0, 4]


def test_without_notice_a_touch_is_unannounced() -> None:
    notice = "I'm going to put one hand under your heel. Is that okay? {permission}"
    flow = Flow(talk(STEPS.replace(notice, "So.")))
    assert [happening.turn for happening in flow.happenings("touch_unannounced")] == [4]
