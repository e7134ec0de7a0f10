"""The help of the commands that ask questions of a school: explain, whatif, compare, sweep."""

from commands.wording import JSON, SCHOOL, SECONDS, CommandWords, Words
from models.text import Text

_BASE = Words(
    Text("正在用的课表（solve 写的 JSON）。", "The timetable in use (JSON, as solve writes it)."),
    Text("课表.json", "TIMETABLE"),
)
_OUT = Words(Text("新课表写到哪里（JSON）。", "Where the new timetable goes (JSON)."), Text("新课表.json", "OUT.json"))
_SCENARIO = Words(
    Text("方案文件（YAML 或 JSON）。", "A file of scenarios (YAML or JSON)."), Text("方案.yaml", "SCENARIO")
)
_NAME = Words(
    Text(
        "用哪个方案；不给 --scenario 时，在工作簿的“方案”表里找。",
        "Which scenario; without --scenario it is sought on the workbook's sheet of scenarios.",
    ),
    Text("方案名", "NAME"),
)
_PRICES = Words(Text("学校自己的价目表。", "The school's own price list."), Text("价目表.yaml", "PRICES.yaml"))

QUESTIONS: dict[str, CommandWords] = {
    "explain": CommandWords(
        Text(
            "排不出时说明缺什么、怎样补救（每个办法都排过并复核过）；排得出时列出最紧的十处。",
            "Where there is no timetable: what is short, and ways out that were tried and audited; where there is one: "
            "the ten tightest counts.",
        ),
        Text(
            "补救办法按价目表从便宜到贵；--prices 给出学校自己的价目表（YAML 或 JSON，每行“名称: 数”，"
            "名称见 docs/repairs.md，写 null 就不考虑这种办法）。\n"
            "退出码：0 排得出；2 学校文件或价目表有错；3 排不出（数得出或已证明）；4 时间到，还不知道。",
            "Ways out are ranked by a price list; --prices names the school's own (YAML or JSON, lines of "
            '"name: number", names in docs/repairs.md; null rules a way out).\n'
            "Exit codes: 0 there is a timetable; 2 the file or the price list is wrong; 3 impossible, counted or "
            "proved; 4 out of time, not known.",
        ),
        {
            "school": SCHOOL,
            "seconds": Words(Text("最多用多少秒。", "Use at most so many seconds."), Text("秒数", "SECONDS")),
            "prices": Words(
                Text("学校自己的价目表。", "The school's own price list."), Text("价目表.yaml", "PRICES.yaml")
            ),
            "as_json": JSON,
        },
    ),
    "whatif": CommandWords(
        Text(
            "学校有变动时，在正在用的课表附近重排：要告知的人最少，然后变动的课次最少。",
            "After a change of the school, the nearest timetable to the one in use: the fewest people must be told, "
            "then the fewest sessions change.",
        ),
        Text(
            "变动写在方案里，或直接写在命令上（可以写多次）：--close-room 音乐室，--close-room 音乐室@周三第2节，"
            "--away 王老师@周三，--leave 王老师，--pupils 10。学校文件和原来的课表都不会改动。\n"
            "退出码：0 新课表已写好；2 输入有错；3 已证明排不出（再用 explain 看怎样补救）；4 时间到，还没有课表。",
            "Changes stand in a scenario or on the command line, as often as needed: --close-room ROOM, --close-room "
            "ROOM@Wed2, --away PERSON@Wed, --leave PERSON, --pupils 10. The school's file and the old timetable are "
            "not touched.\n"
            "Exit codes: 0 a new timetable was written; 2 the input is wrong; 3 proved impossible (explain says what "
            "would help); 4 out of time with no timetable.",
        ),
        {
            "school": SCHOOL,
            "timetable": _BASE,
            "out": _OUT,
            "scenario": _SCENARIO,
            "name": _NAME,
            "close_room": Words(
                Text("场地停用；加 @时段 只停这些时段。", "A room is closed; @SLOTS: only then."),
                Text("场地[@时段]", "ROOM[@SLOTS]"),
            ),
            "away": Words(
                Text("这个人这些时段来不了；不写时段是整周。", "This person is away then; without @SLOTS all week."),
                Text("姓名[@时段]", "PERSON[@SLOTS]"),
            ),
            "leave": Words(Text("这个人不再参加。", "This person has left."), Text("姓名", "PERSON")),
            "pupils": Words(
                Text("学生增加百分之几；负数是减少。", "So many per cent more pupils; below 0: fewer."),
                Text("百分数", "PERCENT"),
            ),
            "xlsx": Words(
                Text("再写一份可以打印的工作簿。", "Write a workbook for printing as well."),
                Text("新课表.xlsx", "OUT.xlsx"),
            ),
            "seconds": SECONDS,
            "workers": Words(
                Text(
                    "同时用多少个搜索线程；1 时同样的数据得到同样的课表。",
                    "Search threads; with 1, the same data give the same timetable.",
                ),
                Text("个数", "N"),
            ),
            "seed": Words(Text("随机种子。", "Random seed."), Text("整数", "N")),
            "as_json": JSON,
        },
    ),
    "compare": CommandWords(
        Text(
            "比较两张课表：逐条规则的代价、变动的课次、要告诉谁什么。",
            "Compare two timetables: cost rule by rule, sessions that differ, and who must be told what.",
        ),
        Text(
            "两张课表不是同一份学校数据排的时，用 --then 给出后一张的学校文件。\n退出码：0 已比较；2 输入有错。",
            "Where the second timetable was made from other data, --then names them.\n"
            "Exit codes: 0 compared; 2 the input is wrong.",
        ),
        {
            "school": SCHOOL,
            "before": Words(Text("原来的课表。", "The timetable before."), Text("原课表.json", "BEFORE")),
            "after": Words(Text("后来的课表。", "The timetable after."), Text("新课表.json", "AFTER")),
            "then": Words(
                Text("后一张课表的学校文件。", "The school's file of the second timetable."),
                Text("学校文件", "SCHOOL"),
            ),
            "since": Words(
                Text("新课表从这天起执行：要告诉各人的话里写上。", "From this day on: what people are told says so."),
                Text("2026-10-19", "2026-10-19"),
            ),
            "as_json": JSON,
        },
    ),
    "sweep": CommandWords(
        Text(
            "一样一样地少：场地、教师、外聘教师，学生逐步增加，或规则逐条放宽，看学校会怎样。",
            "Take away one after the other: rooms, teachers or instructors; add ever more pupils; or let one rule "
            "after another give way, and see what becomes of the school.",
        ),
        Text(
            "每个问题单独求解。排不出时先让社团少活动或停开（代价最低的），还排不出才算排不出。"
            "给了 --timetable，就在这张课表附近重排，并数要告知多少人；没有给，就重新排到最好。\n"
            "每有一个答案就写进 -o 的文件；中断后用同样的命令接着做。按一次 Ctrl-C 停下。"
            "--cluster 把问题分给 dask 集群（要先装 kehou[cluster]，集群各机也要装 kehou）。\n"
            "退出码：0 全部有了答案；2 输入有错；4 停下了，还有问题没有答案。",
            "Each question is a solve of its own. Where there is no timetable clubs meet less often or are dropped "
            "first, at the least price, and only if that does not help it is impossible. With --timetable the nearest "
            "timetable to it is made and people to tell are counted; without, the best one.\n"
            "Each answer goes to the file of -o at once; after an interruption the same command goes on. Ctrl-C "
            "stops. --cluster shares the questions out to a dask cluster (kehou[cluster] must be installed, and kehou "
            "on its machines).\n"
            "Exit codes: 0 all answered; 2 the input is wrong; 4 stopped before the end.",
        ),
        {
            "school": SCHOOL,
            "kind": Words(
                Text(
                    "rooms 场地、teachers 教师、instructors 外聘教师、pupils 学生、rules 规则。",
                    "rooms, teachers, instructors, pupils or rules.",
                ),
                Text("哪一样", "KIND"),
            ),
            "out": Words(
                Text("答案写到哪里（JSON），也从这里接着做。", "Where the answers go (JSON), and from where to go on."),
                Text("答案.json", "OUT.json"),
            ),
            "csv": Words(
                Text("再写一份表格（CSV，Excel 和 WPS 能打开）。", "Write a table as well (CSV, for Excel and WPS)."),
                Text("答案.csv", "OUT.csv"),
            ),
            "timetable": _BASE,
            "prices": _PRICES,
            "seconds": Words(
                Text("每个问题最多多少秒。", "At most so many seconds for each question."), Text("秒数", "SECONDS")
            ),
            "processes": Words(
                Text(
                    "同时回答几个问题；0 由程序按处理器个数决定。",
                    "How many questions at a time; 0: as many as suit the processors.",
                ),
                Text("个数", "N"),
            ),
            "seed": Words(Text("随机种子。", "Random seed."), Text("整数", "N")),
            "cluster": Words(Text("dask 集群的地址。", "Address of a dask cluster."), Text("地址", "ADDRESS")),
            "as_json": JSON,
        },
    ),
}
