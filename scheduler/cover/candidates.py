"""Who could close one gap, the best first, with the reasons in words; and who cannot, and why."""

from models import CoverCandidate, Gap, Role, SessionKind, Teacher, Text, Wish
from models.noun import PersonId
from scheduler.cover.against import against
from scheduler.cover.standing import Standing
from scheduler.reading import class_title, led_club, own_teachers, person_title

_WISH = {
    Wish.STRONGLY_UNWISHED: (20, Text("很不愿意这个时段", "strongly unwished slot")),
    Wish.UNWISHED: (10, Text("不太愿意这个时段", "unwished slot")),
    Wish.WISHED: (-5, Text("愿意这个时段", "wished slot")),
    Wish.STRONGLY_WISHED: (-10, Text("很愿意这个时段", "strongly wished slot")),
}
_Points = tuple[int, Text]


def candidates(standing: Standing, gap: Gap, *, fitting_only: bool = True) -> tuple[CoverCandidate, ...]:
    """Everybody who fits (everybody at all, if asked for), those who can come first, in order of their score."""
    found = []
    for person in standing.problem.people:
        if person.id == gap.person or gap.role is None:
            continue
        if fitting_only and not standing.is_fit(person.id, gap.session, gap.role):
            continue
        found.append(candidate(standing, gap, person.id))
    return tuple(sorted(found, key=lambda c: (not c.possible, c.score, c.this_term)))


def candidate(standing: Standing, gap: Gap, person: PersonId) -> CoverCandidate:
    """One person, judged for the gap."""
    why_not = against(standing, gap, person)
    parts = [] if why_not is not None else [
        (0, Text("该时段空闲", "free then")),
        *_knows(standing, gap, person), *_late(standing, gap, person),
        *_wishes(standing, gap, person), *_load(standing, gap, person),
    ]  # fmt: skip
    return CoverCandidate(
        person=person,
        title=person_title(standing.problem, person),
        possible=why_not is None,
        against=why_not,
        reasons=tuple(text for _, text in parts),
        score=sum(points for points, _ in parts),
        this_week=standing.in_week[person, standing.week(gap.day)],
        this_term=standing.in_term[person],
    )


def _knows(standing: Standing, gap: Gap, person: PersonId) -> list[_Points]:
    """What ties the person to the session: the class, the subject, the skill."""
    problem, session = standing.problem, gap.session
    assert gap.role is not None
    if session.school_class is not None:
        c, title = problem.class_by_id[session.school_class], class_title(problem, session.school_class)
        mine = session.subject is not None and person in c.teachers.get(session.subject, ())
        if mine:
            return [(0, Text(f"教{title}{session.subject}", f"teaches {title} {session.subject}"))]
        found: list[_Points] = []
        who = problem.person_by_id[person]
        if session.subject is not None and isinstance(who, Teacher) and session.subject in who.subjects:
            found.append((0, Text(f"任教{session.subject}", f"teaches {session.subject}")))
        if person == c.class_teacher:
            found.append((2, Text(f"{title}班主任", f"class teacher of {title}")))
        elif person in own_teachers(c):
            found.append((4, Text(f"教{title}，熟悉班级", f"teaches {title}, knows the class")))
        else:
            found.append((15, Text("不教本班", "does not teach the class")))
        if not standing.is_fully_fit(person, session, gap.role):
            found.append((40, Text("原定人选不在，由本班教师代", "stands in as a teacher of the class")))
        return found
    if session.kind is SessionKind.PATROL:
        return [(0, Text("值班领导", "on the patrol rota"))]
    club = led_club(problem, session)
    if club is None or gap.role is Role.ACCOMPANYING:
        return [(0, Text("本校教师，可陪同", "may accompany"))]
    skills = [s for s in club.skills if s in problem.person_by_id[person].skills]
    found = [(0, Text(f"有{'、'.join(skills)}专长", f"has the skill {', '.join(skills)}"))] if skills else []
    leads = any(
        person in d.session.people(Role.LEADER) and d.session.club == club.id and d.day != gap.day
        for d in standing.base.sessions
    )
    return [*found, (0, Text("平时也带这个社团", "leads this club at other times"))] if leads else [*found, (5, _NEW)]


_NEW = Text("平时不带这个社团", "does not lead this club otherwise")


def _late(standing: Standing, gap: Gap, person: PersonId) -> list[_Points]:
    """Whether the person is here that day anyway, and how long."""
    period = gap.session.slot.period
    mine = [p for (day, p), people in standing.serving.items() if day == gap.day and person in people]
    if any(p >= period for p in mine):
        last = max(mine)
        return [(0, Text(f"当天本来就到第{last}节", f"here until period {last} that day anyway"))]
    if mine:
        return [(6, Text(f"当天要多留到第{period}节", f"would stay until period {period}"))]
    return [(12, Text("当天本来没有课后任务", "has no duty that day otherwise"))]


def _wishes(standing: Standing, gap: Gap, person: PersonId) -> list[_Points]:
    wishes = {w.slot: w.wish for w in standing.problem.person_by_id[person].wishes}
    wish = wishes.get(gap.session.slot)
    return [_WISH[wish]] if wish in _WISH else []


def _load(standing: Standing, gap: Gap, person: PersonId) -> list[_Points]:
    """How much already: in that week against the target, in the term, and for others."""
    week, term = standing.in_week[person, standing.week(gap.day)], standing.in_term[person]
    stood_in, who = standing.stood_in[person], standing.problem.person_by_id[person]
    above = week - standing.problem.target_of(who) if isinstance(who, Teacher) else 0
    text = Text(f"本周已有{week}次，本学期{term}次", f"{week} that week, {term} in the term")
    found = [(3 * above, text)]
    if stood_in:
        found.append((4 * stood_in, Text(f"本学期已代课{stood_in}次", f"stood in {stood_in} times this term")))
    return found
