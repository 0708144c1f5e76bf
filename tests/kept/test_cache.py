"""The cache gives what was built, or builds it again; it never gives what somebody else wrote, and never fails."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import pytest

from reportlint.kept.cache import cached, cached_with_numbers, recall

posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions as POSIX has them")


@pytest.fixture(autouse=True)
def _with_a_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where all the rest is tested without."""
    monkeypatch.setenv("REPORTLINT_PLAIN", "")  # for other processes
    monkeypatch.setattr("reportlint.kept.cache.PLAIN", False)


class Builder:
    """Gives a value and counts how often it was asked."""

    def __init__(self, value: Any) -> None:
        self.value = value
        self.calls = 0

    def __call__(self) -> Any:
        self.calls += 1
        return self.value


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "deep" / "cache"
    monkeypatch.setenv("REPORTLINT_CACHE", str(folder))
    return folder


def test_builds_once_and_again_for_another_key(folder: Path) -> None:
    builder = Builder({"a": (1, 2), "文": None})
    results = [cached("table", key, builder) for key in ("one", "one", "two", "two", "one")]
    assert results == [{"a": [1, 2], "文": None}] * 5  # lists from the first run on
    assert builder.calls == 3
    assert [path.name for path in folder.iterdir()] == ["table.cache"]


def test_numbers_stand_beside_a_value(folder: Path) -> None:
    numbers = [0, 10, 2**32 - 1]  # 10 is a newline
    builds = iter([("文", numbers), ("other", ())])
    for key in ("one", "one", "two", "two"):
        value, kept = cached_with_numbers("table", key, lambda: next(builds))
        assert (value, list(kept)) == (("文", numbers) if key == "one" else ("other", []))
    assert next(builds, None) is None


@pytest.mark.parametrize("tail", [b"", b"1234", b"123456789", b"12345678901", b"1234567890123456"])
def test_numbers_that_are_not_all_there_are_made_anew(folder: Path, tail: bytes) -> None:
    cached_with_numbers("table", "key", lambda: (None, [1, 2, 3]))
    line = (folder / "table.cache").read_bytes().split(b"\n")[0]
    (folder / "table.cache").write_bytes(line + b"\n" + tail)
    assert list(cached_with_numbers("table", "key", lambda: (None, [4]))[1]) == [4]


def test_names_do_not_mix(folder: Path) -> None:
    assert cached("a", "key", Builder(1)) == 1
    assert cached("b", "key", Builder(2)) == 2
    assert cached("a", "key", Builder(3)) == 1


def test_a_value_that_is_null_is_a_value(folder: Path) -> None:
    builder = Builder(None)
    assert cached("table", "key", builder) is cached("table", "key", builder) is None
    assert builder.calls == 1


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\0" * 100, b"\xff\xfe", b"[]", b"null", b"1", b'{"key": "key"}', b'{"value": 1}', b"[" * 100_000],
)
def test_broken_content_is_replaced(folder: Path, content: bytes) -> None:
    folder.mkdir(parents=True, mode=0o700)
    (folder / "table.cache").write_bytes(content)
    os.chmod(folder / "table.cache", 0o600)
    builder = Builder("new")
    assert cached("table", "key", builder) == cached("table", "key", builder) == "new"
    assert builder.calls == 1


def test_no_damage_stays_and_none_is_believed(folder: Path) -> None:
    rng = random.Random(7)
    built = {"词": ["甲", "乙" * 40]}, [*range(60)]
    for _ in range(500):
        cached_with_numbers("table", "key", lambda: built)
        content = bytearray((folder / "table.cache").read_bytes())
        at = rng.randrange(len(content))
        damage = rng.choice(("bit", "cut", "zeros", "twice"))
        if damage == "bit":
            content[at] ^= 1 << rng.randrange(8)
        elif damage == "cut":
            del content[at:]
        elif damage == "zeros":
            content[at:] = bytes(len(content) - at)
        else:
            content[at:at] = content[at : at + rng.randint(1, 40)]
        (folder / "table.cache").write_bytes(content)
        for _ in range(2):
            value, numbers = cached_with_numbers("table", "key", lambda: built)
            assert (value, [*numbers]) == built, damage
        assert recall("table", "key") is not None


FORGED = json.dumps({"key": "key", "value": "forged"}).encode("utf-16-le")


def _forge(folder: Path) -> Path:
    folder.mkdir(parents=True, mode=0o700)
    file = folder / "table.cache"
    content = b"%d\n" % len(FORGED) + FORGED
    file.write_bytes(b"%08x\n" % zlib.crc32(content) + content)
    file.chmod(0o600)
    return file


def test_what_is_ours_is_read(folder: Path) -> None:
    _forge(folder)
    assert cached("table", "key", Builder("built")) == "forged"


@posix
@pytest.mark.parametrize("mode", [0o620, 0o602, 0o666])
def test_a_file_others_can_write_is_not_read_but_replaced(folder: Path, mode: int) -> None:
    file = _forge(folder)
    file.chmod(mode)
    assert cached("table", "key", Builder("built")) == "built"
    assert file.stat().st_mode & 0o777 == 0o600
    assert cached("table", "key", Builder("other")) == "built"


@posix
@pytest.mark.parametrize("mode", [0o770, 0o707, 0o1777])
def test_a_folder_others_can_write_is_left_alone(folder: Path, mode: int) -> None:
    file = _forge(folder)
    folder.chmod(mode)
    assert cached("table", "key", Builder("built")) == "built"
    assert FORGED in file.read_bytes()


@posix
@pytest.mark.parametrize("path", ["folder", "file"])
def test_what_another_user_owns_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    file = _forge(folder)
    mine, name = os.geteuid(), "lstat" if path == "folder" else "fstat"
    real = getattr(os, name)

    def foreign(place: Any, *args: Any, **kwargs: Any) -> Any:
        status = list(real(place, *args, **kwargs))
        status[4] = mine + 1
        return os.stat_result(status)

    monkeypatch.setattr(os, name, foreign)
    assert cached("table", "key", Builder("built")) == "built"
    if path == "folder":
        assert FORGED in file.read_bytes()


@posix
def test_a_link_in_place_of_the_folder_is_not_followed(folder: Path, tmp_path: Path) -> None:
    file = _forge(tmp_path / "elsewhere")
    folder.parent.mkdir()
    folder.symlink_to(file.parent)
    assert cached("table", "key", Builder("built")) == "built"
    assert FORGED in file.read_bytes()


@posix
def test_the_folder_is_private(folder: Path) -> None:
    before = os.umask(0)
    try:
        cached("table", "key", Builder(1))
    finally:
        os.umask(before)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "table.cache").stat().st_mode & 0o777 == 0o600


def test_no_folder_can_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("REPORTLINT_CACHE", str(tmp_path / "file" / "cache"))
    builder = Builder(7)
    assert cached("table", "key", builder) == cached("table", "key", builder) == 7
    assert builder.calls == 2


def test_a_write_that_fails_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert cached("table", "key", Builder(7)) == 7
    assert list(folder.iterdir()) == []


def test_an_interrupted_write_leaves_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        cached("table", "key", Builder(7))
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="XDG")
def test_where_the_folder_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REPORTLINT_CACHE", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    for base, place in ((str(tmp_path / "xdg"), "xdg"), ("relative", ".cache"), ("", ".cache")):
        monkeypatch.setenv("XDG_CACHE_HOME", base)
        cached("table", "key", Builder(1))
        assert (tmp_path / place / "reportlint" / "table.cache").is_file()
    assert not (tmp_path / "relative").exists()
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)  # as it does for a user without a home
    assert cached("table", "key", Builder(2)) == 2
    assert not (tmp_path / "~").exists()


WRITER = """
import sys
import zlib
from reportlint.kept.cache import cached, cached_with_numbers, recall
for round in range(60):
    key = str(round % 3)
    value = cached("table", key, lambda: [key] * 5000)
    assert value == [key] * 5000, value[:3]
"""


def test_concurrent_writers(folder: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    writers = [subprocess.Popen([sys.executable, "-c", WRITER], env=environment) for _ in range(4)]
    assert [writer.wait() for writer in writers] == [0] * 4
    assert [path.name for path in folder.iterdir()] == ["table.cache"]
    _, _, said = (folder / "table.cache").read_bytes().split(b"\n", 2)
    content = json.loads(said.decode("utf-16-le"))
    assert content["value"] == [content["key"]] * 5000


FAULTY = sorted((Path(__file__).parents[2] / "examples").rglob("faulty*.txt"))


def _run(folder: Path, seed: int, *drafts: Path) -> dict[str, bytes]:
    """Lint drafts in a process of its own; the files of the cache by their names."""
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PYTHONHASHSEED": str(seed),
        "REPORTLINT_CACHE": str(folder),
        "REPORTLINT_PLAIN": "",
    }
    program = [sys.executable, "-c", "from reportlint.command.main import command; command()"]
    command = [*program, "--jobs", "1", "--fail-on", "never", *map(str, drafts)]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """A folder that a run over the faulty examples has filled, and what it holds."""
    folder = tmp_path_factory.mktemp("filled", numbered=False)
    folder.chmod(0o700)
    return folder, _run(folder, 1, *FAULTY)


def test_a_second_run_makes_nothing_anew(filled: tuple[Path, dict[str, bytes]]) -> None:
    """Whatever order the sets of words are gone through in: a pattern made of one is the same in every process."""
    folder, kept = filled
    assert _run(folder, 2, *FAULTY) == kept


def test_no_word_of_a_draft_is_kept(filled: tuple[Path, dict[str, bytes]], tmp_path: Path) -> None:
    """Drafts are not public yet: what is kept depends on the tables and the patterns alone."""
    folder, kept = filled
    words = "捭阖纵横事项"
    text = "\n".join(draft.read_text().replace("案件", words).replace("办结率", f"{words}率") for draft in FAULTY)
    (tmp_path / "draft.txt").write_text(text)
    now = _run(folder, 1, tmp_path / "draft.txt")
    assert now.keys() == kept.keys()
    for data in now.values():
        assert words not in json.dumps(json.loads(data.split(b"\n")[1]), ensure_ascii=False)


OFFICE = """\
terms: [{wrong: 甪璆纵横, right: 甪璆有度}]
names: [甪璆之窗]
phrases: {plan: [甪璆督察]}
documents: [{name: 云川市甪璆办法, to: 2024-04, replaced_by: 《云川市甪璆条例》}]
institutions: [云川市甪璆委员会, {name: 甪璆局, wrong: [大甪璆局]}]
checks: {vague-quantity: {words: [甪璆多]}, relative-time: {words: [甪璆年]}}
"""


def test_no_word_of_an_offices_settings_is_kept(folder: Path, filled: tuple[Path, dict[str, bytes]]) -> None:
    shutil.copytree(filled[0], folder)
    (folder.parent / ".reportlint.yaml").write_text(OFFICE)
    draft = (Path(__file__).parents[2] / "examples" / "law-based-government" / "good.txt").read_text()
    (folder.parent / "draft.txt").write_text(draft.replace("案件", "甪璆纵横，依据云川市甪璆办法，大甪璆局甪璆多次"))
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "REPORTLINT_CACHE": str(folder)}
    command = [sys.executable, "-m", "reportlint", str(folder.parent / "draft.txt"), "--fail-on", "never"]
    done = subprocess.run(command, env=environment, check=True, capture_output=True)
    assert "“甪璆纵横”是本单位规定不用的写法" in done.stdout.decode()
    kept = [path for path in folder.iterdir() if path.suffix == ".cache"]
    assert len(kept) > 5
    for path in kept:
        assert "甪璆" not in json.dumps(json.loads(path.read_bytes().split(b"\n")[1]), ensure_ascii=False), path.name
