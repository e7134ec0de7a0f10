"""What is said of a search: another sentence for each state, never one that promises more than was proved."""

from models import Status
from store import JobState, Mark
from tests.ui.solving.runs import outcome, run
from ui.solving.words import clock, headline, requirements_in_force, steps


def test_before_anything_is_found() -> None:
    begun = run(JobState.RUNNING)
    assert headline(begun).text.zh == "正在读入，清点场地、专长和人手。"
    assert [step.state for step in steps(begun)] == ["done", "now", "todo", "todo", "todo"]
    counted = run(JobState.RUNNING, Mark(0.5, None, 0.0))
    assert headline(counted).text.zh == "正在找第一张可用课表。"
    assert [step.state for step in steps(counted)] == ["done", "done", "now", "todo", "todo"]


def test_with_a_timetable_the_gap_is_rounded_up() -> None:
    """(1284 − 1262) ÷ 1284 is 1.713 %: "at most 1.7 %" would be false."""
    found = outcome(Status.FEASIBLE, 1284, 0)
    going = run(JobState.RUNNING, Mark(1.9, 2410, 0.0), Mark(39.0, 1284, 1262.0), found=found)
    assert "至多差 1.8%" in headline(going).text.zh
    assert headline(going).more is not None
    assert [step.state for step in steps(going)] == ["done", "done", "done", "now", "todo"]


def test_without_a_bound_nothing_is_said_of_the_distance() -> None:
    going = run(JobState.RUNNING, Mark(1.9, 14, 0.0), found=outcome(Status.FEASIBLE, 14, 0))
    assert "离最好差多少还不知道" in headline(going).text.zh


def test_proved_stopped_impossible_and_out_of_time_are_four_sentences() -> None:
    proved = headline(run(JobState.DONE, Mark(4, 14, 14.0), found=outcome(Status.OPTIMAL, 14, 14)))
    stopped = headline(run(JobState.STOPPED, Mark(4, 14, 7.0), found=outcome(Status.FEASIBLE, 14, 7)))
    impossible = headline(run(JobState.DONE, found=outcome(Status.IMPOSSIBLE)))
    late = headline(run(JobState.DONE, found=outcome(Status.OUT_OF_TIME)))
    early = headline(run(JobState.STOPPED, found=outcome(Status.OUT_OF_TIME)))
    assert (proved.tone, proved.text.zh) == ("ok", "已证最优：偏好代价 14，没有代价更低的课表。")
    assert stopped.text.zh.startswith("已停止，保留目前最好。与最优至多差 50%")
    assert (impossible.tone, impossible.text.zh[:8]) == ("err", "排不出，已证明：")
    assert (late.tone, late.text.zh) == ("warn", "时间到，还没排出，也没证明排不出。")
    assert early.text.zh == "已停止：还没排出，也没证明排不出。"


def test_a_search_that_was_cut_off_says_that_its_best_is_here() -> None:
    died = run(JobState.INTERRUPTED, Mark(4, 14, 7.0), found=outcome(Status.FEASIBLE, 14, 7))
    assert headline(died).more is not None
    assert headline(run(JobState.INTERRUPTED)).more is None  # there was none


def test_the_last_step_is_done_only_with_an_audit() -> None:
    assert steps(run(JobState.DONE, Mark(4, 14, 14.0), found=outcome(Status.OPTIMAL, 14, 14)))[-1].state == "done"
    assert steps(run(JobState.DONE, found=outcome(Status.OUT_OF_TIME)))[-1].state == "todo"
    assert requirements_in_force(run(JobState.DONE, found=outcome(Status.OPTIMAL, 14, 14))) == 20


def test_a_clock_counts_minutes_and_seconds() -> None:
    assert [clock(s) for s in (0, 9.9, 41, 60, 3601)] == ["0:00", "0:09", "0:41", "1:00", "60:01"]
