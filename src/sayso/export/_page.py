"""One story as a page: self-contained, without script, usable by mouse, finger, keyboard and ear."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files
from typing import Final

from ..story import Story
from ._digest import (
    NO_SOURCE,
    UNSURE_BELOW,
    Gap,
    Saying,
    Shares,
    Voice,
    cut,
    date_of,
    gaps,
    headline,
    sayings,
    shares,
    voices,
    when,
    why_of,
    word_count,
    words_of,
)
from ._marked import MarkedText, web_address
from ._visible import as_html, one_line

#: The list cuts contents over this many words, with a mark: the whole is one link away in the story.
LONGEST: Final = 45

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def html_report(story: Story) -> str:
    """The page as one string of HTML. Text of the story never becomes markup; nothing is loaded."""
    said = sayings(story)
    marked = MarkedText(story, said)
    text = marked.blocks()  # first, because only then it is known which attributions can be linked to
    title = one_line(headline(story) or "") or "A story without a headline"
    language = escape(one_line(story.language or "en"))
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{escape(title)} – who says what</title>
<style>
{files(__package__).joinpath("page.css").read_text(encoding="utf-8")}{_ties(said)}</style>
</head>
<body>
<nav class="skip" aria-label="Skip"><a href="#story">Skip to the story</a>
<a href="#sources">Skip to who says what</a></nav>
<header class="head">
{_head(story, title)}{_shares(story, said)}</header>
<div class="columns">
<main>
<h2 id="story" tabindex="-1">The story</h2>
{_legend(said)}<article class="story" aria-labelledby="story" lang="{language}">{text}</article>
</main>
<aside class="sources" aria-labelledby="sources">
<h2 id="sources" tabindex="-1">Who says what</h2>
{_sources(story, voices(story, said), marked.handles)}</aside>
</div>
<footer class="foot">
{_unread(story)}{_dates(story)}{_made(story)}</footer>
<div class="cards" aria-hidden="true">
{_cards(story, said)}</div>
</body>
</html>
"""


def _head(story: Story, title: str) -> str:
    date = date_of(story)
    facts = [
        f'<b dir="auto">{as_html(story.outlet)}</b>' if story.outlet else "outlet not known",
        as_html(date[0]) if date else "date not known",
        as_html(story.language) if story.language else "language not known",
        f"{word_count(story):,} words",
    ]
    lines = [f'<p class="facts">{" <i>·</i> ".join(f"<span>{fact}</span>" for fact in facts)}</p>']
    if story.credits:
        names = ", ".join(f"<bdi>{as_html(credit.name)}</bdi>" for credit in story.credits)
        lines.append(f'<p class="minor">With material from {names}</p>')
    if story.url:
        lines.append(f'<p class="minor address">{_address(story.url)}</p>')
    if date:
        lines.append(f'<p class="minor">Date from {as_html(date[1])}</p>')
    return '<p class="tool">sayso · on whose say-so?</p>\n' + _lines(
        f'<h1 dir="auto">{as_html(title)}</h1>', *lines
    )


def _shares(story: Story, said: Sequence[Saying]) -> str:
    if not isinstance(story.attributions, tuple):
        return '<p class="counts">Attributions were not looked for.</p>\n'
    parts = shares(story)
    unsure = sum(saying.unsure for saying in said)
    doubt = f", {unsure} of them unsure" if unsure else ""
    counts = f"{_count(len(said), 'attribution')}{doubt}." if said else "No attribution was found."
    of = f" Shares are of the {_count(parts.words, 'word')} of body text." if parts else ""
    return (_bar(parts) if parts else "") + f'<p class="counts">{counts}{of}</p>\n'


def _bar(parts: Shares) -> str:
    kinds = (
        ("in", parts.attributed, "attributed"),
        ("who", parts.naming, "naming who says it"),
        ("own", parts.own, "in the outlet’s own voice"),
    )
    bars = "".join(f'<span class="{name}" style="flex-grow:{share}"></span>' for name, share, _ in kinds)
    keys = "".join(
        f'<li><span class="key {name}"></span><b>{share} %</b> {words}</li>' for name, share, words in kinds
    )
    return f'<div class="bar" aria-hidden="true">{bars}</div>\n<ul class="keys">{keys}</ul>\n'


def _legend(said: Sequence[Saying]) -> str:
    if not said:
        return ""
    return (
        '<p class="legend">Marked are <span class="s source">sources</span>, the '
        '<span class="s cue">cues</span> that signal them, and the <span class="s content">contents</span> '
        'attributed to them; <span class="s content unsure-content">dashed</span> where unsure '
        f"(confidence below {UNSURE_BELOW:.2f}). Point at, tap or tab to a marked passage to see what "
        "belongs together; its number leads to the list of sources and back.</p>\n"
    )


def _sources(story: Story, grouped: Iterable[Voice], handles: set[int]) -> str:
    groups = [_voice(story, voice, handles) for voice in grouped]
    if not groups:
        return '<p class="minor">No attribution to list.</p>\n'
    note = "Grouped by the source’s words as they stand; a pronoun stands by itself each time."
    return _lines(f'<p class="minor">{note}</p>', *groups)


def _voice(story: Story, voice: Voice, handles: set[int]) -> str:
    name = as_html(voice.words) if voice.words is not None else NO_SOURCE
    kind = "" if voice.words is not None else ' class="nobody"'
    entries = "\n".join(_entry(story, saying, saying.number in handles) for saying in voice.sayings)
    return f'<section>\n<h3 dir="auto"{kind}>{name}</h3>\n<ul>\n{entries}\n</ul>\n</section>'


def _entry(story: Story, saying: Saying, linked: bool) -> str:
    n, found = saying.number, saying.attribution
    words, left_out = cut(words_of(story, found.content), LONGEST)
    more = f' <span class="more">[+{_count(left_out, "word")}]</span>' if left_out else ""
    label = f'aria-label="Attribution {n}, show it in the story"'
    number = f'<a class="number" href="#t{n}" {label}>{n}</a>' if linked else f'<b class="number">{n}</b>'
    return (
        f'<li class="entry a{n}" id="a{n}">{number}<div><p class="how">{_how(story, saying)}</p>'
        f'<blockquote dir="auto">{as_html(words)}{more}</blockquote>'
        f'<p class="why">{_confidence(saying)} <i>·</i> {as_html(found.why)}</p></div></li>'
    )


def _how(story: Story, saying: Saying) -> str:
    cue = words_of(story, saying.attribution.cue)
    told = [f"<bdi class=cue>{as_html(cue)}</bdi>" if cue else "no cue", saying.attribution.quotation]
    if saying.role != "body":
        told.append(f"in the {saying.role}")
    return " <i>·</i> ".join(told)


def _confidence(saying: Saying) -> str:
    value = f"{saying.attribution.confidence:.2f}"
    return f'<b class="doubt">unsure {value}</b>' if saying.unsure else f"confidence {value}"


def _cards(story: Story, said: Sequence[Saying]) -> str:
    """What shows beside a passage pointed at, the innermost of nested attributions first."""

    def length(saying: Saying) -> int:
        return sum(end - start for start, end in saying.attribution.content)

    return "".join(
        f'<div class="card" id="k{saying.number}"><p class="who" dir="auto"><b>{saying.number}</b> '
        f"{as_html(words_of(story, saying.attribution.source)) or NO_SOURCE}</p>"
        f'<p class="how">{_how(story, saying)}</p><p class="why">{_confidence(saying)} <i>·</i> '
        f"{as_html(saying.attribution.why)}</p></div>\n"
        for saying in sorted(said, key=length)
    )


def _ties(said: Sequence[Saying]) -> str:
    """Rules that light up all parts of an attribution when one is pointed at, and show its card."""
    return "".join(
        f"body:has(.a{n}:is(:hover,:focus,:focus-within),#t{n}:target,#a{n}:target) .a{n}"
        "{--tint:var(--lit);--edge:var(--lit-edge)}\n"
        f"body:has(.story .a{n}:is(:hover,:focus)) #k{n}{{display:block}}\n"
        for n in (saying.number for saying in said)
    )


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


def _address(url: str) -> str:
    target = web_address(url)
    if target is None:
        return as_html(url)
    return f'<a href="{escape(target)}" rel="noopener noreferrer">{as_html(url)}</a>'


def _lines(*parts: str) -> str:
    return "".join(f"{part}\n" for part in parts)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
