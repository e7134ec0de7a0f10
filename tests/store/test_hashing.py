"""Passwords as they are kept: salted, slow, with their parameters, and the same however they were typed."""

import base64
import hashlib

import pytest

from store.hashing import easily_guessed, fits, hashed, plain


def test_a_password_fits_what_is_kept_of_it_and_no_other_does() -> None:
    kept = hashed("教导处 2026 秋")
    assert fits("教导处 2026 秋", kept)
    assert not fits("教导处 2026 春", kept)
    assert not fits("", kept)
    assert "教导处" not in kept


def test_the_same_password_is_kept_differently_each_time() -> None:
    assert hashed("a long password") != hashed("a long password")


def test_the_parameters_are_kept_beside_it_so_that_they_may_grow() -> None:
    # Made here with less cost, as an earlier release might have: it still fits.
    key = hashlib.scrypt("旧密码".encode(), salt=b"0123456789abcdef", n=1024, r=8, p=1, dklen=32)
    kept = f"scrypt$1024$8$1$MDEyMzQ1Njc4OWFiY2RlZg==${base64.b64encode(key).decode()}"
    assert fits("旧密码", kept)
    assert not fits("新密码", kept)
    cost, block = map(int, hashed("any password").split("$")[1:3])
    assert 128 * cost * block >= 64 * 2**20  # bytes of memory for each guess


def test_another_method_is_refused_and_not_taken_for_wrong() -> None:
    with pytest.raises(ValueError, match="another method"):
        fits("x", "md5$1$1$1$AA==$AA==")


def test_full_width_signs_of_an_input_method_are_the_same() -> None:
    assert plain("ｋｅｈｏｕ１２３") == "kehou123"
    assert fits("ｋｅｈｏｕ１２３４", hashed("kehou1234"))


@pytest.mark.parametrize(
    ("password", "easy"),
    [("aaaaaaaa", True), ("12345678", True), ("20260901", True), ("１２３４５６７８", True), ("abcabcab", True),
     ("kehou-2026", False), ("课后服务排课好", False), ("314159265358", False)],
)  # fmt: skip
def test_what_a_guesser_tries_first_is_refused(password: str, easy: bool) -> None:
    assert easily_guessed(password) is easy
