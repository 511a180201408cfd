"""Story documents of our own, made without a model: each says who said what in the words of its text."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from sayso.story import Attribution, Block, Evidence, Figure, Hedge, Hop, Input, MadeBy, Source, Story, Voice

#: The command `sayso` in a process of its own, see conftest.
Run = Callable[..., subprocess.CompletedProcess[str]]


@dataclass(frozen=True)
class Said:
    """One attribution: `content` as it stands in the text, `by` whom, nearest to the reader first."""

    content: str
    by: Sequence[str] = ("Olena Brask",)
    cue: str = "said"
    certainty: Any = "asserted"
    score: float = 2.0
    hedges: Sequence[str] = ()
    evidence: Any = None
    kind: Any = "person"


def story(
    id: str,
    text: str,
    *said: Said,
    voice: Sequence[str] = (),
    figures: Sequence[tuple[str, float, str]] = (),
    **more: Any,
) -> Story:
    """A story; `voice` are sentences in its own voice, `figures` (words, value, what is counted)."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    names = list(dict.fromkeys((name, one.kind) for one in said for name in one.by))
    ids = {name: f"s{number}" for number, (name, _) in enumerate(names)}
    return Story(
        id=id,
        text=text,
        language="en",
        input=Input("jsonl", id, digest),
        made_by=MadeBy("0.1.0", "hand"),
        blocks=(Block(0, len(text), "body"),),
        sources=tuple(Source(id=ids[name], name=name, kind=kind) for name, kind in names),
        attributions=tuple(_attribution(text, digest, one, ids) for one in said),
        records=(),
        voice=tuple(Voice(*_span(text, words), "asserted", ()) for words in voice),
        figures=tuple(_figure(text, *one) for one in figures),
        headline_check=None,
        caption_checks=(),
        **more,
    )


def line(document: Story) -> bytes:
    """A document as a line of JSON."""
    return document.to_json().encode() + b"\n"


def many(count: int, prefix: str = "n") -> list[Story]:
    """Different small stories, every five of them about one pier."""
    return [
        story(
            f"{prefix}-{number}",
            f"Pier {number // 5} is shut after a storm, Olena Brask said. Crew {number} has left.",
            Said(f"Pier {number // 5} is shut after a storm"),
            outlet=f"Courier {number % 3}",
            published=f"2024-03-{1 + number % 28:02}",
        )
        for number in range(count)
    ]


def _span(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def _attribution(text: str, digest: str, one: Said, ids: dict[str, str]) -> Attribution:
    content = _span(text, one.content)
    name = hashlib.sha256(f"{digest}{content}".encode()).hexdigest()[:12]
    cue = (_span(text, one.cue),) if one.cue in text else ()
    return Attribution(
        id=f"a{name}",
        block=0,
        source=(),
        cue=cue,
        content=(content,),
        quotation="indirect",
        confidence=0.9,
        why="written by hand",
        within=None,
        chain=tuple(ids[name] for name in one.by),
        also=(),
        hops=tuple(Hop(ids[name], (), "by hand") for name in one.by),
        garbled=False,
        candidates=(),
        certainty=one.certainty,
        score=one.score,
        hedges=tuple(Hedge((_span(text, words),), "source") for words in one.hedges),
        cue_stance=one.cue,
        evidence=(Evidence(one.evidence, (content,)),) if one.evidence else (),
    )


def _figure(text: str, words: str, value: float, what: str) -> Figure:
    return Figure(
        attribution=None, value=value, low=value, high=value, approx=False, unit=None, what=what, scope=None,
        as_of=None, spans=(_span(text, words),),
    )  # fmt: skip


def changed(document: Story, **fields: Any) -> Story:
    """The same document with other fields."""
    return msgspec.structs.replace(document, **fields)
