"""The help of every command and every option, in both languages."""

from commands.cover_words import COVER
from commands.policy_words import POLICY
from commands.question_words import QUESTIONS
from commands.serving_words import SERVING
from commands.term_words import TERMS
from commands.wording import JSON, SCHOOL, SECONDS, CommandWords, Words
from models.text import Text

PROGRAM = CommandWords(
    Text(
        "课后服务排课：学校的工作簿进去，一周的课表出来，有证明，经复核。",
        "Timetables for the after-school service: a school's workbook in, a proved and audited week out.",
    ),
    Text(
        "环境变量 KEHOU_LANG=en 换成英文，KEHOU_LANG=zh 换成中文；都没有写时，看系统的语言是不是英文。\n"
        "退出码 1 是程序自身的错；按 Ctrl-C 中断是 130；其余见各个命令。",
        "KEHOU_LANG=en or KEHOU_LANG=zh chooses the language for good; without it an English locale does.\n"
        "Exit code 1 is a defect of the program, 130 an interruption by Ctrl-C; the others stand with each command.",
    ),
)

COMMANDS: dict[str, CommandWords] = {
    "demo": CommandWords(
        Text(
            "用一所示例学校排一周课表，看看结果是什么样子。",
            "Make the week of a sample school, to see what comes out.",
        ),
        Text(
            "文件写进当前文件夹下的 kehou-demo；当前文件夹不能写时，写进“文档”或用户文件夹下的 kehou-demo。"
            "退出码同 solve。",
            "The files go to kehou-demo in the current folder; where that cannot be written, to kehou-demo in "
            "Documents or in the home folder. Exit codes as for solve.",
        ),
        {"seconds": SECONDS},
    ),
    "template": CommandWords(
        Text("写出一份空白工作簿，供学校填写。", "Write the blank workbook that a school fills in."),
        Text(
            "已有的文件不会被覆盖。退出码：0 已写好；2 写不了。",
            "A file that exists is never overwritten. Exit codes: 0 written; 2 it cannot be written.",
        ),
        {"file": Words(Text("要写的文件。", "The file to write."), Text("文件.xlsx", "FILE.xlsx"))},
    ),
    "check": CommandWords(
        Text(
            "检查学校文件：列出所有问题，写明哪张表、哪一格；再数一数人手、场地、名额够不够。",
            "Check a school's file: list everything that is wrong, with sheet and cell; then count people, "
            "rooms and places.",
        ),
        Text(
            "退出码：0 没有错误（可以有提醒）；2 有错误；3 没有填错，但数得出不够，一定排不出。",
            "Exit codes: 0 no errors (there may be warnings); 2 errors; 3 no errors, but a count proves that no "
            "timetable exists.",
        ),
        {"school": SCHOOL, "as_json": JSON},
    ),
    "solve": CommandWords(
        Text(
            "排一周的课表，逐条规则复核，写成文件。",
            "Make the week's timetable, audit it rule by rule, and write it.",
        ),
        Text(
            "按一次 Ctrl-C 停下，写出目前最好的课表；再按一次立即退出。\n"
            "要写的文件已经有了，原来的会留在旁边：课表.json 改名为 课表.1.json、课表.2.json……，数越大越新。"
            "学校文件不会被覆盖。\n"
            "退出码：0 课表已写好；2 学校文件或命令有错；3 已证明排不出；4 时间到（或被停下），还没有课表。",
            "Ctrl-C stops the search and writes the best timetable so far; a second Ctrl-C ends at once.\n"
            "A file that exists is kept beside the new one: OUT.json becomes OUT.1.json, OUT.2.json …, the highest "
            "number being the latest. The school's file is never overwritten.\n"
            "Exit codes: 0 a timetable was written; 2 the file or the command is wrong; 3 proved impossible; 4 out of "
            "time (or stopped) with no timetable.",
        ),
        {
            "school": SCHOOL,
            "out": Words(
                Text("课表写到哪里（JSON）。", "Where the timetable goes (JSON)."), Text("课表.json", "OUT.json")
            ),
            "xlsx": Words(
                Text("再写一份可以打印的工作簿。", "Write a workbook for printing as well."),
                Text("课表.xlsx", "OUT.xlsx"),
            ),
            "seconds": SECONDS,
            "gap": Words(
                Text(
                    "离最优不超过这个比例就停：0.01 是 1%，0 是一直排到证明最优。",
                    "Stop when this close to the best: 0.01 is 1 %, 0 goes on until the best is proved.",
                ),
                Text("比例", "GAP"),
            ),
            "workers": Words(
                Text(
                    "同时用多少个搜索线程；1 时同样的数据和种子得到同样的课表。",
                    "Search threads; with 1, the same data and seed give the same timetable.",
                ),
                Text("个数", "N"),
            ),
            "seed": Words(Text("随机种子。", "Random seed."), Text("整数", "N")),
            "as_json": JSON,
        },
    ),
    **QUESTIONS,
    "audit": CommandWords(
        Text(
            "复核任何一张课表，手工改过的也行：违反了哪些规则、在哪里、涉及谁。",
            "Judge any timetable, also one edited by hand: which rules are broken, where, and who is concerned.",
        ),
        Text(
            "退出码：0 没有违反硬性规则；5 有违反；2 学校文件或课表有错，没法复核。",
            "Exit codes: 0 no requirement is broken; 5 one is; 2 the school's file or the timetable cannot be judged.",
        ),
        {
            "school": SCHOOL,
            "timetable": Words(
                Text("课表（solve 写的 JSON）。", "The timetable (JSON, as solve writes it)."),
                Text("课表.json", "TIMETABLE"),
            ),
            "as_json": JSON,
        },
    ),
    **POLICY,
    **COVER,
    "export": CommandWords(
        Text(
            "把要发的都写进一个文件夹：班级单、总表、个人课表、门牌、社团、巡查的各种表，图片，政策自查报告，结果工作簿；"
            "学期有日期时，还有日历、一周的班级单和巡课记录表、每月的考勤表、课时统计和外聘结算单。",
            "Write what is handed out into a folder: class sheets, poster, people, doors, clubs, patrol, pictures, "
            "the policy report and the workbook of results; where the term has dates also calendars, class sheets and "
            "patrol records of a week, and attendance forms, hours and settlements of each month.",
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
                    "patrol-week 一周的巡课记录表、attendance-month 每月的考勤表、hours 课时统计、"
                    "settlement 外聘结算单。",
                    "Only this, and may be given several times; else everything: classes, zip (a file for each class), "
                    "pictures (PNG), people, poster (A3), rooms (doors), clubs, club-list, club-list-xlsx, attendance, "
                    "rota, patrol-form, csv and json (sessions), results, policy; calendars, week (class sheets of a "
                    "week), patrol-week, attendance-month, hours, settlement.",
                ),
                Text("哪一样", "WHAT"),
            ),
            "names": Words(
                Text(
                    "报名名单（xlsx 或 CSV：姓名、班级、社团）：班级单的去向单和考勤表印上学生姓名；只读，不保存。",
                    "List of pupils (xlsx or CSV: name, class, club): their names on dispatch lists and attendance "
                    "forms; read, and kept nowhere.",
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
    **TERMS,
    "schema": CommandWords(
        Text("打印学校数据的 JSON Schema。", "Print the JSON Schema of a school's data."),
        Text(
            "每个字段写明含义和单位（英文）。退出码：0。",
            "Each field has its meaning and unit. Exit code: 0.",
        ),
        {"timetable": Words(Text("改为打印课表的 JSON Schema。", "Print that of a timetable instead."))},
    ),
    **SERVING,
}

HELP = Words(Text("显示这份说明。", "Show this page."))
LANGUAGE = Words(
    Text("中文或英文；写在哪里都可以。", "Chinese or English; it may stand anywhere."), Text("zh|en", "zh|en")
)
USAGE = Text("用法：", "Usage: ")
OPTIONS_STAND = Text("[选项]", "[OPTIONS]")
COMMAND_STANDS = Text("命令 …", "COMMAND …")
ARGUMENTS = Text("参数", "Arguments")
OPTIONS = Text("选项", "Options")
COMMANDS_HEAD = Text("命令", "Commands")
REQUIRED = Text("必填", "required")
DEFAULT = Text("默认", "default")
