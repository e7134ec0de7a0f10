"""Pages: fingerprint on each, a warning where the timetable is not sound, breaks, nothing executed, same bytes."""

from datetime import date
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl.utils import get_column_letter

from exchange.results import write_results
from models import CrossClassClub, Problem, Timetable, Violation
from tests.builders import changed, tiny_school
from tests.exchange_results import large_school
from tests.exchange_results.reading_back import CARDS, Results, judged, written
from tests.timetables import tiny_timetable

EVIL = "=1+1"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> tuple[Problem, Timetable, Results]:
    """42 classes, seven to a grade."""
    problem = large_school.school(classes=42, offers=large_school.OFFERS[:5])
    timetable = large_school.timetable(problem)
    path = tmp_path_factory.mktemp("large") / "r.xlsx"
    write_results(problem, timetable, large_school.outcome(timetable), CARDS, path)
    return problem, timetable, Results(path)


def renamed(problem: Problem, timetable: Timetable, name: str) -> tuple[Problem, Timetable]:
    """The club 足球 under another name (its id stays)."""
    clubs = tuple(changed(c, name=name) if c.id == "足球" else c for c in problem.clubs)
    new = changed(problem, clubs=clubs)
    return new, changed(timetable, fingerprint=tiny_timetable(new).fingerprint)


def test_each_page_has_school_term_and_fingerprint_in_its_footer(tmp_path: Path) -> None:
    problem = tiny_school()
    timetable = tiny_timetable(problem)
    results = written(problem, timetable, tmp_path)
    for name in results.names:
        left, centre, right = results.footer(name)
        assert timetable.fingerprint in right
        assert "示例小学 · 2026–2027学年第二学期" in left
        assert "&P" in centre
        assert timetable.fingerprint in results.texts(name)  # and on the screen


def test_the_date_of_printing_is_there_only_if_given(tmp_path: Path) -> None:
    problem = tiny_school()
    timetable = tiny_timetable(problem)
    path = tmp_path / "dated.xlsx"
    write_results(problem, timetable, judged(problem, timetable), CARDS, path, printed=date(2027, 3, 1))
    assert "打印 2027-03-01" in Results(path).footer("总表")[2]
    assert "打印" not in written(problem, timetable, tmp_path).footer("总表")[2]


def test_ampersands_and_length_do_not_spoil_the_footer(tmp_path: Path) -> None:
    problem = tiny_school(school="A&B" * 20)
    results = written(problem, tiny_timetable(problem), tmp_path)
    raw = next(text for name, text in results.parts() if name.endswith("sheet1.xml"))
    footer = raw.split("<oddFooter>")[1].split("</oddFooter>")[0].replace("&amp;", "&")
    assert len(footer) <= 255
    assert "A&&BA&&B" in footer
    assert tiny_timetable(problem).fingerprint in footer


def test_a_clean_timetable_has_no_warning(tmp_path: Path) -> None:
    problem = tiny_school()
    results = written(problem, tiny_timetable(problem), tmp_path)
    assert not any("！" in results.texts(name) for name in results.names)
    assert not any(results.header(name) for name in results.names)


def test_a_broken_requirement_is_said_on_every_page(tmp_path: Path) -> None:
    problem = tiny_school()
    timetable = tiny_timetable(problem)
    lost = changed(timetable, sessions=timetable.sessions[1:])
    outcome = judged(problem, lost)
    assert outcome.verdict is not None
    broken: tuple[Violation, ...] = outcome.verdict.broken
    assert broken
    results = written(problem, lost, tmp_path, outcome)
    for name in results.names:
        assert f"复核发现 {len(broken)} 处违反硬性规则" in results.texts(name)
        assert f"复核发现 {len(broken)} 处违反硬性规则" in results.header(name)
    assert all(v.text.zh in results.texts("结论") for v in broken)


def test_a_timetable_of_older_data_says_so_on_every_page(tmp_path: Path) -> None:
    problem = tiny_school()
    timetable = tiny_timetable(problem)
    outcome = judged(problem, timetable)
    results = written(changed(problem, school="改名小学"), timetable, tmp_path, outcome)
    assert all("数据在排课后改过" in results.texts(name) for name in results.names)


def test_an_unaudited_timetable_says_so(tmp_path: Path) -> None:
    problem = tiny_school()
    timetable = tiny_timetable(problem)
    outcome = changed(judged(problem, timetable), verdict=None)
    results = written(problem, timetable, tmp_path, outcome)
    assert all("未经复核" in results.texts(name) for name in results.names)


@pytest.mark.parametrize("name", [EVIL, "+A1", "-2", "@SUM(A1)", "http://例子.cn", "{=1}", "mailto:a@b.cn"])
def test_names_are_never_formulas_or_links(name: str, tmp_path: Path) -> None:
    problem, timetable = renamed(tiny_school(), tiny_timetable(tiny_school()), name)
    results = written(problem, timetable, tmp_path)
    for part, text in results.parts():
        if part.startswith("xl/worksheets"):
            assert "<f>" not in text
            assert "<f " not in text
            assert "<hyperlink" not in text
    assert name in results.texts("社团")
    assert name in results.texts("总表")
    assert name in results.texts("班级课表")


@pytest.mark.parametrize("name", ["<b>&\"'", "𠮷田𠀋", "a\tb", "é́", "﷽"])
def test_odd_signs_come_back_whole(name: str, tmp_path: Path) -> None:
    problem, timetable = renamed(tiny_school(), tiny_timetable(tiny_school()), name)
    results = written(problem, timetable, tmp_path)
    assert name in results.texts("社团")


def test_control_signs_are_written_so_that_excel_reads_them_back(tmp_path: Path) -> None:
    problem, timetable = renamed(tiny_school(), tiny_timetable(tiny_school()), "钢琴\x07_x0041_")
    results = written(problem, timetable, tmp_path)
    # ECMA-376: _xHHHH_ stands for the sign of that number, and a name that looks like one has its _ written so.
    assert "钢琴_x0007__x005F_x0041_" in next(text for part, text in results.parts() if "sharedStrings" in part)


def test_a_name_of_sixty_signs_is_printed_in_full(tmp_path: Path) -> None:
    name = "非常非常长的社团名字" * 6
    problem, timetable = renamed(tiny_school(), tiny_timetable(tiny_school()), name)
    results = written(problem, timetable, tmp_path)
    assert name in results.texts("班级课表")
    sheet = results.sheet("社团")
    row = next(n for n, cells in enumerate(results.rows("社团"), start=1) if cells[0] == name)
    assert (sheet.row_dimensions[row].height or 0) > 100  # 60 signs in a narrow column take ten lines


def test_the_same_arguments_give_the_same_bytes(tmp_path: Path) -> None:
    problem = tiny_school()
    timetable = tiny_timetable(problem)
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    for path in (first, second):
        write_results(problem, timetable, judged(problem, timetable), CARDS, path)
    assert first.read_bytes() == second.read_bytes()


def test_one_class_is_one_page(large: tuple[Problem, Timetable, Results]) -> None:
    problem, _, results = large
    rows = results.rows("班级课表")
    titles = [n for n, row in enumerate(rows) if "课后服务周课表与去向单" in row[0]]
    assert len(titles) == 42
    breaks = [b.id for b in results.sheet("班级课表").row_breaks.brk]
    assert breaks == titles[1:]  # a break before row n is kept as n - 1, counted from 1: that is n counted from 0
    assert results.sheet("班级课表").print_title_rows == "$1:$1"
    assert problem.classes[-1].title in rows[titles[-1]][0]


def test_many_classes_are_split_by_grade_with_day_and_period_repeated(
    large: tuple[Problem, Timetable, Results],
) -> None:
    _, _, results = large
    sheet = results.sheet("总表")
    assert [b.id for b in sheet.col_breaks.brk] == [3 + 7 * n for n in range(1, 6)]  # six grades of seven classes
    assert sheet.print_title_cols == "$A:$C"
    assert (sheet.print_title_rows or "").startswith("$1:")
    assert sheet.freeze_panes is not None
    for n in range(6):
        letters = [get_column_letter(4 + 7 * n), get_column_letter(10 + 7 * n)]
        assert f"{letters[0]}1:{letters[1]}1" in {str(r) for r in sheet.merged_cells.ranges}  # a title on each page


def test_pages_are_a4_landscape_and_no_wider_than_the_paper(large: tuple[Problem, Timetable, Results]) -> None:
    _, _, results = large
    for name in results.names:
        sheet = results.sheet(name)
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.print_area
        scale = (sheet.page_setup.scale or 100) / 100
        if name != "总表":
            assert results.pixels(name) * scale < 1045  # A4 less margins


def test_rows_fit_on_their_page(large: tuple[Problem, Timetable, Results]) -> None:
    _, _, results = large
    sheet = results.sheet("班级课表")
    scale = (sheet.page_setup.scale or 100) / 100
    edges = [1, *(b.id for b in sheet.row_breaks.brk), sheet.max_row]
    head = sheet.row_dimensions[1].height or 15
    for first, last in pairwise(edges):
        tall = sum(sheet.row_dimensions[row].height or 15 for row in range(first + 1, last + 1))
        assert (tall + head) * scale < 512  # A4 less margins, in points


def test_a_school_of_a_hundred_clubs_still_writes_every_one(tmp_path: Path) -> None:
    offers = [f"社团{n:03d}" for n in range(100)]
    problem = large_school.school(classes=6, offers=offers)
    timetable = large_school.timetable(problem)
    path = tmp_path / "r.xlsx"
    write_results(problem, timetable, large_school.outcome(timetable), CARDS, path)
    with ZipFile(path) as archive:
        listed = archive.read("xl/sharedStrings.xml").decode()
    assert all(club.name in listed for club in problem.clubs if isinstance(club, CrossClassClub))


def test_english_pages_have_no_chinese_of_ours(tmp_path: Path) -> None:
    problem = tiny_school()
    results = written(problem, tiny_timetable(problem), tmp_path, language="en")
    assert results.names[0] == "Overview"
    assert not any(
        word in results.texts(name) for name in results.names for word in ("作业辅导", "走班", "指纹", "班主任")
    )
