"""One date as it really is, as a table: who serves where in every session; what differs from the base is marked."""

from datetime import date

from exchange.results.names import people_names
from models import DatedTimetable, Language, Problem, Session, Text, dated_differences
from scheduler.cover.wording import what_text
from ui.week.markup import Markup, joined, tag

_HEADS = (Text("节次", "Period"), Text("活动", "Session"), Text("人", "Who"), Text("地点", "Where"))


def day_table(problem: Problem, base: DatedTimetable, now: DatedTimetable, day: date, language: Language) -> Markup:
    """The sessions that are held, those that differ marked 改, those that are not held any more struck out."""
    changed = [d for d in dated_differences(_of(base, day), _of(now, day)) if d.day == day]
    new = [d.after for d in changed if d.after is not None]
    gone = [d.before for d in changed if d.after is None and d.before is not None]
    rows = [_row(problem, s.session, language, changed=s.session in new) for s in now.on.get(day, ())]
    rows += [_row(problem, s, language, changed=True, gone=True) for s in gone]
    head = tag("thead", tag("tr", [tag("th", h.in_language(language), scope="col") for h in _HEADS]))
    count = Text(
        f"{len(now.on.get(day, ()))} 次，改动 {len(changed)} 处", f"{len(rows)} sessions, {len(changed)} changed"
    )
    return tag(
        "table", tag("caption", count.in_language(language)), head, tag("tbody", rows), class_="k-cover k-cover-day"
    )


def _of(dated: DatedTimetable, day: date) -> DatedTimetable:
    """Of that date alone: a whole term need not be compared for it."""
    values = {name: getattr(dated, name) for name in DatedTimetable.model_fields}
    return DatedTimetable.model_construct(**values | {"sessions": dated.on.get(day, ())})


def _row(problem: Problem, session: Session, language: Language, *, changed: bool, gone: bool = False) -> Markup:
    mark = tag("span", Text("停" if gone else "改", "off" if gone else "new").in_language(language), class_="mark")
    what = what_text(problem, session).in_language(language)
    return tag(
        "tr",
        tag("th", str(session.slot.period), scope="row"),
        tag("td", joined(mark if changed else None, what)),
        tag("td", people_names(problem, session.people(), language)),
        tag("td", session.room or ""),
        class_="gone" if gone else None,
    )
