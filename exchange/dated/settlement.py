"""An institution's settlement (结算单): the sessions that its instructors held, by date, with the fee of each."""

from dataclasses import dataclass

from exchange.dated.head import DatedHead
from exchange.dated.services import Service, services
from exchange.dated.term_days import date_title, run_as, span_title
from exchange.handouts.head import Data
from exchange.handouts.typeset import pdf
from exchange.results.names import content_name, day_title, people_names, period_title, person_name, room_name
from models import Instructor, Role, Span

TABLES = "dated.typ"


@dataclass(frozen=True)
class Settled:
    """One instructor's sessions in a span."""

    instructor: Instructor
    held: tuple[Service, ...]
    missed: tuple[Service, ...]  # planned, but not held by this person

    @property
    def fee(self) -> int | None:
        """Yuan a session; none where the school has not said."""
        return self.instructor.fee or None

    @property
    def amount(self) -> int | None:
        """Yuan in all; none where the fee is not known and something was held."""
        return None if self.fee is None and self.held else (self.fee or 0) * len(self.held)


@dataclass(frozen=True)
class Institution:
    """All instructors of one institution who were planned or came."""

    name: str  # empty where none is written down
    people: tuple[Settled, ...]

    @property
    def sessions(self) -> int:
        """Sessions held."""
        return sum(len(s.held) for s in self.people)

    @property
    def amount(self) -> int | None:
        """Yuan in all; none while a fee is not known."""
        amounts = [s.amount for s in self.people]
        known = [a for a in amounts if a is not None]
        return sum(known) if len(known) == len(amounts) else None


def institutions(head: DatedHead, span: Span) -> tuple[Institution, ...]:
    """In the order of the school's list of instructors; whoever has no institution comes under an empty name."""
    parts: dict[str, list[Service]] = {}
    for service in services(head, span):
        parts.setdefault(service.person, []).append(service)
    found: dict[str, list[Settled]] = {}
    for instructor in head.problem.instructors:
        if mine := parts.get(instructor.id):
            held, missed = tuple(s for s in mine if s.held), tuple(s for s in mine if not s.held)
            found.setdefault(instructor.institution or "", []).append(Settled(instructor, held, missed))
    return tuple(Institution(name, tuple(people)) for name, people in found.items())


def anybody_came(head: DatedHead, span: Span) -> bool:
    """Whether there is anything to settle: a quick look, without counting."""
    outside = {instructor.id for instructor in head.problem.instructors}
    both = (head.dated,) if head.actual is None else (head.dated, head.actual)
    return any(
        span.includes(d.day) and not outside.isdisjoint(d.session.people()) for dated in both for d in dated.sessions
    )


def institution_name(head: DatedHead, institution: Institution) -> str:
    """As printed."""
    return institution.name or head.say("未写明机构的外聘教师", "instructors without an institution")


def title_of(head: DatedHead, institution: Institution, span: Span) -> str:
    """Of the sheet."""
    name, month = institution_name(head, institution), span_title(span, head.language)
    return head.say(f"{name} {month}课后服务课时结算单", f"Settlement: {name}, {month}")


def facts(head: DatedHead, service: Service) -> list[str]:
    """Date, weekday, period, time, club, room, who accompanies."""
    session, language, day = service.session, head.language, head.held.day_of[service.day]
    clock = head.clock(service.day, session.slot.period)
    weekday = " ".join(filter(None, (day_title(service.day.isoweekday(), language), run_as(day, language))))
    helpers = session.people(Role.ACCOMPANYING)
    return [
        service.day.isoformat(),
        weekday,
        period_title(session.slot.period, language),
        "" if clock is None else f"{clock[0]:%H:%M}–{clock[1]:%H:%M}",
        content_name(head.problem, session, language),
        room_name(session, language),
        people_names(head.problem, helpers, language) if helpers else "",
    ]


def remark(head: DatedHead, service: Service) -> str:
    """代 孙教练 for who came for somebody else; 与 孙教练 对调, 调自 10.12周一; empty for what is as planned."""
    say, language = head.say, head.language
    names = people_names(head.problem, service.instead_of, language) if service.instead_of else ""
    if service.moved_from is not None:
        return say("调自 ", "moved from ") + date_title(service.moved_from, language)
    if service.exchanged:
        return say(f"与 {names} 对调", f"exchanged with {names}")
    if not service.substituted:
        return ""
    return say("代 ", "for ") + names if names else say("加课", "extra")


def missed_text(head: DatedHead, institution: Institution) -> str:
    """What was planned and not held, in one sentence; empty if nothing."""
    say, language = head.say, head.language
    found = [
        f"{date_title(s.day, language)} {period_title(s.session.slot.period, language)} "
        f"{content_name(head.problem, s.session, language)}"
        + say("（", " (") + person_name(head.problem, s.person, language) + say("）", ")")
        for settled in institution.people
        for s in settled.missed
    ]  # fmt: skip
    return (
        say("计划了而未上，不计：", "planned, not held, not counted: ") + say("；", "; ").join(found) if found else ""
    )


def headings(head: DatedHead) -> list[str]:
    """Of the table's columns, the first and the last ones too."""
    say = head.say
    return [
        say("序号", "no."), say("日期", "date"), say("星期", "day"), say("节次", "period"), say("时间", "time"),
        say("社团", "club"), say("场地", "room"), say("陪同教师", "with"), say("课次", "sessions"),
        say("每次（元）", "yuan each"), say("金额（元）", "yuan"), say("备注", "remark"),
    ]  # fmt: skip


def signatures(head: DatedHead) -> list[str]:
    """Who signs."""
    say = head.say
    return [
        say("机构负责人（签字、盖章）", "institution (signature, seal)"),
        say("学校经办人", "for the school"),
        say("学校（盖章）", "school (seal)"),
        say("日期", "date"),
    ]


def settlement_pdf(head: DatedHead, span: Span) -> bytes:
    """A4, each institution on pages of its own."""
    return pdf(TABLES, head.head, [_sheet(head, found, span) for found in institutions(head, span)])


def _sheet(head: DatedHead, institution: Institution, span: Span) -> Data:
    say, tables = head.say, []
    for settled in institution.people:
        fee = "" if settled.fee is None else f"{settled.fee:g}"
        rows = [[str(n), *facts(head, s), "1", fee, fee, remark(head, s)] for n, s in enumerate(settled.held, start=1)]
        amount = "" if settled.amount is None else f"{settled.amount:g}"
        name = person_name(head.problem, settled.instructor.id, head.language)
        sums: list[list[object]] = [[say("小计", "sum"), 8], [str(len(settled.held)), 1], ["", 1], [amount, 1], ["", 1]]
        tables.append({"title": name, "rows": rows, "total": sums})
    amount = say("（未写课酬）", "(no fee given)") if institution.amount is None else f"{institution.amount:g}"
    total = say(
        f"合计 {institution.sessions} 课次，{amount} 元", f"In all {institution.sessions} sessions, {amount} yuan"
    )
    return {
        "title": title_of(head, institution, span),
        "beside": head.marks,
        "upright": True,
        "columns": [
            {"title": title, "width": width, "align": align}
            for title, width, align in zip(
                headings(head),
                (4, 9, 8, 6, 10, 10, 10, 9, 4.5, 5, 6, 8),
                ("center",) * 5 + ("left",) * 3 + ("center",) * 3 + ("left",),
                strict=True,
            )
        ],
        "tables": tables,
        "total": total,
        "notes": list(filter(None, (_basis(head), missed_text(head, institution)))),
        "signs": signatures(head),
    }


def _basis(head: DatedHead) -> str:
    if head.actual is not None:
        return head.say("按实际上课计算。", "As held.")
    return head.say("按课表计算，未计请假和代课。", "As planned, without absences and substitutes.")
