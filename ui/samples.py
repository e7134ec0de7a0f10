"""The nine sample schools: what each is an example of, and where its workbook lies."""

from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from models import Text


@dataclass(frozen=True)
class Sample:
    """One sample; the counts are those of its workbook, which a test compares."""

    key: str
    title: Text
    classes: int
    teachers: int
    clubs: int
    shows: Text

    @property
    def path(self) -> Path:
        """Its workbook."""
        return Path(str(resources.files("sample_inputs"))) / f"{self.key}.xlsx"


SAMPLES = (
    Sample(
        "jisu", Text("农村寄宿制小学", "Rural boarding school"), 10, 24, 24,
        Text("缺场地、缺专业教师，能排但紧", "short of rooms and specialists: feasible, but tight"),
    ),
    Sample(
        "sanxing", Text("太平镇三星小学", "Sanxing village school"), 6, 15, 8,
        Text("最小的学校；社团按年级收人", "the smallest; clubs take certain grades"),
    ),
    Sample(
        "yayao", Text("崖窑小学", "Yayao school"), 8, 19, 9,
        Text("单双周轮换大社团，走班的日子由程序选", "odd and even weeks; the program chooses the club days"),
    ),
    Sample(
        "lianghua", Text("两节制小学", "Two-period school"), 12, 27, 8,
        Text("全体教师参加，每人每周三次社团", "every teacher serves; three club meetings a week"),
    ),
    Sample(
        "liushe", Text("六社小学", "Six-club school"), 15, 34, 23,
        Text("自愿走班：报名的走，其余留在本班", "volunteers walk to clubs, the others stay in class"),
    ),
    Sample(
        "feiyun", Text("飞云镇中心小学", "Feiyun central school"), 18, 41, 10,
        Text("一个社团分几个教学班同时上", "clubs that run in several groups at once"),
    ),
    Sample(
        "chuzhong", Text("初级中学", "Junior middle school"), 12, 38, 9,
        Text("作业只由本学科教师辅导，社团日子固定", "subject teachers only; club days are fixed"),
    ),
    Sample(
        "wulanhada", Text("乌兰哈达中心小学", "Wulanhada central school"), 24, 55, 24,
        Text("一天两节作业辅导；教研占去许多教师", "homework twice a day; many teachers away"),
    ),
    Sample(
        "dongjie", Text("东街小学", "Dongjie school"), 38, 96, 61,
        Text("51 个社团同一时段开，场地一处不多", "51 clubs at the same time, and not one room to spare"),
    ),
)  # fmt: skip
