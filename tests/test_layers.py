"""What the import contracts cannot see: the single files at the top, and what is really loaded."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import start

ROOT = Path(start.__file__).parent
PACKAGES = {
    folder.name
    for folder in ROOT.iterdir()
    if (folder / "__init__.py").exists() and folder.name not in {"tests", "sample_inputs"}
}


def imported_by(file: Path) -> set[str]:
    """The top-level names that a file imports, also inside functions."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names


def test_the_contracts_cover_every_package() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    assert set(contracts["root_packages"]) == PACKAGES
    for contract in contracts["contracts"]:
        if contract["id"] == "nobody-imports-the-top":
            assert set(contract["source_modules"]) == PACKAGES


@pytest.mark.parametrize("file", sorted(ROOT.glob("*.py")), ids=lambda file: str(file.name))
def test_streamlit_and_the_solver_stay_out_of_the_top_files(file: Path) -> None:
    names = imported_by(file)
    assert "ortools" not in names
    assert file.name in ("app.py", "network.py") or "streamlit" not in names


def test_the_bootstrap_uses_the_standard_library_only() -> None:
    assert imported_by(ROOT / "start.py") <= sys.stdlib_module_names


@pytest.mark.parametrize("module", ["scheduler.audit", "scheduler.rule", "scheduler.rules", "models", "exchange"])
def test_or_tools_is_not_even_loaded(module: str) -> None:
    # The contracts read import statements; this also catches what a package's __init__ draws in.
    code = f"import sys, {module}; sys.exit('ortools' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
