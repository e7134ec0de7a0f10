"""One line of a list of names: which pupil, of which class, in which clubs; and what is wrong with it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from exchange.class_names import class_from_date
from exchange.directory import Directory, Kind
from exchange.findings import Place, cell_issue
from exchange.grid import Fault
from exchange.pupils.club_columns import ClubColumn, club_columns, data_rows, tick
from exchange.slot_names import SlotBook, SlotError
from exchange.spelling import as_text, fold, is_nothing, nearest, number_from, plain, shown, split_list
from exchange.table import Table
from models import CrossClassClub, Issue, Problem, Severity, Text
from models.noun import ClassId, ClubId

_GROUP = re.compile(r"(.+?)[(（]?第?([0-9]{1,2}|[一二三四五六七八九十])[组班]?[)）]?")
_LONGEST = 40  # letters of a name
_APART = re.compile(r"(?<=[\u3400-\u9fff]) (?=[\u3400-\u9fff])")  # 张　三, as lists are lined up
_DOTS = str.maketrans(dict.fromkeys("•・‧∙", "·"))  # between the parts of a name


@dataclass(frozen=True)
class Joined:
    """A club that a pupil joined, its group and its days where the list says them, and where that stands."""

    club: ClubId
    group: int | None
    sheet: str
    place: Place
    days: frozenset[int] | None = None  # none: whenever the club meets


@dataclass(frozen=True)
class Entry:
    """One line."""

    school_class: ClassId
    name: str
    number: str
    joined: tuple[Joined, ...]
    sheet: str
    place: Place


class EntryReader:
    """Reads the lines of one sheet and gathers what is wrong."""

    def __init__(self, table: Table, problem: Problem, directory: Directory, issues: list[Issue]) -> None:
        self.table = table
        self.problem = problem
        self.directory = directory
        self.issues = issues
        self._sheet = table.grid.name
        self._slots = SlotBook.of(problem.week)
        self._columns = club_columns(table, directory)

    def entries(self) -> Iterator[Entry]:
        """Those that can be read."""
        for row in data_rows(self.table):
            name = _APART.sub("", plain(self._of(row, "name")).translate(_DOTS))
            number = plain(self._of(row, "number")).lstrip("0")
            joined = self._joined(row)
            if not name:
                if joined:
                    words = Text("没有写姓名：请补上，或删去这一行。", "no name: fill it in, or delete the row.")
                    self._complain("missing_value", self.table.place(row, "name"), words)
                continue
            owner = self._class(row)
            if owner is not None:
                fitting = [j for j in joined if self._fits(j, owner)]
                if len(name) > _LONGEST:
                    words = Text(
                        f"姓名超过 {_LONGEST} 个字：请核对是不是写错了列。",
                        f"a name of more than {_LONGEST} letters: is it in the wrong column?",
                    )
                    self._complain("long_name", self.table.place(row, "name"), words)
                    continue
                yield Entry(owner, name, number, tuple(fitting), self._sheet, self.table.place(row, "name"))

    def _of(self, row: int, field: str) -> str:
        return self._text((row, self.table.columns.get(field, 0)))

    def _text(self, place: Place) -> str:
        typed = self.table.grid.cells.get(place)
        if typed is None:
            return ""
        if isinstance(typed, Fault):
            words = Text(
                f"这里是没有结果的公式或错误值 {typed.typed}：请直接填文字。",
                f"a formula without a result, or the error {typed.typed}: type the text itself.",
            )
            self._complain(typed.code, place, words)
            return ""
        return class_from_date(typed) if isinstance(typed, datetime) else as_text(typed).strip()

    def _class(self, row: int) -> ClassId | None:
        place = self.table.place(row, "class")
        if "class" not in self.table.columns:
            return self.directory.find(Kind.CLASS, self._sheet)  # its caller has seen to it that there is one
        typed, grade = self._text(place), self._of(row, "grade")
        if not typed:
            self._complain("missing_value", place, Text("没有写班级：请补上。", "no class: fill it in."))
            return None
        found = self.directory.find(Kind.CLASS, typed)
        if found is None and grade:
            bare = typed.strip("()（）班")
            found = next((f for t in (f"{grade}{typed}", f"{grade}({bare})班")
                          if (f := self.directory.find(Kind.CLASS, t)) is not None), None)  # fmt: skip
        if found is None:
            self._unknown("known_class", place, grade + typed, Kind.CLASS)
        return found

    def _joined(self, row: int) -> list[Joined]:
        found: list[Joined] = []
        group, days = self._group(row), self._days(row)
        if not self._columns:
            club = self.directory.find(Kind.CLUB, self._sheet)
            return [] if club is None else [Joined(club, group, self._sheet, (row, 1), days)]
        for column in self._columns:
            place = (row, column.column)
            for word in self._words(column, place):
                club, within = self._club(word)
                if club is None:
                    self._unknown("known_club", place, word, Kind.CLUB)
                elif isinstance(self.problem.club_by_id[club], CrossClassClub):
                    found.append(Joined(club, within or group, self._sheet, place, column.days or days))
                else:
                    words = Text(
                        f"“{word}”不是走班社团，全班都在，不用报名；没有读入。",
                        f"“{word}” is no cross-class club: whole classes go; not read.",
                    )
                    self._complain("value_in_vain", place, words, Severity.WARNING)
        return found

    def _words(self, column: ClubColumn, place: Place) -> list[str]:
        """The clubs named in a cell; below a club's name that club, if it is ticked."""
        typed = self._text(place)
        if column.ticked is None:
            return [] if is_nothing(typed) else split_list(typed)
        yes = tick(typed)
        if yes is None:
            words = Text(
                f"这一列是社团“{column.ticked}”，参加的打√，不参加的留空；现在是“{shown(typed)}”。",
                f"this column is the club “{column.ticked}”: tick who is in it and leave the others empty, instead of "
                f"“{shown(typed)}”.",
            )
            self._complain("not_a_tick", place, words)
        return [column.ticked] if yes else []

    def _group(self, row: int) -> int | None:
        typed = self._of(row, "group")
        number = number_from(fold(typed).strip("第组班"))
        if number is None and not is_nothing(typed):
            words = Text(
                f"应为第几个教学班，如 2，现在是“{shown(typed)}”；不知道就留空。",
                f"should be the number of the group, such as 2, instead of “{shown(typed)}”; or leave it empty.",
            )
            self._complain("bad_group", self.table.place(row, "group"), words)
        return number

    def _days(self, row: int) -> frozenset[int] | None:
        typed = self._of(row, "days")
        if is_nothing(typed):
            return None
        try:
            return frozenset(slot.day for slot in self._slots.read(typed, closed_allowed=True)) or None
        except SlotError:
            words = Text(
                f"应为星期，如 周二，现在是“{shown(typed)}”；每次都去就留空。",
                f"should be a day such as Tue, instead of “{shown(typed)}”; leave it empty for all meetings.",
            )
            self._complain("bad_day", self.table.place(row, "days"), words)
            return None

    def _club(self, word: str) -> tuple[ClubId | None, int | None]:
        """足球 2组, 足球（二）: a club and its group, where there is no club of that very name."""
        club = self.directory.find(Kind.CLUB, word)
        if club is None and (match := _GROUP.fullmatch(word)):
            base = self.directory.find(Kind.CLUB, match[1].strip())
            return base, None if base is None else number_from(match[2])
        return club, None

    def _fits(self, joined: Joined, owner: ClassId) -> bool:
        club, grade = self.problem.club_by_id[joined.club], self.problem.class_by_id[owner].grade
        assert isinstance(club, CrossClassClub)
        if grade not in club.grades:
            words = Text(
                f"“{club.name}”不收{owner}所在的{grade}：请改名单，或在“社团”表里改年级。",
                f"“{club.name}” is not for {grade}, where {owner} is: change the list, or the club's grades.",
            )
        elif joined.group is not None and not 1 <= joined.group <= club.groups:
            words = Text(
                f"“{club.name}”只有 {club.groups} 个教学班，没有第 {joined.group} 个：请改。",
                f"“{club.name}” has {club.groups} groups and no number {joined.group}: change it.",
            )
        else:
            return True
        self._complain("not_of_this_club", joined.place, words)
        return False

    def _unknown(self, code: str, place: Place, typed: str, kind: Kind) -> None:
        what = Text("班级", "class") if kind is Kind.CLASS else Text("社团", "club")
        ids = self.directory.ids(kind)
        near = nearest(typed, ids) if kind is Kind.CLUB else None  # every class is nearly another one
        guess = Text("请改成数据里的名称。", "use its name in the data.")
        if kind is Kind.CLASS and ids:
            guess = Text(f"请改成数据里的班名，如 {ids[0]}。", f"use its name in the data, such as {ids[0]}.")
        if near is not None:
            guess = Text(f"是不是“{near}”？", f"is “{near}” meant?")
        word = shown(typed)
        words = Text(f"没有叫“{word}”的{what.zh}，{guess.zh}", f"there is no {what.en} called “{word}”; {guess.en}")
        self._complain(code, place, words)

    def _complain(self, code: str, place: Place, text: Text, severity: Severity = Severity.ERROR) -> None:
        self.issues.append(cell_issue(code, self._sheet, place, text, severity))
