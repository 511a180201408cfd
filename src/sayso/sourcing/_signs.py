"""The signs by which a chain is chosen: names for what can be seen of a claim and its sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ..story import Span
from ._claims import Claim, Link
from ._cue_stance import stance_of
from ._entities import Entity

_WORD: Final = re.compile(r"\w+")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
#: Words too common in cues to tell anything.
_EMPTY: Final = frozenset(
    "a an the to of in on at by his her its their it that as has have had is are was were be been".split()
)
#: Nouns for people who speak without a name oftener than not.
_NAMELESS: Final = frozenset(
    "source official spokesman spokeswoman spokesperson insider person guest user resident witness officer "
    "representative aide".split()
)
#: Words of a sentence that tell on whose say-so it stands.
_TELLING: Final = frozenset(
    "said says say told reported reports report reportedly allegedly according claim claims claimed rumors "
    "rumours rumor rumour hoax story article site website news video photo statement comment he she they "
    "his her it i we you my may might could would will apparently appears seems likely possible unclear "
    "confirmed denied believed however meanwhile but also earlier later yesterday today".split()
)
_OPENINGS: Final = frozenset("that to of for about on whether if how why what as".split())
#: A sentence number below this is the story's lead.
_LEAD: Final = 4
_FIRST: Final = 3
#: A name this near to the beginning of a content is its subject.
_OPENS: Final = 30
#: Behind so many sentences a told relay counts as this far.
_FAR: Final = ((0, "0"), (1, "1"), (2, "2"), (5, "5"), (10, "9"))


def fifths(share: float) -> int:
    """0 to 5 by fifths of 1."""
    return min(5, int(share * 5 + 1e-9))


def far(sentences: int) -> str:
    """How far away something was told."""
    return next((name for most, name in _FAR if sentences <= most), "far")


def length(chain: Sequence[Link]) -> str:
    """How many holders a chain has."""
    return f"hops{min(4, len(chain))}"


def cue_words(text: str, claim: Claim) -> list[str]:
    """The first words of a cue that tell something."""
    found = [w.lower() for s, e in claim.cue for w in _LETTERS.findall(text, s, e)]
    return [w for w in found if w not in _EMPTY][:4]


def stance_signs(text: str, name: str, claim: Claim) -> list[str]:
    """What a cue says of its speaker's stance."""
    stance = stance_of(" ".join(text[low:high] for low, high in claim.cue)) if claim.cue else "none"
    return [
        f"{name}:{stance}",
        f"{name}:{stance}:{opening(text, claim)}",
        f"{name}:{stance}:{claim.quotation}",
    ]


def is_wish(text: str, claim: Claim) -> bool:
    """An order, wish or plan ("has urged them to leave"): what is told is the act, not a claim."""
    if not claim.cue:
        return False
    stance = stance_of(" ".join(text[low:high] for low, high in claim.cue))
    return stance in ("urged", "intended") or (opening(text, claim) == "to" and stance in ("asked", None))


def opening(text: str, claim: Claim) -> str:
    """How a content begins: "that …", "to …" (a wish or order), a quotation, or otherwise."""
    word = text[claim.content[0][0] : claim.content[0][0] + 12].lower().split(" ", 1)[0]
    if word in _OPENINGS:
        return word
    return "quotation" if word[:1] in "\"“‘'«" else "ing" if word.endswith("ing") else "clause"


def claim_signs(text: str, claim: Claim, share: float, about: Sequence[str]) -> list[str]:
    """The signs of a claim whatever its chain; `share` is how much of the sentence its content fills."""
    sure = fifths(claim.confidence)
    return [
        "claim",
        f"claim:share{fifths(share)}",
        f"claim:sure{sure}",
        f"claim:{claim.quotation}",
        f"claim:{claim.quotation}:sure{sure}",
        f"claim:form:{claim.form}",
        *(["claim:wish", f"claim:wish:{claim.quotation}"] if is_wish(text, claim) else []),
        f"claim:kind:{claim.who[0].entity.kind}",
        *(f"cue:{word}" for word in cue_words(text, claim)),
        *stance_signs(text, "stance", claim),
        *(f"claim:{sign}" for sign in about if sign.startswith(("opens", "cov"))),
        f"content:{opening(text, claim)}",
    ]


def guess_signs(text: str, claim: Claim, share: float, about: Sequence[str]) -> list[str]:
    """The signs of a claim that only syntax shows."""
    first = claim.cue[0][0] < claim.source[0][0]
    return [
        "guess",
        f"guess:share{fifths(share)}",
        f"guess:form:{claim.form}:{'behind' if first else 'before'}",
        f"guess:kind:{claim.who[0].entity.kind}",
        *(f"guess:{word}" for word in cue_words(text, claim)),
        *(f"guess:{sign}" for sign in about if sign.startswith(("cov", "top", "quoted"))),
        f"guess:content:{opening(text, claim)}",
    ]


def inner_signs(text: str, claim: Claim, inner: Claim, share: float) -> list[str]:
    """The signs of a claim inside a content, of which it fills a share."""
    kind = inner.who[0].entity.kind
    if inner.guess:
        first = inner.cue[0][0] < inner.source[0][0]
        return [
            "guessed",
            f"guessed:share{fifths(share)}",
            f"guessed:kind:{kind}",
            f"guessed:form:{inner.form}:{'behind' if first else 'before'}",
            f"guessed:of:{claim.who[0].entity.kind}:{claim.quotation}",
            f"guessed:content:{opening(text, inner)}",
            *(f"guessed:{word}" for word in cue_words(text, inner)),
        ]
    return [
        "inner",
        f"inner:sure{fifths(inner.confidence)}",
        f"inner:share{fifths(share)}",
        f"inner:kind:{kind}",
        f"inner:form:{inner.form}",
        f"icontent:{opening(text, inner)}",
        f"inner:of:{claim.who[0].entity.kind}:{claim.quotation}",
        *(f"icue:{word}" for word in cue_words(text, inner)),
        *stance_signs(text, "istance", inner),
    ]


def named_signs(text: str, claim: Claim, content: Span, span: Span, entity: Entity) -> list[str]:
    """The signs for somebody named in a content as its origin."""
    behind = [w.lower() for w in _LETTERS.findall(text, span[1], min(content[1], span[1] + 40))[:2]]
    before = [w.lower() for w in _LETTERS.findall(text, max(content[0], span[0] - 20), span[0])[-1:]]
    first = "first" if span[0] - content[0] < _OPENS else "later"
    return [
        "inside",
        f"inside:{first}:{entity.kind}:{'named' if entity.named else 'described'}",
        f"inside:of:{claim.who[0].entity.kind}:{claim.quotation}",
        f"inside:spoke{min(2, entity.spoke)}",
        f"inside:{first}:{'sure' if entity.sure else 'unsure'}",
        *(f"inside:behind{n}:{word}" for n, word in enumerate(behind)),
        *(f"inside:before:{word}" for word in before),
        f"inside:{first}:content:{opening(text, claim)}",
    ]


def who_signs(text: str, claim: Claim, rank: int, who: Link, number: int) -> list[str]:
    """The signs for taking one of several for the source."""
    if len(claim.who) < 2:
        return ["who:only"]
    lead = "lead" if number < _LEAD else "later"
    first = claim.who[0].entity
    out = [f"who:{min(rank, 2)}:{claim.form}", *who.signs]
    if who.kind.startswith("next"):
        out += _next_signs(text, claim, who, number)
    elif any(link.kind.startswith("next") for link in claim.who):
        out.append(f"who:over-next:{lead}")
    if who.kind.startswith("main"):
        out += [
            f"who:{who.kind}",
            f"who:main:{claim.form}",
            f"who:main:{lead}:{claim.form}",
            f"who:main:over:{first.kind}",
        ]
    elif rank == 0:
        out += [
            f"who:first:{lead}:{claim.form}:{who.entity.kind}",
            f"who:first:spoke{min(3, who.entity.spoke)}",
        ]
    return out


def _next_signs(text: str, claim: Claim, who: Link, number: int) -> list[str]:
    """For whoever is named a few lines further on."""
    start = claim.source[0][0] if claim.source else 0
    article = text[start : start + 8].split(" ", 1)[0].lower() if claim.source else ""
    unnamed = "nameless" if claim.who[0].entity.head in _NAMELESS else "somebody"
    first = "first" if number < _FIRST else "later"
    _, near, fits, heard = who.kind.split(":")
    return [
        f"who:{who.kind}",
        f"who:next:{near}",
        f"who:next:{fits}",
        f"who:next:{heard}",
        f"who:next:{fits}:{heard}",
        f"who:next:{fits}:{unnamed}",
        f"who:next:{article if article in ('a', 'an', 'the') else ''}",
        f"who:next:{unnamed}",
        f"who:next:{first}",
        f"who:next:{first}:{unnamed}",
        f"who:next:told{int(bool(claim.relays))}",
    ]


def sentence_signs(
    text: str, sentence: Span, number: int, quoted: int, covered: float, sure: float
) -> list[str]:
    """The signs of a sentence: `quoted` characters of it are quoted, a content fills `covered` of it."""
    start, end = sentence
    shown = text[start:end]
    words = [w.lower() for w in _WORD.findall(shown)]
    return [
        "bias",
        f"cov{fifths(covered)}",
        f"top{fifths(sure)}",
        f"quoted{fifths(quoted / max(1, end - start))}",
        f"len{min(4, len(words) // 8)}",
        f"at{0 if number == 0 else 1 if number < _FIRST else 2}",
        *([f"opens:{words[0]}"] if words else []),
        *(["asks"] if shown.rstrip("\"'”’ ").endswith("?") else []),
        *(f"has:{word}" for word in sorted(set(words) & _TELLING)),
    ]
