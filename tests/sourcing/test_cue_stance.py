"""Reporting verbs carry their stance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.sourcing._cue_stance import STANCES, lemma_of, stance_of


@pytest.mark.parametrize(
    ("cue", "stance"),
    [
        ("said", "said"),
        ("told reporters", "said"),
        ("According to", "said"),
        ("went on", "said"),
        ("has claimed", "claimed"),
        ("insists", "claimed"),
        ("alleging that", "claimed"),
        ("admitted", "admitted"),
        ("conceding", "admitted"),
        ("have confirmed", "confirmed"),
        ("denies", "denied"),
        ("ruled out", "denied"),
        ("categorically denied", "denied"),
        ("declined to say", "declined"),
        ("refused to confirm", "declined"),
        ("would not say", "declined"),
        ("could not confirm", "declined"),
        ("warns", "warned"),
        ("hinted", "suggested"),
        ("it is believed", "believed"),
        ("thought", "believed"),
        ("doesn't think", "doubted"),
        ("don’t believe", "doubted"),
        ("expects", "predicted"),
        ("found that", "found"),
        ("asked", "asked"),
        ("called on", "urged"),
        ("begged", "urged"),
        ("called for", "urged"),
        ("called it", "said"),
        (":", "said"),
        ("pledging", "promised"),
        ("plans to", "intended"),
        ("threatened", "threatened"),
        ("accused", "accused"),
        ("hailed", "praised"),
        ("announced", "announced"),
        ("the claims of", "claimed"),
        ("did not deny", None),
        ("of", None),
        ("", None),
    ],
)
def test_stances(cue: str, stance: str | None) -> None:
    assert stance_of(cue) == stance


def inflected(verb: str) -> list[str]:
    if verb[-1] == "e":
        return [verb, verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb[-1] == "y" and verb[-2] not in "aeou":
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    return [
        verb,
        verb + ("es" if verb[-1] in "sxz" or verb[-2:] in ("sh", "ch") else "s"),
        verb + "ed",
        verb + "ing",
    ]


@given(
    st.sampled_from([(s, v) for s, verbs in STANCES.items() for v in verbs if "_" not in v]),
    st.integers(0, 3),
)
def test_every_regular_form_leads_back_to_its_verb(item: tuple[str, str], form: int) -> None:
    word = inflected(item[1])[form]
    assert lemma_of(word) in STANCES[stance_of(word) or ""]


def test_no_verb_has_two_stances() -> None:
    verbs = [verb for group in STANCES.values() for verb in group]
    assert len(verbs) == len(set(verbs))


@given(st.text())
def test_any_words_are_taken(words: str) -> None:
    assert stance_of(words) in {None, *STANCES}
