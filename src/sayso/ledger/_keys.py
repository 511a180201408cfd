"""Keys: short names of things that stay the same in every ledger and after every re-reading.

A key is a letter for the kind of thing and 20 hexadecimal digits of SHA-256 over what the thing stands for,
each part behind its length, so that ("ab", "c") and ("a", "bc") differ. Keys are what people judge.
"""

from __future__ import annotations

import hashlib
from typing import Final, Literal

Kind = Literal["story", "attribution", "source", "voice", "group", "claim", "entity", "echo", "figure"]

#: The first letter of a key tells what it is a key of.
LETTERS: Final[dict[Kind, str]] = {
    "story": "s",
    "attribution": "a",
    "source": "p",
    "voice": "v",
    "group": "g",
    "claim": "c",
    "entity": "e",
    "echo": "k",
    "figure": "f",
}
#: The way back.
KINDS: Final[dict[str, Kind]] = {letter: kind for kind, letter in LETTERS.items()}
_DIGITS: Final = 20


def make(kind: Kind, *parts: str) -> str:
    """The key of a thing that its parts, in this order, say all about."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf8", "surrogatepass")
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return LETTERS[kind] + digest.hexdigest()[:_DIGITS]


def kind_of(key: str) -> Kind | None:
    """What a key is a key of; None when it is no key."""
    digits = key[1:]
    if len(digits) != _DIGITS or not set(digits) <= set("0123456789abcdef"):
        return None
    return KINDS.get(key[0])


def story_key(id: str, text: str) -> str:
    """The key of one version of a story: its id and its text."""
    return make("story", id, text)


def attribution_key(story: str, id: str) -> str:
    """The key of an attribution: its story's key and its id, which is a hash of the text and its spans."""
    return make("attribution", story, id)


def source_key(story: str, id: str) -> str:
    """The key of a source within a story: the story's key and the source's id."""
    return make("source", story, id)


def voice_key(story: str, start: int, end: int) -> str:
    """The key of a sentence in the outlet's own voice: its story's key and its place."""
    return make("voice", story, str(start), str(end))


def echo_key(story: str, of: str, kind: str) -> str:
    """The key of an echo: the keys of the later and of the earlier story, and how it echoes."""
    return make("echo", story, of, kind)


def figure_key(story: str, start: int, end: int) -> str:
    """The key of a figure: its story's key and its place."""
    return make("figure", story, str(start), str(end))
