"""Through whom a claim may have come: outlets its sentence names, and those told elsewhere."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from ._claims import Claim, Link
from ._entities import Entity
from ._interviews import Interview
from ._own import is_own
from ._scene import Scene
from ._signs import far, fifths

Relayed = tuple[tuple[Link, ...], list[str]]  #: a chain without its origin, and the signs for it

_MOST_OTHERS = 4  #: speakers in between are counted up to here


class Relays:
    """Lists the relays that claims of one story may have."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._starts = [start for start, _ in scene.sentences]
        self._told = _Told([one for one in scene.interviews if not is_own(one.outlet, scene.own)])
        self._paper = Counter(
            link.entity.number
            for c in scene.claims
            if not c.guess
            for link in (*c.who[:1], *c.relays)
            if link.entity.kind == "outlet" and not is_own(link.entity, scene.own)
        )
        self._papers = sum(self._paper.values())
        told = sorted(
            (c.at, c.index, place, link.entity.number, link.entity)
            for c in scene.claims
            if not c.guess
            for place, link in enumerate((*c.who[:1], *c.relays))
            if link.entity.number in self._paper
        )
        first = min(((at, number) for at, _, _, number, _ in told), default=None)
        self.main = next((e for at, _, _, n, e in told if (at, n) == first), None)
        self._paper_at = [item[0] for item in told]
        self._paper_told = [item[-1] for item in told]
        outer = sorted((c for c in scene.claims if c.outer is None and not c.guess), key=lambda c: c.at)
        self._speaker_at = [c.at for c in outer]
        self._last_speakers = _last_distinct([c.who[0].entity.number for c in outer])

    def sentence_at(self, at: int) -> int:
        """The number of the sentence at a place."""
        return max(0, bisect_right(self._starts, at) - 1)

    def main_link(self, entity: Entity) -> tuple[Link, list[str]]:
        """The main outlet of the story as a relay, and how much of the story is its account."""
        share = self._paper[entity.number] / max(1, self._papers)
        link = Link(entity, (), "the story tells this outlet's account", "carried")
        return link, [f"share{fifths(share)}", self._many()]

    def of(self, number: int, claim: Claim, speaker: Entity) -> Iterator[Relayed]:
        """What may stand before the speaker of a claim in sentence `number`."""
        own = [
            link
            for link in claim.relays
            if not is_own(link.entity, self._scene.own) and link.entity is not speaker
        ]
        if own:
            kinds = [f"told:{link.kind}" for link in own]
            yield tuple(own), [*kinds, "told"]
            yield (), [f"untold:{link.kind}" for link in own]
            if len(own) > 1:
                yield (own[0],), [kinds[0], "told:first-of-many"]
            if not all(link.kind == "nobody" for link in own):
                return
        merged: dict[tuple[int, ...], Relayed] = {}
        for links, signs in self._carried(number, claim.at, speaker):
            key = tuple(link.entity.number for link in links)
            if speaker.number not in key:
                merged.setdefault(key, (links, []))[1].extend([*signs, f"{signs[0]}:{speaker.kind}"])
        for links, signs in merged.values():
            yield (
                links,
                [*signs, "carried", f"carried:{claim.quotation}", f"carried:{claim.form}:{speaker.kind}"],
            )
        if not own:
            yield (), [f"untold:carried{min(2, len(merged))}", f"untold:{speaker.kind}:{min(1, len(merged))}"]

    def _carried(self, number: int, at: int, speaker: Entity) -> Iterator[Relayed]:
        """Relays told elsewhere that may still hold: the same speaker's, the last of all, the main paper."""
        yield from self._told_before(number, at, speaker)
        last = self._last_paper(at)
        if last is not None and last[1].number != speaker.number:
            gap = far(number - self.sentence_at(last[0]))
            share = self._paper[last[1].number] / max(1, self._papers)
            link = Link(last[1], (), "the same outlet's account goes on", "carried")
            signs = [f"last:{gap}", "last", f"last:share{fifths(share)}", f"last:{self._many()}"]
            yield (link,), [*signs, f"last:{gap}:{self._many()}"]
        if self.main is not None and self.main.number != speaker.number:
            link, (share_sign, many) = self.main_link(self.main)
            yield (link,), [f"main:{share_sign}", "main", f"main:{many}"]

    def _told_before(self, number: int, at: int, speaker: Entity) -> Iterator[Relayed]:
        told, papers = self._told, self._many()
        same = told.before(at, speaker.number)
        if same is not None:
            gap = far(number - self.sentence_at(same.at))
            between = f"same:others{self._speakers_between(same.at, self._scene.sentences[number][0])}"
            kind = f"same:{same.kind}"
            yield _kept(same), [f"same:{gap}", "same", f"same:{papers}", between, kind, f"{kind}:{gap}"]
        ahead = told.behind(at, speaker.number)
        if ahead is not None:
            gap = far(self.sentence_at(ahead.at) - number)
            yield _kept(ahead), [f"ahead:{gap}", "ahead", f"ahead:{papers}"]
        unclear = told.before(at, None)
        if unclear is not None:
            yield _kept(unclear), [f"someone:{far(number - self.sentence_at(unclear.at))}", "someone"]
        other = told.by_other(at, speaker.number)
        if other is not None:
            gap = far(number - self.sentence_at(other.at))
            yield _kept(other), [f"other:{gap}", "other", f"other:{papers}"]

    def _many(self) -> str:
        return f"papers{min(3, len(self._paper))}"

    def _speakers_between(self, after: int, before: int) -> int:
        """How many others were quoted since a relay was told: each makes it less likely to hold."""
        low, high = bisect_right(self._speaker_at, after), bisect_left(self._speaker_at, before)
        return sum(place >= low for place in self._last_speakers[high]) if high > low else 0

    def _last_paper(self, at: int) -> tuple[int, Entity] | None:
        index = bisect_left(self._paper_at, at) - 1
        if index < 0:
            return None
        where = self._paper_at[index]
        return where, self._paper_told[bisect_left(self._paper_at, where)]


class _Told:
    """The interviews of a story in the order of the text, found by who spoke."""

    def __init__(self, every: Sequence[Interview]) -> None:
        self._every = every
        self._at = [one.at for one in every]
        self._places: dict[int | None, list[int]] = {}
        self._named: list[int] = []  #: the last place up to each at which somebody known spoke
        self._other: list[int] = []  #: the last before it at which another did
        named = other = -1
        for place, one in enumerate(every):
            number = one.speaker.number if one.speaker else None
            self._places.setdefault(number, []).append(place)
            if number is not None:
                if named >= 0 and self._number(named) != number:
                    other = named
                named = place
            self._named.append(named)
            self._other.append(other)

    def before(self, at: int, speaker: int | None) -> Interview | None:
        """The last interview up to a place in which somebody spoke."""
        places = self._places.get(speaker, [])
        index = bisect_left(places, bisect_right(self._at, at)) - 1
        return self._every[places[index]] if index >= 0 else None

    def behind(self, at: int, speaker: int) -> Interview | None:
        """The first one behind it."""
        places = self._places.get(speaker, [])
        index = bisect_left(places, bisect_right(self._at, at))
        return self._every[places[index]] if index < len(places) else None

    def by_other(self, at: int, speaker: int) -> Interview | None:
        """The last one up to a place in which somebody else spoke."""
        index = bisect_right(self._at, at) - 1
        if index < 0:
            return None
        place = self._named[index]
        if place >= 0 and self._number(place) == speaker:
            place = self._other[index]
        return self._every[place] if place >= 0 else None

    def _number(self, place: int) -> int | None:
        speaker = self._every[place].speaker
        return speaker.number if speaker else None


def _last_distinct(numbers: Sequence[int]) -> list[tuple[int, ...]]:
    """For each place, where the last few different ones before it stood last."""
    recent: list[tuple[int, int]] = []
    out: list[tuple[int, ...]] = [()]
    for place, number in enumerate(numbers):
        recent = [(place, number), *(item for item in recent if item[1] != number)][:_MOST_OTHERS]
        out.append(tuple(item[0] for item in recent))
    return out


def _kept(told: Interview) -> tuple[Link, ...]:
    return (Link(told.outlet, (told.lead,), "the same account goes on", "carried"),)
