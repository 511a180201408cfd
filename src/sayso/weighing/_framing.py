"""How a headline puts its claim: as a fact, as somebody's word or a possibility, or as refuted."""

from __future__ import annotations

import re
from typing import Final

from ._claim_words import WORD


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’-])(?:{pattern})(?!\w)", re.IGNORECASE)


_WRONG: Final = _words(
    r"hoax(?:es|er|ers)?|fak(?:e|es|ed|ery)|phony|bogus|false|falsely|untrue|debunk(?:s|ed|ing)?|myths?"
    r"|li(?:e|es|ed|ar)|(?:complete |total |pure )?fabricat(?:ion|ions|ed)|baseless|groundless|unfounded"
    r"|(?:made|makes?|making) (?:it |that |this )?up|pranks?|satir(?:e|ical)|parody|photoshopped|doctored"
    r"|staged|nonsense|bs|bull|(?:conspiracy|crackpot) theor(?:y|ies)|misinformation|disinformation|hacked"
    r"|imposter|impostor|wrong|too good to be true|no truth|(?:falls?|fell) for|fool(?:s|ed)|dup(?:es|ed)"
    r"|trick(?:s|ed)|disprov(?:es?|ed|en)|refut(?:es?|ed)|busted|crazy|ridiculous|absurd|retract(?:s|ed)?"
    r"|walks? back|backs? (?:off|away)|backtracks?"
)
_DENY: Final = _words(
    r"den(?:y|ies|ied|ying)|dismiss(?:es|ed)?|rejects?|rejected|disput(?:es|ed)|rebuts?|rebutted|shoots? down"
    r"|shot down|slams? (?:rumou?rs?|reports?|claims?)|rubbish(?:es|ed)|rules? out|disavows?|downplays?"
    r"|quash(?:es|ed)|pushes back|contradicts?|no plans?|no longer|stops? short"
)
_NOT: Final = _words(r"not|never|cannot|\w+n['’]t|(?:is|are|was|were|did|does|has)nt|neither|nor|no")
_HEDGE: Final = _words(
    r"reportedly|allegedly|alleged|apparent(?:ly)?|supposed(?:ly)?|purported(?:ly)?|possibl[ey]|perhaps|maybe"
    r"|may|might|could|believed|feared|thought|rumou?r(?:s|ed)?|said to|appears?|appeared|seems?|seemingly"
    r"|suggests?|hints?|tips?|tipped|considering|considers|mulls|mulling|eyes|eyeing|weighs|weighing"
    r"|in (?:\w+ )?(?:talks|discussions)|nears?|close to|expected|forecast|mystery|unconfirmed|unverified"
    r"|speculation|conundrum|legend has it|reported to|probably|likely|purport|allegations?|suspected"
    r"|suspects?|you decide|or not|would|wants? to|hoping to|if"
)
_SAYS: Final = _words(
    r"says?|said|claims?|claimed|claiming|alleges?|alleged|according to|insists?|told|tells|asserts?|argues?"
    r"|accuses?|reports?|warns?|predicts?|sources?"
)
_CLAIMS: Final = _words(r"claims?|claimed|claiming")
_TALE: Final = _words(r"story|tale|saga|legend|explained|everything (?:we|you)|what (?:we|you)")
#: "Report:", "BBC:", "Police source:" before the claim.
_BEFORE: Final = re.compile(
    r"\W*(?:(?:new|exclusive|update)\W+)?(?:(?:\w+ ){0,2}(?:reports?|rumou?rs?|sources?|officials?|police"
    r"|family|activists?|parents?|witness(?:es)?|lawyers?|analysts?|study|mom|mother|father|experts?)"
    r"|[A-Z][A-Za-z]*[A-Z]\w*|(?:[A-Z]\w+ ){1,2}[A-Z]\w+) ?: "
)
#: ": report", "- sources", ", mayor says" after it.
_AFTER: Final = re.compile(
    r"(?: ?[:–—|-] |, )(?:the )?(?:\w+[ -]){0,3}?(?:reports?|sources?|rumou?rs?|officials?|police|[A-Z]{2,4})"
    r"(?: (?:says?|claims?|reports?))?\W*$"
    r"|(?:,| [:–—-]) (?:\w+ ){1,4}(?:says?|claims?|reports?|confirms?)\W*$"
)
_ASKS_FIRST: Final = re.compile(
    r"\W*(?:is|are|was|were|did|does|do|has|have|had|can|could|will|would|should|who|what|why|how|when|where"
    r"|which)\b",
    re.IGNORECASE,
)
_ANSWER: Final = re.compile(r"\?\W+(?:no|not|nope|nah|hardly)\b", re.IGNORECASE)
_FIRST_NO: Final = re.compile(r"\W*(?:no|sorry)\b", re.IGNORECASE)
QUOTED: Final = re.compile(
    r"(?<!\w)['‘]+(?=\w)(.{1,200}?)(?<=\w)[.,!?]?['’]+(?!\w)|[\"“]+([^\"“”]{1,300})[\"”]+"
)
#: Negation here is not of the claim: somebody's words, and "so that it won't".
_DOUBLE_QUOTED: Final = re.compile(r"[\"“][^\"”]+[\"”]")
_PURPOSE: Final = _words(r"so (?:that )?(?:\w+ )?(?:won|can|doesn|don|wouldn|couldn)['’]t")
#: "Woman who claimed …" says who she is, not that she claims it now.
_WHO_CLAIMS: Final = re.compile(
    r"\b(?:who|that|which|man|woman|whose)\s+(?:\w+\s+)?(?:claim\w*|says?|said|alleg\w+)\b", re.IGNORECASE
)
_VERB: Final = re.compile(
    r"\w+(?:ed|ing|en)$|(?:took|takes?|is|are|was|were|has|have|had|will|to|sold|sells?|shot|cut|kills?|dies?"
    r"|left|made|makes?|got|gets?|fell|won|lost|did|does|said|says|saw|went|came|gave|ate|hit|wrote|bought"
    r"|buys?|stole|fled|found|held|met|paid|ran|sent|told|threw|try|tries|adds?|plans?)$",
    re.IGNORECASE,
)
#: Headlines are short; what is longer is no headline, and only its beginning is looked at.
_LONGEST: Final = 400

#: The signs of `framing`, in order.
SIGNS: Final = tuple(
    """
    refutes wrong denied negated begins_with_no answers_no doubts_doubt soft_refutes asks asks_first
    asks_about_refuting hedged says source_before source_after claims soft quotes_claim quoted_share short
    long no_verb tale exclaims
    """.split()
)


def framing(headline: str) -> dict[str, float]:
    """The signs of how a headline puts its claim, each 0 … 2; the keys are `SIGNS`.

    Refuting words count by parity: "not a hoax" and "denies it is fake" affirm.
    """
    text = headline.strip()[:_LONGEST]
    bare = _PURPOSE.sub(" ", _DOUBLE_QUOTED.sub(" ", text))
    main = _WHO_CLAIMS.sub(" ", text)
    words = WORD.findall(text)
    wrong, denied, negated = (bool(p.search(t)) for p, t in ((_WRONG, text), (_DENY, text), (_NOT, bare)))
    answers = bool(_ANSWER.search(text))
    turns = 1 + denied + negated if wrong else int(denied or negated or answers)
    refutes = turns % 2 == 1
    plain = not refutes
    asks = "?" in text and not answers
    hedges = len(_HEDGE.findall(text))
    says, before, after = (bool(x) for x in (_SAYS.search(main), _BEFORE.match(text), _AFTER.search(text)))
    attributed = hedges > 0 or says or before or after
    quoted = [WORD.findall(match[1] or match[2]) for match in QUOTED.finditer(text)]
    longest = max(map(len, quoted), default=0)
    quotes_verb = any(_VERB.match(word) for some in quoted for word in some)
    values = {
        "refutes": refutes,
        "wrong": refutes * min(2, len(_WRONG.findall(text))),
        "denied": refutes and denied,
        "negated": refutes and negated and not wrong and not denied,
        "begins_with_no": refutes and bool(_FIRST_NO.match(text)),
        "answers_no": answers,
        "doubts_doubt": turns == 2,
        "soft_refutes": refutes and attributed,
        "asks": asks,
        "asks_first": plain and bool(_ASKS_FIRST.match(text)),
        "asks_about_refuting": refutes and asks,
        "hedged": plain * min(2, hedges),
        "says": plain and says,
        "source_before": plain and before,
        "source_after": plain and after,
        "claims": plain and bool(_CLAIMS.search(main)),
        "soft": plain and (attributed or asks),
        "quotes_claim": plain and longest >= 3 and quotes_verb,
        "quoted_share": plain * sum(map(len, quoted)) / max(1, len(words)),
        "short": len(words) <= 4,
        "long": len(words) >= 14,
        "no_verb": not any(_VERB.match(word) or word.lower().endswith("s") for word in words),
        "tale": bool(_TALE.search(text)),
        "exclaims": "!" in text,
    }
    return {name: float(value) for name, value in values.items()}
