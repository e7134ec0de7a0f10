"""A sentence for people, in Chinese and in English, and the language in which it is shown."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence in both languages; Chinese is the default."""

    zh: str
    en: str

    def __str__(self) -> str:
        return self.zh

    def in_language(self, language: Language) -> str:
        """The sentence in the asked language."""
        return self.zh if language == "zh" else self.en
