"""Pages made from plain stories: furniture of real pages and made-up small print set around and into them."""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass
from random import Random

import wording
from corpus import Document, Row
from inserts import comments, interruption, pictures, small, standfirst, teasers
from layout import SENTENCE, body_of, listing, subheads


@dataclass
class Stock:
    """What pages are made of besides a story: real pages, titles and paragraphs of other stories."""

    real: list[Document]
    titles: list[str]
    others: list[Row]


def title_of(rows: list[Row], rng: Random) -> str:
    """A title for a story that has none: the start of its first sentence, not ending on a little word."""
    words = SENTENCE.split(rows[0].text)[0].split()[: rng.randint(6, 14)]
    while len(words) > 4 and (words[-1].islower() and len(words[-1]) < 5):
        words.pop()
    return " ".join(words).strip(',.;:-—"“”')


def furnish(story: Document, stock: Stock, rng: Random) -> Document:
    """A scraped page around a plain story."""
    rows = [copy(row) for row in story.rows]
    body = body_of(rows)[: rng.choice([3, 4, 6, 8, 12, 20, 40])]
    heads = [row.text.rstrip(". ") for row in rows if row.role == "headline"]
    title = heads[0] if heads and rng.random() < 0.9 else title_of(body, rng)
    sparse = rng.random() < 0.12
    if rng.random() < 0.3:
        for row in body:
            row.gap = 1
    deck = standfirst(body, rng) if rng.random() < 0.5 else ""
    if rng.random() < 0.4:
        subheads(body, rng)
    within = middle(body, stock, sparse, rng)
    if sparse:
        return Document(story.name + ":page", story.sites, spaced(head(title, "", rng)[:1] + within, rng))
    top, bottom, used = surroundings(title, stock, rng)
    rows = spaced(top + head(title, deck, rng) + within + bottom, rng)
    return Document(story.name + ":page", story.sites | used, rows)


def spaced(rows: list[Row], rng: Random) -> list[Row]:
    """The rows with their blank lines, with none, or with one everywhere."""
    squeeze = rng.random()
    for row in rows:
        row.gap = 0 if squeeze < 0.4 else 1 if squeeze < 0.5 else row.gap
    return [row for row in rows if row.text.strip()]


def head(title: str, deck: str, rng: Random) -> list[Row]:
    """Headline, deck, byline and date in one of their orders; some of them missing."""
    out = [Row(title, "headline", 1)] if rng.random() < 0.88 else []
    parts = [
        (0.0 if not deck else 1.0, Row(deck, "standfirst", 1)),
        (0.6, Row(wording.byline(rng), "byline", 1)),
        (0.6, Row(wording.dateline(rng), "dateline", rng.randint(0, 1))),
        (0.3, Row(wording.outlet_age(rng), "dateline", 1)),
    ]
    rng.shuffle(parts)
    for chance, row in parts:
        if rng.random() < chance:
            above = rng.random() < 0.12 and row.role != "standfirst"
            out.insert(0 if above else len(out), row)
    if rng.random() < 0.3:
        out.insert(
            rng.randint(min(1, len(out)), len(out)), small(rng.choice(wording.ADVERTS), rng.randint(0, 1))
        )
    return out


def middle(body: list[Row], stock: Stock, sparse: bool, rng: Random) -> list[Row]:
    """The body with pictures, interruptions, a list and a credit; `sparse`: with interruptions alone."""
    out = list(body)
    for _ in range(0 if sparse else rng.choice([0, 1, 1, 2, 3, 4])):
        spot = rng.choices([0, 1, rng.randint(1, len(out))], [30, 25, 45])[0]
        out[spot:spot] = pictures(body, rng)
    for _ in range(rng.choice([1, 2]) if sparse else rng.choice([0, 0, 1, 1, 2, 4])):
        spot = rng.randint(1, len(out))
        out[spot:spot] = interruption(stock.titles, rng)
    if rng.random() < 0.12:
        spot = rng.randint(1, len(out))
        out[spot:spot] = listing(body, rng)
    if rng.random() < 0.3:
        out.append(Row(wording.story_credit(rng), "credit", 1))
    return out


def furniture_of(page: Document, *, above: bool) -> list[Row]:
    """A real page's furniture before its first, or after its last, line that is none."""
    spots = [i for i, row in enumerate(page.rows) if row.role != "furniture"]
    return page.rows[: spots[0]] if above else page.rows[spots[-1] + 1 :]


def surroundings(title: str, stock: Stock, rng: Random) -> tuple[list[Row], list[Row], frozenset[str]]:
    """Furniture above and below: of real pages, made-up, or none; and the sites it was taken from."""
    top, above = furniture_above(rng.choice(stock.real), rng)
    bottom, below = furniture_below(rng.choice(stock.real), rng)
    if rng.random() < 0.25:
        top.insert(0, small(title + rng.choice([" | ", " - ", " – "]) + wording.outlet(rng)))
    if rng.random() < 0.12:
        top += teasers(stock.others, stock.titles, rng)
    if rng.random() < 0.25:
        bottom = teasers(stock.others, stock.titles, rng) + bottom
    if rng.random() < 0.2:
        bottom = comments(stock.others, rng) + bottom
    return top, bottom, above | below


def furniture_above(page: Document, rng: Random) -> tuple[list[Row], frozenset[str]]:
    """A real page's top, a few menu words, or nothing."""
    kind = rng.random()
    if kind < 0.3:
        rows = furniture_of(page, above=True)[-rng.choice([3, 8, 20, 60, 300]) :]
        return [copy(row) for row in rows], page.sites
    if kind < 0.8:
        count = rng.choice([1, 1, 1, 2, 3, 5])
        return [small(wording.glued_menu(rng), rng.randint(0, 1)) for _ in range(count)], frozenset()
    return [], frozenset()


def furniture_below(page: Document, rng: Random) -> tuple[list[Row], frozenset[str]]:
    """A real page's bottom, a few footer words, or nothing."""
    kind = rng.random()
    if kind < 0.3:
        rest = furniture_of(page, above=False)
        start = 0 if rng.random() < 0.7 else rng.randrange(len(rest) or 1)
        return [copy(row) for row in rest[start : start + rng.choice([3, 10, 30, 300])]], page.sites
    if kind < 0.6:
        pool = wording.FOOTERS + wording.ADVERTS
        rows = [small(rng.choice(pool), rng.randint(0, 1)) for _ in range(rng.choice([1, 1, 2, 4, 8]))]
        if rng.random() < 0.3:
            rows.append(small(f"© {wording.outlet(rng)} {rng.randint(2005, 2027)}"))
        return rows, frozenset()
    return [], frozenset()


def cropped(page: Document, stock: Stock, rng: Random) -> Document:
    """A whole page as another hand would have copied it: fewer blanks, less furniture, comments, a list."""
    rows = cut([copy(row) for row in page.rows], rng)
    spacing = rng.random()
    for row in rows:
        row.gap = 0 if spacing < 0.5 else min(row.gap, 1) if spacing < 0.6 else row.gap
    if rng.random() < 0.3:
        rows = [row for row in rows if row.role != "furniture" or rng.random() > 0.15] or rows
    bodies = [i for i, row in enumerate(rows) if row.role == "body"]
    if rng.random() < 0.12:
        bulleted(rows, rng)
    if len(bodies) > 3 and rng.random() < 0.1:
        spot = rng.choice(bodies[1:])
        rows[spot:spot] = listing([rows[i] for i in bodies], rng)
    if rng.random() < 0.25:
        rows += comments(stock.others, rng)
    return Document(page.name + ":crop", page.sites, rows, page.english)


def bulleted(rows: list[Row], rng: Random) -> None:
    """Menus as lists with marks, in place, so that a mark alone does not make a line body."""
    bullet = rng.choice(["- ", "* ", "• ", "– ", "+ "])
    for row in rows:
        if row.role == "furniture" and len(row.text) < 40:
            row.text = bullet + row.text


def cut(rows: list[Row], rng: Random) -> list[Row]:
    """A part of a page: mostly with its story, sometimes furniture alone."""
    spots = [i for i, row in enumerate(rows) if row.role != "furniture"]
    first, last = spots[0], spots[-1]
    above = max(0, first - rng.choice([0, 1, 3, 10, 40]))
    below = last + 1 + rng.choice([0, 2, 10, 20])
    parts = (
        (rows, 38),
        (rows[above:], 30),
        (rows[above:below], 15),
        (rows[:below], 10),
        (rows[:first], 4),
        (rows[last + 1 :], 3),
    )
    return rng.choices([part for part, _ in parts], [weight for _, weight in parts])[0] or rows
