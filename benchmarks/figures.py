"""The proportions of a benchmark school: who is on the staff, what is offered, which rooms that needs."""

GRADES = "一二三四五六"
BANDS: tuple[tuple[str, tuple[int, ...]], ...] = (("低段", (1, 2)), ("中段", (3, 4)), ("高段", (5, 6)))
DAYS = (1, 2, 3, 4, 5)
STAFF_PER_CLASS = 2.2
LEADERS_SHARE = 0.05  # of the staff
UNAVAILABLE_SHARE = 0.05  # of (teacher, slot)
CLOSED_SHARE = 0.05  # of (function room, club slot)
CLUBS_PER_CLASS = 80 / 60
OUTSIDE_SHARE = 0.15  # of the clubs
ONCE_SHARE = 0.2  # of the clubs meet once a week, in pairs that share teacher and room; the others twice
PLACES_PER_PUPIL = {"usual": 1.15, "tight": 1.05}
HOME_ROOM = 50  # pupils
MOST_IN_A_CLUB = 48  # pupils

# Specialists beyond 语文, 数学 and 英语, the most needed first.
SPECIALISTS = ("体育", "音乐", "美术", "科学", "体育", "信息科技", "道德与法治", "音乐", "美术", "体育")

Offer = tuple[str, str | None]
"""A skill, and the feature that its room needs."""

OFFERS: dict[str, tuple[Offer, ...]] = {
    "语文": (("书法", None), ("朗诵", None), ("阅读", None), ("写作", None)),
    "数学": (("棋艺", None), ("数独", None), ("魔方", None), ("编织", None)),
    "英语": (("英语戏剧", None), ("英语绘本", None)),
    "体育": (("足球", "操场"), ("篮球", "操场"), ("跳绳", "操场"), ("乒乓球", "乒乓")),
    "音乐": (("合唱", "音乐"), ("舞蹈", "舞蹈"), ("竹笛", "音乐")),
    "美术": (("绘画", "美术"), ("剪纸", None), ("泥塑", "美术")),
    "科学": (("科学实验", "实验台"), ("航模", None)),
    "信息科技": (("编程", "计算机"), ("动漫", "计算机")),
    "道德与法治": (("国学", None), ("小主持人", None)),
}
OUTSIDE: tuple[Offer, ...] = (
    ("架子鼓", "音乐"),
    ("武术", "操场"),
    ("古筝", "音乐"),
    ("轮滑", "操场"),
    ("街舞", "舞蹈"),
    ("国画", "美术"),
    ("机器人", "计算机"),
    ("跆拳道", "操场"),
)
LARGE_CLUB = "大合唱"
ROOM_NAMES = {"音乐": "音乐室", "舞蹈": "舞蹈室", "美术": "美术室", "计算机": "计算机室", "实验台": "实验室",
              "乒乓": "乒乓球室", "室内": "活动室"}  # fmt: skip


def grade_id(number: int) -> str:
    """1 → 一年级."""
    return f"{GRADES[number - 1]}年级"


def class_sizes(classes: int) -> dict[int, int]:
    """Grade → number of its classes, the lower grades first."""
    return {grade: classes // 6 + (grade <= classes % 6) for grade in range(1, 7)}


def patrols_at_once(classes: int) -> int:
    """Leaders on patrol in each slot."""
    return max(1, round(classes / 40))


def shared_out(total: int, weights: list[int]) -> list[int]:
    """`total` in proportion to the weights, by largest remainder; the earlier first."""
    exact = [total * w / sum(weights) for w in weights]
    found = [int(e) for e in exact]
    for i in sorted(range(len(exact)), key=lambda i: found[i] - exact[i])[: total - sum(found)]:
        found[i] += 1
    return found
