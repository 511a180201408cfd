"""Stories of one text, as the tests of this room need them."""

from __future__ import annotations

from sayso.story import Attribution, Block, Figure, Input, Source, Spans, Story
from sayso.weighing._figures import find_figures


def story(
    text: str,
    *,
    published: str | None = None,
    attributions: tuple[Attribution, ...] = (),
    sources: tuple[Source, ...] | None = None,
) -> Story:
    made = Story(
        id="t",
        text=text,
        published=published,
        input=Input(kind="text", ref="-", sha256=""),
        blocks=(Block(0, len(text), "body"),),
        attributions=attributions,
    )
    return (
        made
        if sources is None
        else Story.from_dict({**made.to_dict(), "sources": [as_dict(s) for s in sources]})
    )


def as_dict(source: Source) -> dict[str, object]:
    return {"id": source.id, "name": source.name, "kind": source.kind, "mentions": source.mentions}


def attribution(
    text: str, name: str, *, source: str = "", cue: str = "", content: str = "", after: int = 0
) -> Attribution:
    """An attribution of words that stand in the text, each looked for from `after` on."""

    def spans(words: str) -> Spans:
        if not words:
            return ()
        start = text.index(words, after)
        return ((start, start + len(words)),)

    return Attribution(
        id=name,
        block=0,
        source=spans(source),
        cue=spans(cue),
        content=spans(content),
        quotation="indirect",
        confidence=0.9,
        why="given",
    )


def figures(text: str, published: str | None = None) -> list[tuple[str, Figure]]:
    """The words and the record of each figure in a text."""
    read = story(text, published=published)
    return [(read.words_of(figure.spans), figure) for figure in find_figures(read)]


def words(text: str) -> list[str]:
    return [shown for shown, _ in figures(text)]
