"""Passwords as they are kept: hashed by scrypt, which costs an attacker memory, each with a salt of its own."""

import base64
import hashlib
import hmac
import os
import unicodedata
from threading import Lock

LEAST = 8  # characters
MOST = 200
_COST, _BLOCK, _LANES = 2**16, 8, 2  # 64 MB and about half a second on an office PC, as OWASP advises for scrypt
_one_at_a_time = Lock()  # many guesses at once must not take the memory of the whole machine


def hashed(password: str) -> str:
    """What is kept of it: scrypt$cost$block$lanes$salt$key. The parameters stay with it, so that they may grow."""
    salt = os.urandom(16)
    key = _key(password, salt, _COST, _BLOCK, _LANES)
    return "$".join(("scrypt", str(_COST), str(_BLOCK), str(_LANES), _text(salt), _text(key)))


def fits(password: str, kept: str) -> bool:
    """Whether it is this password; compared in constant time. Raises ValueError if `kept` is nothing of `hashed`."""
    name, cost, block, lanes, salt, key = kept.split("$")
    if name != "scrypt":
        raise ValueError(f"kept by another method: {name}")
    found = _key(password, base64.b64decode(salt), int(cost), int(block), int(lanes))
    return hmac.compare_digest(found, base64.b64decode(key))


def plain(password: str) -> str:
    """The same however it was typed: a Chinese input method may write １２３ for 123."""
    return unicodedata.normalize("NFKC", password)


def easily_guessed(password: str) -> bool:
    """Whether a guesser tries it among the first: one character over and over, a birthday, 12345678."""
    typed = plain(password)
    return len(set(typed)) < 4 or (typed.isdecimal() and len(typed) < 12)


def _key(password: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    typed = plain(password)[:MOST].encode("utf-8", "surrogatepass")
    with _one_at_a_time:
        return hashlib.scrypt(
            typed, salt=salt, n=cost, r=block, p=lanes, maxmem=(128 * block * (cost + lanes) + 2**20), dklen=32
        )


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")
