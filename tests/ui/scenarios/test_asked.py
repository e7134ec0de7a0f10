"""What is asked, and scenarios made of repairs."""

from datetime import UTC, datetime

from models import ClubDropped, Repair, RoomClosed, Scenario, Step, Text, fingerprint
from scheduler.rules import rule_cards
from store import SavedScenario
from tests.builders import tiny_school
from tests.timetables import tiny_timetable
from ui.scenarios.asked import asked, free_name, sentences, to_try

CLOSED = Scenario(name="少操场", changes=(RoomClosed(room="操场"),))
ON_IT = Scenario(name="再停足球", base="少操场", changes=(ClubDropped(club="足球"),))
LOST = Scenario(name="坏的", changes=(ClubDropped(club="没有的"),))


def _saved(*scenarios: Scenario) -> tuple[SavedScenario, ...]:
    return tuple(SavedScenario(1, datetime(2027, 3, 1, tzinfo=UTC), "沈", one) for one in scenarios)


def test_the_school_as_it_is_and_a_scenario_that_stands_on_another() -> None:
    school, all_three = tiny_school(), _saved(CLOSED, ON_IT, LOST)
    plain = asked(school, all_three, None, rule_cards())
    assert (plain.name, plain.problem, plain.mark) == (None, school, fingerprint(school))
    two = asked(school, all_three, "再停足球", rule_cards())
    assert two.problem is not None
    assert "足球" not in two.problem.club_by_id
    assert [change.kind for change in two.changes] == ["room_closed", "club_dropped"]
    assert two.mark != plain.mark
    assert school.club_by_id["足球"]  # the school itself stays as it was


def test_a_scenario_that_cannot_be_made_says_why_and_a_removed_one_is_the_school() -> None:
    bad = asked(tiny_school(), _saved(LOST), "坏的", rule_cards())
    assert bad.problem is None
    assert "没有的" in bad.refused[0].zh
    assert asked(tiny_school(), _saved(LOST), "已移除", rule_cards()).name is None


def test_a_base_that_is_gone_is_said() -> None:
    alone = asked(tiny_school(), _saved(ON_IT), "再停足球", rule_cards())
    assert alone.problem is None
    assert "少操场" in alone.refused[0].zh


def test_sentences_go_on_after_a_change_that_cannot_be_made() -> None:
    said = sentences(tiny_school(), (*LOST.changes, *CLOSED.changes))
    assert len(said) == 2
    assert "操场" in said[1].zh


def test_a_repair_becomes_a_scenario_on_what_was_asked() -> None:
    school = tiny_school()
    step = Step(change=ClubDropped(club="足球"), text=Text("停开足球", "drop football"), cost=20)
    repair = Repair(steps=(step,), cost=20, cheapest=True, timetable=tiny_timetable(school))
    about = asked(school, _saved(CLOSED), "少操场", rule_cards())
    made = to_try(about, repair, ["少操场＋补救 20"])
    assert (made.name, made.base, made.changes) == ("少操场＋补救 20 2", "少操场", (ClubDropped(club="足球"),))
    assert free_name("甲", ["乙"]) == "甲"
