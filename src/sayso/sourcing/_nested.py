"""Reads contents again: "the Mail reported that neighbours said …" holds a second attribution.

The reader's model labels each word once (PolNeAR's scheme), so what is said inside a content is found
by reading the content as a text of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from ..reading import Inner, read_again
from ..story import Attribution, Span

#: Without one of these a content holds no attribution worth a second reading (measured: see docs/quality.md).
_MAY_HOLD: Final = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|report(?:s|ed|ing|edly)?|claim(?:s|ed|ing)?|according|"
    r"announc\w+|confirm\w*|den(?:y|ies|ied|ying)|alleg\w+|add(?:s|ed|ing)|argu\w+|assert\w*|assur\w+|"
    r"believ\w+|call(?:s|ed|ing)|cit(?:es?|ed|ing)|declar\w+|describ\w+|explain\w*|insist\w*|inform\w*|"
    r"quot(?:es?|ed|ing)|reveal\w*|suggest\w*|show(?:s|ed|ing)?|stat(?:es?|ed|ing)|tweet\w*|warn\w*|wr(?:ote|ites?|iting)|"
    r"admit\w*|accus\w+|ask(?:s|ed|ing)?|complain\w*|conclu\w+|deem\w*|estimat\w+|expect\w*|fear(?:s|ed|ing)?|"
    r"indicat\w+|maintain\w*|not(?:es|ed|ing)|post(?:s|ed|ing)|promis\w+|read(?:s|ing)?|recall\w*|"
    r"repl(?:y|ies|ied)|speculat\w+|swear\w*|swore|testif\w+|think\w*|thought|threat\w+|urg(?:e[sd]?|ing)|"
    r"view\w*|vow\w*|hear(?:d|s)?|learn\w*|identif\w+)\b",
    re.IGNORECASE,
)
_MARKS: Final = frozenset("\"“”„«»‘’' ")
_FEWEST_WORDS: Final = 6
_WORD: Final = re.compile(r"\w+")


def inner_attributions(
    text: str, outer: Sequence[Attribution], sentences: Sequence[Span]
) -> list[tuple[int, Inner]]:
    """What stands inside the contents of `outer`: the index of each outer attribution and the inner one.

    What the sentence of an indirect content holds beside source, cue and content is read with it: in
    "…, officials said, according to the Post" the model gives the middle part to nobody.
    """
    starts = [start for start, _ in sentences]
    taken = sorted(span for a in outer for span in (*a.source, *a.cue, *a.content))
    chosen = [
        (index, spans)
        for index, a in enumerate(outer)
        if (spans := _worth_reading(text, _with_rest(text, a, sentences, starts, taken)))
    ]
    if not chosen:
        return []
    found = []
    for (index, spans), inner in zip(chosen, read_again(text, [spans for _, spans in chosen]), strict=True):
        for item in inner:
            if _is_inside(item, spans, outer[index]):
                found.append((index, item))
    return found


def _with_rest(
    text: str,
    attribution: Attribution,
    sentences: Sequence[Span],
    starts: Sequence[int],
    taken: Sequence[Span],
) -> list[Span]:
    """The contents, each lengthened over what no attribution has taken up to its sentence's edges."""
    if attribution.quotation == "direct" or not attribution.cue:
        return list(attribution.content)
    out = []
    for start, end in attribution.content:
        first = sentences[max(0, bisect_right(starts, start) - 1)]
        last = sentences[max(0, bisect_right(starts, max(start, end - 1)) - 1)]
        index = bisect_right(taken, (start, end))
        before = max(
            (high for low, high in taken[max(0, index - 12) : index] if high <= start), default=first[0]
        )
        after = min((low for low, high in taken[index : index + 12] if low >= end), default=last[1])
        low, high = max(before, first[0]), min(after, last[1])
        out.append((low, low + len(text[low:high].rstrip(" ,;"))))
    return sorted(set(out))


def _worth_reading(text: str, contents: Sequence[Span]) -> list[Span]:
    spans = []
    for start, end in contents:
        # Without its marks a quotation is read as plain text: inside marks the model sees one speech only.
        while start < end and text[start] in _MARKS:
            start += 1
        while start < end and text[end - 1] in _MARKS:
            end -= 1
        if _MAY_HOLD.search(text, start, end) and len(_WORD.findall(text, start, end)) >= _FEWEST_WORDS:
            spans.append((start, end))
    return spans


def _is_inside(inner: Inner, spans: Sequence[Span], outer: Attribution) -> bool:
    """An inner attribution with a cue of its own and words of content that are not the whole outer one."""
    if not inner.cue or not inner.content:
        return False
    size = sum(end - start for start, end in inner.content)
    whole = sum(end - start for start, end in spans)
    return size < whole
