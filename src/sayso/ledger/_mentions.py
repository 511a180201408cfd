"""What one story's statements name at the ends of their chains, as candidates for a claim's origins."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from ._chain_ends import UNATTRIBUTED, End, chain_end, met
from ._event import Event
from ._names_fold import body_tokens
from ._origin_merge import is_bare, telling_words
from ._origin_names import Known
from ._source_lines import source_lines
from ._tellings import Telling

Says = Literal["asserts", "denies"]

_ONE: Final = re.compile(r"(?:an?|one|the)\s", re.IGNORECASE)
#: Through these an inner attribution's people say something of their own; other cues name parts of the claim.
_SAYING: Final = frozenset(
    "said claimed confirmed announced denied predicted admitted revealed found".split()
)
#: An outer statement whose content comes from an inner one gives way to it, if that has so much of its words.
_CARRIED_IN: Final = 0.6
#: People in general words ("sources") whom an outlet cites elsewhere in a story count from this nearness on.
_LIKELY: Final = 0.15


@dataclass(slots=True)
class Mention:
    """One chain's end in one story.

    `near` is how near its statement is to the claim beside the story's nearest, 0…1. `known` is None for
    nameless people. `relays` are nearest to the reader first; `outlet` is the story's own.
    """

    story: int
    end: End
    says: Says
    score: float
    near: float
    relays: tuple[Known, ...]
    known: Known | None
    outlet: str | None


def mentions_of(
    event: Event, story: int, tellings: Sequence[Telling], near: Mapping[str, float]
) -> list[Mention]:
    """The ends that one story names for a claim; a relay whose source the story names is no end."""
    found: list[Mention] = []
    best = max((t.score for t in tellings), default=0.0) or 1.0
    outlet = event.outlet_of(story)
    for telling in _deepest(event, tellings):
        says: Says = "denies" if telling.stance == "denies" else "asserts"
        share = 1.0 if says == "denies" else telling.score / best
        if telling.statement.attribution is None and (who := met(telling.statement)) is not None:
            talked = End(who, "unnamed", None, (), f"the outlet says it has talked to “{who}”")
            found.append(Mention(story, talked, says, telling.score, share, (), None, outlet))
        for chain in event.chains(telling.statement):
            end = chain_end(telling.statement, chain, event.view.sources, outlet)
            if end is not None:
                relays = tuple(event.names.find(*hop) for hop in end.relays)
                known = None if is_nameless(end) else event.names.find(end.name, end.kind, end.source)
                found.append(
                    _as_what(event, Mention(story, end, says, telling.score, share, relays, known, outlet))
                )
    found.extend(_of_lines(event, story, found, outlet))
    _sole_relay(found)
    found.extend(_relay_sources(event, story, found, near))
    _same_role(event, found)
    passing = {(relay.key, m.says) for m in found for relay in m.relays if not m.end.is_unattributed}
    return [m for m in found if m.known is None or (m.known.key, m.says) not in passing]


def _of_lines(event: Event, story: int, mentions: Sequence[Mention], outlet: str | None) -> list[Mention]:
    """Where the story's lines say that it has its account from, beside what its sentences say."""
    known = {k.key for m in mentions for k in (*m.relays, m.known) if k is not None}
    found = []
    for name, kind, line in source_lines(event.story(story).text):
        who = event.names.find(name, kind, None)
        if who.key not in known and who.name != outlet:
            known.add(who.key)
            end = End(who.name, kind, None, (), f"“{line}”")
            found.append(Mention(story, end, "asserts", 0.0, 1.0, (), who, outlet))
    return found


def is_nameless(end: End) -> bool:
    """Whether an end is a description of people, not the name of anybody."""
    if end.is_unattributed:
        return True
    if end.kind != "unnamed":
        return False
    return end.source is None or not end.name[:1].isupper() or not telling_words(end.name)


def _deepest(event: Event, tellings: Sequence[Telling]) -> list[Telling]:
    """Statements without those whose words come whole from a statement inside them."""
    by_id = {t.statement.id: t for t in tellings}
    dropped: set[int] = set()
    replaced: set[str] = set()
    for telling in tellings:
        outer = by_id.get(telling.statement.within or "")
        chains = event.chains(telling.statement)
        if telling.statement.within is None or not chains:
            continue
        if telling.statement.cue_stance not in _SAYING or (outer is not None and outer.stance == "denies"):
            dropped.add(id(telling))
        elif (
            outer is not None
            and telling.score >= _CARRIED_IN * outer.score
            and event.view.sources[chains[0][-1]].name != UNATTRIBUTED
        ):
            replaced.add(outer.statement.id)
    return [t for t in tellings if id(t) not in dropped and t.statement.id not in replaced]


def _as_what(event: Event, mention: Mention) -> Mention:
    """A person's word as that of the body or person they speak for, or of the outlet they write for."""
    known = mention.known
    if known is None or known.kind != "person":
        return mention
    speaks, outlet = event.people.speaks_for(known), event.people.writes_for(known)
    if speaks:
        body = event.names.find(speaks[0], "organisation", None)
        mention.end = replace(mention.end, why=f"{known.name} (“{speaks[1]}”) speaks for {body.name}")
        mention.known = body
    elif outlet is not None:
        mention.end = replace(mention.end, why=f"{known.name} writes for {outlet.name}", own=True)
        mention.known = outlet
        mention.relays = tuple(relay for relay in mention.relays if relay.key != outlet.key)
    else:
        acts = event.people.acts_for(known)
        mention.end = replace(mention.end, acts=acts) if acts else mention.end
    return mention


def _sole_relay(mentions: Sequence[Mention]) -> None:
    """Bare "sources", and "a report", belong to the one outlet that a story quotes for the claim."""
    outlets = {
        known.key: known
        for mention in mentions
        for known in (*mention.relays, mention.known)
        if known is not None and known.kind == "outlet"
    }
    quoted = len(outlets)
    if quoted > 1:
        citing = {m.relays[-1].key for m in mentions if m.known is None and m.relays}
        outlets = {key: known for key, known in outlets.items() if key in citing}
    if len(outlets) != 1:
        for mention in mentions:
            if quoted > 1 and not mention.relays and mention.known is None and is_bare(mention.end.name):
                why = f"“{mention.end.name}” are the outlets that are quoted"
                mention.end = End(UNATTRIBUTED, "unnamed", None, (), why)
        return
    (relay,) = outlets.values()
    for mention in mentions:
        if mention.known is not None or mention.relays:
            continue
        if not mention.end.is_unattributed and is_bare(mention.end.name):
            mention.relays = (relay,)
        elif mention.end.is_unattributed and "report" in mention.end.why:
            why = f"the report is that of {relay.name}, the only one quoted"
            mention.known, mention.end = relay, End(relay.name, "outlet", None, (), why)


def _relay_sources(
    event: Event, story: int, mentions: Sequence[Mention], near: Mapping[str, float]
) -> list[Mention]:
    """Nameless people whom an outlet that is quoted for the claim cites elsewhere in the same story."""
    found: list[Mention] = []
    for mention in mentions:
        relay = mention.known
        if relay is None or relay.kind != "outlet" or mention.end.own or mention.says == "denies":
            continue
        cited = [
            (near.get(statement.key, 0.0), statement.key, end)
            for statement, end, keys in event.cited_in(story)
            if relay.key in keys and (near.get(statement.key, 0.0) >= _LIKELY or telling_words(end.name))
        ]
        if cited:
            score, _, end = max(cited, key=lambda c: (c[0], c[1]))
            end = replace(end, why=f"{relay.name}, quoted for the claim, cites “{end.name}”")
            found.append(
                Mention(story, end, mention.says, score, mention.near, (relay,), None, mention.outlet)
            )
    return found


def _same_role(event: Event, mentions: Sequence[Mention]) -> None:
    """An "analyst" is the one whom the same story names for the claim; a body speaks through its person."""
    persons = [m for m in mentions if m.known is not None and m.known.kind == "person" and m.end.acts is None]
    if not persons:
        return
    for mention in mentions:
        if mention.end.is_unattributed or mention in persons or mention.end.acts is not None:
            continue
        for other in persons:
            assert other.known is not None
            roles = event.people.roles[other.known.key]
            if mention.known is None and _is_one(mention.end.name):
                head = telling_words(mention.end.name.split()[-1])
                shared = head if head and head <= roles else frozenset()
            elif mention.known is not None and mention.known.kind in ("organisation", "outlet"):
                tokens = set(body_tokens(mention.known.name))
                shared = frozenset(tokens) if tokens and tokens <= roles else frozenset()
            else:
                shared = frozenset()
            if shared:
                called = " ".join(sorted(shared))
                why = f"“{mention.end.name}” is {other.known.name}, whom the stories call “{called}”"
                mention.end, mention.known = replace(mention.end, why=why), other.known
                break


def _is_one(name: str) -> bool:
    return bool(_ONE.match(name)) or not name.split()[-1].endswith("s")
