"""Windows cover every word once and put the context they promise around it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sayso
from sayso.reading._paragraphs import paragraphs
from sayso.reading._stream import prepare
from sayso.reading._windows import CLS, SEP, WindowSizes, lay_out
from sayso.reading._wordpiece import load_tokenizer

TOKENIZER = load_tokenizer(Path(sayso.__file__).parent / "models" / "en" / "vocab.txt")
SIZES = WindowSizes(core=24, left=8, right=6)


def tokens_of(text: str):
    return prepare(text, [paragraphs(text)], TOKENIZER).tokens


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text(alphabet='abcXY .,é"“”漢🙂', min_size=1, max_size=120), min_size=1, max_size=6),
    st.integers(0, 23),
)
def test_each_word_is_decided_once(parts: list[str], shift: int) -> None:
    tokens = tokens_of("\n".join(parts))
    decided = [
        w for window in lay_out(tokens, SIZES, shift) for w in range(window.core_low, window.core_high)
    ]
    assert decided == list(range(len(tokens.starts)))


def test_windows_show_the_words_they_say() -> None:
    text = "\n".join(f"Skipper number {n} told the Tern that the fog was thick." for n in range(12))
    tokens = tokens_of(text)
    for window in lay_out(tokens, SIZES):
        assert window.ids[0] == CLS
        assert window.ids[-1] == SEP
        assert np.array_equal(window.ids[window.rows], tokens.ids[tokens.first[window.low : window.high]])
        breaks = tokens.paragraph[window.high - 1] - tokens.paragraph[window.low]
        assert np.count_nonzero(window.ids == SEP) == breaks + 1
        assert len(window.ids) <= SIZES.core + SIZES.left + SIZES.right + 2 + breaks


def test_a_word_of_a_megabyte_is_cut_not_lost() -> None:
    tokens = tokens_of("ha" * 5000)
    sizes = {window.core_high - window.core_low for window in lay_out(tokens, SIZES)}
    assert max(sizes) <= SIZES.core
    assert tokens.ends[-1] == 10000


@pytest.mark.parametrize("text", ["", " \n ", "\u200f", "a"])
def test_hardly_any_text(text: str) -> None:
    tokens = tokens_of(text)
    assert sum(w.core_high - w.core_low for w in lay_out(tokens, SIZES)) == len(tokens.starts)
