"""Keeps what stood in a file before it is written anew: 课表.json → 课表.1.json, 课表.2.json …"""

import filecmp
import os
import re
import shutil
from pathlib import Path


def keep_version(path: Path, new: Path | None = None) -> Path | None:
    """Keep `path` beside itself under the next number; the highest number is the latest version.

    Brings the kept file; none if there was nothing, or nothing that the file `new`, if given, does not hold too. `path`
    itself stays until it is replaced, so there is no moment without it. Raises OSError.
    """
    if not path.exists() or (new is not None and filecmp.cmp(path, new, shallow=False)):
        return None
    number = max(_numbers(path), default=0) + 1
    while True:
        kept = path.with_name(f"{path.stem}.{number}{path.suffix}")
        try:
            os.link(path, kept)
        except FileExistsError:  # made by somebody else in the meantime
            number += 1
        except OSError:  # a disk without links, such as a USB stick
            shutil.copy2(path, kept)
            return kept
        else:
            return kept


def _numbers(path: Path) -> list[int]:
    pattern = re.compile(rf"{re.escape(path.stem)}\.(\d+){re.escape(path.suffix)}")
    return [int(match[1]) for other in path.parent.iterdir() if (match := pattern.fullmatch(other.name))]
