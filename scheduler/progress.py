"""How a running solve tells how far it is, and how it is told to stop."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

from models import Outcome, Timetable


@dataclass(frozen=True)
class Progress:
    """Where a search stands: no timetable yet has objective None."""

    seconds: float
    objective: int | None
    bound: float | None

    @property
    def gap(self) -> float | None:
        """(objective − bound) / objective."""
        if self.objective is None or self.bound is None:
            return None
        return max(0.0, self.objective - self.bound) / max(1, abs(self.objective))


@dataclass(frozen=True)
class Start:
    """Where an earlier search of the very same problem ended: its timetable, and its bound, which goes on holding."""

    timetable: Timetable
    bound: float = 0


OnProgress = Callable[[Progress], None]  # called from another thread
OnBetter = Callable[[Outcome], None]  # the same: each better timetable with its audit, while the search goes on
Stop = Event  # set it at any moment: the best timetable so far is kept


@dataclass(frozen=True)
class SolveOptions:
    """Limits of a solve. With one worker the same seed and input give the same timetable; with several workers, which
    share what they find as they find it, the cost of a proved timetable is the same, the timetable may be another."""

    seconds: float = 60.0
    gap: float = 0.0  # stop when this close to the bound, relative
    workers: int = 8  # more than cores: the variety of strategies counts (docs/solver.md)
    seed: int = 0
    background: bool = False  # leave the processors to others first: for the app, whose screens must answer
