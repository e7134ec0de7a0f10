"""A forced choice costs what the school costs with the choice pinned; proved is said only of what is proved."""

from threading import Event

import pytest

from models import (
    Exchanged,
    ExchangeMove,
    Forced,
    Move,
    Outcome,
    PersonMove,
    Pin,
    Problem,
    Role,
    RoomMove,
    SessionKind,
    SessionRef,
    SlotMove,
    Status,
)
from scheduler.alter import best_with as module
from scheduler.alter.best_with import best_with
from scheduler.alter.draft import MoveError
from scheduler.audit import audit
from scheduler.progress import SolveOptions
from scheduler.solve import solve
from scheduler.told import told
from tests.builders import FRI_2, MON_1, MON_2, TUE_1, TUE_2, WED_2, changed
from tests.scheduler_alter.test_effect import CHOIR, FOOTBALL, SCHOOL, TIMETABLE, homework
from tests.scheduler_alter.test_suggestions import leads

# The timetable costs 14, which the fees and visits of 孙教练 alone do: it is the best (`tests.scheduler.test_solve`).
PROVED = Outcome(status=Status.OPTIMAL, timetable=TIMETABLE, objective=14, bound=14, seconds=0.0)


def asked(move: Move | list[Move], found: Outcome = PROVED, problem: Problem = SCHOOL, **options: object) -> Forced:
    answer = best_with(problem, found, move, 60, workers=1, **options)  # type: ignore[arg-type]
    if answer.timetable is not None:
        verdict = audit(problem, answer.timetable)
        assert verdict.clean
        assert answer.effect is not None
        assert answer.effect.cost == answer.at_most == verdict.cost - 14
        assert {n.person for n in answer.effect.notices} == set(told(problem, TIMETABLE, answer.timetable))
    return answer


def pinned_cost(*pins: Pin) -> int:
    """By the plain solver: the same question, asked without anything of ours."""
    outcome = solve(changed(SCHOOL, pins=(*SCHOOL.pins, *pins)), SolveOptions(seconds=60, workers=1))
    assert outcome.status is Status.OPTIMAL
    assert outcome.objective is not None
    return outcome.objective - 14


def test_a_leader_is_forced() -> None:
    answer = asked(leads("李4"))
    pins = [Pin(slot=s, club="合唱", person="李4", by="测试", reason="比较") for s in (MON_2, WED_2)]
    assert answer.status is Status.OPTIMAL
    assert answer.at_least == answer.at_most == pinned_cost(*pins)
    assert answer.at_most is not None
    assert 0 < answer.at_most < 11  # dearer than without; cheaper than the bare exchange
    assert answer.timetable is not None
    assert all("李4" in s.people(Role.LEADER) for s in answer.timetable.of_club["合唱", 1])
    assert answer.text.zh.startswith(f"全校偏好代价+{answer.at_most}，已证最优；需告知")


def test_of_the_cheapest_few_are_told() -> None:
    """As few as a timetable of that cost can touch, which nearly always is less than a fresh solve touches."""
    answer = asked(leads("李4"))
    pins = tuple(Pin(slot=s, club="合唱", person="李4", by="测试", reason="比较") for s in (MON_2, WED_2))
    fresh = solve(changed(SCHOOL, pins=SCHOOL.pins + pins), SolveOptions(seconds=60, workers=1))
    assert fresh.timetable is not None
    assert answer.effect is not None
    assert len(answer.effect.notices) <= len(told(SCHOOL, TIMETABLE, fresh.timetable))


def test_an_equally_good_chain_needs_no_solve(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two leaders who change places cost nothing, and nothing can cost less than what is proved best."""

    def never(*_: object, **__: object) -> Outcome:
        raise AssertionError("solved")

    monkeypatch.setattr(module, "solve", never)
    answer = asked(leads("李2"))
    assert (answer.status, answer.at_least, answer.at_most) == (Status.OPTIMAL, 0, 0)
    assert answer.text.zh == "全校偏好代价不变，已证最优；需告知6人。"


def test_what_can_never_be_needs_no_solve(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "solve", None)
    for move, words in (
        (leads("王1"), "没有合唱专长"),
        (RoomMove(session=CHOIR, room="操场", all_meetings=True), "缺少功能（音乐）"),
    ):
        answer = asked(move)
        assert (answer.status, answer.timetable, answer.at_least) == (Status.IMPOSSIBLE, None, None)
        assert answer.text.zh == f"不可，已证明：{words}。"


def test_proved_impossible_by_solving() -> None:
    """The choir cannot be on Tuesday evening: 大合唱 of 一年级 needs it, whose pupils it takes too."""
    answer = asked(SlotMove(session=CHOIR, slot=TUE_1))
    assert answer.status is Status.IMPOSSIBLE
    assert answer.text.zh.startswith("不可，已证明")
    assert "锁定" not in answer.text.zh


def test_a_slot_is_forced() -> None:
    """In a walking slot 80 pupils need both choirs and the football. These meet on Monday because the football is
    pinned; unpinned, all three meet on Friday, and the free activities are on Monday."""
    move = SlotMove(session=CHOIR, slot=FRI_2)
    assert asked(move).status is Status.IMPOSSIBLE
    answer = asked(move, problem=changed(SCHOOL, pins=()))
    assert (answer.status, answer.at_most) == (Status.OPTIMAL, 0)
    assert answer.timetable is not None
    assert {s.slot for s in answer.timetable.of_club["足球", 1]} == {WED_2, FRI_2}


def test_a_larger_school_is_asked_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """First with the clubs in their slots: its bound is not taken for that of the whole, nor its "impossible"."""
    plain = asked(leads("李4"))
    monkeypatch.setattr(module, "_SMALL", 1)
    again = asked(leads("李4"))
    assert (again.status, again.at_least, again.at_most) == (plain.status, plain.at_least, plain.at_most)
    # Pinned to its slots as they are after the move, the choir of Friday is without the football of Monday.
    moved = asked(SlotMove(session=CHOIR, slot=FRI_2), problem=changed(SCHOOL, pins=()))
    assert (moved.status, moved.at_most) == (Status.OPTIMAL, 0)


def test_homework_changes_slots() -> None:
    move = ExchangeMove(session=homework(MON_1, "一1"), other=homework(TUE_1, "一1"), what=Exchanged.SLOTS)
    assert asked(move).at_most == 0


@pytest.mark.parametrize("person", ["王1", "李4"])
def test_who_accompanies_is_forced(person: str) -> None:
    """No pin can say that; both are free."""
    answer = asked(PersonMove(session=FOOTBALL, role=Role.ACCOMPANYING, person="冯老师", by=person))
    assert answer.status is Status.OPTIMAL
    assert answer.timetable is not None
    (football,) = [s for s in answer.timetable.at[MON_2] if s.club == "足球"]
    assert football.people(Role.ACCOMPANYING) == (person,)


def test_who_is_on_patrol_is_forced() -> None:
    patrol = SessionRef(slot=TUE_2, kind=SessionKind.PATROL)
    answer = asked(PersonMove(session=patrol, role=Role.PATROL, person="周校长", by="郑主任"))
    assert answer.status is Status.OPTIMAL
    assert answer.at_most == 0  # 周校长 takes one of 郑主任's slots
    assert answer.timetable is not None
    assert "郑主任" in {p for s in answer.timetable.at[TUE_2] for p in s.people(Role.PATROL)}


def test_near_tells_few_people_before_it_is_cheap() -> None:
    cheap, near = asked(leads("李4")), asked(leads("李4"), near=True)
    assert cheap.effect is not None
    assert near.effect is not None
    assert len(near.effect.notices) <= len(cheap.effect.notices)
    assert (near.at_most or 0) >= (cheap.at_most or 0)
    assert near.at_least == 0  # all that is known of the cost is that nothing costs less than 14


def test_without_time_nothing_is_claimed() -> None:
    """The bare exchange is possible, so there is a price, and 14 is known to be the least."""
    answer = best_with(SCHOOL, PROVED, leads("李4"), 0.0, workers=1)
    assert (answer.status, answer.at_least, answer.at_most) == (Status.FEASIBLE, 0, 11)
    assert answer.text.zh == "全校偏好代价至多+11、至少+0，尚未证完；需告知6人。"


def test_a_stop_keeps_what_there_is() -> None:
    stop = Event()
    stop.set()
    unpinned = changed(SCHOOL, pins=())
    answer = best_with(unpinned, PROVED, SlotMove(session=CHOIR, slot=FRI_2), 600, workers=1, stop=stop)
    assert answer.status in (Status.OUT_OF_TIME, Status.OPTIMAL, Status.FEASIBLE)
    if answer.status is Status.OUT_OF_TIME:
        assert "也没有证明排不出" in answer.text.zh


def test_a_published_timetable_is_priced_as_the_school_prices_it() -> None:
    problem = changed(SCHOOL, published=TIMETABLE)
    answer = best_with(problem, TIMETABLE, leads("李2"), 60, workers=1)
    assert answer.status is Status.OPTIMAL
    assert answer.at_most == answer.at_least == 6 * 5  # six people are told, each at 5


def test_only_taking_somebody_away_is_no_choice() -> None:
    with pytest.raises(MoveError):
        asked(PersonMove(session=CHOIR, role=Role.LEADER, person="李1"))


def test_nothing_that_was_given_is_altered() -> None:
    before = SCHOOL.model_dump_json(), TIMETABLE.model_dump_json()
    asked(leads("李4"))
    assert before == (SCHOOL.model_dump_json(), TIMETABLE.model_dump_json())
