"""Figures of our own making for the table and the drawings, some of them hostile."""

from __future__ import annotations

from typing import Any

from sayso.ledger._figures_query import CountedThing, Mark, Told
from sayso.ledger._mix import Mix

HOSTILE = 'a <script>alert(1)</script> & “source”\x1b[31m\u202e with\na "long" name' + " that goes on" * 9


def told(source: str, words: str, value: float | None = None, **more: Any) -> Told:
    """A figure; a plain number is its own bounds."""
    given: dict[str, Any] = {
        "key": f"{source}{words}{more.get('as_of')}{more.get('published')}",
        "story": "s",
        "outlet": None,
        "kind": "person",
        "through": (),
        "low": value,
        "high": value,
        "approx": False,
        "what": "people killed",
        "as_of": None,
        "published": None,
        "certainty": "asserted",
        "why": "by hand",
        "marks": (),
    }
    return Told(source=source, words=words, value=value, **{**given, **more})


def thing(*figures: Told, **more: Any) -> CountedThing:
    """Something counted."""
    given: dict[str, Any] = {
        "key": "f1",
        "group": "g0123456789",
        "headline": "Bus falls into the river near Tarvo: officials",
        "what": "people killed",
        "unit": None,
        "scope": "Tarvo",
        "stories": len(figures),
    }
    return CountedThing(figures=figures, **{**given, **more})


def toll() -> CountedThing:
    """All kinds of bounds, dates and marks at once."""
    return thing(
        told("health ministry", "12", 12, as_of="2024-10-20", published="2024-10-20"),
        told("health ministry", "12", 12, as_of="2024-10-20", published="2024-10-20"),
        told(
            "police",
            "at least 15",
            low=15,
            high=None,
            as_of="2024-10-20",
            published="2024-10-23",
            marks=(Mark("conflicting", "health ministry122024-10-202024-10-20", "12 and 15"),),
        ),
        told("Red Cross", "between 10 and 20", low=10, high=20, published="2024-10-21"),
        told("own voice", "about 17", 17, approx=True, published="2024-10-22", outlet="Northern Post"),
        told(
            "health ministry",
            "19",
            19,
            as_of="2024-10-22",
            published="2024-10-23",
            marks=(Mark("revised", "x", "12, then 19"),),
        ),
        told("rebels", "up to 40", low=None, high=40, as_of="2024-10", published="2024-10-27"),
        told("unattributed", "dozens", low=24, high=None),
        told(HOSTILE, "31", 31, marks=(Mark("echoed", "x", HOSTILE),)),
        *(told(name, "31", 31) for name in "vwxyz"),
    )


def crowd() -> CountedThing:
    """Many sources, no dates, hostile words, numbers of all sizes."""
    return thing(
        *(told(f"source {n} {HOSTILE}", f"{n * 1e9:g}", n * 1e9) for n in range(30)),
        what=HOSTILE,
        unit=HOSTILE,
        scope=HOSTILE,
        headline=HOSTILE,
    )


def odd() -> list[CountedThing]:
    """Things at the edges of what can be drawn."""
    return [
        thing(told("a", "0", 0.0)),
        thing(told("a", "no number", low=None, high=None)),
        thing(told("a", "−5", -5.0, published="2024-01-01"), told("b", "5", 5.0, published="1024-01-01")),
        thing(told("a", "huge", 1e308), told("b", "tiny", 1e-300)),
        thing(told("a", "7", 7.0, as_of="0001", published="9999-12-31T23:59:59Z")),
        thing(told("a", "7", 7.0, as_of="soon", published="yesterday")),
        thing(told("a", "inf", float("inf")), told("b", "nan", float("nan"))),
    ]


def mixes() -> list[Mix]:
    """Rows of a mix, one hostile, one empty, one without a name."""
    return [
        Mix(
            name="Northern Post",
            stories=12,
            claims=200,
            unnamed=31,
            official=88,
            wire=200,
            own_voice=40,
            single_origin=7,
        ),
        Mix(name="=cmd|' /C calc'!A0", stories=1, claims=3, unnamed=3, unattributed=1),
        Mix(name=HOSTILE, stories=1),
        Mix(name=None, stories=2, claims=1000, document=1),
    ]
