"""Instructors' papers: each of the asked kinds is there, and all are valid for the whole term."""

from collections.abc import Iterator

from models import Instructor, PolicyCase, Text
from scheduler.policy_check import (
    Asked,
    Judged,
    PolicyCheck,
    broken,
    case_of,
    kept,
    not_applicable,
    some,
    times,
    unjudged,
)
from scheduler.policy_dates import DatedCase, PolicyDates
from scheduler.term import paper_risks


class Credentials(PolicyCheck):
    """Papers by words in their names; their dates as the audit reads them (rule `person_available`)."""

    key = "credentials"

    def judge(self, asked: Asked) -> Judged:
        """Broken for each missing paper and each that does not cover the term; unjudged without the term's dates."""
        serving, problem = asked.serving_instructors(), asked.problem
        if not serving:
            return not_applicable("课表里没有外聘教师。", "No instructor serves.")
        cases = []
        for instructor in serving:
            missing = [word for word in asked.words(self.key) if not _has(instructor, word)]
            if missing:
                text = Text(
                    f"{instructor.name}没有登记：{'、'.join(missing)}。",
                    f"{instructor.name} lacks: {', '.join(missing)}.",
                )
                cases.append(PolicyCase(text=text, people=(instructor.id,)))
        outside = {i.id for i in serving}
        # A violation without a slot is about a paper; one with a slot, about a time at which somebody cannot come.
        cases += [
            case_of(v) for v in asked.violations("person_available") if v.slot is None and outside.issuperset(v.people)
        ]
        if cases:
            names = some((problem.person_by_id[p].name for case in cases for p in case.people), "人")
            return broken(f"{names.zh}的证件不全或没有覆盖本学期。", f"Papers of {names.en} are not in order.", cases)
        if problem.term.first_day is None or problem.term.last_day is None:
            return unjudged(
                f"{len(serving)} 位外聘教师证件齐全，但“学校”表没有开学和放假日期，有效期无法核对。",
                "No paper is missing, but the term has no dates in sheet 学校, so that validity is not known.",
            )
        return kept(
            f"{len(serving)} 位外聘教师证件齐全，都覆盖整个学期。",
            f"The papers of all {len(serving)} instructors are there and cover the term.",
        )

    def on_dates(self, asked: Asked, dates: PolicyDates) -> Iterator[DatedCase]:
        """Sessions on whose dates a paper of the instructor is not valid, by what takes place."""
        for risk in paper_risks(asked.problem, dates.held):
            days = tuple(dict.fromkeys(d.day for d in risk.sessions))
            if not days:
                continue
            name, when = asked.problem.person_by_id[risk.person].name, dates.dates_text(days)
            until = risk.paper.valid_until
            ends = Text(f"（到 {until}）", f" (until {until})") if until is not None else Text("", "")
            text = Text(
                f"{name}的“{risk.paper.name}”{ends.zh}无效却有课：{when.zh}，共 {len(risk.sessions)} 节。",
                f"“{risk.paper.name}” of {name}{ends.en} is not valid on {when.en}: "
                f"{times(len(risk.sessions), 'session')}.",
            )
            yield DatedCase(PolicyCase(text=text, people=(risk.person,), dates=days))


def _has(instructor: Instructor, word: str) -> bool:
    return any(word in credential.name for credential in instructor.credentials)
