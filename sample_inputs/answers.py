"""Answers what `jisu` asks and writes the answers into the README: python -m sample_inputs.answers [--seconds 40]."""

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path

from exchange.scenarios import read_scenarios
from models import Explanation, Problem, RepairPrices, Scenario, Status, WhatIf, apply_changes, changes_of
from sample_inputs.expand import expand
from sample_inputs.marked import README, between_marks, machine
from scheduler.progress import SolveOptions
from scheduler.repair.explain import explain
from scheduler.rules import rule_cards
from scheduler.solve import solve
from scheduler.whatif import whatif

SCENARIOS = Path(__file__).parent / "scenarios"
_HEAD = "| 方案 scenario | 答案 answer | 缺什么，或要告知谁 what is short, or whom to tell |\n| --- | --- | --- |"


def asked() -> Iterator[tuple[Scenario, Mapping[str, Scenario]]]:
    """Every scenario that is shipped for `jisu`, with those of its file."""
    for path in sorted(SCENARIOS.glob("jisu_*.yaml")):
        found = read_scenarios(path, rule_cards()).scenarios
        for scenario in found:
            yield scenario, {other.name: other for other in found}


def school_of(problem: Problem, scenario: Scenario, others: Mapping[str, Scenario]) -> Problem:
    """The school in which the scenario has come true."""
    return apply_changes(problem, changes_of(scenario, others))


def possible(scenario: Scenario, found: WhatIf, best: int | None) -> str:
    """The line of a scenario that can be: how many people must be told, and what it costs at best."""
    fewest = "，已证不能更少" if found.status is Status.OPTIMAL else ""
    cost = "" if found.verdict is None else f"偏好代价 {found.verdict.cost}（整周重排可到 {best}）"
    told = "" if found.comparison is None else "、".join(notice.person for notice in found.comparison.notices)
    return f"| {scenario.name} | 排得出，要告知 {found.told} 人{fewest} | {cost}。要告知：{told or '无'} |"


def impossible(scenario: Scenario, found: Explanation) -> str:
    """The line of a scenario that cannot be: what is short, and the cheapest way out that was found."""
    short = "".join(text.zh for text in (*(s.text for s in found.shortages), *(c.text for c in found.conflicts)))
    if found.repairs:
        repair = found.repairs[0]
        proved = "，已证同类最低" if repair.cheapest else ""
        way = f"补救（代价 {repair.cost}{proved}）：" + "；".join(step.text.zh for step in repair.steps)
    else:
        way = "限时内没有找到补救办法"
    said = {Status.IMPOSSIBLE: "排不出，已证明", Status.OUT_OF_TIME: "时间到，不知道"}[found.status]
    return f"| {scenario.name} | {said}。{way} | {short or '逐项都够，合起来不够'} |"


def main() -> None:
    """Answer and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=40.0, help="at most so long for a scenario")
    limit = parser.parse_args().seconds
    problem = expand("jisu")
    base = solve(problem, SolveOptions(seconds=limit)).timetable
    assert base is not None
    rows = []
    for scenario, others in asked():
        school = school_of(problem, scenario, others)
        why = explain(school, RepairPrices(), limit, partial=False)
        if why.status is Status.FEASIBLE:
            near = whatif(problem, school, base, SolveOptions(seconds=limit))
            rows.append(possible(scenario, near, solve(school, SolveOptions(seconds=limit)).objective))
        else:
            rows.append(impossible(scenario, why))
        print(rows[-1], flush=True)
    note = f"每个方案限时 {limit:g} 秒，{machine()}；每个补救办法都排过并复核过。"
    content = "\n".join((note, "", _HEAD, *rows))
    README.write_text(between_marks(README.read_text(encoding="utf-8"), "answers", content), encoding="utf-8")


if __name__ == "__main__":
    main()
