"""What each turn does: the codebook, who is who, and the coder."""

from openrapport.coding.act import Act, Codebook, load_codebook
from openrapport.coding.coded import Card, CodedEncounter, Reliability, human_card
from openrapport.coding.stage import code, ready_to_code

__all__ = [
    "Act",
    "Card",
    "Codebook",
    "CodedEncounter",
    "Reliability",
    "code",
    "human_card",
    "load_codebook",
    "ready_to_code",
]
