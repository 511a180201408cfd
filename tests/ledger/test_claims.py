from __future__ import annotations

from claim_stories import DAM, FERRY, FERRY_CLAIM, Says, told

from sayso.ledger import Ledger
from sayso.story import Story


def keep(ledger: Ledger, *stories: Story) -> Ledger:
    for story in stories:
        ledger.add(story)
    ledger.refresh()
    return ledger


def test_statements_that_say_the_same_are_one_claim(ledger: Ledger) -> None:
    claims = keep(ledger, *DAM).claims()
    assert len(claims) == 1
    assert claims[0].stories == ("dam-1", "dam-2", "dam-3", "dam-4")
    assert "crack of nine metres" in claims[0].claim


def test_a_denial_belongs_to_the_claim_it_denies(ledger: Ledger) -> None:
    claim = keep(ledger, *FERRY).claims()[0]
    assert claim.stances["ferry-6"] == "denies"
    assert {stance for id, stance in claim.stances.items() if id != "ferry-6"} == {"reports"}


def test_other_figures_are_a_claim_that_conflicts(ledger: Ledger) -> None:
    def story(number: int, count: str) -> Story:
        words = f"{count} lambs were stolen from the farm of Elin Strand near Halmstad on Friday"
        by = (("police of Halmstad", "organisation"),)
        return told(f"lambs-{number}", Says(f"{words}, police said.", words, by))

    keep(ledger, story(1, "40"), story(2, "40"), story(3, "55"), story(4, "55"))
    claims = ledger.claims()
    assert [claim.stories for claim in claims] == [("lambs-1", "lambs-2"), ("lambs-3", "lambs-4")]
    assert all("40" in claim.conflicts[0].why and "55" in claim.conflicts[0].why for claim in claims)


def test_a_single_origin_that_looks_widespread_comes_first(ledger: Ledger) -> None:
    keep(ledger, *DAM, *FERRY)
    first, second = ledger.claims()
    assert first.is_single
    assert first.outlets == 6
    assert not second.is_single
    assert second.independent == ("Mira Haldane", "Tomas Quill")


def test_what_is_judged_no_claim_makes_none(ledger: Ledger) -> None:
    claim = keep(ledger, *DAM).claims()[0]
    assert claim.id is not None
    ledger.judge("not-a-claim", claim.id, by="Ada")
    assert ledger.claims() == []
    ledger.undo("not-a-claim", claim.id, by="Ada")
    assert [c.id for c in ledger.claims()] == [claim.id]


def test_claims_are_made_again_the_same(ledger: Ledger) -> None:
    before = keep(ledger, *DAM, *FERRY).claims()
    ledger.connection.execute("UPDATE story_group SET stale = 1")
    assert ledger.claims() == before


def test_a_question_in_other_words_finds_the_claim_and_its_stories(ledger: Ledger) -> None:
    keep(ledger, *DAM, *FERRY)
    answer = ledger.match_claim("A Danish yard is going to buy the Solveig ferry")
    assert answer is not None
    assert answer.stories == tuple(f"ferry-{number}" for number in range(1, 7))
    assert answer.stances["ferry-6"] == "denies"
    assert answer.id == ledger.claims()[0].id


def test_a_question_that_nobody_answers_finds_nothing(ledger: Ledger) -> None:
    keep(ledger, *DAM)
    assert ledger.match_claim("Zebras play chess") is None
    assert ledger.match_claim("") is None
    assert ledger.match_claim('"; DROP TABLE story; -- * AND NEAR(') is None
    assert Ledger(ledger.path).match_claim(FERRY_CLAIM) is None
