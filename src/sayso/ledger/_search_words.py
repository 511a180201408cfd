"""From what a person types to a query that FTS5 cannot stumble over."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from ..errors import UsageError

#: A query of more words finds nothing that fewer would not, and costs time.
MOST_WORDS: Final = 64
_TERM: Final = re.compile(r'(-?)(?:"([^"]*)"|([^\s"]+))')


def match_of(query: str) -> str | None:
    """The FTS5 expression for a query: all words, "phrases" as they stand, begin* for beginnings, -not these.

    Everything else is taken as words, whatever it means to FTS5. None when there is no word in it. A minus
    counts only beside something to look for. Raises `UsageError` over `MOST_WORDS` terms.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for minus, phrase, word in _TERM.findall(query.replace("\0", " ")):
        words = phrase or word
        if not any(map(_is_token, words)):
            continue
        term = '"' + words.replace('"', '""') + '"' + ("*" if word.endswith("*") else "")
        (unwanted if minus else wanted).append(term)
    if len(wanted) + len(unwanted) > MOST_WORDS:
        raise UsageError(f"a query takes at most {MOST_WORDS} words; leave out the common ones")
    if not wanted:
        wanted, unwanted = unwanted, []
    if not wanted:
        return None
    positive = " AND ".join(wanted)
    return f"({positive}) NOT ({' OR '.join(unwanted)})" if unwanted else positive


def _is_token(character: str) -> bool:
    """Whether the tokenizer `unicode61` makes words of it: letters, numbers, private use."""
    category = unicodedata.category(character)
    return category[0] in "LN" or category == "Co"
