"""Exports, each read back by a library that is not ours."""

from __future__ import annotations

import csv
import io
import json
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from counted_stories import exact, ledger_of, story
from full_ledger import HOSTILE, full_ledger

from sayso.export._csv import write_csv
from sayso.export._jsonld import iri, write_jsonld
from sayso.export._ledger_jsonl import write_ledger_jsonl
from sayso.export._parquet import write_parquet
from sayso.export._prov import write_prov
from sayso.export._tables import tables
from sayso.ledger import Ledger, New, item_of

pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

SCHEMA = "https://schema.org/"
#: The words of schema.org that are used, as https://schema.org documents them.
TERMS = set(
    """
    NewsArticle Claim Quotation Person Organization NewsMediaOrganization CreativeWork SocialMediaPosting
    Thing
    about appearance author citation datePublished description firstAppearance headline identifier inLanguage
    isBasedOn isPartOf name publisher spokenByCharacter text url version
    """.split()
)


@pytest.fixture
def full(tmp_path: Path) -> Ledger:
    return full_ledger(tmp_path / "full.ledger")


def written(write: Callable[..., Any], ledger: Ledger) -> bytes:
    out = io.BytesIO()
    write(ledger.connection, out)
    return out.getvalue()


def no_network(url: str, options: object = None) -> None:
    raise AssertionError(f"asked for {url}")


# JSON-LD ---------------------------------------------------------------------------------------------------


def test_jsonld_is_schema_org_to_pyld(full: Ledger) -> None:
    jsonld = pytest.importorskip("pyld.jsonld")
    document = json.loads(written(write_jsonld, full))
    expanded = jsonld.expand(document, {"documentLoader": no_network})
    used: set[str] = set()

    def look(value: Any) -> None:
        if isinstance(value, dict):
            used.update(value.get("@type", []) if "@value" not in value else [])
            used.update(name for name in value if not name.startswith("@"))
            for one in value.values():
                look(one)
        elif isinstance(value, list):
            for one in value:
                look(one)

    look(expanded)
    of_schema = {term.removeprefix(SCHEMA) for term in used if term.startswith(SCHEMA)}
    assert of_schema <= TERMS
    assert {
        "NewsArticle",
        "Claim",
        "Quotation",
        "appearance",
        "firstAppearance",
        "spokenByCharacter",
    } <= of_schema
    assert all(term.startswith((SCHEMA, "urn:sayso:vocab:")) for term in used)
    flat = jsonld.flatten(document, None, {"documentLoader": no_network})
    assert len({node["@id"] for node in flat}) == len(flat)


def test_jsonld_is_a_graph_to_rdflib(full: Ledger) -> None:
    rdflib = pytest.importorskip("rdflib")
    graph = rdflib.Graph().parse(data=written(write_jsonld, full), format="json-ld")
    schema = rdflib.Namespace(SCHEMA)
    claims = list(graph.subjects(rdflib.RDF.type, schema.Claim))
    assert len(claims) == 2
    assert {str(text) for claim in claims for text in graph.objects(claim, schema.text)} == {
        "12 people were killed",
        HOSTILE,
    }
    first = {
        str(next(graph.objects(graph.value(claim, schema.firstAppearance), schema.identifier)))
        for claim in claims
    }
    assert first == {"one"}  # the newest version of "two" is dated later
    articles = set(graph.subjects(rdflib.RDF.type, schema.NewsArticle))
    assert len(articles) == 5
    assert {one for claim in claims for one in graph.objects(claim, schema.appearance)} <= articles
    urls = {str(url) for url in graph.objects(None, schema.url)}
    assert urls == {"https://example.org/a?b=c&d=%5Be%5D"}
    # Serialising as N-Triples and reading again would fail on anything that is no IRI.
    again = rdflib.Graph().parse(data=graph.serialize(format="nt"), format="nt")
    assert len(again) == len(graph)


def test_jsonld_says_who_speaks_and_through_whom(full: Ledger) -> None:
    nodes = json.loads(written(write_jsonld, full))["@graph"]
    quotations = [node for node in nodes if node["@type"] == "Quotation"]
    assert quotations
    assert any(node["spokenByCharacter"]["name"] == HOSTILE for node in quotations)
    claims = [node for node in nodes if node["@type"] == "Claim"]
    assert all([one["name"] for one in claim["author"]] == ["Ada Marsh"] for claim in claims)
    assert all(len(claim["deniedIn"]) == 1 for claim in claims)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/ä?x=1#y", "https://example.org/%C3%A4?x=1#y"),
        ("https://example.org/%20", "https://example.org/%20"),
        ("javascript:alert(1)", None),
        ("//example.org/", None),
        ("http://[::1", None),
        (None, None),
    ],
)
def test_addresses(url: str | None, expected: str | None) -> None:
    assert iri(url) == expected


# PROV ------------------------------------------------------------------------------------------------------


def test_prov_is_prov_to_the_prov_library(full: Ledger) -> None:
    prov = pytest.importorskip("prov.model")
    document = prov.ProvDocument.deserialize(content=written(write_prov, full).decode(), format="json")
    derivations = list(document.get_records(prov.ProvDerivation))
    types = [str(value) for one in derivations for name, value in one.attributes if str(name) == "prov:type"]
    assert types.count("prov:Revision") == 1
    assert types.count("prov:PrimarySource") == 4
    assert types.count("prov:Quotation") >= 4
    declared = {str(one.identifier) for one in document.get_records((prov.ProvEntity, prov.ProvAgent))}
    for kind in (prov.ProvDerivation, prov.ProvAttribution):
        for one in document.get_records(kind):
            for name, value in one.formal_attributes:
                if value is not None:
                    assert str(value) in declared, (str(name), str(value))
    labels = {
        str(value)
        for one in document.get_records(prov.ProvEntity)
        for value in one.get_attribute("prov:label")
    }
    assert HOSTILE in labels
    # Blank identifiers are unique, so nothing was lost on reading.
    raw = json.loads(written(write_prov, full))
    assert len(derivations) == len(raw["wasDerivedFrom"])
    document.get_provn()


def test_an_empty_ledger_is_valid_prov_and_jsonld(tmp_path: Path) -> None:
    prov, rdflib = pytest.importorskip("prov.model"), pytest.importorskip("rdflib")
    with Ledger(tmp_path / "l", create=True) as ledger:
        prov.ProvDocument.deserialize(content=written(write_prov, ledger).decode(), format="json")
        assert len(rdflib.Graph().parse(data=written(write_jsonld, ledger), format="json-ld")) == 0
        assert written(write_ledger_jsonl, ledger) == b""


# CSV and Parquet -------------------------------------------------------------------------------------------


def rows_of(ledger: Ledger, name: str, columns: list[str]) -> list[tuple[Any, ...]]:
    names = ", ".join(f'"{column}"' for column in columns)
    return sorted((tuple(row) for row in ledger.connection.execute(f"SELECT {names} FROM {name}")), key=repr)


def test_csv_reads_back_cell_by_cell(full: Ledger, tmp_path: Path) -> None:
    folder = tmp_path / "csv"
    folder.mkdir()
    total = write_csv(full.connection, folder)
    found = 0
    for table in tables(full.connection):
        with (folder / f"{table.name}.csv").open(newline="", encoding="utf8") as file:
            head, *rows = csv.reader(file, strict=True)
        assert head == [name for name, _ in table.columns]
        wanted = [tuple("" if v is None else str(v) for v in row) for row in rows_of(full, table.name, head)]
        assert sorted(map(tuple, rows)) == sorted(wanted)
        found += len(rows)
    assert found == total
    assert not {"story_words", "sqlite_sequence", "story_vector"} & {path.stem for path in folder.iterdir()}


def test_csv_tells_nothing_from_empty_text(full: Ledger, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    folder = tmp_path / "csv"
    folder.mkdir()
    write_csv(full.connection, folder)
    options = "all_varchar = true, nullstr = '', allow_quoted_nulls = false"
    read = f"read_csv('{folder / 'story.csv'}', {options})"
    rows = duckdb.sql(f"SELECT id, outlet, headline FROM {read}").fetchall()
    assert len(rows) == 5
    assert [outlet for id, outlet, _ in rows if id == "four"] == [""]
    assert [headline for id, _, headline in rows if id == "four"] == [None]
    assert [(outlet, headline) for id, outlet, headline in rows if id == HOSTILE] == [(HOSTILE, HOSTILE)]


def test_csv_for_spreadsheets_starts_no_formula(full: Ledger, tmp_path: Path) -> None:
    folder = tmp_path / "csv"
    folder.mkdir()
    write_csv(full.connection, folder, spreadsheets=True)
    for path in folder.glob("*.csv"):
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
        with path.open(newline="", encoding="utf-8-sig") as file:
            for row in csv.reader(file):
                for cell in row:
                    assert not cell.lstrip(" ").startswith(("=", "+", "@", "\t", "\r")), cell
                    assert not cell.startswith("-") or float(cell) < 0
    assert "formula" in (folder / "README.md").read_text("utf8")


def test_the_folder_says_what_is_in_it(full: Ledger, tmp_path: Path) -> None:
    folder = tmp_path / "csv"
    folder.mkdir()
    write_csv(full.connection, folder)
    package = json.loads((folder / "datapackage.json").read_text("utf8"))
    named = {one["path"] for one in package["resources"]}
    assert named == {path.name for path in folder.glob("*.csv")}
    fields = {one["name"]: [f["name"] for f in one["schema"]["fields"]] for one in package["resources"]}
    for one in package["resources"]:
        for reference in one["schema"].get("foreignKeys", []):
            assert reference["reference"]["fields"][0] in fields[reference["reference"]["resource"]]
            assert reference["fields"][0] in fields[one["name"]]
    readme = (folder / "README.md").read_text("utf8")
    assert "| story.csv | 5 |" in readme
    assert "story.document" in readme


def test_parquet_reads_back_in_duckdb_and_pyarrow(full: Ledger, tmp_path: Path) -> None:
    duckdb, parquet = pytest.importorskip("duckdb"), pytest.importorskip("pyarrow.parquet")
    folder = tmp_path / "parquet"
    folder.mkdir()
    total = write_parquet(full.connection, folder)
    found = 0
    for table in tables(full.connection):
        file = folder / f"{table.name}.parquet"
        columns = [name for name, _ in table.columns]
        wanted = rows_of(full, table.name, columns)
        assert sorted(duckdb.sql(f"SELECT * FROM '{file}'").fetchall(), key=repr) == wanted
        assert parquet.read_schema(file).names == columns
        found += len(wanted)
    assert found == total


# JSON Lines ------------------------------------------------------------------------------------------------


def test_jsonl_makes_the_same_ledger(full: Ledger, tmp_path: Path) -> None:
    lines = written(write_ledger_jsonl, full)
    with Ledger(tmp_path / "again", create=True) as again:
        items = [item_of(line) for line in lines.splitlines()]
        assert None not in items
        list(again.add_many(items))  # type: ignore[arg-type]
        assert written(write_ledger_jsonl, again) == lines
        for columns in ("key, id, version, current", "text_sha256, headline, outlet, published"):
            query = f"SELECT {columns} FROM story ORDER BY story"
            assert [*map(tuple, again.connection.execute(query))] == [
                *map(tuple, full.connection.execute(query))
            ]
        query = "SELECT verb, a, b, by, at, note, undone_by, undone_at FROM judgement ORDER BY judgement"
        assert [*map(tuple, again.connection.execute(query))] == [*map(tuple, full.connection.execute(query))]


def test_a_ledger_made_again_has_the_same_claims_groups_and_figures(tmp_path: Path) -> None:
    stories = [
        story("a", exact(12, by=("Ada Marsh",)), published="2024-05-01", outlet="A"),
        story("b", exact(15, by=("Bo Lind",)), published="2024-05-01", outlet="B"),
        story("c", exact(12, by=("A", "Ada Marsh")), published="2024-05-02", outlet="C"),
        story(
            "d", exact(7, what="ships"), about="Quite another matter of fishing off Belport, it is, and then"
        ),
        story("b", exact(16, by=("Bo Lind",)), published="2024-05-03", outlet="B"),
    ]
    with Ledger(tmp_path / "one", create=True) as one, Ledger(tmp_path / "two", create=True) as two:
        list(one.add_many(map(New, stories)))
        one.refresh()
        list(two.add_many(item_of(line) for line in written(write_ledger_jsonl, one).splitlines()))  # type: ignore[misc]
        two.refresh()
        for table in tables(one.connection):
            columns = [name for name, _ in table.columns if name not in ("added", "checked")]
            assert rows_of(one, table.name, columns) == rows_of(two, table.name, columns), table.name
        for write in (write_jsonld, write_prov):
            assert written(write, one) == written(write, two)


def test_documents_come_out_as_they_came_in(tmp_path: Path) -> None:
    document = story("a", exact(12)).to_dict() | {"of_tomorrow": {"x": [1.5, "é\u2028"]}}
    line = json.dumps(document).encode()
    with Ledger(tmp_path / "l", create=True) as ledger:
        list(ledger.add_many([item_of(line)]))  # type: ignore[list-item]
        assert written(write_ledger_jsonl, ledger) == line + b"\n"


# All -------------------------------------------------------------------------------------------------------


def test_exports_hold_few_stories_at_a_time(tmp_path: Path) -> None:
    class Sink(io.RawIOBase):
        def writable(self) -> bool:
            return True

        def write(self, data: Any) -> int:
            return len(data)

    long = "The bus fell into the river near Tarvo. " * 2500
    with ledger_of(
        tmp_path / "l", (story(f"s{n}", exact(n, by=("Ada",)), about=f"{n} {long}") for n in range(60))
    ) as ledger:
        folder = tmp_path / "csv"
        folder.mkdir()
        tracemalloc.start()
        try:
            for write in (write_jsonld, write_prov, write_ledger_jsonl):
                write(ledger.connection, Sink())
            write_csv(ledger.connection, folder)
            _, most = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
        assert most < 4_000_000  # the stories have 6 million characters, and their contents as many
