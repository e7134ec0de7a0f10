"""Several aims in strict order: each is minimised, then held, and the next one is minimised."""

from collections.abc import Sequence

from ortools.sat.python import cp_model

_EFFORT = 20.0  # deterministic seconds for each aim, so that a slow machine gives the same answer


def solved_in_order(
    model: cp_model.CpModel, aims: Sequence[cp_model.LinearExprT], wanted: Sequence[cp_model.IntVar], seed: int
) -> tuple[list[int], bool]:
    """The wanted variables in a solution that is best in this order, and whether that is proved of each aim.

    Raises RuntimeError if there is no solution at all: every model here has one, with nothing done.
    """
    values, proved = [0] * len(wanted), True
    for aim in aims:
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.random_seed = seed
        solver.parameters.max_deterministic_time = _EFFORT
        solver.parameters.catch_sigint_signal = False
        model.minimize(aim)
        status = solver.solve(model)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            if status == cp_model.UNKNOWN:
                return values, False
            raise RuntimeError(f"the model of a cover ended with {solver.status_name(status)}")
        proved = proved and status == cp_model.OPTIMAL
        values = [solver.value(x) for x in wanted]
        model.clear_hints()  # type: ignore[no-untyped-call]
        for x, value in zip(wanted, values, strict=True):
            model.add_hint(x, value)
        model.add(aim <= round(solver.objective_value))
    return values, proved
