"""The tag set of the reader: begin and inside of source, cue and content, and outside."""

from __future__ import annotations

from typing import Final, Literal, get_args

RoleName = Literal["source", "cue", "content"]
ROLES: Final[tuple[RoleName, ...]] = get_args(RoleName)

OUT: Final = 0
BEGIN: Final[dict[RoleName, int]] = {"source": 1, "cue": 3, "content": 5}
INSIDE: Final[dict[RoleName, int]] = {"source": 2, "cue": 4, "content": 6}
TAGS: Final = 7
