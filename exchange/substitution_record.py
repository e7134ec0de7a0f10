"""代课登记表: the record of substitutions under the headings that schools use, as a workbook."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]

from exchange.results import styles
from exchange.results.names import class_title
from models import Absence, Day, InstructorCancels, Language, Leave, Problem, SessionKind, Substitution, TermLog, Text

_HEADS = (
    (Text("序号", "No."), 6),
    (Text("请假教师", "Teacher on leave"), 12),
    (Text("时间", "Date"), 13),
    (Text("星期", "Day"), 7),
    (Text("事由", "Reason"), 16),
    (Text("假别", "Kind of leave"), 10),
    (Text("天数", "Days"), 6),
    (Text("代课教师", "Substitute"), 12),
    (Text("班级", "Class"), 16),
    (Text("节次", "Period"), 10),
    (Text("科目", "Subject"), 16),
    (Text("节数", "Sessions"), 6),
)
_LEAVE = {
    Leave.SICK: Text("病假", "sick"),
    Leave.PERSONAL: Text("事假", "personal"),
    Leave.OFFICIAL: Text("公假", "official"),
    Leave.TRAINING: Text("外出培训", "training"),
    Leave.OTHER: Text("其他", "other"),
}
_FOOT = (Text("登记人：", "Entered by:"), Text("审核人：", "Checked by:"), Text("学校（盖章）：", "School (seal):"))
Row = tuple[str | int, ...]


def record_rows(problem: Problem, log: TermLog, language: Language = "zh") -> list[Row]:
    """One row for each date, person away, substitute, class and subject; in order of date."""
    return [(number, *row) for number, row in enumerate(_rows(problem, log, language), start=1)]


def write_record(problem: Problem, log: TermLog, path: Path, language: Language = "zh") -> None:
    """The record as a page in landscape A4, with the lines for the signatures."""
    book = xlsxwriter.Workbook(path)
    made = styles.Styles(book)
    title = Text("代课登记表", "Record of substitutions").in_language(language)
    sheet = book.add_worksheet(title)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.merge_range(0, 0, 0, len(_HEADS) - 1, f"{problem.school} {title}", made.of(styles.TITLE))
    sheet.write(1, 0, problem.term.name, made.of(styles.SUBTITLE))
    for column, (head, wide) in enumerate(_HEADS):
        sheet.set_column(column, column, wide)
        sheet.write(2, column, head.in_language(language), made.of(styles.HEAD))
    sheet.repeat_rows(2)
    rows = record_rows(problem, log, language)
    for number, row in enumerate(rows, start=3):
        for column, value in enumerate(row):
            sheet.write(number, column, value, made.of(styles.CENTRE))
    foot = len(rows) + 4
    for column, text in zip((0, 4, 8), _FOOT, strict=True):
        sheet.write(foot, column, text.in_language(language), made.of(styles.SECTION))
    book.close()


def _rows(problem: Problem, log: TermLog, language: Language) -> Iterator[Row]:
    facts = {c.id: c for c in log.holding}
    lines = [c for c in log.holding if isinstance(c, Substitution)]

    def key(c: Substitution) -> tuple[date, str, str, str, str]:
        return c.day, c.person, c.by, _class(problem, c), _subject(problem, c, language)

    for (day, person, by, whose, subject), found in groupby(sorted(lines, key=key), key=key):
        together = list(found)
        fact = facts.get(together[0].because or "")
        leave = ""
        if isinstance(fact, Absence):
            leave = _LEAVE[fact.leave].in_language(language)
        elif isinstance(fact, InstructorCancels):
            leave = Text("外聘停来", "does not come").in_language(language)
        days = (fact.last - fact.first).days + 1 if isinstance(fact, Absence | InstructorCancels) else 1
        periods = sorted({c.session.slot.period for c in together})
        joined = "、".join(map(str, periods))
        yield (
            problem.person_by_id[person].name,
            day.isoformat(),
            Day(day.isoweekday()).title.in_language(language),
            together[0].why,
            leave,
            days,
            problem.person_by_id[by].name,
            whose,
            f"第{joined}节" if language == "zh" else joined,
            subject,
            len(together),
        )


def _class(problem: Problem, c: Substitution) -> str:
    return class_title(problem, c.session.school_class) if c.session.school_class else ""


def _subject(problem: Problem, c: Substitution, language: Language) -> str:
    if c.session.kind is SessionKind.PATROL:
        return Text("巡查", "patrol").in_language(language)
    if c.session.subject:
        return Text(f"{c.session.subject}作业辅导", f"{c.session.subject} homework").in_language(language)
    club = problem.club_by_id.get(c.session.club or "")
    return club.name if club is not None else Text("班级活动", "class activity").in_language(language)
