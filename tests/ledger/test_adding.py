"""Stories are kept once, as they came, with their versions."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from pathlib import Path
from typing import Any

import msgspec
import pytest
from documents import Said, changed, line, many, story
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import DocumentError, LedgerError
from sayso.ledger import Added, Ledger, New, Refused, item_of
from sayso.story import Attribution, Figure, Record, Story


def dump(ledger: Ledger) -> list[str]:
    """All rows of all tables."""
    tables = [
        row[0]
        for row in ledger.connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%' ORDER BY name"
        )
    ]
    rows = []
    for table in tables:
        rows += sorted(repr((table, *row)) for row in ledger.connection.execute(f'SELECT * FROM "{table}"'))
    return rows


def test_a_document_comes_back_identical(ledger: Ledger) -> None:
    document = many(1)[0].to_dict() | {"note_of_a_newer_version": {"kept": [1, 2.5, None, "ä"]}}
    raw = json.dumps(document).encode()
    item = item_of(raw)
    assert isinstance(item, New)
    list(ledger.add_many([item]))
    assert ledger.document("n-0") == json.loads(raw)
    stored = ledger.connection.execute("SELECT document FROM story").fetchone()[0]
    assert zlib.decompress(stored) == raw
    assert ledger.get("n-0") == item.story


def test_adding_twice_changes_nothing(ledger: Ledger) -> None:
    stories = many(12)
    assert {ledger.add(one, data=None).what for one in stories} == {"new"}
    ledger.refresh()
    before = dump(ledger)
    assert {ledger.add(one).what for one in stories} == {"known"}
    assert {one.what for one in ledger.add_many(map(New, stories)) if isinstance(one, Added)} == {"known"}
    ledger.refresh()
    assert dump(ledger) == before


def test_two_ids_are_two_stories_whatever_their_text(ledger: Ledger) -> None:
    one = many(1)[0]
    ledger.add(one)
    assert ledger.add(changed(one, id="other")).what == "new"


def test_another_text_is_a_new_version_beside_the_old(ledger: Ledger) -> None:
    first, second = story("x", "The pier is open."), story("x", "The pier is shut.")
    assert ledger.add(first).version == 1
    added = ledger.add(second)
    assert (added.what, added.version) == ("version", 2)
    assert ledger.get("x") == second
    assert ledger.get("x", 1) == first
    # Adding the whole row of versions again, in any order, leaves them as they are.
    assert [ledger.add(one).what for one in (second, first)] == ["known", "known"]
    assert ledger.get("x") == second
    current = ledger.connection.execute("SELECT version FROM story WHERE current = 1").fetchall()
    assert [row[0] for row in current] == [2]


def test_another_reading_replaces_only_when_asked(ledger: Ledger) -> None:
    text = "The pier is shut, Olena Brask said."
    old = story("x", text, Said("The pier is shut"))
    new = story("x", text, Said("The pier is shut", certainty="hedged"), headline="Pier")
    ledger.add(old)
    assert ledger.add(new).what == "known"
    assert ledger.get("x") == old
    key = ledger.connection.execute("SELECT key FROM attribution").fetchone()[0]
    ledger.judge("wrong-chain", key, by="Ann")
    (again,) = ledger.add_many([New(new)], again=True)
    assert isinstance(again, Added)
    assert again.what == "again"
    assert ledger.get("x") == new
    rows = ledger.connection.execute("SELECT key, certainty FROM attribution").fetchall()
    assert [tuple(row) for row in rows] == [(key, "hedged")]
    assert [one.a for one in ledger.judgements(in_force=True)] == [key]
    assert [hit.story for hit in ledger.search("pier") if hit.what == "story"] == ["x"]
    assert ledger.connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_bytes_are_kept_once_under_their_digest(ledger: Ledger) -> None:
    data = b"<p>The pier is shut.</p>"
    digest = hashlib.sha256(data).hexdigest()
    for id in "xy":
        one = story(id, "The pier is shut.")
        ledger.add(changed(one, input=msgspec.structs.replace(one.input, sha256=digest)), data=data)
    assert ledger.input("x") == ledger.input("y") == data
    assert ledger.connection.execute("SELECT count(*) FROM input_bytes").fetchone()[0] == 1
    ledger.add(story("z", "The pier is open."))
    assert ledger.input("z") is None


@pytest.mark.parametrize(
    "broken",
    [
        {"attributions": (Attribution("a", 7, (), (), ((0, 3),), "direct", 0.5, "no such block"),)},
        {"attributions": (Attribution("a", 0, (), (), (), "direct", 0.5, "no content"),)},
        {"attributions": (Attribution("a", 0, (), (), ((0, 10**30),), "direct", 0.5, "outside"),)},
        {"attributions": (Attribution("a", 0, (), (), ((0, 3),), "direct", 0.5, "no source", chain=("q",)),)},
        {"records": (Record("denial", "q", ((0, 3),)),)},
        {
            "figures": (
                Figure(
                    attribution="q", value=1, low=1, high=1, approx=False, unit=None, what=None, scope=None,
                    as_of=None, spans=((0, 3),),
                ),
            )
        },
        {"headline": "half a character: \ud800"},
        {"id": "half a character: \ud800"},
    ],
)  # fmt: skip
def test_a_document_that_contradicts_itself_stops_nothing(ledger: Ledger, broken: dict[str, Any]) -> None:
    stories = many(3)
    stories[1] = changed(stories[1], **broken)
    outcomes = list(ledger.add_many(map(New, stories)))
    assert [type(one) for one in outcomes] == [Added, Refused, Added]
    with pytest.raises(DocumentError):
        ledger.add(stories[1])
    assert ledger.connection.execute("SELECT count(*) FROM story").fetchone()[0] == 2
    assert ledger.connection.execute("SELECT count(*) FROM source").fetchone()[0] == 2


def test_a_source_that_is_listed_twice_is_one(ledger: Ledger) -> None:
    one = many(1)[0]
    assert isinstance(one.sources, tuple)
    assert isinstance(one.attributions, tuple)
    twice = changed(one, sources=one.sources * 2, attributions=one.attributions * 2)
    assert ledger.add(twice).what == "new"
    for table in ("source", "attribution"):
        assert ledger.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] == 1
    assert ledger.get(one.id) == twice


def test_other_things_pass_in_their_place(ledger: Ledger) -> None:
    stories = many(2)
    out = list(ledger.add_many(["a", New(stories[0]), "b", "c", New(stories[1])]))
    assert [one.id if isinstance(one, Added) else one for one in out] == ["a", "n-0", "b", "c", "n-1"]


def test_what_was_read_before_an_interruption_is_kept(ledger: Ledger) -> None:
    def interrupted() -> Any:
        yield from map(New, many(3))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(ledger.add_many(interrupted()))
    assert ledger.connection.execute("SELECT count(*) FROM story").fetchone()[0] == 3


def test_no_such_story_is_one_line(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="holds no story"):
        ledger.get("nobody")


LINES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=80)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(id=LINES, text=LINES, outlet=st.none() | LINES, headline=st.none() | LINES)
def test_any_characters_survive(
    tmp_path: Path, id: str, text: str, outlet: str | None, headline: str | None
) -> None:
    one = story(id, text, Said(text, by=(id,)), outlet=outlet, headline=headline)
    for file in tmp_path.iterdir():
        file.unlink()
    with Ledger(tmp_path / "any.ledger", create=True) as ledger:
        ledger.add(one)
        assert ledger.document(one.id) == json.loads(one.to_json())
        assert ledger.get(one.id) == one
        row = ledger.connection.execute(
            "SELECT text, outlet, headline FROM story WHERE id = ? AND current = 1", (id,)
        ).fetchone()
        assert tuple(row) == (text, outlet, headline)
        content = ledger.connection.execute(
            "SELECT content FROM attribution ORDER BY attribution DESC"
        ).fetchone()
        assert content[0] == text


def test_a_line_that_is_no_item() -> None:
    assert item_of(b'{"text": "a schema of sorts"}') is None
    for wrong in (
        b'{"schema": "sayso/story/1"}',
        b'{"schema": "other"}',
        b'{"schema": ',
        b'{"schema": "\\ud800"}',
    ):
        with pytest.raises(DocumentError):
            item_of(wrong)
    assert isinstance(item_of(line(many(1)[0])), New)


def test_full_text_is_in_step(ledger: Ledger) -> None:
    list(ledger.add_many(map(New, many(20))))
    list(ledger.add_many([New(changed(one, headline="New")) for one in many(20)], again=True))
    for table in ("story_words", "attribution_words", "source_words"):
        try:
            ledger.connection.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
        except sqlite3.DatabaseError as error:
            pytest.fail(f"{table}: {error}")


def test_stories_of_any_step_are_taken(ledger: Ledger) -> None:
    text = "The pier is shut."
    bare = Story(id="bare", text=text, input=story("x", text).input)
    assert ledger.add(bare).what == "new"
    assert ledger.get("bare") == bare
