"""Writes tokens of a treebank as the text they were cut from, as far as the tokens still tell.

Corpora of single sentences come as tokens with spaces between them ("`` I do n't , '' she said"). The
reader knows news as it is printed; what a quotation is, it sees from how the marks stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from ..story import Span

_CLOSING: Final = frozenset(", . ; : ? ! % ) ] } ” ’ ...".split())
_OPENING: Final = frozenset("( [ { “ ‘ $ # US$ C$ A$ £ € `".split())
_CLITIC: Final = re.compile(r"(?:n['’]t|['’](?:s|re|ve|ll|d|m)?)", re.IGNORECASE)
_NAMES: Final = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "_": "—"}
_STICKS: Final = frozenset("-/")


def untokenise(tokens: Sequence[str]) -> tuple[str, list[Span]]:
    """The text of some tokens and where in it each token stands, in order.

    A token that is the second half of a mark cut in two ("' '") has an empty span.
    """
    text = ""
    spans: list[Span] = []
    glued, quoted = True, False
    for at, token in enumerate(tokens):
        shown = _NAMES.get(token, token)
        if token == "'" and at and tokens[at - 1] == "'" and text.endswith('"'):
            spans.append((len(text), len(text)))
            continue
        halved = token == "'" and tokens[at + 1 : at + 2] == ["'"]
        if token in {"``", "''", '"'} or halved:
            quoted = token == "``" or (token != "''" and not quoted)
            shown, before, after = '"', not quoted, quoted
        else:
            before, after = _sticks(shown)
        if not (glued or before):
            text += " "
        spans.append((len(text), len(text) + len(shown)))
        text += shown
        glued = after
    return text, spans


def _sticks(token: str) -> tuple[bool, bool]:
    """Whether no space stands before a token, and none after it."""
    if token in _STICKS:
        return True, True
    return token in _CLOSING or bool(_CLITIC.fullmatch(token)), token in _OPENING
