"""Words are found, whatever is typed; options narrow down."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from documents import Run, Said, changed, line, story
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.errors import UsageError
from sayso.ledger import Ledger
from sayso.ledger._search_words import match_of

STORIES = [
    story(
        "pier",
        "The pier at Tarvo is shut, Olena Brask said. Divers may have found a crack, according to a report.",
        Said("The pier at Tarvo is shut"),
        Said(
            "Divers may have found a crack",
            by=("Harbour report",),
            cue="according to",
            certainty="hedged",
            evidence="document",
            kind="document",
        ),
        outlet="The Courier",
        published="2024-03-05T08:00:00+00:00",
        headline="Pier shut",
    ),
    story(
        "ferry",
        "The ferry will sail on Friday, the Evening Post quoted a sailor as saying. Nobody was hurt.",
        Said("The ferry will sail on Friday", by=("Evening Post", "sailor"), cue="quoted", kind="unnamed"),
        Said("Nobody was hurt", by=("sailor",), certainty="denied", kind="unnamed"),
        outlet="Evening Herald 100%",
        published="2024-04",
    ),
]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with Ledger(tmp_path_factory.mktemp("search") / "n.ledger", create=True) as ledger:
        for one in STORIES:
            ledger.add(one)
        ledger.add(changed(STORIES[1], id="rewritten"))
        rewritten = story("rewritten", "The zeppelin stays on the ground.", outlet="Old")
        ledger.add(rewritten)
        yield ledger


def found(ledger: Ledger, query: str = "", **options: str) -> set[tuple[str, str]]:
    """What was found, as the first word of each hit and its story."""
    return {
        (hit.words.split()[0], hit.story) for hit in ledger.search(query, **options) if hit.what != "story"
    }  # type: ignore[arg-type]


def stories(ledger: Ledger, query: str = "", **options: str) -> set[str]:
    return {hit.story for hit in ledger.search(query, **options) if hit.what == "story"}  # type: ignore[arg-type]


def test_words_phrases_beginnings_and_exclusions(kept: Ledger) -> None:
    assert found(kept, "pier shut") == {("The", "pier")}
    assert found(kept, "PIER Tarvo") == {("The", "pier")}
    assert stories(kept, '"ferry will sail"') == {"ferry"}
    assert stories(kept, '"sail will ferry"') == set()
    assert stories(kept, "ferr*") == {"ferry"}
    assert stories(kept, "will -ferry") == set()
    assert stories(kept, "-ferry") == {"ferry"}


def test_names_of_sources_are_found(kept: Ledger) -> None:
    assert found(kept, "sailor") == {("The", "ferry"), ("Nobody", "ferry")}
    (hit,) = [hit for hit in kept.search("ferry friday") if hit.what == "attribution"]
    assert hit.chain == ("Evening Post", "sailor")
    assert hit.outlet == "Evening Herald 100%"


def test_only_current_versions_are_found(kept: Ledger) -> None:
    assert stories(kept, "zeppelin") == {"rewritten"}
    assert stories(kept, "ferry") == {"ferry"}


def test_options_narrow_down(kept: Ledger) -> None:
    assert found(kept, certainty="hedged") == {("Divers", "pier")}
    assert found(kept, evidence="document") == {("Divers", "pier")}
    assert found(kept, kind="person") == {("The", "pier")}
    assert found(kept, source="evening post") == {("The", "ferry")}
    assert found(kept, source="harbour", kind="document") == {("Divers", "pier")}
    assert found(kept, source="harbour", kind="person") == set()
    assert found(kept, source="!!") == set()
    assert found(kept, "ferry", certainty="denied") == set()
    assert stories(kept, outlet="courier") == {"pier"}
    assert stories(kept, outlet="100%") == {"ferry"}
    assert stories(kept, outlet="%") == {"ferry"}
    assert stories(kept, outlet="_") == set()
    assert stories(kept, since="2024-04") == {"ferry"}
    assert stories(kept, until="2024-03-05") == {"pier"}
    assert stories(kept, since="2024", until="2024") == {"pier", "ferry"}
    assert not stories(kept, certainty="denied")


def test_newest_first_without_a_query(kept: Ledger) -> None:
    assert [hit.story for hit in kept.search() if hit.what == "story"] == ["ferry", "pier", "rewritten"]
    assert len(kept.search(limit=1)) == 2


@pytest.mark.parametrize(
    "options",
    [{"kind": "human"}, {"certainty": "sure"}, {"evidence": "hearsay"}, {"since": "May"}, {"until": "1-1"}],
)
def test_values_that_nothing_can_have_are_wrong_usage(kept: Ledger, options: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        kept.search("", **options)  # type: ignore[arg-type]


NASTY = st.text(st.sampled_from(list("abAND OR NOT NEAR(){}[]\"'*^:+-,.;\\\0\n%_|&=<>é漢٣½")), max_size=40)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=NASTY | st.text(max_size=60), source=st.none() | NASTY, outlet=st.none() | NASTY)
def test_nothing_that_is_typed_is_an_error(
    kept: Ledger, query: str, source: str | None, outlet: str | None
) -> None:
    with suppress(UsageError):  # over 64 words
        kept.search(query, source=source, outlet=outlet)


@given(words=st.lists(st.sampled_from("pier shut Tarvo crack Olena".split()), min_size=1, max_size=5))
def test_quoting_does_not_change_plain_words(words: list[str]) -> None:
    assert match_of(" ".join(words)) == " AND ".join(f'"{word}"' for word in words)


def test_a_query_of_a_thousand_words_is_refused(kept: Ledger) -> None:
    with pytest.raises(UsageError, match="at most"):
        kept.search("word " * 1000)


def test_the_command(tmp_path: Path, sayso: Run) -> None:
    lines = b"".join(map(line, STORIES)).decode()
    assert sayso("add", "n.ledger", "--jsonl", stdin=lines).returncode == 0
    done = sayso("search", "n.ledger", "ferry", "--format", "jsonl")
    assert done.returncode == 0
    assert '"chain":["Evening Post","sailor"]' in done.stdout
    done = sayso("search", "n.ledger", "--source", "brask")
    assert "Olena Brask: The pier at Tarvo is shut (asserted)" in done.stdout
    done = sayso("search", "n.ledger", "nothingness")
    assert (done.returncode, done.stdout) == (0, "nothing found\n")
    done = sayso("search", "n.ledger", "--kind", "human")
    assert done.returncode == 2
    assert done.stderr.startswith("sayso: no such kind")
