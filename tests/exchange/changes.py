"""Random changes and scenarios that fill every field of every kind, however little sense they make."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from models import (
    BandChanged,
    Change,
    ClassActivity,
    ClassAdded,
    ClubAdded,
    ClubChanged,
    ClubDropped,
    Credential,
    CrossClassClub,
    Day,
    DayOff,
    Instructor,
    LeaderFrom,
    MayServe,
    PapersRenewed,
    Parity,
    PersonAway,
    PersonChanged,
    PersonFree,
    PersonJoined,
    PersonLeft,
    PinReleased,
    PupilsGrown,
    QuotaChanged,
    Room,
    RoomAdded,
    RoomChanged,
    RoomClosed,
    RoomOpened,
    RuleChanged,
    Scenario,
    SchoolClass,
    SettingsChanged,
    Slot,
    SlotWish,
    Strength,
    Teacher,
    WholeSchoolClub,
    Wish,
)

# What YAML might take for something else, separators of ours, and anything that can be shown.
_WORDS = st.sampled_from(
    ["no", "off", "null", "~", "301", "3.2", "1e5", "2026-09-01", "- 甲", "甲: 乙", "#", "“甲”", "无"]
)
_TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=8)
NAMES = (_WORDS | _TEXT).map(str.strip).filter(bool)
SLOTS = st.builds(Slot, st.integers(1, 7), st.integers(1, 9), st.integers(1, 2))


def _many(items: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(items, min_size=least, max_size=3, unique=True).map(tuple)


def _maybe(items: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | items


_NAMES, _SLOTS, _SOME_SLOTS = _many(NAMES), _many(SLOTS), _many(SLOTS, 1)
_FROM = st.sampled_from(list(LeaderFrom))
_DATES = _maybe(st.dates(date(2020, 1, 1), date(2030, 12, 31)))
_WISHES = _many(st.builds(SlotWish, slot=SLOTS, wish=st.sampled_from(list(Wish))))
_PERSON: dict[str, st.SearchStrategy[Any]] = {
    "id": NAMES, "name": NAMES, "skills": _NAMES, "unavailable": _SLOTS, "wishes": _WISHES,
    "weekly_least": st.integers(0, 30), "weekly_most": st.integers(0, 30), "daily_most": st.integers(0, 9),
}  # fmt: skip
_PEOPLE = st.builds(
    Teacher, **_PERSON, subjects=_NAMES, leader=st.booleans(), target=_maybe(st.integers(0, 30))
) | st.builds(
    Instructor,
    **_PERSON,
    credentials=_many(st.builds(Credential, name=NAMES, valid_from=_DATES, valid_until=_DATES)),
    fee=st.integers(0, 10_000),
    visits_only=_SLOTS,
    weeks=st.sampled_from(list(Parity)),
    institution=_maybe(NAMES),
)
_CLUB: dict[str, st.SearchStrategy[Any]] = {"id": NAMES, "name": NAMES, "fixed_slots": _SLOTS, "intro": _TEXT}
_LED: dict[str, st.SearchStrategy[Any]] = {
    **_CLUB, "grades": _many(NAMES, 1), "named_leaders": _NAMES, "leader_from": _FROM
}  # fmt: skip
_CLUBS = st.one_of(
    st.builds(
        CrossClassClub,
        **_LED,
        enrolment=st.dictionaries(NAMES, st.integers(0, 99), max_size=2),
        periods=st.integers(1, 2),
    ),
    st.builds(WholeSchoolClub, **_LED, adult_per_class=st.booleans()),
    st.builds(ClassActivity, **_CLUB, classes=_NAMES, who=st.sampled_from(list(MayServe)), people=_NAMES),
)
_CLASSES = st.builds(
    SchoolClass,
    id=NAMES,
    grade=NAMES,
    pupils=st.integers(1, 99),
    class_teacher=_maybe(NAMES),
    home_room=_maybe(NAMES),
    teachers=st.dictionaries(NAMES, _NAMES, max_size=2),
)
_ROOMS = st.builds(Room, id=NAMES, features=_NAMES, capacity=st.integers(1, 5000), closed=_SLOTS)

CHANGES: st.SearchStrategy[Change] = st.one_of(
    st.builds(RoomClosed, room=NAMES, slots=_SLOTS),
    st.builds(RoomOpened, room=NAMES, slots=_SLOTS),
    st.builds(RoomAdded, room=_ROOMS),
    st.builds(
        RoomChanged,
        room=NAMES,
        add_features=_NAMES,
        remove_features=_NAMES,
        capacity=_maybe(st.integers(1, 5000)),
        groups_at_once=_maybe(st.integers(1, 20)),
    ),
    st.builds(PersonLeft, person=NAMES),
    st.builds(PersonAway, person=NAMES, slots=_SOME_SLOTS),
    st.builds(PersonFree, person=NAMES, slots=_SOME_SLOTS),
    st.builds(
        PersonChanged,
        person=NAMES,
        weekly_least=_maybe(st.integers(0, 30)),
        weekly_most=_maybe(st.integers(0, 30)),
        daily_most=_maybe(st.integers(0, 9)),
        add_skills=_NAMES,
    ),
    st.builds(PersonJoined, person=_PEOPLE),
    st.builds(PapersRenewed, person=NAMES),
    st.builds(ClassAdded, school_class=_CLASSES),
    st.builds(PupilsGrown, percent=st.integers(-99, 900), grades=_NAMES),
    st.builds(ClubAdded, club=_CLUBS),
    st.builds(ClubDropped, club=NAMES),
    st.builds(
        ClubChanged,
        club=NAMES,
        meetings=_maybe(st.integers(1, 30)),
        groups=_maybe(st.integers(1, 20)),
        least=_maybe(st.integers(0, 999)),
        most=_maybe(st.integers(1, 999)),
        leaders=_maybe(st.integers(1, 20)),
        fixed_slots=_maybe(_SLOTS),
        features=_maybe(_NAMES),
        leader_from=_maybe(_FROM),
    ),
    st.builds(QuotaChanged, subject=NAMES, times=st.integers(0, 30), grades=_NAMES, classes=_NAMES),
    st.builds(
        BandChanged,
        band=NAMES,
        walking_least=_maybe(st.integers(0, 30)),
        walking_most=_maybe(st.integers(0, 30)),
        fixed_slots=_maybe(_SLOTS),
    ),
    st.builds(
        RuleChanged,
        rule=NAMES,
        strength=_maybe(st.sampled_from(list(Strength))),
        weight=_maybe(st.integers(0, 1000)),
    ),
    st.builds(
        SettingsChanged,
        patrol_at_least=_maybe(st.integers(0, 20)),
        accompany_instructors=_maybe(st.booleans()),
        pupils_per_adult=_maybe(st.integers(1, 999)),
        drop_ratio=st.booleans(),
    ),
    st.builds(
        PinReleased, slot=SLOTS, school_class=_maybe(NAMES), club=_maybe(NAMES), group=st.integers(1, 20)
    ),
    st.builds(DayOff, day=st.sampled_from(list(Day))),
)  # fmt: skip


@st.composite
def scenarios(draw: st.DrawFn) -> tuple[Scenario, ...]:
    """Some scenarios of different names, none standing on itself."""
    names = draw(st.lists(NAMES, max_size=3, unique=True))
    made = []
    for i, name in enumerate(names):
        changes = tuple(draw(st.lists(CHANGES, max_size=4)))
        base = draw(st.none() | st.sampled_from(names[:i])) if i else None
        made.append(Scenario(name=name, base=base, changes=changes, note=draw(_TEXT)))
    return tuple(made)
