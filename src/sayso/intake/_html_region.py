"""Where on a page its story stands: the innermost container of most of it, and what shares its make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ._html_segments import Place, Segment
from ._html_signs import HEADINGS

#: The story's container holds at least this share of what the library found.
HOME_SHARE = 0.6
#: A lost paragraph of at least so many characters is told text, not a label.
TOLD = 60
#: How far above the container its like are looked for.
WIDEST = 3

_PARAGRAPHS = frozenset("p ul ol li table tbody tr td blockquote".split()) | frozenset(HEADINGS)

Signature = tuple[str, ...]


def home_of(segments: Sequence[Segment], kept: set[int], headline: int | None) -> Place | None:
    """The innermost container of most of what was kept, widened when its like stand beside it."""
    chars: Counter[int] = Counter()
    places: dict[int, Place] = {}
    for index in kept:
        for place in segments[index].place.above():
            chars[id(place)] += len(segments[index].text)
            places[id(place)] = place
    total = sum(len(segments[i].text) for i in kept)
    around = [places[key] for key, count in chars.items() if count >= HOME_SHARE * total]
    if not around:
        return None
    home = max(around, key=lambda place: place.depth)
    while home.tag in _PARAGRAPHS and home.parent:
        home = home.parent
    if headline is not None and inside(segments[headline], home):
        return home  # a container with its own headline is a whole story, and its like are other stories
    return _widened(segments, home)


def _widened(segments: Sequence[Segment], home: Place) -> Place:
    """The container itself, or the one that holds the story's other pieces of the same make."""
    chain: list[Place] = []
    for place in home.above():
        chain.append(place)
        if len(chain) > WIDEST + 1 or not home.names:
            break
        kind = [(link.tag, link.names) for link in chain[:-1]]
        for segment in segments if kind else ():
            if len(segment.text) < TOLD or segment.link_share >= 0.5 or inside(segment, home):
                continue
            around = below(segment, place) if inside(segment, place) else []
            if [(link.tag, link.names) for link in around[-len(kind) :]] == kind:
                return place
    return home


def below(segment: Segment, home: Place | None) -> list[Place]:
    """The places around a segment up to the story's container, or up to what holds both."""
    stop = set() if home is None else {id(place) for place in home.above()}
    out: list[Place] = []
    for place in segment.place.above():
        if id(place) in stop:
            return out
        out.append(place)
    return out


def inside(segment: Segment, home: Place | None) -> bool:
    """Whether a segment stands in the story's container."""
    return any(place is home for place in segment.place.above())


def signature(segment: Segment, home: Place | None) -> Signature:
    """The kinds of places a segment stands in; paragraphs and subheadings of one story share it."""
    places = below(segment, home)
    if places and places[0].tag in HEADINGS:
        places = places[1:]
        return ("p ", *(f"{place.tag} {place.names}" for place in places))
    return tuple(f"{place.tag} {place.names}" for place in places)
