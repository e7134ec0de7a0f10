"""What a choice costs exactly: the school is solved again with it, in the background; the same question only once."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock, Thread

from models import Forced, Move, Outcome, PersonMove, Problem, RoomMove, SessionRef, Text, Timetable
from scheduler.alter.best_with import best_with
from scheduler.alter.draft import MoveError
from scheduler.progress import Progress, Stop

SECONDS = 30.0
_DEFECT = Text("程序自身出错，没有算出来。", "A defect of the program: no answer.")
_KEPT = 200
_log = logging.getLogger("kehou.app")
_lock = Lock()


@dataclass
class Question:
    """One question that is being answered, or was."""

    moves: tuple[Move, ...]
    stop: Stop = field(default_factory=Stop)
    progress: Progress | None = None
    answer: Forced | None = None
    failed: Text | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is still being worked on."""
        return self.answer is None and self.failed is None


_asked: dict[tuple[str, tuple[Move, ...]], Question] = {}  # modules live as long as the server process


def ask(key: str, problem: Problem, found: Timetable | Outcome, moves: tuple[Move, ...]) -> Question:
    """Begin to answer, or say how far it is: what two people ask is worked on once. `key` is of the timetable."""
    with _lock:
        known = _asked.get((key, moves))
        if known is not None and known.failed is None:
            return known
        while len(_asked) >= _KEPT:
            _asked.pop(next(iter(_asked)))
        question = _asked[key, moves] = Question(moves)
    Thread(target=_work, args=(question, problem, found), daemon=True, name="forced-choice").start()
    return question


def asked(key: str, moves: tuple[Move, ...]) -> Question | None:
    """The question, where somebody asked it."""
    return _asked.get((key, moves))


def answers(key: str, session: SessionRef) -> Mapping[str, Forced]:
    """What is known so far of other people and rooms for a session: person or room → what it costs."""
    found: dict[str, Forced] = {}
    for (timetable, moves), question in list(_asked.items()):
        if timetable != key or question.answer is None or len(moves) != 1 or moves[0].session != session:
            continue
        move = moves[0]
        if isinstance(move, PersonMove) and move.by is not None:
            found[move.by] = question.answer
        elif isinstance(move, RoomMove):
            found[move.room] = question.answer
    return found


def _work(question: Question, problem: Problem, found: Timetable | Outcome) -> None:
    def tell(progress: Progress) -> None:
        question.progress = progress

    try:
        question.answer = best_with(problem, found, question.moves, SECONDS, on_progress=tell, stop=question.stop)
    except MoveError as error:
        question.failed = error.text
    except ValueError:  # a move that only takes somebody away forces nothing
        question.failed = Text("这个改动没有可重排的地方。", "There is nothing to solve again for this change.")
    except Exception:  # noqa: BLE001  nobody else would hear of it
        _log.exception("a forced choice failed")
        question.failed = _DEFECT
