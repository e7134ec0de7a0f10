"""What is in the files that are handed out."""

import json
from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

from openpyxl import load_workbook

from exchange.document import document_json, document_of, document_of_workbook, examine
from exchange.handouts import KINDS
from exchange.normal import normal
from models import PolicySetting, PolicyState, Problem, Timetable, fingerprint
from scheduler.audit import audit
from scheduler.rules import rule_cards
from tests.builders import MON_1, changed, tiny_school
from tests.timetables import replaced, the, tiny_timetable
from ui.handing.files import Handout, Source, by_group, outcome_of

PROBLEM = normal(tiny_school(), rule_cards())
TABLE = tiny_timetable(PROBLEM)


def source(problem: Problem, table: Timetable, now: str | None = None) -> Source:
    document = document_json(document_of(problem, rule_cards()))
    outcome = outcome_of(table, None, audit(problem, table))
    today = fingerprint(problem) if now is None else now
    return Source(problem, table, outcome, document, today, "草稿 1", "zh", date(2027, 3, 1))


def made(source: Source) -> dict[str, Handout]:
    return {h.key: h for _, handouts in by_group(source) for h in handouts}


def test_the_timetable_comes_back() -> None:
    content = made(source(PROBLEM, TABLE))["timetable"].make()
    assert Timetable.model_validate(json.loads(content)) == TABLE


def test_the_school_s_workbook_is_the_data_it_was_made_from() -> None:
    opened = document_of_workbook(made(source(PROBLEM, TABLE))["workbook"].make(), "x.xlsx")
    assert opened.document is not None
    read = examine(opened.document, rule_cards()).reading.problem
    assert read is not None
    assert fingerprint(read) == TABLE.fingerprint


def test_a_doubt_stands_on_every_sheet_of_the_results() -> None:
    broken = replaced(TABLE, the(TABLE, MON_1, school_class="一1"), room="教室2")
    doubtful = (
        (source(PROBLEM, broken), "违反硬性规则"),
        (source(PROBLEM, TABLE, now="0000-0000"), "现在的数据是 0000-0000"),
        (source(PROBLEM, TABLE, now=""), "现在的数据里还有错误"),
    )
    for unsound, words in doubtful:
        handout = made(unsound)["results"]
        assert "未通过" in handout.name
        headers = [sheet.oddHeader for sheet in load_workbook(BytesIO(handout.make()))]
        assert all(header is not None and words in str(header.center.text) for header in headers)
    assert "未通过" not in made(source(PROBLEM, TABLE))["results"].name


def test_every_file_is_made() -> None:
    handouts = made(source(PROBLEM, TABLE))
    assert {*(kind.key for kind in KINDS), "results", "policy", "timetable", "workbook", "all"} == set(handouts)
    begin = {"pdf": b"%PDF", "zip": b"PK", "xlsx": b"PK", "csv": b"\xef\xbb\xbf", "json": b"{"}
    for handout in handouts.values():
        assert handout.make().startswith(begin[handout.name.rpartition(".")[2]])


def test_all_of_them_in_one_file() -> None:
    handouts = made(source(PROBLEM, TABLE))
    with ZipFile(BytesIO(handouts.pop("all").make())) as archive:
        assert set(archive.namelist()) == {handout.name for handout in handouts.values()}
        assert all(archive.read(name) for name in archive.namelist())


def test_with_dates_of_the_term_no_form_has_blank_ones() -> None:
    """The section for dates has the same forms with the dates printed: there is one form of each, not two."""
    blank = {kind.key for kind in KINDS if kind.blank_dates}
    assert blank == {"attendance", "patrol-form"}
    dated = {h.key for _, handouts in by_group(source(PROBLEM, TABLE), dates=True) for h in handouts}
    assert dated == set(made(source(PROBLEM, TABLE))) - blank


def test_no_two_files_have_the_same_name() -> None:
    names = [handout.name for handout in made(source(PROBLEM, TABLE)).values()]
    assert len(set(names)) == len(names)


def test_a_name_that_no_file_may_have() -> None:
    problem = normal(tiny_school(school='甲/乙:"丙"'), rule_cards())
    name = made(source(problem, tiny_timetable(problem)))["timetable"].name
    assert name.startswith("甲_乙__丙_ ")
    assert name.endswith(f"{fingerprint(problem)}.json")


def test_the_policy_report_is_by_what_the_district_asks_for_today() -> None:
    # The fees of the data from which it was made, the figures of today: the sheet is no input of the timetable.
    off = PolicySetting(item="fees", on=False)
    today = changed(PROBLEM, settings=changed(PROBLEM.settings, policy=(off,)))
    made_from = source(PROBLEM, TABLE)
    states = {f.key: f.state for f in replace(made_from, today=today).policy.findings}
    assert states["fees"] is PolicyState.OFF
    assert {f.key: f.state for f in made_from.policy.findings} == {**states, "fees": PolicyState.UNJUDGED}
