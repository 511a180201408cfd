from __future__ import annotations

import json
from pathlib import Path

from claim_stories import DAM, DAM_CLAIM, FERRY, FERRY_CLAIM, WIRE, WIRE_CLAIM, Says, told
from documents import Run

from sayso import pipeline
from sayso.intake import Record
from sayso.ledger import Claim, Ledger
from sayso.story import Story


def ask(ledger: Ledger, stories: tuple[Story, ...], claim: str) -> Claim:
    for story in stories:
        ledger.add(story)
    answer = ledger.match_claim(claim)
    assert answer is not None
    return answer


def test_five_outlets_that_echo_one_stand_on_its_sources(ledger: Ledger) -> None:
    answer = ask(ledger, FERRY, FERRY_CLAIM)
    origins = {origin.name: origin for origin in answer.origins}
    assert answer.independent == ("two dockers",)
    assert origins["Tarnmouth Courier"].rests_on == "two dockers"
    assert origins["Tarnmouth Courier"].stories == ("ferry-2", "ferry-3", "ferry-4", "ferry-5")
    assert (len(answer.stories), answer.outlets, answer.is_single) == (6, 6, True)


def test_a_spokeswoman_is_the_body_she_speaks_for(ledger: Ledger) -> None:
    origins = {origin.name: origin for origin in ask(ledger, FERRY, FERRY_CLAIM).origins}
    assert origins["Solveig Lines"].says == "denies"
    assert not origins["Solveig Lines"].independent
    assert any("speaks for" in why for why in origins["Solveig Lines"].why)


def test_two_officials_are_two_origins_and_nobody_is_none(ledger: Ledger) -> None:
    answer = ask(ledger, DAM, DAM_CLAIM)
    assert answer.independent == ("Mira Haldane", "Tomas Quill")
    by_name = {origin.name: origin for origin in answer.origins}
    assert by_name["Mira Haldane"].stories == ("dam-1", "dam-2")
    assert by_name["unattributed"].stories == ("dam-4",)
    assert not by_name["unattributed"].independent


def test_wire_copy_has_the_agency_as_its_outlet(ledger: Ledger) -> None:
    answer = ask(ledger, WIRE, WIRE_CLAIM)
    assert (len(answer.stories), answer.outlets, answer.outlet_names) == (3, 1, ("Norpress",))
    assert answer.independent == ("Fisheries Ministry",)


def test_an_outlet_that_nobody_shows_to_have_sources_is_no_independent_origin(ledger: Ledger) -> None:
    answer = ask(ledger, FERRY[1:5], FERRY_CLAIM)
    assert [(o.name, o.independent) for o in answer.origins] == [("Tarnmouth Courier", False)]


def test_a_reporter_by_name_is_the_outlets_own_reporting(ledger: Ledger) -> None:
    words = "the lighthouse of Skarholm will be moved forty metres inland before winter"
    by = (("Bergen Mail", "outlet"), ("Nora Vik", "person", "Bergen Mail reporter"))
    stories = tuple(
        told(f"light-{n}", Says(f"{words}, Nora Vik of Bergen Mail said on day {n}.", words, by))
        for n in (1, 2)
    )
    answer = ask(ledger, stories, "The lighthouse of Skarholm will be moved inland.")
    assert answer.independent == ("Bergen Mail",)


def test_who_only_knows_of_reports_is_no_origin(ledger: Ledger) -> None:
    words = "it was aware of reports that two climbers had died on the Gletsch ridge in a storm"
    story = told(
        "ridge", Says(f"The Foreign Office said {words}.", words, (("Foreign Office", "organisation"),))
    )
    answer = ask(ledger, (story,), "Two climbers died on the Gletsch ridge.")
    assert [origin.name for origin in answer.origins] == ["unattributed"]
    assert answer.independent == ()


def test_a_wrong_chain_counts_no_longer(ledger: Ledger) -> None:
    ask(ledger, DAM, DAM_CLAIM)
    row = ledger.connection.execute(
        "SELECT a.key FROM attribution a JOIN story USING (story) WHERE story.id = 'dam-3'"
    ).fetchone()
    ledger.judge("wrong-chain", row[0], by="Ada")
    answer = ledger.match_claim(DAM_CLAIM)
    assert answer is not None
    assert answer.independent == ("Mira Haldane",)


def test_the_view_shows_what_the_answer_says(ledger: Ledger) -> None:
    ask(ledger, FERRY, FERRY_CLAIM)
    rows = {
        row["origin"]: row
        for row in ledger.connection.execute("SELECT * FROM claims_with_origins WHERE stories = 6")
    }
    assert rows["Tarnmouth Courier"]["rests_on"] == "two dockers"
    assert rows["two dockers"]["origin_is_independent"] == 1
    assert {row["independent"] for row in rows.values()} == {1}


def test_order_of_arrival_changes_nothing(ledger: Ledger, tmp_path: object) -> None:
    first = ask(ledger, FERRY, FERRY_CLAIM)
    with Ledger(f"{tmp_path}/other.ledger", create=True) as other:
        second = ask(other, tuple(reversed(FERRY)), FERRY_CLAIM)
    assert (second.origins, second.independent, second.stances) == (
        first.origins,
        first.independent,
        first.stances,
    )


def test_the_command_prints_claims_and_the_contracts_fields(sayso: Run) -> None:
    lines = "".join(story.to_json() + "\n" for story in (*FERRY, *DAM))
    assert sayso("add", "l", "--jsonl", stdin=lines).returncode == 0
    shown = sayso("claims", "l")
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.startswith("6 stories, 6 outlets, 3 origins · single origin\n")
    assert "○ Tarnmouth Courier (outlet) in 4 stories, rests on two dockers" in shown.stdout
    matched = sayso("claims", "l", "--match", DAM_CLAIM, "--format", "jsonl")
    answer = json.loads(matched.stdout)
    assert set(answer) >= {"claim", "stories", "origins", "independent", "outlets", "echoes", "why"}
    assert set(answer["origins"][0]) >= {"name", "kind", "says", "stories", "rests_on"}
    assert answer["independent"] == ["Mira Haldane", "Tomas Quill"]


def test_the_command_says_when_there_is_nothing(sayso: Run) -> None:
    assert sayso("add", "l", "--jsonl", stdin=DAM[0].to_json() + "\n").returncode == 0
    nothing = sayso("claims", "l", "--match", "zebras play chess")
    assert (nothing.returncode, nothing.stdout) == (0, "")
    assert nothing.stderr.count("\n") == 1
    missing = sayso("claims", "nowhere")
    assert missing.returncode == 2 or missing.returncode == 1
    assert missing.stderr.count("\n") == 1


def test_nobody_writes_for_themselves_however_often_they_are_met(tmp_path: Path) -> None:
    lines = (Path(__file__).parents[2] / "examples" / "event.jsonl").read_text("utf8").splitlines()
    with Ledger(tmp_path / "event.ledger", create=True) as ledger:
        for line in lines:
            ledger.add(pipeline.read(Record(**json.loads(line))))
        origins = [origin for claim in ledger.claims() for origin in claim.origins]
    assert origins
    assert not [o.name for o in origins if f"{o.name} writes for {o.name}" in " ".join(o.why)]
