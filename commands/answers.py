"""What each command says with --json: one object, with the same keys whether it went well or not."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from exchange.reading import Reading
from models import (
    Comparison,
    Cover,
    Explanation,
    Issue,
    OtherWay,
    Outcome,
    PolicyReport,
    Shortage,
    SwapProposal,
    Sweep,
    TermLog,
    Text,
    Verdict,
    WhatIf,
    fingerprint,
)
from models.noun import Noun

if TYPE_CHECKING:  # the solver behind it takes a second to load
    from scheduler.cover.notices import DatedNotice

Answer = dict[str, object]

_BLANK: Mapping[str, Answer] = {
    "check": {"status": None, "fingerprint": None, "issues": [], "shortages": []},
    "solve": {
        "status": None,
        "objective": None,
        "bound": None,
        "gap": None,
        "seconds": None,
        "first_seconds": None,
        "sessions": None,
        "violations": None,
        "fingerprint": None,
        "scores": [],
        "issues": [],
        "shortages": [],
        "files": {},
    },
    "explain": {
        "status": None,
        "fingerprint": None,
        "seconds": None,
        "shortages": [],
        "conflicts": [],
        "repairs": [],
        "least_bad": None,
        "tightest": [],
        "issues": [],
    },
    "whatif": {
        "status": None,
        "fingerprint": None,
        "changes": [],
        "told": None,
        "told_bound": None,
        "cost": None,
        "seconds": None,
        "comparison": None,
        "issues": [],
        "shortages": [],
        "files": {},
    },
    "compare": {"status": None, "comparison": None, "issues": []},
    "sweep": {"status": None, "fingerprint": None, "kind": None, "base": None, "rows": [], "issues": [], "files": {}},
    "policy": {"status": None, "fingerprint": None, "findings": [], "issues": []},
    "cover": dict.fromkeys(("status", "log", "people", "rooms"))
    | {"swaps": {}, "ways": {}, "notices": [], "issues": [], "files": {}},
    "audit": {
        "status": None,
        "cost": None,
        "violations": [],
        "unmet": [],
        "fingerprint": None,
        "scores": [],
        "issues": [],
    },
}


def answer(command: str, status: str, **known: object) -> Answer:
    """The object that the command answers with; what is not known stays null or empty."""
    return {**_BLANK.get(command, {}), "status": status, **known}


def refusal(command: str, issues: Sequence[Issue]) -> Answer:
    """The answer where the input has issues."""
    return answer(command, "ISSUES", issues=dumped(issues))


def defect(command: str, text: Text) -> Answer:
    """The answer where the program has made a mistake."""
    return answer(command, "DEFECT", issues=dumped([Issue(code="defect", text=text)]))


def solved(outcome: Outcome, mark: str, issues: Sequence[Issue], files: Mapping[str, Path]) -> Answer:
    """How a search ended."""
    return answer(
        "solve",
        outcome.status.value,
        objective=outcome.objective,
        bound=outcome.bound,
        gap=outcome.gap,
        seconds=round(outcome.seconds, 3),
        first_seconds=None if outcome.first_seconds is None else round(outcome.first_seconds, 3),
        sessions=None if outcome.timetable is None else len(outcome.timetable.sessions),
        violations=None if outcome.verdict is None else len(outcome.verdict.broken),
        fingerprint=mark,
        scores=[] if outcome.verdict is None else dumped(outcome.verdict.scores),
        issues=dumped(issues),
        shortages=dumped(outcome.shortages),
        files={name: str(path) for name, path in files.items()},
    )


def checked(reading: Reading, shortages: Sequence[Shortage]) -> Answer:
    """What is wrong or odd in a school's file, and what cannot come out."""
    if reading.problem is None:
        return refusal("check", reading.issues)
    return answer(
        "check",
        "IMPOSSIBLE" if shortages else "OK",
        fingerprint=fingerprint(reading.problem),
        issues=dumped(reading.issues),
        shortages=dumped(shortages),
    )


def explained(told: Explanation, mark: str, issues: Sequence[Issue]) -> Answer:
    """Why there is no timetable and what would help; without the timetables that the repairs were tried with."""
    return answer(
        "explain",
        told.status.value,
        fingerprint=mark,
        seconds=round(told.seconds, 3),
        shortages=dumped(told.shortages),
        conflicts=dumped(told.conflicts),
        repairs=[repair.model_dump(mode="json", exclude={"timetable"}) for repair in told.repairs],
        least_bad=None if told.least_bad is None else told.least_bad.model_dump(mode="json"),
        tightest=dumped(told.tightest),
        issues=dumped(issues),
    )


def what_if(
    found: WhatIf, mark: str, changes: Sequence[Text], issues: Sequence[Issue], files: Mapping[str, Path]
) -> Answer:
    """What a change of the school brings; the timetable itself is in its file."""
    return answer(
        "whatif",
        found.status.value,
        fingerprint=mark,
        changes=[{"zh": text.zh, "en": text.en} for text in changes],
        told=found.told,
        told_bound=found.told_bound,
        cost=None if found.verdict is None else found.verdict.cost,
        seconds=round(found.seconds, 3),
        comparison=None if found.comparison is None else found.comparison.model_dump(mode="json"),
        issues=dumped(issues),
        shortages=dumped(found.shortages),
        files={name: str(path) for name, path in files.items()},
    )


def compared(comparison: Comparison, issues: Sequence[Issue]) -> Answer:
    """Two timetables side by side."""
    return answer("compare", "COMPARED", comparison=comparison.model_dump(mode="json"), issues=dumped(issues))


def swept(sweep: Sweep, issues: Sequence[Issue], files: Mapping[str, Path]) -> Answer:
    """The answers of a sweep so far."""
    return answer(
        "sweep",
        "COMPLETE" if sweep.complete else "STOPPED",
        fingerprint=sweep.fingerprint,
        kind=sweep.kind.value,
        base=sweep.base,
        rows=dumped(sweep.rows),
        issues=dumped(issues),
        files={name: str(path) for name, path in files.items()},
    )


def audited(verdict: Verdict, mark: str, issues: Sequence[Issue]) -> Answer:
    """What the audit says of a timetable."""
    return answer(
        "audit",
        "CLEAN" if verdict.clean else "BROKEN",
        cost=verdict.cost,
        violations=dumped(verdict.broken),
        unmet=dumped(verdict.unmet),
        fingerprint=mark,
        scores=dumped(verdict.scores),
        issues=dumped(issues),
    )


def policed(report: PolicyReport, mark: str, issues: Sequence[Issue]) -> Answer:
    """What the policy report says of a timetable."""
    status = "SOUND" if report.sound else "BROKEN"
    return answer("policy", status, fingerprint=mark, findings=dumped(report.findings), issues=dumped(issues))


def covered(
    log: TermLog,
    people: Cover,
    rooms: Cover,
    told: "Sequence[DatedNotice]",
    issues: Sequence[Issue],
    files: Mapping[str, Path],
    swaps: Mapping[str, SwapProposal],
    ways: Mapping[str, OtherWay],
) -> Answer:
    """What closes the gaps of some dates, who could swap and what else could be done (by number), and what each person
    must be told."""
    return answer(
        "cover",
        "OPEN" if people.unfilled or rooms.unfilled else "COVERED",
        log=log.model_dump(mode="json"),
        people=people.model_dump(mode="json"),
        rooms=rooms.model_dump(mode="json"),
        swaps={number: proposal.model_dump(mode="json") for number, proposal in swaps.items()},
        ways={number: way.model_dump(mode="json") for number, way in ways.items()},
        notices=[{"person": n.person, "zh": n.message.zh, "en": n.message.en} for n in told],
        issues=dumped(issues),
        files={name: str(path) for name, path in files.items()},
    )


def dumped(nouns: Sequence[Noun]) -> list[object]:
    """As plain JSON values; sentences in both languages."""
    return [noun.model_dump(mode="json") for noun in nouns]


def tell(told: Answer) -> None:
    """The object on stdout, in one line."""
    print(json.dumps(told, ensure_ascii=False))
