"""Sentences for what changes between two timetables. Names that the new school no longer has are told as they were."""

from models import Problem, Role, Session, SessionKind, Slot, Text
from models.noun import PersonId
from scheduler.pairing import Change, Item
from scheduler.reading import listed, person_title, session_title, slot_title


def session_name(problem: Problem, session: Session) -> Text:
    """三(1)数学辅导, 社团“合唱·2” …; with the bare ids of a class or club that is no more."""
    try:
        return session_title(problem, session)
    except KeyError:
        whose, what = session.school_class or "", session.subject or session.club or ""
        name = Text(f"{whose}“{what}”", f'"{what}" of {whose}') if whose else Text(f"“{what}”", f'"{what}"')
        return name if what else Text(f"{whose}班级活动", f"class activity of {whose}")


def duty_name(problem: Problem, session: Session, role: Role) -> Text:
    """What a person does: 辅导三(1)数学, 带社团“合唱”, 陪同社团“足球”, 巡查."""
    what = session_name(problem, session)
    match role:
        case Role.TUTOR:
            whose = session.school_class or ""
            title = problem.class_by_id[whose].title if whose in problem.class_by_id else whose
            return Text(f"辅导{title}{session.subject}", f"tutoring {title} in {session.subject}")
        case Role.LEADER:
            return Text(f"带{what.zh}", f"leading {what.en}")
        case Role.ACCOMPANYING:
            return Text(f"陪同{what.zh}", f"accompanying {what.en}")
        case Role.PATROL:
            return Text("巡查", "patrol")


def people_names(problem: Problem, people: tuple[PersonId, ...]) -> Text:
    """李1、孙教练（外聘）; 无 for nobody."""
    known = problem.person_by_id
    names = listed(person_title(problem, p) if p in known else p for p in people)
    return names if people else Text("无", "nobody")


def change_text(problem: Problem, change: Change, *, duty: bool) -> Text:
    """One sentence; `duty`: to the person whose duty it is, else of a session. Raises ValueError for no change."""
    before, after = change
    if before is not None and after is None:
        when, name = slot_title(problem, before.slot), before.name
        if duty:
            return Text(f"{when.zh}：不再{name.zh}。", f"{when.en}: no more {name.en}.")
        return Text(f"{when.zh}：取消{name.zh}。", f"{when.en}: {name.en} is cancelled.")
    if before is None and after is not None:
        when, detail = slot_title(problem, after.slot), _detail(problem, after)
        return Text(f"{when.zh}：新增{after.name.zh}{detail.zh}。", f"{when.en}: new: {after.name.en}{detail.en}.")
    if before is None or after is None:
        raise ValueError("neither before nor after")
    when = slot_title(problem, before.slot)
    if before.what != after.what:
        detail = _detail(problem, after)
        return Text(
            f"{when.zh}：{before.name.zh}改为{after.name.zh}{detail.zh}。",
            f"{when.en}: {after.name.en}{detail.en} instead of {before.name.en}.",
        )
    parts = _parts(problem, before, after)
    if before.slot == after.slot:
        parts = parts if parts.zh else Text("人员分工调整", "the same people in other roles")
        return Text(f"{when.zh}：{before.name.zh}{parts.zh}。", f"{when.en}: {before.name.en}, {parts.en}.")
    return _moved(problem, before.name, before.slot, after.slot, parts)


def _moved(problem: Problem, name: Text, old: Slot, new: Slot, parts: Text) -> Text:
    one, other = slot_title(problem, old), slot_title(problem, new)
    zh = f"{name.zh}由{one.zh}改到{other.zh}" + (f"，{parts.zh}" if parts.zh else "")
    en = f"{name.en} moves from {one.en} to {other.en}" + (f", {parts.en}" if parts.en else "")
    return Text(f"{zh}。", f"{en}.")


def _parts(problem: Problem, before: Item, after: Item) -> Text:
    """What else is different: people, room."""
    found: list[Text] = []
    if set(before.who) != set(after.who):
        one, other = people_names(problem, before.who), people_names(problem, after.who)
        found.append(Text(f"由{one.zh}改为{other.zh}", f"{other.en} instead of {one.en}"))
    if before.room != after.room:
        none = Text("（无场地）", "(no room)")
        old, new = before.room or none, after.room or none
        found.append(Text(f"由{old}改到{new}", f"from {_english(old)} to {_english(new)}"))
    return Text("，".join(t.zh for t in found), ", ".join(t.en for t in found))


def _english(name: str | Text) -> str:
    return name if isinstance(name, str) else name.en


def _detail(problem: Problem, item: Item) -> Text:
    """（李1，教室3）."""
    parts: list[Text | str] = [people_names(problem, item.who)] if item.who else []
    if item.room is not None:
        parts.append(item.room)
    inside = [Text(p, p) if isinstance(p, str) else p for p in parts]
    if not inside:
        return Text("", "")
    return Text("（" + "，".join(p.zh for p in inside) + "）", " (" + ", ".join(p.en for p in inside) + ")")


def is_shared(session: Session) -> bool:
    """Whether it is a club of several classes."""
    return session.kind in (SessionKind.CROSS_CLASS, SessionKind.WHOLE_SCHOOL)
