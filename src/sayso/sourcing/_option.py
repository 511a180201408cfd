"""One chain that a sentence's main claim may have, with the signs for and against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ._claims import Claim, Link


@dataclass(frozen=True, slots=True)
class Option:
    """A chain (empty: the outlet's own voice), the claim it comes from, and the signs."""

    chain: tuple[Link, ...]
    claim: Claim | None
    signs: tuple[str, ...]
    kind: str


def clean(chain: Sequence[Link]) -> tuple[Link, ...]:
    """Without the same holder twice; the later place counts, since it is nearer to the origin."""
    out: list[Link] = []
    for link in reversed(chain):
        if all(link.entity is not kept.entity for kept in out):
            out.append(link)
    return tuple(reversed(out))
