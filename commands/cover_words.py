"""The help of the command of changes during the term: cover."""

from commands.wording import JSON, SCHOOL, CommandWords, Words
from models.text import Text

_DATED = Text("谁:日期[:节次]", "WHO:DATES[:PERIODS]")

COVER: dict[str, CommandWords] = {
    "cover": CommandWords(
        Text(
            "开学后有人请假、场地停用或临时停课：找代课的人和别的场地，记进变更记录，写出给每个人的通知。",
            "When somebody is away, a room is shut or service is off on some dates: find substitutes and rooms, keep a "
            "log of changes, and word what each person must be told.",
        ),
        Text(
            "日期写 2026-10-12 或 2026-10-12..2026-10-14，年份可以不写；节次写 1 或 1、2，不写就是全天。"
            "先补上最多的缺口，再求打扰的人最少，再求本周和本学期公平；原来的课表从不改动。"
            "不加 --apply 或 -o 只看不记；撤销一条请假，为它做的安排一起撤销。\n"
            "退出码：0 都补上了（或没有缺口）；2 输入有错；3 有缺口补不上，都写明了原因。",
            "Dates are 2026-10-12 or 2026-10-12..2026-10-14, the year may be left out; periods are 1 or 1,2, none "
            "means the whole day. As many gaps as possible are closed, then by the fewest people, then evenly over "
            "week and term; the timetable itself is never changed. Nothing is written without --apply or -o; to revoke "
            "an absence revokes what was done about it.\n"
            "Exit codes: 0 every gap is closed (or there is none); 2 the input is wrong; 3 some stay open, each with "
            "the reason.",
        ),
        {
            "school": SCHOOL,
            "timetable": Words(
                Text("课表（solve 写的 JSON）。", "The timetable (JSON, as solve writes it)."),
                Text("课表.json", "TIMETABLE"),
            ),
            "absent": Words(Text("谁请假，可以写几次。", "Who is away; as often as needed."), _DATED),
            "cancel": Words(
                Text("哪位外聘教师不来，可以写几次。", "Which instructor does not come; as often as needed."), _DATED
            ),
            "room": Words(
                Text("哪处场地停用，可以写几次。", "Which room is shut; as often as needed."),
                Text("场地:日期[:节次]", "ROOM:DATES[:PERIODS]"),
            ),
            "event": Words(
                Text("哪些班临时停课：全校、年级或班级。", "Who has no service: all, grades or classes."),
                Text("班级:日期[:节次]", "CLASSES:DATES[:PERIODS]"),
            ),
            "revoke": Words(
                Text("撤销第几条变更，可以写几次。", "Which change to revoke; as often as needed."), Text("编号", "ID")
            ),
            "show_swaps": Words(
                Text(
                    "每处缺口都列出谁能与之对调（前后两周）；不写，只列补不上的。",
                    "List for each gap who can swap (within two weeks); else only for those that stay open.",
                )
            ),
            "swap": Words(
                Text("采用第几个对调，如 1.2，可以写几次。", "Take this swap, as 1.2; as often as needed."),
                Text("编号", "NUMBER"),
            ),
            "show_ways": Words(
                Text(
                    "每处缺口都列出别的办法：改期补课、合班、停课；不写，只列补不上的。",
                    "List for each gap what else could be done: another date, two classes together, not held; else "
                    "only for those that stay open.",
                )
            ),
            "way": Words(
                Text("采用第几个办法，如 1.2，可以写几次。", "Take this way, as 1.2; as often as needed."),
                Text("编号", "NUMBER"),
            ),
            "why": Words(Text("事由，会写进通知，如 病假。", "Why; it stands in the notices."), Text("事由", "WHY")),
            "who": Words(Text("谁登记的。", "Who enters it."), Text("姓名", "NAME")),
            "log": Words(
                Text("已有的变更记录；没有这个文件时新建。", "The log of changes; made if there is none."),
                Text("变更.json", "CHANGES.json"),
            ),
            "out": Words(
                Text("变更记录另写到哪里。", "Write the log there instead."), Text("变更.json", "CHANGES.json")
            ),
            "apply": Words(Text("把这次的变更和安排记进 --log 的文件。", "Write facts and cover into the --log file.")),
            "told": Words(
                Text(
                    "记下“已通知”：下次只写这以后的变化。", "Note that people were told: next time only what is newer."
                )
            ),
            "record": Words(
                Text("代课登记表写到哪里。", "Where the record of substitutions goes."),
                Text("登记表.xlsx", "RECORD.xlsx"),
            ),
            "actual": Words(
                Text(
                    "实际课表写到哪里（给 kehou export --actual 用）。",
                    "Where the actual timetable goes (for kehou export --actual).",
                ),
                Text("实际.json", "ACTUAL.json"),
            ),
            "seed": Words(Text("随机种子。", "Random seed."), Text("整数", "N")),
            "as_json": JSON,
        },
    ),
}
