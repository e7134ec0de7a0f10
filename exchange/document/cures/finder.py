"""Which cures belong to which issue, by its code; the likeliest fix first, and no two that do the same."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from exchange.document.cures import moments, names, numbers, rows
from exchange.document.cures.spot import Spot
from exchange.document.fix import Fix
from exchange.document.parts import Part
from exchange.document.sheets import Document
from exchange.workbook_read import Examination
from models import Issue, RuleCard

Cure = Callable[[Spot], Iterator[Fix]]
MOST = 3  # buttons beside one issue

CURES: Mapping[str, tuple[Cure, ...]] = {
    **dict.fromkeys(
        ("known_grade", "known_class", "known_person", "known_room", "known_subject", "known_club",
         "subject_spelt_alike", "person_is_teacher"),
        (names.existing_name,),
    ),
    **dict.fromkeys(("skill_held", "feature_exists", "skill_is_asked_for", "skill_spelt_alike"), (names.used_word,)),
    **dict.fromkeys(
        ("person_once", "room_once", "class_once", "club_once", "grade_once", "band_once", "subject_once",
         "quota_once", "duplicate_row", "period_once"),
        (rows.copy_removed,),
    ),
    "unknown_choice": (names.listed_word, rows.emptied_if_optional),
    "unknown_rule": (names.existing_rule,),
    "strength_not_allowed": (names.allowed_strength,),
    "extra_column": (names.right_heading,),
    "missing_column": (names.lacking_heading,),
    "missing_sheet": (names.right_sheet,),
    "extra_sheet": (names.right_sheet,),
    "not_a_number": (numbers.number_of_neighbours, rows.emptied_if_optional),
    "not_a_whole_number": (numbers.whole_numbers_beside, numbers.number_of_neighbours),
    "greater_than_equal": (numbers.limit,),
    "less_than_equal": (numbers.limit,),
    "missing_value": (numbers.number_of_neighbours,),
    "excel_error": (numbers.number_of_neighbours, rows.emptied_if_optional),
    "formula_without_value": (numbers.number_of_neighbours, rows.emptied_if_optional),
    "weekly_limits": (numbers.swapped("weekly_least", "weekly_most"),),
    "club_size": (numbers.swapped("least", "most"),),
    "walking_range": (numbers.swapped("walking_least", "walking_most"),),
    "term_dates": (numbers.swapped("first_day", "last_day"),),
    "period_times": (numbers.swapped("start", "end"),),
    "target_within_limits": (numbers.within_limits,),
    "bad_date": (moments.last_day_of_month, rows.emptied_if_optional),
    "bad_time": (moments.clock_in_words, rows.emptied_if_optional),
    "bad_slot": (moments.only_open_slots,),
    "closed_day": (moments.only_open_slots,),
    "slot_is_open": (moments.only_open_slots,),
    "no_odd_and_even_weeks": (moments.without_parity,),
    "slot_in_cycle": (moments.without_parity,),
    "cycle_has_two_weeks": (moments.without_parity,),
    "calendar_parity": (moments.two_weeks, rows.emptied_if_optional),
    "calendar_order": (numbers.swapped("first", "last"),),
    "calendar_clock": (numbers.swapped("start", "end"),),
    "make_up_once": (rows.copy_removed,),
    "example_row": (rows.example_settled,),
    "value_in_vain": (rows.emptied,),
}  # fmt: skip


def fixes_for(
    issue: Issue, document: Document, parts: Sequence[Part], seen: Examination, cards: Sequence[RuleCard]
) -> tuple[Fix, ...]:
    """The fixes of one issue; none where nothing is obvious. `seen` is what `examine` found in this document."""
    spot = Spot.of(issue, document, parts, seen.context, cards)
    found: dict[object, Fix] = {}
    for cure in CURES.get(issue.code, ()):
        for fix in cure(spot):
            found.setdefault(tuple(map(repr, fix.edits)), fix)
    return tuple(sorted(found.values(), key=lambda fix: not fix.likely)[:MOST])
