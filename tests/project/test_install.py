"""The wheel and the sdist: what is in them, what is not, and that they install and run."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

import pytest
import yaml

from notelint import __version__
from notelint.cli.commands.completions import script

PROJECT = Path(__file__).parent.parent.parent
CHANGED = 1_700_000_000  # seconds: when the sources were last changed, as far as the build knows
SHARED = {
    "bash": "share/bash-completion/completions/notelint",
    "zsh": "share/zsh/site-functions/_notelint",
    "fish": "share/fish/vendor_completions.d/notelint.fish",
    "man": "share/man/man1/notelint.1",
}
VERSIONS = ("3.11", "3.12", "3.13")

pytestmark = pytest.mark.integration


@dataclass(frozen=True)
class Built:
    """What a build made."""

    wheel: Path
    sdist: Path

    @property
    def bytes(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in (self.wheel, self.sdist)}


def run(*command: str | Path, **given: str) -> str:
    """What a program prints on stdout, where it does what it was asked."""
    done = subprocess.run(
        list(map(str, command)), env={**os.environ, **given},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build(project: Path, folder: Path, *options: str) -> Built:
    if find_spec("build") is None:
        pytest.skip("the library build is not installed")
    run(sys.executable, "-m", "build", "--outdir", folder, *options, project,
        SOURCE_DATE_EPOCH=str(CHANGED), PYTHONPATH="")  # fmt: skip
    [wheel], [sdist] = folder.glob("*.whl"), folder.glob("*.tar.gz")
    return Built(wheel, sdist)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The sdist, and the wheel made of it."""
    return build(PROJECT, tmp_path_factory.mktemp("built"))


@lru_cache
def kept_files() -> set[str]:
    """All that the repository holds, or is about to."""
    listed = run("git", "-C", PROJECT, "ls-files", "-z", "-co", "--exclude-standard")
    return {name for name in listed.split("\0") if (PROJECT / name).is_file()}


def content(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as file:
        return {name: file.read(name) for name in file.namelist()}


def test_the_wheel_holds_the_package_and_the_packs_and_nothing_else(built: Built) -> None:
    package = {name for name in kept_files() if name.startswith("notelint/")}
    packs = {f"notelint/packs/shipped/{path.name}" for path in (PROJECT / "rules").iterdir()}
    shared = {f"notelint-{__version__}.data/data/{place}" for place in SHARED.values()}
    told = ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE")
    about = {f"notelint-{__version__}.dist-info/{name}" for name in told}
    assert "notelint/packs/shipped/artifacts.yaml" in packs
    assert {
        "notelint/py.typed",
        "notelint/config/presets/german.yaml",
        "notelint/report/page/page.css",
        "notelint/report/page/page.js",
    } <= package
    assert set(content(built.wheel)) == package | packs | shared | about


def test_the_wheel_says_what_it_is(built: Built) -> None:
    from packaging.metadata import Metadata

    files = content(built.wheel)
    about = f"notelint-{__version__}.dist-info/"
    assert b"notelint = notelint.__main__:start" in files[about + "entry_points.txt"]
    assert b"Permission is hereby granted" in files[about + "licenses/LICENSE"]
    told = Metadata.from_email(files[about + "METADATA"], validate=True)
    assert (told.name, str(told.version)) == ("notelint", __version__)
    assert (str(told.requires_python), told.license_expression) == (">=3.11.5", "MIT")
    assert told.summary
    supported = {f"Programming Language :: Python :: {version}" for version in VERSIONS}
    assert supported <= set(told.classifiers or ())
    assert told.description == (PROJECT / "README.md").read_text(encoding="utf-8")


def test_the_readme_can_be_shown_where_packages_are_offered() -> None:
    """As `twine check` does it."""
    markdown = pytest.importorskip("readme_renderer.markdown")
    html = markdown.render((PROJECT / "README.md").read_text(encoding="utf-8"))
    assert html is not None
    assert html.startswith("<h1")


def test_the_sdist_holds_what_the_repository_holds_but_the_plugin(built: Built) -> None:
    with tarfile.open(built.sdist) as file:
        names = {member.name.partition("/")[2] for member in file if member.isfile()}
    kept = {name for name in kept_files() if not name.startswith("editors/")}
    assert names - {"PKG-INFO"} == kept


def test_the_same_sources_make_the_same_bytes_wherever_they_lie(
    built: Built, tmp_path: Path
) -> None:
    """Whatever their times and modes are, and with the sdist in between or without."""
    copy = tmp_path / "elsewhere"
    for name in kept_files():
        target = copy / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(PROJECT / name, target)
        target.chmod(0o700 if os.access(PROJECT / name, os.X_OK) else 0o600)
        os.utime(target, (0, 900_000_000))
    again = build(copy, tmp_path / "built", "--sdist", "--wheel")
    assert again.bytes == built.bytes


def test_the_wheel_runs_from_its_own_folder(built: Built, tmp_path: Path) -> None:
    with zipfile.ZipFile(built.wheel) as file:
        file.extractall(tmp_path / "site")
    (tmp_path / "a.md").write_text("A ﬁnite set.\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "notelint", "--select", "ligature", "a.md"],
        cwd=tmp_path, env={"PYTHONPATH": str(tmp_path / "site")},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert done.stdout.startswith("a.md:1:3: NL403 ligature")


def interpreter(version: str) -> Path:
    """A Python of that version, where the machine has one."""
    if sys.version_info[:2] == tuple(map(int, version.split("."))):
        return Path(sys.executable)
    kept = Path.home() / ".pyenv" / "versions"
    offered = [shutil.which(f"python{version}"), *kept.glob(f"{version}.*/bin/python")]
    for path in map(str, filter(None, offered)):
        asked = [path, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
        if done.stdout.strip() == version:
            return Path(path)
    pytest.skip(f"no Python {version} here")


def with_pip(wheel: Path, python: Path, folder: Path) -> Path:
    run(python, "-m", "venv", "--without-pip", folder)
    run(sys.executable, "-m", "pip", "--python", program(folder, "python"),
        "install", "--quiet", "--no-compile", wheel)  # fmt: skip
    return folder


def with_uv(wheel: Path, python: Path, folder: Path) -> Path:
    if find_spec("uv") is None:
        pytest.skip("uv is not installed")
    run(sys.executable, "-m", "uv", "venv", "--quiet", "--python", python, folder)
    run(sys.executable, "-m", "uv", "pip", "install", "--quiet",
        "--python", program(folder, "python"), wheel)  # fmt: skip
    return folder


def with_pipx(wheel: Path, python: Path, folder: Path) -> Path:
    """Which also puts the manual and the completions where man and shells look."""
    if find_spec("pipx") is None:
        pytest.skip("pipx is not installed")
    places = {"HOME": "home", "BIN_DIR": "bin", "MAN_DIR": "man", "COMPLETION_DIR": "share"}
    given = {f"PIPX_{name}": str(folder / place) for name, place in places.items()}
    run(sys.executable, "-m", "pipx", "install", "--quiet", "--python", python, wheel, **given)
    assert (folder / "man" / "man1" / "notelint.1").is_file()
    for shell in ("bash", "zsh", "fish"):
        assert (folder / SHARED[shell]).is_file()
    return folder / "home" / "venvs" / "notelint"


def program(environment: Path, name: str) -> Path:
    if os.name == "nt":
        return environment / "Scripts" / f"{name}.exe"
    return environment / "bin" / name


INSTALLERS = {"pip": with_pip, "uv": with_uv, "pipx": with_pipx}


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("installer", INSTALLERS)
def test_it_is_installed_into_an_empty_environment_and_runs(
    built: Built, installer: str, version: str, tmp_path: Path
) -> None:
    place = INSTALLERS[installer](built.wheel, interpreter(version), tmp_path / "place")
    notelint = program(place, "notelint")
    assert run(notelint, "--version") == f"notelint {__version__}\n"
    (tmp_path / "a.md").write_bytes("A ﬁnite set.\r\n".encode())
    done = subprocess.run(
        [notelint, "--select", "ligature", "--fix", "a.md"], cwd=tmp_path,
        env={**os.environ, "XDG_STATE_HOME": str(tmp_path / "state")}, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    assert (tmp_path / "a.md").read_bytes() == b"A finite set.\r\n"
    offered = run(notelint, "completions", "bash")
    assert (place / SHARED["bash"]).read_text(encoding="utf-8") == offered
    assert (place / SHARED["man"]).read_text(encoding="utf-8").startswith(".TH NOTELINT 1")


def test_the_scripts_in_the_wheel_are_those_that_are_printed(built: Built) -> None:
    files = content(built.wheel)
    for shell in ("bash", "zsh", "fish"):
        held = files[f"notelint-{__version__}.data/data/{SHARED[shell]}"].decode()
        assert held == script(shell)


def test_the_manual_is_shown(built: Built, tmp_path: Path) -> None:
    if shutil.which("man") is None:
        pytest.skip("no man here")
    place = with_uv(built.wheel, Path(sys.executable), tmp_path / "place")
    shown = run("man", "-P", "cat", "notelint", MANPATH=str(place / "share" / "man"), MANWIDTH="80")
    assert "notelint worklist" in shown


def test_the_list_of_what_is_installed_is_whole_and_valid(built: Built, tmp_path: Path) -> None:
    """As the release makes it: the tool itself holds it against the schema."""
    if find_spec("cyclonedx_py") is None or os.name == "nt":
        pytest.skip("cyclonedx-py is not installed, or no shell of Unix is here")
    place = with_uv(built.wheel, Path(sys.executable), tmp_path / "environment")
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    release = yaml.safe_load((PROJECT / ".github/workflows/release.yml").read_text("utf-8"))
    [step] = [step for step in release["jobs"]["build"]["steps"] if step.get("id") == "list"]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    script = ["bash", "-e", "-o", "pipefail", "-c", f"cd '{tmp_path}'\n{step['run']}"]
    run(*script, TAG=f"v{__version__}", PATH=path)
    told = json.loads((tmp_path / "notelint.cdx.json").read_text(encoding="utf-8"))
    subject = told["metadata"]["component"]
    assert (told["bomFormat"], subject["name"], subject["version"]) == (
        "CycloneDX",
        "notelint",
        __version__,
    )
    listed = json.loads(run(sys.executable, "-m", "uv", "pip", "list", "--quiet", "--format=json",
                            "--python", program(place, "python")))  # fmt: skip
    installed = {(part["name"].lower().replace("_", "-"), part["version"]) for part in listed}
    parts = {
        (part["name"].lower().replace("_", "-"), part["version"]) for part in told["components"]
    }
    assert parts == installed - {("notelint", __version__)}
    assert str(tmp_path) not in json.dumps(told)
