"""Dependencies: locked with hashes, from no particular registry, under licences that fit."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from types import ModuleType

ROOT = Path(__file__).parents[1]
LOCKS = [ROOT / "requirements.lock", ROOT / "requirements-dev.lock"]

REQUIREMENT = re.compile(r"[a-z0-9][a-z0-9-]*==[0-9][^\s;]*(?: ; [^\\]+)?(?: --hash=sha256:[0-9a-f]{64})+")


def program(name: str) -> ModuleType:
    """Return a program of CI as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / ".ci" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


licences, advisories = program("licences"), program("advisories")


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_locked_package_has_a_version_and_hashes_and_nothing_else_is_there(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [re.sub(r"\s+", " ", line).strip() for line in text.splitlines()]
    assert len(lines) > 20
    for line in lines:
        assert REQUIREMENT.fullmatch(line), line


def test_the_development_lock_holds_all_of_the_other() -> None:
    runtime, development = (
        {(package.name, package.version, package.marker) for package in licences.locked(lock.read_text())}
        for lock in LOCKS
    )
    assert {item[:2] for item in runtime} <= {item[:2] for item in development}


def test_what_is_locked_is_what_the_project_asks_for() -> None:
    wanted = re.findall(r'^  "([A-Za-z0-9-]+)>=[^"]*",$', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    assert {"PySide6-Essentials", "requests", "keyring"} <= set(wanted)
    locked = {package.name for package in licences.locked(LOCKS[1].read_text())}
    assert {name.lower() for name in wanted} <= locked


def test_the_makefile_installs_the_project_by_hash_only() -> None:
    makefile = (ROOT / "Makefile").read_text()
    installs = re.findall(r"^\t.*\binstall\b.*\.lock.*$", makefile, re.MULTILINE)
    assert len(installs) == 2
    assert all("--require-hashes" in line for line in installs)
    # What else is installed are tools in places of their own, which nothing of KooDesk is run from.
    others = set(re.findall(r"^\t@?(.*\bpip\b.*\binstall\b.*)$", makefile, re.MULTILINE))
    assert all(line.startswith((".lock-venv/", ".audit-venv/")) for line in others)
    assert "--generate-hashes" in makefile


def test_no_file_names_a_registry() -> None:
    for path in [*LOCKS, ROOT / "Makefile", ROOT / "pyproject.toml", *(ROOT / ".ci").iterdir()]:
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            assert not re.search(
                r"--(?:extra-)?index-url|--find-links|pypi\.org|pythonhosted",
                text.replace("--no-emit-index-url", ""),
            ), path


def test_a_wrong_hash_is_refused(tmp_path: Path) -> None:
    """Pip's own guard, as the Makefile asks for it; from a wheel of our own, so that no registry is needed."""
    wheel = tmp_path / "koodesk_probe-1.0-py3-none-any.whl"
    wheel.write_bytes(b"no wheel")
    (tmp_path / "lock").write_text(f"koodesk-probe==1.0 --hash=sha256:{'0' * 64}\n")
    ended = subprocess.run(
        [
            *(
                sys.executable,
                "-m",
                "pip",
                "--isolated",
                "--disable-pip-version-check",
                "download",
                "--no-index",
            ),
            *("--find-links", str(tmp_path), "--require-hashes", "-d", str(tmp_path / "got")),
            *("-r", str(tmp_path / "lock")),
        ],
        capture_output=True,
        text=True,
        timeout=50,
        check=False,
    )
    assert ended.returncode != 0
    assert "DO NOT MATCH" in ended.stderr


def test_the_licences_are_current_and_fit() -> None:
    document = licences.DOCUMENT.read_text(encoding="utf-8")
    wanted, problems = licences.document(LOCKS[0].read_text(), document)
    assert problems == []
    assert document == wanted


@pytest.mark.parametrize(
    ("licence", "fits"),
    [
        ("MIT", True),
        ("Apache-2.0 AND CNRI-Python", True),
        ("LGPL-3.0-only OR GPL-2.0-only", True),
        ("GPL-3.0-only", False),
        ("MIT AND GPL-3.0-only", False),
        ("AGPL-3.0-only OR SSPL-1.0", False),
        ("", False),
        ("UNKNOWN", False),
    ],
)
def test_which_licences_fit(licence: str, *, fits: bool) -> None:
    assert licences.is_accepted(licence) == fits


def test_a_package_of_no_known_licence_is_told() -> None:
    _text, problems = licences.document("koodesk-unheard-of==1.0 ; sys_platform == 'x' \\\n", "")
    assert problems == ["koodesk-unheard-of is under “no licence that can be told”."]


ADVISORY = {
    "affected": [
        {
            "package": {"name": "Some_Package", "ecosystem": "PyPI"},
            "ranges": [
                {"type": "GIT", "events": [{"introduced": "0"}]},
                {
                    "type": "ECOSYSTEM",
                    "events": [{"introduced": "1.5"}, {"fixed": "2.0"}, {"introduced": "2.5"}],
                },
            ],
            "versions": ["1.0"],
        }
    ]
}


@pytest.mark.parametrize(
    ("version", "hit"),
    [
        ("1.0", True),
        ("1.4", False),
        ("1.5", True),
        ("1.10", True),
        ("2.0", False),
        ("2.4.9", False),
        ("3", True),
    ],
)
def test_which_versions_an_advisory_is_about(version: str, *, hit: bool) -> None:
    assert advisories.is_affected(ADVISORY, "some-package", version) == hit
    assert not advisories.is_affected(ADVISORY, "another", version)
    assert not advisories.is_affected({**ADVISORY, "withdrawn": "2026"}, "some-package", version)


def test_the_audit_tells_what_it_finds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "vulns" / "some-package"
    folder.mkdir(parents=True)
    (folder / "PYSEC-1.yaml").write_text(
        "id: PYSEC-1\naliases: [CVE-1]\nmodified: '2026-01-02T00:00:00Z'\naffected:\n- package: {name: some-package}\n"
        "  ranges:\n  - type: ECOSYSTEM\n    events: [{introduced: '0'}, {last_affected: '1.9'}]\n"
    )
    lock = tmp_path / "lock"
    lock.write_text("some-package==1.9 \\\n")
    assert advisories.main([str(tmp_path), str(lock)]) == 1
    told = capsys.readouterr()
    assert told.err == "some-package 1.9: PYSEC-1 (CVE-1)\n"
    assert "the newest of 2026-01-02: 1 hits" in told.out
    lock.write_text("some-package==1.9.1 \\\n")
    assert advisories.main([str(tmp_path), str(lock)]) == 0
    assert advisories.main([str(tmp_path / "missing"), str(lock)]) == 2
