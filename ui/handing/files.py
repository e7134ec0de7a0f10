"""The files that can be handed out from one timetable: what each is for, how it is called, and its bytes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory

from exchange.archive import zipped
from exchange.document import document_from_json
from exchange.document.writing import workbook_of
from exchange.handouts import GROUPS, KINDS, Group, Head, Kind, file_name
from exchange.handouts.policy_sheet import policy_pdf
from exchange.json_files import write_json
from exchange.pupils import PupilNames
from exchange.results import write_results
from exchange.results.sentences import warning
from models import DatedTimetable, Language, Outcome, PolicyReport, Problem, Status, Text, Timetable, Verdict
from scheduler.rules import rule_cards
from ui.handing.policy import policy_report_of

MIME = {
    "pdf": "application/pdf",
    "zip": "application/zip",
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@dataclass(frozen=True)
class Source:
    """One saved timetable and everything that its handouts are made from."""

    problem: Problem  # from which it was made
    timetable: Timetable
    outcome: Outcome
    document: str  # the stored document of the version of the data from which it was made
    now: str  # fingerprint of the data of today; empty where they have errors
    name: str  # 草稿 7
    language: Language
    printed: date
    today: Problem | None = None  # data of today: what the district asks for is read there
    names: PupilNames | None = None  # of the pupils, from a list that was uploaded in this session
    actual: DatedTimetable | None = None  # what takes place on the dates of the term, if anything was changed
    planned: DatedTimetable | None = None  # what was to, if the term has dates

    @property
    def warning(self) -> Text | None:
        """What must be confirmed first, and then stands on every page; nothing if it is sound."""
        return warning(self.problem, self.timetable, self.outcome, self.now)

    @property
    def head(self) -> Head:
        """What stands on every page of its PDFs."""
        return Head(
            self.problem, self.timetable, self.language, self.name, self.printed, self.warning, names=self.names
        )

    @cached_property
    def policy(self) -> PolicyReport:
        """The policy report, by what the district asks for today."""
        made, printed = self.outcome.verdict, self.printed
        return policy_report_of(self.problem, self.timetable, made, self.today, printed, self.actual, self.planned)

    def say(self, zh: str, en: str) -> str:
        """The sentence in the language of the handouts."""
        return Text(zh, en).in_language(self.language)


@dataclass(frozen=True)
class Handout:
    """One file that can be downloaded."""

    key: str
    title: Text
    about: Text
    name: str  # of the file
    mime: str
    make: Callable[[], bytes]


def outcome_of(timetable: Timetable, searched: Outcome | None, verdict: Verdict | None) -> Outcome:
    """What the search brought; for a timetable made by hand, that it exists and what its audit said."""
    if searched is not None:
        return searched.model_copy(update={"timetable": timetable, "verdict": verdict})
    cost = None if verdict is None else verdict.cost
    return Outcome(status=Status.FEASIBLE, timetable=timetable, verdict=verdict, objective=cost, seconds=0)


def by_group(
    source: Source, *, everything: bool = True, dates: bool = False
) -> tuple[tuple[Text, tuple[Handout, ...]], ...]:
    """What can be handed out, by whom it is for; not everything: without what is for the office alone.

    The workbook of results is that as well: it has everybody's workload and unmet wishes. With `dates` of the term,
    forms with blank dates are left out: `term_section` has them with the dates.
    """
    more = {Group.SCHOOL: (_results(source),), Group.OFFICE: _for_the_office(source)} if everything else {}
    kinds = [kind for kind in KINDS if not (dates and kind.blank_dates)]
    groups = tuple(
        (title, (*(_handout(source, kind) for kind in kinds if kind.group is group), *more.get(group, ())))
        for group, title in GROUPS.items()
        if everything or group is not Group.OFFICE
    )
    if not everything:
        return groups
    *others, (office, kept) = groups
    return (*others, (office, (_together(source, [h for _, handouts in groups for h in handouts]), *kept)))


def _together(source: Source, handouts: Sequence[Handout]) -> Handout:
    """All of them in one file."""
    return Handout(
        "all",
        Text("全部（一个压缩包）", "Everything (one ZIP)"),
        Text("这一页上的每一样各一份，班多的学校要等半分钟", "each of this page; half a minute for a large school"),
        _file(source, source.say("全部发放", "handouts"), "zip"),
        MIME["zip"],
        lambda: zipped((handout.name, handout.make()) for handout in handouts),
    )


def _handout(source: Source, kind: Kind) -> Handout:
    what = kind.file.in_language(source.language)
    name = _file(source, what, kind.ending)
    return Handout(kind.key, kind.title, kind.about, name, MIME[kind.ending], lambda: kind.make(source.head))


def _results(source: Source) -> Handout:
    return Handout(
        "results",
        Text("结果工作簿", "Workbook of results"),
        Text(
            "总表、班级、教师、外聘、场地、社团、巡查、工作量、未满足的意愿、结论，各一张，A4 可直接打印",
            "overview, classes, people, rooms, clubs, patrol, workload, unmet wishes; ready for A4",
        ),
        _file(source, source.say("课表", "timetable"), "xlsx"),
        MIME["xlsx"],
        lambda: results(source),
    )


def _for_the_office(source: Source) -> tuple[Handout, ...]:
    """What the office keeps, and what another program, or the office next term, reads again."""
    return (
        Handout(
            "policy",
            Text("政策自查报告", "Policy report"),
            Text("逐项对照政策：符合、不符合、待核实，附依据，可签字备查", "each item with its source, to be signed"),
            _file(source, source.say("政策自查报告", "policy report"), "pdf"),
            MIME["pdf"],
            lambda: policy_pdf(source.head, source.policy),
        ),
        Handout(
            "timetable",
            Text("课表文件", "Timetable file"),
            Text("JSON，可复核、比较、再导入其他程序", "JSON: to audit, to compare, for other programs"),
            _file(source, source.say("课表", "timetable"), "json"),
            MIME["json"],
            lambda: timetable_json(source),
        ),
        Handout(
            "workbook",
            Text("学校工作簿", "The school's workbook"),
            Text("排出这份课表时的全部数据，可改、可再导入", "all data from which it was made, to edit and import"),
            _file(source, source.say("数据", "data"), "xlsx"),
            MIME["xlsx"],
            lambda: workbook_of(document_from_json(source.document), rule_cards(), source.language),
        ),
    )


def results(source: Source) -> bytes:
    """The workbook of results."""

    def write(path: Path) -> None:
        write_results(
            source.problem,
            source.timetable,
            source.outcome,
            rule_cards(),
            path,
            source.language,
            printed=source.printed,
            now=source.now,
        )

    return _written(write, "results.xlsx")


def timetable_json(source: Source) -> bytes:
    """The timetable as `kehou audit` and `kehou compare` read it."""
    return _written(lambda path: write_json(source.timetable, path), "timetable.json")


def _written(write: Callable[[Path], None], name: str) -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        write(path)
        return path.read_bytes()


def _file(source: Source, what: str, ending: str) -> str:
    """示例小学 2026–2027学年第二学期 课表 草稿 7 7C3F91A2.xlsx, without what a file's name may not hold."""
    mark = source.timetable.fingerprint
    words = f"{source.problem.school} {source.problem.term.name} {what} {source.name} {mark}"
    unsound = source.say(" 未通过", " unsound") if source.warning is not None else ""
    return f"{file_name(words + unsound)}.{ending}"
