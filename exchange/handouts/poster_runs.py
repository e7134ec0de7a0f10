"""What stands on the 总表 for neighbouring classes in one slot: cells of classes, a block of clubs, a club for all."""

from exchange.handouts.class_sheets import lines_of
from exchange.handouts.head import Data, Head
from exchange.results.measure import em_width
from exchange.results.names import KIND, class_title, content_name, room_name, short_name, short_names
from exchange.results.page import Run
from exchange.results.view import ClassSlot, content, escorts, in_order
from exchange.results.wording import has_escorts, heads, kind_of, stacked
from models import Role, Session, SessionKind, Slot


def run_data(head: Head, run: list[ClassSlot]) -> Data:
    """Classes side by side that are together in the slot, or one class alone."""
    first = run[0]
    if first.whole and not first.own and not first.walking:
        lines = lines_of(stacked([_whole(head, s, run) for s in first.whole]))
        return {"span": len(run), "kind": "whole_school", "lines": lines, "cells": [], "items": [], "note": ""}
    cells = [_own(head, here) for here in run] if any(h.own or h.whole or not h.walking for h in run) else []
    if not first.walking:
        return {"span": 1, **cells[0], "cells": [], "items": [], "note": ""}
    items, note = _items(head, run)
    return {"span": len(run), "kind": "cross_class", "lines": [], "cells": cells, "items": items, "note": note}


def widest(head: Head) -> float:
    """Width that a class's column needs for its longest word, in units of the type; longer ones are broken."""
    words = [c.title for c in head.problem.classes]
    for session in head.timetable.sessions:
        if session.school_class is not None:
            words.append(content_name(head.problem, session, head.language))
            words += [short_name(head.problem, p, head.language) for p in session.people()]
    return min(6.0, max(map(em_width, words)))


def _own(head: Head, here: ClassSlot) -> Data:
    """The cell of one class: what, who; where only if it is not its own room."""
    problem, language = head.problem, head.language
    parts: list[tuple[Run, ...]] = []
    for session in (*here.whole, *here.own):
        who = short_names(problem, session.people(Role.TUTOR, Role.LEADER), language)
        away = session.room != here.school_class.home_room
        where = f"\n{room_name(session, language)}" if away else ""
        parts.append(((content_name(problem, session, language), True), (f"\n{who}{where}", False)))
    if here.walking and here.own:
        parts.append(((head.say(f"走班 {here.walkers} 人", f"{here.walkers} walk"), False),))
    if not parts and here.open:
        parts.append(((head.say("未安排", "nothing"), True),))
    kind = kind_of(tuple(s.kind for s in (*here.whole, *here.own)))
    return {"kind": "" if kind is None else kind.value, "lines": lines_of(stacked(parts))}


def _whole(head: Head, session: Session, run: list[ClassSlot]) -> tuple[Run, ...]:
    problem, language = head.problem, head.language
    everyone = len(session.pupils) == len(problem.classes)
    count = head.say("全校 ", "all ") * everyone + heads(session.head_count, language)
    title = f"{KIND[session.kind].in_language(language)} · {content_name(problem, session, language)}"
    led = head.say("带班 ", "led by ") + short_names(problem, session.people(Role.LEADER), language)
    runs: list[Run] = [(title, True), (f"　{count} · {room_name(session, language)}\n{led}", False)]
    helpers = session.people(Role.ACCOMPANYING)
    if helpers and has_escorts(problem, session):
        escort = escorts(problem, session)
        names = [
            f"{class_title(problem, h.school_class.id)} {short_name(problem, escort[h.school_class.id], language)}"
            for h in run
            if h.school_class.id in escort
        ]
        runs.append((head.say(" · 各班跟班：", " · with each class: ") + head.say("、", ", ").join(names), False))
    elif helpers:
        runs.append((head.say(" · 陪同 ", " · with ") + short_names(problem, helpers, language), False))
    return tuple(runs)


def _items(head: Head, run: list[ClassSlot]) -> tuple[list[list[str]], str]:
    """The clubs to which these classes walk, or that they are those of the period before."""
    problem, language, slot = head.problem, head.language, run[0].slot
    sessions = in_order(problem, {id(s): s for here in run for s in here.walking}.values())
    before = head.timetable.at.get(Slot(slot.day, slot.period - 1, slot.week), ())
    if {content(s) for s in sessions} <= {content(s) for s in before if s.kind is SessionKind.CROSS_CLASS}:
        same = f"与第{slot.period - 1}节相同（连上两节，人和场地不变）"
        return [], head.say(same, f"as in period {slot.period - 1}: the same people and rooms")
    found: list[list[str]] = []
    for s in sessions:
        leaders = short_names(problem, s.people(Role.LEADER), language)
        rest = f" {leaders} · {room_name(s, language)} {s.head_count}"
        found.append([content_name(problem, s, language), rest])
    return found, ""
