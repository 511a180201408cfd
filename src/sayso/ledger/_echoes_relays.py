"""Stories that relay another outlet's report: their chains name an outlet whose story is in the group."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from ._echoes_circles import circles
from ._echoes_copies import Link
from ._echoes_stories import Told, by_date, earliest, is_earlier
from ._echoes_wire import agency_named
from ._names_fold import body_tokens, joined

#: Statements shown for one pair, and letters of each.
_SHOWN: Final = 5
_LETTERS: Final = 300


@dataclass(frozen=True, slots=True)
class _Relayed:
    """A statement that a story has through another outlet."""

    attribution: str
    confidence: float
    chain: tuple[str, ...]
    outlet: str
    cue: str | None
    content: str
    span: tuple[int, int]


def relays(connection: sqlite3.Connection, told: Sequence[Told]) -> list[Link]:
    """Links of stories to the stories they relay; those that relay each other in a circle are flagged.

    Of an outlet's several stories the last before the relaying one is meant, or its first where dates do
    not tell. A story of a later day is relayed only in a circle: two outlets that name each other.
    """
    outlets: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        if name := _outlet(one.outlet):
            outlets[name].append(one)
    if len(outlets) < 2:
        return []
    found: dict[tuple[int, int], list[_Relayed]] = defaultdict(list)
    places = {one.story: place for place, one in enumerate(told)}
    for story, relayed in _named(connection, [one.story for one in told]):
        own = _outlet(told[places[story]].outlet)
        for name in _forms(relayed.outlet):
            if name in outlets and name != own:
                of = _meant(told[places[story]], outlets[name])
                found[places[story], places[of.story]].append(relayed)
                break
    return _links(told, found)


def _meant(story: Told, candidates: Sequence[Told]) -> Told:
    before = [one for one in candidates if by_date(one, story) < 0]
    if before:
        return max(before, key=lambda one: (one.moment[0] if one.moment else None, one.key))
    return earliest(candidates)


def _links(told: Sequence[Told], found: dict[tuple[int, int], list[_Relayed]]) -> list[Link]:
    circle = circles(found.keys())
    links = []
    for (story, of), relayed in sorted(found.items()):
        later, earlier = told[story], told[of]
        around = circle.get(story) is not None and circle.get(story) == circle.get(of)
        if not around and by_date(earlier, later) > 0:
            continue
        back = found.get((of, story))
        if back and is_earlier(later, earlier):
            continue  # one line a pair: from the later one, with both directions as evidence
        links.append(_link(later, earlier, relayed, back or [], around))
    return links


def _link(later: Told, earlier: Told, relayed: list[_Relayed], back: list[_Relayed], around: bool) -> Link:
    evidence: dict[str, Any] = {"why": f"{len(relayed)} statement(s) through {relayed[0].outlet}"}
    evidence["chains"] = [_shown(one) for one in _best(relayed)]
    if back:
        evidence["why"] += f"; that story in turn has {len(back)} through {back[0].outlet}"
        evidence["back"] = [_shown(one) for one in _best(back)]
    elif around:
        evidence["why"] += "; the stories relay each other in a circle"
    score = max(one.confidence for one in relayed)
    return Link(later, earlier, "relay", round(score, 4), evidence, around)


def _best(relayed: Iterable[_Relayed]) -> list[_Relayed]:
    return sorted(relayed, key=lambda one: (-one.confidence, one.span, one.chain))[:_SHOWN]


def _shown(one: _Relayed) -> dict[str, Any]:
    return {
        "chain": list(one.chain),
        "cue": one.cue,
        "words": one.content[:_LETTERS],
        "span": list(one.span),
        "attribution": one.attribution,
    }


def _named(connection: sqlite3.Connection, numbers: Sequence[int]) -> list[tuple[int, _Relayed]]:
    """Every statement whose chain names an outlet, wrong chains (as people judged) left out."""
    found = []
    for number in numbers:
        chains: dict[tuple[int, int], list[sqlite3.Row]] = defaultdict(list)
        for row in connection.execute(
            """SELECT a.attribution, a.key, a.confidence, a.content, a.start, a.end, h.chain, h.cue,
                      s.name, s.kind, s.aliases
               FROM attribution a JOIN hop h USING (attribution) JOIN source s ON s.source = h.source
               WHERE a.story = ? AND NOT EXISTS (
                   SELECT 1 FROM judgement j
                   WHERE j.a = a.key AND j.verb = 'wrong-chain' AND j.undone_at IS NULL)
               ORDER BY a.position, h.chain, h.position""",
            (number,),
        ):
            chains[row[0], row[6]].append(row)
        for rows in chains.values():
            names = tuple(row["name"] for row in rows)
            for row in rows:
                if row["kind"] == "outlet":
                    relayed = _Relayed(
                        attribution=row["key"],
                        confidence=row["confidence"],
                        chain=names,
                        outlet=_best_name(row["name"], row["aliases"]),
                        cue=row["cue"],
                        content=row["content"],
                        span=(row["start"], row["end"]),
                    )
                    found.append((number, relayed))
    return found


def _best_name(name: str, aliases: str) -> str:
    """The fullest of an outlet's names that says something."""
    forms = [name, *json.loads(aliases)]
    return next((form for form in forms if agency_named(form)), name)


def _outlet(name: str | None) -> str | None:
    """One form for an outlet's names: agencies by theirs, others by their letters."""
    if not name:
        return None
    return joined(agency_named(name) or name) or None


def _forms(name: str) -> list[str]:
    """Forms under which an outlet's story may be filed: its name, with or without "News" or "newspaper"."""
    tokens = body_tokens(name)
    forms = [_outlet(name) or ""]
    for tail in ("news", "newspaper", "magazine", "website", "online"):
        forms.append("".join(tokens[:-1]) if tokens[-1:] == (tail,) else "".join((*tokens, tail)))
    return [form for form in dict.fromkeys(forms) if form]
