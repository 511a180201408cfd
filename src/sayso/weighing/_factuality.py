"""Says how certainly what is told happened: event factuality on the scale of UW and MEANTIME.

3 it certainly happened, 0 unknown, -3 it certainly did not (Saurí and Pustejovsky 2009; Stanovsky et al.
2017), as the sentence presents it to the reader: a denial, a "may" or an "if" anywhere in the sentence
counts, the cue of an attribution too. A small network judges every word of a sentence on the reader's
own states; a claim has the score of its main predicate.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..reading import sentences, word_states
from ..story import READ_ROLES, Span, Spans, Story
from ._factuality_network import FactualityNetwork, Judged, load_factuality

#: How much higher in the tree a sure predicate may be taken to stand than a word that is surely none.
#: On 655 contents of PolNeAR train this weight agrees best with the heads that spaCy finds (.76).
_EVENT_WEIGHT: Final = 0.5
#: A sentence of a claim is passed over for a later one when no word of it is likelier a predicate.
_LEAST_EVENT: Final = 0.2


class Score(NamedTuple):
    """The factuality of a claim, from -3 to 3, and the word it is read off."""

    score: float
    predicate: Span


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A judged sentence; `starts` and `ends` of shape (words,), offsets into the text."""

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    judged: Judged


def scores(
    story: Story, contents: Sequence[Spans], *, network: FactualityNetwork | None = None
) -> list[Score | None]:
    """The score of each content and where its main predicate stands; None for one without a word.

    A content is some spans of the story's text, as in `Attribution.content`. Only sentences that a
    content touches are judged. A content of several sentences has the score of the first that holds a
    predicate.
    """
    every = list(_sentences(story))
    touched = _touched(every, contents)
    judged = _judge(story, [every[at] for at in sorted(set().union(*touched))], network)
    return [
        _score(story.text, spans, [judged[every[at]] for at in where if every[at] in judged])
        for spans, where in zip(contents, touched, strict=True)
    ]


def scores_at(
    story: Story,
    stretches: Sequence[Span],
    places: Sequence[Span],
    *,
    network: FactualityNetwork | None = None,
) -> list[float]:
    """The score of the word at each of some places; 0, unknown, where no word is read.

    `stretches` are the sentences in which the places lie, in order, none overlapping another.
    """
    judged = _judge(story, stretches, network)
    ends = [stretch[1] for stretch in stretches]
    found = []
    for start, end in places:
        at = bisect_left(ends, end)
        sentence = judged.get(stretches[at]) if at < len(stretches) else None
        found.append(0.0 if sentence is None else _score_at(sentence, start))
    return found


def _sentences(story: Story) -> Iterator[Span]:
    """The sentences of all that is read, in the order of the text."""
    for block in story.blocks:
        if block.role in READ_ROLES:
            yield from sentences(story.text, block.start, block.end)


def _touched(every: Sequence[Span], contents: Iterable[Spans]) -> list[list[int]]:
    """For each content the sentences it has a part in, in order."""
    ends = [end for _, end in every]
    found = []
    for spans in contents:
        where: set[int] = set()
        for start, end in spans:
            at = bisect_left(ends, start + 1)
            while at < len(every) and every[at][0] < end:
                where.add(at)
                at += 1
        found.append(sorted(where))
    return found


def _judge(
    story: Story, stretches: Sequence[Span], network: FactualityNetwork | None
) -> dict[Span, _Sentence]:
    if not stretches:
        return {}
    judge = network or load_factuality()
    return {
        words.stretch: _Sentence(words.starts, words.ends, judge.run(words.states))
        for words in word_states(story, stretches)
    }


def _score(text: str, spans: Spans, where: Sequence[_Sentence]) -> Score | None:
    """Read off the first sentence with a likely predicate, else off the likeliest word of all."""
    last: tuple[float, Score] | None = None
    for sentence in where:
        inside = _words_in(text, sentence, spans)
        if not len(inside):
            continue
        event, depth = sentence.judged.event[inside], sentence.judged.depth[inside]
        at = int(inside[np.argmin(depth - _EVENT_WEIGHT * event)])
        found = Score(
            round(float(sentence.judged.score[at]), 2), (int(sentence.starts[at]), int(sentence.ends[at]))
        )
        likely = float(event.max())
        if likely >= _LEAST_EVENT:
            return found
        if last is None or likely > last[0]:
            last = likely, found
    return last[1] if last else None


def _words_in(text: str, sentence: _Sentence, spans: Spans) -> NDArray[np.int64]:
    """The indices of the words that lie in some spans, punctuation left out."""
    found = [
        at
        for start, end in spans
        for at in range(
            int(np.searchsorted(sentence.starts, start)), int(np.searchsorted(sentence.ends, end, "right"))
        )
        if any(map(str.isalnum, text[sentence.starts[at] : sentence.ends[at]]))
    ]
    return np.array(found, dtype=np.int64)


def _score_at(sentence: _Sentence, place: int) -> float:
    """The score of the word that stands at a place, or the next."""
    at = int(np.searchsorted(sentence.ends, place, side="right"))
    return float(sentence.judged.score[min(at, len(sentence.ends) - 1)])
