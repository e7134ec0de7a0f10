"""The term's calendar as rows of sheet 校历, in order of kind, as it is read."""

from models import Calendar, Span

Row = dict[str, object]


def calendar_rows(calendar: Calendar) -> list[Row]:
    """One row for each entry; the last day only where there is more than one (of clock times: always)."""
    made: list[Row] = [{"kind": "holiday", **_span(h), "note": h.name} for h in calendar.holidays]
    for m in calendar.make_up_days:
        week = None if m.week is None else str(m.week)
        made.append({"kind": "make_up", "first": m.day, "runs_as": str(int(m.runs_as)), "week": week, "note": m.name})
    for n in calendar.no_service:
        stop: Row = {"kind": "no_service", "periods": n.periods, "grades": n.grades, "note": n.reason}
        made.append(stop | _span(n))
    for c in calendar.clock_changes:
        times: Row = {"periods": (c.period,), "start": c.start, "end": c.end, "note": c.name}
        made.append({"kind": "clock", "first": c.first, "last": c.last} | times)
    for p in calendar.parity_overrides:
        made.append({"kind": "parity", **_span(p), "week": str(p.week), "note": p.name})
    return made


def _span(span: Span) -> Row:
    return {"first": span.first, "last": None if span.last == span.first else span.last}
