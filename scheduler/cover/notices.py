"""Change notices (变更通知): one text for each person whom something concerns, name first, ready for a chat group."""

from collections import defaultdict
from dataclasses import dataclass

from models import (
    DatedDifference,
    DatedTimetable,
    Duty,
    Problem,
    Role,
    Session,
    Substitution,
    TermLog,
    Text,
    dated_differences,
)
from models.noun import PersonId
from scheduler.cover.moved_texts import OtherTimes, gives_way
from scheduler.cover.reasons import because, reason_of, together_with
from scheduler.cover.wording import bracket, called, head_text, where_text
from scheduler.reading import class_title, listed


@dataclass(frozen=True)
class DatedNotice:
    """All that one person is told."""

    person: PersonId
    name: str
    texts: tuple[Text, ...]
    since: Text | None = None  # from which day on, where it is not about one date

    @property
    def message(self) -> Text:
        """王老师：10月12日（周一）第1节 … 请您代课 …。 王老师：从10月19日（周一）起，周一第1节：…。"""
        many = len(self.texts) > 1
        zh = "；".join(f"{n}. {t.zh}" if many else t.zh for n, t in enumerate(self.texts, start=1))
        en = "; ".join(f"{n}. {t.en}" if many else t.en for n, t in enumerate(self.texts, start=1))
        if self.since is not None:
            zh, en = f"{self.since.zh}，{zh}", f"{self.since.en}: {en}"
        return Text(f"{self.name}：{zh}。", f"{self.name}: {en}.")


def notices(problem: Problem, before: DatedTimetable, after: DatedTimetable, log: TermLog) -> tuple[DatedNotice, ...]:
    """What differs, told to those who serve before or after and to the class teachers; teachers of the school first.

    The reasons are taken from the log, also from changes that were revoked.
    """
    told: defaultdict[PersonId, dict[Text, None]] = defaultdict(dict)
    differences = dated_differences(before, after)
    times = OtherTimes.of(log, differences)
    for difference in differences:
        for person in difference.people:
            known, text = times.text_for(problem, log, difference, person)
            if not known:
                text = _to_person(problem, difference, person, log)
            if text is not None:
                told[person][text] = None
        for class_id in difference.classes:
            teacher = problem.class_by_id[class_id].class_teacher
            if teacher is not None and teacher not in difference.people:
                known, text = times.text_for_class(problem, log, difference)
                if not known:
                    text = _to_class_teacher(problem, difference, class_id, log)
                if text is not None:
                    told[teacher][text] = None
    order = {p.id: n for n, p in enumerate(problem.people)}
    return tuple(
        DatedNotice(person, called(problem, person), tuple(told[person]))
        for person in sorted(told, key=lambda p: order[p])
    )


def _to_person(problem: Problem, difference: DatedDifference, person: PersonId, log: TermLog) -> Text | None:
    before, after = difference.before, difference.after
    session = after or before
    assert session is not None
    head, why = head_text(problem, difference.day, session), _why(problem, log, difference)
    if after is None:
        return Text(f"{head.zh} 停一次{bracket(why).zh}", f"{head.en} is not held{bracket(why).en}")
    was = [d.role for d in before.duties if d.person == person] if before else []
    now = [d.role for d in after.duties if d.person == person]
    where = where_text(after)
    if now and not was:
        return _comes(problem, difference, person, now[0], head, where, log)
    if was and not now:
        return _goes(problem, difference, person, was[0], head, log)
    if before is not None and before.room != after.room:
        place = after.room or "待定"
        return Text(f"{head.zh} 地点改到{place}{bracket(why).zh}", f"{head.en}: now in {after.room}{bracket(why).en}")
    if before is not None and before.duties != after.duties:
        return Text(f"{head.zh} {_who(problem, before, after).zh}", f"{head.en}: {_who(problem, before, after).en}")
    if before is not None and before.pupils != after.pupils:
        gone = listed(class_title(problem, c) for c in before.pupils if c not in after.pupils)
        return Text(f"{head.zh} {gone.zh}不来{bracket(why).zh}", f"{head.en}: without {gone.en}{bracket(why).en}")
    return None


_ASKED = {
    Role.TUTOR: Text("请您代课", "please stand in"),
    Role.LEADER: Text("请您代课", "please stand in"),
    Role.ACCOMPANYING: Text("请您代为陪同", "please accompany in their place"),
    Role.PATROL: Text("请您代班", "please take the patrol"),
}


def _comes(
    problem: Problem, difference: DatedDifference, person: PersonId, role: Role, head: Text, where: Text, log: TermLog
) -> Text:
    why = _both(because(problem, log, difference, person), together_with(problem, log, difference))
    return Text(
        f"{head.zh} {_ASKED[role].zh}{bracket(why).zh}{where.zh}",
        f"{head.en}: {_ASKED[role].en}{bracket(why).en}{where.en}",
    )


def _goes(
    problem: Problem, difference: DatedDifference, person: PersonId, role: Role, head: Text, log: TermLog
) -> Text:
    """Whoever goes learns who comes; that nobody does yet is said too."""
    by = next(
        (c.by for c in log.holding if isinstance(c, Substitution) and (c.day, c.person) == (difference.day, person)
         and difference.before is not None and c.session.means(difference.before)), None)  # fmt: skip
    before, after = difference.before, difference.after
    new = [] if before is None or after is None else [p for p in after.people(role) if p not in before.people(role)]
    if by is None and new:
        by = new[0]
    if by is None:
        return Text(f"{head.zh} 您不用到岗", f"{head.en}: you need not come")
    name = called(problem, by)
    return Text(f"{head.zh} 由{name}代，您不用到岗", f"{head.en}: {name} serves for you")


def _to_class_teacher(problem: Problem, difference: DatedDifference, class_id: str, log: TermLog) -> Text:
    before, after = difference.before, difference.after
    session = after or before
    assert session is not None
    head, why = head_text(problem, difference.day, session), bracket(_why(problem, log, difference))
    mine = class_title(problem, class_id)
    lead = Text("", "") if session.school_class else Text(f"（{mine}有学生参加）", f" (with pupils of {mine})")
    if after is None:
        return Text(f"{head.zh}{lead.zh} 停一次{why.zh}", f"{head.en}{lead.en} is not held{why.en}")
    parts = []
    if before is not None and before.duties != after.duties:
        parts.append(_who(problem, before, after))
    if before is not None and before.room != after.room:
        place = after.room or "待定"
        parts.append(Text(f"地点改到{place}", f"now in {after.room}"))
    if before is not None and class_id in before.pupils and class_id not in after.pupils:
        parts.append(Text("本班不参加", "your class does not take part"))
    said = Text("，".join(p.zh for p in parts), ", ".join(p.en for p in parts)) if parts else Text("有变动", "changed")
    return Text(f"{head.zh}{lead.zh} {said.zh}{why.zh}", f"{head.en}{lead.en}: {said.en}{why.en}")


def _who(problem: Problem, before: Session, after: Session) -> Text:
    """由王老师代李老师."""
    gone = [d for d in before.duties if d not in after.duties]
    come = [d for d in after.duties if d not in before.duties]
    if not come:
        names = listed(called(problem, d.person) for d in gone)
        return Text(f"{names.zh}不来，暂无人代", f"{names.en} does not come, and nobody stands in yet")
    new, old = _names(problem, come), _names(problem, gone)
    return Text(f"由{new.zh}代{old.zh}", f"{new.en} for {old.en}") if gone else Text(f"增加{new.zh}", f"and {new.en}")


def _names(problem: Problem, duties: list[Duty]) -> Text:
    return listed(called(problem, d.person) for d in duties)


def _why(problem: Problem, log: TermLog, difference: DatedDifference) -> Text:
    """The reason, and with which class together."""
    session = difference.before
    if difference.after is None and session is not None:
        way = gives_way(problem, log, difference.day, session)
        if way is not None:
            return way
    return _both(reason_of(log, difference), together_with(problem, log, difference))


def _both(one: Text, other: Text) -> Text:
    if not one.zh or not other.zh:
        return other if not one.zh else one
    return Text(f"{one.zh}，{other.zh}", f"{one.en}, {other.en}")
