"""The three lists of packages agree: pyproject.toml, uv.lock, and what start.py installs."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import start

ROOT = Path(start.__file__).parent
RENEW = "run the commands of CONTRIBUTING.md, 'Packages'"

Release = tuple[str, str]  # name, version


def toml(name: str) -> dict[str, Any]:
    return tomllib.loads((ROOT / name).read_text(encoding="utf-8"))


def pinned(lock: Path) -> dict[Release, set[str]]:
    """What a requirements lock installs: the hashes of each release."""
    releases: dict[Release, set[str]] = {}
    hashes: set[str] = set()
    for line in lock.read_text(encoding="utf-8").splitlines():
        if found := re.match(r"([A-Za-z0-9._-]+)==([^ ;\\]+)", line):
            hashes = releases.setdefault((canonicalize_name(found[1]), found[2]), set())
        hashes.update(re.findall(r"--hash=(sha256:[0-9a-f]{64})", line))
    return releases


def locked() -> dict[Release, set[str]]:
    """What uv.lock holds, without the project itself."""
    releases: dict[Release, set[str]] = {}
    for package in toml("uv.lock")["package"]:
        if package["name"] != "kehou":
            files = package.get("wheels", []) + ([package["sdist"]] if "sdist" in package else [])
            releases[package["name"], package["version"]] = {file["hash"] for file in files}
    return releases


def asked_for(group: str) -> list[Requirement]:
    """What pyproject.toml asks for: to run, for the school's own login besides, or to test as well."""
    pyproject = toml("pyproject.toml")
    words = list(pyproject["project"]["dependencies"])
    if group == "login":
        words += pyproject["project"]["optional-dependencies"]["login"]
    if group == "dev":
        words += pyproject["dependency-groups"]["dev"]
    return [Requirement(word) for word in words]


def test_the_test_lock_is_the_whole_of_uv_lock() -> None:
    assert pinned(start.TEST_LOCK) == locked(), RENEW


@pytest.mark.parametrize(("part", "whole"), [(start.RUN_LOCK, start.LOGIN_LOCK), (start.LOGIN_LOCK, start.TEST_LOCK)])
def test_each_lock_is_a_part_of_the_next(part: Path, whole: Path) -> None:
    everything, some = pinned(whole), pinned(part)
    assert some == {release: everything[release] for release in some}, RENEW
    assert "pytest" not in {name for name, _ in some}


def test_the_lock_of_the_school_s_own_login_holds_all_that_streamlit_loads_for_it() -> None:
    """Authlib does not ask for httpx, but cannot be loaded by Streamlit without it."""
    names = {name for name, _ in pinned(start.LOGIN_LOCK)}
    assert {"authlib", "httpx", "joserfc", "cryptography"} <= names, RENEW
    assert not {"authlib", "httpx"} & {name for name, _ in pinned(start.RUN_LOCK)}


@pytest.mark.parametrize(
    ("group", "lock"), [("run", start.RUN_LOCK), ("login", start.LOGIN_LOCK), ("dev", start.TEST_LOCK)]
)
def test_each_wish_of_pyproject_is_met_by_the_lock(group: str, lock: Path) -> None:
    releases = pinned(lock)
    for wish in asked_for(group):
        versions = [version for name, version in releases if name == canonicalize_name(wish.name)]
        assert versions, f"{wish.name}: {RENEW}"
        assert all(wish.specifier.contains(version) for version in versions), f"{wish}: {RENEW}"


def test_the_oldest_python_is_the_same_everywhere() -> None:
    oldest = ">={}.{}".format(*start.OLDEST_PYTHON)
    assert toml("pyproject.toml")["project"]["requires-python"] == oldest
    assert toml("uv.lock")["requires-python"] == oldest


def test_the_locks_name_only_the_public_index() -> None:
    hosts = re.findall(r"https?://([^/\"]+)", (ROOT / "uv.lock").read_text(encoding="utf-8"))
    assert set(hosts) == {"pypi.org", "files.pythonhosted.org"}
    for lock in (start.RUN_LOCK, start.LOGIN_LOCK, start.TEST_LOCK):
        assert "://" not in lock.read_text(encoding="utf-8")
