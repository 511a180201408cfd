"""Any story at all: any text, any spans (also outside of it), any strings in its head."""

from __future__ import annotations

from hypothesis import strategies as st
from report_stories import story_of

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


@st.composite
def stories(draw: st.DrawFn) -> Story:
    text = draw(texts)
    place = st.integers(-2, len(text) + 2)
    spans = st.lists(st.tuples(place, place), max_size=3).map(tuple)
    blocks = st.builds(Block, start=place, end=place, role=st.sampled_from(ROLES))
    found = st.builds(
        Attribution,
        id=texts,
        block=st.integers(-1, 4),
        source=spans,
        cue=spans,
        content=spans,
        quotation=st.sampled_from(["direct", "mixed", "indirect"]),
        confidence=st.floats(0, 1),
        why=texts,
    )
    head = st.none() | texts
    dates = st.builds(DateCandidate, texts, texts, st.none(), st.booleans(), texts)
    links = st.builds(Link, place, place, texts | st.just("http://example.org/"))
    return story_of(
        text,
        blocks=tuple(draw(st.lists(blocks, max_size=5))),
        attributions=tuple(draw(st.lists(found, max_size=5))),
        outlet=draw(head),
        headline=draw(head),
        published=draw(head),
        language=draw(head),
        url=draw(st.none() | texts | st.just("https://example.org/a?b=c&d")),
        dates=tuple(draw(st.lists(dates, max_size=2))),
        links=tuple(draw(st.lists(links, max_size=3))),
        credits=tuple(draw(st.lists(st.builds(Credit, texts, st.just(())), max_size=1))),
        unread=tuple(draw(st.lists(st.builds(Unread, st.none(), st.none(), texts, texts), max_size=1))),
    )
