"""Every method on a tiny school: what it hands back is judged by the audit."""

from random import Random

import pytest

from benchmarks.colouring import coloured
from benchmarks.methods import METHODS, Task, fet
from benchmarks.methods.fet_file import fet_file
from benchmarks.methods.monolith import dense
from benchmarks.row import Row, judged
from benchmarks.schools import planted, school
from models import SessionKind
from scheduler.model import build


@pytest.mark.parametrize("method", ["kehou", "monolith", "highs", "greedy"])
def test_a_clean_timetable_is_never_below_the_methods_own_bound(method: str) -> None:
    problem = school(6, 1, "usual")
    answer = METHODS[method](Task(problem, 4.0))
    row = judged(Row(6, 1, "usual", method, 4.0, "failed"), problem, answer)
    assert row.outcome in ("optimal", "feasible", "none")  # a slow machine may find none in so short a time
    if row.cost is not None:
        assert row.cost >= (row.bound or 0)
        assert row.broken == 0


def test_the_greedy_finds_a_clean_timetable_of_a_tiny_school() -> None:
    problem = school(6, 1, "usual")
    row = judged(Row(6, 1, "usual", "greedy", 1.0, "failed"), problem, METHODS["greedy"](Task(problem, 1.0)))
    assert row.outcome == "feasible"


def test_the_dense_model_names_what_ours_counts() -> None:
    problem = school(10, 1, "usual")
    assert len(dense(problem).model.proto.variables) > len(build(problem).model.proto.variables)


def test_fet_without_fet_is_absent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    problem, timetable = planted(6, 1, "usual")
    row = judged(Row(6, 1, "usual", "fet", 1.0, "failed"), problem, fet.run(Task(problem, 1.0, timetable)))
    assert (row.outcome, row.note) == ("absent", "fet-cl is not installed")


def test_the_file_for_fet_has_every_session_once() -> None:
    problem, timetable = planted(6, 1, "usual")
    written = fet_file(problem, timetable)
    patrols = sum(len(s.duties) for s in timetable.sessions if s.kind is SessionKind.PATROL)
    others = sum(s.kind is not SessionKind.PATROL for s in timetable.sessions)
    assert len(written.sessions) == patrols + others
    walking = {s.slot for s in timetable.sessions if s.kind is SessionKind.CROSS_CLASS}
    assert len(walking) <= written.text.count(b"<ConstraintActivitiesSameStartingTime>") == 6  # 3 bands, twice each


@pytest.mark.parametrize("seed", range(5))
def test_a_colouring_uses_no_colour_twice_at_a_node(seed: int) -> None:
    rng = Random(seed)
    edges = [(f"a{n % 4}", f"b{other}") for n, other in enumerate(rng.sample([0, 1, 2, 3] * 5, 20))]
    found = coloured(edges, 5)  # each node has five edges
    for nodes in zip(*edges, strict=True):
        assert len({*zip(nodes, found, strict=True)}) == len(edges)
