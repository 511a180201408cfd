"""Stories as JSON: one document, an array of them, or one a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from ..story import Story


def to_json(stories: Sequence[Story], style: Literal["json", "jsonl"], *, several: bool | None = None) -> str:
    """The stories as `sayso/story/1` documents, ending in a line end.

    `jsonl` is one document a line, and nothing for no story. `json` is indented: one object for one input,
    an array for `several`, also when only one of them could be read; left out, the stories are counted.
    """
    documents = [story.to_json() for story in stories]
    if style == "jsonl":
        return "".join(f"{document}\n" for document in documents)
    if several is None:
        several = len(documents) != 1
    joined = f"[{','.join(documents)}]" if several else documents[0]
    return msgspec.json.format(joined, indent=2) + "\n"
