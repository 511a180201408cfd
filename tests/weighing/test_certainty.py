"""How sure a sentence, a claim and the outlet's own voice are, and whose the hedges are."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import EnvironmentFault
from sayso.reading import sentences
from sayso.story import Attribution, Block, Input, Span, Story
from sayso.weighing._certainty import attribution_certainty, load_certainty, sentence_certainty
from sayso.weighing._voice import voice


def attribution(text: str, source: str, cue: str, content: str) -> Attribution:
    def span(words: str) -> tuple[Span, ...]:
        start = text.index(words)
        return ((start, start + len(words)),) if words else ()

    return Attribution("a", 0, span(source), span(cue), span(content), "indirect", 0.9, "test")


def story(text: str, *attributions: Attribution) -> Story:
    return Story(
        id="s",
        text=text,
        input=Input("text", "", ""),
        blocks=(Block(0, len(text), "body"),),
        attributions=attributions,
    )


@pytest.mark.parametrize(
    ("text", "certainty", "words"),
    [
        ("The ferry runs twice a day.", "asserted", []),
        ("The ferry has reportedly been sold to a Dutch firm.", "hedged", ["reportedly"]),
        ("The ferry may be sold before the summer.", "hedged", ["may"]),
        ("It is unclear who leaked the letter.", "questioned", ["unclear"]),
        ("Will the ferry ever be sold?", "questioned", ["?"]),
    ],
)
def test_the_outlets_own_sentences(text: str, certainty: str, words: list[str]) -> None:
    found = sentence_certainty(text, (0, len(text)), ())
    assert found.certainty == certainty
    for word in words:
        assert word in [text[start:end] for start, end in found.hedges]
    assert -3 <= found.score <= 3


def test_a_denial_says_the_opposite() -> None:
    text = "The mayor denied the report that the ferry has been sold."
    found = sentence_certainty(
        text, (0, len(text)), [attribution(text, "The mayor", "denied", "the report that")]
    )
    assert found.certainty == "denied"
    assert found.score < 0


def test_a_hedge_belongs_to_whoever_said_it() -> None:
    text = "Ida Quill said the letter might be forged. Police reportedly believe the ferry was sold in June."
    cut = sentences(text)
    quill = attribution(text, "Ida Quill", "said", "the letter might be forged")
    police = attribution(text, "Police", "reportedly believe", "the ferry was sold in June")
    certainty, hedges = attribution_certainty(text, quill, cut)
    assert certainty == "hedged"
    assert [(text[h.spans[0][0] : h.spans[0][1]], h.holder) for h in hedges] == [("might", "source")]
    certainty, hedges = attribution_certainty(text, police, cut)
    assert certainty == "hedged"
    assert {h.holder for h in hedges} == {"reporter"}


def test_a_claim_is_judged_by_its_own_sentence() -> None:
    text = "“The ferry is sold.” It might rain. “The price was fair,” said Ida Quill."
    one = attribution(text, "Ida Quill", "said", "“The price was fair,”")
    assert attribution_certainty(text, one, sentences(text)) == ("asserted", ())


def test_the_outlets_voice_leaves_out_what_others_say() -> None:
    text = "The ferry runs daily. Ida Quill said the letter was genuine. It is unclear who wrote it."
    found = voice(story(text, attribution(text, "Ida Quill", "said", "the letter was genuine")))
    assert [text[one.start : one.end] for one in found] == [
        "The ferry runs daily.",
        "It is unclear who wrote it.",
    ]
    assert [one.certainty for one in found] == ["asserted", "questioned"]
    assert {hedge.holder for hedge in found[1].hedges} == {"reporter"}


def test_a_verdict_never_comes_without_its_words() -> None:
    text = "Officials were unavailable yesterday, and the rumour mill turned."
    found = sentence_certainty(text, (0, len(text)), ())
    assert bool(found.hedges) == (found.certainty != "asserted")


def test_a_broken_model_is_said_to_be_broken(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault):
        load_certainty(tmp_path / "none.json")
    (tmp_path / "bad.json").write_text(json.dumps({"version": "x"}))
    with pytest.raises(EnvironmentFault):
        load_certainty(tmp_path / "bad.json")


SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda pair: (min(pair), max(pair))), max_size=3
)


@given(
    st.text(alphabet="may not reportedly?.“” hoax\n", max_size=60),
    st.lists(st.tuples(SPANS, SPANS, SPANS), max_size=4),
)
def test_any_text_and_any_spans_are_weighed(
    text: str, made: list[tuple[list[Span], list[Span], list[Span]]]
) -> None:
    found = [
        Attribution("a", 0, tuple(source), tuple(cue), tuple(content), "indirect", 0.5, "test")
        for source, cue, content in made
    ]
    cut = sentences(text)
    for span in cut:
        judged = sentence_certainty(text, span, found)
        assert all(span[0] <= start < end <= span[1] for start, end in judged.hedges)
        assert bool(judged.hedges) == (judged.certainty != "asserted")
    for one in found:
        certainty, hedges = attribution_certainty(text, one, cut)
        assert bool(hedges) == (certainty != "asserted")
    assert all(one.start < one.end for one in voice(story(text, *found)))
