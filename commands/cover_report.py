"""What `kehou cover` prints: the gaps, the best cover and who else could, what stays open, and what to tell whom."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.table import Table

from commands.reports import files_report
from commands.screen import Screen
from models import Cover, CoverCandidate, Gap, OtherWay, SwapProposal, Text
from scheduler.cover import DatedNotice, Standing, candidates, room_candidates
from scheduler.cover.wording import called, what_text, when_text

_OTHERS = 3  # so many more are named for each gap


def cover_report(
    screen: Screen,
    standing: Standing,
    people: Cover,
    rooms: Cover,
    told: Sequence[DatedNotice],
    files: Mapping[str, Path],
    swaps: Mapping[str, SwapProposal],
    ways: Mapping[str, OtherWay],
) -> None:
    """All of it, in the order in which the office works."""
    count = len(standing.gaps) + len(standing.room_gaps)
    open_count = len(people.unfilled) + len(rooms.unfilled)
    if not count:
        screen.say(Text("没有缺口。", "There is no gap."), "bold")
    else:
        screen.say(
            Text(
                f"缺口{count}处，补上{count - open_count}处，请{len(people.people)}人代课{_proved(people, rooms).zh}。",
                f"{count} gaps, {count - open_count} closed, {len(people.people)} people asked"
                f"{_proved(people, rooms).en}.",
            ),
            "bold",
        )
        screen.show(_table(screen, standing, people, rooms))
    for line in (*people.unfilled, *rooms.unfilled):
        head = _gap_text(standing, line.gap)
        screen.say(Text(f"补不上：{head.zh}。{line.text.zh}", f"Open: {head.en}. {line.text.en}"), "red")
    if swaps:
        screen.say(Text("", ""))
        screen.say(Text("可以对调（记下用 --swap 编号）：", "Swaps (taken with --swap NUMBER):"), "bold")
        for number, proposal in swaps.items():
            screen.say(Text(f"{number}　{proposal.text.zh}", f"{number}  {proposal.text.en}"))
    if ways:
        _show_ways(screen, standing, ways)
    if told:
        screen.say(Text("", ""))
        screen.say(Text("变更通知（上次通知之后的）：", "Notices (since the last ones):"), "bold")
        for notice in told:
            screen.say(notice.message)
    if files:
        files_report(screen, files)
    elif count:
        screen.note(
            Text(
                "没有写进变更记录：加 --log 文件 --apply 才写。",
                "Nothing was written: add --log FILE --apply to write.",
            )
        )


def _show_ways(screen: Screen, standing: Standing, ways: Mapping[str, OtherWay]) -> None:
    screen.say(Text("", ""))
    screen.say(Text("别的办法（记下用 --way 编号）：", "Other ways (taken with --way NUMBER):"), "bold")
    every = (*standing.gaps, *standing.room_gaps)
    for number, way in ways.items():
        gap, place = number.split(".")
        if place == "1":
            head = _gap_text(standing, every[int(gap) - 1])
            screen.say(Text(f"{head.zh}：", f"{head.en}:"))
        names = [called(standing.problem, p) for p in way.told]
        zh, en = "；".join(r.zh for r in way.reasons), "; ".join(r.en for r in way.reasons)
        screen.say(
            Text(
                f"{number}　{way.text.zh}（{zh}；要通知{len(names)}人：{'、'.join(names)}）",
                f"{number}  {way.text.en} ({en}; {len(names)} people to be told: {', '.join(names)})",
            )
        )


def _table(screen: Screen, standing: Standing, people: Cover, rooms: Cover) -> Table:
    language = screen.language
    table = Table(box=None, pad_edge=False, header_style="bold")
    for head in (Text("缺口", "Gap"), Text("安排", "Cover"), Text("理由", "Why"), Text("也行", "Others")):
        table.add_column(head.in_language(language))
    for line in (*people.covered, *rooms.covered):
        ranked = room_candidates(standing, line.gap) if line.gap.room else candidates(standing, line.gap)
        others = [c for c in ranked if c.possible and (c.person, c.room) != (line.by.person, line.by.room)]
        table.add_row(
            _gap_text(standing, line.gap).in_language(language),
            line.by.title.in_language(language),
            _reasons(line.by).in_language(language),
            _names(others).in_language(language),
        )
    return table


def _gap_text(standing: Standing, gap: Gap) -> Text:
    when, what = when_text(gap.day, gap.session.slot.period), what_text(standing.problem, gap.session)
    missing = gap.room or called(standing.problem, gap.person or "")
    return Text(f"{when.zh} {what.zh}（{missing}）", f"{when.en}, {what.en} ({missing})")


def _reasons(candidate: CoverCandidate) -> Text:
    return Text("，".join(r.zh for r in candidate.reasons), ", ".join(r.en for r in candidate.reasons))


def _names(others: Sequence[CoverCandidate]) -> Text:
    if not others:
        return Text("没有别人", "nobody else")
    more = len(others) - _OTHERS
    zh, en = "、".join(c.title.zh for c in others[:_OTHERS]), ", ".join(c.title.en for c in others[:_OTHERS])
    return Text(f"{zh}等{len(others)}", f"{en} and {more} more") if more > 0 else Text(zh, en)


def _proved(people: Cover, rooms: Cover) -> Text:
    if people.proved and rooms.proved:
        return Text("（已证明不能更好）", " (proved: none is better)")
    return Text("（未证明是最好的）", " (not proved to be the best)")
