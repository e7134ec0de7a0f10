"""Solves every sample and writes what came out into the README: python -m sample_inputs.results [--seconds 60]."""

import argparse
import os

from models import CrossClassClub, Outcome, Problem, Status
from sample_inputs.expand import KEYS, expand
from sample_inputs.marked import README, between_marks, machine, marks
from scheduler.progress import SolveOptions
from scheduler.solve import solve

BEGIN, END = marks("results")
_STATUS = {
    Status.OPTIMAL: "已证最优 proved best",
    Status.FEASIBLE: "可行，未证最优 feasible",
    Status.IMPOSSIBLE: "排不出，已证明 impossible",
    Status.OUT_OF_TIME: "时间到，未排出 out of time",
}
_HEAD = (
    "| 学校 school | 班 classes | 学生 pupils | 教师 teachers | 走班社团（教学班） clubs (groups) | 结果 result "
    "| 偏好代价 cost | 下界 bound | 差距 gap | 首个课表 first | 用时 time |"
)


def row(key: str, problem: Problem, outcome: Outcome) -> str:
    """One line of the table."""
    clubs = sum(isinstance(club, CrossClassClub) for club in problem.clubs)
    figures = [
        f"`{key}`",
        str(len(problem.classes)),
        str(sum(c.pupils for c in problem.classes)),
        str(len(problem.teachers)),
        f"{clubs} ({len(problem.groups)})",
        _STATUS[outcome.status],
        "–" if outcome.objective is None else str(outcome.objective),
        "–" if outcome.bound is None else f"{outcome.bound:g}",
        "–" if outcome.gap is None else f"{outcome.gap:.1%}",
        "–" if outcome.first_seconds is None else f"{outcome.first_seconds:.1f} s",
        f"{outcome.seconds:.1f} s",
    ]
    return "| " + " | ".join(figures) + " |"


def replaced(text: str, rows: list[str], limit: float) -> str:
    """The README's text with a new table between the marks; raises ValueError if the marks are missing."""
    note = (
        f"每校限时 {limit:g} 秒，{machine()}；"
        "每份课表都由规则的读者一方复核过。\n"
        f"At most {limit:g} s a school on {os.cpu_count()} cores; every timetable was audited by the rules' checks."
    )
    table = "\n".join([_HEAD, "| --- |" + " ---: |" * 4 + " --- |" + " ---: |" * 5, *rows])
    return between_marks(text, "results", f"{note}\n\n{table}")


def main() -> None:
    """Solve and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=60.0, help="at most so long for a school")
    limit = parser.parse_args().seconds
    rows = []
    for key in KEYS:
        problem = expand(key)
        rows.append(row(key, problem, solve(problem, SolveOptions(seconds=limit))))
        print(rows[-1], flush=True)
    README.write_text(replaced(README.read_text(encoding="utf-8"), rows, limit), encoding="utf-8")


if __name__ == "__main__":
    main()
