"""Speakers that syntax alone shows, and those who are named elsewhere for a source left unnamed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sourced_stories import made, sources_of, span_of, story

from sayso.sourcing import trace
from sayso.sourcing._claims import Claim
from sayso.sourcing._guesses import guesses
from sayso.sourcing._scene import scene_of, sentences_of


def found(text: str, claims: tuple[Claim, ...] = ()) -> list[tuple[str, str]]:
    """Source and cue of each guess in one sentence."""
    return [
        (text[slice(*one.source[0])], text[slice(*one.cue[0])])
        for one in guesses(text, [(0, len(text))], claims)
    ]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Harbour officials said the crane had failed twice.", [("Harbour officials", "said")]),
        (
            "The crack below the waterline was reported last by two neighbours.",
            [("two neighbours", "reported last by")],
        ),
        (
            "A spokesman for the White Quay denied that it was shut.",
            [("A spokesman for the White Quay", "denied")],
        ),
        ("The crane was reported broken for a week or more.", []),
        ("It had rained, and nothing was said.", []),
    ],
)
def test_who_may_be_speaking_by_syntax(text: str, speakers: list[tuple[str, str]]) -> None:
    assert found(text) == speakers


def test_what_reading_has_found_is_not_guessed_again() -> None:
    text = "Harbour officials said the crane had failed twice."
    known = Claim(
        0, (span_of(text, "Harbour officials"),), (span_of(text, "said"),), ((23, 49),), 0.9, "indirect", ""
    )
    assert found(text, (known,)) == []


def test_a_guess_stands_in_the_document_only_where_it_is_taken() -> None:
    text = "The Torhaven Post printed the letter, and the mayor called it odd."
    done = trace(story(text)).story
    assert done.attributions is not None
    for attribution in done.attributions:
        assert attribution.chain, attribution


@given(
    st.lists(
        st.sampled_from(
            [
                "he",
                "said",
                "the",
                "mayor",
                "told",
                "by",
                "according to",
                ",",
                "“",
                "Lund",
                "officials",
                "that",
            ]
        ),
        max_size=40,
    )
)
def test_guesses_lie_in_their_sentence(parts: list[str]) -> None:
    text = " ".join(parts)
    for one in guesses(text, [(0, len(text))], ()):
        for low, high in (*one.source, *one.cue, *one.content):
            assert 0 <= low < high <= len(text)


def test_a_name_behind_the_verb_beats_a_source_of_another_sentence() -> None:
    text = 'Mayor Anna Lund spoke. "It sank at dawn," wrote @dockhand. "No more," Peter Brandt said.'
    wrong = made(
        "x",
        (span_of(text, "Peter Brandt"),),
        (span_of(text, "wrote"),),
        (span_of(text, '"It sank at dawn,"'),),
        "direct",
    )
    base = story(text)
    read = type(base)(id=base.id, text=text, input=base.input, blocks=base.blocks, attributions=(wrong,))
    (told,) = [a for a in trace(read).story.attributions or () if a.quotation == "direct"]
    assert text[slice(*told.source[0])] == "@dockhand"


def test_whoever_is_named_further_on_is_offered_for_a_paper_without_a_name() -> None:
    text = (
        "The bridge will close in May, a Norland newspaper claimed. "
        "The Norland newspaper Torhaven Ledger gave no date for its opening, the council said."
    )
    read = story(
        text,
        ("a Norland newspaper", "claimed", "The bridge will close in May"),
        ("the council", "said", "The Norland newspaper Torhaven Ledger gave no date for its opening"),
    )
    scene = scene_of(read, sentences_of(read))
    claim = next(c for c in scene.claims if not c.guess)
    offered = [scene.named(link.entity)["name"] for link in claim.who]
    assert "Torhaven Ledger" in offered


def test_an_owner_of_something_is_somebody_new() -> None:
    text = "Ingrid Valdemarsen said the crew had rested. The ferry's owner said the vessel was certified."
    names = sources_of(
        story(
            text,
            ("Ingrid Valdemarsen", "said", "the crew had rested"),
            ("The ferry's owner", "said", "the vessel was certified"),
        )
    )
    assert {"Ingrid Valdemarsen", "ferry's owner"} <= set(names)
