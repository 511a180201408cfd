"""All places in a story that mean a source, and what it is called there."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..story import Span, Spans
from ._entities import Entity
from ._phrase import Phrase, parse
from ._span_index import SpanIndex
from ._words import words


@dataclass(frozen=True, slots=True)
class Naming:
    """How one mention is worded."""

    text: str
    names: Container[str]
    use_list: bool

    def phrase(self, span: Span) -> Phrase | None:
        """A mention taken apart."""
        return parse(self.text, span, use_list=self.use_list, names=self.names)

    def without_apposition(self, span: Span) -> Span:
        """ "Anna Lund" in "Anna Lund, who leads the crews"; a description is one with what follows."""
        phrase = self.phrase(span)
        if (
            phrase is None
            or phrase.form != "name"
            or not span[0] <= phrase.name[0] < phrase.name[1] <= span[1]
        ):
            return span
        return span[0], phrase.name[1]

    def aliases(self, name: str, mentions: Iterable[Span]) -> tuple[str, ...]:
        """The short forms by which a story calls a source, apart from its name; pronouns are none."""
        seen = {" ".join(name.split()).casefold()}
        out = []
        for shape in (one for span in mentions for one in self._called(span)):
            if shape.casefold() not in seen:
                seen.add(shape.casefold())
                out.append(shape)
        return tuple(out)

    def _called(self, span: Span) -> Iterator[str]:
        phrase = self.phrase(span)
        if phrase is None or phrase.form == "pronoun":
            return
        start, end = phrase.name
        if phrase.description and start < phrase.description[0] < end:
            end = phrase.description[0]
        yield " ".join(self.text[start:end].strip(" ,;:–—-(").split())
        if phrase.short:
            yield phrase.short


def outermost(spans: Iterable[Span]) -> Spans:
    """Without those inside others, in the order of the text."""
    out: list[Span] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not out or end > out[-1][1]:
            out.append((start, end))
    return tuple(out)


def more_mentions(
    text: str, sentences: Sequence[Span], known: Iterable[tuple[Span, object]], entities: Iterable[Entity]
) -> Iterator[tuple[Span, Entity]]:
    """Single names that were passed over since a capital there may only begin a sentence."""
    taken = SpanIndex(known)
    singles = _singles(entities)
    for sentence in sentences:
        every = words(text, *sentence)
        beside = {after.start for before, after in pairwise(every) if text[before.end : after.start] == " "}
        for index, word in enumerate(every):
            entity = singles.get(word.low) if word.capital else None
            if entity is None or any(True for _ in taken.over(word.start, word.end)):
                continue
            following = every[index + 1] if index + 1 < len(every) else None
            longer = following and following.start in beside and following.capital and not word.possessive
            if not longer:
                yield (word.start, word.start + len(word.bare)), entity


def _singles(entities: Iterable[Entity]) -> dict[str, Entity]:
    """Words that stand for one entity only: its one-word name, a person's first or last name."""
    found: dict[str, list[Entity]] = {}
    for entity in entities:
        if not entity.named or not entity.key:
            continue
        forms = {entity.key[0], entity.key[-1]} if entity.kind == "person" or len(entity.key) == 1 else set()
        for form in forms:
            found.setdefault(form, []).append(entity)
    return {form: who[0] for form, who in found.items() if len(who) == 1 and len(form) > 2}
