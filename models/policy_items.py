"""The items of the policy, in the order of the report. Wording is ours; figures can be changed for each district."""

from collections.abc import Mapping
from datetime import time

from models.policy import PolicyItem, PolicyNeed, PolicySeverity, PolicyTopic
from models.text import Text

_DOCUMENT = "教基厅函〔2023〕26号"
_BANS = Text(f"{_DOCUMENT}（大意，非原文）", f"{_DOCUMENT} (in our words)")
_DISTRICT = Text("县（市、区）的要求，文号由学校在“政策”表里填写", "the district's rule; number: sheet 政策")
_FIVE_TWO = Text("“5+2”的普遍要求，文号由学校在“政策”表里填写", "the usual “5+2”; its number is entered in sheet 政策")
_MUST, _SHOULD, _NOTE = PolicySeverity.MUST, PolicySeverity.SHOULD, PolicySeverity.NOTE
_NEW_LESSONS = ("新课", "新授", "补课", "培优", "提优", "刷题", "题海", "超前")
_PAPERS = ("资格证", "无犯罪", "合同")


def _example(place: str, english: str) -> Text:
    return Text(f"{place}的做法为例，本地文号由学校填写", f"the example of {english}; the local number is entered")


# fmt: off
POLICY_ITEMS: tuple[PolicyItem, ...] = (
    PolicyItem(
        key="five_days",
        topic=PolicyTopic.TIME,
        title=Text("每周五天都有服务", "Service on five days"),
        sentence=Text(
            "每个班每周至少有规定的天数开展课后服务，开放的时段每班都有去处。",
            "Each class has the service on so many days a week, and is somewhere in each open slot.",
        ),
        source=_FIVE_TWO, severity=_MUST, need=PolicyNeed.NUMBER, number=5, least=1, most=7,
        unit=Text("天（每周至少）", "days a week at least"),
    ),
    PolicyItem(
        key="hours_a_day",
        topic=PolicyTopic.TIME,
        title=Text("每天服务满时长", "Hours a day"),
        sentence=Text(
            "有服务的日子，从第一节开始到最后一节结束，不少于规定的分钟数。",
            "On a day of service, at least so many minutes from the start of the first period to the end of the last.",
        ),
        source=_FIVE_TWO, severity=_SHOULD, need=PolicyNeed.NUMBER, number=120, least=1, most=480,
        unit=Text("分钟（每天至少）", "minutes a day at least"),
    ),
    PolicyItem(
        key="end_time",
        topic=PolicyTopic.TIME,
        title=Text("结束时间与下班衔接", "The end meets the end of work"),
        sentence=Text(
            "服务结束的时间不早于当地规定的钟点。", "The service ends no earlier than the local clock time."
        ),
        source=_DISTRICT, severity=_NOTE, need=PolicyNeed.CLOCK, clock=time(17, 30),
        unit=Text("（不早于）", "at the earliest"),
    ),
    PolicyItem(
        key="school_days",
        topic=PolicyTopic.TIME,
        title=Text("只在教学日开展", "Only on school days"),
        sentence=Text(
            "只在上学的日子开展；周末、节假日不安排，调休上课日按校历执行。",
            "Only on school days: none on weekends and holidays; make-up days as the calendar says.",
        ),
        source=_BANS, severity=_MUST,
    ),
    PolicyItem(
        key="after_lessons",
        topic=PolicyTopic.TIME,
        title=Text("在全天课程结束之后", "After lessons"),
        sentence=Text(
            "在国家课程上完以后开展；早到校、午餐午休看护不算课后服务。",
            "After the day's lessons; early arrival and lunch care do not count.",
        ),
        source=_BANS, severity=_MUST, need=PolicyNeed.CLOCK, clock=time(14, 30),
        unit=Text("（不早于）", "at the earliest"),
    ),
    PolicyItem(
        key="before_evening",
        topic=PolicyTopic.TIME,
        title=Text("不含寄宿生晚自习", "No evening study"),
        sentence=Text(
            "寄宿生的晚自习不算课后服务，不排在课表里。", "Boarders' evening study is no part of the service."
        ),
        source=_BANS, severity=_MUST, need=PolicyNeed.CLOCK, clock=time(18, 30),
        unit=Text("（不晚于）", "at the latest"),
    ),
    PolicyItem(
        key="voluntary",
        topic=PolicyTopic.BANS,
        title=Text("自愿参加，人数不超", "Voluntary, and no more than take part"),
        sentence=Text(
            "不强制参加；每班每节安排的人数不超过自愿参加的人数。",
            "Nobody is compelled; no slot counts more pupils of a class than take part.",
        ),
        source=_BANS, severity=_MUST,
    ),
    PolicyItem(
        key="no_new_lessons",
        topic=PolicyTopic.BANS,
        title=Text("不上新课、不集体补课", "No new lessons, no cramming"),
        sentence=Text(
            "每节课次都写明是什么；社团、活动和辅导的名称与简介里没有下列字样。",
            "Each session says what it is; no club, activity or tutoring is named or described with these words.",
        ),
        source=_BANS, severity=_MUST, need=PolicyNeed.WORDS, words=_NEW_LESSONS,
        unit=Text("（不得出现的字样）", "words that may not occur"),
    ),
    PolicyItem(
        key="fees",
        topic=PolicyTopic.BANS,
        title=Text("不乱收费", "No arbitrary fees"),
        sentence=Text(
            "收费按当地公布的项目和标准，不另收费。", "Only the charges that are published locally, and no others."
        ),
        source=_BANS, severity=_MUST,
    ),
    PolicyItem(
        key="institutions",
        topic=PolicyTopic.BANS,
        title=Text("机构在审核名单内", "Institutions on the list"),
        sentence=Text(
            "外聘教师的派出机构在教育部门公布的名单里，审核有效期覆盖整个学期。",
            "The institution of each instructor is on the bureau's list, and approved for the whole term.",
        ),
        source=_BANS, severity=_MUST,
    ),
    PolicyItem(
        key="credentials",
        topic=PolicyTopic.BANS,
        title=Text("外聘人员证件齐全有效", "Instructors' papers"),
        sentence=Text(
            "每位来校任教的外聘教师都有下列证件，有效期覆盖整个学期。",
            "Each instructor who serves has these papers, valid for the whole term.",
        ),
        source=_BANS, severity=_MUST, need=PolicyNeed.WORDS, words=_PAPERS,
        unit=Text("（证件名称里的字样）", "words in the names of the papers"),
    ),
    PolicyItem(
        key="lower_grades",
        topic=PolicyTopic.HOMEWORK,
        title=Text("一、二年级不全是书面学科", "Grades 1–2: not only written work"),
        sentence=Text(
            "一、二年级不布置书面家庭作业，第一节服务每周要有几天是阅读、游戏、劳动、户外活动或社团，不能天天都是书面学科。",
            "No written homework at home; period 1 is reading, play, labour, outdoor time or clubs on some days.",
        ),
        source=_DISTRICT, severity=_SHOULD, need=PolicyNeed.NUMBER, number=1, least=0, most=7, grades=(1, 2),
        unit=Text("天（每周至少）", "days a week at least"),
    ),
    PolicyItem(
        key="homework_time",
        topic=PolicyTopic.HOMEWORK,
        title=Text("三至六年级作业辅导够用", "Grades 3–6: enough homework tutoring"),
        sentence=Text(
            "三至六年级书面作业每天总量约 60 分钟，每周要有足够节数的作业辅导，让学生基本在校完成。",
            "Written homework is about 60 minutes a day in all; enough tutoring a week to finish most of it at school.",
        ),
        source=_DISTRICT, severity=_SHOULD, need=PolicyNeed.NUMBER, number=4, least=0, most=30, grades=(3, 6),
        unit=Text("节（每周至少）", "sessions a week at least"),
    ),
    PolicyItem(
        key="expiring",
        topic=PolicyTopic.PEOPLE,
        title=Text("快到期的证件", "Papers that expire soon"),
        sentence=Text(
            "制表后或学期结束后这些天内到期的证件和机构审核，提前列出来续办。",
            "Papers and approvals that expire within so many days of the report or of the term's end, to be renewed.",
        ),
        source=_DISTRICT, severity=_NOTE, need=PolicyNeed.NUMBER, number=30, least=0, most=365,
        unit=Text("天（提前）", "days ahead"),
    ),
    PolicyItem(
        key="accompanied",
        topic=PolicyTopic.PEOPLE,
        title=Text("外聘上课有本校教师在场", "A teacher is present beside instructors"),
        sentence=Text(
            "外聘教师带的社团，有一位本校教师在场。", "A teacher of the school is present where an instructor leads."
        ),
        source=_DISTRICT, severity=_MUST,
    ),
    PolicyItem(
        key="adult_ratio",
        topic=PolicyTopic.PEOPLE,
        title=Text("师生比", "Pupils per adult"),
        sentence=Text(
            "每位在场教师照看的学生不超过规定人数；没有填的，用“学校”表里的师生比。",
            "At most so many pupils to an adult; if empty, the ratio of sheet 学校.",
        ),
        source=_example("福建（每 30 名学生一位教师）", "Fujian (one teacher per 30 pupils)"),
        severity=_SHOULD, need=PolicyNeed.NUMBER, least=1, most=999,
        unit=Text("人（每位教师至多）", "pupils to an adult"),
    ),
    PolicyItem(
        key="pay",
        topic=PolicyTopic.PEOPLE,
        title=Text("课酬算得清", "Pay can be counted"),
        sentence=Text(
            "教师按课次、外聘教师按实际上课次数计酬：每位外聘教师都填了课时费；填了教师每课次金额的，算出合计。",
            "Teachers are paid by session, instructors by sessions held: each instructor has a fee; with a rate for "
            "teachers, the sum.",
        ),
        source=_example("山东（教师每课次不低于 50 元）", "Shandong (at least 50 yuan a session)"),
        severity=_NOTE, need=PolicyNeed.NUMBER, least=0, most=999, unit=Text("元（教师每课次）", "yuan a session"),
    ),
    PolicyItem(
        key="dispatch",
        topic=PolicyTopic.SAFETY,
        title=Text("每个学生都有去处", "Every pupil is somewhere"),
        sentence=Text(
            "每个开放时段，各处点名人数加起来等于班里参加服务的人数，一个也不漏。",
            "In each open slot the head counts of all places add up to the class's pupils: nobody is missing.",
        ),
        source=_DISTRICT, severity=_MUST,
    ),
    PolicyItem(
        key="privacy",
        topic=PolicyTopic.SAFETY,
        title=Text("不存学生个人信息", "No personal data of pupils"),
        sentence=Text(
            "不满十四周岁儿童的信息是敏感个人信息：数据只用人数，不写学生姓名、证件号和电话。",
            "Data of children under 14 are sensitive: head counts only, no names, identity numbers or telephones.",
        ),
        source=Text("个人信息保护的一般要求", "general data protection"),
        severity=_MUST,
    ),
)
# fmt: on

POLICY_ITEM: Mapping[str, PolicyItem] = {item.key: item for item in POLICY_ITEMS}
