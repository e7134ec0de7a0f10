"""Sheet 场地."""

from exchange.columns.description import Column, Sheet
from exchange.columns.reference_cells import RefsCell, SlotsCell
from exchange.columns.shared_columns import (
    whole,
)
from exchange.columns.simple_cells import TextCell
from exchange.directory import Kind
from models import Room, Text

ROOMS = Sheet(
    "rooms",
    Text("场地", "Rooms"),
    Text(
        "能用的教室、功能室、操场，每处一行；各班的固定教室也写上。",
        "Rooms that can be used, one row each; home rooms too.",
    ),
    (
        Column(
            "id",
            Text("名称", "Name"),
            Text("其他表里写场地时用这个名称。", "Other sheets use this name."),
            TextCell(Text("场地名称", "a room's name")),
            ("场地", "场地名称", "教室", "地点"),
            required=True,
            examples=("音乐室",),
            width=16,
        ),
        Column(
            "features",
            Text("功能", "Features"),
            Text("适合做什么，如 音乐、舞蹈；社团按“场地功能”找场地。", "What it is fit for, such as 音乐."),
            RefsCell(Kind.FEATURE, Text("功能", "features")),
            ("用途", "场地功能", "类别"),
            examples=("音乐",),
            width=16,
        ),
        whole(
            Room,
            "capacity",
            Text("容量", "Capacity"),
            Text("一组最多容纳几名学生；不填为 50。", "Pupils in one group, at most; empty: 50."),
            "容纳人数",
            "人数",
            "可容纳人数",
            examples=("50",),
        ),
        whole(
            Room,
            "groups_at_once",
            Text("同时容纳组数", "Groups at once"),
            Text("同一时段能容纳几个组，如操场 4；不填为 1。", "Groups at one time; empty: 1."),
            "可同时组数",
            "同时组数",
            examples=("1",),
        ),
        Column(
            "closed",
            Text("不开放时段", "Closed"),
            Text("不能用的时段，如 周三第2节；只写 周三 表示整天。", "Slots in which it cannot be used."),
            SlotsCell(),
            ("不可用时段", "不开放", "关闭时段"),
            examples=("周三第2节",),
            width=18,
        ),
    ),
    required=True,
    synonyms=("场地表", "教室", "功能室", "场所"),
)
