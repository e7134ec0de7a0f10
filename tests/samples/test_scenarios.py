"""The samples' what-if questions: each file can be read, applied to its school, counted, and kept in its workbook."""

from pathlib import Path

import pytest

from exchange.normal import normal
from exchange.scenarios import read_scenarios
from exchange.template import write_workbook
from exchange.workbook_read import read_workbook
from models import ClubAdded, Problem, Scenario, Severity, apply_changes, changes_of, fingerprint
from models.checks import problem_issues
from sample_inputs.expand import KEYS, expand
from scheduler.precheck import precheck
from scheduler.progress import SolveOptions
from scheduler.rules import rule_cards
from scheduler.solve import solve

FILES = sorted((Path(__file__).parents[2] / "sample_inputs" / "scenarios").glob("*.yaml"))

# What the counts say once the scenario is applied; nothing counted is no promise that there is a timetable.
SHORT: dict[str, set[str]] = {
    "开二胡": {"club_leaders"},  # nobody has the skill
    "开口琴": {"club_leaders"},
    "开竖琴": set(),  # that no music room is left is seen by the search
    "三个社团都开": {"club_leaders"},
    "三个社团都开，用会议室": {"club_leaders"},
    "三个社团都开，用会议室，多一位外聘": set(),
    "用会议室开竖琴": set(),
    "多一位外聘，开口琴": set(),
    "学生增加一成": {"places_in_week"},  # the clubs have five or six per cent more places than there are pupils
    "多一个班": {"places_in_week"},
}


def scenarios_in(file: Path) -> tuple[Scenario, ...]:
    """The scenarios of a file without mistakes, whose rules are known."""
    reading = read_scenarios(file, rule_cards())
    assert [issue.text.zh for issue in reading.issues] == []
    return reading.scenarios


def applied(file: Path, name: str) -> Problem:
    """The school of the file after one of its scenarios."""
    found = {s.name: s for s in scenarios_in(file)}
    return apply_changes(expand(file.name.split("_")[0]), changes_of(found[name], found), rule_cards())


ALL = [(file, scenario.name) for file in FILES for scenario in scenarios_in(file)]


def test_every_question_of_the_school_is_there() -> None:
    assert {file.name.split("_")[0] for file in FILES} <= set(KEYS)
    assert sorted(name for _, name in ALL) == sorted(SHORT)


@pytest.mark.parametrize(("file", "name"), ALL)
def test_it_applies_and_leaves_the_school_as_it_was(file: Path, name: str) -> None:
    base = expand("jisu")
    before = fingerprint(base)
    after = applied(file, name)
    assert fingerprint(after) != before
    assert fingerprint(expand("jisu")) == before
    known = {issue.text.zh for issue in problem_issues(base)}
    new = [i for i in problem_issues(after) if i.severity is Severity.ERROR and i.text.zh not in known]
    # All that may be wrong with the changed school is that nobody can teach what it wants to open.
    assert {issue.code for issue in new} <= {"skill_held"}
    assert bool(new) == ("club_leaders" in SHORT[name])


@pytest.mark.parametrize(("file", "name"), ALL)
def test_what_the_counts_say(file: Path, name: str) -> None:
    assert {shortage.code for shortage in precheck(applied(file, name))} == SHORT[name]


@pytest.mark.parametrize("name", ["用会议室开竖琴", "多一位外聘，开口琴"])
def test_what_helps_has_a_timetable(name: str) -> None:
    (file,) = (file for file, found in ALL if found == name)
    outcome = solve(applied(file, name), SolveOptions(seconds=60, gap=1.0))
    assert outcome.timetable is not None
    assert outcome.verdict is not None
    assert outcome.verdict.clean


def test_a_club_is_the_same_in_every_file() -> None:
    clubs: dict[str, set[str]] = {}
    for file in FILES:
        for change in (change for scenario in scenarios_in(file) for change in scenario.changes):
            if isinstance(change, ClubAdded):
                clubs.setdefault(change.club.id, set()).add(change.club.model_dump_json(exclude={"named_rooms"}))
    assert {name: len(forms) for name, forms in clubs.items()} == {"二胡": 1, "口琴": 1, "竖琴": 1}


def test_the_workbook_keeps_them_on_its_sheet(tmp_path: Path) -> None:
    made = [scenario for file in FILES for scenario in scenarios_in(file)]
    write_workbook(expand("jisu"), tmp_path / "a.xlsx", rule_cards(), scenarios=made)
    reading = read_workbook(tmp_path / "a.xlsx", rule_cards())
    assert reading.scenarios == tuple(made)
    assert reading.problem == normal(expand("jisu"), rule_cards())
    assert [i.text.zh for i in reading.issues if i.sheet == "方案"] == []
