"""What outlives a visit: promises made, personal facts told; kept only once the clinician has confirmed them."""

from openrapport.alliance.carry import Carry, carry_to_toml, read_carry
from openrapport.alliance.fact import SharedFact
from openrapport.alliance.promise import Promise
from openrapport.alliance.proposals import propose

__all__ = ["Carry", "Promise", "SharedFact", "carry_to_toml", "propose", "read_carry"]
