"""`reportlint init`: what a repository of drafts needs to use the linter."""

from __future__ import annotations

import os
from collections.abc import Iterator

from reportlint.command.tell import show
from reportlint.errors import reason
from reportlint.linting.config_file import NAME
from reportlint.repository.safe_write import ChangedError, write_file
from reportlint.settings.values import ConfigError

_CONFIG = """\
# reportlint 的设置。所有检查见 reportlint checks，一项检查的说明和选项见 reportlint explain 名字。
fail-on: error          # 从哪一级起拦下提交：error、warning、info 或 never
exclude: []             # 不检查的文件，如 [归档/*]
# profile: 湖北         # 本省、本市的规定：自带的规则文件的名字，或自己的规则文件的路径，如 ../全市规则.yaml
rules: []               # 本单位自己的规定，如 [{longest: 6000}, {published-by: 03-15}]；哪些起作用：reportlint rules 草稿
checks: {}              # 逐项调整，如 {vague-quantity: off, thin-section: {severity: info, characters: 80}}
"""
_HOOK_FILE = ".pre-commit-config.yaml"
_HOOK = """\
# 提交前检查草稿。第一次使用：pip install pre-commit，再运行 pre-commit install。
repos:
  - repo: local
    hooks:
      - id: reportlint
        name: reportlint
        entry: reportlint check --  # 选项写在 -- 前面；它后面的都是文件名
        language: system  # 用已经装好的 reportlint
        files: \\.(txt|docx)$  # 仓库里还有别的文件时，请写明草稿的文件夹，如 ^草稿/.*\\.(txt|docx)$
"""


def init(folder: str = ".") -> int:
    """Write .reportlint.yaml and the pre-commit settings where there are none; the exit code.

    Raises ConfigError where the folder cannot be written.
    """
    for line in _written(folder):
        show(line)
    return 0


def _written(folder: str) -> Iterator[str]:
    """Write them; a line on each."""
    for name, content in ((NAME, _CONFIG), (_HOOK_FILE, _HOOK)):
        path = os.path.join(folder, name)
        if os.path.lexists(path):
            yield f"{path}：已有，未改动。" + ("请自行加上：\n" + _HOOK if name == _HOOK_FILE else "")
            continue
        try:
            write_file(path, content.encode(), None)
        except ChangedError as error:
            raise ConfigError(f"{path}：{error}") from error
        except OSError as error:
            raise ConfigError(f"{path}：写不了（{reason(error)}）。请检查文件夹是否存在、有没有权限。") from error
        yield f"{path}：已写好。" + (
            "接着请运行：pip install pre-commit && pre-commit install" if name == _HOOK_FILE else ""
        )
