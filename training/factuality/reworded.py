"""Rewords plain statements of news so that what they tell is denied, hedged, asked or said by somebody.

UW and MEANTIME hold a handful of examples of each such wording. Here a clause in the simple past ("The ferry
hit the quay") is put into them by rule ("It is unclear whether …", "The ferry may have been …"), and its verb
gets the score that annotators of UW give in such a place on average, rounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

#: Before a verb in its base form, in place of the past tense: "did not close".
BEFORE_BASE = (
    ("did not", -2.6), ("didn't", -2.6), ("may", 1.2), ("might", 0.9), ("could", 1.0), ("will", 2.4),
    ("will not", -2.3), ("would", 1.7), ("would not", -2.4), ("should", 1.2), ("must", 1.8), ("can", 1.3),
    ("cannot", -2.2), ("failed to", -2.0), ("refused to", -2.6), ("declined to", -2.6), ("forgot to", -2.3),
    ("plans to", 1.7), ("hopes to", 0.9), ("wants to", 0.8), ("tried to", 0.8), ("threatened to", 0.5),
    ("is expected to", 1.7), ("is likely to", 1.6), ("is unlikely to", -1.2), ("agreed to", 2.3),
    ("managed to", 2.9), ("was asked to", 0.6), ("was said to", 1.7), ("appeared to", 2.0),
    ("had nearly managed to", -1.8), ("may not", -0.8), ("might not", -0.6), ("promised to", 1.7),
)  # fmt: skip
#: In place of "was" before a participle: "may have been closed".
BEFORE_PARTICIPLE = (
    ("was not", -2.6), ("wasn't", -2.6), ("was never", -2.4), ("has not been", -2.5),
    ("may have been", 1.5), ("might have been", 1.2), ("could have been", 0.7), ("may be", 1.3),
    ("could be", 1.0), ("might be", 1.0), ("will be", 2.4), ("will not be", -2.3), ("would be", 1.7),
    ("should be", 1.1), ("should have been", -1.5), ("was allegedly", 1.8), ("was reportedly", 1.9),
    ("was probably", 2.0), ("was apparently", 2.3), ("is expected to be", 1.8), ("is likely to be", 1.6),
    ("is said to have been", 1.8), ("must be", 1.6), ("is believed to have been", 1.6),
    ("was nearly", -1.8), ("was about to be", 1.0), ("is yet to be", -1.5), ("cannot have been", -2.2),
    ("had not been", -2.5), ("is feared to have been", 1.2),
)  # fmt: skip
#: Between subject and verb in the past.
BEFORE_PAST = (
    ("allegedly", 1.8), ("reportedly", 1.9), ("probably", 2.0), ("apparently", 2.3), ("supposedly", 1.4),
    ("possibly", 1.1), ("perhaps", 1.1), ("definitely", 3.0), ("indeed", 3.0), ("nearly", -1.2),
    ("almost", -1.2), ("hardly", -1.5), ("purportedly", 1.3), ("presumably", 1.8),
)  # fmt: skip
#: Around a whole clause. {who} is somebody, {clause} the clause, {Clause} the same with a capital.
AROUND = (
    ("It is unclear whether {clause}.", 0.2), ("It is not known whether {clause}.", 0.2),
    ("It could not be verified whether {clause}.", 0.3), ("{who} asked whether {clause}.", 0.2),
    ("If {clause}, the consequences would be serious.", 0.6), ("{who} denied that {clause}.", -1.2),
    ("{who} denies {clause}.", -1.2), ("{who} rejected claims that {clause}.", -1.0),
    ("There is no evidence that {clause}.", -1.2),
    ("{who} said there was no evidence that {clause}.", -1.0), ("It is not true that {clause}.", -2.7),
    ("{who} dismissed reports that {clause}.", -1.0), ("Reports that {clause} are unconfirmed.", 0.5),
    ("Rumours that {clause} are false.", -2.5), ("{who} claimed that {clause}.", 1.9),
    ("{Clause}, {who} claimed.", 1.9), ("{who} alleged that {clause}.", 1.7),
    ("{Clause}, {who} said.", 2.5), ("{who} said that {clause}.", 2.5),
    ("{who} told reporters {clause}.", 2.5), ("{Clause}, according to {who}.", 2.4),
    ("{who} confirmed that {clause}.", 2.9), ("{who} acknowledged that {clause}.", 2.9),
    ("{who} doubts that {clause}.", -0.4), ("{who} believes {clause}.", 1.5),
    ("{who} thinks that {clause}.", 1.4), ("{who} suspects that {clause}.", 1.2),
    ("{who} fears that {clause}.", 0.8), ("{who} hoped that {clause}.", 0.6), ("Perhaps {clause}.", 1.0),
    ("It is possible that {clause}.", 1.0), ("It is likely that {clause}.", 1.7), ("Maybe {clause}.", 0.9),
    ("It is alleged that {clause}.", 1.6), ("It emerged that {clause}.", 2.9),
    ("{who} suggested that {clause}.", 1.6),
    ("Had it been true that {clause}, {who} would have said so.", -1.8),
    ("{who} found that {clause}.", 2.8), ("“{Clause},” {who} said.", 2.5),
    ("“{Clause},” {who} claimed.", 1.9), ("Unless {clause}, nothing changes.", 0.4),
    ("{who} pretended that {clause}.", -2.2), ("{who} did not say whether {clause}.", 0.2),
    ("{who} realised that {clause}.", 2.9), ("Contrary to what {who} wrote, {clause}.", 2.7),
)  # fmt: skip
#: Share of questions among the clauses that stand inside another.
ASKED = 0.1
NOBODY = (("No one", -2.6), ("Nobody", -2.6), ("None of them", -2.6), ("Hardly anybody", -1.5))
WHO = (
    "the minister", "police", "officials", "a spokeswoman", "the newspaper", "he", "she", "analysts",
    "an aide", "the company", "local media", "two sources", "the report", "residents",
    "a government source", "the army",
)  # fmt: skip
#: Verbs of saying and thinking carry a claim of their own.
_CARRIERS = frozenset(
    """say tell add report claim announce believe think know write ask note warn argue state suggest call
    be have  do deny confirm insist explain agree describe hope want seem appear need decide reveal show
    find see feel  get come go let accord fail try refuse begin start stop continue""".split()
)


@dataclass(frozen=True, slots=True)
class _Clause:
    """A sentence in the simple past, in the parts that rewording needs."""

    subject: str
    before: str  #: between subject and verb
    verb: str  #: the past tense, or "was"/"were"
    base: str | None  #: the base form; None when passive
    participle: str  #: with the words before it; empty when active
    rest: str


def reworded(document: Any, rng: np.random.Generator, times: int = 3) -> Iterator[tuple[str, int, float]]:
    """New sentences from one parsed sentence: text, where its verb begins, and the verb's score."""
    clause = _clause(document)
    if clause is None:
        return
    yield _told(clause, clause.subject, clause.verb, 2.9, base=False)
    for kind in rng.choice(4, times, p=(0.45, 0.1, 0.15, 0.3)):
        if kind == 0:
            yield _asked(clause) if rng.random() < ASKED else _around(clause, rng)
        elif kind == 1:
            subject, score = NOBODY[rng.integers(len(NOBODY))]
            verb = "was" if clause.base is None else clause.verb
            yield _told(clause, subject, verb, score, base=False)
        elif clause.base is None:
            words, score = BEFORE_PARTICIPLE[rng.integers(len(BEFORE_PARTICIPLE))]
            yield _told(clause, clause.subject, words, score, base=False)
        elif kind == 2:
            words, score = BEFORE_PAST[rng.integers(len(BEFORE_PAST))]
            yield _told(clause, clause.subject, f"{words} {clause.verb}", score, base=False)
        else:
            words, score = BEFORE_BASE[rng.integers(len(BEFORE_BASE))]
            yield _told(clause, clause.subject, words, score, base=True)


def _clause(document: Any) -> _Clause | None:
    """The parts of a sentence that begins with its subject and has one finite verb in the past."""
    roots = [token for token in document if token.dep_ == "ROOT"]
    if len(roots) != 1 or not 5 <= len(document) <= 28 or document.text[-1] != ".":
        return None
    root = roots[0]
    kinds = {child.dep_: child for child in root.children}
    subject = kinds.get("nsubj") or kinds.get("nsubjpass")
    if subject is None or "neg" in kinds or subject.tag_ == "WP" or root.lemma_ in _CARRIERS:
        return None
    if {"ccomp", "parataxis", "expl"} & set(kinds) or subject.left_edge.i != 0:
        return None
    passive = kinds.get("auxpass")
    if passive is not None:
        if (
            "aux" in kinds
            or passive.lower_ not in {"was", "were"}
            or root.tag_ != "VBN"
            or passive.i > root.i
        ):
            return None
    elif root.tag_ != "VBD" or "aux" in kinds or not root.lemma_.isalpha():
        return None
    verb = passive if passive is not None else root
    low, end = subject.right_edge.i + 1, len(document) - 1
    if not low <= verb.i <= root.i < end or verb.i - low > 2:
        return None
    return _Clause(
        subject=document[:low].text,
        before=document[low : verb.i].text,
        verb=verb.text,
        base=None if passive is not None else root.lemma_,
        participle=document[verb.i + 1 : root.i + 1].text if passive is not None else "",
        rest=document[root.i + 1 : end].text,
    )


def _told(clause: _Clause, subject: str, verb: str, score: float, *, base: bool) -> tuple[str, int, float]:
    """The clause as a sentence, with another subject or other words before its verb."""
    last = clause.participle or (str(clause.base) if base else "")
    words = [subject, clause.before, verb, last]
    head = " ".join(word for word in words if word)
    joint = "" if clause.rest[:1] in {",", ";", ""} else " "
    return f"{head}{joint}{clause.rest}.", _last_word(head), score


def _around(clause: _Clause, rng: np.random.Generator) -> tuple[str, int, float]:
    """The clause inside another."""
    frame, score = AROUND[rng.integers(len(AROUND))]
    text, at, _ = _told(clause, clause.subject, clause.verb, score, base=False)
    inner = text[:-1]
    who = WHO[rng.integers(len(WHO))]
    before = frame[: frame.lower().index("{clause}")].replace("{who}", who)
    made = frame.replace("{clause}", _inside(inner)).replace("{Clause}", inner).replace("{who}", who)
    return made[0].upper() + made[1:], len(before) + at, score


def _asked(clause: _Clause) -> tuple[str, int, float]:
    """The clause as a question."""
    first = clause.verb.capitalize() if clause.base is None else "Did"
    subject = _inside(clause.subject)
    words = [first, subject, clause.before, clause.participle or str(clause.base)]
    head = " ".join(word for word in words if word)
    joint = "" if clause.rest[:1] in {",", ";", ""} else " "
    return f"{head}{joint}{clause.rest}?", _last_word(head), 0.4


def _inside(words: str) -> str:
    """Words that began a sentence, as they are written inside one."""
    return words[0].lower() + words[1:] if words.split(" ", 1)[0] in _DECAPITALISED else words


def _last_word(head: str) -> int:
    return head.rfind(" ") + 1


#: Words that are not names and lose their capital inside a sentence.
_DECAPITALISED = frozenset(
    """The A An This That These Those It He She They We His Her Their Its Our My Some Many Most All Both
    Several Two  Three Four Five Six Seven Eight Nine Ten One Another Other Such More Police Officials
    Investigators  Protesters Residents Workers Militants Fighters Rebels Doctors Rescuers Thousands
    Hundreds Dozens""".split()
)
