"""What stands in the tables of a dated timetable: sessions, counts, losses, papers; the same in every kind of file."""

from collections.abc import Sequence

from exchange.results.names import (
    KIND,
    class_title,
    content_name,
    day_title,
    people_names,
    person_name,
    room_name,
)
from models import Counted, DatedSession, DatedTimetable, DayKind, Language, PaperRisk, Problem, TermCount, Text

Row = tuple[str | int, ...]
SESSIONS = (
    Text("日期", "Date"), Text("星期", "Weekday"), Text("周次", "Week"), Text("单双周", "Parity"),
    Text("按", "Runs as"), Text("节次", "Period"), Text("开始", "Start"), Text("结束", "End"), Text("类型", "Kind"),
    Text("内容", "What"), Text("班级", "Classes"), Text("人员", "People"), Text("场地", "Room"),
    Text("人数", "Pupils"), Text("不参加的班级", "Classes without"),
)  # fmt: skip
COUNTS = (
    Text("统计", "Of"), Text("名称", "Name"), Text("计划", "Planned"), Text("实上", "Held"), Text("减少", "Lost"),
    Text("补上", "Made up"), Text("少几次", "Missing"), Text("原因", "Why"),
)  # fmt: skip
LOSSES = (
    Text("日期", "Date"), Text("星期", "Weekday"), Text("节次", "Period"), Text("内容", "What"),
    Text("班级", "Classes"), Text("人员", "People"), Text("原因", "Why"),
)  # fmt: skip
PAPERS = (
    Text("姓名", "Name"), Text("证件", "Paper"), Text("有效期至", "Valid until"), Text("最后一次课", "Last session"),
    Text("失效后的课次", "Sessions not covered"),
)  # fmt: skip
COUNTED = {
    Counted.DAY: Text("星期", "weekday"), Counted.CLASS: Text("班级", "class"), Counted.CLUB: Text("社团", "club"),
    Counted.ACTIVITY: Text("班级活动", "activity"), Counted.SUBJECT: Text("学科", "subject"),
    Counted.PERSON: Text("人员", "person"),
}  # fmt: skip


def session_rows(problem: Problem, dated: DatedTimetable, language: Language) -> list[Row]:
    """One row for each session and date."""
    rows: list[Row] = []
    for d in dated.sessions:
        day, session = dated.day_of[d.day], d.session
        parity = Text("单周", "odd") if day.week == 1 else Text("双周", "even")
        as_other = day.runs_as != d.day.isoweekday()
        rows.append((
            d.day.isoformat(), day_title(d.day.isoweekday(), language), day.number,
            parity.in_language(language) if problem.week.cycle == 2 else "",
            day_title(day.runs_as, language) if as_other else "", session.slot.period,
            "" if d.start is None else f"{d.start:%H:%M}", "" if d.end is None else f"{d.end:%H:%M}",
            KIND[session.kind].in_language(language), content_name(problem, session, language),
            _classes(problem, d, language), people_names(problem, session.people(), language),
            "" if session.kind == "patrol" else room_name(session, language), session.head_count or "",
            _joined([class_title(problem, c) for c in d.without], language),
        ))  # fmt: skip
    return rows


def _classes(problem: Problem, dated: DatedSession, language: Language) -> str:
    session = dated.session
    names = [session.school_class] if session.school_class else [c for c, n in session.pupils.items() if n]
    return _joined([class_title(problem, c) for c in names], language)


def count_rows(problem: Problem, counts: Sequence[TermCount], language: Language) -> list[Row]:
    """One row for each weekday, class, club, activity, subject and person."""
    return [
        (
            COUNTED[c.what].in_language(language), count_name(problem, c, language), c.planned, c.held,
            sum(c.lost.values()), c.made_up, c.missing, why(c, language),
        )
        for c in counts
    ]  # fmt: skip


def count_name(problem: Problem, count: TermCount, language: Language) -> str:
    """周五社团; 三(1); 合唱2组; 教师01."""
    match count.what:
        case Counted.DAY:
            day, kind = count.key.split(".")
            words = Text("作业辅导", "homework") if kind == "homework" else Text("社团", "clubs")
            return day_title(int(day), language) + ("" if language == "zh" else " ") + words.in_language(language)
        case Counted.CLASS:
            return class_title(problem, count.key)
        case Counted.PERSON:
            return person_name(problem, count.key, language)
        case Counted.CLUB | Counted.ACTIVITY:
            club = problem.club_by_id.get(count.key)
            name = count.key if club is None else club.name
            groups = len([g for g in problem.groups if g.club.id == count.key])
            mark = f"{count.group}组" if language == "zh" else f" {count.group}"
            return name + (mark if groups > 1 else "")
        case Counted.SUBJECT:
            return count.key


def why(count: TermCount, language: Language) -> str:
    """国庆节 3 次、运动会 1 次."""
    return _joined([f"{name} {n}" + (" 次" if language == "zh" else "") for name, n in count.lost.items()], language)


def loss_rows(problem: Problem, dated: DatedTimetable, language: Language) -> list[Row]:
    """One row for each session that a date takes away."""
    rows: list[Row] = []
    for loss in dated.losses:
        names = loss.classes or ([loss.session.school_class] if loss.session.school_class else loss.session.pupils)
        rows.append((
            loss.day.isoformat(), day_title(loss.day.isoweekday(), language), loss.session.slot.period,
            content_name(problem, loss.session, language), _joined([class_title(problem, c) for c in names], language),
            people_names(problem, loss.session.people(), language),
            loss.reason if loss.kind is DayKind.HOLIDAY or not loss.classes else f"{loss.reason}*",
        ))  # fmt: skip
    return rows


def paper_rows(problem: Problem, risks: Sequence[PaperRisk], language: Language) -> list[Row]:
    """One row for each paper that is not valid for a session, or ends soon after the last."""
    return [
        (
            person_name(problem, r.person, language), r.paper.name,
            "" if r.paper.valid_until is None else r.paper.valid_until.isoformat(), r.last.isoformat(),
            _joined([f"{d.day} {content_name(problem, d.session, language)}" for d in r.sessions], language),
        )
        for r in risks
    ]  # fmt: skip


def _joined(words: Sequence[str], language: Language) -> str:
    return ("、" if language == "zh" else ", ").join(words)
