"""Short lists of words that do one kind of work: the first coder hears "a word of feeling" as one thing.

Our own lists, written from the codebook's definitions and from general knowledge of English, not taken from
any talk: with few true cases to learn from, a coder that knows "scared" must not have to learn "frightened".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_LISTS = {
    "bad feeling": "afraid|alone|angry|annoyed|anxious|anxiety|ashamed|bothered|crying|cry|depressed|desperate|"
    "devastated|distressed|down|embarrassed|embarrassing|fear|feared|fed up|frightened|"
    "frightening|frustrated|frustrating|grief|guilty|guilt|helpless|hopeless|hurt|lonely|lost|"
    "low|mad|miserable|nervous|nervousness|overwhelmed|overwhelming|panic|panicked|panicking|sad|"
    "scared|scary|scares|shame|stress|stressed|stressful|struggling|terrified|terrifying|unhappy|"
    "upset|upsetting|useless|worried|worries|worry|worrying|worthless|freaked out|freaks me out|"
    "gets me down|on edge|can't cope",
    "strain": "a lot on|too much|a bit much|a lot lately|exhausted|exhausting|tired of|fallen apart|"
    "falling apart|hard time|hard for me|hard on me|it's hard|been hard|been tough|tough|rough|"
    "difficult|can't sleep|not sleeping|keeps me awake|keeps me up|can't work|can't manage|"
    "don't know what to do|what if|died|passed away|cancer|my dad had|my mum had|my mom had|"
    "my mother had|my father had|runs in the family|divorce|lost my job|haven't told|just me|"
    "on my own|by myself",
    "good feeling": "better|calm|calmer|comfortable|glad|happy|hopeful|pleased|proud|relaxed|relieved|relief",
    "pain": "ache|aches|aching|achy|agony|burning|burns|cramp|cramping|cramps|discomfort|excruciating|"
    "hurting|hurts|pain|painful|pains|sharp|sore|soreness|stabbing|stings|stinging|tender|"
    "tenderness|throbbing|it hurts|headache|headaches|stomachache",
    "thanks": "appreciate|appreciated|cheers|grateful|thank|thanks|thank you|helpful|really helps|"
    "that helps|that's great|lovely|you've been",
    "praise": "amazing|brave|excellent|fantastic|good for you|great job|impressed|impressive|strength|"
    "strong|that's great|well done|wonderful|you've done|you've managed|you've worked|good work|"
    "good job|takes courage|courage|proud of you|you care|congratulations|big step|right thing",
    "sorry for": "sorry to hear|sorry that you|sorry you're|sorry you've|must be|must have been|must feel|"
    "that sounds|sounds like|sounds really|sounds very|i can imagine|i can understand|"
    "understandable|i understand|i can see|i can hear|anyone would|no wonder|of course you|"
    "makes sense",
    "sorry": "apologies|apologise|apologize|i'm sorry|my fault|my mistake|i should have|i shouldn't have|"
    "i apologise|i apologize|forgive|sorry about that|sorry for the|sorry i",
    "calm down": "common|don't worry|harmless|nothing serious|nothing to worry|not serious|no need to|"
    "not dangerous|perfectly normal|quite normal|rest assured|try not to worry|reassure|"
    "reassured|reassuring|will be fine|be okay|you'll be|completely normal|very common|good news|"
    "unlikely",
    "together": "alongside|here for you|i'll be here|let's|side by side|team|together|with you|work on this|"
    "between us we|we'll|we can work|help you|support you|i'm here",
    "your choice": "at any time|decide|decision|entirely|in charge|it's your|your choice|your decision|"
    "your call|up to you|whenever you|you can stop|you choose|you decide|your own pace|"
    "you're the|only you|no pressure|if you want|when you're ready",
    "leave": "all right if|alright if|are you okay with|can i|could i|do you mind|happy for me|if i may|"
    "is it okay|is it ok|may i|mind if|okay if|ok if|okay with you|would you mind|permission|"
    "would it be",
    "options": "alternatively|another option|choice|choices|couple of|either|different ways|one option|"
    "option|options|or we could|other option|rather|several|two ways|we could|which would|"
    "would you prefer|what would you think|how about|how would you feel|pros and cons",
    "instruction": "have to|i'd suggest|i'd like you to|i recommend|i suggest|i would|i'd advise|make sure|"
    "need to|should|must|recommend|suggest|try to|you can take|you could|you need|you'll need|"
    "you might want|you ought|you should|avoid|advice|advise|call us|come back|go to|keep an eye|"
    "stop taking|why don't you|take",
    "force": "absolutely not|come on|don't you think|excuse|excuses|honestly|if you don't|irresponsible|"
    "nonsense|obviously|ridiculous|seriously|that's not what|the fact is|the problem is|"
    "why didn't you|why haven't you|you can't just|you have to|you know better|you must|"
    "you really|you're just|your fault|in your head|you're going to|kill|selfish|silly",
    "agenda": "before we|begin by|first|firstly|first of all|going to ask|i'll ask|i'm going to|"
    "i'd like to ask|i want to ask|later on|let me just|move on|moving on|next|start by|"
    "start with|then we'll|today we|what we'll do|come back to|few questions|some questions|"
    "few minutes|talk about",
    "checked": "any questions|anything unclear|correct me|did i get|did i miss|does that make sense|"
    "does that sound|have i got|have i understood|if i've understood|in your own words|"
    "is that clear|is that right|just to check|just to summarise|make sense|right so far|"
    "sound right|tell me back|to recap|to summarise|have i missed|am i right|let me make sure|"
    "let me see if|so just to|okay with that|sound okay|sounds okay",
    "private": "anonymous|between us|between you and me|confidential|confidentiality|notes|nobody else|"
    "no one else|on your own|privacy|private|record|see this|share|shared|stays here|stays in|"
    "without your|won't tell|won't go",
    "social": "birthday|christmas|coffee|dog|football|football match|funny|garden|game|haha|holiday|"
    "how's your|how are you doing today|journey|joking|nice to meet|nice to see|parking|"
    "lovely to|rain|sunny|traffic|weather|weekend|good morning|good afternoon|welcome|"
    "pleased to meet|have a good|have a nice",
    "own life": "i had the same|i myself|i went through|in my own|my daughter|my husband|my kids|my mother|"
    "my own|my son|my wife|when i was|i've had|i used to|me too|my father|my dad|my mum|"
    "happened to me|i also",
    "wish": "hope|hoped|hoping|i believe|i think it|i thought it|i want|i wanted|i was hoping|"
    "i was wondering|i wish|i'd like|i'd love|i'd prefer|i'd rather|i would like|i would prefer|"
    "important to me|my goal|prefer|i don't want|could it be|might be",
    "towards": "change|cut down|cutting down|give it a|give up|going to try|healthier|i can do|i could|"
    "i might|i need to|i should|i want to|i will|i'll|quit|quitting|ready|stop|stopping|try|"
    "willing|i'm going to|for my kids|start|reduce",
    "away": "can't|don't care|don't need|don't see|don't think|don't want|hard to|i enjoy|i like|"
    "it helps me|it's not a problem|just can't|no big deal|no reason|not a big|not a problem|"
    "not going to|not really|not ready|relaxes|too hard|won't|what's the point|everybody does|"
    "everyone does|tried that",
    "pushes back": "don't listen|every time|keep asking|keep telling|last time you|listening|never told|nobody|"
    "no one|not helping|not listening|nothing works|same thing|told you|waited|waiting|waste|"
    "you don't|you people|you never|you said|you keep|not fair|already told",
    "leaves it": "fine|i dunno|i don't know|i guess|if you say|it's fine|nothing|rather not|suppose|whatever|"
    "you're the doctor|you're the expert|doesn't matter|never mind|not much|forget it|"
    "nothing really",
    "judged": "affair|alcohol|beer|beers|bottle|cigarettes|cocaine|debt|drank|drink|drinking|drugs|drunk|"
    "gambling|heroin|high|jail|joint|money|pot|police|prison|sex|smoke|smoked|smoking|stole|weed|"
    "wine|haven't been taking|stopped taking|skipped|forgot to take|rent|boyfriend|girlfriend|"
    "partner|wife|husband",
    "care": "antibiotics|blood|check|condition|diagnosis|doctor|dose|examination|examine|hospital|"
    "infection|medication|medicine|pill|pills|prescribe|prescription|referral|scan|side effects|"
    "surgery|symptoms|tablet|tablets|test|tests|treatment|virus|x-ray",
    "asks": "can you|could you|do i|do you|does it|how|how long|how many|how much|is it|is there|"
    "should i|what|what about|what if|when|where|which|who|why|will i|will it|are you|have you|"
    "did you|does|is that|any",
    "tells": "because|caused by|causes|it means|it's called|so what happens|that means|this is called|"
    "it works|the reason|most people|research|studies|usually|percent|risk|likely|might be|"
    "i think|i'll|we'll|arrange",
    "listens": "ah|alright|exactly|go on|good|great|hmm|i see|mhm|mm|mm-hmm|hm|oh|ok|okay|really|right|sure|"
    "uh-huh|uh huh|yeah|yep|yes|mm hmm|perfect|fine",
    "back to you": "you feel|you felt|you're feeling|you're saying|you've been|you want|you don't|so you|you're|"
    "you said|you mentioned|on the one|on the other|part of you|it seems|seems like|you're not|"
    "you know",
}
NAMES = tuple(_LISTS)
_LISTED: dict[str, set[str]] = {}
for _name, _phrases in _LISTS.items():
    for _phrase in _phrases.split("|"):
        _LISTED.setdefault(_phrase.replace("-", " "), set()).add(_name)


def lists_in(tokens: Sequence[str]) -> set[str]:
    """The names of the lists of which at least one word or phrase stands among the tokens."""
    return {name for run in _runs(tokens) for name in _LISTED.get(run, ())}


def _runs(tokens: Sequence[str]) -> Iterator[str]:
    for length in range(1, 5):
        for start in range(len(tokens) - length + 1):
            yield " ".join(tokens[start : start + length])
