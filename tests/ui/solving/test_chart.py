"""The chart's points: every change and the present, bounds that never fall, and a span in which both lines are seen."""

from models import Status
from store import JobState, Mark
from tests.ui.solving.runs import outcome, run
from ui.solving.chart import Point, domain, points


def test_nothing_is_drawn_before_the_first_timetable() -> None:
    assert points(run(JobState.RUNNING, Mark(0.5, None, 0.0), Mark(2.0, None, 3.0))) == []


def test_both_lines_go_on_to_the_present() -> None:
    """The search has been at work for 41 s; the last change was after 9 s."""
    going = run(
        JobState.RUNNING, Mark(1.0, None, 2.0), Mark(2.0, 30, 2.0), Mark(9.0, 14, 7.0),
        found=outcome(Status.FEASIBLE, 14, 0),
    )  # fmt: skip
    assert points(going) == [Point(2.0, 30, 2.0), Point(9.0, 14, 7.0), Point(41.0, 14, 7.0)]


def test_a_bound_never_falls_and_never_passes_the_cost() -> None:
    """A finer model may begin with a lower bound of its own; what was proved stays proved."""
    going = run(JobState.RUNNING, Mark(2.0, 30, 9.0), Mark(3.0, 30, 4.0), found=outcome(Status.FEASIBLE, 30, 0))
    assert [p.bound for p in points(going)] == [9.0, 9.0, 9.0]


def test_a_bound_that_began_at_nothing_does_not_press_the_rest_together() -> None:
    """From 0 the lines between 1262 and 2410 would share the upper half; the span begins near the last bound."""
    shown = [Point(1, 2410, 0), Point(20, 1300, 1100), Point(40, 1284, 1262)]
    low, high = domain(shown)
    assert 1000 < low < 1262
    assert 2410 < high < 2600


def test_the_span_is_never_empty() -> None:
    low, high = domain([Point(1, 14, 14), Point(2, 14, 14)])
    assert low < 14 < high
