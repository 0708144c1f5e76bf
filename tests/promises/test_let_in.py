"""Nothing is let in: no network, no code of the linted tree, no endless settings, no control characters for the terminal.

Elsewhere: hostile Word files, pages and PDF in `test_readers`, the page's policy in `test_page`, words of a draft in every
machine format in `test_formats`, git's settings in `test_changed`, the cache's owner and mode in `test_cache`.

    REPORTLINT_TESTS=long pytest tests/test_let_in.py     every reader with every verb and format; every system call watched
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import time
import zlib
from pathlib import Path
from typing import Any

import pytest
from conftest import Run, write
from documents import lines, word
from test_cli import FAULTY, GOOD, ONLY
from test_fix import DRAFT, OFFICE
from test_hook import Repository
from test_readers import as_page, pdf

from reportlint.command.options import FORMATS
from reportlint.facts.names.bodies.institutions import _forms
from reportlint.kept import patterns
from reportlint.linting.config_file import parse_config
from reportlint.settings.bounded_yaml import MAX_BYTES
from reportlint.settings.values import ConfigError

LONG = os.environ.get("REPORTLINT_TESTS") == "long"
SCRIPT = str(Path(sysconfig.get_path("scripts")) / "reportlint")
posix = pytest.mark.skipif(sys.platform == "win32", reason="links, permissions and calls as POSIX has them")

PATTERNS = f"{patterns.NAME}.cache"
"""The file of patterns that this Python keeps for this edition."""
keeps_patterns = pytest.mark.skipif(sys.version_info < (3, 11), reason="no patterns are kept before Python 3.11")

# No network

GUARD = """
import json, os, sys

def guard(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")):
        open("network", "a").write(event + "\\n")
        os._exit(99)
    if event == "subprocess.Popen":
        open("programs", "a").write(json.dumps([os.path.basename(arguments[0]), *map(str, arguments[1][1:])]) + "\\n")

sys.addaudithook(guard)
"""
"""Ends the process that opens a socket, or a worker forked from it, and writes down which programs are started."""
COMMANDS = """
from reportlint.command.main import main
for command in json.load(sys.stdin):
    sys.argv = ["reportlint", *command]
    try:
        main()
    except SystemExit as leaving:
        print(leaving.code, *command, file=sys.stderr)
"""


def text_of_pdf(text: str) -> bytes:
    """A PDF of one line of ASCII."""
    shown = b"BT /F 12 Tf 72 700 Td (%s) Tj ET" % text.encode()
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    content = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(shown), shown)
    return pdf(b"/Resources << /Font << /F %s >> >> /Contents 100 0 R >>\nendobj\n100 0 obj\n%s" % (font, content))


def leading_out() -> bytes:
    """A Word file whose parts point to the network: a linked picture, a template, an entity in a part of no text."""
    outside = 'Target="http://192.0.2.1/x" TargetMode="External"'
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    relations = "".join(
        f'<Relationship Id="x{at}" Type="{kind}/{name}" {outside}/>'
        for at, name in enumerate(("image", "attachedTemplate", "customXml"))
    )
    others: dict[str, str | bytes] = {
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}">{relations}</Relationships>',
        "customXml/item1.xml": '<!DOCTYPE a SYSTEM "http://192.0.2.1/a.dtd" [<!ENTITY x SYSTEM "http://192.0.2.1/x">]><a>&x;</a>',
    }
    body = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in FAULTY.splitlines())
    return word(body, others=others)


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of drafts of every kind, and the current folder."""
    repository = Repository(tmp_path / "tree", tmp_path / "store")
    for number in range(14):
        repository.write(f"many/{number}.txt", FAULTY)
    repository.write("draft.txt", DRAFT)
    repository.write(".reportlint.yaml", OFFICE)
    repository.git("commit", "-q", "-m", "main")
    repository.git("branch", "base")
    monkeypatch.chdir(tmp_path / "tree")
    write("draft.md", FAULTY)
    write("draft.docx", lines(FAULTY))
    write("out.docx", leading_out())
    page = as_page(FAULTY).replace("</head>", '<base href="http://192.0.2.1/"><script src="x.js"></script></head>')
    write("draft.html", page.replace("</body>", '<img src="http://192.0.2.1/a.png"><iframe src="//192.0.2.1/"></body>'))
    write("draft.pdf", text_of_pdf("Annual report"))
    return tmp_path / "tree"


def commands() -> list[list[str]]:
    """Every verb, every format, every reader; all with all in the long form."""
    drafts = ["draft.txt", "draft.md", "draft.docx", "out.docx", "draft.html", "draft.pdf"]
    crossed = [[draft, "--format", form] for draft in drafts for form in FORMATS]
    short = [[*drafts, "--format", form, "--output", f"result.{form}"] for form in FORMATS]
    return [
        *(crossed if LONG else short),
        ["many", "--jobs", "2"],
        ["draft.txt", "--previous", "many"],
        ["--changed-since", "base"],
        ["--diff", "draft.txt"],
        ["--fix", "draft.txt"],
        *(["review", draft, "-o", f"{draft}.review.docx"] for draft in (drafts if LONG else drafts[2:4])),
        *([verb, draft] for verb in ("outline", "figures") for draft in (drafts if LONG else drafts[:1])),
        ["checks"],
        ["explain", "vague-quantity"],
        ["waive", "many"],
        ["init", "."],
    ]


def guarded(script: str, stdin: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-c", GUARD + script], input=stdin, capture_output=True, timeout=300)


def test_nothing_opens_a_connection(tree: Path) -> None:
    done = guarded(COMMANDS, json.dumps(commands()).encode())
    assert done.returncode == 0 and not Path("network").exists(), done.stderr.decode()[-500:]
    said = done.stderr.decode().splitlines()
    codes = {tuple(line.split()[1:]): line.split()[0] for line in said if line[:2] in ("0 ", "1 ", "2 ")}
    assert len(codes) == len(commands())
    failed = {command for command, code in codes.items() if code == "2"}
    assert all("draft.pdf" in command for command in failed), failed  # an ASCII line is no report, and no Word file
    programs = [json.loads(line) for line in Path("programs").read_text(encoding="utf-8").splitlines()]
    assert {program for program, *_ in programs} == {os.path.basename(sys.executable), "git"}
    own = [arguments for program, *arguments in programs if program != "git"]
    assert all(first == "-I" and second.endswith("pdf_lines.py") for first, second in own)


def test_the_reader_of_pdf_opens_no_connection(tree: Path) -> None:
    """It is a program of its own, which the guard of the one that starts it does not reach."""
    from reportlint.readers import pdf as reader

    program = str(Path(reader.__file__).with_name("pdf_lines.py"))
    done = guarded(f"import runpy; runpy.run_path({program!r}, run_name='__main__')", Path("draft.pdf").read_bytes())
    assert (done.returncode, json.loads(done.stdout)["pages"][0][0][0]) == (0, "Annual report")
    assert not Path("network").exists() and not Path("programs").exists()


@pytest.mark.parametrize(
    "script",
    [
        "import socket; socket.socket()",
        "import urllib.request; urllib.request.urlopen('http://192.0.2.1/')",
        "import multiprocessing as m\nchild = m.get_context('fork').Process(target=lambda: __import__('socket').socket())\n"
        "child.start(); child.join(); sys.exit(child.exitcode)",
    ],
)
def test_the_guard_guards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    monkeypatch.chdir(tmp_path)
    assert guarded(script, b"").returncode == 99 and Path("network").exists()


@pytest.mark.slow
@pytest.mark.skipif(not LONG or not shutil.which("strace"), reason="long, and needs strace")
def test_no_program_asks_the_system_for_a_connection(tree: Path) -> None:
    for command in commands():
        watched = ["strace", "-f", "-qq", "-e", "trace=socket", "-o", "calls", SCRIPT, *command]
        subprocess.run(watched, capture_output=True, timeout=300)
        assert "AF_INET" not in Path("calls").read_text(encoding="utf-8", errors="replace"), command


# No code of the linted tree

TRAP = "import os\nopen(os.path.join({folder!r}, 'ran'), 'a').write(__file__ + '\\n')\n"
NAMES = (
    *("lark", "jieba", "yaml", "typer", "click", "rapidfuzz", "selectolax", "markdown_it", "pypdfium2", "docx", "tqdm"),
    *(
        "lxml",
        "json",
        "re",
        "fix",
        "errors",
        "source",
        "conftest",
        "sitecustomize",
        "usercustomize",
        "setup",
        "house_style",
    ),
)


def trapped(folder: Path) -> None:
    """Lay out all that Python, pytest, setuptools or reportlint might run if it came from elsewhere."""
    trap = TRAP.format(folder=str(folder))
    for name in NAMES:
        write(f"{folder}/{name}.py", trap)
    for place in ("checks", "checks/house", "reportlint_checks", "src/reportlint", "grammars"):
        write(f"{folder}/{place}/__init__.py", trap)
    write(f"{folder}/checks/house/term.py", trap)
    write(f"{folder}/house_style-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: house-style\nVersion: 1\n")
    write(f"{folder}/house_style-1.dist-info/entry_points.txt", "[reportlint.checks]\nno-noise = house_style\n")
    write(f"{folder}/house.egg-info/entry_points.txt", "[reportlint.checks]\nno-noise = house_style\n")
    write(f"{folder}/house.pth", "import house_style\n")
    write(f"{folder}/pyproject.toml", '[project.entry-points."reportlint.checks"]\nno-noise = "house_style"\n')
    write(f"{folder}/grammars/law-based-government.lark", "start: /.*/\n")
    write(f"{folder}/.reportlint.yaml", "checks: {term: warning}\n")


@pytest.mark.parametrize(
    "how", [[SCRIPT], [sys.executable, "-m", "reportlint"], [sys.executable, "-I", "-m", "reportlint"]]
)
def test_nothing_of_the_tree_runs(tmp_path: Path, how: list[str]) -> None:
    trapped(tmp_path)
    write(f"{tmp_path}/drafts/a.pdf", text_of_pdf("Annual report"))
    for name, data in {"a.txt": FAULTY.encode(), "a.html": as_page(FAULTY).encode(), "a.docx": lines(FAULTY)}.items():
        write(f"{tmp_path}/{name}", data)
    if how == [SCRIPT]:  # with -m, Python looks for these where it stands before it looks at us
        for name in ("reportlint", "reportlint/checks/house", "runpy"):
            write(f"{tmp_path}/{name}.py", TRAP.format(folder=str(tmp_path)))
    arguments = ["a.txt", "a.html", "a.docx", "drafts/a.pdf", "--previous", "a.txt", "--format", "json", *ONLY]
    done = subprocess.run([*how, *arguments], cwd=tmp_path, capture_output=True, timeout=60)
    assert not (tmp_path / "ran").exists(), (tmp_path / "ran").read_text(encoding="utf-8")
    assert done.returncode == 1, done.stderr.decode()
    assert {item["path"] for item in json.loads(done.stdout)} >= {"a.txt", "a.html", "a.docx"}
    listed = subprocess.run([*how, "checks"], cwd=tmp_path, capture_output=True, timeout=60).stdout.decode()
    assert "vague-quantity" in listed and "no-noise" not in listed


def test_the_trap_catches(tmp_path: Path) -> None:
    """What the test above would see: the same tree where its packages are looked for."""
    trapped(tmp_path)
    write(f"{tmp_path}/a.txt", FAULTY)
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    subprocess.run([SCRIPT, "a.txt"], cwd=tmp_path, capture_output=True, env=environment, timeout=60)
    assert (tmp_path / "ran").exists()


# Settings


def multiplied(first: str, item: str) -> str:
    return f"a0: &a0 {first}\n" + "".join(f"a{at}: &a{at} {item.format(at - 1)}\n" for at in range(1, 30))


SETTINGS = {
    "merges": (multiplied("{k: 1}", "{{<<: [*a{0}, *a{0}]}}"), "100,000 项"),
    "aliases": (multiplied("[x]", "[*a{0}, *a{0}, *a{0}]"), "100,000 项"),
    "a merge of itself": ("checks: &a {<<: *a}", "指向它自己"),
    "a chain of merges": (multiplied("{k: 1}", "{{<<: *a{0}}}"), "没有名为 a0 的设置"),
    "deep lists": ("exclude: " + "[" * 50_000, "20 层"),
    "deep blocks": ("exclude:\n" + "".join(" " * at + "-\n" for at in range(1, 900)), "20 层"),
    "sixties": ("exclude: 1" + ":1" * 200_000, "100 位"),
    "digits": ("exclude: " + "1" * 200_000, "100 位"),
    "a long float": ("exclude: 1." + "1" * 200_000, "100 位"),
    "a long file": ("exclude: [甲]\n" + "#" * MAX_BYTES, "字节的上限"),
    "many values": ("exclude: [" + "a," * 101_000 + "]", "100,000 项"),
    "an object": ("exclude: !!python/object/apply:os.system [exit 1]", "不是正确的 YAML"),
    "a module": ("exclude: !!python/module:antigravity []", "不是正确的 YAML"),
}


@pytest.mark.parametrize("name", SETTINGS)
def test_endless_settings_are_refused_at_once(name: str) -> None:
    if name == "many values" and not LONG:
        pytest.skip("long: three seconds")
    content, said = SETTINGS[name]
    start = time.process_time()
    with pytest.raises(ConfigError, match=said) as refused:
        parse_config(content.encode(), "a/.reportlint.yaml")
    assert str(refused.value).startswith("a/.reportlint.yaml：") and len(str(refused.value)) < 300
    assert time.process_time() - start < 10


def test_settings_as_people_write_them_are_within_the_limits() -> None:
    waivers = "".join(
        f"- {{check: term, words: 词{at}, path: 2023/*, reason: *why}}\n"
        if at
        else "- {check: term, words: 词, reason: &why 已有}\n"
        for at in range(500)
    )
    assert len(parse_config(f"waivers:\n{waivers}".encode(), "a").waivers.items) == 500


@posix
def test_a_device_is_not_read_to_its_end(run: Run) -> None:
    write("draft.txt", GOOD)
    outcome = run("draft.txt", "--config", "/dev/zero")
    assert outcome.code == 2 and "/dev/zero：这是设备" in outcome.err


def test_waive_does_not_write_settings_that_are_not_read(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportlint.repository.waiver_lines.MAX_BYTES", 3000)
    write("draft.txt", FAULTY)
    before = "exclude: []\n" + "#" * 2970
    write(".reportlint.yaml", before)
    outcome = run("waive", "draft.txt")
    assert outcome.code == 2 and "字节的上限，没有写入" in outcome.err
    assert Path(".reportlint.yaml").read_text(encoding="utf-8") == before


# The terminal

STEERING = "\x1b[31m", "\x1b]0;x\x07", "\x9b2J", "\x7f", "\x08", "\u202e", "\u2066", "\u200b"
WORDS = "".join(STEERING)


def steers(text: str) -> list[str]:
    """Characters that a terminal does not show, but obeys."""
    hidden = "".join(
        map(chr, (*range(9), *range(11, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
    )
    return [f"{char!r} in {line!r}" for line in text.split("\n") for char in line if char in hidden + "\u200b"]


def told_in_every_way(name: str) -> list[list[str]]:
    """Verbs and faults whose words quote a name, a draft, settings, or the command line."""
    return [
        *([name, "--format", form] for form in FORMATS),
        *([name, "none" + name, "--format", form] for form in FORMATS),
        [name, "--format", "json", "--output", name + "/x"],
        [name, "--output", name],
        [name, "--output", name + ".json"],
        ["--diff", name],
        *([verb, name] for verb in ("outline", "figures")),
        *([verb, name, "--format", "json"] for verb in ("outline", "figures")),
        ["figures", name, "--quantities", "--format", "json"],
        ["figures", name, "--quantities"],
        ["outline", name + "none"],
        ["review", name, "-o", name + ".docx"],
        ["review", name, "-o", name + ".txt"],
        ["waive", name, "--config", name + ".yaml"],
        ["waive", name, "--until", WORDS],
        ["init", name + "folder"],
        ["init", name],
        ["explain", WORDS],
        [name, "--select", WORDS],
        [name, "--config", "no" + WORDS],
        [name, "--config", "bad.yaml"],
        [name, "--config", "worse.yaml"],
        [name, "--previous", "no" + WORDS],
        [name, "--report", WORDS],
        [name, "--jobs", WORDS],
        [name, "--format", WORDS],
        [name, "--" + WORDS],
        [name, "--changed-since", WORDS],
    ]


@posix
def test_nothing_steers_the_terminal(run: Run) -> None:
    name = f"稿{WORDS}.txt"
    words = WORDS.replace("\x07", "").replace("\x08", "")  # with these it would be taken for binary
    draft = FAULTY.replace("一批", f"一批{words}").replace("云川市", f"云川{words}市", 1)
    write(name, f"{draft}出台一批\r{words}办法36{words}件。")
    quoted = json.dumps(WORDS)
    write("bad.yaml", f"checks: {{{quoted}: off}}")
    write("worse.yaml", f"fail-on: {quoted}")
    Path(name + "folder").mkdir()
    shown = 0
    for arguments in told_in_every_way(name):
        outcome = run(*arguments)
        assert steers(outcome.out.replace("\r\n", "\n")) == steers(outcome.err) == [], arguments
        assert outcome.out or outcome.err
        shown += "\ufffd" in outcome.out + outcome.err or "\\u001b" in outcome.out
    assert run(name, "--format", "json").found
    assert shown > 30  # the words were there to be passed on


@posix
def test_nothing_in_a_name_makes_a_line_of_its_own(run: Run) -> None:
    outcome = run("a\nreportlint: 没有问题\r\x85\u2028b.txt")
    assert outcome.code == 2 and outcome.err.count("\n") == 1 and len(outcome.err.splitlines()) == 1


def test_json_keeps_what_it_escapes(run: Run) -> None:
    write("draft.txt", FAULTY.replace("一批", "一批\x9b"))
    write(".reportlint.yaml", 'terms: [{wrong: "一批\\x9b"}]')
    (found,) = run("draft.txt", "--select", "term", "--format", "json").found
    assert found["text"] == "一批\x9b"


# The cache and the home


@posix
def test_without_a_home(tmp_path: Path) -> None:
    write(f"{tmp_path}/draft.txt", FAULTY)
    nowhere = {"HOME": "/dev/null/none", "XDG_CACHE_HOME": "/dev/null/none", "REPORTLINT_CACHE": ""}
    command = [SCRIPT, "draft.txt", *ONLY]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, env={**os.environ, **nowhere}, timeout=60)
    usual = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (1, usual.stdout, b"")
    assert os.listdir(tmp_path) == ["draft.txt"]


def summed(said: object, numbers: bytes = b"") -> bytes:
    """A file of the cache as somebody would write it who knows how."""
    line = json.dumps(said).encode("utf-16-le")
    content = b"%d\n" % len(line) + line + numbers
    return b"%08x\n" % zlib.crc32(content) + content


def said_in(data: bytes) -> tuple[dict[str, Any], bytes]:
    """What such a file says, and the numbers behind it."""
    _, length, rest = data.split(b"\n", 2)
    return json.loads(rest[: int(length)].decode("utf-16-le")), rest[int(length) :]


@keeps_patterns
def test_a_broken_cache_is_made_anew(tmp_path: Path) -> None:
    """Cut short, of another shape, or not ours: the outcome is the same, and the next run finds a whole one."""
    write(f"{tmp_path}/draft.txt", FAULTY)
    folder = tmp_path / "cache"
    environment = {**os.environ, "REPORTLINT_CACHE": str(folder)}

    def outcome() -> tuple[int, bytes, bytes]:
        done = subprocess.run(
            [SCRIPT, "draft.txt", *ONLY], cwd=tmp_path, capture_output=True, env=environment, timeout=60
        )
        return done.returncode, done.stdout, done.stderr

    first = outcome()
    whole = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert {PATTERNS, "words.cache"} <= set(whole) and first[2] == b""
    head, numbers = said_in(whole[PATTERNS])
    wrong = {
        "places": {name: [7, 9, *told] for name, (_, _, *told) in head["value"].items()},
        "shape": dict.fromkeys(head["value"], 1),
    }
    for broken in (
        {name: data[: len(data) // 2] for name, data in whole.items()},
        {name: data[:-4] for name, data in whole.items()},
        {name: data + b"1234" for name, data in whole.items()},
        *({PATTERNS: summed({**head, "value": value}, numbers)} for value in wrong.values()),
    ):
        for name, data in broken.items():
            (folder / name).write_bytes(data)
        assert outcome() == first
        for name, data in whole.items():
            (folder / name).write_bytes(data)


@keeps_patterns
def test_the_cache_holds_no_words_of_a_draft(tmp_path: Path) -> None:
    """Whatever runs of characters its patterns and tables have, no draft has, or the linter itself does, too."""
    project = Path(__file__).parents[2]
    drafts = sorted((project / "examples" / "law-based-government").glob("good*.txt"))
    environment = {**os.environ, "REPORTLINT_CACHE": str(tmp_path)}
    command = [SCRIPT, *map(str, drafts), "--jobs", "1", "--previous", str(drafts[0])]
    subprocess.run(command, capture_output=True, env=environment, timeout=120)
    own = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("src", "checks", "grammars")
        for path in sorted((project / folder).rglob("*"))
        if path.suffix in (".py", ".yaml", ".lark", ".txt")
    )
    own += _forms((), ()).pattern.pattern  # names of bodies, made of its tables alone: no draft was read here
    told = "".join(path.read_text(encoding="utf-8") for path in drafts)
    kept = said_in((tmp_path / PATTERNS).read_bytes())[0]["value"]
    assert len(kept) > 200
    assert all(end - begin < 20_000 for begin, end, *_ in kept.values())  # every start reads them all
    runs = {run for pattern in kept for run in re.findall("[\u4e00-\u9fff]{3,}", pattern)}
    assert {run for run in runs if run in told and run not in own} == set()


@posix
@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root gives files away")
@pytest.mark.parametrize("given", ["folder", "file"])
def test_a_cache_of_another_user_is_not_read(tmp_path: Path, given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from reportlint.kept.cache import cached

    folder = tmp_path / "cache"
    monkeypatch.setenv("REPORTLINT_CACHE", str(folder))
    assert cached("table", "key", lambda: "ours") == "ours"
    (folder / "table.cache").write_bytes(summed({"key": "key", "value": "theirs"}))
    assert cached("table", "key", lambda: "ours") == "theirs"  # while it is still our own
    os.chown(folder if given == "folder" else folder / "table.cache", 65534, 65534)
    assert cached("table", "key", lambda: "ours") == "ours"
