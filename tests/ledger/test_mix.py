"""What the claims of outlets and months rest on."""

from __future__ import annotations

from pathlib import Path

import pytest
from counted_stories import exact, ledger_of, story
from full_ledger import full_ledger

from sayso.ledger._mix import KINDS, Mix, mix
from sayso.ledger._mix_words import is_official


@pytest.mark.parametrize(
    ("name", "description", "kind"),
    [
        ("Health Ministry", None, "organisation"),
        ("police", None, "unnamed"),
        ("two officials", None, "unnamed"),
        ("Ada Marsh", "the interior minister", "person"),
        ("Sen. Ada Marsh", None, "person"),
        ("Gen. Bo Lind", None, "person"),
        ("the king", None, "person"),
        ("FBI", None, "organisation"),
        ("UN", None, "organisation"),
        ("White House", None, "organisation"),
    ],
)
def test_those_who_speak_for_a_state(name: str, description: str | None, kind: str) -> None:
    assert is_official(name, description, kind)


@pytest.mark.parametrize(
    ("name", "description", "kind"),
    [
        ("Ada Marsh", "a former minister", "person"),
        ("Larry King", None, "person"),
        ("Bo Lind", "vice president of Tarvo Inc", "person"),
        ("Cy Dorn", "chief executive and president of the club", "person"),
        ("a neighbour", None, "unnamed"),
        ("Police Gazette", None, "outlet"),
        ("a court document", None, "document"),
        ("Dr. Eda Vail", "a general practitioner", "person"),
        ("the minister's wife", None, "person"),
        ("unattributed", None, "unnamed"),
    ],
)
def test_those_who_do_not(name: str, description: str | None, kind: str) -> None:
    assert not is_official(name, description, kind)


def test_any_words_are_taken_in_short_time() -> None:
    for words in ("general " * 5000, "a" * 100_000, "the " * 20_000, "\x00\u202e" * 9_000):
        is_official(words, words, "person")


def test_every_claim_is_counted_by_its_origin(tmp_path: Path) -> None:
    stories = [
        story(
            "a",
            exact(1, by=("Health Ministry",)),
            exact(2, by=("Tarvo NEWS", "police report")),
            exact(3, by=("unattributed",)),
            exact(4),
            outlet="Bel",
            published="2024-05-01",
        ),
        story("b", exact(5, by=("Ada Marsh",)), outlet="BEL ", published="2024-06-30T10:00:00Z"),
        story("c", exact(6), outlet="Tarvo", published="2024-05-09", credits=["AP", "Ada Marsh"]),
        story("d", exact(7, by=("Bo Lind",)), credits=["Eda Vail"]),
    ]
    with ledger_of(tmp_path / "l", stories) as ledger:
        bel, tarvo, nobody = mix(ledger.connection, "outlet")
        assert bel == Mix(
            name="Bel", stories=2, claims=5, official=1, document=1, unattributed=1, own_voice=1
        )
        assert tarvo == Mix(name="Tarvo", stories=1, claims=1, wire=1, own_voice=1)
        assert nobody == Mix(name=None, stories=1, claims=1)
        months = mix(ledger.connection, "month")
        assert [(one.name, one.claims) for one in months] == [("2024-05", 5), ("2024-06", 1), (None, 1)]
        assert sum(one.claims for one in months) == sum(one.claims for one in (bel, tarvo, nobody))


def test_claims_of_several_stories_on_one_origin(tmp_path: Path) -> None:
    with full_ledger(tmp_path / "l") as ledger:
        rows = {one.name: one for one in mix(ledger.connection, "outlet")}
        assert rows["Bel"].single_origin == 1
        assert all(0 <= one.share(kind) <= 1 for one in rows.values() for kind in KINDS)


def test_nothing_is_made_of_no_claims() -> None:
    assert Mix(name="a").share("wire") == 0


def test_an_older_version_does_not_count(tmp_path: Path) -> None:
    with ledger_of(tmp_path / "l", [story("a", exact(1), exact(2)), story("a", exact(3))]) as ledger:
        (only,) = mix(ledger.connection, "outlet")
        assert (only.stories, only.claims) == (1, 1)
