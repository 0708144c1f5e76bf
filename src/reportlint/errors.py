"""What a user can mend: errors whose text is a Chinese sentence that says what, where, and how."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘满了",
    errno.EFBIG: "文件大小超过了系统的限制",
    errno.EDQUOT: "磁盘配额用完了",
    errno.EISDIR: "这是文件夹",
    errno.ENOTDIR: "路径里有一段不是文件夹",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ELOOP: "符号链接绕成了圈",
    errno.EBUSY: "文件正在使用",
    errno.EIO: "磁盘读写出错",
    errno.EMFILE: "打开的文件太多",
}

_QUOTED = 60
"""Characters of a value."""


class UserError(Exception):
    """Something that the user can mend; ``str(error)`` says in Chinese what, where, and how."""


class UsageError(UserError):
    """A command line that says what cannot be done; or, where nothing was asked, how one is written."""


def quoted(value: str) -> str:
    """A wrong value for a message: its first 60 characters, for it may have any number."""
    return value if len(value) <= _QUOTED else f"{value[:_QUOTED]}…"


def reason(error: OSError) -> str:
    """Why the system refused, in Chinese where it is one of the usual reasons."""
    said = error.strerror or str(error)
    return said if "\u4e00" <= said[:1] <= "\u9fff" else _REASONS.get(error.errno or 0, said)
