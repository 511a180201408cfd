"""What stands above the story on the page: headline, its findings, the facts, the summary, the records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import count

from ..story import Story
from ._digest import Digest
from ._facts import date_of, plural, word_count
from ._findings import NOT_THERE, WHOLE, Check, Held
from ._pieces import web_address
from ._shares import Shares
from ._summary import single_words, summary_parts
from ._visible import as_html


def top(digest: Digest, title: str, places: Iterable[int]) -> str:
    """The left of the page's head. `places` are the numbers of the findings that stand in the text."""
    return (
        '<p class="tool">sayso · on whose say-so?</p>\n'
        f'<h1 dir="auto">{as_html(title)}</h1>\n'
        f"{_checks(digest, set(places))}{_facts(digest.story)}{_summary(digest)}{_shares(digest)}"
        f"{_records(digest)}"
    )


def _checks(digest: Digest, places: set[int]) -> str:
    numbers = count(1)
    made = "".join(_check(check, numbers, places) for check in digest.checks)
    if not made:
        return ""
    label = "Headline, standfirst and captions against the body"
    return f'<section class="checks" aria-label="{label}">\n{made}</section>\n'


def _check(check: Check, numbers: Iterator[int], places: set[int]) -> str:
    stance = f' <span class="minor">– {check.stance}</span>'
    words = f'<blockquote dir="auto">{as_html(check.words)}</blockquote>' if check.words else ""
    # A supported headline's findings, if a document holds any, count too: the text's marks are numbered so.
    held = "".join(_finding(check, finding, next(numbers), places) for finding in check.findings)
    listed = f"<ul>{held}</ul>" if held else ""
    why = f'<p class="why">{as_html(check.why)}</p>' if check.why else ""
    title = f"{check.title[0].upper()}{check.title[1:]}"
    return f'<div class="check {check.verdict}"><p><b>{title}</b>{stance}</p>{words}{listed}{why}</div>\n'


def _finding(check: Check, finding: Held, number: int, places: set[int]) -> str:
    words = as_html(finding.body)
    linked = f'<a href="#f{number}">{words}</a>' if number in places else words
    body = f'<q dir="auto">{linked}</q>' if words else NOT_THERE
    quoted = f'<q dir="auto">{as_html(finding.above)}</q>' if finding.above else "–"
    above = WHOLE if finding.whole else quoted
    return (
        f'<li><b class="kind">{finding.kind}</b><span class="side"><i>{check.part}</i> {above}</span>'
        f'<span class="side"><i>body</i> {body}</span></li>'
    )


def _facts(story: Story) -> str:
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
    return "".join(f"{line}\n" for line in lines)


def _address(url: str) -> str:
    target = web_address(url)
    if target is None:
        return as_html(url)
    return f'<a href="{escape(target)}" rel="noopener noreferrer">{as_html(url)}</a>'


def _summary(digest: Digest) -> str:
    if digest.summary is None or not digest.said:
        return ""
    told = [as_html(part) for part in summary_parts(digest.summary)]
    told[0] = f"<b>{told[0]}</b>"
    # Each dot belongs to what stands before it, so that no line begins with one.
    parts = " ".join([*(f"<span>{part} <i>·</i></span>" for part in told[:-1]), f"<span>{told[-1]}</span>"])
    single = single_words(digest.summary)
    called = f'<p class="single">{as_html(single[0].upper() + single[1:])}</p>\n' if single else ""
    return f'<p class="summary">{parts}</p>\n{called}'


def _shares(digest: Digest) -> str:
    if not digest.looked:
        return '<p class="counts">Attributions were not looked for.</p>\n'
    parts, said = digest.shares, len(digest.said)
    doubt = f", {digest.unsure} of them unsure" if digest.unsure else ""
    counts = f"{plural(said, 'attribution')}{doubt}." if said else "No attribution was found."
    of = f" Shares are of the {plural(parts.words, 'word')} of body text." if parts else ""
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


def _records(digest: Digest) -> str:
    if not digest.records:
        return ""
    items = "".join(
        f"<li>{f'<b><bdi>{as_html(one.name)}</bdi></b> ' if one.name else ''}"
        f'<span class="kind">{one.kind}</span>: <q dir="auto">{as_html(one.words)}</q></li>'
        for one in digest.records
    )
    heading = '<h2 id="records">Denied, declined, not answered, not verified</h2>'
    return f'<section class="records" aria-labelledby="records">{heading}\n<ul>{items}</ul></section>\n'
