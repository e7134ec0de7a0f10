"""Which sheets of the document stand on which tab."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from models import Issue, Severity, Text


@dataclass(frozen=True)
class Group:
    """One tab, and the sheets on it; the first one is what its count counts."""

    key: str
    title: Text
    sheets: tuple[str, ...]


GROUPS = (
    Group("school", Text("学校与时段", "School and times"), ("school", "times", "calendar", "grades", "bands")),
    Group("classes", Text("班级", "Classes"), ("classes", "teaching")),
    Group("teachers", Text("教师", "Teachers"), ("teachers",)),
    Group("instructors", Text("外聘", "Instructors"), ("instructors",)),
    Group("rooms", Text("场地", "Rooms"), ("rooms",)),
    Group("clubs", Text("社团", "Clubs"), ("clubs", "activities")),
    Group("homework", Text("作业辅导", "Homework"), ("homework", "subjects")),
    Group("enrolment", Text("报名", "Enrolment"), ("enrolment",)),
    Group("choices", Text("锁定与规则", "Pins and rules"), ("pins", "rules")),
    Group("policy", Text("政策", "Policy"), ("policy", "institutions")),
)
_UNCOUNTED = frozenset({"school", "choices", "policy"})


def group_of(sheet: str) -> Group:
    """The tab of a sheet."""
    return next(group for group in GROUPS if sheet in group.sheets)


def label(group: Group, rows: Mapping[str, int], issues: Iterable[Issue], words: str) -> str:
    """教师 24 ✕2 ！1, in Markdown; `words` is the title in the session's language."""
    errors, warnings = count(issues)
    number = rows.get(group.sheets[0], 0)
    text = words if group.key in _UNCOUNTED or not number else f"{words} {number}"
    text += f" :red-badge[✕ {errors}]" if errors else ""
    return text + (f" :orange-badge[！{warnings}]" if warnings else "")


def count(issues: Iterable[Issue]) -> tuple[int, int]:
    """Errors and warnings."""
    kinds = [issue.severity for issue in issues]
    return kinds.count(Severity.ERROR), kinds.count(Severity.WARNING)
