"""Where sessions go whose room is shut: fitting free rooms one by one, and the best for all of them together."""

from collections import defaultdict
from datetime import date

from ortools.sat.python import cp_model

from models import Cover, CoverCandidate, Covered, Gap, Text, Unfilled
from models.noun import RoomId
from scheduler.cover.lexicographic import solved_in_order
from scheduler.cover.standing import Standing
from scheduler.reading import led_club, listed


def room_candidates(standing: Standing, gap: Gap) -> tuple[CoverCandidate, ...]:
    """Every other room that fits: the free ones first, the smallest of them first; and why another cannot be."""
    found = []
    for room in standing.fitting_rooms(gap.session):
        if room == gap.room:
            continue
        holds = standing.problem.room_by_id[room].capacity
        why_not = _against(standing, gap, room)
        found.append(
            CoverCandidate(
                room=room,
                title=Text(room, room),
                possible=why_not is None,
                against=why_not,
                reasons=(Text("该时段空着", "free then"), Text(f"容量{holds}人", f"holds {holds}")),
                score=max(0, holds - _pupils(standing, gap)),
            )
        )
    return tuple(sorted(found, key=lambda c: (not c.possible, c.score)))


def best_rooms(standing: Standing, *, seed: int = 0) -> Cover:
    """A room for as many as possible, then each group in as few different rooms as possible, then the smallest."""
    gaps = standing.room_gaps
    if not gaps:
        return Cover()
    ranked = [room_candidates(standing, gap) for gap in gaps]
    model = cp_model.CpModel()
    x = {
        (n, c.room): model.new_bool_var(f"x{n}/{c.room}")
        for n, found in enumerate(ranked)
        for c in found
        if c.possible and c.room is not None
    }
    used: dict[tuple[object, RoomId], cp_model.IntVar] = {}
    at: defaultdict[tuple[date, int, RoomId], list[cp_model.IntVar]] = defaultdict(list)
    for (n, room), var in x.items():
        at[gaps[n].day, gaps[n].session.slot.period, room].append(var)
        owner = (gaps[n].session.school_class, gaps[n].session.club, gaps[n].session.group)
        used.setdefault((owner, room), model.new_bool_var(""))
        model.add_implication(var, used[owner, room])
    for n in range(len(gaps)):
        model.add_at_most_one(var for (m, _), var in x.items() if m == n)
        for m in range(n + 1, len(gaps)):
            if standing.are_one_meeting(gaps[n], gaps[m]):
                for room in dict.fromkeys(r for k, r in x if k in (n, m)):
                    model.add(x.get((n, room), 0) == x.get((m, room), 0))
    for (day, period, room), together in at.items():
        free = standing.problem.room_by_id[room].groups_at_once - standing.rooms_used[day, period, room]
        model.add(sum(together) <= free)
    scores = {(n, c.room): c.score for n, found in enumerate(ranked) for c in found}
    order = (
        len(gaps) - sum(x.values()),
        sum(used.values()),
        sum((scores[key] + 1) * var for key, var in x.items()),
    )
    values, proved = solved_in_order(model, order, list(x.values()), seed)
    taken = {key for key, value in zip(x, values, strict=True) if value}
    chosen = {n: c for n, found in enumerate(ranked) for c in found if (n, c.room) in taken}
    return Cover(
        covered=tuple(Covered(gap=gaps[n], by=chosen[n]) for n in sorted(chosen)),
        unfilled=tuple(
            Unfilled(gap=gap, text=_why(ranked[n], proved=proved)) for n, gap in enumerate(gaps) if n not in chosen
        ),
        proved=proved,
    )


def _against(standing: Standing, gap: Gap, room: RoomId) -> Text | None:
    period, slot = gap.session.slot.period, gap.session.slot
    there = standing.problem.room_by_id[room]
    fact = standing.shut(room, gap.day, period)
    if fact is not None:
        return Text(f"也停用（{fact.why or '未写原因'}）", f"shut as well ({fact.why or 'no reason given'})")
    if slot in there.closed:
        return Text("该时段不开放", "closed then")
    if standing.rooms_used[gap.day, period, room] >= there.groups_at_once:
        return Text("该时段有人用", "in use then")
    return None


def _pupils(standing: Standing, gap: Gap) -> int:
    club = led_club(standing.problem, gap.session)
    if club is None and gap.session.school_class is not None:
        return standing.problem.class_by_id[gap.session.school_class].pupils
    return gap.session.head_count


def _why(found: tuple[CoverCandidate, ...], *, proved: bool) -> Text:
    if not found:
        return Text("没有别的场地功能和容量合适。", "No other room has the features and the size.")
    if not any(c.possible for c in found):
        zh = "；".join(f"{c.title.zh}{c.against.zh}" for c in found if c.against)
        en = "; ".join(f"{c.title.en}: {c.against.en}" for c in found if c.against)
        return Text(f"合适的场地都不行：{zh}。", f"No fitting room can be had: {en}.")
    free = listed(c.title for c in found if c.possible)
    mark = Text("（已证明）", " (proved)") if proved else Text("", "")
    return Text(
        f"空着的{free.zh}要给同一时段的另一组，或连堂两节不能都用{mark.zh}。",
        f"{free.en} is needed by another group at the same time, or cannot be had for both periods{mark.en}.",
    )
