"""Which files a branch changed, as git tells: the gate of a merge request then looks at these only.

git may be asked in a folder from anybody, whose settings could name programs for it to run. None of them is run: no hook,
monitor, filter, text conversion or diff program, and nothing is fetched.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Collection, Iterable, Iterator

from reportlint.document.draft_file import STDIN
from reportlint.errors import UserError, reason
from reportlint.kept import patterns
from reportlint.repository.files import File
from reportlint.repository.search import Unusable

_SAFE = (
    "--no-pager",
    *("-c", "core.fsmonitor=false"),
    *("-c", f"core.hooksPath={os.devnull}"),
    *("-c", "safe.bareRepository=explicit"),  # or a folder among the drafts could pose as a repository
)
_ENVIRONMENT = {
    "LC_ALL": "C",  # what git says is compared below
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",  # a clone may lack files, and fetch them when they are asked for
    "GIT_ALLOW_PROTOCOL": "none",  # the same for a git that does not know the former
}
_COMMITTED = ("diff-tree", "-r", "-z", "--name-only", "--no-renames", "--no-ext-diff", "--no-textconv")
_UNCOMMITTED = ("status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--ignore-submodules=all")
_NO_REPOSITORY = (
    "not a git repository",
    "must be run in a work tree",
    "cannot use bare repository",
    "cannot change to",
)
_OR_NAME_FILES = "或直接写出要检查的文件。"
_HISTORY = (
    "仓库只取了最近的提交（浅克隆），请取全部历史：git fetch --unshallow；"
    "GitHub 的 checkout 写 fetch-depth: 0，GitLab 写 GIT_DEPTH: 0。"
)


class RevisionError(UserError):
    """It cannot be told what was changed; ``str(error)`` says in Chinese why, and what to do."""


def changed_files(rev: str, folder: str = ".") -> list[str]:
    """The files changed since the branch left ``rev``, committed or not, as one would type them here; in order of name.

    rev: a commit, branch or tag. folder: any folder of the repository; the whole repository is looked at. Files not yet
    known to git count, unless ignored; deleted ones do not; a renamed one counts by its new name.

    Raises RevisionError where there is no git, no repository, no such revision, or no history back to it.
    """
    if not rev.strip() or rev.startswith("-"):
        raise RevisionError(f"“{rev}”不能作为比较的起点。请写提交、分支或标签的名字，如 origin/main。")
    top = _Git(folder).top()
    git = _Git(top)
    names = git.names(*_COMMITTED, git.base(rev), "HEAD")
    names += [entry[len("XY ") :] for entry in git.names(*git.without_filters(), *_UNCOMMITTED)]
    paths = {os.path.relpath(os.path.join(top, name)) for name in names}
    return sorted(path for path in paths if os.path.isfile(path))  # not deleted, nor left out of a sparse checkout


def among(files: Iterable[File | Unusable], changed: Collection[str]) -> Iterator[File | Unusable]:
    """Of the files that the arguments lead to, those that were changed; standard input and what is unusable remain."""
    known = {_identity(path) for path in changed}
    return (file for file in files if _fails(file) or file.path == STDIN or _identity(file.path) in known)


def _fails(file: File | Unusable) -> bool:
    return isinstance(file, Unusable) and not file.passed_over


def _identity(path: str) -> str:
    """What two ways to write a path have in common; a link is a file of its own, as it is to git."""
    folder, name = os.path.split(os.path.abspath(path))
    return os.path.normcase(os.path.join(os.path.realpath(folder), name))


class _Git:
    """git in one folder, unable to run anything of it."""

    def __init__(self, folder: str) -> None:
        # No relative folders: Windows would look for git.exe among the drafts first.
        search = os.pathsep.join(place for place in os.get_exec_path() if os.path.isabs(place))
        program = shutil.which("git", path=search)
        if not program or not os.path.isabs(program):
            raise RevisionError(f"没有找到 git，不知道改了哪些文件。请安装 git，{_OR_NAME_FILES}")
        self.command = (program, "-C", folder, *_SAFE)

    def call(self, *arguments: str) -> tuple[int, bytes, str]:
        """Exit code, output, and what was said on standard error."""
        try:
            done = subprocess.run(
                (*self.command, *arguments),
                env={**os.environ, **_ENVIRONMENT},
                stdin=subprocess.DEVNULL,
                capture_output=True,
            )
        except (OSError, ValueError) as error:  # ValueError: a zero character among the arguments
            why = reason(error) if isinstance(error, OSError) else "参数里有不能用的字符"
            raise RevisionError(f"运行不了 git（{why}）。请检查起点的写法和 git 的安装，{_OR_NAME_FILES}") from error
        return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")

    def output(self, *arguments: str) -> bytes:
        """The output of a command that is not to fail."""
        code, out, said = self.call(*arguments)
        if code:
            raise RevisionError(_reason(said))
        return out

    def names(self, *arguments: str) -> list[str]:
        """The output of a command that lists files, in the top folder each by its path from there."""
        return [os.fsdecode(name) for name in self.output(*arguments).split(b"\0") if name]

    def top(self) -> str:
        """The top folder of the repository."""
        return os.fsdecode(self.output("rev-parse", "--show-toplevel").removesuffix(b"\n"))

    def base(self, rev: str) -> str:
        """The commit at which the branch left the revision."""
        if not self.commit("HEAD"):
            raise RevisionError(f"仓库里还没有提交，没有可以比较的起点。请先提交，{_OR_NAME_FILES}")
        shallow = self.output("rev-parse", "--is-shallow-repository").strip() == b"true"
        commit = self.commit(rev)
        if not commit:
            spelling = "请检查写法；远程的分支要先 git fetch，写作 origin/分支名。"
            raise RevisionError(f"仓库里没有“{rev}”。{_HISTORY if shallow else spelling}")
        code, out, _ = self.call("merge-base", commit, "HEAD")
        if code:
            unrelated = "请换一个起点，如要合入的分支。"
            raise RevisionError(f"当前分支和“{rev}”没有共同的历史。{_HISTORY if shallow else unrelated}")
        return out.decode().strip()

    def commit(self, rev: str) -> str:
        """The id of a commit; "" where there is none of that name."""
        code, out, _ = self.call("rev-parse", "--verify", "--quiet", f"{rev}^{{commit}}")
        return "" if code or out.startswith(b"^") else out.decode().strip()  # ^main: all but main

    def without_filters(self) -> Iterator[str]:
        """Options against the programs that settings would have a file pass through before it is compared."""
        _, out, _ = self.call("config", "--name-only", "-z", "--get-regexp", r"^filter\..*\.(clean|process|required)$")
        for name in sorted({os.fsdecode(name) for name in out.split(b"\0") if name}):
            if "=" in name:  # the option would be read as another one
                raise RevisionError(f"git 的设置 {name} 无法停用。请改掉它的名字，{_OR_NAME_FILES}")
            yield from ("-c", f"{name}={'false' if name.endswith('.required') else ''}")


def _reason(said: str) -> str:
    """What git's complaint comes to, and what to do."""
    if owned := patterns.compile("dubious ownership in repository at '(.*)'").search(said):
        remedy = f"git config --global --add safe.directory '{owned[1]}'"
        return f"git 不读这个仓库，因为文件夹属于别的用户。请先运行：{remedy}"
    if any(words in said for words in _NO_REPOSITORY):
        return f"这里不是 git 仓库，不知道改了哪些文件。请在草稿仓库里运行，{_OR_NAME_FILES}"
    last = (said.strip() or "没有说明原因").splitlines()[-1]
    return f"git 没有说出改了哪些文件（{last}）。请检查仓库，{_OR_NAME_FILES}"
