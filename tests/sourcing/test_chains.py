"""Whole stories: who a source is, through whom a claim came, and in which order."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sourced_stories import chains_of, made, sources_of, story, told_of, words_at

from sayso import pipeline
from sayso.intake import Record
from sayso.sourcing import find_sources, trace
from sayso.sourcing._addressee import addressees
from sayso.sourcing._agentless import agentless_signs, is_agentless
from sayso.sourcing._entities import Entities, key_of
from sayso.sourcing._own import own_outlets
from sayso.sourcing._posts import posts
from sayso.story import Block, Input, Story


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("He told Reuters that the strait was shut.", ["Reuters"]),
        ("She said so in an interview with the Torhaven Ledger.", ["Torhaven Ledger"]),
        ("In a statement to the Associated Press, the line denied it.", ["Associated Press"]),
        ("The strait is shut, Reuters reports, until Monday.", ["Reuters"]),
        ("He told his sister that the strait was shut.", []),
        ("He told Mr. Okonjo that the strait was shut.", []),
        ("He told reporters that the strait was shut.", []),
    ],
)
def test_outlets_spoken_to(text: str, outlets: list[str]) -> None:
    found = addressees(text, 0, len(text))
    assert list(dict.fromkeys(text[slice(*one.span)] for one in found if one.named)) == outlets


def test_the_paper_spoken_to_is_no_name() -> None:
    text = "He told the paper that the strait was shut."
    (found,) = addressees(text, 0, len(text))
    assert (found.named, found.head) == (False, "paper")


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("The barge reportedly carried grain.", ["reportedly"]),
        ("The barge is said to carry grain.", ["is said to"]),
        ("Rumours that the barge sank were wrong.", ["Rumours that"]),
        ("The master said the barge sank.", []),
    ],
)
def test_words_for_nobody_in_particular(text: str, signs: list[str]) -> None:
    assert words_at(text, tuple(agentless_signs(text, 0, len(text)))) == signs


@pytest.mark.parametrize(
    ("text", "nobody"),
    [("Unconfirmed reports", True), ("rumours", True), ("the report", False), ("two pilots", False)],
)
def test_sources_that_are_nobody(text: str, nobody: bool) -> None:
    assert is_agentless(text, (0, len(text))) is nobody


def test_short_forms_stand_for_the_full_name() -> None:
    text = "Ingrid Valdemarsen met the Free Jetty Association."
    entities = Entities(text)
    entities.scan(0, len(text))
    person = entities.find_name("Ingrid Valdemarsen")
    body = entities.find_name("Free Jetty Association")
    assert person is not None
    assert (person.kind, person.gender) == ("person", "f")
    assert entities.find_name("Valdemarsen") is person
    assert entities.find_name("Ingrid") is person
    assert body is not None
    assert entities.find_name("FJA") is body
    assert entities.find_name("Okonjo") is None
    assert "valdemarsen" in entities.last_names


def test_a_key_has_no_article_accent_or_ending() -> None:
    assert key_of("The Tórhaven Ledger's") == ("torhaven", "ledger")
    assert key_of("torhavennews.com") == ("torhavennews",)


def test_a_copied_post_has_an_author_and_words() -> None:
    text = "She wrote:\nThe boats stay in port tonight — Sanna Kivi (@sannak) May 3, 2015"
    ((author, words),) = posts(text, 0, len(text))
    assert words_at(text, (author, words)) == ["Sanna Kivi", "The boats stay in port tonight"]


def test_a_pronoun_goes_back_to_who_spoke() -> None:
    text = (
        "Ingrid Valdemarsen said the crew was tired. Oke Brandvold said the line was fined. "
        "She added that nobody answered."
    )
    made_story = story(
        text,
        ("Ingrid Valdemarsen", "said", "the crew was tired"),
        ("Oke Brandvold", "said", "the line was fined"),
        ("She", "added", "that nobody answered"),
    )
    assert chains_of(made_story)[-1] == ["Ingrid Valdemarsen"]


def test_the_nearest_to_the_reader_comes_first() -> None:
    text = "Ingrid Valdemarsen told the Torhaven Ledger that the crew was tired."
    made_story = story(text, ("Ingrid Valdemarsen", "told", "that the crew was tired"))
    assert chains_of(made_story) == [["Torhaven Ledger", "Ingrid Valdemarsen"]]
    assert told_of(made_story) == {0: ["Torhaven Ledger", "Ingrid Valdemarsen"]}
    found = sources_of(made_story)
    assert (found["Torhaven Ledger"].kind, found["Ingrid Valdemarsen"].kind) == ("outlet", "person")


def test_a_relay_holds_while_the_same_account_goes_on() -> None:
    text = (
        "Ingrid Valdemarsen told the Torhaven Ledger that the crew was tired. "
        '"Nobody answered our warnings," she said.'
    )
    made_story = story(
        text,
        ("Ingrid Valdemarsen", "told", "that the crew was tired"),
        ("she", "said", '"Nobody answered our warnings,"'),
    )
    assert chains_of(made_story) == [["Torhaven Ledger", "Ingrid Valdemarsen"]] * 2


def test_the_storys_own_outlet_is_no_holder() -> None:
    text = "Ingrid Valdemarsen told the Torhaven Ledger that the crew was tired."
    claim = ("Ingrid Valdemarsen", "told", "that the crew was tired")
    assert chains_of(story(text, claim, outlet="Torhaven Ledger")) == [["Ingrid Valdemarsen"]]
    assert own_outlets(text, "The Torhaven Ledger", True) == {("torhaven", "ledger")}


def test_joint_speakers_are_chains_beside_each_other() -> None:
    text = "The Associated Press and Reuters reported that the strait was shut."
    done = trace(
        story(text, ("The Associated Press and Reuters", "reported", "that the strait was shut"))
    ).story
    names = {source.id: source.name for source in done.sources or ()}
    (one,) = done.attributions or ()
    held = {names[hop] for chain in ((*(one.chain or ()),), *(one.also or ())) for hop in chain}
    assert len(held) == 2
    assert "Reuters" in held


def test_candidates_are_shown_where_it_is_unclear_and_never_whom_the_chain_holds() -> None:
    text = "Karl Lund met Tom Berg on the quay. He said the strait was shut."
    done = trace(story(text, ("He", "said", "the strait was shut"))).story
    (one,) = done.attributions or ()
    names = {source.id: source.name for source in done.sources or ()}
    assert one.candidates
    assert names[one.candidates[0].source] in ("Karl Lund", "Tom Berg")
    assert not {c.source for c in one.candidates} & set(one.chain or ())
    assert all(c.why for c in one.candidates)


def test_the_same_story_gives_the_same_whatever_was_read_before() -> None:
    one = story(
        "Ingrid Valdemarsen told Reuters that the crew was tired.",
        ("Ingrid Valdemarsen", "told", "that the crew was tired"),
    )
    other = story("The ministry said the strait was shut.", ("The ministry", "said", "the strait was shut"))
    first = find_sources(one).to_json()
    find_sources(other)
    assert find_sources(one).to_json() == first


NESTED = "The Torhaven Ledger reported that Ingrid Valdemarsen said the crew of the ferry was tired."


def test_a_claim_inside_a_content_lengthens_the_chain() -> None:
    text = NESTED
    claim = (
        "The Torhaven Ledger",
        "reported",
        "that Ingrid Valdemarsen said the crew of the ferry was tired",
    )
    assert ["Torhaven Ledger", "Ingrid Valdemarsen"] in chains_of(story(text, claim))


PIECES = st.sampled_from(
    'Anna Lund|the Torhaven Ledger|said|told|Reuters|,|.|\n|"|“|”|reportedly|he|She|who|the paper|'
    "an official|that the boats stay|citing|in an interview with|(AP)|@x|— Karl (@karl) May 2, 2014|"
    "'s|of|and|é|\U0001f6a2|"
    "on condition of anonymity because|according to".split("|")
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=120))
def test_no_text_raises_and_every_span_lies_inside_it(text: str) -> None:
    read = pipeline.read(Record(text="x " + text), any_language=True, until="reading")
    done = trace(read).story
    ids = {source.id for source in done.sources or ()}
    for source in done.sources or ():
        spans = [*source.mentions, *source.number, *source.body]
        spans += source.description.spans if source.description else ()
        if source.anonymity:
            spans += [*source.anonymity.terms, *source.anonymity.reason]
        assert all(0 <= start < end <= len(done.text) for start, end in spans)
        assert source.name
    for one in done.attributions or ():
        assert one.chain
        assert set(one.chain) <= ids
        assert {hop.source for hop in one.hops or ()} == set(one.chain)
        assert all(0 <= start < end <= len(done.text) for hop in one.hops or () for start, end in hop.cue)


def _long(unit: str, claim: tuple[str, str, str], times: int) -> Story:
    found = []
    for number in range(times):
        at = number * len(unit)
        places = [((at + unit.index(part), at + unit.index(part) + len(part)),) for part in claim]
        found.append(made("long", *places, "indirect"))
    text = unit * times
    return Story(
        id="long",
        text=text,
        input=Input("text", "long", "0"),
        blocks=(Block(0, len(text), "body"),),
        attributions=tuple(found),
    )


@pytest.mark.parametrize(
    ("unit", "claim"),
    [
        (
            "Karl Lund told the Torhaven Ledger that the boats stay in port. ",
            ("Karl Lund", "told", "that the boats stay in port"),
        ),
        (
            "The report said the boats stay in port. A woman told the paper. ",
            ("The report", "said", "the boats stay in port"),
        ),
        (
            "He said the Holm boats stay in port\u00a0and an officer waited ",
            ("He", "said", "boats stay in port"),
        ),
    ],
)
def test_time_grows_with_the_text_and_not_with_its_square(unit: str, claim: tuple[str, str, str]) -> None:
    def seconds(characters: int) -> float:
        read = _long(unit, claim, characters // len(unit))
        start = time.process_time()
        trace(read)
        return time.process_time() - start

    seconds(2_000)
    short, long = seconds(15_000), seconds(60_000)
    assert long < 8 * short + 0.5, (short, long)


@pytest.mark.parametrize("piece", ["A", "ABC ", "- ", "\n", '"', "x"])
def test_runs_of_one_thing_take_no_time(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    made_story = Story(
        id="run",
        text=text,
        input=Input("text", "run", "0"),
        blocks=(Block(0, len(text), "body"),),
        attributions=(),
    )
    start = time.process_time()
    trace(made_story)
    assert time.process_time() - start < 20
