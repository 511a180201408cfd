"""Holds headline, standfirst and captions against the body: does one say more than the other?

The stance model says which side headline and body take on the claim; the likest sentences of the body
say whose word it is there, what weakens it, which figures and quotations it has. Both together make
the verdict of bench/headline-guidelines: supported, overstated, contradicted, unsupported.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from ..story import CaptionCheck, Finding, HeadlineCheck, Stance, Story, Verdict
from ._body import Body, body_of, likeness
from ._claim_match import Match, match
from ._claim_words import WORD
from ._findings import anywhere, contradicting, dropped, missing, seen_changes
from ._stance import StanceModel, StanceReading, read_framing, read_stance

#: Where one sentence of a headline ends, and how many words a sentence has that is more than an exclamation.
_SENTENCE: Final = re.compile(r"(?<=[.?!])[\"'”’]?\s+(?=[\"'“‘]?[A-Z0-9])")
_CLAUSE: Final = 4
#: A caption longer than this is a text of its own; its beginning is checked.
_LONGEST: Final = 1000
#: A claim with fewer of its words in the body, and no likelier sentence, is not in the body.
_NOTHING: Final = 0.25
_UNLIKE: Final = 0.08
#: How much likelier a body is to report when its likest sentences name a holder or hedge, or do neither.
_WEAK, _PLAIN = 1.6, 0.6
#: Weight of the verdicts beside one another; contradicted is rarer than it is bad to miss.
_CONTRADICTED: Final = 1.6


@dataclass(frozen=True, slots=True)
class _Check:
    verdict: Verdict
    stance: Stance
    findings: tuple[Finding, ...]
    why: str


def check_headline(story: Story, model: StanceModel | None = None) -> HeadlineCheck | None:
    """The story's headline held against its body; None without a headline or without a body.

    The headline is the one given with the story, else the first headline block of its text.
    """
    headline = _headline_of(story)
    if not headline or not headline.strip():
        return None
    body = body_of(story, headline)
    if not body.spans:
        return None
    made = _check(" ".join(headline.split()), body, model)
    return HeadlineCheck(made.verdict, made.stance, made.findings, made.why)


def check_captions(story: Story, model: StanceModel | None = None) -> tuple[CaptionCheck, ...]:
    """Each standfirst and caption held against the body, in order of the text."""
    blocks = [(i, b) for i, b in enumerate(story.blocks) if b.role in ("standfirst", "caption")]
    if not blocks:
        return ()
    body = body_of(story, _headline_of(story))
    if not body.spans:
        return ()
    checks = []
    for index, block in blocks:
        made = _check(" ".join(story.text[block.start : block.end].split()), body, model)
        checks.append(CaptionCheck(index, made.verdict, made.stance, made.findings, made.why))
    return tuple(checks)


def _headline_of(story: Story) -> str | None:
    own = (story.text[block.start : block.end] for block in story.blocks if block.role == "headline")
    return story.headline or next(own, None)


def _check(claim: str, body: Body, model: StanceModel | None) -> _Check:
    claim = claim[:_LONGEST]
    reading = read_stance(claim, body, model)
    found = match(claim, body)
    if not found.covered and len(WORD.findall(claim)) >= _CLAUSE:
        return _Check("unsupported", "unrelated", (), "no word of the claim stands in the body")
    if found.covered < _NOTHING and found.likest < _UNLIKE:
        return _Check("unsupported", reading.stance, (), "hardly a word of the claim stands in the body")
    verdict = _verdict(_flattest(claim, reading, model), found)
    if verdict == "contradicted":
        refuted = reading.body[2] * reading.headline[0] >= reading.body[0] * reading.headline[2]
        why = (
            "the body refutes what the headline asserts"
            if refuted
            else "the body asserts what the headline refutes"
        )
        finding = contradicting(claim, body, likeness(claim, body), refuted)
        return _Check(verdict, reading.stance, (finding,), why)
    changes = seen_changes(claim, body, found)
    if verdict == "supported" and not changes:
        soft = reading.headline[1] > max(reading.headline[0], reading.headline[2])
        why = (
            "the headline claims no more than somebody's word"
            if soft
            else "the body asserts the claim itself"
        )
        return _Check(verdict, reading.stance, (), why)
    drops = dropped(claim, body, found) if verdict == "overstated" else ()
    every = (*drops, *changes, *(missing(claim, found) if verdict == "overstated" else ()))
    every = every or (anywhere(claim, body, found),)
    why = "the body has the claim, but weaker" if drops or not changes else "the body has the claim otherwise"
    return _Check("overstated", reading.stance, every, why)


def _flattest(claim: str, reading: StanceReading, model: StanceModel | None) -> StanceReading:
    """The reading by the sentence of a soft headline that claims most: "Sold? Owner packs his bags"."""
    if reading.headline[1] < max(reading.headline):
        return reading
    sentences = [s for s in _SENTENCE.split(claim) if len(WORD.findall(s)) >= _CLAUSE]
    if len(sentences) < 2:
        return reading
    framed = [read_framing(sentence, model) for sentence in sentences]
    return replace(reading, headline=min(framed, key=lambda sides: sides[1]))


def _verdict(reading: StanceReading, found: Match) -> Verdict:
    """The likeliest of supported, overstated and contradicted."""
    asserts, reports, refutes = reading.headline
    body_asserts, body_reports, body_refutes = reading.body
    evidence = _WEAK if found.told or found.weakened else _PLAIN
    odds: dict[Verdict, float] = {
        "supported": reports + asserts * body_asserts + refutes * body_refutes,
        "overstated": (asserts + refutes) * body_reports * evidence,
        "contradicted": (asserts * body_refutes + refutes * body_asserts) * _CONTRADICTED,
    }
    return max(odds, key=lambda verdict: odds[verdict])
