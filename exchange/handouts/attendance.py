"""The facts of each club's attendance form: a row for each pupil with the class, a column for each meeting."""

from collections.abc import Sequence

from exchange.handouts.head import Data, Head
from exchange.handouts.tables import Cell, cell, sheet, table
from exchange.results.club_facts import every_group, group_name, leaders, times, when
from exchange.results.names import class_title, day_title, room_name
from models import Session, SessionKind

Group = tuple[str, int]
"""(club, number of the group)."""

_MOST_WEEKS = 20
_MOST_COLUMNS = 40  # narrower ones hold no mark
_LEFT, _RIGHT = (9.0, 14.0, 22.0), 232.0  # mm of the page: number, class, name; and the meetings


def attendance_forms(head: Head) -> list[Data]:
    """A form for each club group that meets, with a column for each week; `exchange.dated` has those with dates."""
    groups = [key for key in every_group(head.problem, head.timetable) if head.timetable.of_club.get(key)]
    found = [form for key in groups for form in attendance_form(head, key)]
    none = head.say("本校没有社团。", "This school has no clubs.")
    return found or [sheet(head.say("社团考勤表", "Attendance"), "", [], notes=[none])]


def attendance_form(head: Head, group: Group) -> list[Data]:
    """The form of one group, on several sheets where it has more meetings than a page has columns."""
    say, meetings = head.say, sorted(head.timetable.of_club[group], key=when)
    first = meetings[0]
    whole = first.kind is SessionKind.WHOLE_SCHOOL
    columns = _weeks(head, meetings)
    rows = _classes(head, first) if whole else pupil_rows(head, meetings)
    named = say("实到人数", "how many came") if whole else say("姓名", "name")
    beside = " · ".join(
        (
            say("、", ", ").join(times(head, meetings)),
            room_name(first, head.language),
            leaders(head, first).partition("\n")[0],
        )
    )
    parts = [columns[at : at + _MOST_COLUMNS] for at in range(0, len(columns), _MOST_COLUMNS)]
    title = f"{group_name(head, *group)} {say('考勤表', 'attendance')}"
    note = say("每格填实到人数。", "Write how many came.") if whole else marks_of(head)
    signs = [say("带班签字", "leader")]
    found = []
    for part in parts:
        left = (say("序号", "no."), say("班级", "class"), named)
        found.append(sheet(title, beside, [_table(left, part, rows)], upright=False, notes=[note], signs=signs))
    return found


def _table(left: Sequence[str], columns: Sequence[tuple[str, str]], rows: Sequence[Sequence[str]]) -> Data:
    """Columns with the same title stand under one."""
    below = any(second for _, second in columns)
    deep = 2 if below else 1
    upper: list[Cell] = [cell(words, rows=deep) for words in left]
    at = 0
    while at < len(columns):
        title = columns[at][0]
        wide = 1
        while below and at + wide < len(columns) and columns[at + wide][0] == title:
            wide += 1
        upper.append(cell(title, columns=wide))
        at += wide
    lower: list[Cell] = [second for _, second in columns] if below else []
    heads = [upper, lower] if below else [upper]
    widths = (*_LEFT, *(_RIGHT / len(columns) for _ in columns))
    body: list[list[Cell]] = [[*row, *("" for _ in columns)] for row in rows]
    return table(widths, heads, body, centred=(0, 1), least=4.4)


def _weeks(head: Head, meetings: Sequence[Session]) -> list[tuple[str, str]]:
    """(第1周, 二) for each day on which it meets: a meeting of two periods is one; weeks without it are left out."""
    cycle, several = head.problem.week.cycle, len({s.slot.day for s in meetings}) > 1
    found: list[tuple[str, str]] = []
    for number in range(1, weeks_of_term(head) + 1):
        week = 1 if cycle == 1 or number % 2 else 2  # 双周
        for day in sorted({s.slot.day for s in meetings if s.slot.week == week}):
            below = day_title(day, head.language)[1 if head.language == "zh" else 0 :] if several else ""
            found.append((head.say(f"第{number}周", f"w{number}"), below))
    return found


def weeks_of_term(head: Head) -> int:
    """Weeks from the term's first day to its last, 20 at most; 20 where the school has not said."""
    term = head.problem.term
    if term.first_day is None or term.last_day is None:
        return _MOST_WEEKS
    monday = term.first_day.toordinal() - term.first_day.weekday()
    return max(1, min(_MOST_WEEKS, (term.last_day.toordinal() - monday) // 7 + 1))


def marks_of(head: Head) -> str:
    """How each pupil is marked; on every form alike."""
    written = "" if head.names else head.say("　姓名由带班教师填写。", "; the leader writes the names.")
    return head.say("到 √　迟到 △　请假 ○　缺席 ×", "√ came, △ late, ○ excused, × absent") + written


def most_of_each(head: Head, meetings: Sequence[Session]) -> dict[str, int]:
    """Class → how many pupils it ever sends, in the school's order; nobody, where the list alone has some."""
    names = head.names
    most = {} if names is None else {c: 0 for c in names.of_class if names.joined(c, meetings[0])}
    for session in meetings:
        for owner, count in session.pupils.items():
            if count:
                most[owner] = max(most.get(owner, 0), count)
    order = {c.id: number for number, c in enumerate(head.problem.classes)}
    return {o: most[o] for o in sorted(most, key=lambda o: (order.get(o, len(order)), o))}


def pupil_rows(head: Head, meetings: Sequence[Session]) -> list[list[str]]:
    """(number, class, name) for each place, and for each name of the list if there are more of them.

    The class is known; the name only where the school gave a list, else it is for the pen.
    """
    found: list[list[str]] = []
    for owner, places in most_of_each(head, meetings).items():
        names = [] if head.names is None else list(head.names.joined(owner, meetings[0]))
        names += [""] * (places - len(names))
        found += [[str(number), class_title(head.problem, owner), name]
                  for number, name in enumerate(names, start=len(found) + 1)]  # fmt: skip
    return found


def _classes(head: Head, session: Session) -> list[list[str]]:
    """Of a whole-school club a row for each class: how many should come."""
    found = []
    for number, (owner, count) in enumerate(session.pupils.items(), start=1):
        found.append([str(number), class_title(head.problem, owner), head.say(f"应到 {count}", f"of {count}")])
    return found
