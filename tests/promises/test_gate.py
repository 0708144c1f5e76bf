"""The gate: the GitHub action, and a drafting repository that uses it, GitLab and pre-commit; as far as a machine can without them."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import Run, write
from test_cli import FAULTY, GOOD
from test_formats import commands_of
from test_hook import Repository
from test_packaging import ROOT, need_index

EXAMPLE = ROOT / "examples" / "drafting-repository"
WORKFLOW = EXAMPLE / ".github" / "workflows" / "reportlint.yml"
GITLAB = EXAMPLE / ".gitlab-ci.yml"
ACTION = ROOT / "action.yml"
RELEASE = ROOT / ".github" / "workflows" / "release.yml"
FAKE = """\
#!{python}
import json, os, sys
with open({record!r}, "a", encoding="utf-8") as file:
    file.write(json.dumps(sys.argv[1:]) + "\\n")
print("::error::a line of a draft")
print("reportlint: no draft", file=sys.stderr)
code = int(os.environ["FAKE_CODE"])
if "--output" in sys.argv and code != 2:
    open(sys.argv[sys.argv.index("--output") + 1], "w").close()
sys.exit(code)
"""
"""A reportlint that writes down what it was asked for."""

needs_bash = pytest.mark.skipif(os.name == "nt" or not shutil.which("bash"), reason="there is no bash")


def load(path: Path) -> dict[Any, Any]:
    known: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return known


def steps() -> dict[str, dict[str, Any]]:
    return {step["name"]: step for step in load(ACTION)["runs"]["steps"]}


# Their form


@pytest.mark.parametrize(
    ("schema", "path", "spoilt"),
    [
        ("vendor.github-actions", ACTION, ("using: composite", "using: nothing")),
        ("vendor.github-workflows", WORKFLOW, ("runs-on:", "runs-at:")),
        ("vendor.github-workflows", RELEASE, ("runs-on:", "runs-at:")),
        ("vendor.gitlab-ci", GITLAB, ("when: always", "when: sometimes")),
    ],
)
def test_schema(tmp_path: Path, schema: str, path: Path, spoilt: tuple[str, str]) -> None:
    if not importlib.util.find_spec("check_jsonschema"):
        pytest.skip("check-jsonschema, which holds the schemas, is not installed")

    def checked(file: Path) -> subprocess.CompletedProcess[str]:
        transform = ["--data-transform", "gitlab-ci"] if path == GITLAB else []
        command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *transform, str(file)]
        return subprocess.run(command, capture_output=True, encoding="utf-8")

    done = checked(path)
    assert done.returncode == 0, done.stdout + done.stderr
    text = path.read_text(encoding="utf-8")
    assert spoilt[0] in text
    (tmp_path / path.name).write_text(text.replace(*spoilt), encoding="utf-8")
    assert checked(tmp_path / path.name).returncode == 1


def test_no_input_becomes_code() -> None:
    """Scripts hold no expressions; each input comes by a variable, and all of them do."""
    action = load(ACTION)
    passed = []
    for step in action["runs"]["steps"]:
        assert "${{" not in step["run"] and step["shell"] == "bash"
        for value in step["env"].values():
            match = re.fullmatch(r"\$\{\{ inputs\.([a-z-]+) \}\}", value)
            assert match
            passed.append(match[1])
    assert sorted(passed) == sorted(action["inputs"])
    for job in load(WORKFLOW)["jobs"].values():
        assert not any("run" in step for step in job["steps"])


def test_the_workflow_uses_what_the_action_has() -> None:
    action, workflow = load(ACTION), load(WORKFLOW)
    checkout, lint, upload = workflow["jobs"]["reportlint"]["steps"]
    assert checkout["uses"].startswith("actions/checkout@") and checkout["with"]["fetch-depth"] == 0
    assert set(lint["with"]) <= set(action["inputs"])
    assert upload["uses"].startswith("github/codeql-action/upload-sarif@")
    assert all(re.search("@[0-9a-f]{40}$", step["uses"]) for step in (checkout, lint, upload))  # a tag may be moved
    outputs = re.findall(rf"steps\.{lint['id']}\.outputs\.([a-z]+)", WORKFLOW.read_text(encoding="utf-8"))
    assert outputs and set(outputs) <= set(action["outputs"])
    assert "always()" in upload["if"]  # a draft with findings is the one whose findings are wanted
    assert workflow["permissions"] == {"contents": "read", "security-events": "write"}


def test_a_release_is_built_and_not_published() -> None:
    """It has no right to write and no secret; it runs nothing that uploads but to the run itself; its scripts hold no expressions."""
    release = load(RELEASE)
    (job,) = release["jobs"].values()
    run = "\n".join(step["run"] for step in job["steps"] if "run" in step)
    assert release["permissions"] == {"contents": "read"} and "permissions" not in job
    assert {step["uses"].split("@")[0] for step in job["steps"] if "uses" in step} == {
        *("actions/checkout", "actions/setup-python", "actions/setup-node", "actions/upload-artifact"),
    }
    assert "python -m build " in run and "npm run package " in run
    assert not re.search(
        r"publish|twine|secrets|\$\{\{|token", run + RELEASE.read_text(encoding="utf-8").split("jobs:")[1]
    )


def test_one_version_everywhere() -> None:
    (repo,) = load(EXAMPLE / ".pre-commit-config.yaml")["repos"]
    named = [repo["rev"]]
    for name in ("README.md", ".gitlab-ci.yml", ".github/workflows/reportlint.yml"):
        named += re.findall(r"reportlint@([\w.]+)", (EXAMPLE / name).read_text(encoding="utf-8"))
    for readme in ("README.md", "README.zh-CN.md"):
        named += re.findall(r"rev: (\S+)", (ROOT / readme).read_text(encoding="utf-8"))
    assert len(named) == 6 and len(set(named)) == 1
    assert re.fullmatch("[0-9a-f]{40}", named[0])  # a commit, to be filled in: unlike a tag it is there, and stays


# The drafting repository


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, and the process within."""
    folder = shutil.copytree(EXAMPLE, tmp_path / "drafts")
    monkeypatch.chdir(folder)
    return folder


def test_the_draft_is_clean(run: Run, example: Path) -> None:
    os.chdir(example)
    for asked in ("草稿", "."):
        done = run(asked, "--fail-on", "info", "--format", "json")
        assert (done.code, done.found, done.err) == (0, [], "")
    assert "检查了 1 份报告：没有发现问题" in run("草稿").out


def test_its_settings_hold(run: Run, example: Path) -> None:
    os.chdir(example)
    write("归档/2019.txt", FAULTY)
    warned = GOOD.replace("38个乡镇", "行政审批大厅和38个乡镇")
    assert run("归档").code == 0
    assert run(write("草稿/a.txt", warned), "--select", "term", "--format", "json").checks == ["term"]
    assert run("草稿/a.txt", "--select", "term").code == 1


def test_its_hook_is_the_published_one(run: Run, example: Path) -> None:
    os.chdir(example)
    published = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    (repo,) = load(example / ".pre-commit-config.yaml")["repos"]
    (hook,) = repo["hooks"]
    drafts = [path.relative_to(example).as_posix() for path in example.rglob("*.txt")]
    assert len(drafts) == 1
    for pattern in (hook["files"], published[hook["id"]]["files"]):
        assert [path for path in drafts if re.search(pattern, path)] == drafts
    assert not re.search(hook["files"], "归档/2023.txt")
    entry = published[hook["id"]]["entry"].split()
    assert entry[0] == "reportlint" and run(*entry[1:], *hook.get("args", []), *drafts).code == 0


def test_its_readme_names_files_that_are_there() -> None:
    text = (EXAMPLE / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"^\| `([^`]+)` \|", text, re.M)
    assert len(named) == 4 and all((EXAMPLE / name).is_file() for name in named)
    assert (EXAMPLE / "草稿").is_dir() and "`草稿/`" in text


# The action's scripts


def perform(step: str, folder: Path, inputs: dict[str, str], **more: str) -> subprocess.CompletedProcess[str]:
    """Run a step's script as the runner does: inputs by variables, defaults where none is given."""
    action = load(ACTION)
    assert set(inputs) <= set(action["inputs"])
    values = {name: inputs.get(name, declared["default"]) for name, declared in action["inputs"].items()}
    script = folder.parent / "script.sh"
    script.write_text(steps()[step]["run"], encoding="utf-8")
    variables = {name: values[value[len("${{ inputs.") : -len(" }}")]] for name, value in steps()[step]["env"].items()}
    runner = {"RUNNER_TEMP": str(folder.parent / "temp"), "GITHUB_OUTPUT": str(folder.parent / "output"), "CI": "true"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)],
        cwd=folder,
        env={**kept, **runner, **variables, **more},
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture
def asked(example: Path) -> Path:
    """Where the fake reportlint, which the step finds installed, writes what it was asked for."""
    record = example.parent / "asked"
    program = example.parent / "temp" / "reportlint" / "bin" / "reportlint"
    program.parent.mkdir(parents=True)
    program.write_text(FAKE.format(python=sys.executable, record=str(record)), encoding="utf-8")
    program.chmod(0o755)
    return record


def arguments(asked: Path) -> list[list[str]]:
    return [json.loads(line) for line in asked.read_text(encoding="utf-8").splitlines()]


@needs_bash
def test_step_with_defaults(example: Path, asked: Path) -> None:
    done = perform("检查", example, {}, FAKE_CODE="0")
    assert (done.returncode, done.stderr) == (0, "reportlint: no draft\n")  # said once, of two runs
    assert arguments(asked) == [["check", "--format", "text", "--", "."], ["check", "--format", "github", "--", "."]]
    assert not (example.parent / "output").exists()


@needs_bash
@pytest.mark.parametrize("code", [0, 1, 2])
def test_step_with_all_inputs(example: Path, asked: Path, code: int) -> None:
    trap = "$(touch run)`touch run`; touch run #\"' *"
    inputs = {
        "files": f"草稿\n{trap}\n\n-x.txt\n",
        "changed-since": f"origin/{trap}",
        "fail-on": "warning",
        "sarif": f"out {trap}.sarif",
        "args": "--ignore=vague-quantity\n--config\na b.yaml",
    }
    done = perform("检查", example, inputs, FAKE_CODE=str(code))
    assert done.returncode == code
    common = ["--changed-since", f"origin/{trap}", "--fail-on", "warning", "--ignore=vague-quantity", "--config"]
    common += ["a b.yaml", "--", "草稿", trap, "-x.txt"]
    assert arguments(asked) == [
        ["check", "--format", "sarif", "--output", f"out {trap}.sarif", *common],
        ["check", "--format", "github", *common],
    ]
    assert not (example / "run").exists()
    output = example.parent / "output"
    told = output.read_text(encoding="utf-8") if output.exists() else ""
    assert told == ("" if code == 2 else f"sarif=out {trap}.sarif\n")  # nothing to upload where nothing was written


@needs_bash
def test_a_draft_gives_the_runner_no_commands(example: Path, asked: Path) -> None:
    """What quotes the draft stands between two marks with a word that the draft cannot know."""
    tokens = set()
    for _ in range(2):
        stop, quoted, go, command = perform("检查", example, {}, FAKE_CODE="1").stdout.splitlines()
        match = re.fullmatch("::stop-commands::([0-9a-f]{32})", stop)
        assert match and go == f"::{match[1]}::"
        assert quoted == command == "::error::a line of a draft"
        tokens.add(match[1])
    assert len(tokens) == 2


@pytest.fixture
def merge_request(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """The drafting repository with an old faulty draft on main, and a new faulty one on the branch checked out."""
    if not shutil.which("git"):
        pytest.skip("git is not installed")
    repository = Repository(tmp_path / "drafts", tmp_path)
    shutil.copytree(EXAMPLE, repository.folder, dirs_exist_ok=True)
    repository.write("草稿/old.txt", FAULTY)
    repository.git("add", "--all")
    repository.git("commit", "-q", "-m", "main")
    repository.git("tag", "base")
    repository.write("草稿/new：a,b.txt", FAULTY)
    repository.git("commit", "-q", "-m", "branch")
    monkeypatch.chdir(repository.folder)
    return repository


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project to install from, so that the build leaves nothing here."""
    need_index()
    copy = tmp_path_factory.mktemp("source") / "reportlint"
    leave = shutil.ignore_patterns(".*", "*.egg-info", "build", "dist", "__pycache__")
    return Path(shutil.copytree(ROOT, copy, ignore=leave))


@needs_bash
@pytest.mark.slow
def test_the_action(merge_request: Repository, source: Path) -> None:
    """Installed and run as on GitHub: the draft that was changed is remarked on, mended it passes."""
    folder = merge_request.folder
    installed = perform("安装", folder, {"python": sys.executable}, GITHUB_ACTION_PATH=str(source))
    assert installed.returncode == 0, installed.stdout + installed.stderr
    inputs = {"files": "草稿", "changed-since": "base", "sarif": "out.sarif"}
    done = perform("检查", folder, inputs)
    assert done.returncode == 1, done.stdout + done.stderr
    quoted, said = re.split(r"^::[0-9a-f]{32}::\n", done.stdout, maxsplit=1, flags=re.M)
    assert "草稿/new：a,b.txt" in quoted and "old.txt" not in quoted
    remarks = commands_of(said)
    assert {properties["file"] for _, properties, _ in remarks} == {"草稿/new：a,b.txt"}
    assert "missing-section" in {properties["title"] for _, properties, _ in remarks}
    results = json.loads((folder / "out.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == [properties["title"] for _, properties, _ in remarks]
    assert (folder.parent / "output").read_text(encoding="utf-8") == "sarif=out.sarif\n"
    merge_request.write("草稿/new：a,b.txt", (next(EXAMPLE.glob("草稿/*.txt"))).read_text(encoding="utf-8"))
    mended = perform("检查", folder, inputs)
    assert mended.returncode == 0, mended.stdout + mended.stderr
    unknown = perform("检查", folder, {**inputs, "changed-since": "origin/mian"})
    assert unknown.returncode == 2 and "仓库里没有“origin/mian”" in unknown.stderr
    told = (folder.parent / "output").read_text(encoding="utf-8")
    assert told == "sarif=out.sarif\n" * 2  # of the third run, which wrote none, the old one is not handed on


@needs_bash
@pytest.mark.parametrize("name", ["out.sarif\nother=1", "out.sarif\rother=1"])
def test_the_name_of_the_output_is_one_line(example: Path, asked: Path, name: str) -> None:
    done = perform("检查", example, {"sarif": name})
    assert done.returncode == 2 and "不能换行" in done.stderr
    assert not asked.exists() and not (example.parent / "output").exists()


@needs_bash
def test_a_draft_is_not_removed_for_the_output(example: Path, asked: Path) -> None:
    """Whether the file may be replaced the command decides, which knows the drafts."""
    draft = next(example.glob("草稿/*.txt"))
    perform("检查", example, {"sarif": str(draft)}, FAKE_CODE="2")
    assert draft.exists() and not (example.parent / "output").exists()


# GitLab


@needs_bash
@pytest.mark.slow
def test_the_gitlab_job(merge_request: Repository, source: Path) -> None:
    """The job's script as the runner runs it: its reports are where GitLab looks for them, with every finding."""
    job = load(GITLAB)["reportlint"]
    script = merge_request.folder.parent / "script.sh"
    script.write_text("\n".join(job["script"]), encoding="utf-8")
    ours = {"REPORTLINT": str(source), "CI": "true", "GITLAB_CI": "true"}
    assert set(load(GITLAB)["variables"]) == {"REPORTLINT"}
    environment = {**merge_request.environment, **ours}
    environment["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), environment["PATH"]])

    def job_done() -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-e", "-o", "pipefail", str(script)],
            cwd=merge_request.folder,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            stdin=subprocess.DEVNULL,
        )

    done = job_done()
    assert done.returncode == 1, done.stdout + done.stderr
    reports = {name: merge_request.folder / path for name, path in job["artifacts"]["reports"].items()}
    issues = json.loads(reports["codequality"].read_text(encoding="utf-8"))
    assert {issue["location"]["path"] for issue in issues} == {"草稿/new：a,b.txt", "草稿/old.txt"}
    suites = ET.parse(reports["junit"]).getroot()
    assert len(list(suites.iter("testcase"))) == len(issues) + 1  # and one for the good draft
    assert "missing-section" in done.stdout  # the log is for people
    for name in ("old.txt", "new：a,b.txt"):
        (merge_request.folder / "草稿" / name).unlink()
    assert job_done().returncode == 0
    assert json.loads(reports["codequality"].read_text(encoding="utf-8")) == []
