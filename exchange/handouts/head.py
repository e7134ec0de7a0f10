"""What stands on every page of a handout: school, term, fingerprint, date, and a warning where it is not sound."""

from dataclasses import dataclass
from datetime import date

from exchange.handouts.fonts import FAMILY
from exchange.pupils import PupilNames
from models import Language, Problem, Text, Timetable

# The shipped one first; what it lacks comes from whichever the system has: Noto, Adobe's twin of it, Windows, macOS.
FONTS = (FAMILY, "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", "SimSun")

Data = dict[str, object]  # goes to typst as JSON: texts and numbers, nothing that typst would run


@dataclass(frozen=True)
class Head:
    """The timetable, and how its handouts are headed."""

    problem: Problem
    timetable: Timetable
    language: Language = "zh"
    name: str = ""  # of the timetable: 已发布 7
    printed: date | None = None
    warning: Text | None = None  # printed on every page
    names: PupilNames | None = None  # of the pupils, where the school gave a list; printed, kept nowhere

    def say(self, zh: str, en: str) -> str:
        """The sentence in the language of the handout."""
        return Text(zh, en).in_language(self.language)

    @property
    def data(self) -> Data:
        """As the template reads it."""
        problem, say = self.problem, self.say
        term = problem.term
        mark = say("指纹 ", "fingerprint ") + self.timetable.fingerprint
        lasts = f"{term.first_day:%Y-%m-%d} – {term.last_day:%Y-%m-%d}" if term.first_day and term.last_day else ""
        return {
            "language": self.language,
            "fonts": list(FONTS),
            "owner": f"{problem.school} · {term.name}",
            "mark": " · ".join(filter(None, (lasts, self.name, mark))),
            "printed": "" if self.printed is None else say("打印 ", "printed ") + self.printed.isoformat(),
            "warning": "" if self.warning is None else self.warning.in_language(self.language),
            "page": [say("第 ", "page "), say(" 页 / 共 ", " of "), say(" 页", "")],
        }
