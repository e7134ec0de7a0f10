"""Patrol: leaders who can come to every slot, and who can share it as evenly as asked."""

from collections.abc import Iterator

from models import Shortage, Text
from scheduler.precheck.reach import Reach
from scheduler.precheck.sentences import people, week_name
from scheduler.reading import slot_title


def patrol_in_slot(reach: Reach) -> Iterator[Shortage]:
    """In every slot as many leaders can come as patrol it."""
    asked = reach.problem.settings.patrol.at_least
    for slot in reach.problem.slots:
        leaders = reach.free_leaders(slot)
        if len(leaders) < asked:
            when, who = slot_title(reach.problem, slot), people(leaders)
            yield Shortage(
                code="patrol_in_slot",
                text=Text(
                    f"{when.zh}需要{asked}位值班领导巡查，能来的只有{len(leaders)}位（{who.zh}）。",
                    f"{when.en} needs {asked} leaders on patrol, but only {len(leaders)} can come ({who.en}).",
                ),
                demand=asked,
                supply=len(leaders),
                slot=slot,
                people=tuple(t.id for t in leaders),
            )


def patrol_shared(reach: Reach) -> Iterator[Shortage]:
    """Leaders whose patrols may differ by so many only can hold all of it, though one of them can hold little."""
    patrol, leaders = reach.problem.settings.patrol, [t for t in reach.problem.teachers if t.leader]
    if patrol.spread is None or not leaders:
        return
    for week in reach.problem.week.weeks:
        slots = reach.slots(week)
        most = {t.id: reach.most(t, slots) for t in leaders}
        weakest = min(leaders, key=lambda t: most[t.id])
        limit = most[weakest.id] + patrol.spread
        asked, held = patrol.at_least * len(slots), sum(min(limit, m) for m in most.values())
        if asked > held:
            when = week_name(reach.problem, week)
            yield Shortage(
                code="patrol_shared",
                text=Text(
                    f"{when.zh}巡查共{asked}人次；“{weakest.name}”最多{most[weakest.id]}次，各人相差不超过"
                    f"{patrol.spread}次，{len(leaders)}位值班领导合计最多{held}人次。",
                    f"patrol takes {asked} duties {when.en}; “{weakest.name}” can hold {most[weakest.id]}, nobody may "
                    f"have more than {patrol.spread} above another, so {len(leaders)} leaders can hold {held}.",
                ),
                demand=asked,
                supply=held,
                people=tuple(t.id for t in leaders),
            )


CHECKS = (patrol_in_slot, patrol_shared)
