"""The facts of each club group's sheet: when, where, who leads, who comes from which class, and who brings them."""

from collections.abc import Sequence

from exchange.handouts.head import Data, Head
from exchange.handouts.tables import Cell, cell, sheet, table
from exchange.results.club_facts import every_group, group_name, merged, times, when
from exchange.results.dispatch import Dispatch, dispatches
from exchange.results.names import class_heading, club_kind, grades_text, people_names, period_clock, room_name
from exchange.results.view import content, escorts
from exchange.results.wording import has_escorts, heads
from models import Role, Session, SessionKind, Slot

_TALL_MM = 200  # of a page, for the classes

Walks = dict[str, tuple[Dispatch, ...]]
"""Class → where it walks."""


def club_sheets(head: Head) -> list[Data]:
    """A page for each club group that meets, in the school's order."""
    walks = {c.id: dispatches(head.problem, head.timetable, c.id) for c in head.problem.classes}
    groups = [key for key in every_group(head.problem, head.timetable) if head.timetable.of_club.get(key)]
    return [club_sheet(head, club, number, walks) for club, number in groups]


def club_sheet(head: Head, club_id: str, number: int, walks: Walks) -> Data:
    """One page, as the template reads it."""
    say, problem, language = head.say, head.problem, head.language
    meetings = sorted(head.timetable.of_club[club_id, number], key=when)
    club = problem.club_by_id.get(club_id)
    facts = [] if club is None else [club_kind(problem, club_id, language), grades_text(problem, club.grades, language)]
    variants = _variants(meetings)
    titles = [say("、", ", ").join(times(head, some)) for some in variants]
    return sheet(
        group_name(head, club_id, number),
        " · ".join(fact for fact in facts if fact),
        [
            _when_and_where(head, meetings),
            *(
                _who_comes(head, some, "" if len(variants) == 1 else title, walks)
                for some, title in zip(variants, titles, strict=True)
            ),
        ],
        notes=[say("简介：", "About: ") + club.intro if club is not None and club.intro else ""],
        signs=[say("带班签字", "leader"), say("日期", "date")],
    )


def _when_and_where(head: Head, meetings: Sequence[Session]) -> Data:
    say, problem, language = head.say, head.problem, head.language
    titles = (
        ("地点", "where"),
        ("带班", "leader"),
        ("陪同", "with"),
        ("人数", "pupils"),
    )
    rows: list[list[Cell]] = []
    for title, session in merged(head, meetings, content):
        helpers = session.people(Role.ACCOMPANYING)
        if has_escorts(problem, session):
            also = say("各班跟班，见下表", "one for each class, see below")
        else:
            also = people_names(problem, helpers, language) if helpers else ""
        rows.append(
            [
                cell(title, bold=True),
                period_clock(problem, session.slot.period),
                room_name(session, language),
                people_names(problem, session.people(Role.LEADER), language),
                also,
                str(session.head_count),
            ]
        )
    heads_row: list[Cell] = [cell(say("时间", "when"), columns=2), *(say(zh, en) for zh, en in titles)]
    return table((22, 20, 26, 36, 26, 12), [heads_row], rows, centred=(0, 1, 5), least=7)


def _who_comes(head: Head, some: Sequence[Session], title: str, walks: Walks) -> Data:
    """Each class with its head count and who brings it, and the sum."""
    say, problem, language, first = head.say, head.problem, head.language, some[0]
    whole = first.kind is SessionKind.WHOLE_SCHOOL
    escort = escorts(problem, first) if whole else {}
    rows: list[list[Cell]] = []
    for owner in [*(c.id for c in problem.classes), *(c for c in first.pupils if c not in problem.class_by_id)]:
        count = first.pupils.get(owner, 0)
        if not count:
            continue
        known = problem.class_by_id.get(owner)
        teacher = None if known is None else known.class_teacher
        if whole:
            brings = people_names(problem, (escort[owner],), language) if owner in escort else ""
        else:
            brings = _senders(head, owner, some, walks)
        rows.append(
            [
                cell(class_heading(problem, owner, language), bold=True),
                "" if teacher is None else people_names(problem, (teacher,), language),
                str(count),
                brings,
                "",
            ]
        )
    total: list[Cell] = [
        cell(say("合计", "in all"), bold=True, columns=2),
        cell(str(first.head_count), bold=True),
        "",
        "",
    ]
    by = say("跟班教师", "with the class") if whole else say("送来的人", "brought by")
    names = [say("班级", "class"), say("班主任", "class teacher"), say("应到", "expected"), by, say("实到", "there")]
    label = say("谁来：", "Who comes: ") + title if title else say("谁来", "Who comes")
    intro = f"{label}（{heads(first.head_count, language)}）"
    return table(
        (22, 26, 14, 60, 20),
        [names],
        [*rows, total],
        title=intro,
        centred=(0, 2),
        least=min(7.0, max(3.5, _TALL_MM / (len(rows) + 2) - 2)),
    )


def _senders(head: Head, owner: str, some: Sequence[Session], walks: Walks) -> str:
    """Who brings the pupils, as the class's own dispatch list has it; by day where it is not always the same."""
    slots = {s.slot for s in some}
    found: dict[str, list[str]] = {}
    for walk in walks.get(owner, ()):
        if any(Slot(walk.here.slot.day, period, walk.here.slot.week) in slots for period in walk.periods):
            found.setdefault(people_names(head.problem, walk.senders, head.language), []).append(
                walk.title(head.language)
            )
    if len(found) == 1:
        return next(iter(found))
    return head.say("；", "; ").join(f"{'、'.join(titles)} {names}" for names, titles in found.items())


def _variants(meetings: Sequence[Session]) -> list[list[Session]]:
    """Meetings to which the same pupils come, together."""
    found: dict[tuple[object, ...], list[Session]] = {}
    for session in meetings:
        whole = content(session) if session.kind is SessionKind.WHOLE_SCHOOL else None
        found.setdefault((tuple(sorted(session.pupils.items())), whole), []).append(session)
    return list(found.values())
