"""Many stories: in order, in any number of processes, whatever one of them does."""

from __future__ import annotations

from sayso import Failure, Record, Story, read_many

TEXTS = [f"Pier {n} is shut, harbour master Olena Brask said on Monday." for n in range(6)]


def test_stories_come_in_order_with_failures_in_their_place() -> None:
    inputs = [Record(id=str(n), text=text) for n, text in enumerate(TEXTS)]
    inputs.insert(2, Record(id="empty", text=" "))
    outcomes = list(read_many(inputs))
    assert [o.id if isinstance(o, Story) else o.ref for o in outcomes] == [
        "0",
        "1",
        "empty",
        "2",
        "3",
        "4",
        "5",
    ]
    assert isinstance(outcomes[2], Failure)


def test_two_processes_give_what_one_gives() -> None:
    inputs = [Record(id=str(n), text=text) for n, text in enumerate(TEXTS)]
    assert list(read_many(inputs, processes=2)) == list(read_many(inputs))
