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
    errno.ENFILE: "打开的文件太多",
    errno.EEXIST: "已有同名的文件",
    errno.ENOTEMPTY: "文件夹不是空的",
    errno.EINVAL: "系统不接受这样的名称或操作",
    errno.EILSEQ: "名称里有系统不接受的字符",
    errno.ENOTSUP: "系统不支持这样的操作",
    errno.ENOSYS: "系统不支持这样的操作",
    errno.ENOMEM: "内存不够",
    errno.EAGAIN: "系统一时忙不过来",
    errno.EPIPE: "对方已经关闭",
    errno.ENXIO: "没有这个设备",
    errno.ENODEV: "没有这个设备",
    errno.ETXTBSY: "文件正在运行",
    errno.ETIMEDOUT: "等得太久，没有回应",
    errno.ESTALE: "网络文件夹连不上",
    errno.EHOSTDOWN: "网络文件夹连不上",
    errno.ENOTCONN: "网络文件夹连不上",
    errno.ECONNREFUSED: "对方不接受连接",
    errno.ECONNRESET: "连接断了",
    errno.EADDRINUSE: "端口已被占用",
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


def place_in_yaml(error: Exception) -> str:
    """Where a file is no YAML, as its reader says: 第 3 行第 5 列; 文件 where it does not."""
    mark = getattr(error, "problem_mark", None)
    return f"第 {mark.line + 1} 行第 {mark.column + 1} 列" if mark else "文件"


def reason(error: OSError) -> str:
    """Why the system refused, in Chinese; of a reason that is none of the usual ones, its name (ENOTTY)."""
    said = error.strerror or str(error)
    if "\u4e00" <= said[:1] <= "\u9fff":
        return said
    number = error.errno or 0
    return _REASONS.get(number) or f"系统报错 {errno.errorcode.get(number, type(error).__name__)}"
