"""The records of one story, and their way to and from the JSON form `sayso/story/1`.

Every span is `(start, end)`: Unicode code points into `Story.text`, end exclusive.
A field that a later step fills is `UNSET` until then, and absent from the JSON.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, Literal, TypeAlias, get_args

import msgspec
from msgspec import UNSET, UnsetType

from .errors import DocumentError

SCHEMA: Final = "sayso/story/1"

Span: TypeAlias = tuple[int, int]
Spans: TypeAlias = tuple[Span, ...]

Role = Literal[
    "headline",
    "standfirst",
    "byline",
    "dateline",
    "body",
    "caption",
    "alt",
    "credit",
    "furniture",
]
Quotation = Literal["direct", "mixed", "indirect"]
InputKind = Literal["file", "url", "stdin", "jsonl", "warc", "text"]

ROLES: Final[tuple[Role, ...]] = get_args(Role)

#: Roles that carry the story's own words, in which attributions are looked for.
READ_ROLES: Final[tuple[Role, ...]] = ("headline", "standfirst", "body", "caption", "alt")


class Block(msgspec.Struct, frozen=True):
    """A run of lines with one role; `body` runs hold one or more paragraphs."""

    start: int
    end: int
    role: Role


class Link(msgspec.Struct, frozen=True):
    """A hyperlink on `text[start:end]`."""

    start: int
    end: int
    url: str


class DateCandidate(msgspec.Struct, frozen=True, rename={"origin": "from"}):
    """A date the page gives for itself; `value` is ISO 8601 (an age is a negative duration)."""

    value: str
    origin: str
    spans: Spans | None
    chosen: bool
    why: str


class Credit(msgspec.Struct, frozen=True):
    """An agency or contributor the story names for its own making: "(AP)"."""

    name: str
    spans: Spans


class Unread(msgspec.Struct, frozen=True):
    """Something that was not read, with the reason. Offsets are None when it is not in `text`."""

    start: int | None
    end: int | None
    what: str
    why: str


class Input(msgspec.Struct, frozen=True):
    """Where the story came from; `sha256` is of the bytes (or the UTF-8 text) taken in."""

    kind: InputKind
    ref: str
    sha256: str
    retrieved: str | None = None


class MadeBy(msgspec.Struct, frozen=True):
    """The program and model versions that made a document."""

    sayso: str
    model: str


class Attribution(msgspec.Struct, frozen=True):
    """Who (source) signals (cue) what (content), each as spans; source may be empty.

    `block` is the index in `Story.blocks` of the block its content starts in. `confidence` is the
    calibrated probability that content and source are right.
    """

    id: str
    block: int
    source: Spans
    cue: Spans
    content: Spans
    quotation: Quotation
    confidence: float
    why: str


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """One story and all that has been found in it so far."""

    id: str
    text: str
    url: str | None = None
    outlet: str | None = None
    headline: str | None = None
    published: str | None = None
    language: str | None = None
    input: Input
    made_by: MadeBy | UnsetType = UNSET
    blocks: tuple[Block, ...] = ()
    dates: tuple[DateCandidate, ...] = ()
    links: tuple[Link, ...] = ()
    credits: tuple[Credit, ...] = ()
    attributions: tuple[Attribution, ...] | UnsetType = UNSET
    unread: tuple[Unread, ...] = ()

    def words_of(self, spans: Iterable[Span]) -> str:
        """The exact words of some spans, pieces joined by an ellipsis."""
        return " … ".join(self.text[start:end] for start, end in spans)

    def to_dict(self) -> dict[str, Any]:
        """The document as plain JSON values; unset fields are absent."""
        return {"schema": SCHEMA, **msgspec.to_builtins(self)}

    def to_json(self) -> str:
        """The document as one line of JSON."""
        return msgspec.json.encode(self.to_dict()).decode()

    @classmethod
    def from_dict(cls, document: dict[str, Any]) -> Story:
        """Read a document back; fields of newer versions are ignored.

        Raises `DocumentError` when it is not a `sayso/story/1` document.
        """
        if document.get("schema") != SCHEMA:
            raise DocumentError(f"not a {SCHEMA} document: schema is {document.get('schema')!r}")
        try:
            return msgspec.convert(document, cls)
        except msgspec.ValidationError as error:
            raise DocumentError(f"not a valid {SCHEMA} document: {error}") from error
