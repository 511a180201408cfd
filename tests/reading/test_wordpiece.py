"""Our word pieces are those of the reference tokenizer, with offsets that slice to the words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sayso
from sayso.reading._wordpiece import load_tokenizer

tokenizers = pytest.importorskip("tokenizers")

VOCABULARY = Path(sayso.__file__).parent / "models" / "en" / "vocab.txt"
OURS = load_tokenizer(VOCABULARY)
THEIRS = tokenizers.BertWordPieceTokenizer(str(VOCABULARY), lowercase=True)

SAMPLES = [
    "The café's owner, Zoë Müller-Łuk, said: “We’re open!”",
    "e\u0301te\u0301 naïve \u200bzero\u200dwidth\ufeff soft\u00adhyphen",
    "€300m, $5.2bn; 12,000 km² — “x”…",
    "Συνέντευξη: ΟΔΟΣ. Київ İstanbul 平壤 서울 ﬁn",
    "a\u00a0b\u2028c\u0085d\u3000e\tf",
    "👩‍👩‍👧 emoji🙂glued to_words_here a" + "b" * 200,
    "'' `` „“ «» ‹› ‘’ --- ... (a)[b]{c} #tag @name http://x.example/y?z=1&q=2",
]


def ours(text: str) -> list[int]:
    return [piece for word in OURS.words(text, 0, len(text)) for piece in word.ids]


def theirs(text: str) -> list[int]:
    return list(THEIRS.encode(text, add_special_tokens=False).ids)


@pytest.mark.parametrize("text", SAMPLES)
def test_samples_give_the_same_pieces(text: str) -> None:
    assert ours(text) == theirs(text)


#: Characters of scripts that Unicode settled long ago; the two sides know different editions of the rest.
SETTLED = st.one_of(
    *(
        st.characters(min_codepoint=low, max_codepoint=high, exclude_categories=["Cn"])
        for low, high in ((0, 0x36F), (0x370, 0x52F), (0x2000, 0x206F), (0x4E00, 0x9FA5), (0xAC00, 0xD7A3))
    )
)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=SETTLED, max_size=60))
def test_any_text_gives_the_same_pieces(text: str) -> None:
    assert ours(text) == theirs(text)


@given(st.text(max_size=80))
def test_offsets_are_in_order_and_hold_something(text: str) -> None:
    last = 0
    for word in OURS.words(text, 0, len(text)):
        assert last <= word.start < word.end <= len(text)
        assert text[word.start : word.end].strip()
        assert word.ids
        last = word.end


def test_accents_written_as_marks_stay_with_their_word() -> None:
    text = "Zoe\u0301 said"
    assert [text[w.start : w.end] for w in OURS.words(text, 0, len(text))] == ["Zoe\u0301", "said"]
