"""Forms the claims of a group: statements of its stories that say the same thing."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from ._claim_clusters import Cluster, cluster
from ._event import Event, load_event
from ._group_view import Statement, stories_of_group
from ._judged import judged
from ._keys import make
from ._rarity import told_rarity
from ._sql import insert, insert_many
from ._tellings import gives_word, stance_of

#: Roles of blocks that tell the story; a caption or a byline makes no claim of its own.
_TOLD_IN: Final = frozenset(("headline", "standfirst", "body"))
#: A statement with fewer telling words says nothing that could be recognised elsewhere.
_FEWEST_STEMS: Final = 3
#: Longer contents are whole speeches.
_MOST_STEMS: Final = 60


def form(connection: sqlite3.Connection, group: int) -> None:
    """Makes a group's claims anew, with their statements and the figures on which two of them differ.

    A claim is a set of attributions and sentences in the outlets' own voice that share most of their telling
    words, weighed by how rare they are in the group. A denial belongs to the claim it denies. Equal words
    with other figures are claims that conflict. A sentence that only its own outlet says, once, is no claim.
    """
    connection.execute('DELETE FROM claim WHERE "group" = ?', (group,))
    event = load_event(connection, stories_of_group(connection, group))
    usable = [s for story in event.view.stories for s in story.statements if _is_usable(event, s)]
    weight = told_rarity(event.view)
    clusters, conflicts = cluster(usable, weight, event.decided)
    kept = [c for c in clusters if len(c.statements) > 1 or c.statements[0].attribution is not None]
    rows = _write(connection, group, event, kept)
    for a, b, why in conflicts:
        if id(a) in rows and id(b) in rows:
            one, other = sorted((rows[id(a)], rows[id(b)]))
            connection.execute(
                "INSERT OR IGNORE INTO claim_link (a, b, kind, why) VALUES (?, ?, 'conflicting', ?)",
                (one, other, why),
            )


def _is_usable(event: Event, statement: Statement) -> bool:
    return (
        statement.role in _TOLD_IN
        and _FEWEST_STEMS <= len(statement.stems) <= _MOST_STEMS
        and gives_word(statement)
        and event.is_claim(statement)
    )


def _write(
    connection: sqlite3.Connection, group: int, event: Event, clusters: Sequence[Cluster]
) -> dict[int, int]:
    """Writes claims and their statements; says which row each cluster became."""
    keys = {id(c): make("claim", min(s.key for s in c.statements)) for c in clusters}
    said = judged(connection, keys.values())
    rows: dict[int, int] = {}
    by_key: dict[str, int] = {}
    for one in clusters:
        key = keys[id(one)]
        if said.said("not-a-claim", key):
            _refused(connection, group, key, one)
            continue
        home = next((by_key[other] for other in sorted(said.same.get(key, ())) if other in by_key), None)
        if home is None:
            text = plainest(one)
            home = insert(
                connection,
                "claim",
                **{"key": key, "group": group, "text": _sentence(text.content), "story": text.story},
                stories=len({s.story for s in one.statements}),
                outlets=_outlets(event, {s.story for s in one.statements}),
                origins=0,
                independent=0,
            )
            by_key[key] = home
        rows[id(one)] = home
        negative = one.statements[0].certainty == "denied"
        insert_many(
            connection,
            "statement",
            ("claim", "story", "attribution", "voice", "stance", "score", "why"),
            [
                (
                    home,
                    s.story,
                    s.attribution,
                    s.voice,
                    stance_of(s, negative),
                    round(one.scores[s.key][0], 3),
                    one.scores[s.key][1],
                )
                for s in one.statements
            ],
        )
    return rows


def _sentence(words: str) -> str:
    """A statement's words without what joined them to their sentence."""
    words = " ".join(words.split())
    return words[5:] if words[:5].lower() == "that " else words


def _refused(connection: sqlite3.Connection, group: int, key: str, one: Cluster) -> None:
    """Keeps what a person has judged to be no claim, by its wording alone, so that this can be undone."""
    text = plainest(one)
    claim = insert(
        connection,
        "claim",
        **{"key": key, "group": group, "text": _sentence(text.content), "story": text.story},
        stories=0,
        outlets=0,
        origins=0,
        independent=0,
    )
    insert_many(
        connection,
        "statement",
        ("claim", "story", "attribution", "voice", "stance", "score", "why"),
        [(claim, text.story, text.attribution, text.voice, "reports", 0.0, "judged to be no claim")],
    )


def plainest(one: Cluster) -> Statement:
    """The wording that has most of what the statements share and least besides; own voice before others'."""
    counts = Counter(stem for statement in one.statements for stem in statement.stems)
    common = {stem for stem, count in counts.items() if 2 * count >= len(one.statements)}

    def cost(statement: Statement) -> tuple[bool, bool, float, int, str]:
        shared = len(statement.stems & common)
        fit = 2 * shared / (len(statement.stems) + len(common)) if common else 0.0
        whole = statement.content[:1].isupper() and " … " not in statement.content
        return (
            statement.certainty == "denied",
            not whole,
            -round(fit, 2),
            len(statement.content),
            statement.key,
        )

    return min(one.statements, key=cost)


def _outlets(event: Event, stories: Iterable[int]) -> int:
    return len(outlets_of(event, stories))


def outlets_of(event: Event, stories: Iterable[int]) -> list[str]:
    """The outlets of origin of some stories; copies of one story whose outlet is not known are one."""
    found: dict[str, str] = {}
    for story in sorted(stories):
        outlet = event.outlet_of(story)
        root = event.copied_from(story)
        found.setdefault(outlet.casefold() if outlet else f"#{root}", outlet or "")
    return sorted(found.values())
