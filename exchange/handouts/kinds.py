"""The list of everything that is handed out: for whom, what it is called, and how its file is made."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from exchange.handouts.attendance import attendance_forms
from exchange.handouts.club_book import club_book
from exchange.handouts.club_lists import club_list
from exchange.handouts.club_sheets import club_sheets
from exchange.handouts.documents import DOORS, POSTER, TABLES, class_pdf, class_pdfs, people_pdf
from exchange.handouts.head import Data, Head
from exchange.handouts.patrol_records import record_forms
from exchange.handouts.patrol_rota import rota
from exchange.handouts.pictures import chat_pictures
from exchange.handouts.posters import poster_sheets
from exchange.handouts.room_doors import door_sheets
from exchange.handouts.session_list import sessions_csv, sessions_json
from exchange.handouts.typeset import pdf
from models import Text


class Group(StrEnum):
    """For whom it is."""

    CLASS_TEACHERS = "class_teachers"
    STAFF = "staff"
    SCHOOL = "school"
    CLUBS = "clubs"
    PATROL = "patrol"
    OFFICE = "office"


GROUPS = {
    Group.CLASS_TEACHERS: Text("给班主任", "For class teachers"),
    Group.STAFF: Text("给任课与外聘教师", "For teachers and instructors"),
    Group.SCHOOL: Text("全校", "For the whole school"),
    Group.CLUBS: Text("社团", "Clubs"),
    Group.PATROL: Text("值班", "Patrol"),
    Group.OFFICE: Text("教导处留存", "For the office"),
}
"""The groups in the order in which they are shown."""


@dataclass(frozen=True)
class Kind:
    """One file that is handed out."""

    key: str
    group: Group
    title: Text
    about: Text
    file: Text  # its name, without the ending
    ending: str
    make: Callable[[Head], bytes]
    blank_dates: bool = False  # where the term has dates, `exchange.dated` makes it with them, under the same key


def _sheets(template: str, facts: Callable[[Head], list[Data]], *, tagged: bool = True) -> Callable[[Head], bytes]:
    return lambda head: pdf(template, head, facts(head), tagged=tagged)


KINDS: tuple[Kind, ...] = (
    Kind(
        "classes",
        Group.CLASS_TEACHERS,
        Text("班级单（全部）", "Class sheets (all)"),
        Text("一周课表、去向单、签字栏，每班一页 A4", "week, dispatch list, room to sign; a page of A4 each"),
        Text("班级单", "classes"),
        "pdf",
        class_pdf,
    ),
    Kind(
        "zip",
        Group.CLASS_TEACHERS,
        Text("班级单（每班一个文件）", "Class sheets (a file each)"),
        Text("压缩包，解开后逐个发给班主任", "a ZIP, to be sent to each class teacher"),
        Text("班级单", "classes"),
        "zip",
        class_pdfs,
    ),
    Kind(
        "pictures",
        Group.CLASS_TEACHERS,
        Text("图片（发群用）", "Pictures for chat groups"),
        Text("压缩包：每班一张 PNG，另有总表", "a ZIP: a PNG of each class's sheet, and of the overview"),
        Text("图片", "pictures"),
        "zip",
        chat_pictures,
    ),
    Kind(
        "people",
        Group.STAFF,
        Text("个人课表", "People's weeks"),
        Text("每位教师和外聘教师的一周，一页几人，可裁开", "of each teacher and instructor, several on a page"),
        Text("个人课表", "people"),
        "pdf",
        people_pdf,
    ),
    Kind(
        "poster",
        Group.SCHOOL,
        Text("总表（A3）", "Overview (A3)"),
        Text("全校一周，贴办公室墙上；班多时按年级分页", "the whole week for the wall; large schools by grade"),
        Text("总表A3", "poster-a3"),
        "pdf",
        _sheets(POSTER, poster_sheets),
    ),
    Kind(
        "rooms",
        Group.SCHOOL,
        Text("场地门牌", "Room-door sheets"),
        Text("每处场地一页，贴在门口：什么时候谁在用", "a page for each room's door: who is there when"),
        Text("场地门牌", "rooms"),
        "pdf",
        _sheets(DOORS, door_sheets),
    ),
    Kind(
        "clubs",
        Group.CLUBS,
        Text("社团单", "Club sheets"),
        Text(
            "每个社团（教学班）一页：时间、地点、带班、各班来几人、谁送来",
            "a page for each group: when, where, leaders, who comes from which class and who brings them",
        ),
        Text("社团单", "clubs"),
        "pdf",
        _sheets(TABLES, lambda head: club_sheets(head) or club_list(head)),
    ),
    Kind(
        "club-list",
        Group.CLUBS,
        Text("社团一览表", "List of clubs"),
        Text(
            "名称、类型、年级、教师、地点、时间、人数上限、简介", "name, kind, grades, teacher, room, time, most, about"
        ),
        Text("社团一览表", "club-list"),
        "pdf",
        _sheets(TABLES, club_list),
    ),
    Kind(
        "club-list-xlsx",
        Group.CLUBS,
        Text("社团一览表（表格）", "List of clubs (workbook)"),
        Text("同上，可以再改、再贴到别处", "the same, to be edited or pasted elsewhere"),
        Text("社团一览表", "club-list"),
        "xlsx",
        club_book,
    ),
    Kind(
        "attendance",
        Group.CLUBS,
        Text("社团考勤表", "Attendance forms"),
        Text(
            "每个社团一份，日期手填，按月复印；班级已填", "for each group, to be copied for each month; dates by hand"
        ),
        Text("考勤表", "attendance"),
        "pdf",
        _sheets(TABLES, attendance_forms, tagged=False),
        blank_dates=True,
    ),
    Kind(
        "rota",
        Group.PATROL,
        Text("值班巡查表", "Patrol rota"),
        Text("每天每节谁巡查，每人几次", "who is on patrol when, and how often"),
        Text("值班巡查表", "rota"),
        "pdf",
        _sheets(TABLES, rota),
    ),
    Kind(
        "patrol-form",
        Group.PATROL,
        Text("巡课记录表", "Patrol record forms"),
        Text(
            "每天一份，日期手填：教师、班级、应到人数已填",
            "for each day: teachers, classes and head counts are filled in",
        ),
        Text("巡课记录表", "patrol-form"),
        "pdf",
        _sheets(TABLES, record_forms),
        blank_dates=True,
    ),
    Kind(
        "csv",
        Group.OFFICE,
        Text("课次明细（CSV）", "Sessions (CSV)"),
        Text("每个课次一行，Excel 可直接打开", "a row for each session; opens in Excel"),
        Text("课次明细", "sessions"),
        "csv",
        sessions_csv,
    ),
    Kind(
        "json",
        Group.OFFICE,
        Text("课次明细（JSON）", "Sessions (JSON)"),
        Text("同样的内容，给其他程序读", "the same, for other programs"),
        Text("课次明细", "sessions"),
        "json",
        sessions_json,
    ),
)
"""All of them, but for the workbook of results, which says more than a timetable does."""
