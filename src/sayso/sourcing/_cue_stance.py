"""What a reporting verb says of its speaker's stance, kept apart from how certain the claim is.

The classes follow the usual division of verbs of communication and opinion (Levin 1993, section 37; Quirk
et al. 1985, 16.31): neutral telling, commitment, concession, denial, warning, opinion, question, directive.
"""

from __future__ import annotations

import re
from typing import Final


def _lemmas(words: str) -> tuple[str, ...]:
    return tuple(words.split())


#: Stances with the verbs (lemmas) that carry them; the first form names the act of the source.
STANCES: Final[dict[str, tuple[str, ...]]] = {
    # tells, and no more
    "said": _lemmas(
        """
        say tell call add discuss name state report write note explain describe mention remark observe
        comment reply respond answer continue conclude go_on talk speak relate recount detail cite quote
        tweet post blog email text call_in read put_it recall remember elaborate sum_up point_out
        testify brief inform list summarise summarize retweet share broadcast publish narrate chime_in
        joke quip muse reflect recollect reiterate repeat stress emphasise emphasize underline
        underscore highlight argue_back interject exclaim shout yell scream whisper mutter cry
        """
    ),
    # makes it known as new
    "announced": _lemmas(
        """
        announce declare proclaim unveil release issue introduce launch herald pronounce notify
        publicise publicize
        """
    ),
    # asserts it against doubt; the reporter does not vouch for it
    "claimed": _lemmas(
        """
        claim allege assert insist maintain contend argue aver profess purport charge boast brag swear
        vow_that protest make_out pretend posit
        """
    ),
    # grants it against its own interest
    "admitted": _lemmas(
        """
        admit acknowledge concede confess own_up grant accept come_clean
        """
    ),
    # vouches for what was said before
    "confirmed": _lemmas(
        """
        confirm verify affirm corroborate certify attest vouch authenticate substantiate ratify endorse
        uphold
        """
    ),
    # says it is not so
    "denied": _lemmas(
        """
        deny refute rebut dismiss reject repudiate dispute disavow contradict debunk disprove rule_out
        rubbish disown discount quash recant retract discredit
        """
    ),
    # will not say
    "declined": _lemmas(
        """
        decline refuse withhold
        """
    ),
    # holds it to be unlikely, or open
    "doubted": _lemmas(
        """
        doubt question disbelieve suspect_not challenge wonder
        """
    ),
    # speaks of harm to come
    "warned": _lemmas(
        """
        warn caution alert fear worry dread forewarn
        """
    ),
    # puts it forward without committing to it
    "suggested": _lemmas(
        """
        suggest imply hint seem appear point_to indicate insinuate intimate speculate propose signal
        theorise theorize conjecture postulate hypothesise hypothesize moot float
        """
    ),
    # holds it to be so
    "believed": _lemmas(
        """
        believe think suspect feel consider assume presume suppose reckon guess figure regard deem hold
        surmise imagine understand judge estimate perceive see_as view
        """
    ),
    # looks ahead
    "predicted": _lemmas(
        """
        predict forecast expect anticipate foresee project envisage estimate_that prophesy
        """
    ),
    # has come to know; presented as fact
    "found": _lemmas(
        """
        find reveal show discover learn know realise realize determine establish prove demonstrate
        disclose detect notice see hear witness identify conclude_that uncover expose document
        confirm_that learn_of divulge leak
        """
    ),
    # wants to know
    "asked": _lemmas(
        """
        ask inquire enquire query probe wonder_whether quiz interrogate
        """
    ),
    # wants it done
    "urged": _lemmas(
        """
        urge call_for demand order request appeal plead beg implore instruct recommend advise encourage
        press command direct insist_on seek advocate exhort beseech call_on lobby counsel invite
        """
    ),
    # will do it
    "promised": _lemmas(
        """
        promise pledge vow commit guarantee assure undertake swear_to agree reassure offer volunteer
        """
    ),
    # means to do it or wants it to be
    "intended": _lemmas(
        """
        intend plan hope want wish aim decide mean mull aspire prefer desire long aim_to resolve
        """
    ),
    # will do harm
    "threatened": _lemmas(
        """
        threaten
        """
    ),
    # says that someone did wrong
    "accused": _lemmas(
        """
        accuse blame fault denounce condemn criticise criticize slam blast attack deride lambast decry
        chide rebuke scold castigate lament complain deplore bemoan mock ridicule berate rail
        """
    ),
    # says that someone did well
    "praised": _lemmas(
        """
        praise hail laud applaud commend congratulate welcome thank celebrate compliment tout cheer
        """
    ),
}
#: "did not confirm", "could not say": what a negated verb comes to. Others with a "not" have no stance.
_NEGATED: Final = {
    "confirmed": "declined",
    "believed": "doubted",
    "said": "declined",
    "announced": "declined",
    "denied": None,
}
#: Past forms that no ending gives.
_IRREGULAR: Final = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "spoke": "speak", "spoken":
    "speak", "thought": "think", "felt": "feel", "knew": "know", "known": "know", "found": "find",
    "saw": "see", "seen": "see", "heard": "hear", "meant": "mean", "held": "hold", "understood":
    "understand", "sought": "seek", "swore": "swear", "sworn": "swear", "foresaw": "foresee",
    "foreseen": "foresee", "undertook": "undertake", "shown": "show", "proven": "prove", "forecast":
    "forecast", "read": "read", "put": "put", "broadcast": "broadcast", "went": "go", "gone": "go",
    "called": "call", "overheard": "hear", "besought": "beseech", "begged": "beg", "leant": "learn",
    "learnt": "learn", "says": "say", "quizzed": "quiz",
}  # fmt: skip
#: Nouns and phrases that do a verb's work.
_NOUNS: Final = {
    "according": "said", "statement": "said", "report": "said", "reportedly": "said", "comment": "said",
    "testimony": "said", "account": "said", "claim": "claimed", "allegation": "claimed", "allegedly":
    "claimed", "assertion": "claimed", "accusation": "accused", "criticism": "accused", "denial":
    "denied", "warning": "warned", "suggestion": "suggested", "belief": "believed", "opinion":
    "believed", "view": "believed", "suspicion": "believed", "hope": "intended", "fear": "warned",
    "concern": "warned", "worry": "warned", "promise": "promised", "pledge": "promised", "vow":
    "promised", "threat": "threatened", "demand": "urged", "call": "urged", "request": "urged", "plea":
    "urged", "appeal": "urged", "announcement": "announced", "confirmation": "confirmed", "admission":
    "admitted", "confession": "admitted", "prediction": "predicted", "estimate": "believed", "finding":
    "found", "evidence": "found", "question": "asked", "plan": "intended", "praise": "praised", "doubt":
    "doubted", "rumour": "said", "rumor": "said", "speculation": "suggested", "quote": "said", "via":
    "said", "per": "said", "convinced": "believed", "sure": "believed", "certain": "believed",
    "confident": "believed", "aware": "found", "afraid": "warned", "concerned": "warned", "worried":
    "warned", "hopeful": "intended", "adamant": "claimed", "skeptical": "doubted", "sceptical":
    "doubted", "unsure": "doubted", "doubtful": "doubted",
}  # fmt: skip
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_NOT: Final = re.compile(r"(?:not|never|neither|nor|no|n['’]t|cannot)$", re.IGNORECASE)
#: A refusal turns whatever follows it: "declined to say", "refused to confirm", "would not say".
_REFUSALS: Final = frozenset(["declined", "denied"])
#: Only verbs that say nothing by themselves give way to the verb after them ("went on to deny").
_WEAK: Final = frozenset(["go", "come", "seem", "appear", "try", "continue", "agree", "want", "decide"])
#: A colon or a dash that stands for a verb of saying.
_MARK: Final = re.compile(r"[:–—―]|--")
_LONGEST: Final = 300


def _index() -> dict[str, str]:
    made: dict[str, str] = {}
    for stance, verbs in STANCES.items():
        for verb in verbs:
            made.setdefault(verb, stance)
    return made


_STANCE_OF: Final = _index()
#: "rule" of "rule out".
_FIRST_PARTS: Final = frozenset(verb.split("_")[0] for verb in _STANCE_OF if "_" in verb)


def stance_of(cue_words: str) -> str | None:
    """The stance that a cue's words carry, one of the keys of `STANCES`; None when they carry none.

    "has claimed" is claimed, "declined to say" is declined, "did not deny" has none. Certainty is
    another matter: who claims a thing may be quite sure of it.
    """
    words = [match[0].lower().replace("’", "'") for match in _WORD.finditer(cue_words[:_LONGEST])]
    if not words and _MARK.search(cue_words[:_LONGEST]):
        return "said"  # "The mayor: we are open"
    negated = False
    weak: str | None = None
    for n, word in enumerate(words):
        if _NOT.search(word):
            negated = True
            continue
        stance = _of_word(word, words[n + 1] if n + 1 < len(words) else "")
        if stance is None:
            continue
        if negated:
            return _NEGATED.get(stance)
        if stance in _REFUSALS or lemma_of(word) not in _WEAK:
            return stance
        weak = weak or stance
    return weak


def lemma_of(word: str) -> str:
    """The base form of a verb of the list ("denies" → "deny"); other words come back as they are."""
    word = word.lower()
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return next((stem for stem in _stems(word) if stem in _STANCE_OF or stem in _FIRST_PARTS), word)


def _stems(word: str) -> list[str]:
    """The base forms that an inflected word may have, the likeliest first."""
    stems = [word]
    for ending in ("ies", "ied"):
        if word.endswith(ending):
            stems.append(word[:-3] + "y")
    for ending in ("s", "es", "d", "ed", "ing"):
        if not word.endswith(ending) or len(word) - len(ending) < 2:
            continue
        stem = word[: -len(ending)]
        stems.append(stem)
        if ending == "ing":
            stems.append(stem + "e")
        if ending in ("ed", "ing") and len(stem) > 2 and stem[-1] == stem[-2]:
            stems.append(stem[:-1])  # planned, quipping
    return stems


def _of_word(word: str, following: str) -> str | None:
    lemma = lemma_of(word)
    together = f"{lemma}_{following}"
    if together in _STANCE_OF:
        return _STANCE_OF[together]
    if lemma in _STANCE_OF:
        return _STANCE_OF[lemma]
    return _NOUNS.get(word) or _NOUNS.get(word.removesuffix("s"))
