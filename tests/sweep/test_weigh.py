"""One question of a sweep, on the tiny school, where the answers are known by hand."""

from models import PersonLeft, RepairPrices, RoomClosed, Slot, Status, SweepCase, SweepKind, SweepRow, Text
from scheduler.progress import SolveOptions, Stop
from scheduler.solve import solve
from scheduler.sweep.cases import AS_IT_IS, UNITS, first_cases, next_cases
from scheduler.sweep.weigh import places_left, weigh
from tests.builders import changed, tiny_school
from tests.timetables import tiny_timetable

SCHOOL = tiny_school()
OPTIONS = SolveOptions(seconds=30)


def _case(*changes: object) -> SweepCase:
    return SweepCase.model_validate({"key": "case", "title": Text("", ""), "changes": changes})


def _weigh(case: SweepCase, school: object = None, prices: RepairPrices | None = None) -> SweepRow:
    return weigh(school or SCHOOL, None, case, OPTIONS, prices or RepairPrices(), Stop())  # type: ignore[arg-type]


def test_as_it_is() -> None:
    row, outcome = _weigh(AS_IT_IS), solve(SCHOOL, OPTIONS)
    assert (row.status, row.cost, row.bound) == (Status.OPTIMAL, outcome.objective, outcome.objective)
    assert row.gave_way == ()


def test_places_left_in_the_tightest_slot() -> None:
    # 足球 and 篮球/科学 take 40 pupils each or more: counted from the clubs' most and the heads in the timetable.
    timetable = tiny_timetable(SCHOOL)
    left: dict[Slot, int] = {}
    for session in timetable.sessions:
        club = SCHOOL.club_by_id.get(session.club or "")
        if session.kind == "cross_class":
            left[session.slot] = left.get(session.slot, 0) + club.most - session.head_count  # type: ignore[union-attr]
    assert places_left(SCHOOL, timetable) == min(left.values())


def test_a_room_without_which_a_club_must_go() -> None:
    # 科学 has one room. With 篮球 large enough for all, the school gives 科学 up; as it is, its pupils have no place.
    closed = _case(RoomClosed(room="科学教室"))
    assert _weigh(closed).status is Status.IMPOSSIBLE
    larger = tuple(changed(c, most=80) if c.id == "篮球" else c for c in SCHOOL.clubs)
    school = changed(SCHOOL, clubs=larger, settings=changed(SCHOOL.settings, pupils_per_adult=None))
    row = _weigh(closed, school)
    assert row.status is Status.OPTIMAL
    assert [change.kind for change in row.gave_way] == ["club_dropped"]
    assert row.why, "what is short before the club gives way"
    assert row.least
    dear = RepairPrices(fewer_meetings=None)
    assert _weigh(closed, school, dear).status is Status.IMPOSSIBLE, "a school that gives up no club"


def test_near_a_published_timetable_people_are_counted() -> None:
    # 冯老师 only accompanied 足球: one person takes over, in two sessions (tests/scheduler/test_whatif).
    case = _case(PersonLeft(person="冯老师"))
    row = weigh(SCHOOL, tiny_timetable(SCHOOL), case, SolveOptions(seconds=60, workers=1), RepairPrices(), Stop())
    assert (row.status, row.told, row.sessions_changed) == (Status.OPTIMAL, 1, 2)


def test_nothing_gives_way_for_nothing() -> None:
    # Whatever one unit is worth, the school is never worse off, and is told of a change only if it gains by it.
    cost = solve(SCHOOL, OPTIONS).objective
    assert cost is not None
    for name in ("more_sessions", "free_at", "release_pin"):
        row = _weigh(SweepCase(key=name, title=UNITS[name], gives_way=name))
        if row.status is Status.IMPOSSIBLE:
            continue
        assert row.cost is not None
        assert row.cost <= cost
        assert (row.cost < cost) == bool(row.gave_way)


def test_a_change_that_cannot_be_made_is_no_crash() -> None:
    row = _weigh(_case(PersonLeft(person="没有这个人")))
    assert row.status is Status.IMPOSSIBLE
    assert "没有这个人" in row.why[0].zh


def test_every_kind_has_questions_and_no_key_twice() -> None:
    for kind in SweepKind:
        cases = first_cases(SCHOOL, kind)
        assert cases[0] is AS_IT_IS
        assert len({case.key for case in cases}) == len(cases)
    assert len(first_cases(SCHOOL, SweepKind.PUPILS)) == 31
    assert len(first_cases(SCHOOL, SweepKind.TEACHERS)) == len(SCHOOL.teachers) + 1


def test_ever_fewer_rooms_of_a_kind_the_least_harmful_first() -> None:
    rooms = tuple(changed(r, features=("新",)) for r in SCHOOL.rooms[:3])
    school = changed(SCHOOL, rooms=(*rooms, *SCHOOL.rooms[3:]))
    rows = {}
    for case, cost in zip(first_cases(school, SweepKind.ROOMS), (0, 5, 3, 9, 0, 0, 0, 0, 0, 0), strict=False):
        rows[case.key] = SweepRow(case=case, status=Status.OPTIMAL, cost=cost, seconds=0)
    found = [case for case in next_cases(school, SweepKind.ROOMS, rows) if case.series == "rooms:新"]
    assert [case.step for case in found][:2] == [2, 3]
    first = [change.room for change in found[0].changes]  # type: ignore[union-attr]
    assert first == [rooms[1].id, rooms[0].id], "3 is less than 5, and 5 less than 9"
