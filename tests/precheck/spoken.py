"""What one check of the precheck says of a school."""

from models import Problem, Shortage
from scheduler.precheck import precheck


def spoken(problem: Problem, code: str) -> list[Shortage]:
    """The shortages of this check; in each, demand is above supply and both languages have a sentence."""
    found = [shortage for shortage in precheck(problem) if shortage.code == code]
    for shortage in found:
        assert shortage.demand > shortage.supply
        assert shortage.text.zh
        assert shortage.text.en
    return found


def only(problem: Problem, code: str) -> Shortage:
    """The single shortage of this check. Raises ValueError if there is none or more than one."""
    (shortage,) = spoken(problem, code)
    return shortage


def figures(problem: Problem, code: str) -> list[tuple[int, int]]:
    """(demand, supply) of every shortage of this check."""
    return [(shortage.demand, shortage.supply) for shortage in spoken(problem, code)]
