"""`sayso groups`: which stories are about the same event."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ._add import Format

if TYPE_CHECKING:
    from ..ledger import Group, GroupedStory


def groups(
    ledger: Annotated[Path, typer.Argument(help="The ledger's file.")],
    least: Annotated[int, typer.Option(min=1, help="Text: only groups of so many stories or more.")] = 1,
    why: Annotated[bool, typer.Option("--why", help="Text: say why each story is in its group.")] = False,
    format: Annotated[Format, typer.Option("--format", "-f", help="What to print.")] = Format.text,
) -> int:
    """Show which stories are about the same event."""
    from ..ledger import group_of_each, list_groups
    from ._asked import asked
    from ._written import written

    with asked(ledger) as connection:
        if format is Format.jsonl:
            written(map(_line, group_of_each(connection)), None, force=False)
            return 0
        found = [group for group in list_groups(connection) if len(group.stories) >= least]
        written((_text(group, why) for group in found), None, force=False)
    if not found:
        print("sayso: no groups found", file=sys.stderr)
    return 0


def _line(one: tuple[str, str]) -> str:
    return json.dumps({"id": one[0], "group": one[1]}, ensure_ascii=False) + "\n"


def _text(group: Group, why: bool) -> str:
    return "\n".join(_lines(group, why)) + "\n\n"


def _lines(group: Group, why: bool) -> Iterator[str]:
    count = len(group.stories)
    dates = " – ".join(dict.fromkeys(date[:10] for date in (group.since, group.until) if date))
    words = ", ".join(group.words)
    yield " · ".join(filter(None, (f"{count} {'story' if count == 1 else 'stories'}", dates, words)))
    for story in group.stories:
        yield f"  {_story(story)}"
        if why:
            yield f"      {story.why}"
    yield f"  {group.id}"


def _story(story: GroupedStory) -> str:
    headline = " ".join(story.headline.split()) if story.headline else None
    date = story.published[:10] if story.published else None
    return " · ".join(filter(None, (date, story.outlet, headline, story.id)))
