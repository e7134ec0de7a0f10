"""What `kehou whatif` and `kehou compare` tell people: rules side by side, sessions that differ, whom to tell what."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from rich.table import Table

from commands.reports import files_report, shortage_lines
from commands.screen import Screen
from exchange.results.sentences import CHANGE_TITLES, told_sentence
from models import Comparison, Status, Strength, Text, WhatIf
from scheduler.rules import rule_cards
from scheduler.told import since_text

_ENDS = {
    Status.IMPOSSIBLE: Text(
        "排不出，已证明：用 kehou explain 看怎样补救。", "Impossible, proved: kehou explain says what would help."
    ),
    Status.OUT_OF_TIME: Text(
        "时间到，还没排出，也没证明排不出。", "Out of time: no timetable, and no proof that there is none."
    ),
}


def whatif_report(screen: Screen, found: WhatIf, files: Mapping[str, Path]) -> None:
    """Whom to tell what, whether fewer would do, and where the files lie; or why there is no timetable."""
    for text, style in shortage_lines(found.shortages):
        screen.say(text, style)
    if found.comparison is None or found.told is None:
        screen.say(_ENDS[found.status], "bold red")
        return
    comparison_report(screen, found.comparison)
    screen.say(told_sentence(found), "bold")
    files_report(screen, files)


def comparison_report(screen: Screen, found: Comparison, first_day: date | None = None) -> None:
    """Rules of which the cost differs, sessions that differ, and a list for each person, from `first_day` on."""
    screen.show(_scores(found, screen))
    for broken in found.broken_after:
        screen.say(Text(f"违反　{broken.text.zh}", f"broken  {broken.text.en}"), "red")
    if not found.sessions:
        screen.say(Text("课次没有变动。", "No session differs."))
    else:
        screen.show(_sessions(found, screen))
    if found.notices:
        screen.say(Text("要告诉谁什么：", "Whom to tell what:"), "bold")
    since = Text("", "") if first_day is None else since_text(first_day)
    for notice in found.notices:
        zh, en = "；".join(t.zh.rstrip("。") for t in notice.texts), " ".join(t.en for t in notice.texts)
        zh, en = (f"{since.zh}，{zh}", f"{since.en}: {en}") if first_day is not None else (zh, en)
        screen.say(Text(f"  {notice.person}：{zh}。", f"  {notice.person}: {en}"))


def _scores(found: Comparison, screen: Screen) -> Table:
    titles = {card.key: card.title for card in rule_cards()}
    table = Table()
    table.add_column(Text("规则", "rule").in_language(screen.language))
    for head in (Text("原来", "before"), Text("现在", "after"), Text("差", "difference")):
        table.add_column(head.in_language(screen.language), justify="right")
    for score in found.scores:
        if score.strength is Strength.PREFER and score.cost_before != score.cost_after:
            title = titles[score.rule].in_language(screen.language)
            table.add_row(title, *_three(score.cost_before, score.cost_after))
    total = Text("偏好代价合计", "cost of preferences").in_language(screen.language)
    table.add_row(total, *_three(found.cost_before, found.cost_after), style="bold")
    return table


def _three(before: int, after: int) -> tuple[str, str, str]:
    return str(before), str(after), f"{after - before:+d}" if after != before else "0"


def _sessions(found: Comparison, screen: Screen) -> Table:
    table = Table(show_lines=False)
    table.add_column(Text("课次", "session").in_language(screen.language))
    table.add_column(Text("变动", "change").in_language(screen.language))
    for change in found.sessions:
        table.add_row(CHANGE_TITLES[change.kind].in_language(screen.language), change.text.in_language(screen.language))
    return table
