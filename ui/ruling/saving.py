"""A changed choice of rules as a new version of the school's data; everything typed elsewhere stays."""

from collections.abc import Sequence

from exchange.document import document_json, read_document
from exchange.document.answers import with_rule_settings
from models import RuleCard, Text
from store import SavedSchool, Store, Version
from ui.ruling.choices import Choices, changed_rules, difference_words, settings_of
from ui.saved.beginning import document_in


def save_choices(
    store: Store,
    school: SavedSchool,
    version: Version,
    before: Choices,
    after: Choices,
    cards: Sequence[RuleCard],
    who: str,
) -> Version:
    """Save what was changed. Raises LostUpdateError if somebody saved since; StoreError."""
    settings = settings_of(after, changed_rules(before, after), cards)
    document = with_rule_settings(document_in(version, cards), cards, settings)
    words = difference_words(before, after, cards)
    return store.save_version(
        school.id,
        document=document_json(document),
        problem=read_document(document, cards).problem,
        who=who,
        note=Text(f"改规则：{words.zh}", f"Rules changed: {words.en}"),
        after=version.number,
    )
