"""One line of JSON Lines input: a story's text or HTML with what is known of it."""

from __future__ import annotations

import msgspec

from ..errors import DocumentError
from ..story import Span


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A story given in fields instead of as a file; exactly one of `text` and `html` is set."""

    id: str | None = None
    text: str | None = None
    html: str | None = None
    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    headline: str | None = None
    sentence_spans: tuple[Span, ...] | None = None

    def __post_init__(self) -> None:
        if (self.text is None) == (self.html is None):
            raise ValueError('give "text" or "html", and not both')

    @classmethod
    def from_json(cls, line: str | bytes) -> Record:
        """Reads a line; unknown fields are ignored. Raises `DocumentError`."""
        try:
            return msgspec.json.decode(line, type=cls)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise DocumentError(f"not a valid input line: {error}") from error


def id_of(line: str | bytes) -> str | None:
    """The id of a line that may be broken otherwise, to name it in the error."""

    class OnlyId(msgspec.Struct):
        id: str | None = None

    try:
        return msgspec.json.decode(line, type=OnlyId).id
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None
