"""The help of the commands of the term: term, calendar."""

from commands.wording import SCHOOL, CommandWords, Words
from models.text import Text

TERMS: dict[str, CommandWords] = {
    "term": CommandWords(
        Text(
            "把一周的课表排到整个学期的日期上，并统计各班、社团、学科、人员因放假少了几次。",
            "Lay the week's timetable on the dates of the term, and count what holidays take from each class, club, "
            "subject and person.",
        ),
        Text(
            "放假、调休、停课、作息以工作簿的“校历”表为准。\n"
            "写 .xlsx（课次、统计、减少的课次、证件）、.csv（课次）或 .json（全部）。\n"
            "退出码：0 写好了；2 学校文件或课表有错，或没有写；5 写好了，但有课次排在证件失效之后，逐条列出。",
            "Sheet Calendar says what the dates are. Writes .xlsx (sessions, counts, losses, papers), .csv "
            "(sessions) or .json (everything).\n"
            "Exit codes: 0 written; 2 the school's file or the timetable is wrong, or nothing was written; 5 written, "
            "but there are sessions for which a credential is not valid; they are listed.",
        ),
        {
            "school": SCHOOL,
            "timetable": Words(
                Text("课表（solve 写的 JSON）。", "The timetable (JSON, as solve writes it)."),
                Text("课表.json", "TIMETABLE"),
            ),
            "out": Words(
                Text("写到哪个文件：.xlsx、.csv 或 .json。", "The file to write: .xlsx, .csv or .json."),
                Text("文件", "FILE"),
            ),
        },
    ),
    "calendar": CommandWords(
        Text(
            "按国务院的安排，提议学期里的放假和调休上课日。",
            "Propose the term's holidays and make-up days, by the national arrangement.",
        ),
        Text(
            "只是提议：调休那天按星期几上由学校定；还没有公布调休的年份会说明是暂定。加 -o 才写一份新的工作簿，"
            "在“校历”表末尾加行，学校已写的不动。\n退出码：0；学校文件有错是 2。",
            "Only a proposal: which weekday a make-up day runs as is for the school to decide, and years whose make-up "
            "days are not published are called provisional. With -o a new workbook is written with rows at the end of "
            "sheet Calendar; what the school wrote stays.\nExit codes: 0; 2 where the school's file is wrong.",
        ),
        {
            "school": SCHOOL,
            "out": Words(
                Text("写到哪个工作簿；不写就只打印。", "The workbook to write; without it nothing is written."),
                Text("文件.xlsx", "FILE.xlsx"),
            ),
        },
    ),
}
