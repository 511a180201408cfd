"""Counts what stands behind a claim: N stories, M outlets, K origins, every merge with its reason."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ._chain_ends import UNATTRIBUTED
from ._claim_words import stems
from ._event import Event
from ._mentions import Mention, Says, mentions_of
from ._origin_merge import is_bare, same_people, telling_words, thing
from ._origin_names import fullest
from ._tellings import Telling

#: An origin is sure that a story names in a statement this near to its nearest one, or several stories in
#: statements a little less near; then the others' mentions of it count too.
_SURE: Final = 0.85
_AGAIN: Final = 0.6
_FEWEST_AGAIN: Final = 2
_NAMED: Final = "named as the origin"


@dataclass(slots=True, eq=False)
class Origin:
    """Who is behind a claim in the end. `stories` gives for each story the chain's names and the reason.

    `rests_on` is another origin of the list. `own` says that a story shows an outlet's own reporting.
    """

    name: str
    kind: str
    says: Says
    entity: int | None
    stories: dict[int, tuple[tuple[str, ...], str]]
    why: list[str]
    rests_on: Origin | None = None
    own: bool = False
    independent: bool = False

    @property
    def is_unattributed(self) -> bool:
        """Whether nobody is named."""
        return self.name == UNATTRIBUTED


@dataclass(slots=True, eq=False)
class _Bundle:
    mentions: list[Mention] = field(default_factory=list)
    why: list[str] = field(default_factory=list)
    unlike: dict[tuple[object, ...], Mention] = field(default_factory=dict)

    def take(self, event: Event, mention: Mention) -> None:
        """Adds nameless people; of those described and reached alike only the first is compared."""
        self.mentions.append(mention)
        relays = frozenset(relay.key for relay in mention.relays)
        name = mention.end.name.casefold()
        own = event.copied_from(mention.story) if not relays and is_bare(name) else 0
        self.unlike.setdefault((name, relays, own), mention)


def origins_of(
    event: Event, told: Mapping[int, Sequence[Telling]], near: Mapping[str, float], words: Collection[str]
) -> list[Origin]:
    """The origins of a claim from the statements that make it, by story; those that rest on nothing first.

    `words` are the claim's stems: whom it is about is no origin of it on one story's word alone.

    An outlet that one story quotes without saying where it has the claim from rests on the people whom
    another story shows it to cite. Independent is who asserts the claim, rests on no other origin and is
    not `unattributed`; an outlet only with reporting of its own.
    """
    mentions = [m for story, tellings in told.items() for m in mentions_of(event, story, tellings, near)]
    bundles = [bundle for bundle in _bundles(event, mentions) if _is_sure(bundle, words)]
    origins = [_origin(bundle) for bundle in bundles]
    _rest(origins, bundles)
    for origin in origins:
        origin.independent = (
            origin.says == "asserts"
            and origin.rests_on is None
            and not origin.is_unattributed
            and (origin.kind != "outlet" or origin.own)
        )
    return sorted(
        origins,
        key=lambda o: (
            *(o.is_unattributed, not o.independent, o.rests_on is not None),
            *(-len(o.stories), o.name, o.says, o.kind),
        ),
    )


def _bundles(event: Event, mentions: Sequence[Mention]) -> list[_Bundle]:
    """Mentions gathered by origin."""
    found: dict[tuple[str, Says], _Bundle] = {}
    nameless: list[Mention] = []
    agents: list[Mention] = []
    for mention in mentions:
        if mention.end.is_unattributed:
            found.setdefault((UNATTRIBUTED, mention.says), _Bundle()).mentions.append(mention)
        elif mention.end.acts is not None:
            agents.append(mention)
        elif (what := thing(mention.end.name, mention.end.kind)) is not None:
            found.setdefault((f"thing {what}", mention.says), _Bundle()).mentions.append(mention)
        elif mention.known is not None:
            found.setdefault((mention.known.key, mention.says), _Bundle()).mentions.append(mention)
        else:
            nameless.append(mention)
    return [*found.values(), *_agents(agents), *_people(event, nameless)]


def _is_sure(bundle: _Bundle, words: Collection[str]) -> bool:
    """One story must name an origin where it makes the claim most fully, or several where they make it."""
    best = max(mention.near for mention in bundle.mentions)
    again = {mention.story for mention in bundle.mentions if mention.near >= _AGAIN}
    if len({mention.story for mention in bundle.mentions}) == 1 and _is_about(bundle.mentions[0], words):
        return False
    return best >= _SURE or len(again) >= _FEWEST_AGAIN or bundle.mentions[0].end.is_unattributed


def _is_about(mention: Mention, words: Collection[str]) -> bool:
    """Whether a claim's own words name somebody: its subject is often read as speaking."""
    if mention.end.own or mention.end.kind == "outlet" or mention.end.is_unattributed:
        return False
    if mention.known is not None:
        return stems(mention.known.name) <= frozenset(words)
    telling = stems(" ".join(telling_words(mention.end.name)))
    return bool(telling) and telling <= frozenset(words)


def _agents(mentions: Sequence[Mention]) -> list[_Bundle]:
    """People who act for one person: a manager by name, and "her manager" in other stories."""
    found: dict[tuple[str, Says], _Bundle] = {}
    for mention in sorted(mentions, key=lambda m: (not (m.end.acts or ("", ""))[1], m.story, m.end.name)):
        role, whom = mention.end.acts or ("", "")
        key = (whom.split()[-1].casefold() if whom else "", mention.says)
        if not whom:  # "her manager": the event's only agent
            others = [other for other in found if other[1] == mention.says]
            key = others[0] if len(others) == 1 else key
        bundle = found.setdefault(key, _Bundle())
        bundle.mentions.append(mention)
        bundle.why.append(f"“{mention.end.name}” speaks for {whom or 'the same person'} as {role}")
    return list(found.values())


def _people(event: Event, mentions: Sequence[Mention]) -> list[_Bundle]:
    """Nameless people: those of one outlet together, others where they are described in the same words."""
    bundles: list[_Bundle] = []
    ordered = sorted(
        mentions,
        key=lambda m: (-len(telling_words(m.end.name)), not m.relays, m.end.name, event.story(m.story).key),
    )
    for mention in ordered:
        for bundle in bundles:
            if bundle.mentions[0].says != mention.says:
                continue
            why = next(
                (w for other in bundle.unlike.values() if (w := _why_same(event, mention, other))), None
            )
            if why is not None:
                bundle.take(event, mention)
                bundle.why.append(f"“{mention.end.name}”: {why}")
                break
        else:
            bundles.append(_Bundle())
            bundles[-1].take(event, mention)
    return bundles


def _why_same(event: Event, one: Mention, other: Mention) -> str | None:
    if (
        event.copied_from(one.story) == event.copied_from(other.story)
        and one.end.name.casefold() == other.end.name.casefold()
    ):
        return "the same words" if one.story == other.story else "the same words in a copy of the same story"
    mine = {relay.key for relay in one.relays if relay.kind == "outlet"}
    theirs = {relay.key for relay in other.relays if relay.kind == "outlet"}
    if not mine and (is_bare(one.end.name) or telling_words(one.end.name) & telling_words(other.end.name)):
        # "Sources say": those of the outlet that this story names too, if others show it to have some.
        mine = set(event.outlets_in(one.story)) & theirs
    return same_people(one.end.name, other.end.name, same_relay=bool(mine & theirs))


def _origin(bundle: _Bundle) -> Origin:
    first = bundle.mentions[0]
    persons = [m for m in bundle.mentions if m.known is not None and m.known.kind == "person"]
    known = (persons or bundle.mentions)[0].known
    entity = None
    if first.end.is_unattributed:
        name, kind = UNATTRIBUTED, "unnamed"
    elif known is not None:
        name, kind, entity = known.name, known.kind, known.entity
    else:
        name, kind = _people_name(bundle), "unnamed"
    stories: dict[int, tuple[tuple[str, ...], str]] = {}
    why = list(bundle.why)
    for mention in sorted(bundle.mentions, key=lambda m: -m.score):
        chain = (*(relay.name for relay in mention.relays), mention.end.name)
        stories.setdefault(mention.story, (chain, mention.end.why))
        if mention.known is not None and mention.known.why:
            why.append(mention.known.why)
        if mention.end.why != _NAMED and not mention.end.is_unattributed:
            why.append(mention.end.why)
    own = any(m.end.own for m in bundle.mentions)
    return Origin(name, kind, first.says, entity, stories, list(dict.fromkeys(why)), own=own)


def _people_name(bundle: _Bundle) -> str:
    """The fullest description; "sources" are named by whose they are."""
    name = fullest(m.end.name for m in bundle.mentions)
    if telling_words(name) or len(name.split()) > 2:
        return name
    relays = Counter(relay.name for m in bundle.mentions for relay in m.relays if relay.kind == "outlet")
    outlets = Counter(m.outlet for m in bundle.mentions if m.outlet)
    for owners in (relays, outlets):
        if owners:
            return f"{min(owners, key=lambda o: (-owners[o], o))}'s sources"
    return name


def _rest(origins: Sequence[Origin], bundles: Sequence[_Bundle]) -> None:
    """An origin that stands as a relay before another one rests on it."""
    behind: dict[tuple[str, Says], Counter[int]] = defaultdict(Counter)
    for number, bundle in enumerate(bundles):
        for mention in bundle.mentions:
            for relay in mention.relays:
                behind[relay.key, mention.says][number] += 1
    for number, (origin, bundle) in enumerate(zip(origins, bundles, strict=True)):
        known = bundle.mentions[0].known
        if known is None:
            continue
        counts = behind.get((known.key, origin.says), Counter[int]())
        for other in sorted(counts, key=lambda n: (-counts[n], origins[n].name)):
            if other != number and not origins[other].is_unattributed and not _rests(origins[other], origin):
                origin.rests_on = origins[other]
                origin.why.append(f"a story shows that {origin.name} has it from {origins[other].name}")
                break


def _rests(one: Origin, other: Origin) -> bool:
    """Whether `one` rests on `other`, however far: resting never goes round in a circle."""
    seen: Origin | None = one
    while seen is not None:
        if seen is other:
            return True
        seen = seen.rests_on
    return False
