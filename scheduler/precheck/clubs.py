"""One club by itself: no day on which it could meet, nobody to lead it, no room that fits."""

from collections.abc import Callable, Iterator
from functools import partial

from models import Instructor, Person, Room, Shortage, Text
from scheduler.precheck.reach import LedClub, Meeting, Reach
from scheduler.precheck.sentences import names, people, week_name


def club_days(reach: Reach) -> Iterator[Shortage]:
    """A club's meetings are on different days: as many days as meetings have a slot for it."""
    for club in reach.clubs:
        for week in reach.weeks(club):
            days = reach.meetings(club, week)
            if len(days) < club.meetings:
                when = week_name(reach.problem, week)
                double = Text("连续两节", "two consecutive ") if reach.periods(club) == 2 else Text("", "")
                yield Shortage(
                    code="club_days",
                    text=Text(
                        f"社团“{club.name}”{when.zh}活动{club.meetings}次，要在不同的日子，"
                        f"但只有{len(days)}天有它可用的{double.zh}社团时段。",
                        f"club “{club.name}” meets {club.meetings} times {when.en} on different days, but "
                        "only "
                        f"{len(days)} days have {double.en}club slots for it.",
                    ),
                    demand=club.meetings,
                    supply=len(days),
                    clubs=(club.id,),
                )


def _who(club: LedClub) -> Text:
    """What a leader of the club must be, in words."""
    side = {"inside": ("本校教师", "teachers"), "outside": ("外聘教师", "instructors")}
    zh, en = side.get(club.leader_from, ("教师", "people"))
    skills = names(club.skills)
    zh, en = (f"有专长（{skills.zh}）的{zh}", f"{en} with the skill ({skills.en})") if club.skills else (zh, en)
    return Text(f"指定且{zh}", f"named {en}") if club.named_leaders else Text(zh, en)


def club_leaders(reach: Reach) -> Iterator[Shortage]:
    """As many people may lead a club as all its groups need at once."""
    for club in reach.clubs:
        able = reach.able(club)
        if len(able) < reach.adults(club):
            who, found = _who(club), people(able)
            yield Shortage(
                code="club_leaders",
                text=Text(
                    f"社团“{club.name}”每次需要{reach.adults(club)}位{who.zh}，只有{len(able)}位（{found.zh}）。",
                    f"club “{club.name}” needs {reach.adults(club)} {who.en} each time; there "
                    f"are {len(able)} "
                    f"({found.en}).",
                ),
                demand=reach.adults(club),
                supply=len(able),
                people=tuple(p.id for p in able),
                clubs=(club.id,),
            )


def credentials_cover_term(reach: Reach) -> Iterator[Shortage]:
    """A club does not depend on an instructor whose papers do not cover the term."""
    for club in reach.clubs:
        able = reach.able(club)
        valid = [p for p in able if reach.papers_hold(p)]
        if len(valid) < reach.adults(club) <= len(able):
            lacking = [p for p in able if p not in valid and isinstance(p, Instructor)]
            papers = [(p.name, c) for p in lacking for c in p.credentials if not reach.covers_term(c)]
            which = Text(
                "；".join(f"{name}的{c.name}（{c.valid_from or '—'}至{c.valid_until or '—'}）" for name, c in papers),
                "; ".join(
                    f"{c.name} of {name} ({c.valid_from or '—'} to {c.valid_until or '—'})" for name, c in papers
                ),
            )
            yield Shortage(
                code="credentials_cover_term",
                text=Text(
                    f"社团“{club.name}”每次需要{reach.adults(club)}位负责人，"
                    f"资质覆盖整个学期的只有{len(valid)}位；"
                    f"未覆盖学期：{which.zh}。",
                    f"club “{club.name}” needs {reach.adults(club)} leaders each time; only {len(valid)} "
                    "have papers for "
                    f"the whole term. Not covered: {which.en}.",
                ),
                demand=reach.adults(club),
                supply=len(valid),
                people=tuple(p.id for p in lacking),
                clubs=(club.id,),
            )


def _can_lead(reach: Reach, club: LedClub) -> list[Person]:
    """Who could lead at least one meeting, were it held when they come."""
    least = reach.periods(club)
    return [p for p in reach.able(club) if reach.papers_hold(p) and p.weekly_most >= least and p.daily_most >= least]


def leaders_come(reach: Reach) -> Iterator[Shortage]:
    """On as many days as a club meets, enough of its leaders can come in one of its slots."""
    for club in reach.clubs:
        able, needed = _can_lead(reach, club), reach.adults(club)
        if len(able) < needed and len([p for p in reach.able(club) if reach.papers_hold(p)]) < needed:
            continue  # `club_leaders` or `credentials_cover_term` says so
        for week in reach.weeks(club):
            days = reach.meetings(club, week)
            good = _days(days, partial(_enough, reach, able, needed))
            if good < club.meetings <= len(days):
                when, who = week_name(reach.problem, week), people(able)
                yield Shortage(
                    code="leaders_come",
                    text=Text(
                        f"社团“{club.name}”{when.zh}活动{club.meetings}次，每次{needed}位负责人，"
                        f"但负责人（{who.zh}）在社团时段能来齐的只有{good}天。",
                        f"club “{club.name}” meets {club.meetings} times {when.en} with {needed} leaders, "
                        "but its leaders "
                        f"({who.en}) can all come to a club slot on {good} days only.",
                    ),
                    demand=club.meetings,
                    supply=good,
                    people=tuple(p.id for p in able),
                    clubs=(club.id,),
                )


def _days(days: dict[int, list[Meeting]], good: Callable[[Meeting], bool]) -> int:
    return sum(any(good(meeting) for meeting in options) for options in days.values())


def _enough(reach: Reach, able: list[Person], needed: int, meeting: Meeting) -> bool:
    return sum(all(reach.is_free(p, s) for s in meeting) for p in able) >= needed


def _holds(rooms: tuple[Room, ...], groups: int, meeting: Meeting) -> bool:
    return sum(r.groups_at_once for r in rooms if not set(meeting) & set(r.closed)) >= groups


def keepers(reach: Reach, club: LedClub) -> list[Person]:
    """Who could lead all meetings of the club, in every week in which it meets."""

    def always(p: Person, week: int) -> bool:
        days = _days(reach.meetings(club, week), partial(_enough, reach, [p], 1))
        return days >= club.meetings and p.weekly_most >= reach.sessions(club, week)

    return [p for p in _can_lead(reach, club) if all(always(p, week) for week in reach.weeks(club))]


def leaders_keep_club(reach: Reach) -> Iterator[Shortage]:
    """Where a club keeps its leaders, enough of them can be there at every meeting."""
    if not reach.stays_the_same("club_keeps_leader"):
        return
    already = {
        club
        for check in (club_days, club_leaders, credentials_cover_term, leaders_come)
        for found in check(reach)
        for club in found.clubs
    }
    for club in reach.clubs:
        found = keepers(reach, club)
        if len(found) < reach.adults(club) and club.id not in already:
            who = people(found)
            yield Shortage(
                code="leaders_keep_club",
                text=Text(
                    f"社团“{club.name}”每周{club.meetings}次由固定的人负责，"
                    f"需要{reach.adults(club)}位每次都能来的人，"
                    f"只有{len(found)}位（{who.zh}）。",
                    f"club “{club.name}” keeps its leaders for {club.meetings} meetings a week: it needs "
                    f"{reach.adults(club)} who can come each time; there are {len(found)} ({who.en}).",
                ),
                demand=reach.adults(club),
                supply=len(found),
                people=tuple(p.id for p in found),
                clubs=(club.id,),
            )


def club_rooms(reach: Reach) -> Iterator[Shortage]:
    """Rooms that fit a club hold all its groups at once, and are open on as many days as it meets."""
    for club in reach.clubs:
        fitting, groups = reach.fitting_rooms(club), reach.groups(club)
        holds = sum(r.groups_at_once for r in fitting)
        features = Text("、".join(club.features) or "合适", ", ".join(club.features) or "a fitting")
        size, rooms = reach.pupils(club), names(r.id for r in fitting)
        if holds < groups:
            yield Shortage(
                code="club_rooms",
                text=Text(
                    f"社团“{club.name}”需要{groups}处能容纳{size}人的{features.zh}场地，只有{holds}处（{rooms.zh}）。",
                    f"club “{club.name}” needs {groups} rooms ({features.en}) for {size} pupils; there "
                    f"are {holds} "
                    f"({rooms.en}).",
                ),
                demand=groups,
                supply=holds,
                clubs=(club.id,),
                rooms=tuple(r.id for r in fitting),
            )
            continue
        for week in reach.weeks(club):
            days = reach.meetings(club, week)
            good = _days(days, partial(_holds, fitting, groups))
            if good < club.meetings <= len(days):
                when = week_name(reach.problem, week)
                yield Shortage(
                    code="club_rooms",
                    text=Text(
                        f"社团“{club.name}”{when.zh}活动{club.meetings}次，"
                        f"但合适的场地（{rooms.zh}）只有{good}天"
                        "在社团时段开放。",
                        f"club “{club.name}” meets {club.meetings} times {when.en}, but rooms that fit "
                        f"({rooms.en}) are "
                        f"open to it on {good} days only.",
                    ),
                    demand=club.meetings,
                    supply=good,
                    clubs=(club.id,),
                    rooms=tuple(r.id for r in fitting),
                )


CHECKS = (club_days, club_leaders, credentials_cover_term, leaders_come, leaders_keep_club, club_rooms)
