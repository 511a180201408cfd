"""Stories made for tests, with the attributions that a reader would find in them: no network is needed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sayso.reading import attribution_id
from sayso.sourcing import trace
from sayso.story import Attribution, Block, Input, Source, Span, Spans, Story


def span_of(text: str, words: str, after: int = 0) -> Span:
    """Where words stand in a text, at or behind a place."""
    start = text.index(words, after)
    return start, start + len(words)


def phrase_span(text: str, words: str) -> Span:
    """The same, for a source phrase that must be there once."""
    assert text.count(words) == 1, words
    return span_of(text, words)


def story(
    text: str,
    *claims: Sequence[str | None],
    outlet: str | None = None,
    headline: str | None = None,
    quotation: str = "indirect",
) -> Story:
    """A story that has been read: each claim is (source, cue, content), words in the order of the text.

    The three may stand in any order within their sentence; None leaves one out.
    """
    digest = hashlib.sha256(text.encode()).hexdigest()
    found = []
    at = 0
    for source, cue, content in claims:
        assert content is not None
        places = [text.index(part, at) for part in (source, cue, content) if part]
        low = min(places)
        where = [_spans(text, part, low) for part in (source, cue, content)]
        found.append(made(digest, *where, quotation if '"' in content else "indirect"))
        at = low + 1
    return Story(
        id="made",
        text=text,
        outlet=outlet,
        headline=headline,
        input=Input("text", "made", digest),
        blocks=(Block(0, len(text), "body"),),
        attributions=tuple(found),
    )


def made(digest: str, source: Spans, cue: Spans, content: Spans, quotation: str = "indirect") -> Attribution:
    """One attribution as the reader gives it."""
    return Attribution(
        id=attribution_id(digest, source, cue, content),
        block=0,
        source=source,
        cue=cue,
        content=content,
        quotation=quotation,  # type: ignore[arg-type]
        confidence=0.97,
        why="made for a test",
    )


def _spans(text: str, part: str | None, low: int) -> Spans:
    return (span_of(text, part, low),) if part else ()


def sources_of(made_story: Story) -> dict[str, Source]:
    """The sources that are found in it, by name."""
    done = trace(made_story).story
    assert done.sources
    assert len({source.id for source in done.sources}) == len(done.sources)
    return {source.name: source for source in done.sources}


def chains_of(made_story: Story) -> list[list[str]]:
    """The chain of every attribution by names, the nearest to the reader first, in the order of the text."""
    done = trace(made_story).story
    names = {source.id: source.name for source in done.sources or ()}
    return [[names[hop] for hop in one.chain or ()] for one in done.attributions or ()]


def told_of(made_story: Story) -> dict[int, list[str]]:
    """On whose say-so each sentence stands, by names."""
    return {number: [name for name, _ in one.chain] for number, one in trace(made_story).told.items()}


def words_at(text: str, spans: Spans) -> list[str]:
    """The words at some spans."""
    return [text[start:end] for start, end in spans]
