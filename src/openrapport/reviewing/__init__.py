"""What went well in an encounter, what is worth another look, and the report that says so."""

from openrapport.reviewing.moment import Moment
from openrapport.reviewing.review import Change, Review, review

__all__ = ["Change", "Moment", "Review", "review"]
