"""A zip a platform with all that reportlint needs where there is no internet: python tools/bundle.py [PLATFORM …] [--to FOLDER].

Wheels at the versions that are installed here, with which the tests ran; programs to install and to update; a README in
Chinese; checksums; all licences. Needs a package index, the one of pip's settings. See tools/offline for what goes along.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from email.parser import HeaderParser
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path
from typing import NamedTuple

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name, parse_wheel_filename

ROOT = Path(__file__).parents[1]
OFFLINE = ROOT / "tools" / "offline"
PYTHONS = ("3.11", "3.12", "3.13")
"""Those for which everything has wheels at the versions of the tests; RapidFuzz 3.14 has none for 3.10."""
_GLIBC = ("1", "2010", "2014", "_2_17", "_2_24", "_2_26", "_2_27", "_2_28")
_WINDOWS = {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"}
_LINUX = {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"}
_ON_WINDOWS = """\
install.bat D:\\reportlint
update.bat D:\\reportlint
D:\\reportlint\\Scripts\\reportlint 草稿.docx"""
_ON_LINUX = """\
sh install.sh ~/reportlint
sh update.sh ~/reportlint
~/reportlint/bin/reportlint 草稿.docx"""
_DOCKER = """
有 Docker 的，也可以用 `Dockerfile` 做成镜像（只另要基础镜像），检查挂进去的文件夹，用法写在其中。
"""


class Platform(NamedTuple):
    """tags: of wheels that run there. markers: what a requirement's condition is asked with. system: said to people."""

    tags: Sequence[str]
    markers: Mapping[str, str]
    system: str

    @property
    def is_windows(self) -> bool:
        """Are its programs .bat?"""
        return self.markers is _WINDOWS


def _linux(machine: str, said: str) -> Platform:
    tags = [f"manylinux{version}_{machine}" for version in _GLIBC]
    system = f"{said} 处理器上的 Linux，glibc 2.28 以上（统信 UOS 20、麒麟 V10 及以后的版本），装好与 Python 同一版本的 `python3-venv`"
    return Platform(tags, _LINUX, system)


PLATFORMS = {
    "linux-x86_64": _linux("x86_64", "x86-64"),
    "linux-arm64": _linux("aarch64", "arm64（鲲鹏、飞腾）"),
    "windows-x86_64": Platform(["win_amd64"], _WINDOWS, "x86-64 处理器上的 Windows 10 以上"),
}
OTHERS = {
    "arm64 上的 Linux": [f"manylinux{version}_aarch64" for version in _GLIBC],
    "x86-64 上的 musl（Alpine）": ["musllinux_1_1_x86_64", "musllinux_1_2_x86_64"],
    "arm64 上的 musl（Alpine）": ["musllinux_1_1_aarch64", "musllinux_1_2_aarch64"],
}
"""Systems of which the README says what has no wheel there: a name, and the tags of wheels."""


def main() -> None:
    """Write the zips that are asked for, and say their sizes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("platforms", nargs="*", metavar="PLATFORM", help="、".join(PLATFORMS))
    parser.add_argument("--to", type=Path, default=ROOT / "dist")
    parser.add_argument("--python", nargs="+", default=PYTHONS, help="versions; all by default")
    asked = parser.parse_args()
    if unknown := set(asked.platforms) - set(PLATFORMS):
        parser.error(f"no such platform: {', '.join(sorted(unknown))}")
    asked.to.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        needed = {each: pinned(PLATFORMS[each], asked.python) for each in asked.platforms or PLATFORMS}
        pure = pure_wheels(Path(name), sorted(set().union(*needed.values())))
        compiled = {each: [pin for pin in pins if _named(pin) not in pure] for each, pins in needed.items()}
        lacking = dict(_lacking(sorted(set().union(*compiled.values())), asked.python[-1]))
        for platform, pins in needed.items():
            folder = Path(name) / platform
            fetch(compiled[platform], PLATFORMS[platform], asked.python, folder)
            shared = [pure[each] for each in ("reportlint", *map(_named, pins)) if each in pure]
            wheels = sorted([*shared, *folder.iterdir()], key=lambda path: path.name.lower())
            target = asked.to / f"reportlint-{version('reportlint')}-{platform}.zip"
            pack(target, contents(platform, asked.python, wheels, lacking))
            print(f"{target}: {target.stat().st_size / 1e6:.0f} MB, {len(wheels)} wheels")


def pinned(platform: Platform, pythons: Sequence[str]) -> list[str]:
    """All that reportlint needs on a platform with any of the Pythons, itself left out, at the version installed here.

    What is needed elsewhere alone, and so is not installed here, has no version.
    """
    pins: set[str] = set()
    for python in pythons:
        found: dict[str, str] = {}
        markers = {**platform.markers, "python_version": python, "python_full_version": f"{python}.0"}
        _follow("reportlint", {"web"}, markers, found)
        pins.update(pin for name, pin in found.items() if name != "reportlint")
    return sorted(pins)


def _named(pin: str) -> str:
    return canonicalize_name(pin.partition("==")[0])


def _follow(name: str, extras: set[str], markers: Mapping[str, str], found: dict[str, str]) -> None:
    try:
        needed = [Requirement(line) for line in requires(name) or []]
        found[name] = f"{name}=={version(name)}"
    except PackageNotFoundError:
        found[name] = name
        return
    for one in needed:
        asked = [{**markers, "extra": extra} for extra in ("", *extras)]
        if one.marker is None or any(one.marker.evaluate(environment) for environment in asked):
            child = canonicalize_name(one.name)
            if child not in found or one.extras:
                _follow(child, one.extras, markers, found)


def pure_wheels(work: Path, pins: Sequence[str]) -> dict[str, Path]:
    """Names to the wheels that run anywhere, made here where the index has a source alone; reportlint's is one of them."""
    tree, wheels = work / "tree", work / "host"
    checkout = ["git", "checkout-index", "--all", f"--prefix={tree}/"]
    subprocess.run(checkout, cwd=ROOT, check=True, capture_output=True)
    _pip("wheel", "--no-deps", "--wheel-dir", str(wheels), str(tree), *pins)
    return {
        parse_wheel_filename(path.name)[0]: path for path in wheels.iterdir() if path.name.endswith("-none-any.whl")
    }


def fetch(pins: Sequence[str], platform: Platform, pythons: Sequence[str], folder: Path) -> None:
    """Fetch the wheels of a platform for each Python into a folder."""
    for python in pythons:
        _pip("download", "--no-deps", "--dest", str(folder), *_only(platform.tags, python), *pins)


def _lacking(pins: Sequence[str], python: str) -> Iterator[tuple[str, list[str]]]:
    """For each other system, what has no wheel there."""
    with tempfile.TemporaryDirectory() as nowhere:
        for system, tags in OTHERS.items():
            look = ["install", "--dry-run", "--target", nowhere, "--no-deps", *_only(tags, python)]
            yield system, [] if _there_is(look, pins) else [pin for pin in pins if not _there_is(look, [pin])]


def _only(tags: Sequence[str], python: str) -> list[str]:
    return ["--only-binary=:all:", "--python-version", python, *(f"--platform={tag}" for tag in tags)]


def _there_is(look: Sequence[str], pins: Sequence[str]) -> bool:
    try:
        _pip(*look, *pins)
    except subprocess.CalledProcessError:
        return False
    return True


def _pip(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "pip", *arguments], check=True, capture_output=True)


def contents(
    name: str, pythons: Sequence[str], wheels: Sequence[Path], lacking: Mapping[str, Sequence[str]]
) -> dict[str, bytes]:
    """What stands in the zip of a platform: names of files to bytes."""
    platform = PLATFORMS[name]
    suffix = ".bat" if platform.is_windows else ".sh"
    files = {f"wheels/{wheel.name}": wheel.read_bytes() for wheel in wheels}
    for wheel in wheels:
        files.update(licences(wheel))
    along = ["install.py", f"install{suffix}", f"update{suffix}", *([] if platform.is_windows else ["Dockerfile"])]
    files.update({each: (OFFLINE / each).read_bytes() for each in along})
    files["README.md"] = _readme(name, pythons, wheels, lacking).encode()
    sums = (f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in sorted(files.items()))
    return {**files, "SHA256SUMS": "".join(sums).encode()}


def _readme(name: str, pythons: Sequence[str], wheels: Sequence[Path], lacking: Mapping[str, Sequence[str]]) -> str:
    platform = PLATFORMS[name]
    rows = dict.fromkeys(f"| {' | '.join(_told(wheel))} |" for wheel in wheels)
    said = [f"{system}，{_listed(pins, '没有轮子') or '各包都有轮子'}" for system, pins in lacking.items()]
    bare = dict.fromkeys(
        _told(wheel)[0] for wheel in wheels if all(path.endswith("METADATA") for path in licences(wheel))
    )
    return (OFFLINE / "README.md").read_text(encoding="utf-8").format(
        version=version("reportlint"),
        platform=name,
        system=platform.system,
        pythons="、".join(pythons),
        programs=_ON_WINDOWS if platform.is_windows else _ON_LINUX,
        docker="" if platform.is_windows else _DOCKER,
        table="\n".join(rows),
        bare=f"（{said_bare}，放的是它自己的说明）" if (said_bare := _listed([*bare], "没有附全文")) else "",
        lacking="；".join(said) + "。",
    )  # fmt: skip


def _listed(names: Sequence[str], said: str) -> str:
    return f"{'、'.join(names)} {said}" if names else ""


def _told(wheel: Path) -> tuple[str, str, str, str]:
    """A package's name, version, licence, and whether its wheel is of Python alone."""
    with zipfile.ZipFile(wheel) as package:
        path = next(name for name in package.namelist() if name.endswith(".dist-info/METADATA"))
        head = HeaderParser().parsestr(package.read(path).decode())
    kinds = [kind.rpartition(" :: ")[2] for kind in head.get_all("Classifier", []) if kind.startswith("License ::")]
    licence = head["License-Expression"] or "、".join(kinds) or (head["License"] or "").partition("\n")[0]
    return head["Name"], head["Version"], licence, "纯 Python" if wheel.name.endswith("-any.whl") else "编译的"


def licences(wheel: Path) -> dict[str, bytes]:
    """The texts of licences in a wheel, under the package's name; where there is none, what it says of itself."""
    name, release = parse_wheel_filename(wheel.name)[:2]
    with zipfile.ZipFile(wheel) as package:
        members = [path for path in package.namelist() if ".dist-info/" in path and not path.endswith("/")]
        texts = [path for path in members if _is_licence(path)]
        chosen = texts or [path for path in members if path.endswith("/METADATA")]
        return {f"licences/{name}-{release}/{path.partition('.dist-info/')[2]}": package.read(path) for path in chosen}


def _is_licence(path: str) -> bool:
    inside = path.partition(".dist-info/")[2].lower()
    return inside.startswith("licenses/") or any(word in inside for word in ("license", "licence", "copying", "notice"))


def pack(target: Path, files: Mapping[str, bytes]) -> None:
    """Write a zip, the same one of the same files; what is packed already is not packed again."""
    with zipfile.ZipFile(target, "w") as package:
        for name, data in sorted(files.items()):
            info = zipfile.ZipInfo(f"{target.stem}/{name}", (2020, 1, 1, 0, 0, 0))
            info.external_attr = (0o755 if name.endswith(".sh") else 0o644) << 16
            stored = name.endswith(".whl")
            package.writestr(info, data, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)


if __name__ == "__main__":
    try:
        main()
    except subprocess.CalledProcessError as failed:
        sys.exit(failed.stderr.decode())
