"""What a line of JSON may hold that a ledger takes over as it is."""

from __future__ import annotations

from typing import TypeVar

import msgspec

from ..errors import DocumentError, TooLarge
from ..story import SCHEMA, Story
from . import _inputs, _judgements
from ._batch import Item, New


def item_of(line: bytes, *, max_text: int | None = None) -> Item | None:
    """The finished story document, judgement or input bytes on a line; None for anything else.

    Raises `DocumentError` for a document that is not valid, `TooLarge` over `max_text` characters.
    """
    if b"schema" not in line:
        return None
    schema = _decoded(line, _Schema).schema
    if schema is None:
        return None
    if schema == _judgements.SCHEMA:
        return _decoded(line, _judgements.Judgement)
    if schema == _inputs.SCHEMA:
        return _inputs.InputBytes.from_dict(_decoded(line, dict))
    if schema != SCHEMA:
        raise DocumentError(f"not a valid input line: unknown schema {schema!r}")
    story = _decoded(line, Story)
    if max_text is not None and len(story.text) > max_text:
        raise TooLarge(
            f"the text has {len(story.text):,} characters and {max_text:,} are allowed; raise --max-text"
        )
    return New(story, document=line.strip())


class _Schema(msgspec.Struct):
    """Looks at one field and skips the rest."""

    schema: str | None = None


_T = TypeVar("_T")


def _decoded(line: bytes, kind: type[_T]) -> _T:
    try:
        return msgspec.json.decode(line, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise DocumentError(f"not a valid input line: {error}") from error
