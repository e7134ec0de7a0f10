"""What a search has found so far, as it is kept with its job."""

from models import Outcome, Verdict
from models.noun import Noun


class Saving(Noun):
    """By how much one rule became cheaper (negative: dearer)."""

    rule: str
    cost: int


class Improvement(Noun):
    """A better timetable than the one before."""

    seconds: float
    before: int | None  # None: the first one
    after: int
    savings: tuple[Saving, ...]


class Found(Noun):
    """The best so far and the way there; in the end, what came out."""

    near: str | None  # the published timetable to which it should stay near
    outcome: Outcome | None = None
    improvements: tuple[Improvement, ...] = ()
    draft: str | None = None  # the timetable as which it was saved

    def with_better(self, outcome: Outcome) -> "Found":
        """This with a better timetable; one that costs the same takes the place of the other without a word."""
        if outcome.objective is None or outcome.verdict is None:
            return self
        before = self.outcome
        steps = self.improvements
        if before is None or before.objective is None or outcome.objective < before.objective:
            improvement = Improvement(
                seconds=outcome.seconds,
                before=None if before is None else before.objective,
                after=outcome.objective,
                savings=() if before is None or before.verdict is None else _savings(before.verdict, outcome.verdict),
            )
            steps = (*steps, improvement)
        return self.model_copy(update={"outcome": outcome, "improvements": steps})


def _savings(before: Verdict, after: Verdict) -> tuple[Saving, ...]:
    """What became cheaper or dearer, the largest first."""
    old = {score.rule: score.cost for score in before.scores}
    found = [Saving(rule=s.rule, cost=old[s.rule] - s.cost) for s in after.scores if old.get(s.rule, s.cost) != s.cost]
    return tuple(sorted(found, key=lambda saving: -abs(saving.cost)))
