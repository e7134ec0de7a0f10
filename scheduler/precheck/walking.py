"""Bands: slots to walk in, and clubs that meet then, as often as the school says."""

from collections.abc import Iterator

from models import Band, CrossClassClub, Shortage, Text
from scheduler.precheck.reach import Reach
from scheduler.precheck.sentences import club_names, ids, week_name


def walking_options(reach: Reach) -> Iterator[Shortage]:
    """A band has as many slots to walk in as it must walk: club slots of all its classes, with a club that can meet."""
    for week in reach.problem.week.weeks:
        for band in reach.problem.bands:
            fixed = sum(s.week == week for s in band.fixed_slots)
            asked, options = max(band.walking_least, fixed), reach.walking_options(band, week)
            if len(options) < asked and _has_classes(reach, band):
                when = week_name(reach.problem, week)
                kind = (
                    Text("固定的走班时段", "fixed walking slots")
                    if band.fixed_slots
                    else Text("社团时段", "club slots")
                )
                yield Shortage(
                    code="walking_options",
                    text=Text(
                        f"走班段“{band.name}”{when.zh}要走班{asked}次，各班共同的、"
                        f"又有走班社团可以活动的{kind.zh}"
                        f"只有{len(options)}个。",
                        f"band “{band.name}” walks {asked} times {when.en}, but only "
                        f"{len(options)} {kind.en} are shared by "
                        "all its classes and open to a cross-class club.",
                    ),
                    demand=asked,
                    supply=len(options),
                    classes=tuple(c.id for c in reach.problem.classes if c.grade in band.grades),
                )


def _has_classes(reach: Reach, band: Band) -> bool:
    return any(c.grade in band.grades for c in reach.problem.classes)


def fixed_walking_slots(reach: Reach) -> Iterator[Shortage]:
    """Fixed walking slots are as many as the band may walk."""
    for week in reach.problem.week.weeks:
        for band in reach.problem.bands:
            fixed = sum(s.week == week for s in band.fixed_slots)
            if band.fixed_slots and not band.walking_least <= fixed <= band.walking_most:
                when = week_name(reach.problem, week)
                above = fixed > band.walking_most
                yield Shortage(
                    code="fixed_walking_slots",
                    text=Text(
                        f"走班段“{band.name}”{when.zh}固定了{fixed}个走班时段，"
                        f"但规定走班{band.walking_least}–"
                        f"{band.walking_most}次。",
                        f"band “{band.name}” has {fixed} fixed walking slots {when.en}, but is to walk "
                        f"{band.walking_least}–{band.walking_most} times.",
                    ),
                    demand=fixed if above else band.walking_least,
                    supply=band.walking_most if above else fixed,
                )


def club_within_walking(reach: Reach) -> Iterator[Shortage]:
    """A club meets no more often than the bands of its pupils may walk."""
    for club in reach.clubs:
        for band in reach.bands(club) if isinstance(club, CrossClassClub) else ():
            for week in reach.weeks(club):
                most = band.walking_most
                if band.fixed_slots:
                    most = min(most, sum(s.week == week for s in band.fixed_slots))
                asked = reach.sessions(club, week)
                if asked > most:
                    when = week_name(reach.problem, week)
                    yield Shortage(
                        code="club_within_walking",
                        text=Text(
                            f"社团“{club.name}”{when.zh}活动{asked}节，但走班段“{band.name}”最多走班{most}次。",
                            f"club “{club.name}” has {asked} sessions {when.en}, but band “{band.name}” "
                            "walks at most "
                            f"{most} times.",
                        ),
                        demand=asked,
                        supply=most,
                        clubs=(club.id,),
                    )


def clubs_for_walking(reach: Reach) -> Iterator[Shortage]:
    """In each walking slot some club meets: together they meet as often as the band must walk."""
    for week in reach.problem.week.weeks:
        for band in reach.problem.bands:
            clubs = [c for c in reach.cross_class(band) if c.weeks.includes(week)]
            meetings = sum(reach.sessions(c, week) for c in clubs)
            asked = max(band.walking_least, sum(s.week == week for s in band.fixed_slots))
            if meetings < asked and _has_classes(reach, band):
                when, who = week_name(reach.problem, week), club_names(clubs)
                yield Shortage(
                    code="clubs_for_walking",
                    text=Text(
                        f"走班段“{band.name}”{when.zh}要走班{asked}次，"
                        f"它的走班社团（{who.zh}）合计只活动{meetings}节。",
                        f"band “{band.name}” walks {asked} times {when.en}, but its clubs ({who.en}) "
                        f"have {meetings} "
                        "sessions in all.",
                    ),
                    demand=asked,
                    supply=meetings,
                    clubs=ids(clubs),
                )


CHECKS = (walking_options, fixed_walking_slots, club_within_walking, clubs_for_walking)
