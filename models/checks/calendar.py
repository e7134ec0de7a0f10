"""The week and the term: periods, slots that are not open, odd and even weeks, dates."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from models.checks.finding import Finding, Path, error, slot_name, warning
from models.club import ClassActivity
from models.people import Instructor, Parity
from models.problem import Problem
from models.text import Text
from models.week import Slot, SlotKind


def period_exists(problem: Problem) -> Iterator[Finding]:
    """The kinds of slots name periods that the school has."""
    known = {p.number for p in problem.week.periods}
    for i, setting in enumerate(problem.week.kinds):
        if setting.period not in known:
            yield error(
                ("week", "kinds", i, "period"),
                f"{setting.day.title.zh}用到第{setting.period}节，但节次表里没有第{setting.period}节：请补上这一节。",
                f"{setting.day.title.en} uses period {setting.period}, which is not in the list of periods: add it.",
            )


def period_times(problem: Problem) -> Iterator[Finding]:
    """A period ends after it starts, and before the next one starts."""
    timed = [
        (p.number, i, p.start, p.end)
        for i, p in enumerate(problem.week.periods)
        if p.start is not None and p.end is not None
    ]
    for number, i, start, end in timed:
        if end <= start:
            yield error(
                ("week", "periods", i, "end"),
                f"第{number}节{start:%H:%M}开始、{end:%H:%M}结束：结束时间应晚于开始时间。",
                f"period {number} starts at {start:%H:%M} and ends at {end:%H:%M}: it must end after it starts.",
            )
    ordered = sorted(timed, key=lambda entry: entry[0])
    for (number, _, _, end), (following, i, start, _) in pairwise(ordered):
        if start < end:
            yield error(
                ("week", "periods", i, "start"),
                f"第{following}节{start:%H:%M}就开始，而第{number}节{end:%H:%M}才结束：请改时间。",
                f"period {following} starts at {start:%H:%M}, before period {number} ends at {end:%H:%M}.",
            )


def slot_kind_once(problem: Problem) -> Iterator[Finding]:
    """A slot is for one thing in a grade."""
    first: dict[tuple[int, int, str | None], SlotKind] = {}
    for i, setting in enumerate(problem.week.kinds):
        for grade in setting.grades or (None,):
            kind = first.setdefault((setting.day, setting.period, grade), setting.kind)
            if kind is not setting.kind:
                who = Text("", "") if grade is None else Text(f"（{grade}）", f" ({grade})")
                yield error(
                    ("week", "kinds", i, "kind"),
                    f"{setting.day.title.zh}第{setting.period}节{who.zh}写了两种用途：请只留一种。",
                    f"{setting.day.title.en} period {setting.period}{who.en} is given two kinds: keep one.",
                )


def week_is_open(problem: Problem) -> Iterator[Finding]:
    """Some slot is open for some class."""
    if not any(problem.week.kind(s, c.grade) is not SlotKind.OFF for s in problem.slots for c in problem.classes):
        yield error(
            ("week", "kinds"),
            "一周里没有任何班级开放的时段：请填写每天各节是作业辅导还是社团。",
            "no slot of the week is open for any class: say which slots are homework and which are clubs.",
        )


def _slots(problem: Problem) -> Iterator[tuple[Path, Slot, Text, bool]]:
    """Every slot written down: where, which, whose, and whether something is meant to happen in it."""

    def each(path: Path, slots: Iterable[Slot], where: Text, must: bool) -> Iterator[tuple[Path, Slot, Text, bool]]:
        for position, slot in enumerate(slots):
            yield (*path, position), slot, where, must

    for field, people in (("teachers", problem.teachers), ("instructors", problem.instructors)):
        for i, p in enumerate(people):
            where = Text(f"教师“{p.name}”", f"“{p.name}”")
            yield from each((field, i, "unavailable"), p.unavailable, where, False)
            yield from each((field, i, "wishes"), (w.slot for w in p.wishes), where, False)
            if isinstance(p, Instructor):
                yield from each((field, i, "visits_only"), p.visits_only, where, False)
    for i, room in enumerate(problem.rooms):
        where = Text(f"场地“{room.id}”", f"room “{room.id}”")
        yield from each(("rooms", i, "closed"), room.closed, where, False)
    for i, club in enumerate(problem.clubs):
        where = Text(f"社团“{club.name}”", f"club “{club.name}”")
        yield from each(("clubs", i, "fixed_slots"), club.fixed_slots, where, True)
    for i, band in enumerate(problem.bands):
        where = Text(f"走班段“{band.name}”", f"band “{band.name}”")
        yield from each(("bands", i, "fixed_slots"), band.fixed_slots, where, True)
    for i, pin in enumerate(problem.pins):
        yield ("pins", i, "slot"), pin.slot, Text(f"第{i + 1}条锁定", f"pin {i + 1}"), True


def slot_in_cycle(problem: Problem) -> Iterator[Finding]:
    """Even-week slots are named only where the school tells odd from even weeks."""
    for path, slot, where, _ in _slots(problem):
        if slot.week not in problem.week.weeks:
            name = slot_name(slot, problem)
            yield error(
                path,
                f"{where.zh}：写了{name.zh}，但学校没有分单双周：请改写时段，或把周循环设为两周。",
                f"{where.en}: {name.en} is named, but the school has no odd and even weeks: change the "
                "slot, or "
                "set the cycle to two weeks.",
            )


def slot_is_open(problem: Problem) -> Iterator[Finding]:
    """Slots written down lie in the week; harmless for an absence, an error where something is to happen."""
    opened = {(s.day, s.period) for s in problem.slots}
    for path, slot, where, must in _slots(problem):
        if slot.week in problem.week.weeks and (slot.day, slot.period) not in opened:
            name = slot_name(slot, problem)
            yield (error if must else warning)(
                path,
                f"{where.zh}：{name.zh}没有课后服务，请改成开放的时段。",
                f"{where.en}: there is no service on {name.en}; name an open slot.",
            )


def fixed_slot_is_club_slot(problem: Problem) -> Iterator[Finding]:
    """Fixed slots of clubs and bands are club slots of the grades concerned."""

    def judge(path: Path, slots: Iterable[Slot], grades: set[str], where: Text) -> Iterator[Finding]:
        for position, slot in enumerate(slots):
            other = sorted(g for g in grades if problem.week.kind(slot, g) is not SlotKind.CLUB)
            if slot in problem.slots and other:
                name = slot_name(slot, problem)
                yield (error if len(other) == len(grades) else warning)(
                    (*path, position),
                    f"{where.zh}：固定在{name.zh}，但这一节对{'、'.join(other)}不是社团时段。",
                    f"{where.en}: fixed on {name.en}, which is not a club slot for {', '.join(other)}.",
                )

    for i, club in enumerate(problem.clubs):
        grades = {g for g in club.grades if problem.classes_by_grade.get(g)}
        if isinstance(club, ClassActivity):
            grades |= {problem.class_by_id[c].grade for c in club.classes if c in problem.class_by_id}
        where = Text(f"社团“{club.name}”", f"club “{club.name}”")
        yield from judge(("clubs", i, "fixed_slots"), club.fixed_slots, grades, where)
    for i, band in enumerate(problem.bands):
        grades = {g for g in band.grades if problem.classes_by_grade.get(g)}
        where = Text(f"走班段“{band.name}”", f"band “{band.name}”")
        yield from judge(("bands", i, "fixed_slots"), band.fixed_slots, grades, where)


def cycle_has_two_weeks(problem: Problem) -> Iterator[Finding]:
    """Odd or even weeks, and quotas over the cycle, make sense only in a two-week cycle."""
    if problem.week.cycle == 2:
        return
    cure = Text("请把“学校”表的周期改为“单双周”，或改为每周。", "set the cycle to two weeks, or choose every week.")
    for i, club in enumerate(problem.clubs):
        if club.weeks is not Parity.EVERY:
            zh = f"社团“{club.name}”只在单周或双周活动，但学校没有分单双周：{cure.zh}"
            en = f"club “{club.name}” meets in odd or even weeks only, but the school has none: {cure.en}"
            yield error(("clubs", i, "weeks"), zh, en)
    for i, instructor in enumerate(problem.instructors):
        if instructor.weeks is not Parity.EVERY:
            zh = f"外聘教师“{instructor.name}”只在单周或双周来校，但学校没有分单双周：{cure.zh}"
            en = f"“{instructor.name}” comes in odd or even weeks only, but the school has none: {cure.en}"
            yield error(("instructors", i, "weeks"), zh, en)
    for i, quota in enumerate(problem.homework):
        if quota.per_cycle:
            zh = f"作业辅导“{quota.subject}”按两周循环计次，但学校没有分单双周：{cure.zh}"
            en = f"homework quota “{quota.subject}” counts over two weeks, but the school has none: {cure.en}"
            yield error(("homework", i, "per_cycle"), zh, en)


def term_dates(problem: Problem) -> Iterator[Finding]:
    """The term has both dates or none, in order."""
    first, last = problem.term.first_day, problem.term.last_day
    if (first is None) != (last is None):
        field = Text("第一天", "first day") if first is None else Text("最后一天", "last day")
        yield error(
            ("term", "first_day" if first is None else "last_day"),
            f"学期只填了一个日期：请补上{field.zh}，或两个都不填。",
            f"the term has only one date: add its {field.en}, or give neither.",
        )
    elif first is not None and last is not None and last < first:
        yield error(
            ("term", "last_day"),
            f"学期从{first}到{last}：最后一天早于第一天。",
            f"the term runs from {first} to {last}: it ends before it starts.",
        )


CHECKS = (
    period_exists, period_times, slot_kind_once, week_is_open, slot_in_cycle, slot_is_open,
    fixed_slot_is_club_slot, cycle_has_two_weeks, term_dates,
)  # fmt: skip
