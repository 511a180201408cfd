"""How certainly a claim is told to have happened, and the predicate it is read off."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import EnvironmentFault
from sayso.reading import load_network, word_states
from sayso.story import Block, Input, Span, Spans, Story
from sayso.weighing._factuality import Score, scores, scores_at
from sayso.weighing._factuality_network import LONGEST, load_factuality


def story(text: str) -> Story:
    return Story(
        id="s", text=text, input=Input(kind="text", ref="", sha256=""), blocks=(Block(0, len(text), "body"),)
    )


def span(text: str, part: str) -> Span:
    start = text.index(part)
    return start, start + len(part)


def score(text: str, content: str) -> Score:
    (found,) = scores(story(text), [(span(text, content),)])
    assert found is not None
    return found


def test_what_happened_is_certain() -> None:
    assert score("The council closed the old bridge on Monday.", "closed the old bridge").score > 2.5


def test_what_did_not_happen_is_certainly_not() -> None:
    assert score("The council did not close the old bridge on Monday.", "close the old bridge").score < -1


@pytest.mark.parametrize(
    "text",
    [
        "The council may close the old bridge, an engineer said.",
        "The council could close the old bridge next year.",
        "If the river rises again, they will close the old bridge.",
        "The council has been urged to close the old bridge.",
        "It is unclear whether they would close the old bridge.",
        "Did the council close the old bridge?",
    ],
)
def test_what_may_happen_lies_between(text: str) -> None:
    assert -1.5 < score(text, "close the old bridge").score < 2.3


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Nobody was hurt when the crane fell, the fire brigade said.", "Nobody was hurt"),
        ("She said that no one had searched the ship.", "no one had searched the ship"),
        ("The harbour board denied that the ferry had been sold.", "the ferry had been sold"),
        ("There is no evidence that the captain opened the hatch.", "the captain opened the hatch"),
    ],
)
def test_denials_without_a_not(text: str, content: str) -> None:
    assert score(text, content).score < 0


def test_alleged_is_less_than_confirmed() -> None:
    alleged = score("The captain allegedly opened the hatch.", "allegedly opened the hatch").score
    confirmed = score(
        "Police confirmed that the captain opened the hatch.", "the captain opened the hatch"
    ).score
    assert alleged < confirmed - 0.3


def test_order_of_certainty() -> None:
    texts = [
        "Divers did not find the missing crane under the pier.",
        "Divers may find the missing crane under the pier.",
        "Divers found the missing crane under the pier.",
    ]
    found = [
        score(text, text[text.index("fi") if "find" in text else text.index("fo") :]).score for text in texts
    ]
    assert found == sorted(found)
    assert found[0] < found[2] - 3


@pytest.mark.parametrize(
    ("text", "content", "predicate"),
    [
        ("Olena Brask said the ferry hit the quay at dawn.", "the ferry hit the quay at dawn", "hit"),
        (
            "The harbour board announced that it will sell the crane, which was built in 1931.",
            "that it will sell the crane, which was built in 1931",
            "sell",
        ),
        (
            "“Two sailors drowned when the boat sank,” the coastguard said.",
            "“Two sailors drowned when the boat sank,”",
            "drowned",
        ),
    ],
)
def test_the_main_predicate_is_shown(text: str, content: str, predicate: str) -> None:
    start, end = score(text, content).predicate
    assert text[start:end] == predicate


def test_a_content_without_a_word_has_no_score() -> None:
    text = "The quay is shut, she said."
    assert scores(story(text), [(), ((16, 17),), ((4, 4),)]) == [None, None, None]


def test_a_later_sentence_is_taken_when_the_first_has_no_predicate() -> None:
    text = "“Yes. The crane collapsed on Sunday,” she said."
    start, end = score(text, "“Yes. The crane collapsed on Sunday,”").predicate
    assert text[start:end] == "collapsed"


def test_contents_in_roles_that_are_not_read_have_no_score() -> None:
    text = "By Olena Brask\nThe quay is shut."
    made = Story(
        id="s",
        text=text,
        input=Input(kind="text", ref="", sha256=""),
        blocks=(Block(0, 14, "byline"), Block(15, len(text), "body")),
    )
    assert scores(made, [((3, 14),)]) == [None]


TEXT = (
    "The ferry did not leave on Friday, the harbour board said. Divers may search the wreck again.\n"
    "“We closed the quay,” Olena Brask said. She denied that anyone was hurt.\n"
)
CONTENTS: list[Spans] = [
    (span(TEXT, "The ferry did not leave on Friday"),),
    (span(TEXT, "Divers may search the wreck again."),),
    (span(TEXT, "“We closed the quay,”"),),
    (span(TEXT, "that anyone was hurt"),),
]


def test_a_claim_is_judged_the_same_alone_and_in_company_and_after_reading_again() -> None:
    load_network().memo.__init__()  # type: ignore[misc]
    together = scores(story(TEXT), CONTENTS)
    assert scores(story(TEXT), CONTENTS) == together
    assert [scores(story(TEXT), [content])[0] for content in CONTENTS] == together


def test_words_of_every_stretch_are_given_in_order() -> None:
    stretches = [span(TEXT, "The ferry did"), span(TEXT, "Divers may"), span(TEXT, "She denied")]
    found = list(word_states(story(TEXT), stretches))
    assert [[TEXT[s:e] for s, e in zip(w.starts, w.ends, strict=True)] for w in found] == [
        ["The", "ferry", "did"],
        ["Divers", "may"],
        ["She", "denied"],
    ]
    assert [w.states.shape for w in found] == [(3, 384), (2, 384), (2, 384)]


def test_a_text_longer_than_what_is_kept_is_judged_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "".join(f"Ship {n} did not reach the quay of town {n}, the board said. " for n in range(120))
    contents = [(span(text, f"Ship {n} did not reach the quay"),) for n in range(0, 120, 7)]
    kept = scores(story(text), contents)
    monkeypatch.setattr(load_network().memo, "_most", 50)
    assert scores(story(text), contents) == kept


def test_a_very_long_sentence_is_judged_in_pieces() -> None:
    text = "The quay " + "of the old harbour " * LONGEST + "collapsed."
    assert score(text, "collapsed.").predicate == span(text, "collapsed")


def test_scores_at_given_places_and_unknown_where_nothing_is_read() -> None:
    found = scores_at(
        story(TEXT), [span(TEXT, TEXT[: TEXT.index("\n")])], [span(TEXT, "leave"), span(TEXT, "hurt")]
    )
    assert found[0] < 0
    assert found[1] == 0.0


def test_a_missing_model_is_an_error_of_ours(tmp_path: object) -> None:
    with pytest.raises(EnvironmentFault, match="install sayso again"):
        load_factuality(tmp_path)  # type: ignore[arg-type]


PIECES = st.sampled_from(
    [
        "The quay",
        " collapsed",
        ".",
        " ",
        "\n",
        "“",
        "”",
        " she said",
        "…",
        " may not",
        "\u00a0",
        "é",
        "💥",
        ", ",
    ]
)


@settings(max_examples=25, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join), st.data())
def test_predicates_stand_in_their_contents(text: str, data: st.DataObject) -> None:
    place = st.integers(0, len(text))
    contents: list[Spans] = [
        tuple(sorted(tuple(sorted(pair)) for pair in pairs))
        for pairs in data.draw(st.lists(st.lists(st.tuples(place, place), max_size=2), max_size=3))
    ]
    for content, found in zip(contents, scores(story(text), contents), strict=True):
        if found is not None:
            start, end = found.predicate
            assert -3 <= found.score <= 3
            assert start < end
            assert any(low <= start and end <= high for low, high in content)
