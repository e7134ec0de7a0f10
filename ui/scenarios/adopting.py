"""A scenario's timetable becomes a draft: first its changes are saved as a new version of the data."""

from collections.abc import Sequence

from exchange.document import Document, document_json, document_of, merged, read_document
from exchange.normal import normal
from models import Outcome, Problem, RuleCard, Text, fingerprint
from scheduler.audit import audit
from store import SavedTimetable, SchoolId, Store, StoreError, Version
from ui.saved.beginning import document_in


class UnsoundError(StoreError):
    """The timetable does not fit the data as they would be saved; nothing was saved."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "这份课表和合并后的数据对不上，没有保存；请重新排这个方案。",
                "The timetable does not fit the data with the changes; nothing was saved. Solve the scenario again.",
            )
        )


def adopt(
    store: Store, school: SchoolId, version: Version, changed: Problem, outcome: Outcome, name: Text,
    *, who: str, cards: Sequence[RuleCard],
) -> SavedTimetable:  # fmt: skip
    """The changes as the next version and the timetable as its draft. Raises UnsoundError, LostUpdateError."""
    assert version.problem is not None
    assert outcome.timetable is not None
    document, problem = _with_changes(version, version.problem, changed, cards)
    timetable = outcome.timetable.model_copy(update={"fingerprint": fingerprint(problem)})
    verdict = audit(problem, timetable)
    if not verdict.clean:
        raise UnsoundError
    note = Text(f"并入方案：{name.zh}", f"Scenario taken into the data: {name.en}")
    saved = store.save_version(
        school, document=document_json(document), problem=problem, who=who, note=note, after=version.number
    )
    fitting = outcome.model_copy(update={"timetable": timetable, "verdict": verdict, "objective": verdict.cost})
    return store.save_timetable(school, fitting, version=saved.number, who=who, note=name)


def _with_changes(
    version: Version, problem: Problem, changed: Problem, cards: Sequence[RuleCard]
) -> tuple[Document, Problem]:
    """The typed document with the changes, and what is read from it.

    Only what the changes touch is written anew, so that the office finds its own spellings again; where that does not
    read back as the changed school, the whole document is.
    """
    wanted = normal(changed.model_copy(update={"published": None}), cards)
    plain = document_of(wanted, cards)
    both = merged(document_of(problem, cards), plain, document_in(version, cards))
    for document in (both.document, plain):
        read = read_document(document, cards).problem
        if read is not None and fingerprint(read) == fingerprint(wanted):
            return document, read
    raise UnsoundError
