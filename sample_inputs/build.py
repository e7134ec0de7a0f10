"""Builds the samples: python -m sample_inputs.build writes the workbooks, with --json DIR also each problem as JSON."""

import argparse
from pathlib import Path

from sample_inputs.expand import KEYS, expand

HERE = Path(__file__).parent


def write_json(folder: Path) -> list[Path]:
    """Each school's problem as JSON."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for key in KEYS:
        path = folder / f"{key}.json"
        path.write_text(expand(key).model_dump_json(indent=1) + "\n", encoding="utf-8")
        written.append(path)
    return written


def main() -> None:
    """Read the arguments and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path, required=True, metavar="DIR", help="write the problems as JSON there")
    for path in write_json(parser.parse_args().json):
        print(path)


if __name__ == "__main__":
    main()
