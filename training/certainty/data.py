"""The annotated stories with what the reader finds in them, sentence by sentence, and their folds."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import msgspec

from sayso import pipeline
from sayso.intake import Record
from sayso.story import Attribution, Certainty
from sayso.weighing._certainty_signs import signs, touching

_WORD = re.compile(r"\w+")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its story's index, its signs, which levels have words, and its level if annotated."""

    story: int
    signs: dict[str, float]
    spoken_for: frozenset[Certainty]
    level: Certainty | None


def load(path: Path, cache: Path | None) -> tuple[list[dict], list[Sentence]]:
    """The stories of a gold file and their sentences; what the reader finds is kept in `cache`."""
    stories = [json.loads(line) for line in path.read_text("utf8").splitlines() if line.strip()]
    known = _cached(cache)
    sentences = []
    for number, story in enumerate(stories):
        found = known.get(story["id"])
        if found is None:
            read = pipeline.read(Record(text=story["text"]), any_language=True, until="reading")
            found = known[story["id"]] = list(read.attributions or ())
        unsettled = set(map(str, story.get("unsettled", ())))
        for index, (start, end) in enumerate(story["sentence_spans"]):
            if str(index) in unsettled:
                continue
            made = signs(story["text"], (start, end), touching((start, end), found))
            levels = frozenset(one.leans_to for one in made.found)
            gold = story["sentences"].get(str(index), {}).get("certainty")
            sentences.append(Sentence(number, made.strengths, levels, gold))
    if cache:
        cache.write_bytes(msgspec.json.encode(known))
    return stories, sentences


def folds(stories: list[dict], count: int = 5) -> list[int]:
    """A fold for each story; stories of one event (shared passages or names) are never parted."""
    events = _events(stories)
    sizes = Counter()
    for event, story in zip(events, stories, strict=True):
        sizes[event] += len(story["sentences"])
    loads, fold_of = [0] * count, {}
    for event in sorted(sizes, key=lambda event: (-sizes[event], event)):
        lightest = loads.index(min(loads))
        fold_of[event] = lightest
        loads[lightest] += sizes[event]
    return [fold_of[event] for event in events]


def _cached(cache: Path | None) -> dict[str, list[Attribution]]:
    if cache is None or not cache.exists():
        return {}
    return msgspec.json.decode(cache.read_bytes(), type=dict[str, list[Attribution]])


def _events(stories: list[dict], shingle: int = 6, shared: int = 8, names: int = 3) -> list[int]:
    """The lowest story index of each story's event."""
    parent = list(range(len(stories)))

    def root(one: int) -> int:
        while parent[one] != one:
            one = parent[one]
        return one

    passages, people = [], []
    for story in stories:
        words = _WORD.findall(story["text"].lower())
        passages.append(set(zip(*(words[n:] for n in range(shingle)), strict=False)))
        often = Counter(_NAME.findall(story["text"])).most_common(6)
        people.append({name for name, times in often if times > 1})
    for one in range(len(stories)):
        for other in range(one):
            alike = len(passages[one] & passages[other]) >= shared
            if alike or len(people[one] & people[other]) >= names:
                low, high = sorted((root(one), root(other)))
                parent[high] = low
    return [root(one) for one in range(len(stories))]
