"""People to tell of each way out: by the what-if near the timetable in use, never more than the way's own timetable."""

from models import Repair, apply_changes
from scheduler.repair.explain import explain
from scheduler.solve import solve
from scheduler.told import told
from scheduler.whatif import whatif
from tests.builders import changed, tiny_school
from tests.repair.plants import PLANTS
from ui.jobs import Handle
from ui.scenarios.answers_html import people_to_tell
from ui.scenarios.kept import Told
from ui.scenarios.telling import telling

BASE = changed(tiny_school(), pins=())
BROKEN = PLANTS["one room, one slot"].problem


def _repairs() -> tuple[Repair, ...]:
    return explain(BROKEN, seconds=20, partial=False).repairs


def test_each_way_out_is_counted_and_told_as_soon_as_it_is_known() -> None:
    in_use = solve(BASE).timetable
    assert in_use is not None
    repairs = _repairs()
    handle = Handle(60)
    steps = list(telling(BROKEN, repairs, BASE, in_use, handle))
    assert [len(found) for found in steps] == list(range(1, len(repairs) + 1))
    for repair, found in zip(repairs, steps[-1], strict=True):
        school = apply_changes(BROKEN, repair.changes)
        near = whatif(BASE, school, in_use)
        assert found == Told(people=near.told or 0, fewest=True)
        assert found.people <= len(told(school, in_use, repair.timetable))
    assert handle.step is not None
    assert f"第 {len(repairs)} 个" in handle.step.zh


def test_it_ends_when_it_is_told_to() -> None:
    in_use = solve(BASE).timetable
    assert in_use is not None
    handle = Handle(60)
    handle.stop.set()
    assert list(telling(BROKEN, _repairs(), BASE, in_use, handle)) == []


def test_what_is_proved_and_what_is_only_enough_are_written_differently() -> None:
    assert "3 人" in str(people_to_tell(Told(people=3, fewest=True), "zh"))
    assert "≤ 3 人" in str(people_to_tell(Told(people=3, fewest=False), "zh"))
    assert "—" in str(people_to_tell(None, "zh"))
