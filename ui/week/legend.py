"""What colours and marks mean, each with how many sessions have it: the counts are counts of what is drawn."""

from collections import Counter
from collections.abc import Iterable

from exchange.results.names import is_instructor
from models import Session, SessionKind, Text
from ui.week.board import OUTSIDE, Board, sign
from ui.week.markup import Markup, tag
from ui.week.session_cell import CLASS_OF_KIND

_KINDS = {
    SessionKind.HOMEWORK: Text("作业辅导", "homework"),
    SessionKind.CROSS_CLASS: Text("社团（走班）", "cross-class clubs"),
    SessionKind.WHOLE_SCHOOL: Text("大社团", "whole-school clubs"),
    SessionKind.CLASS_ACTIVITY: Text("班级活动", "class activities"),
}


def kind_counts(sessions: Iterable[Session]) -> dict[SessionKind, int]:
    """How many sessions there are of each kind."""
    return dict(Counter(s.kind for s in sessions))


def legend(board: Board, sessions: Iterable[Session], published: str | None = None) -> Markup:
    """For these sessions; `published` is what the published timetable is called, where there is one."""
    shown = list(sessions)
    counts = kind_counts(shown)
    items = [
        tag("span", tag("i", class_=f"swatch {CLASS_OF_KIND[kind]}"), f"{text.in_language(board.language)} ", _count(n))
        for kind, text in _KINDS.items()
        if (n := counts.get(kind, 0))
    ]
    keys = {board.key(s) for s in shown}
    outside = {p for s in shown for p in s.people() if is_instructor(board.problem, p)}
    if outside:
        what = OUTSIDE.in_language(board.language)
        items.append(tag("span", sign("outside", board.language, what), f"{what} ", _count(len(outside))))
    if locked := keys & board.marks.locked.keys():
        what = board.say("人工锁定", "locked")
        items.append(tag("span", sign("locked", board.language, what), f"{what} ", _count(len(locked))))
    if published is not None:
        what = board.say(f"与{published} 不同", f"not as in {published}")
        changes = len(keys & board.marks.changed.keys()) + board.marks.lost
        items.append(tag("span", sign("changed", board.language, what), f"{what} ", _count(changes)))
    if broken := keys & board.marks.broken.keys():
        what = board.say("违反硬性规则", "breaks a requirement")
        items.append(tag("span", sign("broken", board.language, what), f"{what} ", _count(len(broken))))
    return tag("div", items, class_="kehou-legend")


def _count(number: int) -> Markup:
    return tag("b", str(number))
