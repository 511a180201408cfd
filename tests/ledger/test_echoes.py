"""Copies, wire copy, relays and used quotations are linked with their evidence, and nothing else is."""

from __future__ import annotations

import json
import zlib
from typing import Any

import pytest
from documents import Run, Said, line, story
from event_stories import EVENTS, LONG, mangled, told
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.ledger import Echo, Ledger
from sayso.ledger._echoes_circles import circles
from sayso.ledger._echoes_stories import _QUOTED
from sayso.ledger._echoes_wire import agency_named
from sayso.ledger._shingles import WIDTH, covered, runs, runs_in, words_in
from sayso.story import Block, Credit, Story


def links(ledger: Ledger) -> set[tuple[str, str, str]]:
    return {(echo.story, echo.of, echo.kind) for echo in ledger.echoes()}


def only(ledger: Ledger) -> Echo:
    (echo,) = ledger.echoes()
    return echo


def credited(id: str, words: str, name: str, text: str, role: Any = "body", **more: Any) -> Story:
    made = story(id, f"{words}{text}", **more)
    start = words.index(name)
    import msgspec

    place = (start, start + len(name))
    blocks = (Block(0, len(words), role), Block(len(words), len(made.text), "body"))
    return msgspec.structs.replace(made, credits=(Credit(name, (place,)),), blocks=blocks)


@pytest.mark.parametrize("seed", range(8))
def test_a_mangled_copy_is_a_reprint_of_the_fuller_story(ledger: Ledger, seed: int) -> None:
    for one in told():
        ledger.add(one)
    ledger.add(story("copy", mangled(LONG, seed)))
    ledger.add(story("first", LONG))
    echo = only(ledger)
    assert (echo.story, echo.of, echo.kind) == ("copy", "first", "reprint")
    assert echo.score >= 0.48
    copy = ledger.get("copy").text
    for passage in echo.evidence["passages"]:
        start, end = passage["story"]
        assert copy[start:end].startswith(passage["words"].rstrip("…"))
        low, high = passage["of"]
        assert LONG[low:high].split()[0].strip(".,") == passage["words"].split()[0].strip(".,")


def test_stories_that_share_an_event_are_no_echoes(ledger: Ledger) -> None:
    for one in told():
        ledger.add(one)
    assert links(ledger) == set()


def test_the_date_decides_who_was_first(ledger: Ledger) -> None:
    ledger.add(story("long", LONG, published="2024-05-02"))
    ledger.add(story("short", mangled(LONG, 1), published="2024-05-01T23:00:00+00:00"))
    assert links(ledger) == {("long", "short", "reprint")}


def test_a_copy_is_found_in_another_group(ledger: Ledger) -> None:
    padding = " ".join(f"Quarrel{n} Brandt{n} Hollow{n} Mistral{n}." for n in range(60))
    ledger.add(story("first", LONG))
    ledger.add(story("buried", padding + " " + LONG + " " + padding))
    ledger.judge("not-same", "first", "buried", by="Ana")
    assert len(ledger.groups()) == 2
    assert {(a, b) for a, b, _ in links(ledger)} in ({("first", "buried")}, {("buried", "first")})


def test_every_member_of_a_family_is_linked_and_no_pair_twice(ledger: Ledger) -> None:
    for number in range(9):
        ledger.add(story(f"copy-{number}", mangled(LONG, number)))
    ledger.add(story("first", LONG))
    found = ledger.echoes()
    assert {one.story for one in found} | {one.of for one in found} == {
        "first",
        *(f"copy-{number}" for number in range(9)),
    }
    pairs = [frozenset((one.story, one.of)) for one in found if one.kind == "reprint"]
    assert len(pairs) == len(set(pairs))


def test_echoes_do_not_depend_on_order(tmp_path_factory: pytest.TempPathFactory) -> None:
    stories = [story(f"copy-{number}", mangled(LONG, number)) for number in range(5)] + told()
    seen = []
    for order in (stories, stories[::-1]):
        with Ledger(tmp_path_factory.mktemp("l") / "l.ledger", create=True) as ledger:
            for one in order:
                ledger.add(one)
            seen.append([(one.story, one.of, one.kind, one.score, one.evidence) for one in ledger.echoes()])
    assert seen[0] == seen[1]


def test_a_credit_makes_it_wire_copy_of_the_agency(ledger: Ledger) -> None:
    opening = "SANDVIG (Reuters) - "
    ledger.add(credited("b", opening, "Reuters", mangled(LONG, 2), outlet="Courier"))
    ledger.add(story("a", LONG, outlet="Mirror"))
    echo = only(ledger)
    assert echo.kind == "wire"
    assert echo.evidence["agency"] == "Reuters"
    assert echo.evidence["credits"] == [{"in": "b", "agency": "Reuters", "words": "Reuters", "span": [9, 16]}]


def test_the_agencys_own_story_is_where_it_comes_from(ledger: Ledger) -> None:
    ledger.add(story("paper", LONG, outlet="Courier", published="2024-05-01"))
    ledger.add(story("agency", mangled(LONG, 3), outlet="AP", published="2024-05-02"))
    assert links(ledger) == {("paper", "agency", "wire")}


def test_two_credits_of_one_agency_need_less_overlap(ledger: Ledger) -> None:
    sentences = LONG.split(". ")
    half = (
        ". ".join(sentences[:3])
        + ". "
        + " ".join(
            f"Word{n} and other matters of the council in Sandvig were left for market day {n}."
            for n in range(8)
        )
    )
    ledger.add(credited("a", "SANDVIG (AFP) - ", "AFP", LONG))
    ledger.add(credited("b", "SANDVIG (AFP) - ", "AFP", half))
    assert {kind for _, _, kind in links(ledger)} == {"wire"}


def test_a_credit_for_a_picture_makes_no_wire_copy(ledger: Ledger) -> None:
    ledger.add(story("a", LONG))
    ledger.add(credited("b", "Photo: Reuters\n", "Reuters", mangled(LONG, 2), role="credit"))
    assert only(ledger).kind == "reprint"


def test_the_same_letter_in_two_stories_is_a_quotation_and_no_reprint(ledger: Ledger) -> None:
    letter = (
        "“I have sold fish beside this town hall for forty years and I will not carry one crate to "
        "a hall that "
        "nobody asked for and nobody can reach without a car.”"
    )
    ledger.add(
        story(
            "a",
            f"{EVENTS['walrus'][0]} Trader Ana Quist wrote to rangers of Kelvik about the walrus. {letter}",
        )
    )
    ledger.add(story("b", f"{EVENTS['walrus'][1]} Her letter was read out on the ferry at Kelvik: {letter}"))
    echo = only(ledger)
    assert echo.kind == "quotation"
    assert echo.evidence["words"] >= 30
    assert "forty years" in echo.evidence["passages"][0]["words"]


def relaying(id: str, outlet: str, by: str, published: str | None = None) -> Story:
    event = EVENTS["walrus"][{"a": 0, "b": 1, "c": 2}.get(id, 0)]
    text = f"The walrus had eaten all mussels of Kelvik, {by} reported. {event}"
    said = Said("The walrus had eaten all mussels of Kelvik", (by, "rangers"), "reported", kind="outlet")
    return story(id, text, said, outlet=outlet, published=published)


def test_a_story_that_names_an_outlet_of_the_group_relays_it(ledger: Ledger) -> None:
    ledger.add(story("a", EVENTS["walrus"][0], outlet="The Kelvik Post"))
    ledger.add(relaying("b", "Courier", "Kelvik Post"))
    echo = only(ledger)
    assert (echo.story, echo.of, echo.kind, echo.circular) == ("b", "a", "relay", False)
    (chain,) = echo.evidence["chains"]
    assert chain["chain"] == ["Kelvik Post", "rangers"]
    assert chain["words"] == "The walrus had eaten all mussels of Kelvik"
    ledger.judge("wrong-chain", chain["attribution"], by="Ana")
    assert links(ledger) == set()


def test_a_later_story_of_the_outlet_is_not_what_was_relayed(ledger: Ledger) -> None:
    ledger.add(story("a", EVENTS["walrus"][0], outlet="Kelvik Post", published="2024-05-03"))
    ledger.add(relaying("b", "Courier", "Kelvik Post", "2024-05-01"))
    assert links(ledger) == set()


def test_outlets_that_relay_each_other_are_a_circle(ledger: Ledger) -> None:
    ledger.add(relaying("a", "Kelvik Post", "Courier", "2024-05-01"))
    ledger.add(relaying("b", "Courier", "Kelvik Post", "2024-05-02"))
    echo = only(ledger)
    assert (echo.story, echo.of, echo.circular) == ("b", "a", True)
    assert echo.evidence["back"]


def test_a_circle_of_three_is_found(ledger: Ledger) -> None:
    ledger.add(relaying("a", "Kelvik Post", "Courier"))
    ledger.add(relaying("b", "Courier", "Island Echo"))
    ledger.add(relaying("c", "Island Echo", "Kelvik Post"))
    assert {one.circular for one in ledger.echoes() if one.kind == "relay"} == {True}
    assert len([one for one in ledger.echoes() if one.kind == "relay"]) == 3


def test_a_person_may_say_that_it_is_no_echo(ledger: Ledger) -> None:
    ledger.add(story("a", LONG))
    ledger.add(story("b", mangled(LONG, 1)))
    key = only(ledger).key
    ledger.judge("not-same", key, by="Ana")
    assert links(ledger) == set()
    ledger.undo("not-same", key, by="Ana")
    assert only(ledger).key == key


def test_a_superseded_version_echoes_nothing(ledger: Ledger) -> None:
    ledger.add(story("a", LONG))
    ledger.add(story("b", mangled(LONG, 1)))
    assert len(ledger.echoes()) == 1
    ledger.add(story("b", EVENTS["bank"][0]))
    assert links(ledger) == set()
    assert ledger.connection.execute("SELECT count(*) FROM echo").fetchone()[0] == 0


@pytest.mark.parametrize(
    "text", ["", "Yes", "a b c d", '"' * 5_000, "“" * 5_000, "'a " * 5_000, "la " * 60_000, " "]
)
def test_odd_texts_have_no_echoes_and_do_no_harm(ledger: Ledger, text: str) -> None:
    ledger.add(story("odd", text))
    ledger.add(story("a", LONG))
    ledger.add(story("b", mangled(LONG, 1)))
    assert {frozenset(one[:2]) for one in links(ledger)} == {frozenset("ab")}


def test_a_sketch_of_another_algorithm_is_made_again(ledger: Ledger) -> None:
    ledger.add(story("a", LONG))
    ledger.connection.execute("UPDATE story_sketch SET algorithm = 'older'")
    ledger.add(story("b", mangled(LONG, 1)))
    ledger.refresh()
    kept = {row[0] for row in ledger.connection.execute("SELECT algorithm FROM story_sketch")}
    assert len(kept) == 1
    assert "older" not in kept


def test_a_broken_document_does_not_stop_the_search(ledger: Ledger) -> None:
    ledger.add(credited("a", "SANDVIG (AFP) - ", "AFP", LONG))
    ledger.add(story("b", mangled(LONG, 1)))
    ledger.connection.execute("UPDATE story SET document = ?", (zlib.compress(b"{"),))
    assert only(ledger).kind == "wire"


def test_agencies_are_known_by_their_short_forms() -> None:
    assert agency_named("The Associated Press") == agency_named("AP") == "Associated Press"
    assert agency_named("reuters.com") == "Reuters"
    assert agency_named("Kelvik Post") is None
    assert agency_named(None) is None


@given(st.text(max_size=300))
def test_runs_are_the_same_by_either_way(text: str) -> None:
    import numpy as np

    found, count = runs_in(text)
    words = words_in(text)
    assert count == len(words)
    assert found.tolist() == np.unique(runs(words)).tolist()
    assert covered(runs(words), found, len(words)).sum() == (len(words) if len(words) >= WIDTH else 0)


@settings(max_examples=60)
@given(st.text("'\"‘’“” a\nb", max_size=400))
def test_quotations_lie_within_a_paragraph(text: str) -> None:
    assert all("\n" not in match[0] for match in _QUOTED.finditer(text))


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda e: e[0] != e[1]), max_size=25))
def test_circles_are_what_leads_back(edges: list[tuple[int, int]]) -> None:
    reach = {n: {b for a, b in edges if a == n} for n in range(9)}
    for _ in range(9):
        for n in reach:
            reach[n] = reach[n] | {m for k in reach[n] for m in reach[k]}
    found = circles(edges)
    assert set(found) == {n for n in range(9) if n in reach[n]}
    for a in found:
        for b in found:
            assert (found[a] == found[b]) == (a == b or (b in reach[a] and a in reach[b]))


def test_the_command_prints_links_with_their_evidence(sayso: Run) -> None:
    stories = [story("a", LONG, outlet="Mirror"), story("b", mangled(LONG, 1), outlet="Courier")]
    sayso("add", "l.ledger", "--jsonl", stdin=b"".join(map(line, stories)).decode())
    out = sayso("echoes", "l.ledger", "--format", "jsonl")
    (row,) = [json.loads(one) for one in out.stdout.splitlines()]
    assert (row["story"], row["of"], row["kind"]) == ("b", "a", "reprint")
    assert row["evidence"]["passages"]
    text = sayso("echoes", "l.ledger").stdout
    assert "b (Courier) reprints a (Mirror)" in text
    assert row["key"] in text
    assert sayso("echoes", "l.ledger", "--kind", "relay").stderr == "sayso: no echoes found\n"
    wrong = sayso("echoes", "l.ledger", "--kind", "gossip")
    assert wrong.returncode == 2
    assert wrong.stderr.count("\n") == 1
