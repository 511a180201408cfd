"""Makes many story documents out of a few readings, for measuring a ledger: no model is needed.

A group takes one to five readings about one event and gives them names, figures and most words of its own,
so that it is another event; each of its stories is one of the readings with some sentences dropped and some
figures changed. All offsets are moved with the text. The same seed gives the same stories.
"""

from __future__ import annotations

import hashlib
import json
import math
import random
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

SENTENCE = re.compile(r"(?<=[.!?”\"])\s+")
WORD = re.compile(r"[^\W\d_]{4,}|\d[\d,]*")
SYLLABLES = (
    "ba bel bra cor dan del dor fen gal gor hal hel ivo jan kar kel lan lor mar mel nor ost par pel".split()
)
SYLLABLES += "quin ral ren ros sal sev tan tor ul val ven vor wel wyn yar zan".split()
#: The share of a group's longer words that are its own.
OWN_WORDS = 0.75
LARGEST = 200


@dataclass(frozen=True)
class Reading:
    """A story document and the event it is about."""

    document: dict[str, Any]
    event: str


def load(readings: Path, events: Path | None = None) -> list[Reading]:
    """Readings from `sayso read --jsonl`; `events` gives the event (`cluster`) of each id."""
    known = {}
    if events is not None:
        rows = map(json.loads, events.read_text("utf8").splitlines())
        known = {row["id"]: row.get("cluster", row["id"]) for row in rows}
    documents = [json.loads(line) for line in readings.read_text("utf8").splitlines()]
    return [Reading(one, known.get(one["id"], one["id"])) for one in documents if "text" in one]


def make(readings: Sequence[Reading], count: int, seed: int) -> Iterator[tuple[dict[str, Any], int]]:
    """Documents and the group each belongs to; sizes from 1 to 200, the logarithm evenly spread.

    Groups overlap in time: a story comes at most some hundred places from where its group began.
    """
    rng = random.Random(seed)
    vocabulary = sorted(
        {word for one in readings for word in re.findall(r"\b[a-z]{5,9}\b", one.document["text"])}
    )
    by_event: dict[str, list[Reading]] = {}
    for one in readings:
        by_event.setdefault(one.event, []).append(one)
    events = sorted(by_event)
    plan: list[tuple[float, int, Reading, int]] = []
    group = 0
    while len(plan) < count:
        size = min(int(math.exp(rng.uniform(0, math.log(LARGEST + 1)))), count - len(plan))
        bases = rng.sample(few := by_event[rng.choice(events)], min(5, len(few)))
        begins = len(plan)
        for number in range(size):
            plan.append((begins + rng.uniform(0, 400), group, rng.choice(bases), number))
        group += 1
    plan.sort(key=lambda one: one[:2])
    own: dict[int, Renaming] = {}
    for _, group, base, number in plan:
        renaming = own.setdefault(group, Renaming(f"{seed}/{group}", vocabulary))
        yield (
            _varied(base.document, renaming, random.Random(f"{seed}/{group}/{number}"), f"g{group}-{number}"),
            group,
        )


class Renaming:
    """What a group calls things: capitalised words, figures and most of the longer words are its own."""

    def __init__(self, seed: str, vocabulary: Sequence[str]) -> None:
        self._seed, self._vocabulary = seed, vocabulary
        self._known: dict[str, str] = {}

    def __call__(self, word: str) -> str:
        """The group's word for a word."""
        if word not in self._known:
            self._known[word] = self._made(word, random.Random(f"{self._seed}/{word}"))
        return self._known[word]

    def _made(self, word: str, rng: random.Random) -> str:
        if word[0].isdigit():
            return _figure(word, rng)
        if word[0].isupper():
            return "".join(rng.choices(SYLLABLES, k=2)).capitalize() if len(word) > 4 else word
        return rng.choice(self._vocabulary) if len(word) >= 5 and rng.random() < OWN_WORDS else word


def _figure(word: str, rng: random.Random) -> str:
    digits = len(word.replace(",", ""))
    return str(rng.randrange(10 ** (digits - 1), 10**digits))


class _Edited:
    """A text after some of its pieces were replaced; knows where every old offset has gone."""

    def __init__(self, text: str, edits: Sequence[tuple[int, int, str]]) -> None:
        parts, self._olds, self._news = [], [0], [0]
        self._cuts: list[tuple[int, int]] = []
        at = size = 0
        for start, end, new in edits:
            parts += [text[at:start], new]
            size += start - at + len(new)
            at = end
            self._olds.append(end)
            self._news.append(size)
            if not new:
                self._cuts.append((start, end))
        parts.append(text[at:])
        self.text = "".join(parts)
        self._edits = edits

    def move(self, offset: int) -> int:
        place = bisect_right(self._olds, offset) - 1
        moved = self._news[place] + offset - self._olds[place]
        following = self._news[place + 1] if place + 1 < len(self._news) else len(self.text)
        return min(moved, following)

    def span(self, span: Sequence[int]) -> list[int] | None:
        start, end = self.move(span[0]), self.move(span[1])
        return [start, end] if start < end or span[0] == span[1] else None

    def keeps(self, span: Sequence[int]) -> bool:
        """Whether nothing of it was cut out."""
        place = bisect_right(self._cuts, (span[0], math.inf))
        around = self._cuts[max(0, place - 1) : place + 1]
        return all(cut[1] <= span[0] or span[1] <= cut[0] for cut in around)


def _varied(document: dict[str, Any], renaming: Renaming, rng: random.Random, id: str) -> dict[str, Any]:
    """One story of a group."""
    text = document["text"]
    bounds = [0, *(match.end() for match in SENTENCE.finditer(text)), len(text)]
    drop = rng.uniform(0.1, 0.5)
    edits: list[tuple[int, int, str]] = []
    for start, end in pairwise(bounds):
        if start and rng.random() < drop:
            edits.append((start, end, ""))
            continue
        for match in WORD.finditer(text, start, end):
            word = match[0]
            changed = _figure(word, rng) if word[0].isdigit() and rng.random() < 0.2 else renaming(word)
            if changed != word:
                edits.append((match.start(), match.end(), changed))
    edited = _Edited(text, edits)
    name = lambda words: WORD.sub(lambda match: renaming(match[0]), words) if words else words  # noqa: E731
    made = _Mover(edited, name).document(document)
    digest = hashlib.sha256(edited.text.encode()).hexdigest()
    day = 1 + int(id.split("-")[0][1:]) % 28
    return made | {
        "id": id,
        "text": edited.text,
        "url": None,
        "headline": name(document.get("headline")),
        "outlet": f"Outlet {rng.randrange(37)}",
        "published": f"2024-03-{day:02}T{rng.randrange(24):02}:00:00+00:00",
        "input": {"kind": "jsonl", "ref": id, "sha256": digest, "retrieved": None},
    }


class _Mover:
    """Carries what a document holds over to its edited text; what lost a part of itself is left out."""

    def __init__(self, edited: _Edited, name: Any) -> None:
        self._edited, self._name = edited, name

    def document(self, old: dict[str, Any]) -> dict[str, Any]:
        said = [self._attribution(one) for one in old["attributions"] if self._whole(one["content"])]
        kept = {one["id"] for one in said}
        for one in said:
            one["within"] = one["within"] if one.get("within") in kept else None
        figures = [one for one in old.get("figures", ()) if self._whole(one["spans"])]
        voice = [one for one in old.get("voice", ()) if self._edited.keeps((one["start"], one["end"]))]
        return old | {
            "blocks": [one | self._ends(one) for one in old["blocks"]],
            "links": [],
            "credits": [one | {"spans": self._spans(one["spans"])} for one in old["credits"]],
            "dates": [],
            "unread": [],
            "sources": [self._source(one) for one in old["sources"]],
            "attributions": said,
            "records": [
                one | {"spans": self._spans(one["spans"])}
                for one in old["records"]
                if self._whole(one["spans"])
            ],
            "voice": [one | self._ends(one) | {"hedges": self._hedges(one["hedges"])} for one in voice],
            "figures": [
                one
                | {"spans": self._spans(one["spans"]), "what": self._name(one["what"])}
                | {"attribution": one["attribution"] if one["attribution"] in kept else None}
                for one in figures
            ],
            "headline_check": None,
            "caption_checks": [],
        }

    def _attribution(self, one: dict[str, Any]) -> dict[str, Any]:
        moved = one | {part: self._spans(one[part]) for part in ("source", "cue", "content")}
        moved["hops"] = [hop | {"cue": self._spans(hop["cue"])} for hop in one["hops"]]
        moved["hedges"] = self._hedges(one["hedges"])
        moved["evidence"] = [each | {"spans": self._spans(each["spans"])} for each in one["evidence"]]
        return moved

    def _source(self, one: dict[str, Any]) -> dict[str, Any]:
        moved = one | {
            "name": self._name(one["name"]),
            "aliases": [self._name(alias) for alias in one["aliases"]],
        }
        for part in ("mentions", "number", "body"):
            moved[part] = self._spans(one.get(part, ()))
        if described := one.get("description"):
            moved["description"] = {
                "words": self._name(described["words"]),
                "spans": self._spans(described["spans"]),
            }
        moved["anonymity"] = None
        return moved

    def _hedges(self, hedges: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [one | {"spans": self._spans(one["spans"])} for one in hedges]

    def _whole(self, spans: list[list[int]]) -> bool:
        return bool(spans) and all(map(self._edited.keeps, spans)) and len(self._spans(spans)) == len(spans)

    def _spans(self, spans: Sequence[Sequence[int]]) -> list[list[int]]:
        return [moved for span in spans if (moved := self._edited.span(span)) is not None]

    def _ends(self, one: dict[str, Any]) -> dict[str, int]:
        return {"start": self._edited.move(one["start"]), "end": self._edited.move(one["end"])}
