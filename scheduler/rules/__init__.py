"""Every rule of the school, one file each; `RULES` is their ordered table of contents."""

from models import RuleCard
from scheduler.rule import Rule
from scheduler.rules.accompanied import Accompanied
from scheduler.rules.activity_quota import ActivityQuota
from scheduler.rules.activity_variety import ActivityVariety
from scheduler.rules.adult_ratio import AdultRatio
from scheduler.rules.class_covered import ClassCovered
from scheduler.rules.class_teacher_present import ClassTeacherPresent
from scheduler.rules.club_days_apart import ClubDaysApart
from scheduler.rules.club_keeps_leader import ClubKeepsLeader
from scheduler.rules.club_keeps_room import ClubKeepsRoom
from scheduler.rules.club_meetings import ClubMeetings
from scheduler.rules.fair_late_days import FairLateDays
from scheduler.rules.fair_load import FairLoad
from scheduler.rules.homework_quota import HomeworkQuotaMet
from scheduler.rules.instructor_cost import InstructorCost
from scheduler.rules.instructor_days import InstructorDays
from scheduler.rules.least_change import LeastChange
from scheduler.rules.own_teacher import OwnTeacher
from scheduler.rules.patrol import PatrolServed
from scheduler.rules.person_available import PersonAvailable
from scheduler.rules.person_clash import PersonClash
from scheduler.rules.pinned_sessions import PinnedSessions
from scheduler.rules.places_enough import PlacesEnough
from scheduler.rules.preferred_leader import PreferredLeader
from scheduler.rules.room_available import RoomAvailable
from scheduler.rules.room_clash import RoomClash
from scheduler.rules.room_fits import RoomFits
from scheduler.rules.same_tutor import SameTutor
from scheduler.rules.skill_fits import SkillFits
from scheduler.rules.slot_wishes import SlotWishes
from scheduler.rules.subject_spread import SubjectSpread
from scheduler.rules.tutor_fits import TutorFits
from scheduler.rules.walking_slots import WalkingSlots
from scheduler.rules.weekly_quota import WeeklyQuota
from scheduler.rules.weeks_alike import WeeksAlike

RULES: tuple[Rule, ...] = (
    ClassCovered(),
    HomeworkQuotaMet(),
    TutorFits(),
    SkillFits(),
    PersonClash(),
    PersonAvailable(),
    WeeklyQuota(),
    RoomClash(),
    RoomFits(),
    RoomAvailable(),
    ClubMeetings(),
    ActivityQuota(),
    PlacesEnough(),
    WalkingSlots(),
    Accompanied(),
    PatrolServed(),
    AdultRatio(),
    PinnedSessions(),
    ClubKeepsLeader(),
    ClubKeepsRoom(),
    OwnTeacher(),
    SameTutor(),
    ClassTeacherPresent(),
    SubjectSpread(),
    FairLoad(),
    FairLateDays(),
    SlotWishes(),
    InstructorCost(),
    InstructorDays(),
    ClubDaysApart(),
    ActivityVariety(),
    WeeksAlike(),
    PreferredLeader(),
    LeastChange(),
)
"""Requirements first, then preferences, in the order in which people read them."""


def rule_cards() -> tuple[RuleCard, ...]:
    """What everybody else must know of the rules, in the same order."""
    return tuple(rule.card() for rule in RULES)
