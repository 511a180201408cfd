"""What a reader is shown of a source that is not sure, and what is not shown at all."""

from __future__ import annotations

from sourced_stories import sources_of, story

from sayso import pipeline
from sayso.sourcing import trace
from sayso.sourcing._interviews import interviews
from sayso.sourcing._scene import scene_of, sentences_of


def test_the_reader_is_no_source() -> None:
    text = "You think the bridge is safe. Anna Lund said the bridge had been shut since May."
    names = sources_of(
        story(
            text,
            ("You", "think", "the bridge is safe"),
            ("Anna Lund", "said", "the bridge had been shut since May"),
        )
    )
    assert "You" not in names


def test_a_shortened_pronoun_is_no_name() -> None:
    text = "I’ve heard the bridge is safe. Anna Lund said the bridge had been shut since May."
    names = sources_of(
        story(
            text,
            ("I’ve", "heard", "the bridge is safe"),
            ("Anna Lund", "said", "the bridge had been shut since May"),
        )
    )
    assert "I’ve" not in names


def test_candidates_say_how_likely_they_are() -> None:
    text = (
        "Anna Lund met Maria Olsen on the quay. She said the crane had failed twice. "
        "She said that nobody was hurt."
    )
    done = trace(
        story(
            text,
            ("She", "said", "the crane had failed twice"),
            ("She", "said", "that nobody was hurt"),
        )
    ).story
    assert done.attributions is not None
    for attribution in done.attributions:
        for candidate in attribution.candidates or ():
            assert "likely)" in candidate.why
            assert candidate.source not in attribution.chain


def test_whose_words_an_outlet_gives_it_goes_on_relaying() -> None:
    text = (
        "Anna Lund says the crane failed twice, reports the Torhaven Post. “It was never tested,” Lund said."
    )
    read = story(
        text,
        ("Anna Lund", "says", "the crane failed twice"),
        ("the Torhaven Post", "reports", "the crane failed twice"),
    )
    scene = scene_of(read, sentences_of(read))
    found = [(scene.named(one.outlet)["name"], one.kind) for one in scene.interviews if one.speaker]
    assert ("Torhaven Post", "reported") in found
    assert interviews([], [], []) == []


def test_three_outlets_that_say_one_thing() -> None:
    text = "The crane failed twice, according to the Torhaven Post, the Daily Mail and Reuters."
    names = sources_of(
        story(
            text,
            ("the Torhaven Post, the Daily Mail and Reuters", "according to", "The crane failed twice"),
        )
    )
    assert {"Torhaven Post", "Daily Mail", "Reuters"} <= set(names)


def test_words_said_behind_a_name_do_not_describe_it() -> None:
    text = "It was built by Kranwerk, the company said of its rival. Kranwerk denied that it was late."
    names = sources_of(story(text, ("Kranwerk", "denied", "that it was late")))
    (made,) = [one for name, one in names.items() if name == "Kranwerk"]
    assert made.description is None


def test_a_phrase_met_twice_is_one_source() -> None:
    text = (
        "Several Norland newspapers reported that the crane had failed. The harbour board had met several "
        "Norland newspapers before. Anna Lund said the several Norland newspapers were wrong."
    )
    done = trace(
        story(
            text,
            ("Several Norland newspapers", "reported", "that the crane had failed"),
            ("Anna Lund", "said", "the several Norland newspapers were wrong"),
        )
    ).story
    assert done.sources is not None
    assert len({source.id for source in done.sources}) == len(done.sources)


def test_anybody_is_no_source() -> None:
    text = 'Anna Lund said: "If anybody tells you that the crane was tested, ask them for the log book."'
    names = {source.name for source in pipeline.read(text, any_language=True).sources or ()}
    assert "Anna Lund" in names
    assert "anybody" not in names
