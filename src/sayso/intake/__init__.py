"""Takes a story in, in whatever form it comes.

    file, URL, fetched page, standard input, bytes, text, record  ──▶  Story with text, blocks, dates, links

The text of a plain-text input is the input itself, to the character; that of a page is what stood
on it. Nothing is known here of attributions.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import msgspec

from ..errors import InputError, NotText, TooLarge
from ..story import DateCandidate, Input, Story, Unread
from ._address import Address, address_of
from ._bytes import Raw, decode, load, looks_like_html
from ._dates import published
from ._exchange import Answer, Terms, exchange
from ._fetch import Fetched, FetchedStory, fetch, page_of
from ._language import detect, refuse_if_not_english
from ._page import Page
from ._record import Record, id_of

__all__ = [
    "Address",
    "Answer",
    "FetchedStory",
    "Limits",
    "Record",
    "Terms",
    "address_of",
    "decode",
    "exchange",
    "id_of",
    "page_of",
    "reference",
    "take_in",
]

_URL: Final = re.compile(r"https?://\S+", re.IGNORECASE)
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
#: A longer string, or one of several lines, is a story and not the name of a file.
_LONGEST_NAME: Final = 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What is refused rather than read. Sizes in characters and bytes, time in seconds."""

    max_text: int = 5_000_000
    max_bytes: int = 50_000_000
    timeout: float = 20.0
    allow_private: bool = False


def reference(name: str) -> str | Path:
    """What a word on the command line means: a URL as it is, anything else a path ("-" is stdin)."""
    return name if _URL.fullmatch(name) else Path(name)


def take_in(
    raw: str | bytes | Path | Record | FetchedStory,
    *,
    any_language: bool = False,
    limits: Limits | None = None,
    keep: Callable[[bytes], object] = lambda _: None,
) -> Story:
    """The story with its blocks. Raises `InputError`.

    A string is a URL if it looks like one, else a file's name if there is such a file, else the text
    itself, unless it is a single word. A `Path` is always a file, `Path("-")` standard input.
    `keep` is given the bytes that `Story.input.sha256` is of.
    """
    bounds = limits or Limits()
    if isinstance(raw, Record):
        keep(_encoded(_content(raw)))
        return _from_record(raw, any_language, bounds)
    if isinstance(raw, FetchedStory):
        keep(raw.page.data)
        return _from_fetched(raw.url, raw.page, any_language, bounds, raw)
    if isinstance(raw, str):
        if _URL.fullmatch(raw):
            return _from_url(raw, any_language, bounds, keep)
        if _is_text(raw):
            keep(_encoded(raw))
            source = Input("text", _digest(raw), _sha256(raw))
            return _story(raw, looks_like_html(raw), source, any_language, bounds)
        raw = Path(raw)
    loaded = load(raw, max_bytes=bounds.max_bytes)
    keep(loaded.stored)
    return _from_bytes(loaded, any_language, bounds)


def _is_text(raw: str) -> bool:
    if "\n" in raw or "\r" in raw or len(raw) > _LONGEST_NAME:
        return True
    try:
        return " " in raw.strip() and not Path(raw).exists()
    except (OSError, ValueError):  # a name no file system takes
        return True


def _from_bytes(raw: Raw, any_language: bool, bounds: Limits) -> Story:
    decoded = decode(raw.data, None)
    source = Input(raw.kind, raw.ref, raw.sha256)
    html = looks_like_html(decoded.text)
    return _story(decoded.text, html, source, any_language, bounds, unread=decoded.unread)


def _from_url(url: str, any_language: bool, bounds: Limits, keep: Callable[[bytes], object]) -> Story:
    got = fetch(url, timeout=bounds.timeout, max_bytes=bounds.max_bytes, allow_private=bounds.allow_private)
    keep(got.data)
    return _from_fetched(url, got, any_language, bounds)


def _from_fetched(
    url: str, got: Fetched, any_language: bool, bounds: Limits, known: FetchedStory | None = None
) -> Story:
    decoded = decode(got.data, got.charset)
    source = Input("url", url, hashlib.sha256(got.data).hexdigest(), got.retrieved)
    html = looks_like_html(decoded.text)
    story = _story(decoded.text, html, source, any_language, bounds, url=got.final_url, unread=decoded.unread)
    return story if known is None else _filled(story, known)


def _filled(story: Story, known: FetchedStory) -> Story:
    """The story with what it lacks and others know."""
    if story.headline is None and known.headline is not None:
        story = msgspec.structs.replace(story, headline=known.headline)
    if story.published is None and known.published is not None:
        why = f"the {known.known_from} says so, the page says nothing"
        given = DateCandidate(known.published, known.known_from, None, True, why)
        story = msgspec.structs.replace(story, published=known.published, dates=(given, *story.dates))
    return story


def _from_record(record: Record, any_language: bool, bounds: Limits) -> Story:
    text = _content(record)
    source = Input("jsonl", record.id or record.url or _digest(text), _sha256(text))
    story = _story(text, record.text is None, source, any_language, bounds, url=record.url)
    known: dict[str, Any] = {
        name: value
        for name in ("id", "outlet", "published", "headline")
        if (value := getattr(record, name)) is not None
    }
    if record.published is not None:
        known["dates"] = _with_given_date(record.published, story.dates)
    return msgspec.structs.replace(story, **known) if known else story


def _content(record: Record) -> str:
    return record.text if record.text is not None else record.html or ""


def _with_given_date(value: str, found: tuple[DateCandidate, ...]) -> tuple[DateCandidate, ...]:
    """The date that came with the story is chosen over those its page gives."""
    given = DateCandidate(value, "input", None, True, "given with the story")
    others = (
        msgspec.structs.replace(date, chosen=False, why=f"{date.why}; another date was given")
        if date.chosen
        else date
        for date in found
    )
    return (given, *others)


def _story(
    content: str,
    html: bool,
    source: Input,
    any_language: bool,
    bounds: Limits,
    url: str | None = None,
    unread: tuple[Unread, ...] = (),
) -> Story:
    content, lone = _without_surrogates(content)
    with _naming(source):
        if not html:  # a page's markup may well be longer than the story on it
            _refuse_if_long(content, bounds)
        page = _page(content, html, url, source)
        if html:
            _refuse_if_long(page.text, bounds)
        if not re.search(r"\w", page.text):
            raise NotText("there is no text in it; give a story or a page with one")
        words = "\n".join(page.text[b.start : b.end] for b in page.blocks if b.role != "furniture")
        words = words or page.text
        if not any_language:
            refuse_if_not_english(words)
    return Story(
        id=_id(page, url, source),
        text=page.text,
        url=page.url or url,
        outlet=page.outlet,
        headline=page.headline,
        published=published(page.dates),
        language=detect(words)[0],
        input=source,
        blocks=page.blocks,
        dates=page.dates,
        links=page.links,
        credits=page.credits,
        unread=(*unread, *lone, *page.unread),
    )


def _page(content: str, html: bool, url: str | None, source: Input) -> Page:
    if html:
        from ._html import page_from_html

        return page_from_html(content, url, source.retrieved)
    from ._plain import page_from_text

    return page_from_text(content)


def _without_surrogates(content: str) -> tuple[str, tuple[Unread, ...]]:
    """Half characters, which no encoding can carry, become one replacement character each."""
    clean, count = _SURROGATE.subn("\ufffd", content)
    if not count:
        return content, ()
    return clean, (Unread(None, None, f"{count} half characters", "are not text; shown as \ufffd"),)


@contextmanager
def _naming(source: Input) -> Iterator[None]:
    """Puts the input's name before an error's message: of many inputs, which was it?"""
    try:
        yield
    except InputError as error:
        name = "standard input" if source.kind == "stdin" else source.ref
        message = str(error) if name.startswith("sha256:") else f"{name}: {error}"
        raise type(error)(message) from error


def _refuse_if_long(text: str, bounds: Limits) -> None:
    if len(text) > bounds.max_text:
        raise TooLarge(
            f"the text has {len(text):,} characters and {bounds.max_text:,} are allowed; "
            "split it, or raise --max-text"
        )


def _id(page: Page, url: str | None, source: Input) -> str:
    """The URL, else the file's path, else the text's hash: what names a story best."""
    if known := page.url or url:
        return known
    return source.ref if source.kind == "file" else _digest(page.text)


def _digest(text: str) -> str:
    return f"sha256:{_sha256(text)}"


def _sha256(text: str) -> str:
    return hashlib.sha256(_encoded(text)).hexdigest()


def _encoded(text: str) -> bytes:
    return text.encode("utf8", "surrogatepass")
