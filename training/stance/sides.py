"""Which side every headline and every story takes, worked out from the stances of their pairs.

In FNC-1 a pair's stance comes from two sides on one event's claim: "discuss" when headline or story only
reports it, else "agree" when both take the same side and "disagree" when they take different ones. So the
stances of an event's pairs tell the sides, up to which one is "asserts"; that is told by the headlines.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from typing import Any, Literal, NamedTuple

from sayso.weighing._framing import framing

Side = Literal["asserts", "reports", "refutes"]
Row = dict[str, Any]
Node = tuple[Literal["headline", "story"], str]


class Sides(NamedTuple):
    """By (cluster, headline) and (cluster, story); what cannot be told is left out."""

    headlines: dict[tuple[str, str], Side]
    stories: dict[tuple[str, str], Side]


def sides_of(rows: Sequence[Row]) -> Sides:
    """The sides behind the rows, each with headline, story, cluster and stance."""
    clusters: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        clusters[row["cluster"]].append(row)
    found = Sides({}, {})
    for cluster, members in clusters.items():
        for (kind, name), side in _of_event(members).items():
            (found.headlines if kind == "headline" else found.stories)[cluster, name] = side
    return found


def _of_event(rows: Sequence[Row]) -> dict[Node, Side]:
    taken: dict[Node, list[tuple[Node, int]]] = defaultdict(list)
    open_pairs: dict[Node, list[Node]] = defaultdict(list)
    for row in rows:
        headline: Node = ("headline", row["headline"])
        story: Node = ("story", row["story"])
        for one, other in ((headline, story), (story, headline)):
            if row["stance"] == "discuss":
                open_pairs[one].append(other)
            else:
                taken[one].append((other, 1 if row["stance"] == "agree" else -1))
    signs: dict[Node, int] = {}
    for node in taken:
        if node not in signs:
            signs |= _oriented(_component(node, taken))
    found: dict[Node, Side] = {node: "asserts" if sign > 0 else "refutes" for node, sign in signs.items()}
    for node, others in open_pairs.items():
        # One who discusses with somebody who takes a side takes none; and where all an event's pairs
        # discuss, it is the stories that do: headlines without a hedge among them are left out.
        if node not in signs and (node[0] == "story" or any(other in signs for other in others)):
            found[node] = "reports"
    return found


def _component(start: Node, taken: dict[Node, list[tuple[Node, int]]]) -> dict[Node, int]:
    """All that is joined to a node by agreeing and disagreeing, with 1 for its side and -1 for the other."""
    signs = {start: 1}
    waiting = deque([start])
    while waiting:
        node = waiting.popleft()
        for other, same in taken[node]:
            if other not in signs:
                signs[other] = signs[node] * same
                waiting.append(other)
    return signs


def _oriented(signs: dict[Node, int]) -> dict[Node, int]:
    """The side most of whose headlines do not refute is the one that asserts."""
    votes = 0
    for (kind, name), sign in signs.items():
        if kind == "headline":
            votes += -sign if framing(name)["refutes"] else sign
    return {node: sign if votes >= 0 else -sign for node, sign in signs.items()}
