"""How sure a claim is put to the reader, in words, with the words that weaken it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ..story import Attribution, Certainty, EvidenceKind, Hedge, Story
from ._sayings import known
from ._spans import words_of

CERTAINTIES: Final[dict[Certainty, str]] = {
    "asserted": "asserted",
    "hedged": "hedged",
    "denied": "denied",
    "questioned": "questioned",
}

_EVIDENCE: Final[dict[EvidenceKind, str]] = {
    "document": "a document",
    "image": "an image",
    "video": "a video",
    "data": "data",
    "eyewitness": "an eyewitness",
    "interview": "an interview",
    "post": "a post",
    "intercept": "an intercept",
    "test": "a test",
}

#: From which score on a claim is put to the reader as what (event factuality, −3 to 3).
_SCALE: Final = (
    (2.5, "certain"),
    (1.5, "probable"),
    (0.5, "possible"),
    (-0.5, "open"),
    (-1.5, "possibly not so"),
    (-2.5, "probably not so"),
)


def certainty_words(found: Attribution) -> str:
    """The certainty and what it makes of the claim: "hedged, put as possible (+1.2 of 3)"."""
    parts = []
    if found.certainty:
        parts.append(CERTAINTIES[found.certainty])
    if isinstance(found.score, float | int):
        scale, number = _on_scale(found.score), f"({_signed(found.score)} of 3)"
        if parts and found.certainty != "asserted" and scale == "certain":
            return f"{parts[0]} {number}"  # the words around weaken it, whatever its predicate says
        parts.append(f"put as {scale} {number}")
    return ", ".join(parts)


def stance_words(story: Story, found: Attribution) -> str:
    """What the reporting verb makes of the claim where that is more than "said" and not the verb itself."""
    stance = known(found.cue_stance, None)
    cue = words_of(story, found.cue).casefold().split()
    return "" if stance is None or stance in ("said", *cue) else f"stance: {stance}"


def hedge_words(story: Story, hedges: Iterable[Hedge]) -> tuple[tuple[str, str], ...]:
    """The words that weaken a claim, each once, and whose they are: ("may", "the source")."""
    found = ((" ".join(words_of(story, hedge.spans).split()), f"the {hedge.holder}") for hedge in hedges)
    return tuple(dict.fromkeys(pair for pair in found if pair[0]))


def evidence_words(story: Story, found: Attribution) -> tuple[tuple[str, str], ...]:
    """What the source says it rests on: the kind, and the story's words."""
    every = ((_EVIDENCE[one.kind], words_of(story, one.spans)) for one in known(found.evidence, ()))
    return tuple(dict.fromkeys(every))


def _on_scale(score: float) -> str:
    return next((words for least, words in _SCALE if score >= least), "certainly not so")


def _signed(score: float) -> str:
    """One digit after the point, with a true minus and no sign on nothing."""
    rounded = round(score, 1)
    return "0" if rounded == 0 else f"{rounded:+.1f}".replace("-", "−")
