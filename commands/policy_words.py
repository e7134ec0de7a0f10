"""The help of `kehou policy`."""

from commands.wording import JSON, SCHOOL, CommandWords, Words
from models.text import Text

POLICY = {
    "policy": CommandWords(
        Text(
            "政策自查：课表逐项对照政策要求，哪些符合、哪些不符合、涉及谁、依据是什么。",
            "The policy report: item by item whether a timetable is in order, whom it concerns, and the source.",
        ),
        Text(
            "填了校历的，每个日期也逐项检查（停课、调休、冬季作息、证件到期），写明是哪些日子。"
            "项目和默认标准见 docs/policy.md；按当地要求在工作簿的“政策”表里改，审核过的机构填在“机构”表。"
            "PDF 用 kehou export --what policy。\n"
            "退出码：0 “必须”的项目没有不符合；5 有不符合；2 学校文件或课表有错，没法检查。",
            "Where there is a calendar, each date is judged as well (no service, make-up days, winter times, papers "
            "that run out), and the dates are named. Items and default figures are in docs/policy.md; change them in "
            "sheet Policy as the district asks, and "
            "enter the approved institutions in sheet Institutions. For a PDF: kehou export --what policy.\n"
            "Exit codes: 0 no item that must be kept is broken; 5 one is; 2 the school's file or the timetable cannot "
            "be judged.",
        ),
        {
            "school": SCHOOL,
            "timetable": Words(
                Text("课表（solve 写的 JSON）。", "The timetable (JSON, as solve writes it)."),
                Text("课表.json", "TIMETABLE"),
            ),
            "actual": Words(
                Text(
                    "变更记录或实际课表（kehou cover 写的）：有变更的日子也一并检查。",
                    "Log of changes or actual timetable (as kehou cover writes it): dates with changes are judged too.",
                ),
                Text("变更.json", "CHANGES.json"),
            ),
            "as_json": JSON,
        },
    ),
}
