"""The files for dates that the screen 发放 offers: what each is for, how it is called, and its bytes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from exchange.dated import DatedHead, DatedKind, Edition, HoursSettings, Wanted, dated_files
from exchange.handouts import file_name
from models import Span, Text
from ui.handing.files import MIME, Handout

_TITLES = {
    DatedKind.CALENDARS: Text("日历（每人、每班一个文件）", "Calendars (a file each)"),
    DatedKind.WEEK: Text("这一周的班级单", "Class sheets of this week"),
    DatedKind.PATROLS: Text("这一周的巡课记录表", "Patrol records of this week"),
    DatedKind.ATTENDANCE: Text("社团考勤表", "Attendance forms of clubs"),
    DatedKind.HOURS: Text("课时统计", "Hours"),
    DatedKind.SETTLEMENT: Text("外聘结算单", "Settlement of outside instructors"),
}
_ABOUT = {
    DatedKind.CALENDARS: Text(
        ".ics，导入手机或电脑的日历；再导入一次会更新，不会重复",
        ".ics for phones and computers; reading it in again updates and does not duplicate",
    ),
    DatedKind.WEEK: Text(
        "写明日期、放假、调休和停课，去向单按这一周", "with dates, holidays, make-up days and what is not on"
    ),
    DatedKind.PATROLS: Text("每天一页，谁在哪里上课已印好，其余手填", "a page a day; who is where is printed"),
    DatedKind.ATTENDANCE: Text("每个教学班一页，列出这个月的每个日期", "a page for each group, with the month's dates"),
    DatedKind.HOURS: Text(
        "每位教师每天的普通和特色课时、巡查、合计、费用，另有明细",
        "by teacher and date, patrols, sums, fees, details",
    ),
    DatedKind.SETTLEMENT: Text("按机构和教师逐次列出，合计、签字盖章栏", "by institution and person, with sums"),
}


FOR_READERS = (DatedKind.CALENDARS, DatedKind.WEEK, DatedKind.PATROLS, DatedKind.ATTENDANCE)
"""Hours and fees are between the office and each person."""


@dataclass(frozen=True)
class Times:
    """For which month, week and rates, as chosen on the screen."""

    month: Span
    week: int
    rates: HoursSettings


def for_the_term(
    head: DatedHead,
    times: Times,
    history: Callable[[], tuple[datetime, Sequence[Edition]]],
    kinds: Sequence[DatedKind] = tuple(DatedKind),
) -> tuple[Handout, ...]:
    """What is handed out for dates. `history` is only asked when calendars are taken, for it takes a while."""
    wanted = Wanted(datetime.min, (times.month,), times.week, times.rates)  # noqa: DTZ901  calendars ask for theirs
    found: list[Handout] = []
    for kind in kinds:
        for file in dated_files(head, kind, wanted):
            ending = file.name.rpartition(".")[2]
            make = _calendars(head, times, history) if kind is DatedKind.CALENDARS else file.make
            key = f"dated-{kind}-{ending}"
            found.append(Handout(key, _TITLES[kind], _ABOUT[kind], _name(head, file.name), MIME[ending], make))
    return tuple(found)


def _calendars(
    head: DatedHead, times: Times, history: Callable[[], tuple[datetime, Sequence[Edition]]]
) -> Callable[[], bytes]:
    def make() -> bytes:
        when, earlier = history()
        wanted = Wanted(when, (times.month,), times.week, times.rates, earlier)
        (file,) = dated_files(head, DatedKind.CALENDARS, wanted)
        return file.make()

    return make


def _name(head: DatedHead, name: str) -> str:
    """示例小学 课时统计 2027-03 7C3F-91A2.xlsx; marked where it is not sound."""
    stem, _, ending = name.rpartition(".")
    unsound = head.say(" 未通过", " unsound") if head.warning else ""
    words = f"{head.problem.school} {stem} {head.head.timetable.fingerprint}{unsound}"
    return f"{file_name(words)}.{ending}"
