"""Ids that point at nothing: every reference from one noun to another has to find its noun."""

from collections.abc import Iterable, Iterator

from models.checks.finding import Finding, Path, error, missing, nearest, warning
from models.club import ClassActivity, CrossClassClub, WholeSchoolClub
from models.people import Instructor
from models.problem import Problem
from models.text import Text

_Reference = tuple[Path, str, Text]  # where it stands, what it says, whose it is


def _each(path: Path, words: Iterable[str], where: Text) -> Iterator[_Reference]:
    for position, word in enumerate(words):
        yield (*path, position), word, where


def _dangling(references: Iterable[_Reference], names: Iterable[str], what: Text) -> Iterator[Finding]:
    known = set(names)
    for path, word, where in references:
        if word not in known:
            yield Finding(path, missing(word, known, what, where))


def _class(name: str) -> Text:
    return Text(f"班级“{name}”", f"class “{name}”")


def _club(name: str) -> Text:
    return Text(f"社团“{name}”", f"club “{name}”")


def _quota(subject: str) -> Text:
    return Text(f"作业辅导“{subject}”", f"homework quota “{subject}”")


def _pin(number: int) -> Text:
    return Text(f"第{number + 1}条锁定", f"pin {number + 1}")


def known_grade(problem: Problem) -> Iterator[Finding]:
    """Grades named by classes, bands, quotas, clubs, the week and the calendar exist."""

    def references() -> Iterator[_Reference]:
        for i, c in enumerate(problem.classes):
            yield ("classes", i, "grade"), c.grade, _class(c.id)
        for i, band in enumerate(problem.bands):
            where = Text(f"走班段“{band.name}”", f"band “{band.name}”")
            yield from _each(("bands", i, "grades"), band.grades, where)
        for i, quota in enumerate(problem.homework):
            yield from _each(("homework", i, "grades"), quota.grades, _quota(quota.subject))
        for i, club in enumerate(problem.clubs):
            yield from _each(("clubs", i, "grades"), club.grades, _club(club.name))
        for i, setting in enumerate(problem.week.kinds):
            where = Text("服务时段", "the service week")
            yield from _each(("week", "kinds", i, "grades"), setting.grades, where)
        for i, stop in enumerate(problem.calendar.no_service):
            where = Text(f"校历“{stop.reason}”", f"calendar “{stop.reason}”")
            yield from _each(("calendar", "no_service", i, "grades"), stop.grades, where)

    yield from _dangling(references(), (g.id for g in problem.grades), Text("年级", "grade"))


def known_class(problem: Problem) -> Iterator[Finding]:
    """Classes named by quotas, clubs (enrolment too) and pins exist."""

    def references() -> Iterator[_Reference]:
        for i, quota in enumerate(problem.homework):
            yield from _each(("homework", i, "classes"), quota.classes, _quota(quota.subject))
        for i, club in enumerate(problem.clubs):
            if isinstance(club, ClassActivity):
                yield from _each(("clubs", i, "classes"), club.classes, _club(club.name))
            elif isinstance(club, CrossClassClub):
                for name in club.enrolment:
                    yield ("clubs", i, "enrolment", name), name, _club(club.name)
        for i, pin in enumerate(problem.pins):
            if pin.school_class is not None:
                yield ("pins", i, "school_class"), pin.school_class, _pin(i)

    yield from _dangling(references(), (c.id for c in problem.classes), Text("班级", "class"))


def _people(problem: Problem) -> Iterator[tuple[_Reference, bool]]:
    """Every reference to a person, and whether only a teacher of the school can be meant."""
    for i, c in enumerate(problem.classes):
        if c.class_teacher is not None:
            yield (("classes", i, "class_teacher"), c.class_teacher, _class(c.id)), True
        for subject, people in c.teachers.items():
            for reference in _each(("classes", i, "teachers", subject), people, _class(c.id)):
                yield reference, True
    for i, quota in enumerate(problem.homework):
        for reference in _each(("homework", i, "people"), quota.people, _quota(quota.subject)):
            yield reference, True
    for i, club in enumerate(problem.clubs):
        if isinstance(club, ClassActivity):
            for reference in _each(("clubs", i, "people"), club.people, _club(club.name)):
                yield reference, True
        else:
            for field, people in (("named", club.named_leaders), ("preferred", club.preferred_leaders)):
                for reference in _each(("clubs", i, f"{field}_leaders"), people, _club(club.name)):
                    yield reference, False
    for i, pin in enumerate(problem.pins):
        if pin.person is not None:
            yield (("pins", i, "person"), pin.person, _pin(i)), False


def known_person(problem: Problem) -> Iterator[Finding]:
    """People named anywhere exist, as teachers or as instructors."""
    references = (reference for reference, _ in _people(problem))
    yield from _dangling(references, (p.id for p in problem.people), Text("教师", "person"))


def person_is_teacher(problem: Problem) -> Iterator[Finding]:
    """Class teachers, teachers of a class, homework tutors and people of activities are the school's own."""
    outside = {p.id for p in problem.people if isinstance(p, Instructor)} - {t.id for t in problem.teachers}
    for (path, word, where), own in _people(problem):
        if own and word in outside:
            yield error(
                path,
                f"{where.zh}：“{word}”是外聘教师，这里只能填本校教师。",
                f"{where.en}: “{word}” is an outside instructor; name a teacher of the school here.",
            )


def known_room(problem: Problem) -> Iterator[Finding]:
    """Home rooms, rooms of clubs and pinned rooms exist."""

    def references() -> Iterator[_Reference]:
        for i, c in enumerate(problem.classes):
            if c.home_room is not None:
                yield ("classes", i, "home_room"), c.home_room, _class(c.id)
        for i, club in enumerate(problem.clubs):
            if isinstance(club, CrossClassClub | WholeSchoolClub):
                yield from _each(("clubs", i, "named_rooms"), club.named_rooms, _club(club.name))
        for i, pin in enumerate(problem.pins):
            if pin.room is not None:
                yield ("pins", i, "room"), pin.room, _pin(i)

    yield from _dangling(references(), (r.id for r in problem.rooms), Text("场地", "room"))


def known_subject(problem: Problem) -> Iterator[Finding]:
    """Subjects of quotas and pins exist."""

    def references() -> Iterator[_Reference]:
        for i, quota in enumerate(problem.homework):
            yield ("homework", i, "subject"), quota.subject, Text("作业辅导", "homework quota")
        for i, pin in enumerate(problem.pins):
            if pin.subject is not None:
                yield ("pins", i, "subject"), pin.subject, _pin(i)

    yield from _dangling(references(), (s.id for s in problem.subjects), Text("学科", "subject"))


def subject_spelt_alike(problem: Problem) -> Iterator[Finding]:
    """A subject that is not tutored is in order, unless its name is almost that of one that is."""
    known = {s.id for s in problem.subjects}

    def references() -> Iterator[_Reference]:
        for i, teacher in enumerate(problem.teachers):
            where = Text(f"教师“{teacher.name}”", f"teacher “{teacher.name}”")
            yield from _each(("teachers", i, "subjects"), teacher.subjects, where)
        for i, c in enumerate(problem.classes):
            for subject in c.teachers:
                yield ("classes", i, "teachers", subject), subject, _class(c.id)

    for path, word, where in references():
        near = None if word in known else nearest(word, known)
        if near is not None:
            yield warning(
                path,
                f"{where.zh}：学科“{word}”没有作业辅导，是不是“{near}”？",
                f"{where.en}: subject “{word}” is not tutored; is “{near}” meant?",
            )


def known_club(problem: Problem) -> Iterator[Finding]:
    """Pinned clubs exist."""
    references = ((("pins", i, "club"), p.club, _pin(i)) for i, p in enumerate(problem.pins) if p.club is not None)
    yield from _dangling(references, (c.id for c in problem.clubs), Text("社团", "club"))


CHECKS = (
    known_grade, known_class, known_person, person_is_teacher, known_room, known_subject, subject_spelt_alike,
    known_club,
)  # fmt: skip
