"""What counting does not see: a minimal set of requirements, each of which was proved to be needed."""

from models import Explanation, Problem, Status, apply_changes
from models.changes import ClubChanged
from scheduler.precheck import precheck
from scheduler.repair.explain import explain
from scheduler.solve import solve
from tests.builders import changed, tiny_school


def unseen() -> Problem:
    """足球 wants 70 of the 80 pupils whenever it meets, twice; 合唱 wants 10 for each of two groups, twice; and neither
    can meet with 科学 or 篮球. Each count comes out, since nobody counts which meet together."""
    clubs = tuple(changed(c, least=70, most=80) if c.id == "足球" else c for c in tiny_school().clubs)
    return changed(tiny_school(), clubs=clubs, pins=())


def test_a_conflict_that_no_count_sees() -> None:
    problem = unseen()
    assert precheck(problem) == ()
    told = explain(problem, seconds=60, repairs=2, partial=False)
    assert told.status is Status.IMPOSSIBLE
    (conflict,) = told.conflicts
    assert {p.zh for p in conflict.parts} == {"“合唱”每周活动2次", "“合唱”每班至少10人", "“足球”每班至少70人"}
    assert set(conflict.clubs) == {"合唱", "足球"}
    assert "放宽任何一条就能排出" in conflict.text.zh  # each was relaxed alone, and a timetable found


def test_in_no_time_it_is_proved_alone_and_no_more_is_said() -> None:
    """What a small part of the school proves is told before any whole timetable was sought."""
    problem = unseen()
    found: list[Explanation] = []
    explain(problem, seconds=60, repairs=0, partial=False, on_found=found.append)
    (conflict,) = found[0].conflicts
    assert {p.zh for p in conflict.parts} == {"“合唱”每周活动2次", "“合唱”每班至少10人", "“足球”每班至少70人"}
    assert "放宽其中任何一条，其余几条就凑得到一起" in conflict.text.zh


def test_without_any_one_part_it_is_possible() -> None:
    for change in (
        ClubChanged(club="合唱", meetings=1),
        ClubChanged(club="合唱", least=5),
        ClubChanged(club="足球", least=60),
    ):
        assert solve(apply_changes(unseen(), [change])).timetable is not None
