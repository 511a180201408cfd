"""What people decide is kept, dated, named, and can be taken back."""

from __future__ import annotations

import json

import pytest
from documents import Run, line, many

from sayso.errors import DocumentError, LedgerError, UsageError
from sayso.ledger import Judgement, Kept, Ledger, New, item_of
from sayso.ledger._inputs import InputBytes


@pytest.fixture
def keys(ledger: Ledger) -> dict[str, list[str]]:
    for one in many(4):
        ledger.add(one)
    ledger.refresh()
    return {
        table: [row[0] for row in ledger.connection.execute(f"SELECT key FROM {table} ORDER BY 1")]
        for table in ("story", "attribution", "source")
    }


def stale(ledger: Ledger) -> int:
    return ledger.stale()


def test_a_judgement_is_kept_and_marks_its_group(ledger: Ledger, keys: dict[str, list[str]]) -> None:
    first, second, *_ = keys["source"]
    made = ledger.judge("same", second, first, by=" Ann ", note="one person")
    assert (made.a, made.b, made.by, made.note) == (first, second, "Ann", "one person")
    assert ledger.judgements() == ledger.judgements(in_force=True) == [made]
    if ledger.connection.execute("SELECT count(*) FROM story_group").fetchone()[0]:
        assert stale(ledger) >= 1


def test_undoing_keeps_the_record(ledger: Ledger, keys: dict[str, list[str]]) -> None:
    key = keys["attribution"][0]
    made = ledger.judge("wrong-chain", key, by="Ann")
    (undone,) = ledger.undo("wrong-chain", key, by="Bo")
    assert undone.undone_by == "Bo"
    assert ledger.judgements(in_force=True) == []
    assert [one.at for one in ledger.judgements()] == [made.at]
    with pytest.raises(LedgerError, match="no judgement"):
        ledger.undo("wrong-chain", key, by="Bo")


def test_the_later_of_two_opposites_counts(ledger: Ledger, keys: dict[str, list[str]]) -> None:
    first, second, *_ = keys["story"]
    ledger.judge("same", first, second, by="Ann")
    ledger.judge("not-same", second, first, by="Bo")
    assert [one.verb for one in ledger.judgements(in_force=True)] == ["not-same"]
    ledger.undo("not-same", first, second, by="Bo")
    assert [one.verb for one in ledger.judgements(in_force=True)] == ["same"]
    assert len(ledger.judgements()) == 2


def test_ids_beginnings_and_story_ids_are_understood(ledger: Ledger, keys: dict[str, list[str]]) -> None:
    key = keys["attribution"][0]
    assert ledger.judge("not-a-claim", key[:10], by="Ann").a == key
    both = ledger.judge("same", "n-0", "n-1", by="Ann")
    assert {both.a, both.b} <= set(keys["story"])


def test_what_cannot_be_judged_so_is_one_line(ledger: Ledger, keys: dict[str, list[str]]) -> None:
    story, attribution, source = (keys[table][0] for table in ("story", "attribution", "source"))
    for verb, a, b in (
        ("same", source, None),
        ("same", source, attribution),
        ("same", source, source),
        ("wrong-chain", source, None),
        ("wrong-chain", attribution, keys["attribution"][1]),
        ("not-a-claim", story, None),
    ):
        with pytest.raises(UsageError):
            ledger.judge(verb, a, b, by="Ann")  # type: ignore[arg-type]
    for unknown in ("a" + "0" * 20, "a", "nothing", "k" + "0" * 20, "", "é"):
        with pytest.raises(LedgerError):
            ledger.judge("not-a-claim", unknown, by="Ann")
    with pytest.raises(UsageError):
        ledger.judge("not-a-claim", attribution, by=" ")
    assert ledger.judgements() == []


def test_judgements_and_bytes_travel(ledger: Ledger, keys: dict[str, list[str]]) -> None:
    made = ledger.judge("not-a-claim", keys["attribution"][0], by="Ann", note="a greeting")
    rows = [json.dumps(made.to_dict()).encode(), json.dumps(InputBytes("", b"").to_dict()).encode()]
    with pytest.raises(DocumentError):
        item_of(rows[1])  # its digest is not that of its bytes
    data = b"<p>as it came</p>"
    digest = "b5fcaa5a5f4d84d09c8c8f3a3d2c37a7ee04c4c3c9d3b5cf2ee3eb2aebf5e8f5"
    with pytest.raises(DocumentError):
        item_of(json.dumps(InputBytes(digest, data).to_dict()).encode())
    import hashlib

    packed = InputBytes(hashlib.sha256(data).hexdigest(), data)
    items = [item_of(rows[0]), item_of(json.dumps(packed.to_dict()).encode())]
    assert items == [made, packed]
    path = ledger.path.with_name("other.ledger")
    with Ledger(path, create=True) as other:
        for turn in (True, False):
            out = list(other.add_many([*map(New, many(4)), *items]))
            assert [one.new for one in out if isinstance(one, Kept)] == [turn, turn]
        assert other.judgements() == [made]
        (undone,) = ledger.undo("not-a-claim", made.a, by="Bo")
        list(other.add_many([undone]))
        assert other.judgements() == ledger.judgements() == [undone]
        assert other.judgements(in_force=True) == []


def test_a_bomb_of_bytes_is_refused() -> None:
    bomb = InputBytes("0" * 64, b"\0" * 10_000_000).to_dict() | {"size": 10}
    with pytest.raises(DocumentError):
        item_of(json.dumps(bomb).encode())


def test_a_judgement_outlives_what_it_speaks_of(ledger: Ledger, keys: dict[str, list[str]]) -> None:
    key = keys["attribution"][0]
    ledger.judge("not-a-claim", key, by="Ann")
    with ledger.transaction() as connection:
        connection.execute("DELETE FROM attribution WHERE key = ?", (key,))
    assert [one.a for one in ledger.judgements(in_force=True)] == [key]
    ledger.undo("not-a-claim", key, by="Ann")


def test_the_command(sayso: Run) -> None:
    sayso("add", "n.ledger", "--jsonl", stdin=b"".join(map(line, many(3))).decode())
    assert sayso("judge", "n.ledger", "--list").stdout == "no judgements yet\n"
    done = sayso("judge", "n.ledger", "same", "n-0", "n-1", "--by", "Ann", "--note", "both about the pier")
    assert done.returncode == 0
    assert "Ann" in done.stdout
    row = json.loads(sayso("judge", "n.ledger", "--list", "--format", "jsonl").stdout)
    assert (row["schema"], row["verb"], row["note"]) == ("sayso/judgement/1", "same", "both about the pier")
    assert Judgement.from_dict(row).by == "Ann"
    assert sayso("judge", "n.ledger", "same", "n-0", "n-1", "--by", "Bo", "--undo").returncode == 0
    assert "undone by Bo" in sayso("judge", "n.ledger", "--list").stdout
    for wrong in (
        ["same", "n-0", "n-1"],
        ["equal", "n-0", "n-1", "--by", "Ann"],
        ["same", "n-0", "--by", "Ann"],
        ["same"],
        ["same", "n-0", "n-1", "--by", "Ann", "--list"],
    ):
        done = sayso("judge", "n.ledger", *wrong)
        assert done.returncode == 2, wrong
        assert done.stderr.count("\n") == 1
    assert sayso("judge", "n.ledger", "same", "n-0", "n-9", "--by", "Ann").returncode == 1
