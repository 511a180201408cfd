"""Small stories of our own with figures, put into a ledger as one group."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.ledger import Ledger
from sayso.ledger._figures import relate
from sayso.story import Attribution, Block, Credit, Figure, Hop, Input, Source, Story, Voice

KINDS = {"NEWS": "outlet", "Ministry": "organisation", "report": "document", "unattributed": "unnamed"}


@dataclass(frozen=True)
class Count:
    """A figure to put into a story: `by` is who says so, nearest to the reader first; empty: the outlet."""

    words: str
    what: str | None = "people killed"
    value: float | None = None
    low: float | None = None
    high: float | None = None
    approx: bool = False
    unit: str | None = None
    scope: str | None = None
    as_of: str | None = None
    by: tuple[str, ...] = ()


def exact(value: float, **more: Any) -> Count:
    """A plain number."""
    return Count(f"{value:g}", value=value, low=value, high=value, **more)


def kind_of(name: str) -> Any:
    """What a name in these stories stands for."""
    return next((kind for word, kind in KINDS.items() if word in name), "person")


def story(
    id: str,
    *counts: Count,
    outlet: str | None = None,
    published: str | None = None,
    about: str = "The bus fell into the river near Tarvo",
    credits: Sequence[str] = (),
    headline: str | None = None,
    quotation: str = "indirect",
    url: str | None = None,
) -> Story:
    """A story with a sentence for each figure."""
    text, figures, attributions, voice = f"{id} reports.", [], [], []
    sources: dict[str, Source] = {}
    for number, count in enumerate(counts):
        text += " "
        start = len(text)
        text += f"{about} and {count.words} {(count.what or '').replace(' … ', ' ')}"
        end = len(text)
        said = f", said {' via '.join(reversed(count.by))}." if count.by else "."
        text += said
        at = text.index(count.words, start)
        name = f"a{number}" if count.by else None
        for one in count.by:
            sources.setdefault(one, Source(id=f"s{len(sources)}", name=one, kind=kind_of(one)))
        if name:
            chain = tuple(sources[one].id for one in count.by)
            attributions.append(
                Attribution(
                    id=name,
                    block=0,
                    source=((end + len(", said "), len(text) - 1),),
                    cue=((end + 2, end + 6),),
                    content=((start, end),),
                    quotation=quotation,  # type: ignore[arg-type]
                    confidence=0.9,
                    why="by hand",
                    chain=chain,
                    hops=tuple(Hop(one, (), "by hand") for one in chain),
                    certainty="asserted",
                )
            )
        else:
            voice.append(Voice(start, len(text), "asserted", ()))
        figures.append(
            Figure(
                attribution=name,
                value=count.value,
                low=count.low,
                high=count.high,
                approx=count.approx,
                unit=count.unit,
                what=count.what,
                scope=count.scope,
                as_of=count.as_of,
                spans=((at, at + len(count.words)),),
            )
        )
    return Story(
        id=id,
        text=text,
        url=url,
        outlet=outlet,
        published=published,
        headline=headline,
        language="en",
        input=Input("text", id, hashlib.sha256(text.encode()).hexdigest()),
        blocks=(Block(0, len(text), "body"),),
        credits=tuple(Credit(name, ()) for name in credits),
        sources=tuple(sources.values()),
        attributions=tuple(attributions),
        voice=tuple(voice),
        figures=tuple(figures),
    )


def as_one_group(ledger: Ledger) -> int:
    """Puts all stories of a ledger in one group, whatever they say, and relates its figures."""
    with ledger.transaction() as connection:
        connection.execute("DELETE FROM story_group")
        group = connection.execute(
            "INSERT INTO story_group (key, stories, stale) VALUES ('g', 1, 0)"
        ).lastrowid
        assert group is not None
        connection.execute("DELETE FROM group_story")
        connection.execute(
            'INSERT INTO group_story (story, "group", why)'
            " SELECT story, ?, 'a test' FROM story WHERE current = 1",
            (group,),
        )
        relate(connection, group)
    return group


def ledger_of(path: Path, stories: Iterable[Story]) -> Ledger:
    """A new ledger with these stories as one group."""
    ledger = Ledger(path, create=True)
    for one in stories:
        ledger.add(one)
    as_one_group(ledger)
    return ledger


def links(ledger: Ledger) -> list[tuple[str, str, str]]:
    """What was found between figures: the words of the earlier, of the later, and the kind."""
    return sorted(
        (row["a"], row["b"], row["kind"])
        for row in ledger.connection.execute(
            "SELECT a.words AS a, b.words AS b, l.kind FROM figure_link l"
            " JOIN figure a ON a.figure = l.a JOIN figure b ON b.figure = l.b"
        )
    )


def counted_together(ledger: Ledger) -> list[list[str]]:
    """The words of the figures of each thing."""
    found: dict[int, list[str]] = {}
    for row in ledger.connection.execute(
        "SELECT thing, words FROM figure_of_thing JOIN figure USING (figure) ORDER BY words"
    ):
        found.setdefault(row["thing"], []).append(row["words"])
    return sorted(found.values())
