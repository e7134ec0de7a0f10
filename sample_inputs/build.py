"""Builds the samples' workbooks beside this file, or with --json DIR each school's problem as JSON."""

import argparse
from pathlib import Path

from exchange.template import write_workbook
from sample_inputs.expand import KEYS, expand
from scheduler.rules import rule_cards

HERE = Path(__file__).parent


def write_workbooks(folder: Path) -> list[Path]:
    """Each school's workbook; the same bytes each time. Raises exchange's WriteError."""
    cards = rule_cards()
    written = [folder / f"{key}.xlsx" for key in KEYS]
    for key, path in zip(KEYS, written, strict=True):
        write_workbook(expand(key), path, cards)
    return written


def write_json(folder: Path) -> list[Path]:
    """Each school's problem as JSON; the folder is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    written = [folder / f"{key}.json" for key in KEYS]
    for key, path in zip(KEYS, written, strict=True):
        path.write_text(expand(key).model_dump_json(indent=1) + "\n", encoding="utf-8")
    return written


def main() -> None:
    """Read the arguments and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, metavar="DIR", help="write the problems as JSON there, no workbooks")
    folder = parser.parse_args().json
    for path in write_workbooks(HERE) if folder is None else write_json(folder):
        print(path)


if __name__ == "__main__":
    main()
