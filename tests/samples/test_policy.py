"""What the policy report must say of the sample schools, whatever their timetables: it follows from their data."""

import pytest

from models import PolicyFinding, PolicyState, Timetable, fingerprint
from sample_inputs.expand import KEYS, expand
from scheduler.audit import audit
from scheduler.policy import policy_report


def findings(key: str) -> dict[str, PolicyFinding]:
    """Of a timetable without sessions: the items about clock times, days and names need none."""
    problem = expand(key)
    table = Timetable(school=problem.school, term=problem.term.name, fingerprint=fingerprint(problem), sessions=())
    return {f.key: f for f in policy_report(problem, table, audit(problem, table)).findings}


EARLY = {"jisu": [59], "yayao": [1]}
"""Dates that end before 17:30. jisu ends at 17:20 from 2 November to 22 January, twelve weeks of five days without New
Year's Day; yayao at 16:30 on 25 June, when the clubs' showcase takes period 2."""


@pytest.mark.parametrize("key", KEYS)
def test_times_of_each_school(key: str) -> None:
    found = findings(key)
    # chuzhong has 16:20 to 18:30, 130 minutes; the others 110 between 15:40 or 15:50 and 17:30 or 17:40.
    assert (found["hours_a_day"].state is PolicyState.KEPT) == (key == "chuzhong")
    for item in ("after_lessons", "before_evening", "no_new_lessons", "privacy"):
        assert found[item].state is PolicyState.KEPT, found[item].sentence.zh
    assert (found["end_time"].state is PolicyState.KEPT) == (key not in EARLY), found["end_time"].sentence.zh
    assert [len(case.dates) for case in found["end_time"].cases] == EARLY.get(key, [])
    # Nobody is anywhere, so every class is missing in every slot: the report says so and names each.
    assert found["five_days"].state is found["dispatch"].state is PolicyState.BROKEN
    assert found["dispatch"].cases


def test_a_school_of_older_pupils_has_no_items_for_lower_grades() -> None:
    found = findings("chuzhong")
    assert found["lower_grades"].state is found["homework_time"].state is PolicyState.NOT_APPLICABLE
