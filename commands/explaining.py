"""What `kehou explain` tells people: what is short, ways out and their price, what could be published today."""

from rich.table import Table

from commands.reports import shortage_lines
from commands.screen import Screen
from models import Explanation, LeastBad, Margin, Repair, Status, Text

_MISSING_SHOWN = 20

_ENDS = {
    Status.IMPOSSIBLE: Text("排不出。", "There is no timetable."),
    Status.FEASIBLE: Text("排得出。", "There is a timetable."),
    Status.OPTIMAL: Text("排得出。", "There is a timetable."),
    Status.OUT_OF_TIME: Text(
        "时间到：还没排出，也没证明排不出。", "Out of time: no timetable, and no proof that there is none."
    ),
}


def explanation_report(screen: Screen, told: Explanation) -> None:
    """All of it, in the order in which an office reads it."""
    for text, style in shortage_lines(told.shortages):
        screen.say(text, style)
    for conflict in told.conflicts:
        screen.say(conflict.text, "red")
    screen.say(_ENDS[told.status], "bold red" if told.status is Status.IMPOSSIBLE else "bold")
    if told.status is Status.IMPOSSIBLE:
        _show_repairs(screen, told.repairs)
        _say_least_bad(screen, told.least_bad)
    if told.tightest:
        screen.say(Text("最紧的几处：", "The tightest counts:"), "bold")
        screen.show(_margins(told.tightest, screen))


def _show_repairs(screen: Screen, repairs: tuple[Repair, ...]) -> None:
    if not repairs:
        screen.say(
            Text(
                "在给定的时间里没有找到补救办法：请多给些时间。", "No way out was found in time: give it more seconds."
            )
        )
        return
    screen.say(Text("补救办法（任选一种，每种都排过并复核过）：", "Ways out (take any; each was tried and audited):"))
    table = Table(show_lines=True)
    for title in (Text("代价", "price"), Text("做什么", "what to do"), Text("牵动", "whom it touches")):
        table.add_column(title.in_language(screen.language))
    for repair in repairs:
        separator = "；" if screen.language == "zh" else "; "
        steps = separator.join(step.text.in_language(screen.language) for step in repair.steps)
        touched = "、" if screen.language == "zh" else ", "
        names = (*repair.people, *repair.classes, *repair.clubs, *repair.rooms)
        table.add_row(_price(repair, screen), steps, touched.join(dict.fromkeys(names)))
    screen.show(table)


def _price(repair: Repair, screen: Screen) -> str:
    proved = Text("（已证同类最低）", " (proved least of its kind)") if repair.cheapest else Text("", "")
    return f"{repair.cost}{proved.in_language(screen.language)}"


def _say_least_bad(screen: Screen, bad: LeastBad | None) -> None:
    if bad is None:
        return
    screen.say(
        Text(
            f"如果今天就要公布：最好的不完整课表缺 {len(bad.missing)} 处：",
            f"If it must be published today: the best partial timetable lacks {len(bad.missing)} things:",
        )
    )
    for text in bad.missing[:_MISSING_SHOWN]:
        screen.say(Text(f"  {text.zh}", f"  {text.en}"))
    if len(bad.missing) > _MISSING_SHOWN:
        left = len(bad.missing) - _MISSING_SHOWN
        screen.say(Text(f"  还有 {left} 处（见 --json）", f"  and {left} more (see --json)"))


def _margins(margins: tuple[Margin, ...], screen: Screen) -> Table:
    table = Table()
    table.add_column(Text("余", "spare").in_language(screen.language), justify="right")
    table.add_column(Text("哪一处", "which count").in_language(screen.language))
    for margin in margins:
        table.add_row(str(margin.spare), margin.text.in_language(screen.language))
    return table
