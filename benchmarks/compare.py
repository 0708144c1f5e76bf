"""reportlint and other linters on the same files, on one machine, in one run: whole processes, in turn.

Prints Markdown. How to set up the others, and how to read the numbers: README.md in this folder.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

HERE = Path(__file__).parent
SEED = 1
SIZES = (1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 950_000)
"""Characters of the single files that growth is shown on; more than 1,000,000 are refused."""
COUNTS = (1, 10, 100, 1_000)
"""Files of the folders that growth is shown on."""

# Programs for the floors, and for peers that are libraries
_READ = """
import glob, sys
for path in glob.glob("txt/*.txt"):
    text = open(path, encoding="utf-8").read()
"""
_JIEBA = f"import jieba\njieba.setLogLevel(60)\n{_READ}    jieba.lcut(text)\n"
_AUTOCORRECT = f"""
import autocorrect_py
found = 0
{_READ}
    lines = autocorrect_py.lint_for(text, path).lines
    print(path, len(lines))
    found += len(lines)
sys.exit(found > 0)
"""
# argv[1]: times. Prints seconds for each report and time, one a line
_WARM = """
import pathlib, sys, time
from reportlint.linting.config import Config
from reportlint.linting.pipeline import run_checks
from reportlint.report import read
drafts = [(path.read_bytes(), str(path)) for path in sorted(pathlib.Path("txt").glob("*.txt"))]
run_checks(read(*drafts[0]), Config())
for _ in range(int(sys.argv[1])):
    for draft in drafts:
        begun = time.perf_counter()
        run_checks(read(*draft), Config())
        print(time.perf_counter() - begun)
"""
# argv[1]: times. A character is put into a paragraph; prints seconds of a full lint and of one after the other, both a line
_EDITED = """
import pathlib, random, sys, time
from reportlint import Config, lint
(path,) = pathlib.Path("txt").glob("*.txt")
text, rng, config = path.read_text(encoding="utf-8"), random.Random(1), Config()
earlier = lint(text, config=config).report
for _ in range(int(sys.argv[1]) + 2):
    span = rng.choice(earlier.outline.passages).span
    at = rng.randrange(*span)
    text = text[:at] + "的" + text[at:]
    begun = time.perf_counter()
    lint(text, config=config)
    between = time.perf_counter()
    earlier = lint(text, config=config, earlier=earlier).report
    print(between - begun, time.perf_counter() - between)
"""
_DOCX = """
import pathlib, docx
for path in pathlib.Path("txt").glob("*.txt"):
    document = docx.Document()
    for line in path.read_text(encoding="utf-8").splitlines():
        document.add_paragraph(line)
    document.save(pathlib.Path("docx") / f"{path.stem}.docx")
"""
_TEXTLINT_RULE = """
module.exports = ({ Syntax, RuleError, report, getSource }) => ({
  [Syntax.Str](node) {
    for (const match of getSource(node).matchAll(/[\\u4e00-\\u9fff][,;:?!][\\u4e00-\\u9fff]/g))
      report(node, new RuleError("half-width punctuation", { index: match.index }));
  },
});
"""
_FAULTY = "标题\n\n测试,半角标点hello世界。。\n"
"""What every peer is set up to complain of."""


@dataclass(frozen=True)
class Tool:
    """A command to be timed, in a folder that holds each text as txt/0000.txt and as md/0000.md.

    codes: the exit codes it may have. 1 is what linters say when they found something, but also what Python says of a fault.
    """

    name: str
    command: list[str]
    codes: tuple[int, ...] = (0,)


@dataclass(frozen=True)
class Sample:
    """One process from start to end: wall-clock seconds, seconds of processors, which hold on a machine that others use too, and
    the most memory in MB that it or one of its children had.
    """

    seconds: float
    busy: float
    megabytes: float


def measure(tool: Tool, folder: Path) -> Sample:
    """Run a tool once, in a folder. Raises RuntimeError where it fails: a tool that did nothing is fast."""
    begun = time.perf_counter()
    nothing = subprocess.DEVNULL
    process = subprocess.Popen(tool.command, cwd=folder, stdin=nothing, stdout=nothing, stderr=nothing)
    _, status, usage = os.wait4(process.pid, 0)  # unlike Popen.wait, it tells what this one child used
    seconds = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in tool.codes:
        raise RuntimeError(f"{tool.name} ended with {process.returncode}")
    busy = usage.ru_utime + usage.ru_stime
    return Sample(seconds, busy, usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024))


def alternate(tools: Sequence[tuple[Tool, Path]], runs: int) -> list[list[Sample]]:
    """``runs`` samples of each tool in its folder. They take turns, so what else the machine does hits all alike."""
    samples: list[list[Sample]] = [[] for _ in tools]
    for turn in range(runs + 1):
        for (tool, folder), taken in zip(tools, samples, strict=True):
            sample = measure(tool, folder)
            if turn:  # the first one fills the caches of the disk and of the tools
                taken.append(sample)
    return samples


def reportlint(*options: str, suffix: str = "txt") -> Tool:
    """The command as users run it, all checks on."""
    program = shutil.which("reportlint", path=os.path.dirname(sys.executable)) or shutil.which("reportlint")
    if not program:
        raise SystemExit("reportlint is not installed beside this Python, nor on the PATH.")
    name = " ".join(("reportlint", *options, *([f".{suffix}"] if suffix != "txt" else [])))
    return Tool(name, [program, suffix, "--format=json", "--fail-on=never", *options])


def uncached() -> Tool:
    """The command as it runs for the first time, with nothing kept from an earlier run."""
    return Tool("reportlint, nothing cached", ["env", "REPORTLINT_CACHE=/dev/null", *reportlint("--jobs=1").command])


def floors() -> list[Tool]:
    """What no Python linter can be faster than, and what one pass of the segmenter costs."""
    programs = {"python -c pass": "pass", "read and decode": _READ, "jieba.lcut": _JIEBA}
    return [Tool(name, [sys.executable, "-c", code]) for name, code in programs.items()]


def peers(folder: Path, scratch: Path) -> tuple[list[Tool], list[str]]:
    """The peers set up in a folder (README.md), and the names of those that are not, with the reason."""
    folder = folder.absolute()
    bins = folder / "npm" / "node_modules" / ".bin"
    rules = scratch / "rules"
    rules.mkdir()
    (rules / "halfwidth.js").write_text(_TEXTLINT_RULE, encoding="utf-8")
    commands = {
        "AutoCorrect (Python)": [f"{folder}/venv/bin/python", "-c", _AUTOCORRECT],
        "AutoCorrect (Node)": [f"{bins}/autocorrect", "--lint", "--quiet", "txt"],
        "zhlint": [f"{bins}/zhlint", "txt/*.txt"],
        "textlint, one small rule": [f"{bins}/textlint", "--rulesdir", str(rules), "txt"],
        "textlint --cache": [f"{bins}/textlint", "--rulesdir", str(rules), "--cache", "txt"],
        "lint-md": [f"{bins}/lint-md", "md/*.md"],
    }
    known = [Tool(name, command, codes=(0, 1)) for name, command in commands.items()]
    faulty = texts(scratch / "faulty", [_FAULTY, _FAULTY])
    missing = {tool.name: reason for tool in known if (reason := _fails(tool, faulty))}
    return [tool for tool in known if tool.name not in missing], [f"{name}: {why}" for name, why in missing.items()]


def _fails(tool: Tool, faulty: Path) -> str:
    """Why a peer cannot be compared; empty if it can. One that does not name the second faulty file did not look."""
    if not os.path.exists(tool.command[0]):
        return "not set up"
    done = subprocess.run(tool.command, cwd=faulty, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode not in tool.codes:
        return f"ended with {done.returncode}"
    return "" if done.returncode and "0001." in done.stdout + done.stderr else "silent on a fault"


def texts(folder: Path, contents: Iterable[str]) -> Path:
    """Write texts as txt/0000.txt and md/0000.md, …; returns the folder."""
    for number, text in enumerate(contents):
        for suffix in ("txt", "md"):
            (folder / suffix).mkdir(parents=True, exist_ok=True)
            (folder / suffix / f"{number:04}.{suffix}").write_text(text, encoding="utf-8", newline="\n")
    return folder


def corpus(folder: Path, count: int, characters: int) -> Path:
    """A folder of generated reports, as `texts` writes them.

    Made by processes of their own: on Linux a child starts out with its parent's peak of memory, so this one stays small.
    """
    for suffix, options in (("txt", []), ("md", ["--markdown"])):
        numbers = [f"--count={count}", f"--characters={characters}", f"--seed={SEED}"]
        subprocess.run([sys.executable, HERE / "corpus.py", folder / suffix, *numbers, *options], check=True)
    return folder


def size(folder: Path) -> int:
    """Characters of all texts of a folder."""
    return sum(len(path.read_text(encoding="utf-8")) for path in (folder / "txt").iterdir())


def spell(seconds: float) -> str:
    """3.21 s or 45 ms."""
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"


def spread(seconds: Sequence[float]) -> str:
    """Minimum and maximum."""
    return f"{spell(min(seconds))}–{spell(max(seconds))}"


def table(head: str, rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A Markdown table; its columns are separated by | in ``head``, all but the first are numbers."""
    yield f"| {head} |"
    yield "|---" + "|---:" * head.count("|") + "|"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def compared(title: str, tools: Sequence[Tool], folder: Path, runs: int) -> Iterator[str]:
    """All tools on one folder. The ratios are those to the first one, taken turn by turn."""
    yield from (f"### {title}", "")
    samples = alternate([(tool, folder) for tool in tools], runs)
    first = samples[0]
    rows = []
    for tool, taken in zip(tools, samples, strict=True):
        seconds = [sample.seconds for sample in taken]
        ratio = median(own.seconds / base.seconds for own, base in zip(taken, first, strict=True))
        busier = median(own.busy / base.busy for own, base in zip(taken, first, strict=True))
        busy = spell(median(sample.busy for sample in taken))
        memory = max(sample.megabytes for sample in taken)
        times = spell(median(seconds)), spread(seconds), f"{ratio:.2f}", busy, f"{busier:.2f}"
        rows.append((tool.name, *times, f"{memory:.0f} MB"))
    yield from table("Tool | Median | Min–max | Ratio | Processor time | Ratio | Peak memory", rows)


def grown(title: str, folders: Sequence[Path], runs: int) -> Iterator[str]:
    """reportlint in one process on ever more text. The slope, from the first row on, leaves out what starting costs."""
    yield from (f"### {title}", "")
    tool = reportlint("--jobs=1")
    samples = alternate([(tool, folder) for folder in folders], runs)
    rows = []
    first: tuple[int, float] | None = None
    for folder, taken in zip(folders, samples, strict=True):
        seconds, characters = median(sample.seconds for sample in taken), size(folder)
        slope = (seconds - first[1]) / (characters - first[0]) * 1e6 if first else None
        rows.append(
            (
                f"{len(os.listdir(folder / 'txt')):,}",
                f"{characters:,}",
                spell(seconds),
                spread([sample.seconds for sample in taken]),
                f"{seconds / characters * 1e6:.2f} µs",
                f"{slope:.2f} µs" if slope is not None else "",
                f"{max(sample.megabytes for sample in taken):.0f} MB",
            )
        )
        first = first or (characters, seconds)
    yield from table("Files | Characters | Median | Min–max | Per character | Slope per character | Peak memory", rows)


def warm(folder: Path, times: int) -> Iterator[str]:
    """Library calls in a process that has started: one report after the other."""
    command = [sys.executable, "-c", _WARM, str(times)]
    said = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout
    seconds = [float(line) for line in said.split()]
    yield from ("### A warm process: read and lint one report", "")
    rows = [
        (f"{len(seconds)}", f"{size(folder) // (len(seconds) // times):,}", spell(median(seconds)), spread(seconds))
    ]
    yield from table("Calls | Characters each | Median | Min–max", rows)


def again(folder: Path, others: Iterable[Tool], runs: int) -> Iterator[str]:
    """A folder linted for the first time, and again when nothing has changed, or one file has."""
    changed = Tool("reportlint --cache, one changed", ["sh", "-c", _TOUCH, *reportlint("--cache").command])
    peers = [tool for tool in others if tool.name.startswith("textlint")]
    tools = [reportlint(), reportlint("--cache"), changed, *peers]
    yield from compared("A folder linted again", tools, folder, runs)


_TOUCH = 'echo >> txt/0007.txt; exec "$0" "$@"'


def edited(folder: Path, times: int) -> Iterator[str]:
    """A report of an editor: after each change linted in full, and with what was found before it."""
    command = [sys.executable, "-c", _EDITED, str(times)]
    said = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout
    pairs = [tuple(map(float, line.split())) for line in said.splitlines()[2:]]
    full, after = zip(*pairs, strict=True)
    yield from (f"### A report of {size(folder):,} characters linted after a change, in a warm process", "")
    ratio = median(one / other for one, other in zip(after, full, strict=True))
    rows = [("in full", spell(median(full)), spread(full), "1.00")]
    rows += [("with what was found before", spell(median(after)), spread(after), f"{ratio:.2f}")]
    yield from table(" | Median | Min–max | Ratio", rows)


def word_files(folder: Path) -> Path:
    """The same texts as Word files, written beside them."""
    (folder / "docx").mkdir()
    subprocess.run([sys.executable, "-c", _DOCX], cwd=folder, check=True)
    return folder


def machine() -> str:
    """Where the numbers come from."""
    model = ""
    if os.path.exists("/proc/cpuinfo"):
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), "")
    return f"{platform.system()} {platform.machine()}, {model or 'processor'}, {cores()} cores, Python {platform.python_version()}"


def cores() -> int:
    """The processors at hand."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def compare(asked: argparse.Namespace, scratch: Path) -> Iterator[str]:
    """The whole comparison, line by line."""
    others, missing = peers(asked.peers or scratch / "none", scratch)
    yield from (machine(), "", f"Medians of {asked.runs} runs, the tools taking turns.", "")
    if missing:
        yield from ("Left out: " + "; ".join(missing) + ".", "")
    one, many = reportlint("--jobs=1"), reportlint(f"--jobs={cores()}")
    sizes, counts = (SIZES[:3], COUNTS[:2]) if asked.quick else (SIZES, COUNTS)
    if "one" in asked.only:
        folder = corpus(scratch / "one", 1, 10_000)
        tools = [one, uncached(), *(tool for tool in others if "--cache" not in tool.name), *floors()]
        yield from compared(f"One report of {size(folder):,} characters", tools, folder, asked.runs)
    if "many" in asked.only:
        folder = corpus(scratch / "many", asked.count, asked.characters)
        title = f"{asked.count:,} reports of {size(folder) // asked.count:,} characters"
        uncached_peers = [tool for tool in others if "--cache" not in tool.name]
        yield from compared(title, [one, many, *uncached_peers, *floors()], folder, max(1, asked.runs // 2))
    if "growth" in asked.only:
        folders = [corpus(scratch / f"size{characters}", 1, characters) for characters in sizes]
        yield from grown("One file, ever longer", folders, asked.runs)
        folders = [corpus(scratch / f"count{count}", count, 5_000) for count in counts]
        yield from grown("Ever more files, one process", folders, max(1, asked.runs // 2))
    if "again" in asked.only:
        yield from again(corpus(scratch / "again", asked.count, asked.characters), others, max(1, asked.runs // 2))
    if "edited" in asked.only:
        yield from edited(corpus(scratch / "edited", 1, 10_000), 4 if asked.quick else 40)
    if "warm" in asked.only:
        yield from warm(corpus(scratch / "warm", 4 if asked.quick else 40, asked.characters), asked.runs)
    if "word" in asked.only:
        count = 4 if asked.quick else 100
        folder = word_files(corpus(scratch / "word", count, asked.characters))
        tools = [one, reportlint("--jobs=1", suffix="docx")]
        yield from compared(f"{count} texts, and the same as Word files", tools, folder, asked.runs)


SCENARIOS = ("one", "many", "growth", "again", "edited", "warm", "word")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=Path, metavar="FOLDER", help="where the peers were set up; without it, none")
    parser.add_argument("--runs", type=int, default=7, help="runs of each command (half of it where each takes long)")
    parser.add_argument("--count", type=int, default=1000, help="reports in the large folder")
    parser.add_argument("--characters", type=int, default=7500, help="characters of each of them, e.g. 5000")
    parser.add_argument("--only", nargs="+", choices=SCENARIOS, default=SCENARIOS, help="these scenarios alone")
    parser.add_argument("--quick", action="store_true", help="see that all works: few reports, one run")
    asked = parser.parse_args()
    if asked.quick:
        asked.runs, asked.count, asked.characters = 1, 13, 1500  # so many that several processes are used
    return asked


def main() -> None:
    """Compare what the arguments ask for."""
    asked = _arguments()
    with tempfile.TemporaryDirectory() as scratch:
        for line in compare(asked, Path(scratch)):
            print(line, flush=True)


if __name__ == "__main__":
    main()
