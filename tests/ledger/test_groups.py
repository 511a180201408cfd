"""Stories about one event come together, whatever the order; what people decide holds."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path

import pytest
from documents import Run, line, story
from event_stories import EVENTS, told
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.bench import _grouping_task
from sayso.ledger import Ledger
from sayso.ledger._groups_linkage import average_linkage
from sayso.ledger._groups_terms import weigh, word_counts
from sayso.ledger._groups_vectors import add, dot, unit

SHARED = Path(__file__).parents[3] / "shared" / "data" / "fnc"


def partition(ledger: Ledger) -> set[frozenset[str]]:
    return {frozenset(story.id for story in group.stories) for group in ledger.groups()}


def by_event() -> set[frozenset[str]]:
    return {frozenset(f"{event}-{n}" for n in range(len(texts))) for event, texts in EVENTS.items()}


def test_stories_of_one_event_are_one_group(ledger: Ledger) -> None:
    for one in told():
        ledger.add(one)
    assert partition(ledger) == by_event()


@pytest.mark.parametrize("seed", range(6))
def test_order_of_arrival_and_asking_in_between_change_nothing(ledger: Ledger, seed: int) -> None:
    for number, one in enumerate(told(seed)):
        ledger.add(one)
        if number % 3 == seed % 3:
            ledger.refresh()
    assert partition(ledger) == by_event()


def test_a_group_says_what_holds_it_together(ledger: Ledger) -> None:
    for one in told():
        ledger.add(one)
    words = {group.stories[0].id.split("-")[0]: set(group.words) for group in ledger.groups()}
    assert {"walrus", "kelvik"} <= words["walrus"]
    assert {"hollin"} <= words["bank"]
    assert all("mean likeness" in one.why for group in ledger.groups() for one in group.stories)


def test_not_same_keeps_two_stories_apart_and_undoing_it_brings_them_together(ledger: Ledger) -> None:
    for one in told():
        ledger.add(one)
    ledger.refresh()
    ledger.judge("not-same", "walrus-0", "walrus-2", by="Ana")
    assert not any({"walrus-0", "walrus-2"} <= group for group in partition(ledger))
    ledger.add(story("walrus-3", EVENTS["walrus"][1] + " The ferry sails again."))
    assert not any({"walrus-0", "walrus-2"} <= group for group in partition(ledger))
    ledger.undo("not-same", "walrus-0", "walrus-2", by="Ana")
    assert any({"walrus-0", "walrus-2"} <= group for group in partition(ledger))


def test_same_joins_two_groups_and_outlives_a_new_version(ledger: Ledger) -> None:
    for one in told():
        ledger.add(one)
    ledger.judge("same", "walrus-0", "bank-0", by="Ana")
    assert any({"walrus-0", "bank-0"} <= group for group in partition(ledger))
    ledger.add(story("bank-0", EVENTS["bank"][0] + " The bank declined to comment."))
    assert any({"walrus-0", "bank-0"} <= group for group in partition(ledger))
    ledger.judge("not-same", "walrus-0", "bank-0", by="Bo")
    assert not any({"walrus-0", "bank-0"} <= group for group in partition(ledger))


def test_a_new_version_leaves_the_old_group(ledger: Ledger) -> None:
    for one in told():
        ledger.add(one)
    ledger.add(story("walrus-2", EVENTS["bank"][1] + " Strikes may begin on Friday."))
    assert any("walrus-2" in group and "bank-0" in group for group in partition(ledger))
    count = ledger.connection.execute("SELECT sum(stories) FROM story_group").fetchone()[0]
    assert count == len(told())


def test_a_group_left_by_all_is_gone_with_its_index(ledger: Ledger) -> None:
    ledger.add(story("only", "A glider landed on the roof of the Brenning opera during a rehearsal."))
    ledger.add(story("only", "Potato prices in Mossby doubled within a single month of drought."))
    assert len(ledger.groups()) == 1
    words = {row[0] for row in ledger.connection.execute("SELECT word FROM term")}
    assert "mossby" in words
    assert "glider" not in words


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "Yes",
        "…!?",
        "\u200b",
        "x" * 100_000,
        "a " * 200_000,
        "1,000 " * 50,
        "東京で大きな地震がありました" * 40,
    ],
)
def test_odd_texts_are_placed_and_do_not_attract_others(ledger: Ledger, text: str) -> None:
    for one in told():
        ledger.add(one)
    ledger.add(story("odd", text))
    assert partition(ledger) == by_event() | {frozenset({"odd"})}


def test_another_language_is_not_one_event(ledger: Ledger) -> None:
    ledger.add(
        story(
            "es-1",
            "El alcalde de la ciudad dijo que las obras del puerto van a empezar en el mes de junio, y "
            "que los "
            "vecinos de la zona no tendrán que pagar nada por el agua durante las obras.",
        )
    )
    ledger.add(
        story(
            "es-2",
            "La policía de la provincia busca a los dos hombres que robaron en una joyería el sábado por la "
            "noche, y pide que los que vieron algo en la calle llamen a la comisaría.",
        )
    )
    assert len(partition(ledger)) == 2


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(max_size=200), max_size=6))
def test_any_text_has_one_group_and_sums_stay_true(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    with Ledger(tmp_path_factory.mktemp("l") / "l.ledger", create=True) as ledger:
        for number, text in enumerate(texts):
            try:
                ledger.add(story(f"t{number}", text))
            except UnicodeEncodeError:
                continue
        ledger.refresh()
        groups = ledger.groups()
        ids = [one.id for group in groups for one in group.stories]
        assert len(ids) == len(set(ids))
        for number, stories in ledger.connection.execute('SELECT "group", stories FROM story_group'):
            real = ledger.connection.execute(
                'SELECT count(*) FROM group_story WHERE "group" = ?', (number,)
            ).fetchone()[0]
            assert real == stories


@given(st.lists(st.tuples(st.text("abc", min_size=1, max_size=4), st.floats(0.1, 9)), max_size=8))
def test_adding_and_taking_away_a_vector_leaves_what_was(pairs: list[tuple[str, float]]) -> None:
    one, other = unit(dict(pairs).items()), unit([("abc", 3.0), ("zz", 20.0)])
    there_and_back = add(add(other, one), one, -1.0)
    assert dot(there_and_back, other) == pytest.approx(dot(other, other), abs=1e-5)
    assert dot(one, one) <= 1.0001


@given(st.integers(2, 14), st.integers(0, 10_000))
def test_linkage_obeys_what_must_and_must_not_be(count: int, seed: int) -> None:
    import numpy as np

    rng = random.Random(seed)
    table = np.array([[rng.random() for _ in range(count)] for _ in range(count)])
    table = (table + table.T) / 2
    apart = [(0, 1)]
    together = [(1, 2)] if count > 2 else []
    clusters = average_linkage(table, 0.4, together, apart)
    where = {item: number for number, items in enumerate(clusters) for item in items}
    assert sorted(where) == list(range(count))
    assert where[0] != where[1]
    assert all(where[a] == where[b] for a, b in together)
    order = list(range(count))
    rng.shuffle(order)
    moved = average_linkage(table[np.ix_(order, order)], 0.4)
    assert {frozenset(order[i] for i in items) for items in moved} == {
        frozenset(items) for items in average_linkage(table, 0.4)
    }


def test_a_word_that_is_everywhere_in_the_ledger_weighs_less() -> None:
    counts = word_counts("Zelmar visits Quorn")
    before = dict(weigh(counts, {}, 0))
    after = dict(weigh(counts, {"zelmar": 4_000}, 5_000))
    assert before["zelmar"] == before["quorn"]
    assert after["zelmar"] < 1 < after["quorn"]


def test_placing_a_story_costs_the_same_in_a_larger_ledger(ledger: Ledger) -> None:
    rng = random.Random(7)
    names = ["".join(rng.choices("bdfgklmnprstvaeiou", k=7)).title() for _ in range(3_000)]

    def fill(count: int) -> float:
        begin = time.process_time()
        with ledger.transaction():
            for _ in range(count):
                text = " ".join(rng.choices(names, k=40)) + " said the council of the town."
                ledger.add(story(str(rng.random()), text))
        return (time.process_time() - begin) / count

    first = fill(150)
    fill(900)
    assert fill(150) < 3 * first + 0.002


def test_the_command_prints_every_story_once(sayso: Run) -> None:
    sayso("add", "l.ledger", "--jsonl", stdin=b"".join(map(line, told())).decode())
    out = sayso("groups", "l.ledger", "--format", "jsonl")
    rows = [json.loads(one) for one in out.stdout.splitlines()]
    assert out.returncode == 0
    assert sorted(row["id"] for row in rows) == sorted(one.id for one in told())
    assert len({row["group"] for row in rows}) == len(EVENTS)
    text = sayso("groups", "l.ledger", "--why").stdout
    assert "3 stories" in text
    assert "kelvik" in text
    assert "mean likeness" in text


def test_the_command_says_in_one_line_that_there_is_no_ledger(sayso: Run) -> None:
    for command in ("groups", "echoes"):
        out = sayso(command, "none.ledger")
        assert out.returncode != 0
        assert out.stdout == ""
        assert out.stderr.startswith("sayso: ")
        assert out.stderr.count("\n") == 1


def test_the_score_is_b_cubed() -> None:
    gold = {str(n): {"cluster": c} for n, c in enumerate("aabb")}
    score = _grouping_task.grouping(gold, {str(n): {"cluster": c} for n, c in enumerate("xxxy")})
    assert score["p"] == round((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4, 4)
    assert score["r"] == round((1 + 1 + 1 / 2 + 1 / 2) / 4, 4)
    assert _grouping_task.grouping(gold, {})["missing"] == 4


@pytest.mark.shared
@pytest.mark.slow
@pytest.mark.skipif(not SHARED.exists(), reason="needs the corpora beside the project")
def test_real_stories_are_grouped_as_people_did_in_any_order() -> None:
    rows = [json.loads(one) for one in (SHARED / "same-story.dev.jsonl").read_text("utf8").splitlines()]
    gold = {row["id"]: row for row in rows}
    scores = []
    for seed in (None, 1):
        predicted = _grouping_task.grouping_predictor(None, seed)(rows, SHARED, lambda: None)
        scores.append(_grouping_task.grouping(gold, predicted)["f1"])
    assert min(scores) >= 0.955
    assert abs(scores[0] - scores[1]) <= 0.01
