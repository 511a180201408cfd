"""Any story at all: any text, any spans (also outside of it), any strings in its head."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import strategies as st
from msgspec import UNSET
from report_stories import story_of

from sayso import story as records
from sayso.story import ROLES, Attribution, Block, Credit, DateCandidate, Link, Story, Unread

# Characters that have broken reports before, or would like to, beside the whole of Unicode.
_AWKWARD = st.sampled_from(
    "<>&\"'`\r\n\t \x00\x07\x1b\x7f\x85\x9b\xad\u200b\u200d\u202e\u2066\ufeff\ufe0f\ud800\uffff"
)
_RUNS = st.sampled_from(
    [
        "word ",
        "“",
        "”",
        "\n\n",
        "漢",
        "👩",
        "🏽",
        "e\u0301",
        "\u0e33",
        "ש",
        "م",
        "</style>",
        "<!--",
        "\x1b[31m",
        "]]>",
        "&amp;",
    ]
)
texts = st.lists(_AWKWARD | _RUNS | st.characters(), max_size=40).map("".join)
_short = st.lists(_AWKWARD | _RUNS, max_size=3).map("".join)
_some_words = st.lists(_AWKWARD | _RUNS | st.characters(), max_size=10).map("".join)
# Few, so that they meet: of sources and attributions both, in rings and to nowhere too.
_ids = st.sampled_from(["", "a", "b", "c"])
_numbers = st.none() | st.floats() | st.integers(-5, 10**20).map(float)


@st.composite
def stories(draw: st.DrawFn) -> Story:
    text = draw(texts)
    place = st.integers(-2, len(text) + 2)
    spans = st.lists(st.tuples(place, place), max_size=3).map(tuple)
    blocks = st.builds(Block, start=place, end=place, role=st.sampled_from(ROLES))
    found = st.builds(
        Attribution,
        id=_ids,
        block=st.integers(-1, 4),
        source=spans,
        cue=spans,
        content=spans,
        quotation=st.sampled_from(["direct", "mixed", "indirect"]),
        confidence=st.floats(0, 1),
        why=_short,
        **(_weighed(spans) if draw(st.booleans()) else {}),
    )
    head = st.none() | _some_words
    dates = st.builds(DateCandidate, _some_words, _short, st.none(), st.booleans(), _short)
    links = st.builds(Link, place, place, _some_words | st.just("http://example.org/"))
    return story_of(
        text,
        blocks=tuple(draw(st.lists(blocks, max_size=5))),
        attributions=tuple(draw(st.lists(found, max_size=5))),
        outlet=draw(head),
        headline=draw(head),
        published=draw(head),
        language=draw(head),
        url=draw(st.none() | _some_words | st.just("https://example.org/a?b=c&d")),
        dates=tuple(draw(st.lists(dates, max_size=2))),
        links=tuple(draw(st.lists(links, max_size=3))),
        credits=tuple(draw(st.lists(st.builds(Credit, _some_words, st.just(())), max_size=1))),
        unread=tuple(draw(st.lists(st.builds(Unread, st.none(), st.none(), _short, _short), max_size=1))),
        **(draw(st.fixed_dictionaries(_later(place, spans))) if draw(st.booleans()) else {}),
    )


def _some(of: st.SearchStrategy[Any], most: int = 2) -> st.SearchStrategy[Any]:
    """Some of these, or the field is not set."""
    return st.just(UNSET) | st.lists(of, max_size=most).map(tuple)


def _any_of(kind: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(get_args(kind))


def _hedges(spans: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.builds(records.Hedge, spans, _any_of(records.Holder))


def _weighed(spans: st.SearchStrategy[Any]) -> dict[str, st.SearchStrategy[Any]]:
    """What sourcing and weighing add to an attribution."""
    return {
        "within": st.just(UNSET) | st.none() | _ids,
        "chain": _some(_ids, 8),
        "also": _some(st.lists(_ids, max_size=2).map(tuple)),
        "hops": _some(st.builds(records.Hop, _ids, spans, _short)),
        "garbled": st.just(UNSET) | st.booleans(),
        "candidates": _some(st.builds(records.Candidate, _ids, _short)),
        "certainty": st.just(UNSET) | _any_of(records.Certainty),
        "score": st.just(UNSET) | st.floats(),
        "hedges": _some(_hedges(spans)),
        "cue_stance": st.just(UNSET) | st.none() | _short,
        "evidence": _some(st.builds(records.Evidence, _any_of(records.EvidenceKind), spans)),
    }


def _later(place: st.SearchStrategy[int], spans: st.SearchStrategy[Any]) -> dict[str, st.SearchStrategy[Any]]:
    """What sourcing and weighing add to a story."""
    source = st.builds(
        records.Source,
        id=_ids,
        name=_short | st.just("unattributed"),
        kind=_any_of(records.SourceKind),
        description=st.none() | st.builds(records.Described, _short, spans),
        aliases=st.lists(_short, max_size=2).map(tuple),
        mentions=spans,
        anonymity=st.none() | st.builds(records.Anonymity, spans, spans),
        number=spans,
        body=spans,
    )
    figure = st.builds(
        records.Figure,
        attribution=st.none() | _ids,
        value=_numbers,
        low=_numbers,
        high=_numbers,
        approx=st.booleans(),
        unit=st.none() | _short,
        what=st.none() | _short,
        scope=st.none() | _short,
        as_of=st.none() | _short,
        spans=spans,
    )
    findings = st.lists(
        st.builds(records.Finding, _any_of(records.FindingKind), _short, spans), max_size=2
    ).map(tuple)
    checked = (_any_of(records.Verdict), _any_of(records.Stance), findings, _short)
    return {
        "sources": _some(source, 3),
        "records": _some(st.builds(records.Record, _any_of(records.RecordKind), st.none() | _ids, spans)),
        "voice": _some(
            st.builds(
                records.Voice,
                place,
                place,
                _any_of(records.Certainty),
                st.lists(_hedges(spans), max_size=1).map(tuple),
            )
        ),
        "figures": _some(figure),
        "headline_check": st.just(UNSET) | st.none() | st.builds(records.HeadlineCheck, *checked),
        "caption_checks": _some(st.builds(records.CaptionCheck, st.integers(-1, 3), *checked)),
    }
