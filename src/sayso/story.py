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
SourceKind = Literal["person", "unnamed", "organisation", "outlet", "document", "post", "other"]
Certainty = Literal["asserted", "hedged", "denied", "questioned"]
Holder = Literal["source", "reporter"]
EvidenceKind = Literal[
    "document", "image", "video", "data", "eyewitness", "interview", "post", "intercept", "test"
]
RecordKind = Literal["denial", "declined", "no_response", "not_verified"]
Verdict = Literal["supported", "overstated", "unsupported", "contradicted"]
Stance = Literal["agree", "discuss", "disagree", "unrelated"]
FindingKind = Literal[
    "attribution_dropped",
    "hedge_dropped",
    "figure_changed",
    "scope_widened",
    "quotation_altered",
    "detail_absent",
    "contradicted",
]

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


class Described(msgspec.Struct, frozen=True):
    """What the story says of a source (role, affiliation, credential), and where."""

    words: str
    spans: Spans


class Anonymity(msgspec.Struct, frozen=True):
    """The terms on which a source stays unnamed ("on condition of anonymity"), and the reason given."""

    terms: Spans
    reason: Spans


class Source(msgspec.Struct, frozen=True, kw_only=True):
    """Who or what speaks somewhere in the story, all mentions of it taken together.

    `name` is the fullest form in the story, in the story's words, or `unattributed`. `number` and
    `body` are what the story says of an unnamed source: how many they are, and whose.
    """

    id: str
    name: str
    kind: SourceKind
    description: Described | None = None
    aliases: tuple[str, ...] = ()
    mentions: Spans = ()
    anonymity: Anonymity | None = None
    number: Spans = ()
    body: Spans = ()


class Hop(msgspec.Struct, frozen=True):
    """One holder in a chain: the source's id, the words that signal its part, and the rule."""

    source: str
    cue: Spans
    why: str


class Candidate(msgspec.Struct, frozen=True):
    """A source that may be meant where the text leaves it unclear."""

    source: str
    why: str


class Hedge(msgspec.Struct, frozen=True):
    """Words that weaken a claim, and whose they are."""

    spans: Spans
    holder: Holder


class Evidence(msgspec.Struct, frozen=True):
    """What a source says it rests on, in the story's words."""

    kind: EvidenceKind
    spans: Spans


class Attribution(msgspec.Struct, frozen=True):
    """Who (source) signals (cue) what (content), each as spans; source may be empty.

    `block` is the index in `Story.blocks` of the block its content starts in. `confidence` is the
    calibrated probability that content and source are right. `within` is the id of the attribution
    whose content holds this one. `chain` holds ids of sources, the nearest to the reader first and the
    origin last; `hops` says the same with cue and reason. `score` is the factuality of the content's
    main predicate as presented to the reader, −3 (certainly not) to 3 (certainly).
    """

    id: str
    block: int
    source: Spans
    cue: Spans
    content: Spans
    quotation: Quotation
    confidence: float
    why: str
    within: str | UnsetType | None = UNSET
    chain: tuple[str, ...] | UnsetType = UNSET
    also: tuple[tuple[str, ...], ...] | UnsetType = UNSET
    hops: tuple[Hop, ...] | UnsetType = UNSET
    garbled: bool | UnsetType = UNSET
    candidates: tuple[Candidate, ...] | UnsetType = UNSET
    certainty: Certainty | UnsetType = UNSET
    score: float | UnsetType = UNSET
    hedges: tuple[Hedge, ...] | UnsetType = UNSET
    cue_stance: str | UnsetType | None = UNSET
    evidence: tuple[Evidence, ...] | UnsetType = UNSET


class Record(msgspec.Struct, frozen=True):
    """A denial, a refusal to comment, a silence, or a claim that could not be verified."""

    kind: RecordKind
    source: str | None
    spans: Spans


class Voice(msgspec.Struct, frozen=True):
    """A sentence in the outlet's own voice."""

    start: int
    end: int
    certainty: Certainty
    hedges: tuple[Hedge, ...]


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A quantity as the story gives it, with whoever says so.

    `value` is None where only bounds are given; `low` and `high` are None where open. `unit` is the
    unit or currency, `what` the thing counted and what happened to it, `scope` where or among whom, all
    in the story's words. `as_of` is an ISO 8601 date, None where the story leaves it open.
    """

    attribution: str | None
    value: float | None
    low: float | None
    high: float | None
    approx: bool
    unit: str | None
    what: str | None
    scope: str | None
    as_of: str | None
    spans: Spans


class Finding(msgspec.Struct, frozen=True):
    """One way in which a headline says more than the body: `text` in the headline, `spans` in the body."""

    kind: FindingKind
    text: str
    spans: Spans


class HeadlineCheck(msgspec.Struct, frozen=True):
    """A headline held against the body; `stance` is the body's to the headline's claim."""

    verdict: Verdict
    stance: Stance
    findings: tuple[Finding, ...]
    why: str


class CaptionCheck(msgspec.Struct, frozen=True):
    """A standfirst or caption, by the index of its block, held against the body."""

    block: int
    verdict: Verdict
    stance: Stance
    findings: tuple[Finding, ...]
    why: str


class NamedHop(msgspec.Struct, frozen=True):
    """A holder by name and kind, where no document stands beside it."""

    name: str
    kind: SourceKind


class SentenceChain(msgspec.Struct, frozen=True):
    """On whose say-so a sentence stands: the chain of its main claim, those of others, and how sure it is."""

    chain: tuple[NamedHop, ...]
    also: tuple[tuple[NamedHop, ...], ...]
    certainty: Certainty


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
    sources: tuple[Source, ...] | UnsetType = UNSET
    attributions: tuple[Attribution, ...] | UnsetType = UNSET
    records: tuple[Record, ...] | UnsetType = UNSET
    voice: tuple[Voice, ...] | UnsetType = UNSET
    figures: tuple[Figure, ...] | UnsetType = UNSET
    headline_check: HeadlineCheck | UnsetType | None = UNSET
    caption_checks: tuple[CaptionCheck, ...] | UnsetType = UNSET
    unread: tuple[Unread, ...] = ()
    sentences: dict[str, SentenceChain] | UnsetType = UNSET

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
