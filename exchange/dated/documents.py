"""The handouts for dates as files: how each is called, and its bytes when somebody wants them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from exchange.dated.attendance import attendance_pdf
from exchange.dated.calendar_files import calendars_zip
from exchange.dated.head import DatedHead, Edition
from exchange.dated.hours import HoursSettings
from exchange.dated.hours_sheet import hours_workbook
from exchange.dated.patrol_records import patrol_pdf
from exchange.dated.settlement import anybody_came, settlement_pdf
from exchange.dated.settlement_sheet import settlement_workbook
from exchange.dated.term_days import span_mark
from exchange.dated.week_sheets import week_pdf
from models import Span


class DatedKind(StrEnum):
    """What can be handed out once the term has dates; two of them also without, as kinds of `exchange.handouts`."""

    CALENDARS = "calendars"
    WEEK = "week"
    PATROLS = "patrol-form"
    ATTENDANCE = "attendance"
    HOURS = "hours"
    SETTLEMENT = "settlement"


@dataclass(frozen=True)
class Wanted:
    """For which time, at which rates, and what was handed out before."""

    when: datetime  # of this edition, with its time zone
    spans: tuple[Span, ...]  # a file for each, of attendance, hours and settlement
    week: int  # number of the week of the term
    rates: HoursSettings = field(default_factory=HoursSettings)
    earlier: Sequence[Edition] = ()


@dataclass(frozen=True)
class DatedFile:
    """One file."""

    kind: DatedKind
    name: str  # with its ending
    make: Callable[[], bytes]


def dated_files(head: DatedHead, kind: DatedKind, wanted: Wanted) -> Iterator[DatedFile]:
    """The files of this kind; of a settlement none where nobody comes from outside."""
    say = head.say
    match kind:
        case DatedKind.CALENDARS:
            name = say("日历.zip", "calendars.zip")
            yield DatedFile(kind, name, lambda: calendars_zip(head, wanted.when, wanted.earlier))
        case DatedKind.WEEK:
            name = say(f"第{wanted.week}周班级单.pdf", f"classes of week {wanted.week}.pdf")
            yield DatedFile(kind, name, lambda: week_pdf(head, wanted.week))
        case DatedKind.PATROLS:
            name = say(f"第{wanted.week}周巡课记录表.pdf", f"patrol record of week {wanted.week}.pdf")
            yield DatedFile(kind, name, lambda: patrol_pdf(head, wanted.week))
        case _:
            for span in wanted.spans:
                yield from _of_span(head, kind, span, wanted.rates)


def _of_span(head: DatedHead, kind: DatedKind, span: Span, rates: HoursSettings) -> Iterator[DatedFile]:
    say, mark = head.say, span_mark(span)
    if kind is DatedKind.ATTENDANCE:
        yield DatedFile(kind, say(f"考勤表 {mark}.pdf", f"attendance {mark}.pdf"), lambda: attendance_pdf(head, span))
    elif kind is DatedKind.HOURS:
        name = say(f"课时统计 {mark}.xlsx", f"hours {mark}.xlsx")
        yield DatedFile(kind, name, lambda: hours_workbook(head, span, rates))
    elif anybody_came(head, span):
        name = say(f"外聘结算单 {mark}", f"settlement {mark}")
        yield DatedFile(kind, f"{name}.pdf", lambda: settlement_pdf(head, span))
        yield DatedFile(kind, f"{name}.xlsx", lambda: settlement_workbook(head, span))
