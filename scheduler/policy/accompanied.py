"""A teacher of the school is present where an instructor leads."""

from collections.abc import Iterator

from scheduler.policy_changed import without_teacher
from scheduler.policy_check import Asked, Judged, PolicyCheck, broken, case_of, kept, not_applicable, times
from scheduler.policy_dates import DatedCase, PolicyDates
from scheduler.rules.accompanied import Accompanied


class AccompaniedPolicy(PolicyCheck):
    """As the rule `accompanied` reads it, also in a school that does not ask for it."""

    key = "accompanied"

    def judge(self, asked: Asked) -> Judged:
        """Broken for each session that only instructors lead, with no teacher beside them."""
        problem = asked.problem
        if not asked.serving_instructors():
            return not_applicable("课表里没有外聘教师。", "No instructor serves.")
        found = asked.violations(self.key)
        if not problem.settings.accompany_instructors:  # the audit was not asked for it
            settings = problem.settings.model_copy(update={"accompany_instructors": True})
            asking = problem.model_copy(update={"settings": settings})
            found = tuple(Accompanied().check(asking, asked.timetable))
        # The rule speaks of whole-school clubs with a teacher for each class as well: these concern no instructor.
        outside = {i.id for i in problem.instructors}
        cases = [case_of(v) for v in found if v.people and outside.issuperset(v.people)]
        if not cases:
            return kept("外聘教师带的每次活动都有本校教师在场。", "A teacher is present wherever an instructor leads.")
        if problem.settings.accompany_instructors:
            return broken(
                f"{len(cases)} 次活动没有本校教师在场。", f"{times(len(cases), 'session')} without a teacher.", cases
            )
        return broken(
            f"{len(cases)} 次活动没有本校教师在场：“学校”表填了外聘不须陪同。当地没有这项要求的，请在“政策”表里关闭。",
            f"{times(len(cases), 'session')} without a teacher: sheet 学校 asks for none. Switch the item off where "
            "the district does not ask for it.",
            cases,
        )

    def on_dates(self, asked: Asked, dates: PolicyDates) -> Iterator[DatedCase] | None:
        """Changed sessions without a teacher; where nothing was changed, the dates are as the week."""
        return None if dates.actual is None else without_teacher(dates)
