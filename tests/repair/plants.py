"""Shortages planted in a feasible school, each with what an honest answer names: codes of counts, and the culprits."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from models import Credential, Patrol, Pin, Problem, Slot
from tests.builders import (
    MON_1,
    MON_2,
    THU_1,
    THU_2,
    TUE_1,
    TUE_2,
    WED_1,
    WED_2,
    changed,
    tiny_school,
)


@dataclass(frozen=True)
class Plant:
    """The spoilt school, the codes that must be named (no others may be), and ids that the answer must mention."""

    problem: Problem
    codes: frozenset[str]
    culprits: frozenset[str]


def _on(problem: Problem, field: str, name: str, **fields: Any) -> Problem:
    nouns = getattr(problem, field)
    return changed(problem, **{field: tuple(changed(n, **fields) if n.id == name else n for n in nouns)})


def _away(problem: Problem, but: set[str], initials: str, *slots: Slot) -> Problem:
    teachers = tuple(
        changed(t, unavailable=slots) if t.id[0] in initials and t.id not in but else t for t in problem.teachers
    )
    return changed(problem, teachers=teachers)


def _pinned(problem: Problem, *pins: Pin) -> Problem:
    return changed(problem, pins=pins)


def _pin(**fields: Any) -> Pin:
    return Pin(by="教导处", reason="习惯", **fields)


def _plants() -> dict[str, Plant]:
    base = _pinned(tiny_school())  # without the pins of the example
    everywhere = base.slots
    lapsed = (Credential(name="合同", valid_until=date(2027, 5, 1)),)
    leaders = tuple(changed(t, unavailable=(WED_1,)) if t.leader else t for t in base.teachers)
    fewer = tuple(changed(t, weekly_most=1) if t.id[0] == "王" else t for t in base.teachers)
    no_lab = _on(base, "rooms", "科学教室", closed=everywhere)
    no_dance = _on(base, "rooms", "舞蹈房", closed=everywhere)
    no_patrol = changed(base, teachers=leaders)
    no_papers = _on(base, "instructors", "孙教练", credentials=lapsed)
    choir = _on(base, "clubs", "合唱", meetings=5)
    found: dict[str, tuple[Problem, str, str]] = {
        # rooms
        "a room gone": (no_lab, "club_rooms", "科学 科学教室"),
        "a room closed on the only day": (
            _on(base, "rooms", "科学教室", closed=(THU_1, THU_2)),
            "club_rooms",
            "科学 科学教室",
        ),
        "one of two rooms gone": (no_dance, "club_rooms", "合唱 音乐教室 舞蹈房"),
        "one room, one slot": (_on(base, "rooms", "操场", closed=(THU_1,)), "club_rooms", "篮球 操场"),
        "a closed building": (
            _on(_on(no_lab, "rooms", "舞蹈房", closed=everywhere), "rooms", "音乐教室", closed=everywhere),
            "club_rooms",
            "合唱 科学",
        ),
        "the playground gone": (_on(base, "rooms", "操场", closed=everywhere), "club_rooms", "足球 篮球 大合唱"),
        "a room too small": (_on(base, "rooms", "科学教室", capacity=30), "club_rooms", "科学"),
        # skills and instructors
        "a skill lost": (
            _on(_on(base, "teachers", "李1", skills=()), "teachers", "李2", skills=()),
            "club_leaders leaders_in_week",
            "合唱",
        ),
        "an only leader away": (_on(base, "teachers", "李4", unavailable=(THU_1, THU_2)), "leaders_come", "科学 李4"),
        "an only leader gone": (_on(base, "teachers", "李4", weekly_most=0), "leaders_come", "科学"),
        "a quota of an instructor": (
            _on(base, "instructors", "孙教练", weekly_most=3),
            "leaders_in_week",
            "孙教练 足球 篮球",
        ),
        "an instructor's day lost": (
            _on(base, "instructors", "孙教练", visits_only=(MON_2, THU_1, THU_2)),
            "leaders_in_week",
            "孙教练 足球 篮球",
        ),
        "an instructor's only day": (
            _on(base, "instructors", "孙教练", visits_only=(MON_2,)),
            "leaders_come",
            "孙教练 足球 篮球",
        ),
        "papers that expire": (no_papers, "credentials_cover_term", "孙教练 足球 篮球"),
        # adults
        "a slot with too few": (_away(base, {"王1", "王2"}, "王李", MON_1), "adults_in_slot", "一1 二2"),
        "a day with too few": (_away(base, {"王1", "李1", "李2"}, "王李冯", WED_1, WED_2), "adults_in_slot", "一1 二2"),
        "nobody on patrol": (no_patrol, "patrol_in_slot", ""),
        "three on patrol": (
            _on(
                changed(base, settings=changed(base.settings, patrol=Patrol(at_least=3))),
                "teachers",
                "周校长",
                unavailable=(TUE_1,),
            ),
            "patrol_in_slot sessions_in_week",
            "",
        ),
        "a subject's quota": (changed(base, teachers=fewer), "homework_tutors", "王1 一1 二2"),
        "everybody's quota": (
            changed(base, teachers=tuple(changed(t, weekly_most=3) for t in base.teachers)),
            "patrol_shared sessions_in_week",
            "",
        ),
        "a least that cannot be": (
            _on(base, "teachers", "冯老师", weekly_least=9, weekly_most=9, unavailable=(MON_1, MON_2, TUE_1, TUE_2)),
            "comes_often_enough",
            "冯老师",
        ),
        # places, quotas, walking
        "places in one band": (_on(base, "clubs", "足球", most=15), "places_in_week", "足球 合唱"),
        "places on one day": (
            _on(_on(base, "clubs", "科学", most=20), "clubs", "篮球", most=20),
            "places_in_week",
            "科学 篮球",
        ),
        "a quota too many": (
            changed(base, homework=(changed(base.homework[0], times=3), *base.homework[1:])),
            "homework_fills_slots",
            "一1 二2",
        ),
        "a quota too few": (
            changed(base, homework=(changed(base.homework[0], times=1), *base.homework[1:])),
            "homework_fills_slots",
            "一1 二2",
        ),
        "a club too often": (choir, "club_within_walking", "合唱"),
        "an activity too often": (_on(base, "clubs", "安全教育", meetings=3), "class_club_slots", "安全教育 二1"),
        "a club fixed to too few slots": (_on(base, "clubs", "足球", fixed_slots=(MON_2,)), "club_days", "足球"),
        # pins
        "a pin against a closure": (
            _pinned(_on(base, "rooms", "音乐教室", closed=(MON_2,)), _pin(slot=MON_2, club="合唱", room="音乐教室")),
            "pinned_room_fits",
            "合唱 音乐教室",
        ),
        "a pin against an absence": (
            _pinned(
                _on(base, "teachers", "王1", unavailable=(MON_1,)), _pin(slot=MON_1, school_class="一1", person="王1")
            ),
            "pinned_person_comes",
            "王1 一1",
        ),
        "two pins on one person": (
            _pinned(
                base,
                _pin(slot=MON_1, school_class="一1", person="王1"),
                _pin(slot=MON_1, school_class="一2", person="王1"),
            ),
            "pinned_person_once",
            "王1",
        ),
        # in pairs
        "a room and papers": (
            _on(no_papers, "rooms", "科学教室", closed=everywhere),
            "club_rooms credentials_cover_term",
            "科学 科学教室 孙教练",
        ),
        "a room and patrol": (
            _on(no_patrol, "rooms", "科学教室", closed=everywhere),
            "club_rooms patrol_in_slot",
            "科学 科学教室",
        ),
        "a skill and places": (
            _on(_on(base, "instructors", "孙教练", weekly_most=3), "clubs", "合唱", most=15),
            "leaders_in_week places_in_week",
            "孙教练 合唱",
        ),
        "a club and a room": (
            _on(choir, "rooms", "科学教室", closed=everywhere),
            "club_rooms club_within_walking",
            "合唱 科学",
        ),
    }
    return {
        name: Plant(problem, frozenset(codes.split()), frozenset(culprits.split()))
        for name, (problem, codes, culprits) in found.items()
    }


PLANTS = _plants()
