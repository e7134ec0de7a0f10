"""The help of every command and every option, in both languages."""

from commands.cover_words import COVER
from commands.export_words import EXPORT
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
        {
            "file": Words(Text("要写的文件。", "The file to write."), Text("文件.xlsx", "FILE.xlsx")),
            "names": Words(
                Text(
                    "改写一份空白报名名单（姓名、班级、社团），给 kehou export --names 用。",
                    "Instead a blank list of pupils (name, class, club), for kehou export --names.",
                )
            ),
        },
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
    **EXPORT,
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
