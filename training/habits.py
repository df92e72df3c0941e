"""The habits of speech by which roles are told: name → (counted per, what it looks like in a turn's words).

A turn's words are lower case, joined by single spaces, without punctuation. Our own lists.
"""

from __future__ import annotations

_OPENS = "do|did|have|has|had|are|is|was|were|can|could|would|will|what|what's|when|where|how|how's|which|who|does"
_ON = (
    "you|you've|your|there|it|the|that|this|any|long|often|many|much|about|kind|sort|else|other|old|brings"
    "|are|is|do|does|did|have|was|would|can|they|he|she"
)
_BODY = (
    "head|neck|throat|chest|stomach|tummy|belly|back|leg|legs|knee|foot|feet|ankle|hip|arm|arms|hand|hands|wrist"
    "|elbow|shoulder|skin|eye|eyes|ear|ears|nose|mouth|heart|body|breath|breathing|bowels|periods?|weight"
)
_KIN = (
    "wife|husband|partner|mum|mom|mother|dad|father|son|daughter|kids|children|family|sister|brother|friends?"
    "|boyfriend|girlfriend|job|work|boss|doctor|gp"
)

HABITS: dict[str, tuple[str, str]] = {
    "question_mark": ("turn", r"\?"),
    "asks": ("word", rf"\b(?:{_OPENS}) (?:{_ON})\b"),
    "starts_by_asking": ("turn", rf"^(?:(?:and|so|okay|ok|um|uh|alright|right) )*(?:{_OPENS}|any) "),
    "any": ("word", r"\bany(?:thing|one|body)?\b"),
    "you": ("word", r"\b(?:you|your|yours|yourself)(?:'\w+)?\b"),
    "i": ("word", r"\b(?:i|i'\w+|my|me|mine|myself)\b"),
    "tells_of_self": (
        "word",
        r"\bi(?:'ve been|'ve had|'ve got| have been| have had| had| was| got| get| feel| felt| noticed| can't"
        r"| couldn't| just| don't| didn't| haven't|'m not| started| went| try| tried| take| usually)\b",
    ),
    "my_body": ("word", rf"\bmy (?:(?:left|right|lower|upper|whole) )?(?:{_BODY})\b"),
    "my_people": ("word", rf"\bmy (?:{_KIN})\b"),
    "hurts": ("word", r"\b(?:hurts?|painful|aching|sore|itchy|dizzy|sick|tired|worse|worried|scared|awful)\b"),
    "answers": (
        "turn",
        r"^(?:(?:um|uh|well|oh) )*(?:yes|yeah|yep|yup|no|nope|nah|not|just|probably|maybe|i|it's|it)\b",
    ),
    "receives": (
        "turn",
        r"^(?:okay|ok|alright|all right|right|great|good|perfect|fine|sure|got it|i see|so|and)\b",
    ),
    "explains": (
        "word",
        r"\b(?:which means|that means|what happens|caused? by|causes|side effects?|usually|most likely|symptoms?"
        r"|condition|treatments?|infection|likely|the reason|the good news|it sounds|sounds like|in terms of)\b",
    ),
    "plans": (
        "word",
        r"\b(?:i'd like|i would like|i'm going to|i'm gonna|we'll|we will|we can|let's|recommend|suggest"
        r"|i want you|you should|you need to|you can|you could|if you"
        r"|i'll (?:prescribe|order|send|refer|give|arrange|book))\b",
    ),
    "examines": (
        "word",
        r"\b(?:take a look|have a look|listen to|let me|examin\w+|blood pressure|heart rate|press(?:ing)?"
        r"|deep breath|blood tests?|x-ray|scan|ultrasound)\b",
    ),
    "takes_history": (
        "word",
        r"\b(?:medical|allerg\w+|medications?|family history|smoke|alcohol|date of birth|recreational|surger\w+"
        r"|hospitali\w+|vaccin\w+|scale of|past|diagnosed|noticed|describe|experienc\w+)\b",
    ),
    "welcomes": (
        "word",
        r"\b(?:how can i help|what brings|what can i do|how may i|i'm dr|i'm doctor|my name|nice to meet"
        r"|tell me|thanks for|thank you for|how are you|brings you|come in)\b",
    ),
    "gives_back": ("word", r"\b(?:so you|you feel|you've been|you're|you mentioned|you said|for you|you want)\b"),
    "says_doctor": (
        "word",
        r"\b(?:thank you|thanks|hi|hello|hey|morning|afternoon|yes|no|okay) (?:doctor|doc|dr)\b",
    ),
    "unsure": ("word", r"\b(?:i don't know|i guess|i think|i mean|kind of|kinda|like|i suppose|not sure)\b"),
    "thanks": ("word", r"\b(?:thank you|thanks)\b"),
    "of_another": ("word", r"\b(?:he|she|he's|she's|his|her|him|hers|himself|herself|he'd|she'd)\b"),
    "of_a_relative": ("word", r"\bmy (?:son|daughter|husband|wife|mum|mom|mother|dad|father|child|baby|little)\b"),
    "we": ("word", r"\b(?:we|we've|we're|us|our)\b"),
    "long_turns": ("turn", r"\b\w"),
}
