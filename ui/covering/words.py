"""How gaps, candidates and entries of the log are said on the screen."""

from datetime import date

from models import (
    Absence,
    Cancelled,
    CoverCandidate,
    EventDay,
    Gap,
    InstructorCancels,
    Joined,
    Moved,
    OtherWay,
    Problem,
    RoomChange,
    RoomShut,
    Session,
    SessionRef,
    Substitution,
    Swap,
    TermChange,
    Text,
)
from models.week import Day
from scheduler.cover.wording import called, what_text, when_text
from scheduler.reading import class_title


def day_text(day: date) -> Text:
    """10月12日（周一）."""
    week = Day(day.isoweekday()).title
    return Text(f"{day.month}月{day.day}日（{week.zh}）", f"{week.en} {day}")


def gap_text(problem: Problem, gap: Gap) -> Text:
    """10月12日（周一）第1节 三(2)班语文作业辅导：李老师不在."""
    when, what = when_text(gap.day, gap.session.slot.period), what_text(problem, gap.session)
    if gap.room is not None:
        return Text(f"{when.zh} {what.zh}：{gap.room}停用", f"{when.en}, {what.en}: {gap.room} is shut")
    who = called(problem, gap.person or "")
    return Text(f"{when.zh} {what.zh}：{who}不在", f"{when.en}, {what.en}: {who} is away")


def option_text(candidate: CoverCandidate) -> Text:
    """王老师 · 该时段空闲 · …: in the box from which one is chosen."""
    zh, en = " · ".join(r.zh for r in candidate.reasons), " · ".join(r.en for r in candidate.reasons)
    return Text(f"{candidate.title.zh} · {zh}", f"{candidate.title.en} · {en}")


def way_text(problem: Problem, way: OtherWay) -> Text:
    """What speaks for another way and who loses what, and who must be told, under the way itself."""
    zh, en = " · ".join(r.zh for r in way.reasons), " · ".join(r.en for r in way.reasons)
    names = [called(problem, p) for p in way.told]
    return Text(
        f"{zh} · 要通知{len(names)}人：{'、'.join(names)}", f"{en} · {len(names)} people to be told: {', '.join(names)}"
    )


def against_text(found: tuple[CoverCandidate, ...], most: int = 8) -> Text | None:
    """Who fits and cannot; none if there is nobody."""
    told = [(c.title, c.against) for c in found if c.against is not None]
    if not told:
        return None
    more = len(told) - most
    zh = "；".join(f"{t.zh}{a.zh}" for t, a in told[:most]) + (f"；另{more}处" if more > 0 else "")
    en = "; ".join(f"{t.en}: {a.en}" for t, a in told[:most]) + (f"; {more} more" if more > 0 else "")
    return Text(f"合适但不行：{zh}", f"Fitting, but: {en}")


def change_text(problem: Problem, change: TermChange) -> Text:
    """One entry of the log in a sentence."""
    match change:
        case Absence() | InstructorCancels():
            who, when = called(problem, change.person), _span(change)
            verb = Text("请假", "is away") if isinstance(change, Absence) else Text("不来", "does not come")
            return Text(f"{who}{when.zh}{verb.zh}", f"{who} {verb.en} {when.en}")
        case RoomShut():
            when = _span(change)
            return Text(f"{change.room}{when.zh}停用", f"{change.room} is shut {when.en}")
        case EventDay():
            when = _span(change)
            titles = [problem.class_by_id[c].title for c in change.classes if c in problem.class_by_id]
            zh, en = "、".join(titles) or "全校", ", ".join(titles) or "everybody"
            return Text(f"{zh}{when.zh}停课", f"no service for {en} {when.en}")
        case Substitution():
            who, by = called(problem, change.person), called(problem, change.by)
            head = _of(problem, change.day, change.session)
            return Text(f"{head.zh}：{by}代{who}", f"{head.en}: {by} for {who}")
        case RoomChange():
            head = _of(problem, change.day, change.session)
            return Text(f"{head.zh}：{change.room or ''}改到{change.to}", f"{head.en}: in {change.to}")
        case Swap():
            one = _of(problem, change.day, change.session)
            other = _of(problem, change.other_day, change.other_session)
            if change.what == "dates":
                return Text(f"{one.zh} 与 {other.zh} 对调时间", f"{one.en} and {other.en} exchange their times")
            return Text(f"{one.zh} 与 {other.zh} 对调", f"{one.en} and {other.en} are exchanged")
        case Moved():
            head, then = _of(problem, change.day, change.session), when_text(change.to_day, change.to_slot.period)
            where = "" if change.room is None else f"，{change.room}"
            return Text(f"{head.zh}改到{then.zh}{where}", f"{head.en}: held on {then.en}{where.replace('，', ', ')}")
        case Joined():
            head, by = _of(problem, change.day, change.session), called(problem, change.by)
            title = class_title(problem, change.host.school_class or "")
            return Text(f"{head.zh}与{title}合班（{by}，{change.room}）",
                        f"{head.en}: together with {title} ({by}, {change.room})")  # fmt: skip
        case Cancelled():
            head = _of(problem, change.day, change.session)
            return Text(f"{head.zh}停一次", f"{head.en} is not held")


def _of(problem: Problem, day: date, ref: SessionRef) -> Text:
    session = Session(**{name: getattr(ref, name) for name in SessionRef.model_fields})
    when, what = when_text(day, ref.slot.period), what_text(problem, session)
    return Text(f"{when.zh} {what.zh}", f"{when.en}, {what.en}")


def _span(fact: Absence | InstructorCancels | RoomShut | EventDay) -> Text:
    first, last = day_text(fact.first), day_text(fact.last)
    days = first if fact.first == fact.last else Text(f"{first.zh}至{last.zh}", f"{first.en} to {last.en}")
    if not fact.periods:
        return days
    number = "、".join(map(str, fact.periods))
    return Text(f"{days.zh}第{number}节", f"{days.en}, period {number}")
