"""One story for a terminal: its head, who says what in which words, and what was not read."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Final

from rich.console import Console
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from ..story import Story
from ._digest import (
    NO_SOURCE,
    UNSURE_BELOW,
    Gap,
    Saying,
    Voice,
    age_of,
    cut,
    date_of,
    gaps,
    headline,
    sayings,
    shares,
    voices,
    word_count,
    words_of,
)
from ._visible import one_line

#: Contents over this many words are cut, with a mark that says by how many words.
LONGEST: Final = 80
#: Lines beyond this are hard to read, however wide the terminal.
WIDEST: Final = 120
#: Below this nothing can be laid out; a narrower terminal wraps by itself.
NARROWEST: Final = 20

_MARK = {"direct": "“”", "mixed": "‘’", "indirect": "··"}


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
    for part in _report(story, console.width):
        console.print(part)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def _report(story: Story, width: int) -> Iterator[Text | Padding | Rule]:
    said = sayings(story)
    grouped = voices(story, said)
    yield from _head(story)
    yield from _shares(story, said, grouped, width)
    if said:
        yield from _title("Who says what")
    for voice in grouped:
        yield from _voice(story, voice)
    if story.unread:
        yield from _title("Not read")
        for gap in gaps(story):
            yield _indented(_gap(gap), 2)


def _head(story: Story) -> Iterator[Text]:
    yield Text(one_line(headline(story) or "") or "(no headline)", "bold")
    date = date_of(story)
    facts = (
        story.outlet or "outlet not known",
        date[0] if date else _no_date(story),
        story.language or "language not known",
        _count(word_count(story), "word"),
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


def _shares(story: Story, said: tuple[Saying, ...], grouped: tuple[Voice, ...], width: int) -> Iterator[Text]:
    yield Text()
    if not isinstance(story.attributions, tuple):
        yield Text("Attributions were not looked for.")
        return
    parts = shares(story)
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
    if not said:
        yield Text("No attribution was found.")
        return
    named = sum(voice.words is not None for voice in grouped)
    unsure = sum(saying.unsure for saying in said)
    counts = f"{_count(len(said), 'attribution')}, {_count(named, 'source')} as worded"
    yield Text(counts + (f", {unsure} unsure (confidence below {UNSURE_BELOW:.2f})" if unsure else ""))


def _voice(story: Story, voice: Voice) -> Iterator[Text | Padding]:
    yield Text()
    name = one_line(voice.words) if voice.words is not None else NO_SOURCE
    yield Text(name, "bold yellow" if voice.words is not None else "italic")
    for saying in voice.sayings:
        yield _indented(_how(story, saying), 2)
        yield _indented(_what(story, saying), 5)


def _how(story: Story, saying: Saying) -> Text:
    found = saying.attribution
    line = Text(f"{_MARK[found.quotation]} ").append(found.quotation, "dim")
    cue = one_line(words_of(story, found.cue))
    if cue:
        line.append(" · ", "dim").append(cue, "cyan")
    if saying.role != "body":
        line.append(" · ", "dim").append(f"in the {saying.role}", "magenta")
    if saying.unsure:
        line.append(" · ", "dim").append(f"unsure {found.confidence:.2f}", "bold red")
    return line


def _what(story: Story, saying: Saying) -> Text:
    words, left_out = cut(words_of(story, saying.attribution.content), LONGEST)
    line = Text(one_line(words))
    return line.append(f" [+{_count(left_out, 'word')}]", "dim") if left_out else line


def _gap(gap: Gap) -> Text:
    line = Text(one_line(gap.what))
    if gap.places > 1:
        line.append(f", {gap.places} times")
    if gap.words:
        line.append(f", {_count(gap.words, 'word')}: ").append(one_line(gap.excerpt))
    return line.append(f" – {one_line(gap.why)}", "dim")


def _title(name: str) -> tuple[Text, Rule]:
    return Text(), Rule(Text(name, "bold"), align="left", style="dim")


def _indented(line: Text, columns: int) -> Padding:
    return Padding(line, (0, 0, 0, columns), expand=False)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
