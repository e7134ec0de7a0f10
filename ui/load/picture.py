"""The tables of the screen 工作量 as HTML: one square is one session; strips of the week; words beside each picture."""

from collections.abc import Sequence

from exchange.results.names import WISH, day_title, debt_text, period_title, person_name
from models import Language, Problem, Role, SlotWish, Text, Timetable
from ui.load.figures import Line, RoomUse, Sort, Spot, slots_of, strip_of
from ui.load.reasons import Reasons
from ui.week.markup import Markup, joined, tag

SORTS = {
    Sort.HOMEWORK: Text("作业辅导", "homework"),
    Sort.CLUB: Text("带社团", "leads a club"),
    Sort.ACCOMPANY: Text("陪同", "accompanies"),
    Sort.ACTIVITY: Text("班级活动", "class activity"),
    Sort.LARGE: Text("大社团", "whole-school club"),
    Sort.PATROL: Text("巡查", "patrol"),
}


def legend(lines: Sequence[Line], language: Language) -> Markup:
    """What squares mean, with how many there are of each; only of sorts that occur."""
    counts = {sort: sum(s is sort for line in lines for s, _ in line.squares) for sort in Sort}
    items = [
        tag("span", tag("i", class_=f"sq {sort}"), f" {SORTS[sort].in_language(language)} {count}")
        for sort, count in counts.items()
        if count
    ]
    items.append(tag("span", tag("i", class_="spot shut"), Text(" 不能来", " away").in_language(language)))
    return tag("div", items, class_="k-sq-legend")


def teachers_table(problem: Problem, timetable: Timetable, lines: Sequence[Line], language: Language) -> Markup:
    """One row a teacher."""
    reasons = Reasons(problem, timetable)
    weeks = problem.week.cycle > 1
    heads = Text(
        f"教师|{'两周' if weeks else '每周'}课次|合计/周|比目标|周一至周五|晚走|意愿|为什么",
        f"Teacher|Sessions in {'two weeks' if weeks else 'a week'}|a week|target|days|late|Wishes|Why",
    )
    head = [tag("th", name, scope="col") for name in heads.in_language(language).split("|")]
    rows = []
    for number, line in enumerate(lines):
        turn = number > 0 and (line.away > 0, line.away < 0) != (lines[number - 1].away > 0, lines[number - 1].away < 0)
        rows.append(_row(problem, timetable, line, reasons, language, "turn" if turn else None))
    caption = Text("每位教师的课后服务工作量", "What each teacher serves").in_language(language)
    return tag("table", tag("caption", caption), tag("thead", tag("tr", head)), tag("tbody", rows), class_="k-load")


def _row(
    problem: Problem, timetable: Timetable, line: Line, reasons: Reasons, language: Language, look: str | None
) -> Markup:
    name = tag("b", person_name(problem, line.teacher.id, language))
    facts = [*line.teacher.subjects, *filter(None, [debt_text(line.teacher).in_language(language)])]
    subjects = tag("small", " " + "、".join(facts)) if facts else None
    late = str(line.load.late_days) if line.load.late_days else "—"
    return tag(
        "tr",
        tag("th", name, subjects, scope="row"),
        tag("td", squares(line, language), class_="squares"),
        tag("td", tag("b", f"{line.load.weekly:g}"), class_="number"),
        tag("td", _away(line, language)),
        tag("td", strip(strip_of(problem, timetable, line.teacher), problem, language)),
        tag("td", late, class_="number"),
        tag("td", _wishes(problem, line, language), class_="words wish"),
        tag("td", reasons.of(line).in_language(language), class_="words"),
        class_=look,
    )


def squares(line: Line, language: Language) -> Markup:
    """One square for each session; screen readers hear the counts."""
    words = ", ".join(
        f"{SORTS[sort].in_language(language)} {count}"
        for sort in Sort
        if (count := sum(s is sort for s, _ in line.squares))
    )
    found = [
        tag(
            "i",
            class_=f"sq {sort}",
            title=f"{s.slot.title(line.load.cycle, language)} {SORTS[sort].in_language(language)}",
        )
        for sort, s in line.squares
    ]
    return tag("span", found, role="img", aria_label=words)


def _away(line: Line, language: Language) -> Markup:
    if line.away == 0:
        title = Text(f"正好目标 {line.target} 次", f"on the target of {line.target}").in_language(language)
        return tag("span", "—", title=title)
    more = line.away > 0
    word = Text("多" if more else "少", "+" if more else "−").in_language(language)
    gap = " " if language == "zh" else ""
    title = Text(f"目标 {line.target} 次", f"target {line.target}").in_language(language)
    return tag("b", f"{word}{gap}{abs(line.away):g}", class_="more" if more else "less", title=title)


def strip(spots: Sequence[Spot], problem: Problem, language: Language) -> Markup:
    """A column of small cells for each day: above the first period, below it the next."""
    columns: dict[tuple[int, int], list[Markup]] = {}
    for spot in spots:
        done = "、".join(SORTS[sort].in_language(language) for sort in spot.sorts)
        away = Text("不能来", "away").in_language(language) if spot.shut else ""
        look = spot.sorts[0] if spot.sorts else "shut" if spot.shut else "free"
        title = f"{spot.slot.title(problem.week.cycle, language)} {done or away}".strip()
        cell = tag("i", class_=f"spot {look}", title=title)
        columns.setdefault((spot.slot.week, spot.slot.day), []).append(cell)
    found: list[Markup] = []
    before = 1
    for (week, day), cells in columns.items():
        found.append(tag("span", cells, class_="gap" if week != before else None, title=day_title(day, language)))
        before = week
    return tag("span", found, class_="strip")


def _wishes(problem: Problem, line: Line, language: Language) -> Markup:
    def said(wish: SlotWish, met: bool) -> Markup:
        when = wish.slot.title(problem.week.cycle, language)
        good, bad = (Text("已满足", "met"), Text("没能满足", "not met"))
        if wish.wish < 0:
            good, bad = Text("已避开", "avoided"), Text("没能避开", "not avoided")
        end = (good if met else bad).in_language(language)
        colon = Text("：", ": ").in_language(language)
        text = f"{WISH[wish.wish].in_language(language)} {when}{colon}{end}"
        return tag("div", text, class_=None if met else "unmet")

    return joined([said(w, False) for w in line.load.unmet], [said(w, True) for w in line.load.met])


def rooms_table(problem: Problem, timetable: Timetable, rooms: Sequence[RoomUse], language: Language) -> Markup:
    """Each room's week: how many groups meet there in each slot."""
    slots = slots_of(problem, timetable)
    heads = Text("场地|一周|用了|同时最多", "Room|the week|used|most at once").in_language(language).split("|")
    rows = []
    for use in rooms:
        columns: dict[tuple[int, int], list[Markup]] = {}
        for slot, groups, closed in zip(slots, use.groups, use.closed, strict=True):
            words = Text(f"{groups} 组", f"{groups} groups").in_language(language)
            look = "full" if groups >= use.at_once else "part" if groups else "shut" if closed else "free"
            if closed and not groups:
                words = Text("不开放", "closed").in_language(language)
            title = f"{slot.title(problem.week.cycle, language)} {words}"
            columns.setdefault((slot.week, slot.day), []).append(tag("i", class_=f"spot {look}", title=title))
        most = Text(
            f"{max(use.groups, default=0)} / {use.at_once} 组", f"{max(use.groups, default=0)} of {use.at_once}"
        )
        rows.append(
            tag(
                "tr",
                tag("th", tag("b", use.room), scope="row"),
                tag("td", tag("span", [tag("span", cells) for cells in columns.values()], class_="strip")),
                tag("td", f"{use.used} / {use.open}", class_="number"),
                tag("td", most.in_language(language)),
            )
        )
    caption = Text("每处场地一周的使用", "How each room is used").in_language(language)
    head = tag("tr", [tag("th", h, scope="col") for h in heads])
    return tag("table", tag("caption", caption), tag("thead", head), tag("tbody", rows), class_="k-load narrow")


def patrols_table(problem: Problem, timetable: Timetable, language: Language) -> Markup | None:
    """Who patrols when; none where nobody does and the school asks for none."""
    slots = slots_of(problem, timetable)
    who = {s: [p for x in timetable.at.get(s, ()) for p in x.people(Role.PATROL)] for s in slots}
    leaders = [t.id for t in problem.teachers if t.leader or any(t.id in people for people in who.values())]
    if not any(who.values()) and not problem.settings.patrol.at_least:
        return None
    heads = [day_title(s.day, language) + period_title(s.period, language) for s in slots if s.week == 1]
    if problem.week.cycle > 1:
        heads = [s.title(problem.week.cycle, language) for s in slots]
    rows = [
        tag(
            "tr",
            tag("th", tag("b", person_name(problem, p, language)), scope="row"),
            [tag("td", tag("i", class_="sq patrol") if p in who[s] else None, class_="centre") for s in slots],
            tag("td", str(sum(p in people for people in who.values())), class_="number"),
        )
        for p in leaders
    ]
    total = Text("合计", "in all").in_language(language)
    first = Text("值班领导", "Leader").in_language(language)
    head = tag("tr", [tag("th", h, scope="col") for h in (first, *heads, total)])
    caption = Text("巡查：谁在哪个时段", "Who is on patrol when").in_language(language)
    return tag("table", tag("caption", caption), tag("thead", head), tag("tbody", rows), class_="k-load narrow")
