"""How people, times and sessions are called in what people are told of a term's changes."""

from datetime import date

from models import Day, Problem, Session, SessionKind, Text
from models.noun import PersonId
from scheduler.reading import class_title


def called(problem: Problem, person: PersonId) -> str:
    """The name, with the id where two people share it."""
    name = problem.person_by_id[person].name
    return f"{name}[{person}]" if name in problem.shared_person_names else name


def when_text(day: date, period: int) -> Text:
    """10月12日（周一）第1节."""
    week = Day(day.isoweekday()).title
    return Text(f"{day.month}月{day.day}日（{week.zh}）第{period}节", f"{week.en} {day}, period {period}")


def what_text(problem: Problem, session: Session) -> Text:
    """三(2)班语文作业辅导, 社团“合唱”, 三(2)班活动, 巡查."""
    whose = "" if session.school_class is None else class_title(problem, session.school_class)
    whose = f"{whose}班" if whose and not whose.endswith("班") else whose
    club = "" if session.club is None else problem.club_by_id[session.club].name
    match session.kind:
        case SessionKind.HOMEWORK:
            return Text(f"{whose}{session.subject}作业辅导", f"{session.subject} tutoring of {session.school_class}")
        case SessionKind.CLASS_ACTIVITY:
            named = f"“{club}”" if club else "班级活动"
            return Text(f"{whose}{named}", f"{club or 'class activity'} of {session.school_class}")
        case SessionKind.PATROL:
            return Text("值班巡查", "patrol")
        case _:
            return Text(f"社团“{club}”", f'club "{club}"')


def head_text(problem: Problem, day: date, session: Session) -> Text:
    """3月1日（周一）第1节 社团“合唱”."""
    when, what = when_text(day, session.slot.period), what_text(problem, session)
    return Text(f"{when.zh} {what.zh}", f"{when.en}, {what.en}")


def where_text(session: Session) -> Text:
    """，地点音乐教室."""
    return Text(f"，地点{session.room}", f", in {session.room}") if session.room else Text("", "")


def bracket(text: Text) -> Text:
    """（病假）; nothing where there is none."""
    return Text(f"（{text.zh}）", f" ({text.en})") if text.zh else text
