"""The story's own outlet, which is never a hop: as given, or by signs that only it writes of itself."""

from __future__ import annotations

import re
from typing import Final

from ._entities import Entity, key_of
from ._kinds import is_outlet

_NAME: Final = r"[A-Z][\w.&]*(?: [A-Z][\w.&]*){0,3}"
_HEAD: Final = re.compile(r"\s*\(?([A-Z][\w.& ]{1,24}?)\)?\s*(?:--|—|–)\s")
_SIGNS: Final = re.compile(
    rf"(?<![\w.&])(?P<staff>{_NAME})[’']s [A-Z]\w+ [A-Z]\w+(?:, [^.\n]{{0,60}})? "
    r"(?:contributed|reports|reporting|in [A-Z]\w+)"
    rf"|(?:An?|the) (?P<doing>{_NAME}) (?:attempt|investigation|analysis|reporter|correspondent|request)\b"
    rf"|(?<![\w.&])(?P<asks>{_NAME}) (?:has |have )?"
    r"(?:contacted|reached out|approached|has asked|understands|has learned|can reveal)\b"
    rf"|(?:contact|email|tell|follow) (?P<reach>{_NAME}) (?:at|on|@)"
)


def own_outlets(text: str, outlet: str | None, use_list: bool) -> set[tuple[str, ...]]:
    """The keys of the names by which the story's own outlet goes."""
    own = {key_of(outlet)} if outlet else set()
    head = _HEAD.match(text)
    if head and is_outlet(text, head.span(1), use_list=use_list):
        own.add(key_of(head[1]))
    for match in _SIGNS.finditer(text):
        span = match.span(match.lastgroup or 0)
        if is_outlet(text, span, use_list=use_list):
            own.add(key_of(text[span[0] : span[1]]))
    return own - {()}


def is_own(entity: Entity, own: set[tuple[str, ...]]) -> bool:
    """Whether an entity is one of them."""
    if entity.author:
        return True
    return bool(entity.key) and any(set(k) <= set(entity.key) or set(entity.key) <= set(k) for k in own)
