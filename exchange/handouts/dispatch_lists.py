"""The facts of a dispatch list (去向单): its columns, a row for each place, who stays, the total."""

from collections.abc import Sequence
from itertools import groupby

from exchange.handouts.head import Data, Head
from exchange.handouts.pupil_names import names_going, names_staying
from exchange.results.dispatch import Dispatch, Place, places, same_helpers, same_places
from exchange.results.dispatch_rows import area
from exchange.results.dispatch_table import times
from exchange.results.names import content_name, people_names, room_name
from exchange.results.wording import parted
from models import Role, Session

_TICK = "□"  # the template draws a box
_BY_HAND = {"sign": 13.0, "pupils": 26.0, "names": 46.0}  # width in half signs


def longest(walks: Sequence[Dispatch]) -> int:
    """How many rows the list of these walks has, without its head."""
    return len(places(walks)) + 1 + any(w.here.staying or w.stays for w in walks)


def dispatch_list(head: Head, school_class: str, walks: Sequence[Dispatch], upright: bool) -> Data:
    """One list for walks side by side: what is the same in all of them stands once."""
    say, language = head.say, head.language
    same_count = same_places(walks)
    helped = any(s.people(Role.ACCOMPANYING) for w in walks for s in w.here.walking)
    same_people = helped and same_count and same_helpers(walks)
    helper, count = (say("陪同", "with"), "words"), (say("人数", "no."), "count")
    named = head.names is not None and head.names.known(school_class)
    by_hand = same_count and not upright and not named
    once = [(say("位置", "area"), "area"), (say("社团", "club"), "club")]
    once += [(say("地点", "room"), "words"), (say("带班", "leader"), "words")]
    once += [helper] if same_people else []
    once += [count] if same_count else []
    once += [(say("学生（学号）", "pupils (by hand)"), "pupils")] if by_hand else []
    once += [(say("学生", "pupils"), "names")] if named else []
    each = [helper] if helped and not same_people else []
    each += [] if same_count else [count]
    each += [(say("送到", "sent"), "tick"), (say("接收人签字", "received by"), "sign")]
    columns = [*once, *(each * len(walks))]

    def cells(
        texts: Sequence[str], sessions: Sequence[Session | None], counts: Sequence[int | None], names: str
    ) -> list[str]:
        helpers = ["" if s is None else _helpers(head, s) for s in sessions]
        row = [*texts, *([helpers[0]] if same_people else []), *([str(counts[0])] if same_count else [])]
        row += [""] if by_hand else []
        row += [names] if named else []
        for people, number in zip(helpers, counts, strict=True):
            row += [people] if helped and not same_people else []
            row += [] if same_count else ["" if number is None else str(number)]
            row += ["", "—"] if number is None else [_TICK, ""]
        return row

    ordered = sorted(places(walks), key=lambda place: area(head.problem, place.first)[0])
    rows: list[Data] = []
    for _, group in groupby(ordered, key=lambda place: area(head.problem, place.first)[0]):
        near = list(group)
        for number, place in enumerate(near):
            counts = [None if s is None else s.pupils[school_class] for s in place.sessions]
            name = area(head.problem, place.first)[1].in_language(language)
            names = names_going(head, school_class, place.first)
            texts = cells(_place(head, place), place.sessions, counts, names)
            rows.append({"area": name, "span": len(near) if number == 0 else 0, "cells": texts})
    names = names_staying(head, school_class, walks[0].here)
    if names or any(w.here.staying or w.stays for w in walks):
        nobody: list[Session | None] = [None] * len(walks)
        counts = [w.here.staying for w in walks]
        texts = cells(_stay(head, walks), nobody, counts, names)
        rows.append({"area": say("本班", "own class"), "span": 1, "cells": texts})
    return {
        "title": say("、", ", ").join(w.title(language) for w in walks) + say(" 去哪里", ": who goes where"),
        "note": _note(head, walks),
        "walks": [w.title(language) for w in walks],
        "once": len(once),
        "each": len(each),
        "columns": [
            {"title": title, "kind": kind, "width": _width(n, title, kind, rows)}
            for n, (title, kind) in enumerate(columns)
        ],
        "rows": rows,
        "total": _total(head, walks, same_count),
    }


def _place(head: Head, place: Place) -> list[str]:
    leaders = people_names(head.problem, place.first.people(Role.LEADER), head.language)
    return [content_name(head.problem, place.first, head.language), room_name(place.first, head.language), leaders]


def _helpers(head: Head, session: Session) -> str:
    helpers = session.people(Role.ACCOMPANYING)
    return people_names(head.problem, helpers, head.language) if helpers else ""


def _stay(head: Head, walks: Sequence[Dispatch]) -> list[str]:
    """Who stays in class, where, with whom."""
    own = [s for w in walks for s in w.stays]
    what = "、".join(dict.fromkeys(content_name(head.problem, s, head.language) for s in own))
    rooms = "、".join(dict.fromkeys(room_name(s, head.language) for s in own))
    people = tuple(dict.fromkeys(p for s in own for p in s.people()))
    stay = head.say("留在本班", "stay") + (head.say("：", ": ") + what if what else "")
    return [stay, rooms, people_names(head.problem, people, head.language)]


def _note(head: Head, walks: Sequence[Dispatch]) -> str:
    say, several = head.say, len(walks) > 1
    senders = [
        (w.title(head.language) + " " if several else "") + people_names(head.problem, w.senders, head.language)
        for w in walks
    ]
    clocks = {times(head.problem, w).in_language(head.language) for w in walks} - {""}
    clock = "".join(clocks) + say("；", "; ") if len(clocks) == 1 else ""
    by = say("送的人（前一节在班教师，没有则班主任）：", "brought by who has the class before, else its teacher: ")
    return clock + by + say("，", "; ").join(senders)


def _total(head: Head, walks: Sequence[Dispatch], same_count: bool) -> Data:
    """Clubs and class together: the size of the class."""
    say = head.say
    sums = dict.fromkeys(parted(w.here, head.language) for w in walks)
    counts = [w.here.walkers + w.here.staying for w in walks]
    return {
        "label": say("合计应到（", "in all (") + say("；", "; ").join(sums) + say("）", ")"),
        "once": str(counts[0]) if same_count else "",
        "each": [] if same_count else [str(count) for count in counts],
        "there": say("实到", "there"),
    }


def _width(number: int, title: str, kind: str, rows: Sequence[Data]) -> float:
    """How many half signs wide the column would like to be."""
    if kind in _BY_HAND:
        return _BY_HAND[kind]
    texts = [title]
    for row in rows:
        cells = row["cells"]
        assert isinstance(cells, list)  # made above
        texts.append(str(row["area"]) if number == 0 else str(cells[number - 1]))
    return min(24.0, max(sum(1.0 if sign.isascii() else 1.9 for sign in text) for text in texts)) + 2
