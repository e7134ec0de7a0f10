"""What the list of schools says of each: which version, by whom and when, and how far its timetable is."""

from dataclasses import dataclass
from datetime import datetime

from models import Status, Text
from store import SavedSchool, SavedTimetableHead, Store, TimetableState
from ui.marks import Tone


@dataclass(frozen=True)
class Line:
    """One school in the list."""

    school: SavedSchool
    data: Text  # version, when, who
    state: Text
    tone: Tone


def lines(store: Store) -> tuple[Line, ...]:
    """All schools, the last changed first. Raises StoreError."""
    return tuple(_line(store, school) for school in store.schools())


def _line(store: Store, school: SavedSchool) -> Line:
    newest = store.versions(school.id)[0]
    at = moment(newest.when)
    data = Text(f"第 {newest.number} 版数据 · {at} · {newest.who}", f"version {newest.number} · {at} · {newest.who}")
    state, tone = _state(newest.readable, store.timetables(school.id))
    return Line(school, data, state, tone)


def _state(readable: bool, heads: tuple[SavedTimetableHead, ...]) -> tuple[Text, Tone]:
    if not readable:
        return Text("数据有待修改", "data to be mended"), "warn"
    published = next((h for h in heads if h.state is TimetableState.PUBLISHED), None)
    if published is not None:
        return Text(f"已发布课表 {published.number}", f"timetable {published.number} published"), "ok"
    draft = next((h for h in heads if h.state is TimetableState.DRAFT), None)
    if draft is None:
        return Text("还没有课表", "no timetable yet"), "plain"
    best = draft.status is Status.OPTIMAL
    return (
        Text(
            f"草稿 {draft.number}{' · 已证最优' if best else ''}",
            f"draft {draft.number}{', proved best' if best else ''}",
        ),
        "acc",
    )


def moment(when: datetime) -> str:
    """As the reader's clock shows it: 2026-11-24 18:30."""
    return f"{when.astimezone():%Y-%m-%d %H:%M}"
