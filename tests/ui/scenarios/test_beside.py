"""What stands in the comparison of scenarios."""

from models import PersonAway, apply_changes
from scheduler.whatif import whatif
from tests.builders import MON_1, tiny_school
from tests.timetables import tiny_timetable
from ui.scenarios.beside import without_telling


def test_people_to_tell_are_not_counted_twice() -> None:
    """The audit near a timetable prices each person to tell; the comparison has a line for them."""
    school = tiny_school()
    away = apply_changes(school, [PersonAway(person="周校长", slots=(MON_1,))])
    outcome = whatif(school, away, tiny_timetable(school)).outcome
    assert outcome.verdict is not None
    told = next(score.cost for score in outcome.verdict.scores if score.rule == "least_change")
    assert told > 0
    assert without_telling(outcome) == outcome.verdict.cost - told
