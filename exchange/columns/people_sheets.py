"""Sheets of people: 教师, 外聘教师."""

from exchange.columns.credentials import CredentialsCell
from exchange.columns.description import Column, Sheet
from exchange.columns.reference_cells import RefsCell, SlotsCell
from exchange.columns.shared_columns import identity, parity, unavailable, whole, wishes
from exchange.columns.simple_cells import DateCell, TextCell, YesNoCell
from exchange.directory import Kind
from models import Instructor, Teacher, Text

_SAME_NAME = Text(
    "两人同姓名时才需要；填了编号，其他表里写编号。",
    "Only where two people have one name; other sheets then use the id.",
)


def _name(example: str) -> Column:
    return Column(
        "name",
        Text("姓名", "Name"),
        Text("其他表里写教师时用这个姓名。", "Other sheets use this name."),
        TextCell(Text("姓名", "a name")),
        ("教师", "教师姓名", "老师", "名字", "外聘教师"),
        required=True,
        examples=(example,),
    )


def _skills(example: str) -> Column:
    return Column(
        "skills",
        Text("专长", "Skills"),
        Text("能带的社团，如 合唱、篮球；与“社团”表的专长写法一致。", "Clubs that the person may lead."),
        RefsCell(Kind.SKILL, Text("专长", "skills")),
        ("特长", "技能", "擅长"),
        examples=(example,),
        width=18,
    )


def _limits() -> tuple[Column, ...]:
    return (
        whole(
            Teacher,
            "weekly_least",
            Text("周课时下限", "Weekly least"),
            Text("每周至少几节；不填为 0。", "Sessions a week, at least; empty: 0."),
            "最少课时",
            "周最少课时",
            "每周最少",
        ),
        whole(
            Teacher,
            "weekly_most",
            Text("周课时上限", "Weekly most"),
            Text("每周至多几节；不填为 10。", "Sessions a week, at most; empty: 10."),
            "最多课时",
            "周最多课时",
            "每周最多",
            examples=("5",),
        ),
        whole(
            Teacher,
            "daily_most",
            Text("日课时上限", "Daily most"),
            Text("每天至多几节；不填为不限。", "Sessions a day, at most; empty: no limit."),
            "每天最多",
            "日最多课时",
            examples=("2",),
        ),
    )


TEACHERS = Sheet(
    "teachers",
    Text("教师", "Teachers"),
    Text("本校教师，每人一行。", "The school's teachers, one row each."),
    (
        identity(_SAME_NAME),
        _name("教师01"),
        Column(
            "subjects",
            Text("学科", "Subjects"),
            Text("能辅导的学科，多个用、隔开。", "Homework that the person may tutor."),
            RefsCell(Kind.SUBJECT, Text("学科", "subjects")),
            ("任教学科", "科目", "任教科目"),
            examples=("语文",),
            width=14,
        ),
        _skills("合唱、朗诵"),
        Column(
            "leader",
            Text("值班领导", "Leader"),
            Text("参加巡查的领导填“是”；不填为“否”。", "yes: may do patrol duty; empty: no."),
            YesNoCell(),
            ("领导", "巡查领导", "是否值班领导"),
            examples=("否",),
            width=9,
        ),
        *_limits(),
        whole(
            Teacher,
            "target",
            Text("目标课时", "Target"),
            Text("希望每周排几节；不填按全校平均。", "Sessions a week aimed at; empty: the even share."),
            "期望课时",
            "目标节数",
        ),
        unavailable(("周三第2节",)),
        *wishes({"unwished": "周五"}),
        whole(
            Teacher,
            "debt",
            Text("上学期欠课时", "Debt of last term"),
            Text(
                "上学期平均每周少排了几节，本学期目标就加几节；多排的填负数；不填为 0。",
                "Sessions a week still owed from last term, added to the target; below 0 for too many; empty: 0.",
            ),
            "欠课时",
            "上学期结转",
            "结转课时",
        ),
    ),
    required=True,
    synonyms=("教师表", "教师信息", "本校教师", "老师"),
)

INSTRUCTORS = Sheet(
    "instructors",
    Text("外聘教师", "Instructors"),
    Text("校外来的教师，每人一行。没有就不填。", "Outside instructors, one row each."),
    (
        identity(_SAME_NAME),
        _name("外聘01"),
        Column(
            "institution",
            Text("机构", "Institution"),
            Text("派出机构。", "The institution that sends the person."),
            TextCell(Text("机构名称", "an institution")),
            ("所属机构", "派出机构", "单位", "第三方机构"),
            examples=("某艺术中心",),
            width=16,
        ),
        _skills("古筝"),
        whole(
            Instructor,
            "fee",
            Text("课时费", "Fee"),
            Text("每节多少元；不填为 0。", "Yuan a session; empty: 0."),
            "课酬",
            "费用",
            examples=("100",),
        ),
        Column(
            "certificate_until",
            Text("教师资格证有效期至", "Certificate until"),
            Text(
                "到期日期；长期有效填“长期”；没有就不填。",
                "When the teacher's certificate expires; “no end” if never; empty: none.",
            ),
            DateCell(open_end=True),
            ("教师资格证", "资格证有效期"),
            examples=("长期",),
            width=14,
        ),
        Column(
            "record_until",
            Text("无犯罪记录证明有效期至", "No-crime record until"),
            Text("到期日期。", "When the no-criminal-record proof expires."),
            DateCell(open_end=True),
            ("无犯罪记录证明", "无犯罪证明"),
            examples=("2027-08-31",),
            width=14,
        ),
        Column(
            "contract_from",
            Text("合同起", "Contract from"),
            Text("合同开始日期。", "When the contract starts."),
            DateCell(),
            ("合同开始", "合同起始"),
            examples=("2026-09-01",),
            width=12,
        ),
        Column(
            "contract_until",
            Text("合同止", "Contract until"),
            Text("合同结束日期。", "When the contract ends."),
            DateCell(open_end=True),
            ("合同结束", "合同终止", "合同有效期至"),
            examples=("2027-07-10",),
            width=12,
        ),
        Column(
            "credentials",
            Text("其他证件", "Other credentials"),
            Text(
                "证件名称加起止日期，如 健康证（至2027-06-30）；多个用；隔开。",
                "Name and dates, such as 健康证（至2027-06-30）; several separated by semicolons.",
            ),
            CredentialsCell(),
            ("证件", "其它证件"),
            examples=("健康证（至2027-06-30）",),
            width=22,
        ),
        *_limits(),
        Column(
            "visits_only",
            Text("可来时段", "Comes only"),
            Text("只能在这些时段来；不填为都可以。", "The only slots in which the person comes; empty: any."),
            SlotsCell(),
            ("来校时段", "到校时段", "来校时间", "可排时段"),
            examples=("周二、周四第2节",),
            width=18,
        ),
        unavailable(),
        parity(
            Text(
                "每周来，还是只在单周或双周来；不填为每周。",
                "Every week, or only in odd or even weeks; empty: every week.",
            )
        ),
        *wishes(),
    ),
    synonyms=("外聘", "校外教师", "外聘人员", "外请教师"),
)
