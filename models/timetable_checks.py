"""What is wrong with a timetable before any rule judges it: names that nobody has, sessions of an impossible shape.

A timetable may be edited by hand. Whether it is a good one is for `scheduler.audit` to say, and audit may be
called only when there is no error here: a rule cannot judge a session whose club or class does not exist.
"""

from collections.abc import Callable, Iterable, Iterator

from models.checks.finding import Finding, Path, error, missing, slot_name, warning
from models.club import ClassActivity, CrossClassClub, WholeSchoolClub
from models.fingerprint import fingerprint
from models.problem import Problem
from models.text import Text
from models.timetable import Role, Session, SessionKind, Timetable
from models.verdict import Issue

_KIND = {
    SessionKind.HOMEWORK: Text("作业辅导", "homework"),
    SessionKind.CROSS_CLASS: Text("走班社团", "cross-class club"),
    SessionKind.WHOLE_SCHOOL: Text("大社团", "whole-school club"),
    SessionKind.CLASS_ACTIVITY: Text("班级活动", "class activity"),
    SessionKind.PATROL: Text("巡查", "patrol"),
}
_FIELD = {
    "school_class": Text("班级", "class"),
    "subject": Text("学科", "subject"),
    "club": Text("社团或活动", "club or activity"),
    "room": Text("场地", "room"),
    "pupils": Text("学生人数", "head count"),
}
# For each kind: what a session of it must have, and what it must not have.
_SHAPE: dict[SessionKind, tuple[tuple[str, ...], tuple[str, ...]]] = {
    SessionKind.HOMEWORK: (("school_class", "subject"), ("club",)),
    SessionKind.CROSS_CLASS: (("club",), ("school_class", "subject")),
    SessionKind.WHOLE_SCHOOL: (("club",), ("school_class", "subject")),
    SessionKind.CLASS_ACTIVITY: (("school_class",), ("subject",)),
    SessionKind.PATROL: ((), ("school_class", "subject", "club", "room", "pupils")),
}
_ROLES = {
    SessionKind.HOMEWORK: (Role.TUTOR, Role.ACCOMPANYING),
    SessionKind.CROSS_CLASS: (Role.LEADER, Role.ACCOMPANYING),
    SessionKind.WHOLE_SCHOOL: (Role.LEADER, Role.ACCOMPANYING),
    SessionKind.CLASS_ACTIVITY: (Role.LEADER, Role.ACCOMPANYING),
    SessionKind.PATROL: (Role.PATROL,),
}
_ROLE = {
    Role.TUTOR: Text("辅导", "tutor"),
    Role.LEADER: Text("带社团或活动", "leader"),
    Role.ACCOMPANYING: Text("陪同", "accompanying"),
    Role.PATROL: Text("巡查", "patrol"),
}
_CLUB_CLASS = {
    SessionKind.CROSS_CLASS: CrossClassClub,
    SessionKind.WHOLE_SCHOOL: WholeSchoolClub,
    SessionKind.CLASS_ACTIVITY: ClassActivity,
}


def _sessions(problem: Problem, timetable: Timetable) -> Iterator[tuple[int, Session, Text]]:
    """Each session with its number and with how a sentence says where it stands."""
    for i, session in enumerate(timetable.sessions):
        when, kind = slot_name(session.slot, problem), _KIND[session.kind]
        yield (
            i,
            session,
            Text(f"第{i + 1}条课次（{when.zh}{kind.zh}）", f"session {i + 1} ({when.en}, {kind.en})"),
        )


def session_slot_exists(problem: Problem, timetable: Timetable) -> Iterator[Finding]:
    """Every slot is a day 1–7, a period that the school has, and a week of its cycle."""
    periods = {p.number for p in problem.week.periods}
    for i, session, where in _sessions(problem, timetable):
        day, period, week = session.slot
        if not (1 <= day <= 7 and period in periods and week in problem.week.weeks):
            yield error(
                ("sessions", i, "slot"),
                f"{where.zh}：学校没有“{session.slot}”这个时段，请改为“星期.节次”（单双周再加“.周”）。",
                f"{where.en}: the school has no slot “{session.slot}”; write day.period, or day.period.week.",
            )


def session_names_known(problem: Problem, timetable: Timetable) -> Iterator[Finding]:
    """Every class, subject, club, room and person that a session names exists."""
    known: dict[str, Iterable[str]] = {
        "school_class": problem.class_by_id,
        "subject": {s.id for s in problem.subjects},
        "club": problem.club_by_id,
        "room": problem.room_by_id,
    }
    for i, session, where in _sessions(problem, timetable):
        named: list[tuple[Path, str, Iterable[str], Text]] = [
            (("sessions", i, field), getattr(session, field), names, _FIELD[field])
            for field, names in known.items()
            if getattr(session, field) is not None
        ]
        for j, duty in enumerate(session.duties):
            person = Text("人员", "person")
            named.append((("sessions", i, "duties", j, "person"), duty.person, problem.person_by_id, person))
        for class_id in session.pupils:
            named.append((("sessions", i, "pupils", class_id), class_id, problem.class_by_id, _FIELD["school_class"]))
        for path, name, names, what in named:
            if name not in names:
                yield Finding(path, missing(name, names, what, where))


def session_fits_kind(problem: Problem, timetable: Timetable) -> Iterator[Finding]:
    """A session has what its kind needs and nothing that its kind cannot have; its club is of that kind."""
    for i, session, where in _sessions(problem, timetable):
        needed, barred = _SHAPE[session.kind]
        for field in needed:
            if getattr(session, field) is None:
                what = _FIELD[field]
                yield error(
                    ("sessions", i, field), f"{where.zh}：缺少{what.zh}。", f"{where.en}: the {what.en} is missing."
                )
        for field in barred:
            if getattr(session, field):
                what = _FIELD[field]
                yield error(
                    ("sessions", i, field), f"{where.zh}：不应有{what.zh}。", f"{where.en}: it cannot have a {what.en}."
                )
        club = None if session.club is None else problem.club_by_id.get(session.club)
        wanted = _CLUB_CLASS.get(session.kind)
        if club is not None and wanted is not None and not isinstance(club, wanted):
            kind = _KIND[session.kind]
            yield error(
                ("sessions", i, "club"),
                f"{where.zh}：“{club.name}”不是{kind.zh}。",
                f"{where.en}: “{club.name}” is no {kind.en}.",
            )


def session_roles_fit(problem: Problem, timetable: Timetable) -> Iterator[Finding]:
    """Homework has tutors, clubs and activities have leaders, patrols have patrols; anybody may accompany."""
    for i, session, where in _sessions(problem, timetable):
        allowed = _ROLES[session.kind]
        for j, duty in enumerate(session.duties):
            if duty.role not in allowed:
                role = _ROLE[duty.role]
                yield error(
                    ("sessions", i, "duties", j, "role"),
                    f"{where.zh}：“{duty.person}”的角色不能是“{role.zh}”。",
                    f"{where.en}: “{duty.person}” cannot have the role “{role.en}”.",
                )


def session_group_exists(problem: Problem, timetable: Timetable) -> Iterator[Finding]:
    """The group's number is one of the club's; everything but a cross-class club has only group 1."""
    for i, session, where in _sessions(problem, timetable):
        club = None if session.club is None else problem.club_by_id.get(session.club)
        groups = club.groups if isinstance(club, CrossClassClub) else 1
        if session.group > groups:
            yield error(
                ("sessions", i, "group"),
                f"{where.zh}：教学班序号最大是{groups}，现在是{session.group}。",
                f"{where.en}: the group's number is at most {groups}, not {session.group}.",
            )


def head_counts_possible(problem: Problem, timetable: Timetable) -> Iterator[Finding]:
    """No head count is negative, and a class's own session has no pupils of another class."""
    for i, session, where in _sessions(problem, timetable):
        for class_id, pupils in session.pupils.items():
            if pupils < 0:
                yield error(
                    ("sessions", i, "pupils", class_id),
                    f"{where.zh}：“{class_id}”的学生人数不能是{pupils}。",
                    f"{where.en}: the head count of “{class_id}” cannot be {pupils}.",
                )
            if pupils and session.school_class is not None and class_id != session.school_class:
                yield error(
                    ("sessions", i, "pupils", class_id),
                    f"{where.zh}：只有本班学生，不应有“{class_id}”的学生。",
                    f"{where.en}: only the class's own pupils belong here, not those of “{class_id}”.",
                )


def made_from_this_problem(problem: Problem, timetable: Timetable) -> Iterator[Finding]:
    """The fingerprint is that of the problem; otherwise the school's data has changed since (a warning)."""
    now = fingerprint(problem)
    if timetable.fingerprint != now:
        yield warning(
            ("fingerprint",),
            f"课表的指纹是“{timetable.fingerprint}”，学校数据的指纹是“{now}”：课表排好之后数据有过改动，或者不是同一所学校。",
            f"the timetable's fingerprint is “{timetable.fingerprint}”, that of the school's data is “{now}”: the "
            "data has changed since, or it is another school.",
        )


TIMETABLE_CHECKS: tuple[Callable[[Problem, Timetable], Iterator[Finding]], ...] = (
    session_slot_exists,
    session_names_known,
    session_fits_kind,
    session_roles_fit,
    session_group_exists,
    head_counts_possible,
    made_from_this_problem,
)


def timetable_issues(problem: Problem, timetable: Timetable) -> tuple[Issue, ...]:
    """Everything that is wrong, all at once; the code of an issue is the name of the check that found it."""
    return tuple(
        Issue(code=check.__name__, text=found.text, severity=found.severity, path=found.path)
        for check in TIMETABLE_CHECKS
        for found in check(problem, timetable)
    )
