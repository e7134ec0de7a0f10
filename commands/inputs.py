"""Reads a school and a timetable, or refuses them with everything that is wrong."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from commands.refused import RefusedError, errors
from exchange.json_files import read_timetable
from exchange.load import load_problem
from exchange.prices import read_prices
from exchange.pupils import PupilNames, placed, read_pupils
from models import Issue, Problem, RepairPrices, Scenario, Text, Timetable
from models.timetable_checks import timetable_issues
from scheduler.rules import rule_cards


@dataclass(frozen=True)
class School:
    """A school's data, and the warnings about them."""

    problem: Problem
    warnings: tuple[Issue, ...]
    scenarios: tuple[Scenario, ...] = ()  # of the sheet 方案


def read_school(path: Path) -> School:
    """The school in a workbook or JSON file. Raises RefusedError."""
    reading = load_problem(path, rule_cards())
    if reading.problem is None:
        raise RefusedError(reading.issues)
    return School(reading.problem, reading.issues, reading.scenarios)


def read_table(path: Path, school: School) -> tuple[Timetable, tuple[Issue, ...]]:
    """A timetable that the audit can judge, and the warnings about it. Raises RefusedError."""
    reading = read_timetable(path)
    if reading.timetable is None:
        raise RefusedError(reading.issues)
    issues = timetable_issues(school.problem, reading.timetable)
    if errors(issues):
        raise RefusedError(issues)
    return reading.timetable, (*school.warnings, *reading.issues, *issues)


def pupil_names(path: Path, problem: Problem, timetable: Timetable) -> tuple[PupilNames, tuple[Issue, ...]]:
    """The names on a list, in the groups of the timetable, and the warnings about them. Raises RefusedError."""
    found = read_pupils(path, problem)
    names, issues = placed(found, problem, timetable)
    every = (*found.issues, *issues)
    if errors(every):
        raise RefusedError(every)
    return names, every


def day_of(text: str) -> date:
    """A date as it is typed, 2027-03-01. Raises RefusedError."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        said = Text(f"日期应写作 2027-03-01，现在是“{text}”。", f"A date is written 2027-03-01, but is “{text}”.")
        raise RefusedError.because("no_date", said) from error


def price_list(path: Path | None) -> RepairPrices:
    """The school's own price list of repairs, or the one that we propose. Raises RefusedError."""
    if path is None:
        return RepairPrices()
    prices, issues = read_prices(path)
    if prices is None:
        raise RefusedError(issues)
    return prices
