"""How a promise sounds: "I'll ring the wheelchair service by Friday", not "I'll have a look now"."""

from __future__ import annotations

import re

_WILL = r"(?:i'll|i will|i shall|i'm going to|i'm gonna|we'll|we will|we're going to|we're gonna|let me)"
_ALSO = r"(?:(?:just|also|then|definitely|certainly|personally|now|go ahead and|go and|make sure to|be sure to) )*"
_AWAY = r"(?:my|the|your|our|her|his|them|him|someone|somebody|another)"  # whoever is not in the room
_DEEDS = (
    r"(?:ring|phone|telephone|email|e-mail|text|contact|chase|notify)\b(?! (?:up )?(?:it|that|this) here)",
    r"call (?!it\b|that\b|this\b)",
    r"fax\b",
    r"message (?:you|my|the|your|them)\b",
    r"write (?:to|you (?:a|an|out|up)|your (?:gp|doctor|school|work)|(?:a|the|up a|out a|your) (?:\w+ )?"
    r"(?:letter|prescription|referral|report))\b",
    r"send\b(?! you (?:home|straight|off|away|over)\b)",
    r"(?:refer|prescribe|arrange|organi[sz]e|order|book|request|reserve|schedule|forward)\b",
    r"sort (?:out )?(?:a|an|the|that|it|your)\b",
    r"get (?:back to|in touch|on to)\b",
    r"get (?:you|him|her|them) (?:an? |in )?(?:\w+ )?(?:appointment|referral|booked|with|leaflet|number"
    r"|letter)\b",
    r"get (?:an?|that|the|your) (?:\w+ ){0,2}(?:appointment|referral|prescription|letter|report)\b",
    rf"let (?:you|him|her|them|{_AWAY} \w+) know\b(?! (?:when to|as i|what i'm|before i|if i'm))",
    r"(?:check with|double[- ]check with|keep you (?:posted|informed|up to date|in the loop))\b",
    rf"(?:speak|talk|have a (?:word|chat)) (?:to|with) (?!{_AWAY} (?:\w+ )?patient)({_AWAY}|\w+ (?:from|at))\b",
    rf"ask {_AWAY} (?!same|other|next|usual|rest|follow|question)",
    rf"give (?:{_AWAY}|you)(?: \w+)? (?:a (?:\w+ )?(?:call|ring|bell|buzz|tinkle))\b",
    r"give you (?:an? |the |some )?(?:\w+ )?(?:referral|prescription|leaflets?|letter|(?:sick |fit )?note"
    r"|number"
    r"|address|details)\b",
    r"leave (?:the|that|my|a|you|our) (?:\w+ )?(?:number|note|card|leaflet|details|message|prescription"
    r"|letter)\b",
    r"(?:pass (?:it|that|this|them|your \w+) on|hand (?:it|that|this) over)\b",
    r"(?:fill in|fill out|print|post|pop) (?:\w+ ){0,3}(?:form|letter|leaflet|sheet|prescription|exercises"
    r"|post)\b",
    r"put (?:you (?:down|through|on the)|in an?|your name|a referral|together) ",
    r"set (?:you )?up (?:with )?(?:an?|the|another)\b",
    r"make (?:you |him |her )?(?:an?|the|another) (?:\w+ )?(?:appointment|referral|phone call|call)\b",
    r"remind (?:you|him|her|them)\b",
    r"(?:be in touch|come back to you (?:on|with|about)|come (?:and )?(?:see|visit) you)\b",
    r"bring (?:you|it|them|that|the|my|a)\b.* (?:next (?:time|week)|tomorrow|on \w+day)\b",
    r"be (?:sending|ringing|calling|writing to|arranging|ordering|referring|prescribing|emailing|contacting)\b",
    r"(?:take|drive|pick|collect) (?:you|him|her|it|them)\b.* (?:next week|tomorrow|tonight|on \w+day|back)\b",
)
_MY_DEEDS = r"(?:find out|look into|look (?:it|that) up)\b"  # said with "we", these are hopes
_PROMISE = re.compile(rf"\b(?:{_WILL} {_ALSO}(?:{'|'.join(_DEEDS)})|(?:i'll|i will|let me) {_ALSO}{_MY_DEEDS})")
_CONDITION = re.compile(r"\b(?:if|unless|in case|whether)\b")
_HEDGE = re.compile(r"\b(?:maybe|perhaps|might|may|probably|possibly|usually|normally|said|says|told \w+) ?$")
_OFFER = re.compile(
    r"\bif (?:you|that|it)(?:'d| would|'s|'re| are| is)? (?:like|want|prefer|agree|okay|ok|happy|all right)"
)
_HERE_AND_NOW = re.compile(
    r"\b(?:attending|preceptor|supervis\w+|resident|the doctor|staff physician|the team|ambulance|paramedics?"
    r"|right now|hang on|on the line)\b"
)
_DANGLING = re.compile(r"\b(?:an?|the|in for|to|for|and|so|will|we'll|i'll|of|with|my|your)$")


def promises(text: str) -> bool:
    """Whether the sentence (lower case, without fillers) promises a deed for after the visit.

    Offers, conditions, what is done in the same breath and what a student fetches from next door are none.
    """
    found = _PROMISE.search(text)
    if not found or _HERE_AND_NOW.search(text) or _OFFER.search(text, found.end()):
        return False
    if _DANGLING.search(text.rstrip(" .,!?…")):
        return False
    before = text[: found.start()]
    return not _CONDITION.search(before) and not _HEDGE.search(before)
