"""Stories that strain a report: with very many sources, and with every string and span against it."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from report_stories import blocks_of, hostile, said, story_of

from sayso.story import (
    Anonymity,
    Candidate,
    CaptionCheck,
    Described,
    Evidence,
    Figure,
    Finding,
    HeadlineCheck,
    Hedge,
    Hop,
    Record,
    Source,
    Story,
    Voice,
)


def crowd(count: int) -> Story:
    """As many sources as asked for, every fourth relayed, some with long names, some with several claims."""
    kinds = ("person", "organisation", "unnamed", "document", "post", "outlet", "other")
    names = [
        f"{first} {last}" for last in ("Okafor", "Brandt", "Tsai", "de la Vega", "Ó Briain") for first in
        ("Ada", "Bo", "Cyril", "Dagny", "Emeka", "Freya", "Gus", "Hana")
    ]  # fmt: skip
    names = [
        name + (" of the Joint Committee on Harbours, Bridges and Tidal Defences" if n % 7 == 3 else "")
        for n, name in enumerate(names * (1 + count // len(names)))
    ][:count]
    told = [(n, claim) for n in range(count) for claim in range(1 + (n * n) % 5 // 2 * 2)]
    text, blocks = blocks_of(
        ("body", "\n\n".join(f"{names[n]} said it rained on day {n}-{claim}." for n, claim in told))
    )
    found = []
    for n, claim in told:
        words = f"it rained on day {n}-{claim}"
        made = said(text, blocks, names[n], "said", words, quotation="indirect")
        chain = (
            ("relay0", f"id{n}")
            if n % 4 == 1
            else (f"relay{n % 3}", "relay0", f"id{n}")
            if n % 9 == 5
            else ()
        )
        found.append(replace(made, chain=chain or (f"id{n}",), certainty="asserted", score=3.0))
    sources = [Source(id=f"id{n}", name=names[n], kind=kinds[n % len(kinds)]) for n in range(count)]  # type: ignore[arg-type]
    papers = ("The Tidal Mirror", "Radio Skerry", "漢字新聞 and the Evening Standard of the Northern Coast")
    sources += [Source(id=f"relay{n}", name=name, kind="outlet") for n, name in enumerate(papers)]
    return story_of(
        text, blocks=blocks, outlet="Tidewater Post", attributions=tuple(found), sources=tuple(sources)
    )


def hostile_chains() -> Story:
    """The hostile story with every string of every later field hostile too, and spans that lie outside."""
    story = hostile()
    evil = story.outlet or ""
    far = ((-5, 40), (20, 10**9), (60, 30))
    first = (story.attributions or ())[0]
    hedge = Hedge(far, "reporter")
    more: dict[str, Any] = {
        "chain": ("<i>", evil, "nowhere"),
        "also": (("<i>",), ()),
        "hops": (Hop(evil, far, evil),),
        "garbled": True,
        "certainty": "hedged",
        "score": float("nan"),
        "hedges": (hedge,),
        "cue_stance": evil,
        "evidence": (Evidence("document", far),),
    }
    outer = replace(first, id="1", within="2", **more)
    inner = replace(first, id="2", within="1", **more)
    unclear = replace(first, id="3", **{**more, "candidates": (Candidate(evil, evil),)})
    return replace(
        story,
        attributions=(outer, inner, unclear),
        sources=(
            Source(
                id="<i>",
                name=evil,
                kind="person",
                description=Described(evil, far),
                aliases=(evil,),
                mentions=far,
                anonymity=Anonymity(far, far),
                number=far,
                body=far,
            ),
            Source(id=evil, name="\x1b[31m" + evil, kind="post"),
        ),
        records=(Record("denial", evil, far), Record("declined", "nowhere", far)),
        voice=(Voice(-3, 10**9, "questioned", (hedge,)), Voice(9, 2, "hedged", ())),
        figures=(
            Figure(
                attribution="1",
                value=float("inf"),
                low=None,
                high=None,
                approx=True,
                unit=evil,
                what=evil,
                scope=evil,
                as_of=evil,
                spans=far,
            ),
        ),
        headline_check=HeadlineCheck("contradicted", "disagree", (Finding("contradicted", evil, far),), evil),
        caption_checks=(
            CaptionCheck(99, "overstated", "agree", (Finding("scope_widened", evil, ()),), evil),
        ),
    )
