"""Clean stories in the ways people paste them, with subheadings, lists and questions that stay body."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from copy import copy
from random import Random

import wording
from corpus import Document, Row

SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
STRIPPED = ".,;:\"“”'’ "


def body_of(rows: list[Row]) -> list[Row]:
    """The body rows, or all of them when there is none."""
    return [row for row in rows if row.role == "body"] or rows


def wrap(rows: list[Row], width: int) -> list[Row]:
    """Paragraphs broken into short lines of one width."""
    out: list[Row] = []
    for row in rows:
        for k, part in enumerate(textwrap.wrap(row.text, width) or [row.text]):
            out.append(Row(part, row.role, row.gap if k == 0 else 0))
    return out


def beginning(body: list[Row], rng: Random) -> list[Row]:
    """The first one to four paragraphs."""
    return body[: rng.randint(1, 4)]


def middle(body: list[Row], rng: Random) -> list[Row]:
    """A few paragraphs from anywhere."""
    start = rng.randrange(len(body))
    return body[start : start + rng.randint(1, 12)]


def one_sentence(body: list[Row], rng: Random) -> list[Row]:
    """A single sentence."""
    return [Row(rng.choice(SENTENCE.split(rng.choice(body).text)), "body")]


def one_paragraph(body: list[Row], rng: Random) -> list[Row]:
    """A single paragraph."""
    return [rng.choice(body)]


def one_line(body: list[Row], rng: Random) -> list[Row]:
    """The whole story without a line end."""
    return [Row(" ".join(row.text for row in body), "body")]


def sentence_lines(body: list[Row], rng: Random) -> list[Row]:
    """Every sentence on a line of its own."""
    return [Row(sentence, "body", 0) for row in body for sentence in SENTENCE.split(row.text)]


def wrapped(body: list[Row], rng: Random) -> list[Row]:
    """Lines broken at one width."""
    return wrap(body, rng.randint(50, 100))


def whole(body: list[Row], rng: Random) -> list[Row]:
    """As it is."""
    return body


#: Layouts with their weight, and whether the title stays with them.
LAYOUTS: tuple[tuple[Callable[[list[Row], Random], list[Row]], float, bool], ...] = (
    (whole, 48, True),
    (wrapped, 18, True),
    (beginning, 12, True),
    (middle, 6, False),
    (sentence_lines, 6, True),
    (one_sentence, 4, False),
    (one_paragraph, 3, False),
    (one_line, 3, True),
)


def plain(story: Document, rng: Random) -> Document:
    """A clean story, laid out in one of the ways people paste it."""
    rows = [copy(row) for row in story.rows]
    without_stops(rows, rng)
    layout, _, titled = rng.choices(LAYOUTS, [weight for _, weight, _ in LAYOUTS])[0]
    heads = [row for row in rows if row.role == "headline"] if titled and rng.random() < 0.6 else []
    if layout is wrapped:
        heads = wrap(heads, rng.randint(50, 100))
    rows = heads + layout(body_of(rows), rng)
    spacing = rng.random()
    for i, row in enumerate(rows):
        if spacing < 0.35:
            row.gap = 0
        elif spacing < 0.4 and i:
            row.gap = max(row.gap, 2 if rng.random() < 0.3 else 1)
    if rng.random() < 0.3:
        subheads(rows, rng)
    if rng.random() < 0.1 and len(rows) > len(heads) + 3:
        spot = rng.randint(len(heads) + 1, len(rows))
        rows[spot:spot] = listing(body_of(rows), rng)
    return Document(story.name + ":plain", story.sites, rows)


def without_stops(rows: list[Row], rng: Random) -> None:
    """Take the full stop from titles and from short lines, as most outlets print them."""
    if rng.random() < 0.6:
        for row in rows:
            if row.role == "headline":
                row.text = row.text.rstrip(". ") or row.text
    if rng.random() < 0.4:
        for row in rows:
            if row.role == "body" and len(row.text) < 60 and rng.random() < 0.7:
                row.text = row.text.rstrip(".") or row.text


def subheads(rows: list[Row], rng: Random) -> None:
    """Put subheadings, list lines and one-line quotes between long body rows, in place."""
    spots = [
        i
        for i in range(2, len(rows))
        if rows[i].role == "body" == rows[i - 1].role and len(rows[i].text) > 80
    ]
    for i in sorted(rng.sample(spots, min(len(spots), rng.randint(1, 5))), reverse=True):
        text, other = (piece(rng.choice(rows).text.split(), 2, 7, rng) for _ in range(2))
        rows[i:i] = [Row(line, "body", rows[i].gap) for line in subhead(text, other, rng)]


def piece(words: list[str], least: int, most: int, rng: Random) -> str:
    """A few words in a row, with a capital."""
    size = rng.randint(least, most)
    start = rng.randrange(max(1, len(words) - size))
    text = " ".join(words[start : start + size]).strip(STRIPPED) or "And so on"
    return text[0].upper() + text[1:]


def subhead(text: str, other: str, rng: Random) -> list[str]:
    """A text as one or two short body lines."""
    bullet = rng.choice(["- ", "• ", "* ", "– "])
    who = rng.choice(["he", "she", "they"])
    forms = (
        ([text], 40),
        ([text.upper()], 15),
        ([f"{rng.randint(1, 9)}. {text}"], 10),
        ([bullet + text, bullet + other], 15),
        ([f"“{text},” {who} {rng.choice(['said', 'added', 'wrote'])}."], 10),
        ([text + "?"], 10),
    )
    return rng.choices([form for form, _ in forms], [weight for _, weight in forms])[0]


def listing(rows: list[Row], rng: Random) -> list[Row]:
    """A list, schedule, table, or questions and answers within the body; all of it body."""
    words = [word for row in rows for word in row.text.split()]
    kind = rng.choice(LISTINGS)
    most = rng.choice([6, 9, 18])
    out: list[Row] = []
    for number in range(1, 1 + rng.choice([3, 5, 8, 14, 25])):
        out.extend(Row(line, "body") for line in kind(number, piece(words, 3, most, rng), rng))
        if kind in (numbered, prices) and rng.random() < 0.55:
            out.append(copy(rng.choice(rows)))
        if kind is questions:
            out.append(Row(rng.choice(["A: ", "", "A. "]) + piece(words, 2, 40, rng), "body"))
    gap = int(rng.random() < 0.4)
    for row in out:
        row.gap = gap
    return out


def items(number: int, text: str, rng: Random) -> list[str]:
    """Names or amounts of things."""
    return [text if rng.random() < 0.7 else f"{rng.randint(1, 90)} {text.lower()}"]


def numbered(number: int, text: str, rng: Random) -> list[str]:
    """A numbered point."""
    return [f"{number}{rng.choice([')', '.'])} {text}"]


def steps(number: int, text: str, rng: Random) -> list[str]:
    """A short instruction."""
    return [text + "."]


def schedule(number: int, text: str, rng: Random) -> list[str]:
    """A date with a place."""
    return [f"{rng.choice(wording.MONTHS)} {rng.randint(1, 28)} – {rng.choice(wording.PLACES)} @ {text}"]


def prices(number: int, text: str, rng: Random) -> list[str]:
    """A thing and what it costs."""
    return [f"{text} for ${rng.randint(1, 900)}.99"]


def questions(number: int, text: str, rng: Random) -> list[str]:
    """A question."""
    return [f"{rng.choice(['Q: ', '', 'Q. '])}{text}?"]


def table(number: int, text: str, rng: Random) -> list[str]:
    """A row of figures."""
    return [f"{text} {rng.randint(1, 90)} {rng.randint(1, 99)}% {rng.randint(0, 9)}"]


def references(number: int, text: str, rng: Random) -> list[str]:
    """A line with its address or where it comes from."""
    where = rng.choice(
        [f"[ {rng.choice(wording.PAPERS)} ]", f"http://{rng.choice(wording.PAPERS).lower()}.com/{number}"]
    )
    return [text, where]


LISTINGS = (items, numbered, steps, schedule, prices, questions, table, references)
