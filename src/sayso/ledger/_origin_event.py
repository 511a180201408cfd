"""What all stories of an event together show of its people: whom they speak for and whom they write for."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ._group_view import SourceRow, StoryView
from ._names import role_words
from ._origin_names import EventNames, Known
from ._speakers import acts_for, spoken_for

_JOURNALIST: Final = re.compile(
    r"\b(?:reporters?|editors?|writers?|journalists?|correspondents?|columnists?|bloggers?|contributors?)\b",
    re.IGNORECASE,
)
_MOST_TEXT: Final = 100_000


class EventPeople:
    """Looks up, over all stories of an event, what a named person does.

    `speaks_for` gives the body of a spokesperson, `writes_for` the outlet of a journalist, `acts_for` role
    and person of an agent, `roles` the words that stories describe somebody with.
    """

    def __init__(
        self, stories: Sequence[StoryView], sources: Mapping[int, SourceRow], names: EventNames
    ) -> None:
        self.roles: dict[str, set[str]] = defaultdict(set)
        self._speaks: dict[str, tuple[str, str]] = {}
        self._acts: dict[str, tuple[str, str]] = {}
        self._writes: dict[str, Known | None] = {}
        self._texts = {story.story: story.text[:_MOST_TEXT] for story in stories}
        self._in: dict[str, set[int]] = defaultdict(set)
        self._outlets: dict[str, set[str]] = defaultdict(set)
        self._persons: dict[str, set[str]] = defaultdict(set)
        self._described: dict[str, set[str]] = defaultdict(set)
        self._met: Counter[str] = Counter()
        self._known: dict[str, Known] = {}
        for source in sorted(sources.values(), key=lambda s: s.source):
            known = names.find(source.name, source.kind, source.source)
            if source.kind == "outlet" and known.kind == "outlet":
                self._met[known.key] += 1
                self._outlets[known.key].update((source.name, *source.aliases))
                self._known.setdefault(known.key, known)
            elif source.kind == "person":
                self._person(source, known)

    def _person(self, source: SourceRow, known: Known) -> None:
        self._persons[known.key].add(source.name)
        self._in[known.key].add(source.story)
        if not source.description:
            return
        self._described[known.key].add(source.description)
        self.roles[known.key] |= role_words(source.description)
        body = spoken_for(f"{source.description} {source.name}", source.description)
        if body:
            self._speaks.setdefault(known.key, (body, source.description))
        acts = acts_for("", source.description)
        if acts:
            self._acts.setdefault(known.key, acts)

    def speaks_for(self, person: Known) -> tuple[str, str] | None:
        """The body somebody speaks for, and the words that say so."""
        return self._speaks.get(person.key)

    def acts_for(self, person: Known) -> tuple[str, str] | None:
        """The role in which somebody acts for a person, and the person."""
        return self._acts.get(person.key)

    def writes_for(self, person: Known) -> Known | None:
        """The outlet whose journalist somebody is: a story has "the Post's Jane Roe" or describes her so."""
        if person.key not in self._writes:
            self._writes[person.key] = self._outlet_of(person)
        return self._writes[person.key]

    def _outlet_of(self, person: Known) -> Known | None:
        """The outlet that a story puts before a journalist's name, or that a description of one names."""
        described = sorted(self._described[person.key])
        by_use = sorted(self._outlets.items(), key=lambda pair: (-self._met[pair[0]], pair[0]))
        for words in described:
            for key, outlets in by_use:
                if words in outlets or (
                    _JOURNALIST.search(words) and any(_stands(name, words) for name in outlets)
                ):
                    return self._known[key]
        if described and not any(_JOURNALIST.search(words) for words in described):
            return None
        names = _either(self._persons[person.key])
        for key, outlets in by_use:
            pattern = re.compile(
                rf"\b(?:{_either(outlets)})(?:['’]s?|\s+{_JOURNALIST.pattern})\s+(?:{names})\b"
                rf"|\b(?:{names}),?\s+(?:of|writing for|writes for)\s+(?:the\s+)?(?:{_either(outlets)})\b"
            )
            if any(pattern.search(self._texts.get(story, "")) for story in sorted(self._in[person.key])):
                return self._known[key]
        return None


def _either(names: Iterable[str]) -> str:
    """A pattern for any of some names, the longest first."""
    return (
        "|".join(re.escape(name) for name in sorted(names, key=lambda n: (-len(n), n)) if len(name) > 1)
        or r"(?!)"
    )


def _stands(name: str, words: str) -> bool:
    return len(name) > 2 and re.search(rf"\b{re.escape(name)}\b", words) is not None
