"""Small pieces of the page: words with marks, ways, hedges, figures, and how sure a reading is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ._chain_words import READER, UNCLEAR, Step, Way, unclear_words
from ._figure_words import Counted
from ._sayings import Saying
from ._spans import Excerpt
from ._visible import as_html

ARROW = " <i>←</i> "


def marked(words: Excerpt) -> str:
    """An excerpt with its marks underlined."""
    return "".join(
        f'<u class="hedge">{as_html(run)}</u>' if mark else as_html(run) for run, mark in words.runs
    )


def way(found: Way, sections: Mapping[str, int]) -> str:
    """The way of a claim: a path whose steps lead to the sources, with what is unclear or garbled in it."""
    lines = []
    ending = f'{ARROW}<b class="doubt">{UNCLEAR}</b>' if found.unclear else ""
    if found.garbled is not None:
        words = f': <q dir="auto">{as_html(found.garbled)}</q>' if found.garbled.strip() else ""
        lines.append(f'<p class="path"><b class="doubt">garbled chain, not repaired</b>{words}</p>')
    if found.steps:
        lines.append(f'<p class="path">{_path(found.steps, sections)}{ending}</p>')
    lines += [f'<p class="path">also {_path(steps, sections)}</p>' for steps in found.also]
    if found.unclear:
        lines.append(f'<p class="path"><b class="doubt">{as_html(unclear_words(found))}</b></p>')
    lines += [
        f'<p class="why"><bdi>{as_html(one.name)}</bdi>: {as_html(one.why)}</p>'
        for one in found.maybe
        if one.why
    ]
    return "".join(lines)


def reasons(found: Way) -> str:
    """Which words show each step's part, and by which rule."""
    told = []
    for step in found.steps:
        cue = f'<q dir="auto">{as_html(step.cue)}</q> ' if step.cue.strip() else ""
        if cue or step.why:
            told.append(f"<li><bdi>{as_html(step.name)}</bdi>: {cue}{as_html(step.why)}</li>")
    return f'<ul class="why">{"".join(told)}</ul>' if told else ""


def hedges(found: Iterable[tuple[str, str]]) -> str:
    """The words that weaken, and whose they are."""
    listed = ", ".join(
        f'<q dir="auto"><u class="hedge">{as_html(words)}</u></q> ({holder})' for words, holder in found
    )
    return f": {listed}" if listed else ""


def figures(found: Iterable[Counted]) -> str:
    """Figures, each with the story's words and their reading."""
    return "".join(
        f'<p class="fact"><span class="kind">figure</span> <q dir="auto">{as_html(one.words)}</q> – '
        f"{as_html(one.reading)}</p>"
        for one in found
    )


def confidence(saying: Saying) -> str:
    """How sure the reading is."""
    value = f"{saying.attribution.confidence:.2f}"
    return f'<b class="doubt">unsure {value}</b>' if saying.unsure else f"confidence {value}"


def _path(steps: Iterable[Step], sections: Mapping[str, int]) -> str:
    named = [_step(step, sections) for step in steps]
    return ARROW.join([f"<span>{READER}</span>", *named])


def _step(step: Step, sections: Mapping[str, int]) -> str:
    name = f"<bdi>{as_html(step.name)}</bdi>"
    section = sections.get(step.id)
    return f'<a href="#s{section}">{name}</a>' if section is not None else name
