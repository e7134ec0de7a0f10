"""Why somebody cannot serve on a date, in the few words that stand beside a name."""

from datetime import date

from models import Absence, Gap, Instructor, Person, Role, Session, Slot, Text, Violation
from models.noun import PersonId
from scheduler.alter.draft import Draft, Index
from scheduler.alter.person_reasons import person_reason
from scheduler.change_texts import duty_name
from scheduler.cover.standing import Standing

_RULE = {
    Role.TUTOR: "tutor_fits",
    Role.LEADER: "skill_fits",
    Role.ACCOMPANYING: "accompanied",
    Role.PATROL: "patrol",
}


def against(standing: Standing, gap: Gap, person: PersonId) -> Text | None:
    """Why the person cannot close the gap; none = he or she can."""
    assert gap.role is not None
    unfit = not standing.is_fit(person, gap.session, gap.role)
    if unfit:
        return not_fit(standing, gap.session, gap.role, person)
    return not_there(standing, gap.day, gap.session.slot, person) or too_much(standing, gap.day, person)


def not_there(
    standing: Standing, day: date, slot: Slot, person: PersonId, leaving: Session | None = None
) -> Text | None:
    """Away, busy, not in the school then, or with a paper that is not valid on that date.

    `leaving`: a session of that time that will not be held then.
    """
    who = standing.problem.person_by_id[person]
    fact = standing.away(person, day, slot.period)
    if fact is not None:
        reason = fact.why or ("请假" if isinstance(fact, Absence) else "当天不来")
        return Text(f"当天{reason}", f"away that day ({fact.why or 'leave'})")
    busy = standing.serving.get((day, slot.period), {}).get(person)
    if busy is not None and busy is not leaving:
        role = next(d.role for d in busy.duties if d.person == person)
        what = duty_name(standing.problem, busy, role)
        return Text(f"同一时段{what.zh}", f"{what.en} at the same time")
    if slot in who.unavailable:
        return Text("该时段不能到岗", "cannot serve then")
    if isinstance(who, Instructor):
        if (who.visits_only and slot not in who.visits_only) or not who.weeks.includes(slot.week):
            return Text("该时段不来校", "does not come then")
        return paper_against(who, day)
    return None


def paper_against(who: Person, day: date) -> Text | None:
    """The first paper that is not valid on this date."""
    for paper in who.credentials if isinstance(who, Instructor) else ():
        if paper.valid_from is not None and day < paper.valid_from:
            return Text(
                f"“{paper.name}”{paper.valid_from}才生效", f'"{paper.name}" is valid only from {paper.valid_from}'
            )
        if paper.valid_until is not None and day > paper.valid_until:
            return Text(f"“{paper.name}”{paper.valid_until}已到期", f'"{paper.name}" expired on {paper.valid_until}')
    return None


def too_much(standing: Standing, day: date, person: PersonId) -> Text | None:
    """As many duties that day or in that week as the person may have."""
    who = standing.problem.person_by_id[person]
    today, week = standing.on_day[person, day], standing.in_week[person, standing.week(day)]
    if today >= who.daily_most:
        return Text(f"当天已有{today}次，到上限", f"has {today} that day, the most allowed")
    if week >= who.weekly_most:
        return Text(f"本周已有{week}次，到上限", f"has {week} that week, the most allowed")
    return None


def not_fit(standing: Standing, session: Session, role: Role, person: PersonId) -> Text:
    """What the person lacks for the session."""
    # The words depend on the rule, the session and the person alone: the draft of a timetable plays no part.
    draft = Draft(Index(standing.problem, standing.no_sessions))
    plain = Text("不合适", "does not fit")
    violation = Violation(rule=_RULE[role], text=plain, slot=session.slot, people=(person,))
    return person_reason(standing.problem, draft, session, violation, person)
