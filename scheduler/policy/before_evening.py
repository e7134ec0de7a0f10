"""Boarders' evening study is no part of the service."""

from collections.abc import Iterator

from models import PolicyCase, Text
from scheduler.policy_check import Asked, Judged, PolicyCheck, broken, kept, unjudged
from scheduler.policy_dates import DatedCase, PolicyDates


class BeforeEvening(PolicyCheck):
    """Clock times of the periods."""

    key = "before_evening"

    def judge(self, asked: Asked) -> Judged:
        """Broken for each period that ends later than the district's clock time; unjudged without clock times."""
        latest, cases = asked.clock(self.key), []
        periods = asked.problem.week.periods
        untimed = [p.number for p in periods if p.end is None]
        if untimed or latest is None:
            return unjudged(
                f"“作息”表里第 {'、'.join(map(str, untimed))} 节没有结束时间，看不出是否含晚自习。",
                "Sheet 作息 has no end for some periods: whether they are evening study is not known.",
            )
        for period in periods:
            if period.end is not None and period.end > latest:
                text = Text(
                    f"第 {period.number} 节 {period.end:%H:%M} 结束，晚于 {latest:%H:%M}。",
                    f"Period {period.number} ends at {period.end:%H:%M}, after {latest:%H:%M}.",
                )
                cases.append(PolicyCase(text=text))
        if cases:
            return broken(
                f"有节次晚于 {latest:%H:%M} 结束：寄宿生的晚自习请从“作息”表里去掉。",
                f"Some periods end after {latest:%H:%M}: take evening study out of sheet 作息.",
                cases,
            )
        return kept(
            f"各节都在 {latest:%H:%M} 以前结束，不含晚自习。",
            f"All periods end by {latest:%H:%M}; no evening study among them.",
        )

    def on_dates(self, asked: Asked, dates: PolicyDates) -> Iterator[DatedCase]:
        """Days that end too late by another clock."""
        latest = asked.clock(self.key)
        if latest is None:
            return
        yield from dates.grouped(
            (span, Text(f"{span.end:%H:%M} 结束", f"ends at {span.end:%H:%M}"))
            for span in dates.spans()
            if span.end > latest and (span.usual is None or span.end != span.usual[1])
        )
