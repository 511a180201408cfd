"""The parts of the headline check: framing, cues, words, trees, the model's file."""

from __future__ import annotations

import numpy as np
import pytest

from sayso.weighing._claim_words import claim_words, stem
from sayso.weighing._framing import SIGNS, framing
from sayso.weighing._stance import SIDES, load_stance_model, read_framing
from sayso.weighing._stance_cues import KINDS, cues
from sayso.weighing._trees import LEAF, Forest


@pytest.mark.parametrize(
    ("headline", "side"),
    [
        ("Mayor resigns over bridge contract", "asserts"),
        ("Mayor resigned over bridge contract, sources say", "reports"),
        ("Mayor reportedly resigns over bridge contract", "reports"),
        ("Did the mayor resign over a bridge contract?", "reports"),
        ("Report: Mayor to resign over bridge contract", "reports"),
        ("No, the mayor has not resigned", "refutes"),
        ("Mayor denies he will resign", "refutes"),
        ("Story of the mayor's resignation is a hoax", "refutes"),
        ("Mayor resigning? Not so, says council", "refutes"),
    ],
)
def test_how_a_headline_puts_its_claim(headline: str, side: str) -> None:
    assert SIDES[int(np.argmax(read_framing(headline)))] == side


def test_doubting_a_doubt_affirms() -> None:
    assert framing("The seal is a hoax")["refutes"]
    assert not framing("The seal is not a hoax")["refutes"]
    assert not framing("Fisherman denies seal is fake")["refutes"]
    assert framing("Town builds wall so it won't flood")["refutes"] == 0


def test_framing_has_all_signs_for_any_headline() -> None:
    for headline in ("", "?", "‘’", "Report:", "x" * 9000):
        assert tuple(framing(headline)) == SIGNS


def test_cues_are_found_sentence_by_sentence_and_not_inside_words() -> None:
    text = "It was not true. Critics were made-up. Elsewhere the butter melts. It isn't the case."
    spans = [(0, 16), (17, 38), (39, 66), (67, len(text))]
    found = cues(text, spans)
    false = KINDS.index("false")
    assert found[:, false].tolist() == [1, 1, 0, 1]
    assert found[:, KINDS.index("but")].tolist() == [0, 0, 0, 0]
    assert found[:, KINDS.index("doubt")].tolist() == [0, 1, 0, 0]


def test_stems_join_the_forms_of_a_word() -> None:
    assert len({stem(w) for w in ("ban", "bans", "banned", "banning", "Ban’s")}) == 1
    assert len({stem(w) for w in ("city", "cities")}) == 1
    assert [w.stem for w in claim_words("The ban of the bans")] == ["ban"]


def test_trees_lead_to_their_leaves() -> None:
    forest = Forest(
        feature=np.array([0, LEAF, LEAF, LEAF]),
        threshold=np.array([0.5, 0, 0, 0]),
        left=np.array([1, 1, 2, 3]),
        right=np.array([2, 1, 2, 3]),
        shares=np.array([[0, 0], [1, 0], [0, 1], [0.5, 0.5]]),
        roots=np.array([0, 3]),
        depth=2,
    )
    forest.check(signs=1, classes=2)
    assert forest.probabilities(np.array([0.5])).tolist() == [0.75, 0.25]
    assert forest.probabilities(np.array([0.6])).tolist() == [0.25, 0.75]
    with pytest.raises(ValueError, match="nowhere"):
        forest.check(signs=0, classes=2)
    with pytest.raises(ValueError, match="odd sizes"):
        forest.check(signs=1, classes=3)


def test_the_shipped_model_is_whole() -> None:
    model = load_stance_model()
    assert model.decision[0] == 1
    assert model.headline[0].shape == (len(SIGNS), len(SIDES))
