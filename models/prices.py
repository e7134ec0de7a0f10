"""The price list of repairs: what it costs a school to give way, in its own units; the school may change it."""

from pydantic import Field

from models.noun import Noun


class RepairPrices(Noun):
    """Prices of one unit of each way out. Repairs are ranked by their sum; 0 makes a way free, None rules it out."""

    more_sessions: int | None = Field(2, ge=0, le=999, description="教师每周多一次: a teacher's weekly most, plus one")
    more_a_day: int | None = Field(3, ge=0, le=999, description="每天多一次: a person's daily most, plus one")
    fewer_asked: int | None = Field(1, ge=0, le=999, description="下限少一次: a person's weekly least, minus one")
    one_more_visit: int | None = Field(4, ge=0, le=999, description="外聘多来一次: an instructor, once more a week")
    free_at: int | None = Field(5, ge=0, le=999, description="请某人腾出一个时段: free a person in one slot")
    papers: int | None = Field(6, ge=0, le=999, description="补办证明或续签合同: papers that cover the term")
    instructor: int | None = Field(8, ge=0, le=999, description="新请一位外聘: one more instructor")
    teacher: int | None = Field(28, ge=0, le=999, description="增一名教师: one more teacher")
    open_room: int | None = Field(3, ge=0, le=999, description="停用的场地开放一个时段: a closed room, one slot")
    other_room: int | None = Field(4, ge=0, le=999, description="改用一处普通场地: make do with another room")
    fewer_meetings: int | None = Field(
        10, ge=0, le=999, description="社团少活动一次: one meeting fewer; twice as much at priority 1, half at 5"
    )
    any_slot: int | None = Field(5, ge=0, le=999, description="不再限定时段: a club may meet in any slot")
    more_pupils: int | None = Field(1, ge=0, le=999, description="每班多收一名: one pupil more in each group")
    fewer_pupils: int | None = Field(1, ge=0, le=999, description="开班人数少一名: one pupil fewer suffices")
    fewer_walks: int | None = Field(12, ge=0, le=999, description="走班少一次: one walking slot fewer")
    more_walks: int | None = Field(6, ge=0, le=999, description="走班多一次: one walking slot more")
    release_pin: int | None = Field(4, ge=0, le=999, description="解除一处锁定: release a pin")
    fewer_on_patrol: int | None = Field(20, ge=0, le=999, description="巡查少一人: one leader fewer on patrol")
    unaccompanied: int | None = Field(60, ge=0, le=999, description="外聘不必陪同: instructors need nobody beside")
    leader_changes: int | None = Field(30, ge=0, le=999, description="教师可以不固定: clubs may change leaders")
    room_changes: int | None = Field(20, ge=0, le=999, description="场地可以不固定: clubs may change rooms")
    quota_by_one: int | None = Field(8, ge=0, le=999, description="一个班某学科辅导多或少一次: a quota, by one")
    fewer_activities: int | None = Field(8, ge=0, le=999, description="班级活动每周少一次: an activity, once less")
