"""At most so many pupils to an adult, where the district says so."""

from collections.abc import Iterator

from scheduler.policy_changed import over_ratio
from scheduler.policy_check import Asked, Judged, PolicyCheck, broken, case_of, kept, not_applicable, times
from scheduler.policy_dates import DatedCase, PolicyDates
from scheduler.rules.adult_ratio import AdultRatio


class AdultRatioPolicy(PolicyCheck):
    """As the rule `adult_ratio` reads it, with the district's figure, else the school's."""

    key = "adult_ratio"

    def judge(self, asked: Asked) -> Judged:
        """Broken for each session with too many pupils; not applicable where nobody sets a ratio."""
        problem, own = asked.problem, asked.problem.settings.pupils_per_adult
        asked_for = asked.number(self.key)
        ratio = own if asked_for is None else asked_for
        if ratio is None:
            return not_applicable(
                "当地没有规定师生比：“政策”和“学校”表都没有填。", "Neither sheet 政策 nor sheet 学校 sets a ratio."
            )
        found = asked.violations(self.key)
        if ratio != own:  # the audit was asked for another one
            settings = problem.settings.model_copy(update={"pupils_per_adult": ratio})
            found = tuple(AdultRatio().check(problem.model_copy(update={"settings": settings}), asked.timetable))
        if found:
            return broken(
                f"{len(found)} 次活动每位教师多于 {ratio} 名学生。",
                f"{times(len(found), 'session')} with more than {ratio} pupils to an adult.",
                map(case_of, found),
            )
        return kept(f"每次活动每位教师都不多于 {ratio} 名学生。", f"Nowhere more than {ratio} pupils to an adult.")

    def on_dates(self, asked: Asked, dates: PolicyDates) -> Iterator[DatedCase] | None:
        """Changed sessions, classes that are minded together among them."""
        own = asked.problem.settings.pupils_per_adult
        ratio = asked.number(self.key) or own
        return None if dates.actual is None or ratio is None else over_ratio(dates, ratio)
