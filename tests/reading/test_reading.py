"""What the reader finds in texts of our own, through the whole of `read` and the shipped model."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso import InputError, Record, Story, read
from sayso.story import Attribution

LEAD = "The ferry to Skerrin will not sail before May, the harbour office announced on Tuesday.\n\n"


def found(text: str, **options: float) -> Story:
    return read(Record(text=LEAD + text), **options)  # type: ignore[arg-type]


def whose(story: Story, content: str) -> Attribution:
    """The surest attribution whose content holds the words."""
    assert isinstance(story.attributions, tuple)
    start = story.text.index(content)
    end = start + len(content)
    held = [a for a in story.attributions if any(s <= start and end <= e for s, e in a.content)]
    assert held, f"nobody says {content!r}"
    return max(held, key=lambda a: a.confidence)


@pytest.mark.parametrize(
    ("text", "content", "source", "quotation"),
    [
        ("“We are not ready,” said engineer Tom Ashdown.", "We are not ready", "Ashdown", "direct"),
        ('Ashdown said: "We are not ready."', "We are not ready", "Ashdown", "direct"),
        ("‘We are not ready,’ Ms Brask told the Courier.", "We are not ready", "Brask", "direct"),
        ("''We are not ready,'' Tom Ashdown said.", "We are not ready", "Ashdown", "direct"),
        ("«We are not ready,» the engineer, Tom Ashdown, said.", "We are not ready", "Ashdown", "direct"),
        ("The board said the hull was “not fit for sea”.", "the hull was “not fit", "The board", "mixed"),
        ("Olena Brask said the crane had been sold.", "the crane had been sold", "Brask", "indirect"),
        (
            "According to the union, nobody was paid in May.",
            "nobody was paid in May",
            "the union",
            "indirect",
        ),
        ("Many islanders believe that the pier will sink.", "the pier will sink", "islanders", "indirect"),
        ("The report shows that the pump had failed twice.", "the pump had failed", "report", "indirect"),
        (
            "The owner denied that the radar was switched off.",
            "the radar was switched off",
            "owner",
            "indirect",
        ),
        ("Olena Brask wrote that the files were gone.", "the files were gone", "Brask", "indirect"),
        ("The mayor plans to close the quay.", "to close the quay", "mayor", "indirect"),
    ],
)
def test_who_says_it_and_how(text: str, content: str, source: str, quotation: str) -> None:
    story = found(text)
    attribution = whose(story, content)
    assert source in story.words_of(attribution.source)
    assert attribution.quotation == quotation


def test_a_statement_without_a_source_has_none() -> None:
    story = found("It was reported on Sunday that the harbour dues would double.")
    assert story.words_of(whose(story, "the harbour dues would double").source) in {"", "It"}


def test_a_content_in_two_pieces_is_one_attribution() -> None:
    story = found("“We looked for an hour,” said Ida Voss, a diver, “and then the light was gone.”")
    one, other = whose(story, "We looked for an hour"), whose(story, "and then the light was gone")
    assert one == other
    assert len(one.content) == 2


def test_speech_over_paragraphs_keeps_its_speaker() -> None:
    story = found(
        'Ida Voss, who led the divers, said: "The water was black and we could not see our own hands.\n\n'
        '"On the third day we found the door of the wheelhouse, and behind it the log book.\n\n'
        '"Nobody had written in it since the autumn, and the last page had been torn out."\n\n'
        "The police have the log book now."
    )
    for piece in ("The water was black", "On the third day we found", "Nobody had written in it"):
        attribution = whose(story, piece)
        assert "Voss" in story.words_of(attribution.source)
        assert attribution.quotation == "direct"


def test_a_missing_mark_does_not_swallow_the_story() -> None:
    story = found(
        'Tom Ashdown said: "The pump was new.\n\nThe board met on Friday and put off its vote. '
        'Olena Brask said: "We need a week."'
    )
    assert "Brask" in story.words_of(whose(story, "We need a week").source)
    assert isinstance(story.attributions, tuple)
    vote = story.text.index("put off its vote")
    assert not any(s <= vote < e for a in story.attributions for s, e in a.content)


def test_scare_quotes_in_a_headline_are_not_speech() -> None:
    text = (
        "Harbour's 'ghost ship' sold to scrap dealer\n\n"
        "A trawler that lay in the harbour of Port Alder for nine years was sold on Monday.\n\n"
        "It will be towed away next week and broken up in the yard across the bay.\n\n"
        "The trawler came in on a winter night in 2015 with its engine dead and was never moved again.\n"
    )
    story = read(Record(text=text))
    assert isinstance(story.attributions, tuple)
    direct = [a for a in story.attributions if a.quotation == "direct" and a.confidence >= 0.5]
    assert story.blocks[0].role == "headline"
    assert direct == []


def test_the_same_input_gives_the_same_output_in_any_company() -> None:
    text = LEAD + "“We are not ready,” said engineer Tom Ashdown. The board believes that it is.\n"
    alone = read(Record(id="a", text=text))
    read(Record(text="“Go away,” said the cook.\n" * 30))
    assert read(Record(id="a", text=text)) == alone


def test_min_confidence_leaves_the_surer_ones() -> None:
    text = "“We are not ready,” said Tom Ashdown. Critics saw the crane. The mayor plans to close the quay."
    every, sure = found(text), found(text, min_confidence=0.7)
    assert isinstance(every.attributions, tuple)
    assert sure.attributions == tuple(a for a in every.attributions if a.confidence >= 0.7)


def check(story: Story) -> None:
    """Offsets slice to words, lie in the text, keep their order, and blocks do not overlap."""
    size = len(story.text)
    assert all(a.end <= b.start for a, b in pairwise(story.blocks))
    assert isinstance(story.attributions, tuple)
    for attribution in story.attributions:
        assert attribution.content
        assert 0 <= attribution.confidence <= 1
        for spans in (attribution.source, attribution.cue, attribution.content):
            assert all(0 <= start < end <= size for start, end in spans)
            assert all(a[1] <= b[0] for a, b in pairwise(spans))
            assert all(story.text[start:end].strip() for start, end in spans)
        assert any(re.search(r"\w", story.text[start:end]) for start, end in attribution.content)
        block = story.blocks[attribution.block]
        assert block.start <= attribution.content[0][0] < block.end
    assert len({a.id for a in story.attributions}) == len(story.attributions)
    assert Story.from_dict(story.to_dict()) == story


SCRAPS = """“We left,” said Ida Voss. |The mayor said: "No. |\n\n|‘|”| according to the union|\u202e|👩‍👩‍👧
e\u0301|\0|\r\n|<p>|&amp;|\ufeff|«Non»|It is said that |\ud800""".split("|")
PIECES = st.one_of(st.text(max_size=40), st.sampled_from(SCRAPS))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=12).map("".join), st.booleans())
def test_no_text_makes_read_raise_anything_but_its_own_errors(text: str, html: bool) -> None:
    record = Record(html=text) if html else Record(text=text)
    try:
        story = read(record, any_language=True)
    except InputError:
        return
    check(story)
    if not html:
        assert story.text == re.sub("[\ud800-\udfff]", "\ufffd", text)
