"""Why a teacher has as many sessions as he or she has: what they are, and what holds them there; all of it counted."""

from collections import Counter

from exchange.results.names import content_name
from models import CrossClassClub, Problem, Role, SessionKind, Text, Timetable, WholeSchoolClub
from scheduler.open_scope import OpenScope
from ui.load.figures import Line, duties_of


class Reasons:
    """For one timetable; what may be tutored by whom is worked out once."""

    def __init__(self, problem: Problem, timetable: Timetable) -> None:
        self.problem, self.timetable = problem, timetable
        scope = OpenScope(problem)
        self.tutored: Counter[str] = Counter()  # teacher → homework sessions in the cycle that he or she may tutor
        for c in problem.classes:
            for quota in problem.quotas[c.id].values():
                times = quota.times * (1 if quota.per_cycle else problem.week.cycle)
                for teacher in scope.tutors(c, quota):
                    self.tutored[teacher.id] += times

    def of(self, line: Line) -> Text:
        """语文辅导 3 次（本班 2 次），陪同 1 次；已到每周上限 6 次."""
        what, held = self._what(line), self._held(line)
        return Text(
            "；".join(filter(None, ("，".join(t.zh for t in what), "，".join(t.zh for t in held)))),
            "; ".join(filter(None, (", ".join(t.en for t in what), ", ".join(t.en for t in held)))),
        )

    def _what(self, line: Line) -> list[Text]:
        """What the sessions are, each with how often in the cycle."""
        problem, own = self.problem, {c.id for c in self.problem.classes if c.class_teacher == line.teacher.id}
        counts: Counter[tuple[Role, SessionKind, str, str]] = Counter()
        at_home: Counter[tuple[Role, SessionKind, str, str]] = Counter()
        for s, role in duties_of(problem, self.timetable, line.teacher.id):
            club = s.kind in (SessionKind.CROSS_CLASS, SessionKind.WHOLE_SCHOOL)
            zh = content_name(problem, s) if s.kind is SessionKind.HOMEWORK or club else ""
            en = content_name(problem, s, "en") if s.kind is SessionKind.HOMEWORK or club else ""
            key = (role, s.kind, zh, en)
            counts[key] += 1
            at_home[key] += s.school_class in own
        order = list(_ROLES)
        keys = sorted(counts, key=lambda key: order.index(key[:2]) if key[:2] in order else len(order))
        return [_said(key, counts[key], at_home[key]) for key in keys]

    def _held(self, line: Line) -> list[Text]:
        """What keeps the number from being another, as far as it can be counted."""
        teacher, found = line.teacher, []
        weekly = line.load.weekly
        if weekly and weekly == teacher.weekly_most:
            found.append(Text(f"已到每周上限 {teacher.weekly_most} 次", f"at the most of {teacher.weekly_most} a week"))
        if weekly and weekly == teacher.weekly_least:
            found.append(
                Text(f"每周下限就是 {teacher.weekly_least} 次", f"at the least of {teacher.weekly_least} a week")
            )
        if not self.tutored[teacher.id]:
            found.append(Text("按规定不能辅导作业", "may tutor no homework"))
        shut = len({s for s in teacher.unavailable if s in self.problem.slots})
        if shut:
            every = len(self.problem.slots)
            found.append(Text(f"{every} 个时段里 {shut} 个不能来", f"away in {shut} of {every} slots"))
        found += self._only_one(line)
        return found

    def _only_one(self, line: Line) -> list[Text]:
        """Clubs that nobody else of the school could lead by skill."""
        led = {s.club for s, role in duties_of(self.problem, self.timetable, line.teacher.id) if role is Role.LEADER}
        alone = [
            club.name
            for club in self.problem.clubs
            if club.id in led and isinstance(club, CrossClassClub | WholeSchoolClub) and club.skills
            if sum(bool(set(club.skills) & set(p.skills)) for p in self.problem.people) == 1
        ]
        if not alone:
            return []
        zh, en = "、".join(alone), ", ".join(alone)
        return [Text(f"会{zh}的只有这一位", f"the only one with the skill for {en}")]


_ROLES = {
    (Role.TUTOR, SessionKind.HOMEWORK): Text("{}辅导", "{} homework"),
    (Role.LEADER, SessionKind.CROSS_CLASS): Text("带{}", "leads {}"),
    (Role.LEADER, SessionKind.WHOLE_SCHOOL): Text("带{}", "leads {}"),
    (Role.LEADER, SessionKind.CLASS_ACTIVITY): Text("班级活动", "class activities"),
    (Role.ACCOMPANYING, SessionKind.CROSS_CLASS): Text("陪同{}", "accompanies {}"),
    (Role.ACCOMPANYING, SessionKind.WHOLE_SCHOOL): Text("陪同{}", "accompanies {}"),
    (Role.PATROL, SessionKind.PATROL): Text("巡查", "patrol"),
}


def _said(key: tuple[Role, SessionKind, str, str], times: int, at_home: int) -> Text:
    role, kind, zh, en = key
    shape = _ROLES.get((role, kind), Text("陪同{}", "accompanies {}"))
    home = Text("", "")
    if at_home and role in (Role.TUTOR, Role.LEADER):
        part = Text(f"（本班 {at_home} 次）", f" ({at_home} with the own class)")
        home = part if at_home < times else Text("（本班）", " (own class)")
    return Text(f"{shape.zh.format(zh)} {times} 次{home.zh}", f"{shape.en.format(en)} {times}×{home.en}")
