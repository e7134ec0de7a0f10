"""The attendance form (考勤表) of a club group for a month: a row for each pupil, a column for each date.

Where the term has dates, `exchange.dated` asks for a form with them; without dates they are left to the pen.
"""

from collections.abc import Sequence

from exchange.handouts.head import Data, Head
from exchange.handouts.tables import Cell, cell, sheet, table
from exchange.results.club_facts import every_group, when
from exchange.results.names import class_title, content_name, day_title, people_names, period_title, room_name
from exchange.results.wording import heads
from models import Role, Session, SessionKind

_WEEKS_OF_A_MONTH = 5
_WIDEST_UPRIGHT = 10  # dates; more of them lie across
_MOST_COLUMNS = 40  # narrower ones hold no mark
_LEFT = (9.0, 14.0, 24.0)  # mm of the page: number, class, name
_WIDE = {True: 190.0, False: 277.0}  # mm of a page, upright and across
_TALL = {True: 215.0, False: 125.0}  # mm of a page for the rows
_BLANK = "　\n＿＿"  # a line on which the date is written


def attendance_forms(head: Head) -> list[Data]:
    """A form with blank dates for each club group that meets, to be copied for every month."""
    groups = [key for key in every_group(head.problem, head.timetable) if head.timetable.of_club.get(key)]
    found: list[Data] = []
    for key in groups:
        meetings = sorted(head.timetable.of_club[key], key=when)
        found += attendance_form(head, meetings, _blank_dates(head, meetings))
    none = head.say("本校没有社团。", "This school has no clubs.")
    return found or [sheet(head.say("社团考勤表", "Attendance"), "", [], notes=[none])]


def attendance_form(
    head: Head, meetings: Sequence[Session], dates: Sequence[str], month: str = "", note: str = ""
) -> list[Data]:
    """The form of one group: its meetings of the time, the headings of its dates, and how the time is called.

    On several sheets where there are more dates than a page has columns.
    """
    say, first = head.say, meetings[0]
    whole = first.kind is SessionKind.WHOLE_SCHOOL
    rows = _class_rows(head, meetings) if whole else pupil_rows(head, meetings)
    named = say("应到", "expected") if whole else say("姓名", "name")
    left = (say("序号", "no."), say("班级", "class"), named)
    marks = say("每格填实到人数。", "Write how many came.") if whole else marks_of(head)
    signs = [say("带班教师签字", "leader"), say("陪同教师签字", "accompanying"), say("审核", "checked")]
    name = content_name(head.problem, first, head.language)
    return [
        sheet(
            say(f"{name} {month}考勤表", f"Attendance of {name}" + (f", {month}" if month else "")),
            note,
            [_table(head, left, dates[at : at + _MOST_COLUMNS], rows, _facts(head, meetings))],
            upright=len(dates) <= _WIDEST_UPRIGHT,
            notes=[marks],
            signs=signs,
        )
        for at in range(0, len(dates), _MOST_COLUMNS)
    ]


def _table(head: Head, left: Sequence[str], dates: Sequence[str], rows: Sequence[Sequence[str]], facts: str) -> Data:
    upright = len(dates) <= _WIDEST_UPRIGHT
    widths = (*_LEFT, *((_WIDE[upright] - sum(_LEFT)) / len(dates) for _ in dates))
    empty = [""] * len(dates)
    there: list[Cell] = [cell(head.say("实到人数", "there"), bold=True, columns=len(left)), *empty]
    body: list[list[Cell]] = [[*row, *empty] for row in rows]
    body.append(there)
    high = _TALL[upright] / (len(body) + 2)
    # As high as one page allows, but no higher than a pen needs; between its lines a row has 2 mm more, a low one 1 mm.
    least = min(7.0, high - 2) if high >= 6 else max(3.4, min(3.9, high - 1))
    return table(widths, [[*left, *dates]], body, title=facts, centred=(0, 1), least=least)


def _facts(head: Head, meetings: Sequence[Session]) -> str:
    """Who leads, where, in which periods, how many."""
    say, language = head.say, head.language
    leaders = tuple(dict.fromkeys(p for s in meetings for p in s.people(Role.LEADER)))
    rooms = dict.fromkeys(room_name(s, language) for s in meetings)
    periods = dict.fromkeys(period_title(s.slot.period, language) for s in meetings)
    most = max(s.head_count for s in meetings)
    parts = [
        say("带班 ", "led by ") + people_names(head.problem, leaders, language),
        "、".join(rooms),
        "、".join(periods),
    ]
    return " · ".join([*parts, heads(most, language)] if most else parts)


def _blank_dates(head: Head, meetings: Sequence[Session]) -> list[str]:
    """For each day of a month on which it meets: a meeting of two periods is one; weeks without it are left out."""
    found: list[str] = []
    for number in range(_WEEKS_OF_A_MONTH):
        week = 1 + number % head.problem.week.cycle
        found += [
            f"{_BLANK}\n{day_title(day, head.language)}"
            for day in sorted({s.slot.day for s in meetings if s.slot.week == week})
        ]
    return found


def marks_of(head: Head) -> str:
    """How each pupil is marked; on every form alike."""
    written = "" if head.names else head.say("　姓名由带班教师填写。", "; the leader writes the names.")
    return head.say("到 √　迟到 △　请假 ○　缺席 ×", "√ came, △ late, ○ excused, × absent") + written


def pupil_rows(head: Head, meetings: Sequence[Session]) -> list[list[str]]:
    """(number, class, name) for each place, and for each name of the list if there are more of them.

    The class is known; the name only where the school gave a list, else it is for the pen.
    """
    found: list[list[str]] = []
    for owner, places in _most_of_each(head, meetings).items():
        names = [] if head.names is None else list(head.names.joined(owner, meetings[0]))
        names += [""] * (places - len(names))
        found += [[str(number), class_title(head.problem, owner), name]
                  for number, name in enumerate(names, start=len(found) + 1)]  # fmt: skip
    return found


def _class_rows(head: Head, meetings: Sequence[Session]) -> list[list[str]]:
    """Of a whole-school club a row for each class: how many should come."""
    most = [(owner, count) for owner, count in _most_of_each(head, meetings).items() if count]
    return [[str(n), class_title(head.problem, owner), str(count)] for n, (owner, count) in enumerate(most, start=1)]


def _most_of_each(head: Head, meetings: Sequence[Session]) -> dict[str, int]:
    """Class → how many pupils it ever sends, in the school's order; nobody, where the list alone has some."""
    names = head.names
    most = {} if names is None else {c: 0 for c in names.of_class if names.joined(c, meetings[0])}
    for session in meetings:
        for owner, count in session.pupils.items():
            if count:
                most[owner] = max(most.get(owner, 0), count)
    order = {c.id: number for number, c in enumerate(head.problem.classes)}
    return {o: most[o] for o in sorted(most, key=lambda o: (order.get(o, len(order)), o))}
