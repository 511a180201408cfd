"""Lines of a plain text, and what can be seen of each of them in its page.

A line is a stretch between line ends (LF, CRLF, CR and the rarer Unicode ones) that holds something
other than white space. `describe` gives every line one row of numbers (`FEATURES`) and its words; no
step looks at a pair of lines, so time grows with the length of the text.
"""

from __future__ import annotations

import math
import re
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from ._line_signs import ASIDE, FEW, FUNCTION_WORDS, NEEDS, SIGNS, content_words

#: Characters of a line that are looked at; the longest paragraph of real pages has about 2,500.
HEAD: Final = 3000
#: From this many words on, a line that ends like a sentence counts as a paragraph of running text.
LONG: Final = 18

#: Signs of small print are looked for in so many characters from both ends of a long line.
EDGES: Final = 250

_SEARCHES = tuple((frozenset(NEEDS.get(name, "")), pattern.search) for name, pattern in SIGNS)
_NO_SIGNS = (0.0,) * len(SIGNS)
_PHYSICAL = re.compile(
    r"([^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*)(\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]|\Z)"
)
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_UPPER = re.compile(r"\b[A-Z]")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s|$)|[。！？]")
_QUOTE_MARK = re.compile("[\"“”„«»‘]|''|(?<!\\w)'|'(?!\\w)")
_OPENING: Final = "\"“„«‘'"
_CLOSING: Final = "\"”’»')]"


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank: `text[start:end]` without the white space around it."""

    start: int
    end: int
    head: str
    gap: int  # blank lines before it


@dataclass(frozen=True, slots=True)
class Described:
    """What the line model sees: `numbers` is (lines, FEATURES), `words` the lower-case words of each line."""

    numbers: NDArray[np.float32]
    words: list[list[str]]


def split_lines(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order, with exact offsets."""
    lines: list[Line] = []
    gap = 0
    for match in _PHYSICAL.finditer(text):
        raw = match[1]
        bare = raw.strip()
        if bare:
            start = match.start() + len(raw) - len(raw.lstrip())
            lines.append(Line(start, start + len(bare), bare[:HEAD], gap))
            gap = 0
        else:
            gap += 1
    return lines


_OWN: Final = (
    "length", "words", "word_length", "capitals", "all_caps", "digits", "function_words",
    "ends_sentence", "ends_colon", "ends_comma", "ends_ellipsis", "ends_question",
    "ends_digit", "ends_bracket",
    "starts_quote", "starts_lower", "starts_upper", "starts_digit", "starts_bracket", "starts_mark",
    "sentences", "quote_marks", "odd_quotes", "one_word", "two_to_four_words", "glued_case", "glued_digit",
    "commas", "no_word", "not_latin",
)  # fmt: skip
_IN_PAGE: Final = (
    "place", "from_top", "from_bottom", "first", "last", "page_lines", "page_long_share", "page_has_gaps",
    "gap_before", "big_gap_before", "gap_after", "copies", "seen_before", "seen_later",
    "text_before", "text_after", "since_long", "until_long", "like_first", "holds_first", "topical",
    "topical_lead",
    "like_previous", "like_next", "short_around", "is_long", "page_text",
)  # fmt: skip
FEATURES: Final[tuple[str, ...]] = _OWN + tuple(f"sign_{name}" for name, _ in SIGNS) + _IN_PAGE
_NO_LINES: Final = np.zeros((0, len(FEATURES) - len(_IN_PAGE)), dtype=np.float32)


def describe(lines: Sequence[Line]) -> Described:
    """One row of `FEATURES` for every line, and its lower-case words."""
    words: list[list[str]] = []
    own = array("f")  # four bytes a number: a list of floats would take eight times as much
    contents: list[set[str]] = []
    counts: list[int] = []
    for line in lines:
        spelled = _WORD.findall(line.head)
        lower = [word.lower() for word in spelled]
        words.append(lower)
        contents.append(content_words(lower))
        counts.append(len(lower) if line.head.isascii() else len(lower) + _unspaced(line.head) // 2)
        own.extend(_own(line.head, spelled, lower, counts[-1]))
    alone = np.frombuffer(own, dtype=np.float32).reshape(len(lines), -1) if own else _NO_LINES
    ends = alone[:, _OWN.index("ends_sentence")] > 0
    long = [count >= LONG and bool(end) for count, end in zip(counts, ends, strict=True)]
    in_page = _in_page(lines, words, counts, contents, long)
    return Described(np.hstack([alone, in_page]), words)


def _unspaced(head: str) -> int:
    """Characters of scripts that put no space between words."""
    return sum(c > "\u2e7f" for c in head)


def _own(head: str, spelled: list[str], lower: list[str], count: int) -> list[float]:
    """What a line shows by itself."""
    size = len(head)
    n = len(spelled)
    digits = sum(map(str.isdigit, head))
    letters = sum(map(len, spelled))
    tail = head.rstrip(_CLOSING)[-1:] or head[-1]
    marks = len(_QUOTE_MARK.findall(head))
    row = [
        math.log1p(size),
        math.log1p(count),
        min(letters / n, 15.0) / 5 if n else 0.0,
        len(_UPPER.findall(head)) / n if n else 0.0,
        sum(map(str.isupper, spelled)) / n if n else 0.0,
        digits / size if n else 0.0,
        sum(map(FUNCTION_WORDS.__contains__, lower)) / n if n else 0.0,
        tail in ".!?。！？",
        head[-1] == ":",
        tail == ",",
        tail == "…" or head.endswith("..."),
        tail in "?？",
        tail.isdigit(),
        head[-1] in ")]",
        head[0] in _OPENING,
        head[0].islower(),
        head[0].isupper(),
        head[0].isdigit(),
        head[0] in "([",
        not head[0].isalnum() and head[0] not in _OPENING and head[0] not in "([",
        min(len(_SENTENCE_END.findall(head)), 12) / 3,
        min(marks, 8) / 4,
        marks % 2,
        n == 1,
        2 <= n <= 4,
        sum(_glued_case(word) for word in spelled[:12]) > 0,
        n > 0
        and any(map(str.isalpha, spelled[-1]))
        and spelled[-1][-2:-1].isdigit()
        and not spelled[-1][0].isdigit(),
        head.count(",") / (n + 1),
        n == 0,
        n > 0 and not head.isascii() and sum(ord(c) > 0x24F and c.isalpha() for c in head[:60]) > 10,
    ]
    shown = head if size <= EDGES else f"{head[: EDGES - 90]} {head[-90:]}"
    if n > FEW or ASIDE.search(shown):
        there = set(shown)
        if digits:
            there.add("0")
        row.extend(
            [
                1.0 if not (needs and needs.isdisjoint(there)) and search(shown) else 0.0
                for needs, search in _SEARCHES
            ]
        )
    else:
        row.extend(_NO_SIGNS)
    return row


def _glued_case(word: str) -> bool:
    """A capital inside a word after a small letter, as when two menu words run together."""
    return len(word) > 5 and word[0].isalpha() and not word[1:].islower() and not word.isupper()


def _in_page(
    lines: Sequence[Line],
    words: list[list[str]],
    counts: list[int],
    contents: list[set[str]],
    long: list[bool],
) -> NDArray[np.float32]:
    """What a line shows among the others of its page."""
    n = len(lines)
    longs = sum(long)
    spread: Counter[str] = Counter()
    lead: set[str] = set()
    seen_long = 0
    for i in range(n):
        if long[i]:
            spread.update(contents[i])
            if seen_long < 3:
                lead |= contents[i]
            seen_long += 1
    keys = [" ".join(w) for w in words]
    copies = Counter(keys)
    earlier: Counter[str] = Counter()
    running = sum(c for c, big in zip(counts, long, strict=True) if big)
    until = _distance(long[::-1])[::-1]
    since = _distance(long)
    few = [0.0 if c > 7 else 1.0 for c in counts]
    short: list[float] = (np.convolve(few, np.ones(9), "full")[4 : 4 + n] / 9).tolist() if n else []
    gaps = sum(line.gap > 0 for line in lines[1:])
    title = contents[0] if n else set()
    out = array("f")
    before = 0
    for i in range(n):
        mine = contents[i]
        size = len(mine)
        self_long = 1 if long[i] else 0
        shared = len(mine & title) if i else 0
        topical = sum(1 for w in mine if spread[w] > self_long) / size if size else 0.0
        key = keys[i]
        out.extend([
            i / n, math.log1p(i) / 3, math.log1p(n - 1 - i) / 3, i == 0, i == n - 1,
            math.log1p(n) / 4, longs / n, gaps > 0.15 * n,
            lines[i].gap > 0, lines[i].gap > 1, i + 1 < n and lines[i + 1].gap > 0,
            math.log(copies[key]), earlier[key] > 0, copies[key] > earlier[key] + 1,
            before / running if running else 0.5,
            (running - before - (counts[i] if long[i] else 0)) / running if running else 0.5,
            since[i], until[i],
            shared / size if size else 0.0, shared / len(title) if title else 0.0,
            topical, len(mine & lead) / size if size and not long[i] else 0.0,
            len(mine & contents[i - 1]) / size if size and i else 0.0,
            len(mine & contents[i + 1]) / size if size and i + 1 < n else 0.0,
            short[i], long[i], math.log1p(running) / 5,
        ])  # fmt: skip
        earlier[key] += 1
        if long[i]:
            before += counts[i]
    return np.frombuffer(out, dtype=np.float32).reshape(n, len(_IN_PAGE))


def _distance(long: list[bool]) -> list[float]:
    """For each line the logarithm of how many lines ago the last long one was."""
    out: list[float] = []
    ago = 60
    for is_long in long:
        ago = 0 if is_long else min(ago + 1, 60)
        out.append(math.log1p(ago) / 2)
    return out
