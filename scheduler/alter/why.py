"""Why this person, and why this room: who else could, who cannot and why, and what another choice would cost."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from models import (
    Candidate,
    CrossClassClub,
    Forced,
    Outcome,
    Problem,
    Role,
    Session,
    SessionKind,
    SessionRef,
    Status,
    Text,
    Timetable,
    WholeSchoolClub,
)
from models.noun import PersonId
from scheduler.alter.able import Able
from scheduler.alter.candidates import those_people, those_rooms
from scheduler.alter.draft import Draft
from scheduler.alter.judge import Judge
from scheduler.alter.moving import head_role
from scheduler.alter.words import cost_text
from scheduler.reading import led_club, listed, own_teachers, person_title, session_title

NAMED = 3  # so many are told one by one, more are counted
_CANNOT = {
    "person_available": Text("不能到岗", "away then"),
    "person_clash": Text("同一时段另有任务", "busy at the same time"),
    "weekly_quota": Text("课次已满", "having as many sessions as they may"),
    "room_clash": Text("同一时段有人用", "in use at the same time"),
    "room_available": Text("停用", "closed then"),
}
_ELSE = Text("不能直接换", "not possible just so")


def why(
    problem: Problem,
    found: Timetable | Outcome,
    session: SessionRef,
    role: Role | None = None,
    tried: Mapping[str, Forced] | None = None,
) -> Text:
    """Why the people in this role (whoever is in charge, if none is named) and why the room, in sentences.

    Everything said is a fact of this timetable or, from an outcome, proved. `tried` are forced choices that were
    solved, by person or room. Raises MoveError if the session is not there, ValueError for an outcome without a
    timetable.
    """
    people = why_people(problem, found, session, role, tried)
    place = why_room(problem, found, session, tried)
    return _joined([people, place])


def why_people(
    problem: Problem,
    found: Timetable | Outcome,
    session: SessionRef,
    role: Role | None = None,
    tried: Mapping[str, Forced] | None = None,
    known: Sequence[Candidate] | None = None,
) -> Text:
    """Why whoever serves there in this role. `known`: the candidates for it, where they have been looked at already."""
    judge = Judge(problem, _timetable(found))
    place = judge.base.find(session)
    here = judge.base.session(place)
    role = role or head_role(here)
    able, meetings = Able(judge), _meetings(problem, judge.base, place, role)
    fitting = [p.id for p in problem.people if able.can_serve(p.id, meetings, role, absent=True)]
    serving = here.people(role)
    parts = [*_pinned(problem, here), *_ties(problem, here, serving)]
    others = [p for p in fitting if p not in here.people()]
    who = _who_fits(problem, here, role)
    if not others:
        names = listed(person_title(problem, p) for p in fitting)
        parts.append(Text(f"{who.zh}只有{names.zh}。", f"{who.en}: only {names.en}."))
    else:
        parts.append(Text(f"{who.zh}有{len(fitting)}人。", f"{who.en}: {len(fitting)} people."))
        looked_at = {c.person: c for c in known or those_people(judge, session, role, others)}
        parts += _alternatives([looked_at[p] for p in others if p in looked_at], tried or {})
    return _joined([*parts, *_proved(found)])


def why_room(
    problem: Problem,
    found: Timetable | Outcome,
    session: SessionRef,
    tried: Mapping[str, Forced] | None = None,
) -> Text:
    """Why the room; nothing for a patrol."""
    judge = Judge(problem, _timetable(found))
    place = judge.base.find(session)
    here = judge.base.session(place)
    if here.kind is SessionKind.PATROL or here.room is None:
        return Text("", "")
    home = None if here.school_class is None else problem.class_by_id[here.school_class].home_room
    if here.room == home:
        return Text(f"“{here.room}”是本班教室。", f'"{here.room}" is the home room.')
    able, meetings = Able(judge), _meetings(problem, judge.base, place, Role.LEADER)
    fitting = able.rooms(meetings)
    others = [room for room in fitting if room != here.room]
    if not others:
        return Text(f"功能和容量合适的场地只有“{here.room}”。", f'"{here.room}" is the only room that fits.')
    parts = [Text(f"功能和容量合适的场地有{len(fitting)}处。", f"{len(fitting)} rooms fit.")]
    return _joined([*parts, *_alternatives(those_rooms(judge, session, others), tried or {})])


def _timetable(found: Timetable | Outcome) -> Timetable:
    timetable = found if isinstance(found, Timetable) else found.timetable
    if timetable is None:
        raise ValueError("an outcome without a timetable")
    return timetable


def _meetings(problem: Problem, draft: Draft, place: int, role: Role) -> list[Session]:
    club = led_club(problem, draft.session(place)) is not None and role is Role.LEADER
    return [draft.session(at) for at in (draft.meetings(place, every=True) if club else [place])]


def _pinned(problem: Problem, session: Session) -> Iterable[Text]:
    for pin in problem.pins:
        mine = (pin.school_class, pin.club or session.club, pin.group if session.school_class is None else 1) == (
            session.school_class,
            session.club,
            session.group if session.school_class is None else 1,
        )
        if pin.slot == session.slot and mine:
            yield Text(f"{pin.by}已锁定：{pin.reason}。", f"Pinned by {pin.by}: {pin.reason}.")


def _ties(problem: Problem, session: Session, serving: Sequence[PersonId]) -> Iterable[Text]:
    """What ties them to it: the class, the school's wish for the club."""
    club = led_club(problem, session)
    for person in serving:
        who = person_title(problem, person)
        if club is not None and person in club.preferred_leaders:
            yield Text(f"{who.zh}是本社团的优先教师。", f"{who.en} is preferred for this club.")
        if session.school_class is None:
            continue
        c = problem.class_by_id[session.school_class]
        if session.kind is SessionKind.HOMEWORK and person in c.teachers.get(session.subject or "", ()):
            yield Text(f"{who.zh}教{c.title}{session.subject}。", f"{who.en} teaches {c.title} {session.subject}.")
        elif person == c.class_teacher:
            yield Text(f"{who.zh}是{c.title}班主任。", f"{who.en} is the class teacher of {c.title}.")
        elif person in own_teachers(c):
            yield Text(f"{who.zh}教{c.title}。", f"{who.en} teaches {c.title}.")


def _who_fits(problem: Problem, session: Session, role: Role) -> Text:
    club = led_club(problem, session)
    what = session_title(problem, session)
    if role is Role.PATROL:
        return Text("值班领导", "On the patrol rota")
    if role is Role.ACCOMPANYING:
        return Text("可陪同的本校教师", "Teachers who may accompany")
    if isinstance(club, CrossClassClub | WholeSchoolClub) and club.skills and not club.named_leaders:
        skills = Text("或".join(club.skills), " or ".join(club.skills))
        return Text(f"有{skills.zh}专长、可带的", f"With the skill {skills.en}, and allowed to lead")
    if session.kind is SessionKind.HOMEWORK:
        return Text(f"可以承担{what.zh}的", f"Allowed to give {what.en}")
    return Text(f"可以带{what.zh}的", f"Allowed to lead {what.en}")


def _alternatives(found: Sequence[Candidate], tried: Mapping[str, Forced]) -> Iterable[Text]:
    """Who cannot, who could, and what the cheapest would cost."""
    cannot = [c for c in found if not c.possible]
    if 0 < len(cannot) <= NAMED:
        yield Text(
            "；".join(f"{c.title.zh}：{c.reason.zh}" for c in cannot if c.reason) + "。",
            "; ".join(f"{c.title.en}: {c.reason.en}" for c in cannot if c.reason) + ".",
        )
    elif cannot:
        counted = Counter(_CANNOT.get(c.rule or "", _ELSE) for c in cannot)
        unit = "处" if cannot[0].room else "人"
        yield Text(
            "其中" + "，".join(f"{n}{unit}{why_not.zh}" for why_not, n in counted.most_common()) + "。",
            ", ".join(f"{n} {why_not.en}" for why_not, n in counted.most_common()) + ".",
        )
    possible = sorted((c for c in found if c.possible), key=lambda c: (c.cost or 0, c.told or 0))
    if possible:
        best = possible[0]
        names = listed(c.title for c in possible[:NAMED])
        more = "等" if len(possible) > NAMED else ""
        price = cost_text(best.cost or 0)
        yield Text(
            f"{names.zh}{more}也行；直接换成{best.title.zh}，{price.zh}。",
            f"{names.en}{' and others' if more else ''} could as well; {best.title.en} instead {price.en}.",
        )
    for candidate in found:
        answer = tried.get(candidate.person or candidate.room or "")
        if answer is not None:
            yield Text(
                f"换成{candidate.title.zh}重排：{answer.text.zh}",
                f"With {candidate.title.en}, solved: {answer.text.en}",
            )


def _proved(found: Timetable | Outcome) -> Iterable[Text]:
    if not isinstance(found, Outcome) or found.objective is None:
        return
    cost = found.objective
    if found.status is Status.OPTIMAL:
        yield Text(
            f"现在全校偏好代价{cost}，已证最优：换成谁、怎样重排，都不会更低。",
            f"The whole timetable costs {cost}, proved best: no other choice costs less, however the rest is arranged.",
        )
    elif found.bound is not None:
        yield Text(
            f"现在全校偏好代价{cost}，任何课表都不低于{found.bound:g}。",
            f"The whole timetable costs {cost}; none costs less than {found.bound:g}.",
        )


def _joined(texts: Iterable[Text]) -> Text:
    parts = [t for t in texts if t.zh]
    return Text("".join(t.zh for t in parts), " ".join(t.en for t in parts))
