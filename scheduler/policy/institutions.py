"""Institutions: the school picks from the bureau's list, and the approval covers the term."""

from collections.abc import Iterator
from datetime import date

from models import Institution, Instructor, PolicyCase, Term, Text
from scheduler.policy_check import Asked, Judged, PolicyCheck, broken, kept, not_applicable, some, times, unjudged
from scheduler.policy_dates import DatedCase, PolicyDates
from scheduler.term import sessions_of_instructors


class Institutions(PolicyCheck):
    """The institution of each instructor who serves, against sheet 机构."""

    key = "institutions"

    def judge(self, asked: Asked) -> Judged:
        """Broken for each instructor whose institution is not on the list or not approved for the whole term."""
        serving, problem = asked.serving_instructors(), asked.problem
        if not serving:
            return not_applicable("课表里没有外聘教师。", "No instructor serves.")
        if not problem.institutions:
            sent = some((i.institution for i in serving if i.institution is not None), "家")
            return unjudged(
                f"“机构”表还没有填，无法核对{'：' + sent.zh if sent.zh else ''}。请照教育部门的名单填写。",
                f"Sheet 机构 is empty, so that nothing can be compared ({sent.en}): enter the bureau's list.",
            )
        listed = {one.name: one for one in problem.institutions}
        cases = []
        for instructor in serving:
            wrong = _wrong(instructor, listed, problem.term)
            if wrong is not None:
                cases.append(PolicyCase(text=wrong, people=(instructor.id,)))
        if cases:
            names = some((problem.person_by_id[case.people[0]].name for case in cases), "人")
            return broken(f"{names.zh}的派出机构不合要求。", f"The institutions of {names.en} are not in order.", cases)
        names = some((i.institution or "" for i in serving), "家")
        return kept(f"派出机构都在名单内，本学期有效：{names.zh}。", f"On the list for the whole term: {names.en}.")

    def on_dates(self, asked: Asked, dates: PolicyDates) -> Iterator[DatedCase]:
        """Sessions on whose dates the institution of an instructor is not approved."""
        problem = asked.problem
        listed = {one.name: one for one in problem.institutions}
        by_person = sessions_of_instructors(problem, dates.held)
        for instructor in problem.instructors:
            one = listed.get(instructor.institution or "")
            if one is None:
                continue
            first, last = one.approved_from or date.min, one.approved_until or date.max
            bad = [d.day for d in by_person[instructor.id] if not first <= d.day <= last]
            if bad:
                when = dates.dates_text(bad)
                text = Text(
                    f"{instructor.name}的机构“{one.name}”审核无效却有课：{when.zh}，共 {len(bad)} 节。",
                    f"“{one.name}” of {instructor.name} is not approved on {when.en}: {times(len(bad), 'session')}.",
                )
                days = tuple(dict.fromkeys(bad))
                yield DatedCase(PolicyCase(text=text, people=(instructor.id,), dates=days))


def _wrong(instructor: Instructor, listed: dict[str, Institution], term: Term) -> Text | None:
    who, name = instructor.name, instructor.institution
    if name is None:
        return Text(
            f"{who}没有填派出机构；个人聘用的，请在“机构”表里登记“个人”，再填到这里。",
            f"{who} has no institution; whoever is engaged alone needs an entry of sheet 机构 as well.",
        )
    if name not in listed:
        return Text(f"{who}的机构“{name}”不在“机构”表的名单里。", f"“{name}” of {who} is not in sheet 机构.")
    first, last = listed[name].approved_from, listed[name].approved_until
    if last is not None and term.last_day is not None and last < term.last_day:
        return Text(
            f"{who}的机构“{name}”审核有效期到 {last}，早于学期结束（{term.last_day}）。",
            f"“{name}” of {who} is approved until {last}, before the term ends ({term.last_day}).",
        )
    if first is not None and term.first_day is not None and first > term.first_day:
        return Text(
            f"{who}的机构“{name}”从 {first} 起才有效，晚于开学（{term.first_day}）。",
            f"“{name}” of {who} is approved from {first} only, after the term begins ({term.first_day}).",
        )
    return None
