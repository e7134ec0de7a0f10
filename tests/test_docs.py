"""The documentation holds: links lead somewhere, and the glossary and the code name the same things."""

import re
from pathlib import Path

import pytest

import models
import start

ROOT = Path(start.__file__).parent
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), *(ROOT / "sample_inputs").glob("*.md")])
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
ROWS = [re.split(r" ?\| ?", line.strip("| \n")) for line in GLOSSARY.splitlines() if line.startswith("|")]
CODE_NAMES = [name for _, _, code, *_ in ROWS for name in re.findall(r"`([A-Za-z_.]+)`", code)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_leads_to_a_file(page: Path) -> None:
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8"))
    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert missing == []


def test_every_public_noun_of_models_is_in_the_glossary() -> None:
    assert set(models.__all__) - set(CODE_NAMES) == set()


@pytest.mark.parametrize("name", CODE_NAMES)
def test_every_code_name_of_the_glossary_exists(name: str) -> None:
    noun, *rest = name.split(".")
    assert noun in models.__all__
    found = getattr(models, noun)
    if rest:
        fields = getattr(found, "model_fields", {})
        assert rest[0] in fields or hasattr(found, rest[0])
