"""A story's records as rows, so that they can be asked for."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Final, TypeVar

from msgspec import UnsetType

from ..errors import DocumentError
from ..story import Attribution, CaptionCheck, Figure, HeadlineCheck, Span, Story
from ._keys import attribution_key, source_key, voice_key
from ._sql import insert, insert_many

_T = TypeVar("_T")
_VOICE: Final = ("key", "story", "start", "end", "words", "certainty")
_FIGURE: Final = (
    "story", "attribution", "value", "low", "high", "approx", "unit", "what", "scope", "as_of",
    "start", "end", "words",
)  # fmt: skip


def insert_rows(connection: sqlite3.Connection, story: Story, row: int, key: str) -> None:
    """Writes what a story holds; `row` and `key` are those of its row in `story`.

    Raises `DocumentError` where the document contradicts itself (a chain names no source of it …).
    """
    sources = _sources(connection, story, row, key)
    attributions: dict[str, int] = {}
    for position, attribution in enumerate(given(story.attributions)):
        if attribution.id in attributions:  # an id is a hash of the spans: it says the same once more
            continue
        number = _attribution(connection, story, row, key, position, attribution)
        attributions[attribution.id] = number
        _hops(connection, story, number, attribution, sources)
        insert_many(
            connection,
            "hedge",
            ("attribution", "holder", "words"),
            [(number, one.holder, _words(story, one.spans)) for one in given(attribution.hedges)],
        )
        insert_many(
            connection,
            "evidence",
            ("attribution", "kind", "words"),
            [(number, one.kind, _words(story, one.spans)) for one in given(attribution.evidence)],
        )
    _voice(connection, story, row, key)
    _figures(connection, story, row, attributions)
    _records(connection, story, row, sources)
    _checks(connection, story, row)
    insert_many(connection, "credit", ("story", "name"), [(row, one.name) for one in story.credits])


def given(values: tuple[_T, ...] | UnsetType) -> tuple[_T, ...]:
    """What a step found; nothing where it has not run."""
    return () if isinstance(values, UnsetType) else values


def _or_none(value: _T | UnsetType | None) -> _T | None:
    return None if isinstance(value, UnsetType) else value


def _words(story: Story, spans: Iterable[Span]) -> str:
    spans = tuple(spans)
    for start, end in spans:
        if not 0 <= start <= end <= len(story.text):
            raise DocumentError(f"the span [{start}, {end}] lies outside the text")
    return story.words_of(spans)


def _known(numbers: dict[str, int], id: str | None, what: str) -> int | None:
    if id is None:
        return None
    if id not in numbers:
        raise DocumentError(f"there is no {what} {id!r} in the document")
    return numbers[id]


def _sources(connection: sqlite3.Connection, story: Story, row: int, key: str) -> dict[str, int]:
    """Each source once: records with one id stand for the same words, and no chain tells them apart."""
    numbers: dict[str, int] = {}
    for source in given(story.sources):
        if source.id in numbers:
            continue
        numbers[source.id] = insert(
            connection,
            "source",
            story=row,
            key=source_key(key, source.id),
            id=source.id,
            name=source.name,
            kind=source.kind,
            description=source.description.words if source.description else None,
            aliases=json.dumps(source.aliases, ensure_ascii=False),
            anonymous=source.anonymity is not None,
        )
    return numbers


def _attribution(
    connection: sqlite3.Connection, story: Story, row: int, key: str, position: int, one: Attribution
) -> int:
    if not 0 <= one.block < len(story.blocks):
        raise DocumentError(f"the attribution {one.id!r} stands in a block that is not there")
    if not one.content:
        raise DocumentError(f"the attribution {one.id!r} has no content")
    return insert(
        connection,
        "attribution",
        key=attribution_key(key, one.id),
        story=row,
        id=one.id,
        position=position,
        role=story.blocks[one.block].role,
        source=_words(story, one.source),
        cue=_words(story, one.cue),
        content=_words(story, one.content),
        start=one.content[0][0],
        end=one.content[0][1],
        quotation=one.quotation,
        confidence=one.confidence,
        within=_or_none(one.within),
        garbled=_or_none(one.garbled),
        certainty=_or_none(one.certainty),
        score=_or_none(one.score),
        cue_stance=_or_none(one.cue_stance),
        why=one.why,
    )


def _hops(
    connection: sqlite3.Connection, story: Story, number: int, one: Attribution, sources: dict[str, int]
) -> None:
    """The main chain with cue and reason of each hop, the parallel ones without."""
    told = given(one.hops)
    rows: list[tuple[object, ...]] = []
    for count, chain in enumerate((given(one.chain), *given(one.also))):
        for position, id in enumerate(chain):
            hop = told[position] if count == 0 and position < len(told) else None
            cue, why = (_words(story, hop.cue), hop.why) if hop else (None, None)
            source = _known(sources, id, "source")
            rows.append((number, count, position, source, position == len(chain) - 1, cue, why))
    insert_many(
        connection, "hop", ("attribution", "chain", "position", "source", "origin", "cue", "why"), rows
    )


def _voice(connection: sqlite3.Connection, story: Story, row: int, key: str) -> None:
    plain: list[tuple[object, ...]] = []
    for sentence in given(story.voice):
        start, end = sentence.start, sentence.end
        words = _words(story, [(start, end)])
        values = (voice_key(key, start, end), row, start, end, words, sentence.certainty)
        if not sentence.hedges:
            plain.append(values)
            continue
        number = insert(connection, "voice", **dict(zip(_VOICE, values, strict=True)))
        insert_many(
            connection,
            "hedge",
            ("voice", "holder", "words"),
            [(number, one.holder, _words(story, one.spans)) for one in sentence.hedges],
        )
    insert_many(connection, "voice", _VOICE, plain)


def _figures(connection: sqlite3.Connection, story: Story, row: int, attributions: dict[str, int]) -> None:
    insert_many(
        connection,
        "figure",
        _FIGURE,
        [_figure(story, row, attributions, one) for one in given(story.figures)],
    )


def _figure(story: Story, row: int, attributions: dict[str, int], one: Figure) -> tuple[object, ...]:
    if not one.spans:
        raise DocumentError("a figure has no spans")
    by = _known(attributions, one.attribution, "attribution")
    counted = (one.value, one.low, one.high, one.approx, one.unit, one.what, one.scope, one.as_of)
    return row, by, *counted, one.spans[0][0], one.spans[-1][1], _words(story, one.spans)


def _records(connection: sqlite3.Connection, story: Story, row: int, sources: dict[str, int]) -> None:
    insert_many(
        connection,
        "record",
        ("story", "kind", "source", "words"),
        [
            (row, one.kind, _known(sources, one.source, "source"), _words(story, one.spans))
            for one in given(story.records)
        ],
    )


def _checks(connection: sqlite3.Connection, story: Story, row: int) -> None:
    """Verdicts on headline and captions, each alone or with its findings."""
    headline = _or_none(story.headline_check)
    checks: list[tuple[int | None, HeadlineCheck | CaptionCheck]] = [(None, headline)] if headline else []
    checks += [(one.block, one) for one in given(story.caption_checks)]
    for block, check in checks:
        found: list[tuple[str | None, ...]] = [
            (one.kind, one.text, _words(story, one.spans)) for one in check.findings
        ]
        insert_many(
            connection,
            "finding",
            ("story", "block", "verdict", "kind", "text", "words"),
            [(row, block, check.verdict, *one) for one in found or [(None,) * 3]],
        )
