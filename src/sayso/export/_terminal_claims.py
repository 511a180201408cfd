"""Who says what, for a terminal: every source with its claims, and then the outlet's own voice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from rich.rule import Rule
from rich.text import Text

from ..story import Source
from ._certainty_words import certainty_words, evidence_words, hedge_words, stance_words
from ._chain_words import Way, in_words, unclear_words
from ._digest import Digest
from ._facts import plural
from ._figure_words import Counted
from ._groups import Group, unheard
from ._own_voice import own_words
from ._sayings import NO_SOURCE, Saying, known
from ._source_words import about_source, kind_of
from ._spans import excerpt, words_of
from ._terminal_lines import Line, indented, joined, marked, quoted, title
from ._visible import one_line

#: Contents over this many words are cut, with a mark that says by how many words.
LONGEST: Final = 80

_MARK = {"direct": "“”", "mixed": "‘’", "indirect": "··"}


def claims_by_source(digest: Digest) -> Iterator[Line]:
    """Every source, what is known of it, and what it says."""
    for group in digest.groups:
        yield Text()
        yield _name(group)
        if group.source is not None:
            yield from _about(digest, group.source)
        for saying in group.sayings:
            yield from _saying(digest, saying, 2)
        for words, sayings in group.pointers:
            yield indented(Text(f"{words} {_numbers(sayings)}", "dim"), 2)
        for record in group.records:
            yield indented(Text(f"{record.kind}: ", "magenta").append_text(quoted(record.words)), 2)
    others = unheard(digest.names, digest.groups)
    if others:
        yield Text()
        yield Text("nothing attributed to: " + ", ".join(one_line(name) for name in others), "dim")


def own_voice(digest: Digest) -> Iterator[Line | Rule]:
    """The sentences in the outlet's own voice, and the figures in them."""
    figures = digest.figures(None)
    if not digest.own and not figures:
        return
    yield from title("In the outlet's own voice")
    if digest.own:
        yield Text(own_words(digest.own), "dim")
    for sentence in digest.own:
        line = Text("· ").append_text(marked(sentence.words))
        line.append(f" [+{plural(sentence.words.left_out, 'word')}]" if sentence.words.left_out else "")
        if sentence.certainty:
            line.append(f" – {sentence.certainty}", "magenta").append_text(_hedges(sentence.hedges))
        yield indented(line, 2)
    yield from _figures(figures, 2)


def _name(group: Group) -> Text:
    title = one_line(group.title)
    if group.nobody:
        return Text(title, "italic")
    line = Text(title, "bold yellow")
    return line.append(f" · {kind_of(group.source)}", "not bold dim") if group.source is not None else line


def _about(digest: Digest, source: Source) -> Iterator[Line]:
    for label, words in about_source(digest.story, source):
        yield indented(Text(f"{label} ", "dim").append(one_line(words)), 2)


def _saying(digest: Digest, saying: Saying, columns: int) -> Iterator[Line]:
    story, found = digest.story, saying.attribution
    yield indented(_how(digest, saying), columns)
    way = digest.way(saying)
    if way is not None:
        yield from (indented(line, columns + 3) for line in _way(way))
    elif columns > 2:  # inside another's words, where no heading names it
        name = one_line(words_of(story, found.source)) or NO_SOURCE
        yield indented(Text(name, "yellow"), columns + 3)
    words = excerpt(story, found.content, saying.hedges, LONGEST)
    line = marked(words)
    line.append(f" [+{plural(words.left_out, 'word')}]" if words.left_out else "", "dim")
    yield indented(line, columns + 3)
    hedges = _hedges(hedge_words(story, known(found.hedges, ())))
    certainty = Text(certainty_words(found), "magenta")
    if certainty or hedges:
        yield indented((certainty or Text("weakened", "magenta")).append_text(hedges), columns + 3)
    for kind, rests_on in evidence_words(story, found):
        line = Text("rests on ", "dim").append(kind)
        yield indented(line.append(": ").append_text(quoted(rests_on)) if rests_on else line, columns + 3)
    yield from _figures(digest.figures(saying), columns + 3)
    for inner in digest.held.get(saying.number, ()):
        yield from _saying(digest, inner, columns + 3)


def _how(digest: Digest, saying: Saying) -> Text:
    story, found = digest.story, saying.attribution
    first = Text(f"{_MARK[found.quotation]} ").append(found.quotation, "dim")
    if digest.resolved:
        first = Text(f"{saying.number} ", "bold").append_text(first)
    return joined(
        [
            first,
            Text(one_line(words_of(story, found.cue)), "cyan"),
            Text(one_line(stance_words(story, found)), "cyan"),
            Text(f"in the {saying.role}" if saying.role != "body" else "", "magenta"),
            Text(f"unsure {found.confidence:.2f}" if saying.unsure else "", "bold red"),
        ]
    )


def _way(way: Way) -> Iterator[Text]:
    if way.garbled is not None:
        line = Text("garbled chain, not repaired", "bold red")
        yield line.append(": ", "not bold").append_text(quoted(way.garbled)) if way.garbled else line
    if way.steps:
        yield Text(one_line(way.path), "green")
    for steps in way.also:
        yield Text("also ", "dim").append(one_line(in_words(steps)), "green")
    if way.unclear:
        yield Text(one_line(unclear_words(way)), "bold red")
    for maybe in way.maybe:
        if maybe.why:
            yield Text(f"  {one_line(maybe.name)}: {one_line(maybe.why)}", "dim")
    if len(way.steps) > 1 or way.garbled is not None:
        for step in way.steps:
            cue = f"“{one_line(step.cue)}” " if step.cue.strip() else ""
            if cue or step.why:
                yield Text(f"  {one_line(step.name)}: {cue}{one_line(step.why)}", "dim")


def _hedges(hedges: Iterable[tuple[str, str]]) -> Text:
    line = Text()
    for words, holder in hedges:
        line.append(", " if line else ": ", "dim").append_text(quoted(words, "underline magenta"))
        line.append(f" ({holder})", "dim")
    return line


def _figures(figures: Iterable[Counted], columns: int) -> Iterator[Line]:
    for figure in figures:
        line = Text("figure ", "dim").append_text(quoted(figure.words))
        yield indented(line.append(f" – {one_line(figure.reading)}", "dim"), columns)


def _numbers(sayings: Iterable[Saying]) -> str:
    return ", ".join(str(saying.number) for saying in sayings)
