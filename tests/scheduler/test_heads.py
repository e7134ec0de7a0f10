"""Head counts stay as published where the same groups meet, and only there."""

from scheduler.heads import with_heads_of
from tests.builders import MON_2, WED_2, changed, tiny_school
from tests.timetables import replaced, the, tiny_timetable, without

SCHOOL = tiny_school()
GOOD = tiny_timetable(SCHOOL)
OTHER = {"一1": 20, "一2": 20}


def test_the_same_groups_have_the_same_pupils() -> None:
    football = the(GOOD, MON_2, club="足球")
    new = replaced(GOOD, football, pupils=OTHER, room="舞蹈房")
    kept = the(with_heads_of(SCHOOL, GOOD, new), MON_2, club="足球")
    assert (kept.pupils, kept.room) == (football.pupils, "舞蹈房")


def test_other_groups_have_their_own() -> None:
    # On Monday one group of the choir is gone, so its pupils must be elsewhere; on Wednesday nothing differs.
    new = without(GOOD, the(GOOD, MON_2, club="合唱", group=2))
    for slot in (MON_2, WED_2):
        new = replaced(new, the(new, slot, club="足球"), pupils=OTHER)
    kept = with_heads_of(SCHOOL, GOOD, new)
    assert the(kept, MON_2, club="足球").pupils == OTHER
    assert the(kept, WED_2, club="足球").pupils == the(GOOD, WED_2, club="足球").pupils


def test_nothing_is_remembered_of_the_old_sessions() -> None:
    new = replaced(GOOD, the(GOOD, MON_2, club="足球"), pupils=OTHER)
    assert new.of_club["足球", 1][0].pupils == OTHER
    kept = with_heads_of(SCHOOL, GOOD, new)
    assert kept.of_club["足球", 1][0].pupils != OTHER
    assert changed(kept) == kept
