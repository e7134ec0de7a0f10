"""Every way in which a school can give way; one file for each side of it."""

from models import Problem, RepairPrices
from scheduler.repair.lever import Lever
from scheduler.repair.levers.clubs import clubs_levers
from scheduler.repair.levers.hiring import hiring_levers
from scheduler.repair.levers.people import people_levers
from scheduler.repair.levers.rooms import rooms_levers
from scheduler.repair.levers.week import week_levers


def levers_of(problem: Problem, prices: RepairPrices) -> tuple[Lever, ...]:
    """All levers of the school, in a fixed order; those whose price is None are left out."""
    return tuple(
        lever
        for levers in (people_levers, hiring_levers, rooms_levers, clubs_levers, week_levers)
        for lever in levers(problem, prices)
        if lever.most > 0
    )
