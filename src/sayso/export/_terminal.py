"""One story for a terminal: its head, its claims by source, its own voice, and what was not read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Final

from rich.console import Console
from rich.rule import Rule
from rich.text import Text

from ..story import Story
from ._digest import Digest
from ._facts import Gap, age_of, date_of, gaps, headline, plural, word_count
from ._sayings import UNSURE_BELOW
from ._terminal_claims import claims_by_source, own_voice
from ._terminal_lines import Line, indented, title
from ._terminal_top import check_lines, record_lines, summary_lines
from ._visible import one_line

#: Lines beyond this are hard to read, however wide the terminal.
WIDEST: Final = 120
#: Below this nothing can be laid out; a narrower terminal wraps by itself.
NARROWEST: Final = 20


def terminal_report(story: Story, *, width: int, colour: bool) -> str:
    """The report as text of at most `width` columns, with ANSI styles only when `colour` is true.

    `NO_COLOR` in the environment takes the colours out of it even then. No control character of the
    story's text comes through.
    """
    out = io.StringIO()
    console = Console(
        file=out,
        width=min(max(width, NARROWEST), WIDEST),
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        highlight=False,
    )
    for part in _report(Digest(story), console.width):
        console.print(part)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _report(digest: Digest, width: int) -> Iterator[Line | Rule]:
    story = digest.story
    yield Text(one_line(headline(story) or "") or "(no headline)", "bold")
    yield from check_lines(digest)
    yield from _facts(story)
    yield Text()
    yield from summary_lines(digest)
    yield from _shares(digest, width)
    yield from record_lines(digest)
    if digest.groups:
        yield from title("Who says what")
    yield from claims_by_source(digest)
    yield from own_voice(digest)
    if story.unread:
        yield from title("Not read")
        for gap in gaps(story):
            yield indented(_gap(gap), 2)


def _facts(story: Story) -> Iterator[Text]:
    date = date_of(story)
    facts = (
        story.outlet or "outlet not known",
        date[0] if date else _no_date(story),
        story.language or "language not known",
        plural(word_count(story), "word"),
    )
    yield Text(" · ".join(one_line(fact) for fact in facts))
    if date:
        yield Text(f"date from {one_line(date[1])}", "dim")
    if story.credits:
        yield Text("with material from " + ", ".join(one_line(credit.name) for credit in story.credits))
    if story.url:
        yield Text(one_line(story.url), "dim")


def _no_date(story: Story) -> str:
    age = age_of(story)
    return f"date not known (the page says “{one_line(age)}”)" if age else "date not known"


def _shares(digest: Digest, width: int) -> Iterator[Text]:
    if not digest.looked:
        yield Text("Attributions were not looked for.")
        return
    parts = digest.shares
    if parts:
        long = min(width, 60)
        full, half = round(long * parts.attributed / 100), round(long * parts.naming / 100)
        yield Text("█" * full, "blue").append("▒" * half, "yellow").append("░" * (long - full - half), "dim")
        yield (
            Text(f"█ {parts.attributed} % attributed", "bold")
            .append(f"   ▒ {parts.naming} % naming who says it", "not bold")
            .append(f"   ░ {parts.own} % in the outlet's own voice", "not bold")
            .append(f"   of {parts.words:,} words of body text", "not bold dim")
        )
    if not digest.said:
        yield Text("No attribution was found.")
        return
    named = sum(not group.nobody for group in digest.groups)
    sources = plural(named, "source") + ("" if digest.resolved else " as worded")
    counts = f"{plural(len(digest.said), 'attribution')}, {sources}"
    doubt = f", {digest.unsure} unsure (confidence below {UNSURE_BELOW:.2f})" if digest.unsure else ""
    yield Text(counts + doubt)


def _gap(gap: Gap) -> Text:
    line = Text(one_line(gap.what))
    if gap.places > 1:
        line.append(f", {gap.places} times")
    if gap.words:
        line.append(f", {plural(gap.words, 'word')}: ").append(one_line(gap.excerpt))
    return line.append(f" – {one_line(gap.why)}", "dim")
