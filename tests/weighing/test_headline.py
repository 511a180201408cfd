"""A headline is held against its body: the verdict, the findings, and the exact words of both."""

from __future__ import annotations

import re

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.story import Attribution, Block, Input, Spans, Story
from sayso.weighing import check_captions, check_headline

HOAX = """A picture of a two-headed seal that was shared thousands of times this week is a hoax.
The image, said to show a seal caught by a fisherman off Corran, was doctored, the aquarium said. There is no
evidence that such an animal was ever caught.
"It is fake. Somebody made it up," said Olena Brask, who runs the aquarium.
The fisherman denied that he ever saw it."""
BAN = """Corran has banned ice cream from its beach, the town announced on Monday.
The ban on ice cream starts in June. Wardens will fine anyone who eats it on the sand.
The mayor signed the rule last week."""
AGROUND = """A ferry with 40 people aboard ran aground off Corran on Monday morning.
All passengers were brought ashore by lifeboats within an hour. The ferry, built in 1991, lay on the sandbank
until the tide lifted it in the evening.
The harbour master closed the channel until Tuesday."""
LIBRARIES = """Corran council is reportedly planning to close two of its libraries next spring, the Echo said.
The newspaper, citing two people familiar with the plans, said that the libraries in Harbour Street and Mill
Lane may be sold. The council declined to comment.
The Echo said a decision could come within weeks."""


def story(headline: str | None, text: str, *told: tuple[str, str, str]) -> Story:
    """A story of one body block; `told` holds the words of source, cue and content, found by first place."""

    def spans(words: str) -> Spans:
        at = text.index(words)
        return ((at, at + len(words)),)

    return Story(
        id="s",
        text=text,
        headline=headline,
        input=Input("text", "s", "0"),
        blocks=(Block(0, len(text), "body"),),
        attributions=tuple(
            Attribution(f"a{n}", 0, spans(source), spans(cue), spans(content), "indirect", 0.9, "test")
            for n, (source, cue, content) in enumerate(told)
        ),
    )


def kinds(made: Story) -> dict[str, tuple[str, str]]:
    """The findings: kind to the words of the headline and of the body."""
    check = check_headline(made)
    assert check is not None
    return {found.kind: (found.text, made.words_of(found.spans)) for found in check.findings}


def verdict(headline: str, text: str) -> tuple[str, str]:
    check = check_headline(story(headline, text))
    assert check is not None
    return check.verdict, check.stance


def test_a_body_that_asserts_the_claim_supports_it() -> None:
    assert verdict("Ferry runs aground off Corran with 40 aboard", AGROUND) == ("supported", "agree")


def test_a_body_that_refutes_contradicts_the_headline_with_its_own_words() -> None:
    assert verdict("Fisherman catches two-headed seal off Corran", HOAX) == ("contradicted", "disagree")
    _, body = kinds(story("Fisherman catches two-headed seal off Corran", HOAX))["contradicted"]
    assert "hoax" in body or "fake" in body or "no\nevidence" in body


def test_a_headline_that_refutes_what_the_body_asserts_is_contradicted_too() -> None:
    assert verdict("No, Corran has not banned ice cream", BAN) == ("contradicted", "disagree")


def test_a_headline_that_refutes_with_the_body_is_supported() -> None:
    assert verdict("Two-headed seal off Corran is a hoax, aquarium says", HOAX) == ("supported", "agree")


def test_what_hedges_and_attributes_the_claim_in_the_body_is_shown_as_dropped() -> None:
    content = LIBRARIES[: LIBRARIES.index(", the Echo said")]
    made = story("Corran council to close libraries next spring", LIBRARIES, ("the Echo", "said", content))
    check = check_headline(made)
    assert check is not None
    assert check.verdict == "overstated"
    found = kinds(made)
    assert found["attribution_dropped"][1] == "the Echo … said"
    assert found["hedge_dropped"][1] == "reportedly"


def test_a_headline_that_attributes_or_asks_drops_nothing() -> None:
    for headline in (
        "Corran council may close libraries, report says",
        "Report: Corran council to close libraries",
        "Is Corran council about to close its libraries?",
    ):
        check = check_headline(story(headline, LIBRARIES))
        assert check is not None
        assert (check.verdict, check.stance, check.findings) == ("supported", "discuss", ()), headline


def test_a_changed_figure_is_shown_with_both_figures() -> None:
    found = kinds(story("Ferry runs aground off Corran with 400 people aboard", AGROUND))
    assert found == {"figure_changed": ("400", "40")}
    assert not kinds(story("Ferry with about 41 people aboard runs aground off Corran", AGROUND))


def test_quoted_words_that_the_body_has_not_are_shown() -> None:
    text = "The mayor opened the bridge on Monday.\nHe called it a proud day for the town. Cars follow."
    assert kinds(story("Mayor calls the bridge ‘a monument to folly’", text))["quotation_altered"][0] == (
        "a monument to folly"
    )
    assert "quotation_altered" not in kinds(story("Mayor calls it ‘a proud day’ for the town", text))


def test_a_plan_told_as_done_is_wider() -> None:
    text = "Olena Brask plans to sell the family brewery in Corran.\nThe brewery employs 40 people."
    assert kinds(story("Brask sells family brewery", text))["scope_widened"] == ("sells", "plans to sell")
    assert "scope_widened" not in kinds(story("Brask to sell family brewery", text))


def test_a_claim_without_a_word_in_the_body_is_unsupported() -> None:
    assert verdict("Astronomers find water on distant moon", AGROUND) == ("unsupported", "unrelated")


def test_no_check_without_a_headline_or_a_body() -> None:
    assert check_headline(story(None, AGROUND)) is None
    assert check_headline(story("  ", AGROUND)) is None
    assert check_headline(story("Ferry aground", "")) is None


def test_the_headline_block_is_checked_when_none_is_given_and_is_no_evidence_for_itself() -> None:
    headline = "Seal with two heads caught off Corran"
    text = f"{headline}\n{HOAX}"
    blocks = (Block(0, len(headline), "headline"), Block(len(headline) + 1, len(text), "body"))
    made = msgspec.structs.replace(story(None, text), blocks=blocks)
    check = check_headline(made)
    assert check is not None
    assert check.verdict == "contradicted"
    assert all(start > len(headline) for found in check.findings for start, _ in found.spans)


def test_a_subhead_of_the_text_is_body_to_a_headline_from_elsewhere() -> None:
    subhead = "The picture is a hoax, the aquarium said"
    text = f"{subhead}\nThousands shared the picture of the seal this week."
    blocks = (Block(0, len(subhead), "headline"), Block(len(subhead) + 1, len(text), "body"))
    made = msgspec.structs.replace(story("Two-headed seal seen in picture", text), blocks=blocks)
    check = check_headline(made)
    assert check is not None
    assert check.verdict == "contradicted"
    assert made.words_of(check.findings[0].spans) == subhead


def test_standfirst_and_caption_are_checked_by_block() -> None:
    standfirst, caption = (
        "A fisherman catches a two-headed seal",
        "Astronomers at their big telescope in Chile",
    )
    text = f"{standfirst}\n{HOAX}\n{caption}"
    body = len(standfirst) + 1
    made = msgspec.structs.replace(
        story("Seal", text),
        blocks=(
            Block(0, len(standfirst), "standfirst"),
            Block(body, body + len(HOAX), "body"),
            Block(body + len(HOAX) + 1, len(text), "caption"),
        ),
    )
    checks = check_captions(made)
    assert [(c.block, c.verdict) for c in checks] == [(0, "contradicted"), (2, "unsupported")]
    assert check_captions(story("Seal", HOAX)) == ()


WORDS = st.sampled_from(
    [*re.findall(r"\S+|\n", HOAX + " \n " + LIBRARIES), "?", "“", "'", "\u2028", "é", "30%", "not"]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=60), st.lists(WORDS, max_size=14))
def test_every_finding_lies_in_the_body_and_in_the_headline(body: list[str], headline: list[str]) -> None:
    made = story(" ".join(headline), " ".join(body))
    check = check_headline(made)
    if check is None:
        return
    assert check.verdict in ("supported", "unsupported") or check.findings
    assert check.verdict not in ("supported", "unsupported") or not check.findings
    for found in check.findings:
        assert found.text in " ".join(" ".join(headline).split())
        assert all(0 <= start < end <= len(made.text) for start, end in found.spans)


@pytest.mark.parametrize("piece", ["a ", "'", '"', "? ", "not ", "No, ", "'a ", "12 ", ": report "])
def test_long_and_odd_texts_take_no_long_time(piece: str) -> None:
    made = story((piece * 3000)[:9000], (piece * 20000)[:60000] + "\n" + AGROUND)
    check_headline(made)
    check_captions(msgspec.structs.replace(made, blocks=(*made.blocks, Block(0, 40000, "caption"))))
