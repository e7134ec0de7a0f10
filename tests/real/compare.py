"""The real school's own table beside the scheduler's, rule by rule: python -m tests.real.compare [--seconds 60].

Both are judged by the same rules under the same problem (see `tests.real.cn21` for what stands in for facts that the
file does not give). "Broken" means a requirement that must hold. Every preference counts in its own unit, at its usual
weight; the school did not set these weights, so a cost says how the table fits our rules, not how good the school is.
"""

import argparse
import sys

from rich.console import Console
from rich.table import Table

from models import Outcome, Strength, Verdict
from scheduler.audit import audit
from scheduler.progress import Progress, SolveOptions
from scheduler.rules import RULES
from scheduler.solve import solve
from tests.real.cn21 import cn21_problem, cn21_timetable, real_file


def side_by_side(own: Verdict, outcome: Outcome) -> Table:
    """Broken requirements, then each preference that either table pays for, then the sums."""
    ours = outcome.verdict
    result = Table(title=f"cn21: {outcome.status}, bound {outcome.bound}, {outcome.seconds:.0f} s")
    for column in ("rule", "unit", "weight", "school: amount", "cost", "scheduler: amount", "cost"):
        result.add_column(column, justify="left" if column in ("rule", "unit") else "right")

    def row(title: str, unit: str, weight: str, theirs: tuple[int, int], mine: tuple[int, int] | None) -> None:
        figures = ("–", "–") if mine is None else (str(mine[0]), str(mine[1]))
        result.add_row(title, unit, weight, str(theirs[0]), str(theirs[1]), *figures)

    broken = None if ours is None else (len(ours.broken), 0)
    row("硬性规则 requirements broken", "一处", "", (len(own.broken), 0), broken)
    scores = {s.rule: s for s in ours.scores} if ours is not None else {}
    for rule, score in zip(RULES, own.scores, strict=True):
        other = scores.get(rule.key)
        if score.strength is Strength.PREFER and (score.amount or (other is not None and other.amount)):
            unit = rule.unit.zh if rule.unit is not None else ""
            mine = None if other is None else (other.amount, other.cost)
            row(f"{rule.title.zh} {rule.key}", unit, str(score.weight), (score.amount, score.cost), mine)
    row("合计 total", "", "", (0, own.cost), None if ours is None else (0, ours.cost))
    return result


def _tell(progress: Progress) -> None:
    print(f"{progress.seconds:6.1f} s  {progress.objective}  bound {progress.bound}", file=sys.stderr)


def main() -> int:
    """Solve, audit both, print the table; 2 if the school's file is not there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0, help="limit of the solve")
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    if not real_file().exists():
        print(f"{real_file()} is not there; name its folder in KEHOU_REAL", file=sys.stderr)
        return 2
    problem = cn21_problem()
    own = audit(problem, cn21_timetable(problem))
    outcome = solve(problem, SolveOptions(seconds=arguments.seconds, seed=arguments.seed), _tell)
    Console(width=130).print(side_by_side(own, outcome))
    for violation in own.broken:
        print(violation.text.zh)
    return 0


if __name__ == "__main__":
    sys.exit(main())
