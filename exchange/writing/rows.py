"""A problem as rows: for each sheet, the values by field, as the columns' writers take them."""

from collections.abc import Sequence

from exchange.assembly.people_and_rooms import CERTIFICATE, CONTRACT, RECORD
from exchange.columns.shared_columns import WISH_FIELDS
from exchange.columns.simple_cells import OPEN_END
from exchange.writing.calendar_rows import calendar_rows
from exchange.writing.policy_rows import institution_rows, policy_rows
from models import (
    ClassActivity,
    Credential,
    CrossClassClub,
    Instructor,
    Person,
    Problem,
    RuleCard,
    SlotKindSetting,
    Strength,
    WholeSchoolClub,
)  # fmt: skip

Row = dict[str, object]
_PERSON = ("skills", "weekly_least", "weekly_most", "daily_most", "unavailable")
_LED = (
    "grades", "named_leaders", "preferred_leaders", "named_rooms", "fixed_slots", "meetings", "leaders", "leader_from",
    "skills", "features", "weeks", "intro",
)  # fmt: skip
_WALKING = ("least", "most", "groups", "periods", "priority")


def rows(problem: Problem, cards: Sequence[RuleCard]) -> dict[str, list[Row]]:
    """Sheet key → rows; the two matrices are apart (`matrix`)."""
    led = [c for c in problem.clubs if not isinstance(c, ClassActivity)]
    return {
        "school": [_school(problem)],
        "times": _times(problem),
        "grades": [_take(grade, "id", "number") for grade in problem.grades],
        "bands": [
            _named(band)
            | _take(band, "grades", "walking_least", "walking_most", "participation", "fixed_slots")
            for band in problem.bands
        ],
        "classes": [_take(c, "id", "grade", "pupils", "class_teacher", "home_room") for c in problem.classes],
        "subjects": [_take(subject, "id", "written") for subject in problem.subjects],
        "teachers": [
            _person(t) | _take(t, "subjects", "leader", "target") | {"debt": t.debt or None} for t in problem.teachers
        ],
        "instructors": [_instructor(i) for i in problem.instructors],
        "rooms": [_take(r, "id", "features", "capacity", "groups_at_once", "closed") for r in problem.rooms],
        "homework": [
            _take(q, "subject", "times", "per_cycle", "who", "people") | {"whom": (q.grades, q.classes)}
            for q in problem.homework
        ],
        "clubs": [_club(club) for club in led],
        "activities": [
            _named(a)
            | _take(a, "meetings", "who", "people", "skills", "fixed_slots", "weeks", "intro")
            | {"whom": (a.grades, a.classes)}
            for a in problem.clubs
            if isinstance(a, ClassActivity)
        ],
        "pins": [
            _take(pin, "school_class", "club", "group", "subject", "person", "room", "by", "reason")
            | {"slot": (pin.slot,)}
            for pin in problem.pins
        ],
        "calendar": calendar_rows(problem.calendar),
        "rules": rule_rows(problem, cards),
        "policy": policy_rows(problem),
        "institutions": institution_rows(problem),
    }  # fmt: skip


def matrix(problem: Problem, key: str) -> tuple[list[str], list[tuple[str, dict[str, object]]]]:
    """Headings, and (row's name, heading → value): sheet 任课 (names) or 社团报名 (numbers)."""
    if key == "teaching":
        subjects = dict.fromkeys([s.id for s in problem.subjects if any(s.id in c.teachers for c in problem.classes)])
        subjects |= dict.fromkeys(s for c in problem.classes for s, people in c.teachers.items() if people)
        return list(subjects), [(c.id, dict(c.teachers)) for c in problem.classes]
    clubs = [c for c in problem.clubs if isinstance(c, CrossClassClub) and c.enrolment]
    known = [c.id for c in problem.classes]
    used = dict.fromkeys(name for club in clubs for name in club.enrolment)
    headings = [name for name in known if name in used] + [name for name in used if name not in known]
    return headings, [(club.id, dict(club.enrolment)) for club in clubs]


def rule_rows(problem: Problem | None, cards: Sequence[RuleCard]) -> list[Row]:
    """Every rule with its default, and what the school chose."""
    chosen = {} if problem is None else {s.rule: s for s in problem.settings.rules}
    made: list[Row] = [
        {
            "rule": card.key,
            "title": card.title,
            "default": (card.strength, card.weight if card.strength is Strength.PREFER else None),
            "sentence": card.sentence,
            "given": len(card.choices) == 1,  # nothing to choose
        }
        for card in cards
    ]
    made += [{"rule": key} for key in chosen if key not in {card.key for card in cards}]
    for row in made:
        if (setting := chosen.get(str(row["rule"]))) is not None:
            row |= {"strength": setting.strength, "weight": setting.weight}
    return made


def _take(noun: object, *names: str) -> Row:
    return {name: getattr(noun, name) for name in names}


def _named(noun: object) -> Row:
    """Name, and the id where it is another."""
    name, word = getattr(noun, "name"), getattr(noun, "id")  # noqa: B009
    return {"name": name, "id": word if word != name else None}


def _school(problem: Problem) -> Row:
    settings, term = problem.settings, problem.term
    return {
        "school": problem.school,
        "term": term.name,
        "first_day": term.first_day,
        "last_day": term.last_day,
        "cycle": str(problem.week.cycle),
        **_take(settings.patrol, "at_least", "spread"),
        **_take(settings, "accompany_instructors", "pupils_per_adult"),
    }


def _times(problem: Problem) -> list[Row]:
    """One row per period for all grades, then one per period and group of grades that differ."""
    by_row: dict[tuple[tuple[str, ...], int], list[SlotKindSetting]] = {}
    for period in problem.week.periods:
        by_row[(), period.number] = []
    for setting in sorted(problem.week.kinds, key=lambda s: (s.grades, s.period)):
        by_row.setdefault((setting.grades, setting.period), []).append(setting)
    times = {p.number: p for p in problem.week.periods}
    made: list[Row] = []
    for (grades, number), settings in by_row.items():
        row: Row = {"number": number, "grades": grades}
        if not grades and number in times:
            row |= {"start": times[number].start, "end": times[number].end}
        made.append(row | {f"day{int(s.day)}": s.kind for s in settings})
    return made


def _person(person: Person) -> Row:
    wishes: dict[str, object] = {
        field: tuple(w.slot for w in person.wishes if w.wish is wish) for field, wish in WISH_FIELDS.items()
    }
    return _named(person) | _take(person, *_PERSON) | wishes


def _instructor(instructor: Instructor) -> Row:
    return (
        _person(instructor)
        | _take(instructor, "institution", "fee", "visits_only", "weeks")
        | _credentials(instructor.credentials)
    )


def _credentials(credentials: Sequence[Credential]) -> Row:
    """Papers with columns of their own as far as the order and the dates allow; the rest together."""
    made: Row = {}
    rest = list(credentials)
    for name, start, end in (
        (CERTIFICATE, None, "certificate_until"),
        (RECORD, None, "record_until"),
        (CONTRACT, "contract_from", "contract_until"),
    ):
        if not rest or rest[0].name != name or (start is None and rest[0].valid_from is not None):
            continue
        paper = rest.pop(0)
        if start is not None:
            made[start] = paper.valid_from
        made[end] = paper.valid_until or (OPEN_END if paper.valid_from is None else None)
    return made | {"credentials": tuple(rest)}


def _club(club: CrossClassClub | WholeSchoolClub) -> Row:
    more = _WALKING if isinstance(club, CrossClassClub) else ("adult_per_class",)
    return _named(club) | {"kind": club.kind} | _take(club, *_LED, *more)
