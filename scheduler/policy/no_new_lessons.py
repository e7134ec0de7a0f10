"""No new lessons, no cramming in groups: every session says what it is, and none by a name that is one of these."""

from collections.abc import Iterator

from models import PolicyCase, Problem, Text
from models.noun import ClubId
from scheduler.policy_check import Asked, Judged, PolicyCheck, broken, kept, some
from scheduler.reading import club_title


class NoNewLessons(PolicyCheck):
    """Names and descriptions of what is offered, and subjects of tutoring, against the district's words."""

    key = "no_new_lessons"

    def judge(self, asked: Asked) -> Judged:
        """Broken for each club, activity or subject that a timetable holds and whose words contain one of these."""
        problem, words = asked.problem, asked.words(self.key)
        cases, named = [], []
        used_clubs = {s.club for s in asked.timetable.sessions}
        used_subjects = {s.subject for s in asked.timetable.sessions}
        for what, text, club in _offered(problem):
            found = [word for word in words if word in text]
            if not found or (what if club is None else club) not in (used_subjects if club is None else used_clubs):
                continue
            named.append(what)
            sentence = Text(
                f"“{what}”的名称或简介里有“{'”“'.join(found)}”：课后服务不得上新课、集体补课，请核实内容。",
                f"“{what}” contains “{', '.join(found)}”: no new lessons and no cramming; check its content.",
            )
            cases.append(PolicyCase(text=sentence, clubs=() if club is None else (club,)))
        if cases:
            which = some(named)
            return broken(
                f"{which.zh}的名称或简介带有禁用字样，要核实。",
                f"{which.en}: words that may not occur.",
                cases,
            )
        return kept(
            "各课次写明是作业辅导、社团、班级活动或巡查，名称里没有新课、补课一类的字样。",
            "Each session is tutoring, a club, a class activity or patrol; no name speaks of new lessons or cramming.",
        )


def _offered(problem: Problem) -> Iterator[tuple[str, str, ClubId | None]]:
    """What it is called, in which words it is said, and the club's id (none for a subject)."""
    for club in problem.clubs:
        yield club_title(problem, club.id), f"{club.name} {club.intro}", club.id
    for subject in problem.subjects:
        yield subject.id, subject.id, None
