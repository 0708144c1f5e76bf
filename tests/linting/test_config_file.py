"""Settings that are there but cannot be read are told: neither those of a folder above hold in their place, nor none."""

from __future__ import annotations

import os

import pytest
from conftest import Run, write
from test_cli import FAULTY, ONLY

PLACE = "drafts/.reportlint.yaml"


def make(what: str) -> None:
    """Something in the place of the settings that is no regular file."""
    if what == "folder":
        os.mkdir(PLACE)
    elif what == "pipe":
        os.mkfifo(PLACE)
    else:
        os.symlink({"broken link": "gone.yaml", "loop": ".reportlint.yaml", "device": "/dev/zero"}[what], PLACE)


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("folder", "这是文件夹"),
        ("pipe", "这是命名管道"),
        ("device", "这是设备"),
        ("broken link", "没有这个文件"),
        ("loop", "绕成了圈"),
    ],
)
def test_settings_that_are_no_file(run: Run, what: str, said: str) -> None:
    write("drafts/a.txt", FAULTY)
    write(".reportlint.yaml", "fail-on: never\n")
    assert run("drafts", *ONLY).code == 0
    make(what)
    for asked in ("drafts", "drafts/a.txt"):
        outcome = run(asked, *ONLY, "--format", "json")
        assert (outcome.code, outcome.found) == (2, []) and PLACE in outcome.err and said in outcome.err
    named = run("drafts", *ONLY, "--config", PLACE)
    assert named.code == 2 and said in named.err


def test_a_name_that_is_nearly_right(run: Run) -> None:
    write("drafts/a.txt", FAULTY)
    write(".reportlint.yml", "fail-on: never\n")
    outcome = run("drafts", *ONLY)
    assert outcome.code == 2 and ".reportlint.yml：设置文件要叫 .reportlint.yaml" in outcome.err
    os.rename(".reportlint.yml", ".reportlint.yaml")
    assert run("drafts", *ONLY).code == 0
