"""A folder search: nothing in it is passed over in silence, and nothing is opened that has no end."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import Any

import pytest
from conftest import Run, write
from test_cli import FAULTY, GOOD, NOTICE, ONLY

from reportlint.repository.search import search

needs_pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")


def last_line(text: str) -> str:
    return text.splitlines()[-1]


@needs_pipes
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.docx", "a"])
def test_a_pipe_is_not_waited_for(run: Run, name: str) -> None:
    write("drafts/good.txt", GOOD)
    os.mkfifo(f"drafts/{name}")
    outcome = run("drafts", *ONLY)
    assert outcome.code == 0 and f"略过（是命名管道，不是普通文件）：drafts/{name}\n" in outcome.out
    assert last_line(outcome.out) == "检查了 1 份报告：没有发现问题；略过 1 个没有读的文件。"


def test_a_socket(run: Run) -> None:
    write("drafts/good.txt", GOOD)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("drafts/a.txt")
        assert "略过（是套接字，不是普通文件）：drafts/a.txt" in run("drafts", *ONLY).out
        named = run("drafts/a.txt")
    assert named.code == 2 and "这是套接字，不是文件" in named.err


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="this system has no such device")
def test_a_device(run: Run) -> None:
    write("drafts/good.txt", GOOD)
    os.symlink("/dev/zero", "drafts/a.txt")
    assert "略过（是设备，不是普通文件）：drafts/a.txt" in run("drafts", *ONLY).out
    assert "这是设备，不是文件" in run("/dev/zero").err


@needs_pipes
def test_last_years_folder_may_hold_a_pipe(run: Run) -> None:
    write("old/last.txt", GOOD.replace("2024", "2023"))
    os.mkfifo("old/a.txt")
    outcome = run(write("draft.txt", GOOD), *ONLY, "--previous", "old")
    assert outcome.code == 0 and "--previous old/a.txt：是命名管道" in outcome.err


def test_every_file_is_accounted_for(run: Run) -> None:
    write("drafts/good.txt", GOOD)
    write("drafts/notice.txt", NOTICE)
    for name in ("a.xlsx", "b.docm", "sub/c.rar"):
        write(f"drafts/{name}", "x")
    outcome = run("drafts", *ONLY)
    assert "略过（不是年度报告）：drafts/notice.txt\n" in outcome.out
    assert "略过（不是能读的格式）：drafts/a.xlsx、drafts/b.docm、drafts/sub/c.rar\n" in outcome.out
    assert last_line(outcome.out).endswith("；略过 1 个不是年度报告的文件；略过 3 个没有读的文件。")
    for form in ("concise", "json", "github", "sarif"):
        other = run("drafts", *ONLY, "--format", form)
        assert other.code == 0 and "a.xlsx" not in other.out
        assert "reportlint: 略过（不是年度报告）：drafts/notice.txt\n" in other.err and "drafts/a.xlsx、" in other.err
    assert run("drafts", *ONLY, "--format", "json").found == []


def test_many_are_counted(run: Run) -> None:
    write("drafts/good.txt", GOOD)
    for number in range(12):
        write(f"drafts/{number:02}.png", "x")
    assert "drafts/09.png 等 12 个\n" in run("drafts", *ONLY).out
    assert "drafts/11.png\n" in run("drafts", *ONLY, "--verbose").out


def test_what_is_excluded_is_not_named(run: Run) -> None:
    write("drafts/good.txt", GOOD)
    write("drafts/old/a.xlsx", "x")
    write(".reportlint.yaml", "exclude: [drafts/old]")
    outcome = run("drafts", *ONLY)
    assert "a.xlsx" not in outcome.out and "按设置略过 1 个文件" in outcome.out


def test_what_a_repository_says_of_itself_is_not_named(run: Run) -> None:
    for name in ("good.txt", "README.md", ".hidden.txt", "~$good.docx", "good.review.docx", ".git/a.txt", "city.yaml"):
        write(f"drafts/{name}", GOOD)
    assert last_line(run("drafts", *ONLY).out) == "检查了 1 份报告：没有发现问题。"


def test_only_files_of_other_kinds(run: Run) -> None:
    write("drafts/a.xlsx", "x")
    outcome = run("drafts")
    assert outcome.code == 2 and "文件夹里没有草稿" in outcome.err and "drafts/a.xlsx" in outcome.out


@pytest.mark.parametrize("verb", ["outline", "figures", "rules"])
def test_verbs_for_one_report(run: Run, verb: str) -> None:
    write("drafts/a.txt", GOOD)
    outcome = run(verb, "drafts")
    assert (outcome.code, outcome.out) == (2, "") and "drafts：这是文件夹，这里一次看一份" in outcome.err


def test_links_to_folders_are_followed_once(run: Run) -> None:
    write("elsewhere/b.txt", FAULTY)
    write("drafts/a.txt", FAULTY)
    os.symlink("../elsewhere", "drafts/link")
    os.symlink("../elsewhere", "drafts/twice")
    os.symlink("../drafts", "drafts/loop")
    outcome = run("drafts", *ONLY, "--format", "json")
    assert {Path(item["path"]).as_posix() for item in outcome.found} == {"drafts/a.txt", "drafts/link/b.txt"}
    assert "略过（符号链接，所指的文件夹已经查过）：drafts/loop、drafts/twice\n" in outcome.err


def test_a_file_is_met_by_its_own_path_first(run: Run) -> None:
    write("drafts/z/a.txt", GOOD)
    os.symlink("z", "drafts/b")
    assert [found for found in search("drafts") if isinstance(found, str)] == [os.path.join("drafts", "z", "a.txt")]


def test_a_link_to_nowhere(run: Run) -> None:
    write("drafts/good.txt", GOOD)
    os.symlink("gone", "drafts/link")
    assert "略过（没有这个文件或文件夹）：drafts/link" in run("drafts", *ONLY).out
    os.symlink("gone.txt", "drafts/a.txt")
    outcome = run("drafts", *ONLY)
    assert outcome.code == 2 and "drafts/a.txt：没有这个文件" in outcome.err


def test_a_folder_without_permission(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    write("drafts/good.txt", GOOD)
    write("drafts/secret/a.txt", GOOD)
    real = os.scandir

    def guarded(path: Any) -> Any:
        if path in ("shut", os.path.join("drafts", "secret")):  # chmod would not do: for root every folder is readable
            raise PermissionError(13, "Permission denied")
        return real(path)

    os.mkdir("shut")
    monkeypatch.setattr(os, "scandir", guarded)
    outcome = run("drafts", *ONLY, "--format", "json")
    assert outcome.code == 2
    assert outcome.err == (
        "reportlint: drafts/secret：查不了这个文件夹（没有权限），里面的文件没有检查。请检查权限和路径。\n"
    )
    assert "没有权限" in run("shut").err and "没有草稿" not in run("shut").err


def test_a_tree_deeper_than_paths_may_be_long(run: Run) -> None:
    write("drafts/good.txt", GOOD)
    here, name = os.getcwd(), "深" * 60
    os.chdir("drafts")
    for _ in range(40):
        os.mkdir(name)
        os.chdir(name)
    write("a.txt", GOOD)
    os.chdir(here)
    outcome = run("drafts", *ONLY, "--format", "json")
    assert outcome.code == 2 and "查不了这个文件夹（文件名太长）" in outcome.err
