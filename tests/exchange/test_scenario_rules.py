"""Files of scenarios that change rules: with the rules' cards at hand, those that there are not are named."""

from pathlib import Path

from exchange.scenarios import read_scenarios, write_scenarios
from models import RuleChanged, Scenario, Strength
from scheduler.rules import rule_cards


def test_unknown_rules_are_named_where_the_rules_are_known(tmp_path: Path) -> None:
    made = Scenario(
        name="放宽",
        changes=(
            RuleChanged(rule="own_teachers", weight=2),
            RuleChanged(rule="own_teacher", strength=Strength.OFF),
            RuleChanged(rule="room_clash", strength=Strength.OFF),
        ),
    )
    write_scenarios([made], tmp_path / "a.yaml")
    assert read_scenarios(tmp_path / "a.yaml").scenarios == (made,)
    reading = read_scenarios(tmp_path / "a.yaml", rule_cards())
    assert reading.scenarios == ()
    assert [(i.code, i.path, i.text.zh) for i in reading.issues] == [
        (
            "rule_refused",
            ("scenarios", 0, "changes", 0),
            "方案“放宽”第1项变更：规则调整：没有叫“own_teachers”的规则，是不是“own_teacher”？",
        ),
        (
            "rule_refused",
            ("scenarios", 0, "changes", 2),
            "方案“放宽”第3项变更：规则调整：规则“场地不冲突”不能设为“关闭”，只能是：必须。",
        ),
    ]
    write_scenarios([made.model_copy(update={"changes": made.changes[1:2]})], tmp_path / "a.yaml")
    assert read_scenarios(tmp_path / "a.yaml", rule_cards()).issues == ()
