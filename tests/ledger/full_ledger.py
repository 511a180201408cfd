"""A ledger with something in every table that exports look at, half of it hostile."""

from __future__ import annotations

from pathlib import Path

from counted_stories import Count, as_one_group, exact, story

from sayso.ledger import Ledger
from sayso.ledger._judge import judge, undo
from sayso.ledger._keys import make
from sayso.story import Story

HOSTILE = "=cmd|'calc'!A0 \"quoted\", <b>bold</b> & é\u202e\u0007\n\r\n\tnext\\line \U0001f600"
URLS = (
    "https://example.org/a?b=c&d=[e]",
    "javascript:alert(1)",
    'https://exa mple.org/<x>"y',
    "http://[::1",
    "",
)


def stories() -> list[Story]:
    """Stories with hostile words in every field, two versions of one, and all kinds of sources."""
    return [
        story(
            "one",
            exact(12, by=("Tarvo NEWS", "Ada Marsh")),
            outlet="Bel",
            published="2024-05-01",
            url=URLS[0],
        ),
        story(
            "two",
            exact(12, by=("Ada Marsh",)),
            Count("at least 15", low=15, by=("police report",)),
            outlet="Tarvo NEWS",
            published="2024-04-30T10:00:00Z",
            quotation="direct",
            url=URLS[1],
            credits=["AP"],
        ),
        story(
            HOSTILE,
            exact(12, by=(HOSTILE,), what=HOSTILE, unit=HOSTILE, scope=HOSTILE),
            outlet=HOSTILE,
            headline=HOSTILE,
            about=HOSTILE,
            published=HOSTILE,
            quotation="mixed",
            url=URLS[2],
        ),
        story("four", exact(3, by=("unattributed",)), url=URLS[3], outlet=""),
        story("two", exact(13, by=("Ada Marsh",)), outlet="Tarvo NEWS", published="2024-05-02", url=URLS[4]),
    ]


def full_ledger(path: Path) -> Ledger:
    """The stories as one group, with claims, origins, echoes and judgements written by hand."""
    ledger = Ledger(path, create=True)
    rows = [ledger.add(one).story for one in stories()]
    group = as_one_group(ledger)
    connection = ledger.connection
    one, _, hostile, four, two = rows
    with ledger.transaction():
        for table in ("claim", "entity", "echo"):
            connection.execute(f"DELETE FROM {table}")
        connection.execute("UPDATE story_group SET stale = 0")
        entity = connection.execute(
            "INSERT INTO entity (key, name, kind) VALUES (?, 'Ada Marsh', 'person')", (make("entity", "Ada"),)
        ).lastrowid
        for number, text in enumerate(("12 people were killed", HOSTILE)):
            claim = connection.execute(
                'INSERT INTO claim (key, "group", text, story, stories, outlets, origins, independent)'
                " VALUES (?, ?, ?, ?, 3, 2, 2, 1)",
                (make("claim", str(number)), group, text, one),
            ).lastrowid
            for row, stance in ((one, "asserts"), (two, "reports"), (hostile, "denies"), (four, "reports")):
                connection.execute(
                    "INSERT INTO statement (claim, story, attribution, stance, score, why)"
                    " VALUES (?, ?, (SELECT min(attribution) FROM attribution WHERE story = ?), ?, 1, '')",
                    (claim, row, row, stance),
                )
            ada = connection.execute(
                "INSERT INTO origin (claim, entity, name, kind, says, independent, why)"
                " VALUES (?, ?, 'Ada Marsh', 'person', 'asserts', 1, 'by hand')",
                (claim, entity),
            ).lastrowid
            connection.execute(
                "INSERT INTO origin (claim, name, kind, says, rests_on, independent, why)"
                " VALUES (?, ?, 'document', 'asserts', ?, 0, ?)",
                (claim, HOSTILE, ada, HOSTILE),
            )
            connection.execute(
                "INSERT INTO origin (claim, name, kind, says, independent, why)"
                " VALUES (?, 'unattributed', 'unnamed', 'asserts', 0, 'nobody is named')",
                (claim,),
            )
            for row in (one, two):
                connection.execute("INSERT INTO origin_story VALUES (?, ?, '[]', ?)", (ada, row, HOSTILE))
        connection.execute(
            'INSERT INTO echo (story, "of", kind, score, evidence) VALUES (?, ?, ?, 0.9, ?)',
            (one, two, "relay", "[]"),
        )
    judge(connection, "not-same", "one", "four", by=HOSTILE, note=HOSTILE, at="2024-05-03T00:00:00+00:00")
    judge(connection, "same", "one", "two", by="Ida", at="2024-05-03T00:00:00+00:00")
    undo(connection, "same", "one", "two", by="Ida", at="2024-05-04T00:00:00+00:00")
    connection.execute("UPDATE story_group SET stale = 0")
    return ledger
