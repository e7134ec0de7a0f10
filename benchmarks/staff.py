"""The classes and teachers of a benchmark school, and who teaches whom by day."""

from dataclasses import dataclass
from math import ceil
from random import Random

from benchmarks.figures import LEADERS_SHARE, SPECIALISTS, STAFF_PER_CLASS, class_sizes, grade_id
from models import SchoolClass


@dataclass(frozen=True)
class Staff:
    """Who is who."""

    subject_of: dict[str, str]  # teacher → subject, in the order of the staff list
    leaders: tuple[str, ...]
    classes: tuple[SchoolClass, ...]

    @property
    def others(self) -> tuple[str, ...]:
        """Everybody but the teachers of 语文, who are the class teachers."""
        return tuple(p for p, subject in self.subject_of.items() if subject != "语文")


def staff_of(classes: int, rng: Random) -> Staff:
    """One teacher of 语文 a class, of 数学 for one or two, of 英语 for three or four; the rest are specialists."""
    sizes = class_sizes(classes)
    english = sum(count for grade, count in sizes.items() if grade >= 3)
    wanted = {"语文": classes, "数学": ceil(classes * 0.6), "英语": ceil(english / 3.6)}
    spare = round(STAFF_PER_CLASS * classes) - sum(wanted.values())
    for i in range(max(len(set(SPECIALISTS)) // 2, spare)):
        subject = SPECIALISTS[i % len(SPECIALISTS)]
        wanted[subject] = wanted.get(subject, 0) + 1
    subject_of: dict[str, str] = {}
    for subject, count in wanted.items():
        for _ in range(count):
            subject_of[f"教师{len(subject_of) + 1:03}"] = subject
    by_subject = {s: [p for p, of in subject_of.items() if of == s] for s in wanted}
    specialists = [p for p, of in subject_of.items() if of not in ("语文", "数学", "英语")]
    leaders = specialists[:: max(1, len(specialists) // max(2, round(LEADERS_SHARE * len(subject_of))))]
    found: list[SchoolClass] = []
    seen_english = 0
    for grade, count in sizes.items():
        for number in range(1, count + 1):
            position = len(found)
            taught = {
                "语文": by_subject["语文"][position],
                "数学": by_subject["数学"][position * len(by_subject["数学"]) // classes],
            }
            if grade >= 3:
                taught["英语"] = by_subject["英语"][seen_english * len(by_subject["英语"]) // english]
                seen_english += 1
            for subject in ("体育", "音乐", "美术", "科学"):
                if own := by_subject.get(subject):
                    taught[subject] = own[position * len(own) // classes]
            name = f"{grade_id(grade)[0]}{number}"
            found.append(
                SchoolClass(
                    id=name,
                    grade=grade_id(grade),
                    pupils=rng.randint(36, 44),
                    class_teacher=taught["语文"],
                    home_room=f"{name}教室",
                    teachers={subject: (person,) for subject, person in taught.items()},
                )
            )
    return Staff(subject_of, tuple(leaders[: max(2, round(LEADERS_SHARE * len(subject_of)))]), tuple(found))
