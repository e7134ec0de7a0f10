"""Ways to make a wished change possible: the wish, and short chains of moves that mend what it breaks."""

import heapq
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from itertools import count

from models import Move, MoveStep, PersonMove, Problem, RoomMove, Suggestion, Timetable, Violation
from scheduler.alter.draft import Draft
from scheduler.alter.effect import effect
from scheduler.alter.judge import Judge
from scheduler.alter.moving import moved
from scheduler.alter.remedies import Remedies, Settled
from scheduler.alter.words import move_text

DEPTH = 3  # moves beyond the wish: longer chains are for the solver
TRIED = 400  # drafts that are audited: about a second at 60 classes
SHOWN = 5
# What is mended first: what the wish itself asks to be so at all meetings, then people, then rooms, then counts.
_FIRST = (
    "class_covered",
    "club_keeps_leader",
    "club_keeps_room",
    "person_available",
    "person_clash",
    "room_clash",
    "accompanied",
)


def suggestions(
    problem: Problem,
    timetable: Timetable,
    wish: Move | Sequence[Move],
    *,
    shown: int = SHOWN,
    depth: int = DEPTH,
    tried: int = TRIED,
) -> list[Suggestion]:
    """The best ways to make a change that were found: fewest people told first, then cheapest.

    Each leaves a clean timetable, and nothing is applied: the caller takes `effect.timetable` when somebody has
    agreed. Chains have at most `depth` moves beyond the wish; at most `tried` drafts are audited, so the same
    question has the same answer. Without a wish, what is broken is mended. An empty list says that no short chain was
    found, not that there is no way. Raises MoveError for a session or person that is not there.
    """
    moves = tuple(wish) if isinstance(wish, Sequence) else (wish,)
    return _Search(Judge(problem, timetable), moves, depth, tried, 3 * shown).best(shown)


@dataclass(frozen=True)
class _Node:
    moves: tuple[Move, ...]
    draft: Draft
    settled: Settled


@dataclass
class _Search:
    """Best first: few moves and little that is feared to break."""

    judge: Judge
    wish: tuple[Move, ...]
    depth: int
    tried: int
    enough: int
    clean: list[_Node] = field(default_factory=list)

    def best(self, shown: int) -> list[Suggestion]:
        self._look()
        least = [n for n in self.clean if not any(set(m.moves) < set(n.moves) for m in self.clean)]
        found = [self._suggestion(node) for node in least]
        found.sort(key=lambda s: (s.told, s.effect.cost, len(s.steps)))
        return found[:shown]

    def _look(self) -> None:
        remedies, order = Remedies(self.judge), count()
        first = _Node(self.wish, moved(self.judge.base, self.wish), _settled(self.judge.base, self.wish))
        # A child is made only when its turn comes: most never do.
        waiting: list[tuple[int, int, int, _Node, Move | None]] = [(0, 0, next(order), first, None)]
        seen: set[Hashable] = set()
        while waiting and self.tried > 0 and len(self.clean) < self.enough:
            *_, parent, move = heapq.heappop(waiting)
            node = parent if move is None else _child(parent, move)
            if _key(node.draft) in seen:
                continue
            seen.add(_key(node.draft))
            self.tried -= 1
            broken = self.judge.broken(node.draft)
            if not broken:
                self.clean += [node] if node.moves else []
                continue
            left = self.depth - (len(node.moves) - len(self.wish))
            if left <= 0 or len(broken) > 2 * left + 1:
                continue
            chosen = min(broken, key=_turn)
            for remedy in remedies.against(node.draft, chosen, node.settled):
                if remedy.risk < left:
                    rank = len(node.moves) + remedy.risk + len(broken)
                    heapq.heappush(waiting, (rank, remedy.price, next(order), node, remedy.move))

    def _suggestion(self, node: _Node) -> Suggestion:
        draft, steps = self.judge.base, []
        for move in node.moves:
            steps.append(MoveStep(move=move, text=move_text(self.judge.problem, draft, move)))
            draft = moved(draft, [move])
        return Suggestion(steps=tuple(steps), effect=effect(self.judge, node.draft))


def _child(node: _Node, move: Move) -> _Node:
    settled = node.settled | _settled(node.draft, (move,))
    return _Node((*node.moves, move), moved(node.draft, [move]), settled)


def _turn(violation: Violation) -> int:
    return _FIRST.index(violation.rule) if violation.rule in _FIRST else len(_FIRST)


def _settled(draft: Draft, moves: Sequence[Move]) -> Settled:
    """What these moves decide, on the draft before them."""
    found: set[tuple[int, str]] = set()
    for move in moves:
        after = moved(draft, [move])
        for at, new in after.altered.items():
            old = draft.session(at)
            if isinstance(move, PersonMove) and new.duties != old.duties:
                found.add((at, move.role.value))
            elif isinstance(move, RoomMove) and new.room != old.room:
                found.add((at, "room"))
            elif (new.slot, new.duties, new.room) != (old.slot, old.duties, old.room):
                # An exchange, or another slot: whoever goes along is part of the wish.
                found |= {(at, d.role.value) for d in new.duties} | {(at, "room")}
        draft = after
    return frozenset(found)


def _key(draft: Draft) -> frozenset[object]:
    return frozenset((at, s.slot, s.duties, s.room) for at, s in draft.altered.items())
