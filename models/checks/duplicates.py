"""Things entered twice: ids, names, quotas, a grade in two bands, a home room of two classes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from models.checks.finding import Finding, Path, error, listed, warning
from models.homework import HomeworkQuota
from models.problem import Problem
from models.text import Text


def _twice(entries: Iterable[tuple[Path, object]], what: Text) -> Iterator[Finding]:
    """The second and later places where an id is used again."""
    seen: set[object] = set()
    for path, word in entries:
        if word in seen:
            yield error(
                path,
                f"{what.zh}“{word}”登记了两次：请删去一个，或者改名加以区分。",
                f"{what.en} “{word}” is entered twice: remove one, or tell them apart by name.",
            )
        seen.add(word)


def person_once(problem: Problem) -> Iterator[Finding]:
    """Nobody is entered twice, among teachers and instructors together."""
    teachers = ((("teachers", i, "id"), p.id) for i, p in enumerate(problem.teachers))
    instructors = ((("instructors", i, "id"), p.id) for i, p in enumerate(problem.instructors))
    yield from _twice([*teachers, *instructors], Text("教师", "person"))


def room_once(problem: Problem) -> Iterator[Finding]:
    """No room is entered twice."""
    yield from _twice(((("rooms", i, "id"), r.id) for i, r in enumerate(problem.rooms)), Text("场地", "room"))


def class_once(problem: Problem) -> Iterator[Finding]:
    """No class is entered twice."""
    yield from _twice(((("classes", i, "id"), c.id) for i, c in enumerate(problem.classes)), Text("班级", "class"))


def club_once(problem: Problem) -> Iterator[Finding]:
    """No club is entered twice."""
    yield from _twice(((("clubs", i, "id"), c.id) for i, c in enumerate(problem.clubs)), Text("社团", "club"))


def grade_once(problem: Problem) -> Iterator[Finding]:
    """No grade is entered twice."""
    yield from _twice(((("grades", i, "id"), g.id) for i, g in enumerate(problem.grades)), Text("年级", "grade"))


def band_once(problem: Problem) -> Iterator[Finding]:
    """No band is entered twice."""
    yield from _twice(((("bands", i, "id"), b.id) for i, b in enumerate(problem.bands)), Text("走班段", "band"))


def subject_once(problem: Problem) -> Iterator[Finding]:
    """No subject is entered twice."""
    entries = ((("subjects", i, "id"), s.id) for i, s in enumerate(problem.subjects))
    yield from _twice(entries, Text("学科", "subject"))


def period_once(problem: Problem) -> Iterator[Finding]:
    """No period number is used twice."""
    entries = ((("week", "periods", i, "number"), p.number) for i, p in enumerate(problem.week.periods))
    yield from _twice(entries, Text("节次", "period"))


def person_name_once(problem: Problem) -> Iterator[Finding]:
    """Two people of one name may be meant, but are worth a look: ids decide who is who."""
    holders: defaultdict[str, list[tuple[Path, str]]] = defaultdict(list)
    for field, people in (("teachers", problem.teachers), ("instructors", problem.instructors)):
        for i, p in enumerate(people):
            holders[p.name].append(((field, i, "name"), p.id))
    for name, entries in holders.items():
        ids = sorted({word for _, word in entries})
        if len(ids) > 1:
            yield warning(
                entries[-1][0],
                f"有{len(ids)}位教师都叫“{name}”（{listed(ids).zh}）：按编号区分，请确认不是同一个人。",
                f"{len(ids)} people are called “{name}” ({listed(ids).en}); their ids tell them apart: "
                "make sure that "
                "they are not the same person.",
            )


def grade_in_one_band(problem: Problem) -> Iterator[Finding]:
    """A grade walks with one band only."""
    first: dict[str, str] = {}
    for i, band in enumerate(problem.bands):
        for j, grade in enumerate(band.grades):
            if grade in first:
                yield error(
                    ("bands", i, "grades", j),
                    f"年级“{grade}”已在走班段“{first[grade]}”里，不能再放进“{band.name}”：请只留一处。",
                    f"grade “{grade}” is already in band “{first[grade]}” and cannot be in “{band.name}” "
                    "too: keep one.",
                )
            first.setdefault(grade, band.name)


def home_room_once(problem: Problem) -> Iterator[Finding]:
    """A home room belongs to no more classes than it holds groups."""
    users: defaultdict[str, list[str]] = defaultdict(list)
    for i, c in enumerate(problem.classes):
        if c.home_room is None or c.home_room not in problem.room_by_id:
            continue
        users[c.home_room].append(c.id)
        holds = problem.room_by_id[c.home_room].groups_at_once
        if len(users[c.home_room]) > holds:
            names = listed(users[c.home_room])
            yield error(
                ("classes", i, "home_room"),
                f"{names.zh}的固定教室都是“{c.home_room}”，它同时只容纳{holds}个班：请给“{c.id}”另填一间。",
                f"“{c.home_room}” is the home room of {names.en}, and holds {holds} at once: give “{c.id}” another.",
            )


def quota_once(problem: Problem) -> Iterator[Finding]:
    """A subject's quota is given once for a grade and once for a class (where the class's own wins)."""
    first: dict[tuple[str, str, str], HomeworkQuota] = {}
    for i, quota in enumerate(problem.homework):
        for field, names in (("grades", quota.grades), ("classes", quota.classes)):
            for j, name in enumerate(names):
                before = first.setdefault((field, name, quota.subject), quota)
                if before is not quota:
                    yield error(
                        ("homework", i, field, j),
                        f"“{name}”的“{quota.subject}”作业辅导写了两次（{before.times}次和{quota.times}次）："
                        "请只留一处。",
                        f"the homework quota of “{name}” in “{quota.subject}” is given twice "
                        f"({before.times} and "
                        f"{quota.times}): keep one.",
                    )


CHECKS = (
    person_once, room_once, class_once, club_once, grade_once, band_once, subject_once, period_once,
    person_name_once, grade_in_one_band, home_room_once, quota_once,
)  # fmt: skip
