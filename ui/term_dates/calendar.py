"""The term as a picture: a row for each week, a column for each weekday; every mark is a word too."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from exchange.results.names import day_title
from models import Language, MakeUpDay, Text
from scheduler.term import DateKind, TermDate, TermWeek
from ui.week.markup import Markup, tag

_MAKE_UP = "make-up"
_WORDS = {
    DateKind.SERVICE: Text("有课后服务", "service"),
    _MAKE_UP: Text("调休上课", "make-up day"),
    DateKind.PART: Text("部分停课", "service in part"),
    DateKind.NONE: Text("上学，停课后服务", "school, no service"),
    DateKind.HOLIDAY: Text("放假", "holiday"),
}
_PARITY = {1: Text("单周", "odd"), 2: Text("双周", "even")}


def calendar(weeks: Sequence[TermWeek], today: date, language: Language) -> Markup:
    """The table."""
    heads = [Text("周次", "Week").in_language(language), *(day_title(day, language) for day in range(1, 8))]
    caption = Text("学期的每一天", "Each date of the term").in_language(language)
    return tag(
        "table",
        tag("caption", caption),
        tag("thead", tag("tr", [tag("th", head, scope="col") for head in heads])),
        tag("tbody", [_week(week, today, language) for week in weeks]),
        class_="k-term",
    )


def legend(weeks: Sequence[TermWeek], language: Language) -> Markup:
    """What the marks mean, with the number of dates of each; only of those that occur."""
    found: Counter[str] = Counter()
    for d in (d for week in weeks for d in week.dates):
        found[d.kind] += 1
        found[_MAKE_UP] += d.make_up is not None
    days = Text("天", "").in_language(language)
    items = [
        tag("span", tag("i", class_=f"k-day {key}"), f" {words.in_language(language)} {found[key]} {days}".rstrip())
        for key, words in _WORDS.items()
        if found[key]
    ]
    return tag("div", items, class_="k-term-legend")


def _week(week: TermWeek, today: date, language: Language) -> Markup:
    name = Text(f"第 {week.number} 周", f"Week {week.number}").in_language(language)
    odd_even = " / ".join(_PARITY[p].in_language(language) for p in week.parities)
    head = tag("th", name, tag("small", f" {odd_even}") if odd_even else None, scope="row")
    return tag("tr", head, [_cell(d, today, language) for d in week.dates])


def _cell(found: TermDate, today: date, language: Language) -> Markup:
    if found.kind is DateKind.OUTSIDE:
        return tag("td", class_=f"k-day {found.kind}")
    look = f"k-day {found.kind}" + (f" {_MAKE_UP}" if found.make_up else "")
    written = f"{found.day.month}.{found.day.day}"
    here = found.day == today
    return tag(
        "td",
        tag("time", written, datetime=found.day.isoformat()),
        [tag("span", text.in_language(language), class_=f"w {kind}") for kind, text in _said(found)],
        class_=look + (" today" if here else ""),
        aria_current="date" if here else None,
    )


def _said(found: TermDate) -> list[tuple[str, Text]]:
    """What stands beside the date: first what it is, then how many sessions."""
    names = Text("、".join(found.names), ", ".join(found.names))
    said = [("m", _as_other(found.make_up))] if found.make_up else []
    held = Text(f"{found.sessions} 个课次", f"{found.sessions} sessions")
    match found.kind:
        case DateKind.HOLIDAY:
            said.append(("n", names))
        case DateKind.NONE:
            said.append(("n", Text(f"停：{names.zh}", f"none: {names.en}")))
        case DateKind.PART:
            said.append(("n", Text(f"部分停：{names.zh}", f"in part: {names.en}")))
            said.append(("c", Text(f"{held.zh}，少 {found.lost}", f"{held.en}, {found.lost} lost")))
        case DateKind.SERVICE:
            said.append(("c", held))
    if found.make_up:
        said.append(("why", Text(found.make_up.name, found.make_up.name)))
    return said


def _as_other(make_up: MakeUpDay) -> Text:
    """按周三（双周）上."""
    week = _PARITY.get(make_up.week or 0)
    zh, en = (f"（{week.zh}）", f" ({week.en})") if week else ("", "")
    day = int(make_up.runs_as)
    return Text(f"按{day_title(day, 'zh')}{zh}上", f"as {day_title(day, 'en')}{en}")
