"""How people tell of their life: study, work, home, family, pastimes, what is coming up. Not health."""

from __future__ import annotations

import re

_KIN = (
    r"(?:sisters?|brothers?|daughters?|sons?|wife|husband|partner|boyfriend|girlfriend|fianc[eé]+|mum|mom"
    r"|mother|dad"
    r"|father|parents|nan|gran|grandma|granddad|grandpa|kids|children|twins|grand(?:son|daughter|children"
    r"|kids)s?"
    r"|nieces?|nephews?|aunt|uncle|cousins?|flatmates?|roommates?|housemates?|best (?:friend|mate))"
)
_JOB = (
    r"(?:accountant|actor|architect|artist|baker|banker|barber|barista|bookkeeper|bricklayer|builder"
    r"|butcher|carer"
    r"|caretaker|carpenter|cashier|chef|cleaner|clerk|coach|composer|consultant|cook|custodian|decorator"
    r"|dentist"
    r"|designer|developer|doctor|driver|editor|electrician|engineer|farmer|firefighter|fisherman|florist"
    r"|gardener"
    r"|hairdresser|historian|janitor|jockey|joiner|journalist|judge|lab(?:o(?:u)?rer)|landscaper|lawyer"
    r"|lecturer"
    r"|librarian|manager|mechanic|midwife|miner|musician|nanny|nurse|paralegal|pharmacist|photographer"
    r"|pilot|plumber"
    r"|police officer|porter|postman|printer|producer|professor|programmer|receptionist|researcher|roofer"
    r"|sailor"
    r"|salesman|scientist|secretary|shopkeeper|singer|social worker|soldier|solicitor|supervisor|surveyor"
    r"|tailor"
    r"|teacher|technician|tiler|trader|translator|trucker|tutor|vet|waiter|waitress|welder|writer"
    r"|\w+ (?:assistant|agent|worker|officer|operator))"
)
_DOING = (
    r"(?:garden|cook|bak|read|paint|draw|sing|danc|swim|run|hik|bik|cycl|walk|knit|sew|fish|climb|sail"
    r"|travel|camp|writ"
    r"|photograph|sketch|ski|surf|row|bowl|skat|jog|play)(?:e|n|m|t)?(?:ing)?"
)
_NUMBER = r"(?:a|an|one|two|three|four|five|six|\d)"
_OWN = r"(?:i've(?: got)?|i have(?: got)?|we've(?: got)?|we have(?: got)?)"
_AM = r"\bi(?:'m| am) (?:currently |still |also |now )?"
_SAID = (
    # study
    r"\bi (?:currently |also )?study\b(?! (?:a lot|hard|late))",
    rf"{_AM}(?:studying\b|training (?:to be|as|for)\b|learning (?:the |to )?\w+)",
    rf"{_AM}in (?:uni|university|college|high school|grade \w+|year \w+|my \w+ year|\w+ grade"
    rf"|med(?:ical)? school)\b",
    rf"{_AM}(?:a|an) (?:[\w-]+ ){{0,3}}(?:student|apprentice|undergraduate|freshman|sophomore)\b",
    rf"{_AM}doing (?:a|an|my) (?:\w+ )?(?:degree|master'?s|phd|course|a[- ]levels|gcses|apprenticeship"
    rf"|diploma)\b",
    # work
    r"\bi (?:currently |mostly |still |just |actually )?work (?:part[- ]time |full[- ]time |mainly )?(?:as"
    r"|at|for|from"
    r"|in|with|on the)\b",
    rf"{_AM}working (?:as|for|at|in|from)\b",
    rf"{_AM}(?:a|an) (?:[\w-]+ ){{0,2}}{_JOB}\b",
    rf"{_AM}(?:\w+ )?(?:retired|self-employed|unemployed)\b",
    r"\bi retired\b",
    r"\bi (?:run|own|manage) (?:a|an|my own|the) (?:\w+ )?(?:shop|caf[eé]|business|restaurant|farm|company"
    r"|bakery|salon"
    r"|garage|pub|bar|studio|firm|school|nursery|stall)\b",
    r"\bi (?:teach|coach|volunteer)\b",
    # home and family
    r"\bi live (?:there )?(?:alone|with|by myself|on my own|in|near)\b(?! fear| hope| constant)",
    rf"\b{_OWN} {_NUMBER} (?:[\w-]+ ){{0,2}}(?:kids?|child|children|sons?|daughters?|grand\w+|dogs?|cats?"
    rf"|pupp(?:y|ies)"
    r"|kittens?|horses?|rabbits?|hamsters?|parrots?|tortoise|twins|brothers?|sisters?)\b",
    rf"{_AM}(?:married|engaged|divorced|widowed|an only child)\b",
    rf"\b(?:my|our) {_KIN}(?: [a-z]+)?(?: also)?(?:'s| is| are)? (?:lives?|works?|studies|study|plays?"
    rf"|teach(?:es)?|runs?"
    r"|getting married|got married|moving|moved|graduated|graduating|starting|visiting|coming over"
    r"|at (?:uni|university|college)|\d+(?: years old)?)\b(?! me\b| up\b| out\b| well\b| down\b)",
    rf"\b(?:my|our) {_KIN}(?:'s| is) (?:a|an) (?:[\w-]+ ){{0,2}}{_JOB}\b",
    r"\b(?:my|our) (?:dog|cat|horse|puppy|kitten|rabbit|parrot|tortoise|hamster)s? (?:is|are|'s|called"
    r"|likes?|loves?)\b",
    # what they like to do
    r"\bi (?:also |still |sometimes |often |usually |mostly )?play (?!it\b|with\b|up\b|along\b|that\b"
    r"|them\b|around\b)\w+",
    r"\bi (?:also |still |often |usually |regularly |like to |love to )?go (?:swimming|running|cycling"
    r"|climbing|fishing"
    r"|hiking|dancing|sailing|riding|bowling|camping|biking|skiing|surfing|birdwatching|to (?:church|choir"
    r"|the gym"
    r"|the mosque|the temple|the football))\b",
    r"\bi do (?:some |a bit of |a lot of )?(?:yoga|pilates|judo|karate|boxing|pottery|ballet|gardening|woodwork"
    r"|volunteering|photography|crossfit|stand-up)\b",
    rf"\bi (?:also |really |just |do )?(?:enjoy|love|like)(?: to| to go| doing)? {_DOING}\b",
    rf"{_AM}(?:really |quite |very |big )?into (?!the\b|it\b|my\b|this\b|that\b|hospital\b|work\b)\w+",
    r"\bi (?:sing|dance|paint|knit|bake|cycle|swim|climb|hike|sail|fish|keep bees|collect)\b",
    r"\bmy (?:hobby|hobbies|allotment|band|choir|team|orchestra|book club)\b",
    # what is coming up
    rf"{_AM}(?:getting married|graduating|retiring|moving (?:to|house|in|out)|going on (?:holiday|vacation"
    rf"|a \w+)"
    r"|flying (?:to|out|home)|starting (?:a|my) (?:new )?(?:job|course|degree)|doing the|organi[sz]ing"
    r"|running (?:a|the) (?:\w+ )?marathon)\b",
    r"\bwe(?:'re| are) (?:getting married|moving (?:to|house|in|out)|going on (?:holiday|vacation|a \w+)"
    r"|flying)\b",
    rf"\b{_OWN} (?:a|an|my|our|the|some) (?:\w+ )?(?:exams?|finals|interview|match|audition|wedding|concert"
    rf"|recital"
    r"|tournament|race|holiday|trip|gig|driving test|competition)\b",
    r"\bmy (?:exams?|finals|wedding|graduation|holiday|driving test|interview|(?:\w+ )?birthday|leaving do"
    r"|retirement)"
    r" (?:is|are|starts?|comes?)\b",
)
_LIFE = re.compile("|".join(_SAID))
_HEALTH = re.compile(
    r"\b(?:pain\w*|hurt\w*|ach(?:e|es|y|ing)|sore\w*|symptom\w*|cough\w*|fever\w*|sick\w*|ill|illness\w*"
    r"|vomit\w*|nause\w*"
    r"|headache\w*|migraine\w*|cancer\w*|tumou?r\w*|diabet\w*|asthma\w*|copd|blood|heart|lungs?|kidneys?"
    r"|liver|stroke\w*"
    r"|thyroid\w*|arthritis|allerg\w*|infect\w*|disease\w*|disorder\w*|diagnos\w*|depress\w*|anxi\w*"
    r"|panic\w*|stress\w*"
    r"|worr(?:y|ied)\w*|scared|surger\w*|operation|hospital\w*|doctor's|gp|clinic|tablets?|pills?"
    r"|medic(?:ine|ines|ation"
    r"|ations|ines)|inhalers?|vitamins?|dose|antibiotic\w*|vaccin\w*|covid|virus|flu|colds?|smok\w*"
    r"|cigarette\w*|drink\w*"
    r"|alcohol\w*|beers?|wines?|weed|cannabis|marijuana|drugs?|cocaine|vap(?:e|ing)|sex\w*|condom\w*"
    r"|pregnan\w*|period"
    r"|breath\w*|dizz\w*|tired\w*|swell\w*|swollen|rash\w*|itch\w*|injur\w*|broke|broken|fractur\w*"
    r"|sprain\w*|strain\w*"
    r"|twist\w*|fell|fall(?:en)?|hit|kicked|tackled|knees?|ankles?|shoulders?|hips?|wrists?|elbows?|back"
    r"|neck|chest|legs?"
    r"|calf|foot|feet|arms?|throat|ears?|nose|stomach|tummy|belly|skin|weight|diet|healthy|died|dead"
    r"|dementia|passed away"
    r"|suffer\w*|exposed|asbestos|dust|notic\w*|difficult\w*|harder|struggl\w*|can't|couldn't|better|worse)\b"
)
_SUPPOSED = re.compile(r"\b(?:if|when|whenever|while|once|wish|unless|as|says?|said|that)(?: \w+)? ?$")
_LEAST = 2  # words below which there is nothing to remember


def tells_of_life(text: str) -> bool:
    """Whether the sentence (lower case, without fillers) tells something of the speaker's life, health apart."""
    found = _LIFE.search(text)
    if not found or text.endswith("?") or _HEALTH.search(text) or len(text.split()) < _LEAST:
        return False
    return not _SUPPOSED.search(text[: found.start()])
