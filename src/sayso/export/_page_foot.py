"""What stands below the story on the page: what was not read, the dates, and how it was made."""

from __future__ import annotations

from ..story import Story
from ._facts import Gap, gaps, when, why_of
from ._visible import as_html


def foot(story: Story) -> str:
    """The inside of the page's footer."""
    return _unread(story) + _dates(story) + _made(story)


def _unread(story: Story) -> str:
    if not story.unread:
        return ""
    items = "".join(f"<li>{_gap(gap)}</li>" for gap in gaps(story))
    return f'<section aria-labelledby="unread"><h2 id="unread">Not read</h2>\n<ul>{items}</ul></section>\n'


def _gap(gap: Gap) -> str:
    often = f", {gap.places} times" if gap.places > 1 else ""
    words = f", {gap.words:,} words: <q>{as_html(gap.excerpt)}</q>" if gap.words else ""
    return f"<b>{as_html(gap.what)}</b>{often}{words} – {as_html(gap.why)}"


def _dates(story: Story) -> str:
    if not story.dates:
        return ""
    rows = "".join(
        f"<li><b>{as_html(when(date.value))}</b>{' (taken)' if date.chosen else ''} – "
        f"{as_html(why_of(date))}</li>"
        for date in story.dates
    )
    heading = '<h2 id="dates">Dates the page gives</h2>'
    return f'<section aria-labelledby="dates">{heading}\n<ul>{rows}</ul></section>\n'


def _made(story: Story) -> str:
    taken = story.input
    retrieved = f", retrieved {as_html(when(taken.retrieved))}" if taken.retrieved else ""
    made = f"sayso {story.made_by.sayso}, model {story.made_by.model}" if story.made_by else "sayso"
    return (
        f'<p class="minor">Made by {as_html(made)} from {as_html(taken.kind)} <bdi>{as_html(taken.ref)}</bdi>'
        f"{retrieved}. SHA-256 {as_html(taken.sha256)}. Found by a model: it can be wrong, and says nothing "
        "about whether what is said is so.</p>\n"
    )
