"""The help of `kehou export`."""

from commands.wording import SCHOOL, CommandWords, Words
from models.text import Text

EXPORT = {
    "export": CommandWords(
        Text(
            "把要发的都写进一个文件夹：班级单、总表、个人课表、门牌、社团、巡查的各种表，图片，政策自查报告，结果工作簿；"
            "学期有日期时，还有日历、一周的班级单、每月的课时统计和外聘结算单，考勤表（每月）和巡课记录表（一周）印好日期。",
            "Write what is handed out into a folder: class sheets, poster, people, doors, clubs, patrol, pictures, "
            "the policy report and the workbook of results; where the term has dates also calendars, class sheets of a "
            "week, hours and settlements of each month, and attendance forms (of each month) and patrol records (of a "
            "week) have their dates.",
        ),
        Text(
            "课表违反硬性规则，或者学校的数据在排课后改过，就不写；加 --anyway 才写，每一页都印上这句话。\n"
            "退出码：0 写好了；2 学校文件或课表有错，或者没有写。",
            "Nothing is written where the timetable breaks a requirement or the data changed after it was made, unless "
            "--anyway is given; then every page says so.\n"
            "Exit codes: 0 written; 2 the school's file or the timetable is wrong, or nothing was written.",
        ),
        {
            "school": SCHOOL,
            "timetable": Words(
                Text("课表（solve 写的 JSON）。", "The timetable (JSON, as solve writes it)."),
                Text("课表.json", "TIMETABLE"),
            ),
            "to": Words(
                Text("写到哪个文件夹；没有就新建。", "Into which folder; it is made if there is none."),
                Text("文件夹", "FOLDER"),
            ),
            "what": Words(
                Text(
                    "只写这一样，可以写几次；不写就是全部。classes 班级单、zip 每班一个文件、pictures 图片、"
                    "people 个人课表、poster 总表 A3、rooms 场地门牌、clubs 社团单、club-list 社团一览表、"
                    "club-list-xlsx 同上的表格、attendance 社团考勤表、rota 值班巡查表、patrol-form 巡课记录表、"
                    "csv 和 json 课次明细、results 结果工作簿、policy 政策自查报告；calendars 日历、week 一周的班级单、"
                    "hours 课时统计、settlement 外聘结算单。",
                    "Only this, and may be given several times; else everything: classes, zip (a file for each class), "
                    "pictures (PNG), people, poster (A3), rooms (doors), clubs, club-list, club-list-xlsx, attendance, "
                    "rota, patrol-form, csv and json (sessions), results, policy; calendars, week (class sheets of a "
                    "week), hours, settlement.",
                ),
                Text("哪一样", "WHAT"),
            ),
            "earlier": Words(
                Text(
                    "学期中间换过课表：原来的那张，换过几次就从早到晚写几个。--since 以前的课时统计、考勤、结算和日历"
                    "按它；日历里它有、新课表没有的课次会标为取消。",
                    "Where the timetable changed within the term: the one before, which counts until --since; several "
                    "from the oldest on. Of its sessions those that are gone are cancelled in calendars.",
                ),
                Text("原课表.json", "TIMETABLE"),
            ),
            "since": Words(
                Text(
                    "接替它的课表从这天起执行；每个 --earlier 写一个。",
                    "Its successor is in force from this day on; one for each --earlier.",
                ),
                Text("2026-10-19", "2026-10-19"),
            ),
            "earlier_actual": Words(
                Text(
                    "原来那张课表的变更记录，同 --actual；几张就写几个。",
                    "The log of changes of one of those before, as --actual; one for each.",
                ),
                Text("变更.json", "LOG"),
            ),
            "names": Words(
                Text(
                    "报名名单（xlsx 或 CSV：姓名、班级、社团）：班级单的去向单和考勤表印上学生姓名；只读，不保存。"
                    "空白名单用 kehou template --names 写。",
                    "List of pupils (xlsx or CSV: name, class, club): their names on dispatch lists and attendance "
                    "forms; read, and kept nowhere. kehou template --names writes a blank one.",
                ),
                Text("名单.xlsx", "PUPILS.xlsx"),
            ),
            "anyway": Words(
                Text(
                    "有违反或数据改过也写，每一页印上这句话。", "Write it although it is not sound; every page says so."
                )
            ),
            "month": Words(
                Text(
                    "考勤表、课时统计、结算单只写这个月，可以写几次；不写就是学期的每个月。",
                    "Attendance, hours and settlements of this month only, may be given again; else of every month.",
                ),
                Text("2027-03", "2027-03"),
            ),
            "first": Words(
                Text("改为从这天起的一段时间，不按月。", "From this day on instead, in one piece."),
                Text("2027-03-01", "2027-03-01"),
            ),
            "last": Words(
                Text("到这天为止（含）。", "Up to this day, which is included."), Text("2027-03-31", "2027-03-31")
            ),
            "week": Words(
                Text(
                    "班级单和巡课记录表写学期的第几周；不写就是今天所在的一周。",
                    "Number of the week of the term for class sheets and patrol records; else that of today.",
                ),
                Text("周次", "NUMBER"),
            ),
            "plain_rate": Words(
                Text("作业辅导、班级活动每课时多少元；不写，费用留空。", "Yuan for homework and class activities."),
                Text("元", "YUAN"),
            ),
            "club_rate": Words(
                Text("社团每课时多少元；不写，费用留空。", "Yuan a session for clubs; without it fees are left blank."),
                Text("元", "YUAN"),
            ),
            "patrol_rate": Words(Text("巡查每次多少元；不写，费用留空。", "Yuan for a patrol."), Text("元", "YUAN")),
            "actual": Words(
                Text(
                    "这张课表的变更记录（kehou cover --log），或记了变更的学期课表：日历、课时统计和结算单照实际写。",
                    "The log of changes (kehou cover --log) or the actual timetable: calendars and hours follow it.",
                ),
                Text("实际.json", "FILE"),
            ),
            "before": Words(
                Text(
                    "上一次发的学期课表：日历里改了的课次会更新，没有了的会取消。",
                    "The dated timetable handed out before: changed events update, those that are gone are cancelled.",
                ),
                Text("上次.json", "FILE"),
            ),
        },
    ),
}
