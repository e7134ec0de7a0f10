"""No arbitrary fees: what parents pay is not in these data, and the report says so."""

from scheduler.policy_check import Asked, Judged, PolicyCheck, unjudged


class Fees(PolicyCheck):
    """A reminder: the school compares its charges with what is published."""

    key = "fees"

    def judge(self, asked: Asked) -> Judged:
        """Always unjudged: the data hold what instructors are paid, not what parents pay."""
        return unjudged(
            "排课数据里没有向家长收费的项目；请对照当地公布的收费项目和标准自查，并公示。",
            "The data hold no charges to parents: compare them with what is published locally.",
        )
