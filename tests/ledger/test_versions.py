"""What a rewrite dropped, hardened, softened or added."""

from __future__ import annotations

import json

import pytest
from documents import Run, Said, line, story
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.ledger._versions_compare import changes
from sayso.ledger._versions_match import match

OLD = story(
    "x",
    "The bridge may have been closed after a crack was seen, an engineer said. "
    "Twelve people were hurt, police said. The mayor knew of it, Ana Ruiz said. "
    "The train stops at Tarvo, said the guard. It rained. Nobody warned us, said Jon Vale.",
    Said(
        "The bridge may have been closed after a crack was seen",
        by=("engineer",),
        certainty="hedged",
        hedges=("may have",),
        kind="unnamed",
        score=1,
    ),
    Said("Twelve people were hurt", by=("police",), kind="organisation"),
    Said("The mayor knew of it", by=("Ana Ruiz",)),
    Said("The train stops at Tarvo", by=("guard",), kind="unnamed"),
    Said("Nobody warned us", by=("Jon Vale",)),
    voice=("It rained.",),
    figures=(("Twelve", 12, "people hurt"),),
    url="https://post.example/bridge",
)
NEW = story(
    "x",
    "The bridge has been closed after a crack was seen, an engineer said. "
    "Fourteen people were hurt, police said. The train stops at Tarvo. It rained. "
    "Nobody warned us at all, said Mia Orr. The bridge will be rebuilt, the owner says.",
    Said("The bridge has been closed after a crack was seen", by=("engineer",), kind="unnamed"),
    Said("Fourteen people were hurt", by=("police",), kind="organisation"),
    Said("Nobody warned us at all", by=("Mia Orr",)),
    Said("The bridge will be rebuilt", by=("owner",), kind="unnamed", cue="says"),
    voice=("The train stops at Tarvo.", "It rained."),
    figures=(("Fourteen", 14, "people hurt"),),
    url="https://post.example/bridge",
)


def test_each_kind_of_change_is_told() -> None:
    told = [(change.kind, (change.after or change.before).words) for change in changes(OLD, NEW)]  # type: ignore[union-attr]
    assert told == [
        ("dropped", "The mayor knew of it"),
        ("hardened", "The bridge has been closed after a crack was seen"),
        ("hardened", "The train stops at Tarvo."),
        ("reattributed", "Nobody warned us at all"),
        ("figure", "Fourteen"),
        ("added", "The bridge will be rebuilt"),
    ]
    why = {change.kind: change.why for change in reversed(changes(OLD, NEW))}
    assert why["hardened"] == "was hedged, is asserted; without “may have”"
    assert why["reattributed"] == "was said by Jon Vale, now by Mia Orr"
    assert why["figure"] == "was Twelve, is Fourteen"


def test_the_way_back_softens() -> None:
    kinds = [change.kind for change in changes(NEW, OLD)]
    assert sorted(kinds) == sorted(["dropped", "softened", "softened", "reattributed", "figure", "added"])


def test_a_denial_is_a_reversal() -> None:
    text = "The mayor knew of it, Ana Ruiz said."
    before = story("x", text, Said("The mayor knew of it", by=("Ana Ruiz",)))
    after = story("x", text, Said("The mayor knew of it", by=("Ana Ruiz",), certainty="denied", score=-2))
    (change,) = changes(before, after)
    assert (change.kind, change.why) == ("reversed", "was asserted, is denied")


def test_the_same_words_change_nothing() -> None:
    assert changes(OLD, OLD) == ()


def test_versions_in_the_ledger(ledger: Ledger) -> None:
    for one in (OLD, NEW, story("y", "Another story.")):
        ledger.add(one)
    assert [one.version for one in ledger.versions()] == [1, 2]
    assert ledger.versions("https://post.example/bridge") == ledger.versions("x") == ledger.versions()
    first, second = ledger.versions("x")
    assert first.changes == ()
    assert second.changes == changes(OLD, NEW)
    assert len(ledger.versions("y")) == 1
    with pytest.raises(LedgerError, match="no story"):
        ledger.versions("z")


def test_the_command(sayso: Run) -> None:
    lines = (line(OLD) + line(NEW)).decode()
    done = sayso("add", "n.ledger", "--jsonl", stdin=lines)
    assert "1 added, 1 new versions" in done.stderr
    done = sayso("versions", "n.ledger", "https://post.example/bridge")
    assert done.returncode == 0
    assert "dropped       Ana Ruiz: The mayor knew of it" in done.stdout
    rows = [json.loads(row) for row in sayso("versions", "n.ledger", "--format", "jsonl").stdout.splitlines()]
    assert rows[1]["changes"][0]["kind"] == "dropped"
    assert sayso("versions", "n.ledger", "nowhere").returncode == 1


CLAIMS = st.lists(
    st.tuples(
        st.sampled_from(["a b c d", "a b c e", "x y", "", "z", "a b"]), st.sampled_from(["", "p", "q"])
    ),
    max_size=12,
)


@given(old=CLAIMS, new=CLAIMS)
def test_each_claim_has_one_partner_at_most(old: list[tuple[str, str]], new: list[tuple[str, str]]) -> None:
    pairs = match(old, new)
    assert sorted(pair.old for pair in pairs if pair.old is not None) == list(range(len(old)))
    assert sorted(pair.new for pair in pairs if pair.new is not None) == list(range(len(new)))
    assert all(pair.old is not None or pair.new is not None for pair in pairs)


def test_thousands_of_equal_claims_take_no_time() -> None:
    claims = [("the same words again and again", "somebody")] * 4000
    others = [(f"the same words again and {number}", "somebody") for number in range(4000)]
    assert len(match(claims, claims)) == 4000
    assert len(match(claims, others)) >= 4000
