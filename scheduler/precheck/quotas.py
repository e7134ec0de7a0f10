"""Quotas that do not come out: homework that does not fill its slots, more in a class's club slots than they are."""

from collections import defaultdict
from collections.abc import Iterator

from models import SchoolClass, Shortage, Slot, SlotKind, Text
from scheduler.matching import hall_violators
from scheduler.precheck.reach import Reach
from scheduler.precheck.sentences import names, week_name


def homework_fills_slots(reach: Reach) -> Iterator[Shortage]:
    """A class has as many homework sessions as homework slots, since each slot takes exactly one."""
    problem, alike = reach.problem, defaultdict[tuple[int, int], list[SchoolClass]](list)
    cycle = problem.week.cycle
    for c in problem.classes:
        quotas = problem.quotas[c.id].values()
        asked = sum(q.times * (1 if q.per_cycle else cycle) for q in quotas)
        opened = sum(len(reach.slots_of(c, SlotKind.HOMEWORK, week)) for week in problem.week.weeks)
        if asked != opened:
            alike[asked, opened].append(c)
    whole = Text("每周" if cycle == 1 else "两周", "a week" if cycle == 1 else "in two weeks")
    for (asked, opened), classes in alike.items():
        who = names(c.id for c in classes)
        cure = (
            Text("请减少辅导次数或多开时段", "lower the quotas or open more slots")
            if asked > opened
            else Text("请增加辅导次数或少开时段", "raise the quotas or open fewer slots")
        )
        yield Shortage(
            code="homework_fills_slots",
            text=Text(
                f"{who.zh}{whole.zh}作业辅导共{asked}次，作业辅导时段是{opened}个，两数应当相等：{cure.zh}。",
                f"{who.en}: {asked} homework sessions {whole.en} for {opened} homework slots; the two must "
                "be equal: "
                f"{cure.en}.",
            ),
            demand=max(asked, opened),
            supply=min(asked, opened),
            classes=tuple(c.id for c in classes),
        )


def class_club_slots(reach: Reach) -> Iterator[Shortage]:
    """Named activities, whole-school meetings and walking of a class each take one of its club slots."""
    for week in reach.problem.week.weeks:
        for c in reach.problem.classes:
            own, walk = _items(reach, c, week)
            # Those who stay behind while volunteers walk have their activity in the same slot.
            for items in ([*own, *walk],) if reach.leaves(c) else (own, [*_whole_school(reach, c, week), *walk]):
                yield from _short(reach, c, week, items)


_Item = tuple[str, int, tuple[Slot, ...], Text]  # club (empty: walking), how often, where, what it is called


def _whole_school(reach: Reach, c: SchoolClass, week: int) -> list[_Item]:
    return [
        (club.id, reach.sessions(club, week), reach.club_slots(club, week), Text(f"大社团“{club.name}”", club.name))
        for club in reach.problem.whole_school_clubs
        if c.grade in club.grades and club.weeks.includes(week)
    ]


def _items(reach: Reach, c: SchoolClass, week: int) -> tuple[list[_Item], list[_Item]]:
    club_slots, band = reach.slots_of(c, SlotKind.CLUB, week), reach.band_of(c)
    own, walk = _whole_school(reach, c, week), list[_Item]()
    for activity in reach.problem.activities[c.id]:
        if activity.weeks.includes(week):
            slots = tuple(s for s in club_slots if not activity.fixed_slots or s in activity.fixed_slots)
            own.append((activity.id, activity.meetings, slots, Text(f"班级活动“{activity.name}”", activity.name)))
    if band is not None and (least := reach.walks_least(band, week)):
        options = reach.walking_options(band, week)
        if len(options) >= least:  # otherwise `walking_options` says so
            walk.append(("", least, options, Text("走班", "walking")))
    return own, walk


def _short(reach: Reach, c: SchoolClass, week: int, items: list[_Item]) -> Iterator[Shortage]:
    club_slots = reach.slots_of(c, SlotKind.CLUB, week)
    demand = {i: often for i, (_, often, _, _) in enumerate(items)}
    edges = {i: slots for i, (_, _, slots, _) in enumerate(items)}
    for found in hall_violators(demand, dict.fromkeys(club_slots, 1), edges):
        when = week_name(reach.problem, week)
        parts = [(items[i][3], items[i][1]) for i in found.left]
        yield Shortage(
            code="class_club_slots",
            text=Text(
                f"{c.title}{when.zh}需要{found.demand}个社团时段（"
                + "、".join(f"{what.zh}{often}次" for what, often in parts)
                + f"），可用的只有{found.supply}个。",
                f"{c.title} needs {found.demand} club slots {when.en} ("
                + ", ".join(f"{what.en} {often}" for what, often in parts)
                + f"), but only {found.supply} will do.",
            ),
            demand=found.demand,
            supply=found.supply,
            classes=(c.id,),
            clubs=tuple(items[i][0] for i in found.left if items[i][0]),
        )


CHECKS = (homework_fills_slots, class_club_slots)
