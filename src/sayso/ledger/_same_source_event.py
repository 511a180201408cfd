"""Gathers the sources of one event by who they are: names, and the roles that must agree with them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from ._group_view import SourceRow
from ._names import (
    Likeness,
    alike_bodies,
    alike_persons,
    body_keys,
    person_keys,
    role_words,
    roles_agree,
)
from ._names_fold import joined, person_tokens
from ._speakers import spoken_for

#: Words of description kept of somebody; more tell nothing more.
MOST_ROLES: Final = 20
#: No likeness at all.
NONE: Final = Likeness("different", 0.0, "")
#: So many names of a body are compared with.
_NAMES: Final = 4
#: A verdict of a person on two clusters: one, apart, or none.
Verdict = Callable[["Cluster", "Cluster"], bool | None]


@dataclass(slots=True, eq=False)
class Cluster:
    """Sources of one event that are one person or body; `how` says by source why it is among them."""

    name: str
    is_person: bool
    members: list[SourceRow] = field(default_factory=list)
    roles: frozenset[str] = frozenset()
    how: dict[int, tuple[float, str]] = field(default_factory=dict)

    @property
    def keys(self) -> tuple[str, ...]:
        """Blocking keys in the whole ledger."""
        return person_keys(self.name) if self.is_person else body_keys(self.name)

    def take(self, source: SourceRow, score: float, why: str) -> None:
        """Adds a source."""
        self.members.append(source)
        self.how[source.source] = (score, why)
        if self.is_person:
            words = role_words(" ".join((source.description or "", *_titles(source))))
            self.roles = frozenset(sorted(self.roles | words)[:MOST_ROLES])


def _titles(source: SourceRow) -> Iterable[str]:
    """Titles before the name, in any form of it: "KGI analyst Ming-Chi Kuo"."""
    for name in (source.name, *source.aliases):
        own = set(person_tokens(name))
        yield " ".join(word for word in role_words(name) if word not in own)


def is_named(source: SourceRow) -> bool:
    """Whether a name tells who a source is; a nameless spokesperson is known by whom they speak for."""
    if source.kind == "unnamed":
        return spoken_for(source.name, source.description) is not None
    return any(letter.isupper() or letter.isdigit() or letter == "@" for letter in source.name)


def gather(
    sources: Sequence[SourceRow], verdict: Verdict
) -> tuple[list[Cluster], list[tuple[Cluster, Cluster, Likeness]]]:
    """Clusters, and the pairs of them that may be one.

    Equal names first; then, fullest first, each joins the one cluster that it fits: by name alone where
    only writing differs, else where a role agrees too or the event has no other of the name's sound. An
    equal surname joins nobody whose role does not agree.
    """
    unsure: list[tuple[Cluster, Cluster, Likeness]] = []
    kept: list[Cluster] = []
    blocks: dict[str, list[Cluster]] = defaultdict(list)
    for cluster in _by_name(sources, verdict):
        near = [
            (other, found) for other in _near(cluster, blocks) if (found := _compare(cluster, other, verdict))
        ]
        home = _home(cluster, near)
        if home is not None:
            for member in cluster.members:
                home[0].take(member, home[1].score, home[1].why)
            for block in _blocks(cluster):
                blocks[block].append(home[0])
            continue
        unsure.extend((other, cluster, found) for other, found in near)
        kept.append(cluster)
        for block in _blocks(cluster):
            blocks[block].append(cluster)
    for cluster in kept:
        _settle_name(cluster)
    return kept, unsure


def _settle_name(cluster: Cluster) -> None:
    """A person where most stories see one; the fullest of the names that are written most often."""
    persons = [member for member in cluster.members if member.kind == "person"]
    if not cluster.is_person and 2 * len(persons) > len(cluster.members):
        cluster.is_person, cluster.name = True, min(member.name for member in persons)
    if cluster.is_person:
        names = Counter(member.name for member in persons)
        if names:
            cluster.name = min(names, key=lambda n: (*_fullness(n), -names[n], n))


def _fullness(name: str) -> tuple[int, int, int]:
    """More parts before fewer, written out before initials, without titles before with them."""
    tokens = person_tokens(name)
    return -len(tokens), sum(len(token) == 1 for token in tokens), len(name.split())


def _by_name(sources: Sequence[SourceRow], verdict: Verdict) -> list[Cluster]:
    found: dict[tuple[bool, str], list[Cluster]] = defaultdict(list)
    for source in sources:
        alone = Cluster(*_own_name(source))
        alone.take(source, 1.0, _named_why(source, alone.name))
        place = (
            alone.is_person,
            " ".join(person_tokens(alone.name)) or alone.name if alone.is_person else joined(alone.name),
        )
        home = next((c for c in found[place] if verdict(c, alone) is not False and is_named(source)), None)
        if home is None:
            found[place].append(alone)
        else:
            home.take(source, 1.0, _named_why(source, home.name))
    clusters = [cluster for same in found.values() for cluster in same]
    return sorted(clusters, key=lambda c: (-len(person_tokens(c.name)), -len(c.members), c.name, c.is_person))


def _own_name(source: SourceRow) -> tuple[str, bool]:
    body = spoken_for(source.name, source.description) if source.kind == "unnamed" else None
    return (body, False) if body else (source.name, source.kind == "person")


def _named_why(source: SourceRow, name: str) -> str:
    if source.kind == "unnamed" and source.name != name:
        return f"“{source.name}” speaks for {name}"
    return "named so" if source.name == name else f"“{source.name}” is written for “{name}”"


def _blocks(cluster: Cluster) -> set[str]:
    """Within an event, names are compared that share a token or a key."""
    return {f"t:{token}" for token in person_tokens(cluster.name)} | {
        f"t:{joined(cluster.name)}",
        *person_keys(cluster.name),
        *body_keys(cluster.name),
    }


def _near(cluster: Cluster, blocks: dict[str, list[Cluster]]) -> list[Cluster]:
    found: dict[int, Cluster] = {}
    for block in sorted(_blocks(cluster)):
        found.update((id(other), other) for other in blocks.get(block, ()))
    return list(found.values())


def _compare(one: Cluster, other: Cluster, verdict: Verdict) -> Likeness | None:
    said = verdict(one, other)
    if said is not None:
        return Likeness("same", 1.0, "judged the same") if said else None
    if one.is_person or other.is_person:
        likeness = alike_persons(one.name, other.name)
        if not (one.is_person and other.is_person) and likeness.finding != "same":
            return None
    else:
        likeness = max(
            (alike_bodies(one.name, name) for name in _names_of(other)), key=lambda found: found.score
        )
    if likeness.finding == "different":
        return None
    shared = roles_agree(one.roles, other.roles)
    if likeness.finding in ("spelling", "part") and shared:
        return Likeness("same", max(likeness.score, 0.9), f"{likeness.why}, and both are called “{shared}”")
    return likeness


def _names_of(cluster: Cluster) -> list[str]:
    """The few names that a body is called in different stories."""
    return [
        cluster.name,
        *sorted({m.name for m in cluster.members if m.kind != "unnamed"} - {cluster.name})[:_NAMES],
    ]


def _home(cluster: Cluster, near: list[tuple[Cluster, Likeness]]) -> tuple[Cluster, Likeness] | None:
    """The cluster that another joins, None where none or several fit."""
    sure = [pair for pair in near if pair[1].finding == "same"]
    if sure:
        return sure[0] if len(sure) == 1 or sure[0][1].score > sure[1][1].score else None
    if cluster.is_person and len(near) != 1:
        return None
    other, likeness = max(
        near, key=lambda pair: (pair[1].score, len(pair[0].members)), default=(cluster, NONE)
    )
    if likeness.finding == "spelling" or (likeness.finding == "part" and not cluster.is_person):
        return other, Likeness(
            "same", likeness.score, f"{likeness.why}, and the event has no other of this name"
        )
    return None
