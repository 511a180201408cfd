from __future__ import annotations

import pytest
from claim_stories import DAM, Says, told

from sayso.ledger import Ledger


def entities(ledger: Ledger) -> dict[str, set[str]]:
    """The names that each entity goes by in stories."""
    ledger.refresh()
    found: dict[str, set[str]] = {}
    for row in ledger.connection.execute(
        "SELECT e.name, s.name FROM entity_source JOIN entity e USING (entity) JOIN source s USING (source)"
    ):
        found.setdefault(row[0], set()).add(row[1])
    return found


def event(*names: tuple[str, ...], prefix: str = "n") -> list[object]:
    """Stories of one event, each of which quotes one of the names."""
    words = "the quay of Brodvik sank by two metres after the flood of Sunday night"
    return [
        told(f"{prefix}-{number}", Says(f"In Brodvik {words}, {number} people heard.", words, (name,)))
        for number, name in enumerate(names)
    ]


def keep(ledger: Ledger, stories: list[object]) -> None:
    for story in stories:
        ledger.add(story)  # type: ignore[arg-type]


def suggestions(ledger: Ledger) -> list[tuple[str, str, str]]:
    ledger.refresh()
    return [
        (min(row[0], row[1]), max(row[0], row[1]), row[2])
        for row in ledger.connection.execute(
            "SELECT x.name, y.name, s.why FROM entity_suggestion s JOIN entity x ON x.entity = s.a"
            " JOIN entity y ON y.entity = s.b"
        )
    ]


def test_spellings_of_one_name_in_one_event_are_one_person(ledger: Ledger) -> None:
    keep(ledger, event(("Lee Seong-kwen", "person", "lawmaker"), ("Lee Seong-kweun", "person", "lawmaker")))
    assert {"Lee Seong-kwen", "Lee Seong-kweun"} in entities(ledger).values()


def test_people_who_share_part_of_a_name_stay_apart(ledger: Ledger) -> None:
    keep(ledger, event(("Kim Jong Un", "person"), ("Kim Jong Il", "person")))
    assert entities(ledger) == {"Kim Jong Un": {"Kim Jong Un"}, "Kim Jong Il": {"Kim Jong Il"}}


def test_a_surname_alone_is_a_suggestion_with_its_reason(ledger: Ledger) -> None:
    keep(ledger, event(("Petra Lindqvist", "person"), ("Lindqvist", "person")))
    assert len(entities(ledger)) == 2
    assert [(a, b) for a, b, _ in suggestions(ledger)] == [("Lindqvist", "Petra Lindqvist")]
    assert "surname" in suggestions(ledger)[0][2]


def test_a_surname_and_a_role_are_enough(ledger: Ledger) -> None:
    keep(
        ledger, event(("Petra Lindqvist", "person", "harbour engineer"), ("Lindqvist", "person", "engineer"))
    )
    assert entities(ledger) == {"Petra Lindqvist": {"Petra Lindqvist", "Lindqvist"}}


def test_an_acronym_a_nation_and_a_spokesman_are_the_body(ledger: Ledger) -> None:
    keep(
        ledger,
        event(
            ("Norwegian Coastal Safety Agency", "organisation"),
            ("Coastal Safety Agency", "organisation"),
            ("CSA", "organisation"),
            ("spokesman for the Coastal Safety Agency", "unnamed"),
        ),
    )
    found = entities(ledger)
    assert len(found) == 1
    assert len(next(iter(found.values()))) == 4


def test_the_same_full_name_is_one_entity_in_the_whole_ledger(ledger: Ledger) -> None:
    keep(ledger, event(("Petra Lindqvist", "person")))
    won = "The choir of Aldmere won a prize"
    ledger.add(told("x", Says(f"{won}, Petra Lindqvist said.", won, (("Petra Lindqvist", "person"),))))
    assert entities(ledger) == {"Petra Lindqvist": {"Petra Lindqvist"}}


@pytest.mark.parametrize("verb", ["same", "not-same"])
def test_a_persons_judgement_decides_and_outlives_new_stories(ledger: Ledger, verb: str) -> None:
    keep(ledger, event(("Petra Lindqvist", "person"), ("Lindqvist", "person")))
    ledger.refresh()
    keys = [row[0] for row in ledger.connection.execute("SELECT key FROM source ORDER BY source")]
    ledger.judge(verb, *keys, by="Ada")  # type: ignore[arg-type]
    keep(ledger, event(("Tomas Quill", "person"), prefix="later"))
    named = {"Petra Lindqvist", "Lindqvist"}
    if verb == "same":
        assert named in entities(ledger).values()
    else:
        assert named not in entities(ledger).values()
        assert not suggestions(ledger)


def test_entities_do_not_depend_on_the_order_of_stories(ledger: Ledger, tmp_path: object) -> None:
    keep(ledger, list(DAM))
    first = entities(ledger)
    with Ledger(f"{tmp_path}/other.ledger", create=True) as other:
        keep(other, list(reversed(DAM)))
        assert entities(other) == first
    assert {"Mira Haldane", "M. Haldane"} in first.values()
