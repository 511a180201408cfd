"""Which statements of an event make a claim that is asked for, or deny it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from ._claim_words import stem_words, turns_round
from ._event import Event
from ._group_view import Statement, StoryView

Stance = Literal["asserts", "reports", "denies"]

#: Stands among the stems of a statement that denies something, for a claim that does.
NOT: Final = "¬"
#: Words of the sentence around a content count this much of those inside it.
_AROUND: Final = 0.5
#: A statement at the very end of a story counts this much less: news puts its claim first.
_LATE: Final = 0.2
#: A story of another event carries the claim with so much of its words in one statement; of its own, less.
CARRIES: Final = 0.65
CARRIES_IN_EVENT: Final = 0.2
#: Statements this near to the best one of their story may make the claim too.
_AS_NEAR: Final = 0.4
#: A word that stands in this share of the best statements belongs to the claim, however it was asked for.
_SHARED: Final = 0.3
_FEWEST_SHARED: Final = 2
_NEAR_ENOUGH: Final = 0.25
_ADDED_WEIGHT: Final = 0.5

#: What a source means to do, asks for or does not say is not its word for a fact.
_NO_WORD: Final = frozenset("intended urged asked declined threatened doubted".split())
#: What somebody will or may say has not been said.
_NOT_YET: Final = re.compile(r"\A(?:will|would|may|might|could|should|to)\b", re.IGNORECASE)
_REPORT: Final = re.compile(
    r"\b(?:reports?|stor(?:y|ies)|claims?|rumou?rs?|allegations?|speculation|news|article|headline|post|tweet|"
    r"photos?|pictures?|images?|video|account)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Telling:
    """A statement that makes the claim: `score` is how much of its words it has, 0…1."""

    statement: Statement
    score: float
    stance: Stance


@dataclass(frozen=True, slots=True)
class Query:
    """A claim's stems with their weights; `negative` where its own words deny something."""

    weights: Mapping[str, float]
    negative: bool
    total: float

    @classmethod
    def of(cls, weights: Mapping[str, float], negative: bool) -> Query:
        """A query with the sum of its weights."""
        return cls(weights, negative, math.fsum(weights.values()) or 1.0)

    def covered(self, found: frozenset[str]) -> float:
        """The share of the claim's weight that some stems have."""
        shared = self.weights.keys() & found
        # Sets have no order, and plain sums depend on it in the last digit.
        return math.fsum(self.weights[word] for word in shared) / self.total if shared else 0.0


def query(text: str, weight: Mapping[str, float]) -> Query:
    """A claim to look for; `weight` gives what its stems weigh, 1 where it does not."""
    weights = {word: weight.get(word, 1.0) for word in sorted(stem_words(text))}
    negative = turns_round(text) > 0
    if negative and weights:
        weights[NOT] = max(weights.values())
    return Query.of(weights, negative)


def closeness(asked: Query, event: Event) -> dict[str, float]:
    """How near each statement is to the claim: by content, and half by the sentence around it."""
    found = {}
    for story in event.view.stories:
        for statement in story.statements:
            inside: frozenset[str] = statement.stems
            if asked.negative and (statement.certainty == "denied" or statement.negations):
                inside |= {NOT}
            score = asked.covered(inside) + _AROUND * asked.covered(event.around(statement))
            found[statement.key] = score * (1 - _LATE * statement.start / (len(story.text) + 1))
    return found


def widened(asked: Query, event: Event, near: Mapping[str, float], weight: Mapping[str, float]) -> Query:
    """The claim with the words that its stories' best statements share (feedback, Rocchio 1971)."""
    counts: Counter[str] = Counter()
    stories = 0
    for story in event.view.stories:
        best = max(story.statements, key=lambda s: (near[s.key], -s.start), default=None)
        if best is not None and near[best.key] >= _NEAR_ENOUGH:
            stories += 1
            counts.update(best.stems)
    weights = dict(asked.weights)
    for word, count in sorted(counts.items()):
        if word not in weights and count >= _FEWEST_SHARED and count >= _SHARED * stories:
            weights[word] = _ADDED_WEIGHT * weight.get(word, 1.0) * count / stories
    return Query.of(weights, asked.negative)


def stance_of(statement: Statement, negative: bool) -> Stance:
    """Whether a statement asserts, reports or denies a claim that is itself `negative` or not."""
    denies = statement.certainty == "denied" or statement.cue_stance == "denied"
    if negative and not denies:
        denies = statement.negations > 0
    if denies != negative:
        return "denies"
    if statement.attribution is None and statement.certainty in ("asserted", "denied"):
        return "asserts"
    return "reports"


def gives_word(statement: Statement) -> bool:
    """Whether somebody says so: not what is meant, asked for, kept back or still to be said."""
    if statement.attribution is None:
        return True
    if statement.cue_stance in _NO_WORD or _NOT_YET.match(statement.cue) or _is_name(statement):
        return False
    return statement.cue_stance is not None or not re.search(r"\w", statement.cue)


def _is_name(statement: Statement) -> bool:
    """A capitalised word after a capitalised word is read as a cue but belongs to a name (Islamic State)."""
    cue, before = statement.cue.strip(), statement.source_words.split()
    return bool(cue[:1].isupper() and cue.isalpha() and (not before or before[-1][:1].isupper()))


def _denies_report(statement: Statement, near: Mapping[str, float]) -> bool:
    return (
        statement.attribution is not None
        and near[statement.key] > 0
        and _REPORT.search(statement.content) is not None
    )


def tellings(
    asked: Query, event: Event, story: StoryView, near: Mapping[str, float], carries: float
) -> list[Telling]:
    """The statements of a story that make the claim or deny it, none where it does not carry the claim.

    "The report is not true" denies what its story carries, whatever its words.
    """
    usable = [s for s in story.statements if gives_word(s) and event.is_claim(s)]
    best = max((near[s.key] for s in usable), default=0.0)
    if best < carries:
        return []
    limit = max(_AS_NEAR * best, min(carries, _NEAR_ENOUGH))
    found = []
    for statement in usable:
        stance = stance_of(statement, asked.negative)
        if near[statement.key] >= limit or (
            stance == "denies" and not asked.negative and _denies_report(statement, near)
        ):
            found.append(Telling(statement, near[statement.key], stance))
    return found
