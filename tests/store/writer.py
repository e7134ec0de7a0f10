"""A process that saves one version after another and says each time that it is saved, until it is killed.

    python -m tests.store.writer URL SCHOOL [most bytes of a file]

Prints a number for each version that the store has said to be saved, or at last the sentence why it was not.
"""

import random
import sys

from models import Text
from store import SchoolId, Store, StoreError

NOTE = Text("存", "Saved")


def document_of(number: int) -> str:
    """What version `number` holds: long, hardly compressible, and known to whoever knows the number."""
    return f"{number}:{random.Random(number).randbytes(40_000).hex()}"


def main(url: str, school: SchoolId, most_bytes: int | None) -> None:
    """Save until killed; with a limit, as on a full disk, until the store refuses."""
    store = Store.open(url)
    if most_bytes is not None:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))
    while True:
        after = store.school(school).newest
        try:
            store.save_version(school, document=document_of(after + 1), problem=None, who="写", note=NOTE, after=after)
        except StoreError as refused:
            print(f"{type(refused).__name__}: {refused.text.zh}", flush=True)
            return
        print(after + 1, flush=True)


if __name__ == "__main__":
    main(sys.argv[1], SchoolId(sys.argv[2]), int(sys.argv[3]) if len(sys.argv) > 3 else None)
