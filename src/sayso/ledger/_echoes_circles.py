"""Circles among links: stories that lead back to themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence


def circles(edges: Iterable[tuple[int, int]]) -> dict[int, int]:
    """For every node on a circle the lowest node of its circle (strong components, Kosaraju 1978)."""
    forth: dict[int, list[int]] = defaultdict(list)
    back: dict[int, list[int]] = defaultdict(list)
    for one, other in sorted(edges):
        forth[one].append(other)
        back[other].append(one)
    found: dict[int, int] = {}
    seen: set[int] = set()
    for root in reversed(_finished(forth)):
        members = _reached(root, back, seen)
        if len(members) > 1:
            found.update(dict.fromkeys(members, min(members)))
    return found


def _finished(after: Mapping[int, Sequence[int]]) -> list[int]:
    """All nodes, each behind those that are reached from it."""
    seen: set[int] = set()
    out: list[int] = []
    for root in sorted(after):
        work = [(root, False)]
        while work:
            node, left = work.pop()
            if left:
                out.append(node)
            elif node not in seen:
                seen.add(node)
                work.append((node, True))
                work += [(other, False) for other in after.get(node, ())]
    return out


def _reached(root: int, after: Mapping[int, Sequence[int]], seen: set[int]) -> list[int]:
    """Nodes reached from one that nobody has seen yet; they are seen then."""
    members: list[int] = []
    work = [root]
    while work:
        node = work.pop()
        if node not in seen:
            seen.add(node)
            members.append(node)
            work += after.get(node, ())
    return members
