"""Which nouns for a person may mean the same one: "an expert" is named as "a visiting professor" later."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_CLASSES: Final = tuple(
    frozenset(line.split())
    for line in (
        "expert specialist analyst academic scholar researcher scientist professor lecturer fellow "
        "economist historian psychologist engineer adviser advisor consultant strategist critic "
        "commentator author head chief officer director",
        "official officer spokesman spokeswoman spokesperson minister secretary director chief head "
        "governor mayor commissioner ambassador envoy diplomat aide deputy administrator chairman "
        "inspector sergeant representative",
        "lawmaker politician senator congressman congresswoman parliamentarian representative deputy mp "
        "minister leader",
        "businessman businesswoman boss executive owner founder chairman director ceo president manager "
        "entrepreneur",
        "lawyer attorney solicitor prosecutor judge counsel barrister",
        "sister brother father mother mum dad wife husband son daughter relative parent cousin aunt "
        "uncle widow friend",
        "doctor surgeon physician nurse medic paramedic specialist professor",
        "cleric priest bishop imam scholar pastor rabbi theologian preacher nun monk",
        "actor actress singer musician guitarist rapper star celebrity comedian director performer presenter",
        "witness resident neighbour neighbor passer-by local villager eyewitness bystander",
        "soldier commander general colonel fighter officer veteran militant captain sergeant",
        "journalist reporter correspondent writer author blogger editor columnist photographer "
        "photojournalist",
        "student teenager teen boy girl youngster pupil",
    )
)
_ANYBODY: Final = frozenset(
    "man woman person native citizen survivor victim hostage suspect customer fan".split()
)


def alike(head: str, roles: Iterable[str]) -> bool:
    """Whether a noun may mean somebody whom the story gives these roles."""
    known = set(roles)
    if head in _ANYBODY or head in known:
        return True
    return any(head in some and known & some for some in _CLASSES)
