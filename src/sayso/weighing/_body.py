"""A story's body cut into sentences, with what each is made of: the side a headline is held against."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ..reading import sentences
from ..story import Attribution, Block, Span, Story
from ._claim_words import WORD, claim_words, stems_of

Floats = NDArray[np.float64]

#: Sentences of a body that a headline is held against; a longer body (a live blog) is cut there.
MOST_SENTENCES: Final = 400
#: Share of words from which two headlines are one.
_SAME: Final = 0.6


@dataclass(frozen=True, slots=True)
class Body:
    """Sentences of a body. Arrays of shape (sentences,): `attributed`, the share of the characters that
    somebody is said to have said; `cued`, whether a source or a cue stands there; `words`, how many.
    """

    text: str
    spans: tuple[Span, ...]
    stems: tuple[frozenset[str], ...]
    attributed: Floats
    cued: Floats
    words: Floats
    attributions: tuple[Attribution, ...]


def body_of(story: Story, headline: str | None = None) -> Body:
    """The sentences of the body blocks; of the whole text where a story has no body block.

    With a headline that did not come from the text, a line that looks like one and says something else
    (a subhead, a first sentence standing alone) belongs to the body too.
    """
    blocks = [(b.start, b.end) for b in story.blocks if b.role == "body" or _is_other(story, b, headline)]
    stretches = blocks or [(0, len(story.text))]
    spans = [span for start, end in stretches for span in sentences(story.text, start, end)][:MOST_SENTENCES]
    # What later steps find inside contents is left out: the stance model has not seen it.
    every = story.attributions if isinstance(story.attributions, tuple) else ()
    found = tuple(each for each in every if not isinstance(each.within, str))
    contents = _marks(len(story.text), (span for a in found for span in a.content))
    signals = _marks(len(story.text), (span for a in found for span in (*a.cue, *a.source)))
    return Body(
        text=story.text,
        spans=tuple(spans),
        stems=tuple(stems_of(story.text, start, end) for start, end in spans),
        attributed=np.array([(contents[end] - contents[start]) / (end - start) for start, end in spans]),
        cued=np.array([float(signals[end] > signals[start]) for start, end in spans]),
        words=np.array([float(len(WORD.findall(story.text, start, end))) for start, end in spans]),
        attributions=found,
    )


def likeness(claim: str, body: Body) -> Floats:
    """For each sentence the share of the claim's words that stand in it, rarer words counting more.

    Shape (sentences,), 0 … 1. A word is rare when few of the body's own sentences have it.
    """
    stems = [word.stem for word in claim_words(claim)]
    if not stems or not body.stems:
        return np.zeros(len(body.stems))
    has = np.array([[stem in sentence for stem in stems] for sentence in body.stems], dtype=np.float64)
    weight = 1 / np.log(2.7 + has.sum(0))
    share: Floats = has @ weight / weight.sum()
    return share


def _is_other(story: Story, block: Block, headline: str | None) -> bool:
    """Whether a headline block is not the given headline, nor another wording of it."""
    if headline is None or block.role != "headline":
        return False
    wanted = {word.stem for word in claim_words(headline)}
    given = {word.stem for word in claim_words(story.text[block.start : block.end])}
    return len(wanted & given) < _SAME * max(1, len(wanted | given))


def _marks(size: int, spans: Iterable[Span]) -> NDArray[np.int64]:
    """How many characters before each place are covered by the spans, shape (size + 1,)."""
    flags = np.zeros(size, dtype=np.int64)
    for start, end in spans:
        flags[max(0, start) : max(0, end)] = 1
    return np.concatenate(([0], np.cumsum(flags)))
