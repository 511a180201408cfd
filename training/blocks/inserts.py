"""What stands in and around stories on pages: pictures' lines, pointers, adverts, comments, teasers."""

from __future__ import annotations

import re
from copy import copy
from random import Random

import wording
from corpus import Row
from layout import SENTENCE, body_of

NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}")
IN_CAPTION = ("(Image: {})", "({})", "Photo: {}", "| {}", "Credit: {}", "/ {}", "(Photo by {})")
BOX_TITLES = ("Related articles", "DON'T MISS", "Read more", "More on this", "Most read", "Trending")
REMARKS = (
    "I think ",
    "Great post. ",
    "Well, ",
    "So true! ",
    "LOL ",
    "My view: ",
    "Thanks for this. ",
    "",
    "",
    "",
)
TAILS = ("...", "…", " [...]", " […]", "", "... Read more", " Continue reading")


def small(text: str, gap: int = 0) -> Row:
    """A line of furniture."""
    return Row(text, "furniture", gap)


def names_in(rows: list[Row]) -> list[str]:
    """Capitalised runs of a story, to build alternative texts and captions with."""
    found = [match for row in rows[:12] for match in NAME.findall(row.text)[1:]]
    return [name for name in found if len(name) > 4][:30]


def sentence_of(rows: list[Row], least: int, most: int, rng: Random) -> str:
    """A sentence of the story that is no quotation, mostly taken out of its paragraph; or nothing."""
    body = body_of(rows)
    for _ in range(12):
        row = body[0] if rng.random() < 0.15 else rng.choice(body)
        parts = SENTENCE.split(row.text)
        sentence = rng.choice(parts)
        if least <= len(sentence.split()) <= most and '"' not in sentence and "“" not in sentence:
            if len(parts) > 1 and rng.random() < 0.7:
                row.text = " ".join(part for part in parts if part != sentence)
            return sentence
    return ""


def caption(rows: list[Row], rng: Random) -> str:
    """A caption made from a sentence of the story."""
    sentence = sentence_of(rows, 5, 26, rng)
    if not sentence:
        who = (names_in(rows) or [wording.person(rng)])[0]
        return f"{who} {rng.choice(wording.DOING)}" + rng.choice(
            ["", ".", " in " + rng.choice(wording.PLACES)]
        )
    if rng.random() < 0.35:
        sentence = " ".join(sentence.split()[: rng.randint(6, 16)]).rstrip(",;:-")
    if rng.random() < 0.6:
        sentence = sentence.rstrip(".")
    if rng.random() < 0.25:
        sentence += " " + rng.choice(IN_CAPTION).format(rng.choice(wording.AGENCIES))
    return sentence[0].upper() + sentence[1:]


def standfirst(rows: list[Row], rng: Random) -> str:
    """A deck: a sentence of the story, without its full stop more often than with it."""
    sentence = sentence_of(rows, 6, 40, rng)
    return sentence.rstrip(".") if rng.random() < 0.6 else sentence


def pictures(rows: list[Row], rng: Random) -> list[Row]:
    """One picture's lines: alternative text, caption, credit, in some of their orders."""
    out: list[Row] = []
    kind = rng.random()
    if kind < 0.6:
        out.append(Row(wording.alternative(rng, names_in(rows)), "alt"))
    if kind < 0.5 or kind >= 0.6:
        out.append(Row(caption(rows, rng), "caption"))
        if rng.random() < 0.08:
            out.append(copy(out[-1]))
    if rng.random() < 0.3:
        out.insert(rng.choice([0, len(out), len(out)]), Row(wording.picture_credit(rng), "credit"))
    loose = rng.random() < 0.25
    for k, row in enumerate(out):
        row.gap = 1 if k == 0 or loose else 0
    return out


def interruption(titles: list[str], rng: Random) -> list[Row]:
    """Furniture in the middle of a story."""
    kind = rng.random()
    if kind < 0.4:
        return [small(rng.choice(wording.ADVERTS), 1)]
    if kind < 0.7:
        return [small(rng.choice(wording.POINTERS) + rng.choice(titles), 1)]
    if kind < 0.8:
        return [small(rng.choice(titles).upper(), 1)]
    if kind < 0.9:
        offer = f"Sign up for our {rng.choice(wording.MENU)} newsletter and get the day's stories by email"
        return [small(offer, 1), small("SIGN UP")]
    return [small(rng.choice(BOX_TITLES), 1)] + [small(rng.choice(titles)) for _ in range(rng.randint(1, 4))]


def comments(others: list[Row], rng: Random) -> list[Row]:
    """Readers' comments under a story."""
    n = rng.choice([1, 2, 3, 6, 12])
    out = [small(rng.choice(wording.COMMENTS).format(n), 1)]
    for _ in range(n):
        who = wording.person(rng)
        who = who if rng.random() < 0.5 else who.split()[0].lower() + str(rng.randint(1, 99))
        head = rng.choice(
            ["{} says:", "{} on " + wording.date(rng) + " said:", "{}", "{} " + wording.age(rng, glued=False)]
        )
        out.append(small(head.format(who), 1))
        if rng.random() < 0.4:
            out.append(small(wording.date(rng)))
        for _ in range(rng.choice([1, 1, 2, 3])):
            out.append(small(rng.choice(REMARKS) + rng.choice(others).text, rng.randint(0, 1)))
        if rng.random() < 0.5:
            out.append(
                small(rng.choice(["Reply", "Like", "Report", "Reply Like Share", "4 Votes", "Permalink"]))
            )
    return out


def teasers(others: list[Row], titles: list[str], rng: Random) -> list[Row]:
    """Other stories' titles with the start of their text, or an author's box."""
    kind = rng.random()
    if kind < 0.2:
        who = wording.person(rng)
        job = rng.choice(["reporter", "writer", "columnist", "journalist"])
        since = f"since {rng.randint(1995, 2022)}"
        topic = rng.choice(wording.MENU)
        return [
            small(who, 1),
            small(f"{who} is a {job} at {wording.outlet(rng)} and has covered {topic} {since}."),
        ]
    out: list[Row] = []
    for _ in range(rng.choice([1, 3, 5, 10])):
        title = rng.choice(titles)
        start = rng.choice(others).text[: rng.randint(60, 220)].rsplit(" ", 1)[0] + rng.choice(TAILS)
        if kind < 0.5:
            out += [small(title, 1), small(start)]
        elif kind < 0.75:
            out.append(small(f"{title} {start}", rng.randint(0, 1)))
        else:
            under = rng.choice([wording.date, wording.byline])(rng)
            out += [small(title, 1), small(under)]
    return out
