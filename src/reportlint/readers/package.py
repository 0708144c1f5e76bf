"""The parts of a zip file of XML, as Word files and OFD are, taken out with care: bombs, entities, deep nesting are refused."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from xml.etree import ElementTree

from reportlint.document.source import UnreadableError

MAX_PART = 24_000_000
"""Bytes of one unpacked part; the text of a thousand pages takes a tenth."""
_MAX_WHOLE = 300_000_000
"""Bytes of all parts, pictures included."""
_MAX_MEMBERS = 10_000
_MAX_ELEMENTS = 400_000
"""Elements and attributes; a report of 10,000 characters has some 3,000."""
_MAX_NAMES = 2_000
"""Names of elements; WordprocessingML has some 600, and each takes as much as three elements."""
_MAX_DEPTH = 240
"""Elements within elements, as other readers of the format allow; a table in a cell takes four."""


class Package:
    """A zip file of parts. Raises UnreadableError where it is none, or a hostile one.

    what: what such a file is called. program: what to open it with.
    """

    def __init__(self, data: bytes, what: str = "Word 文件", program: str = "Word 或 WPS") -> None:
        self._what, self._program = what, f"{program} " if program[-1].isascii() else program
        if data.count(b"PK\x01\x02") > _MAX_MEMBERS:
            raise UnreadableError(f"压缩包里的文件超过 {_MAX_MEMBERS:,} 个，不像 {what}。请确认没有选错文件。")
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError) as error:
            raise self.broken("压缩结构不完整") from error
        members = self._zip.infolist()
        if any(member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for member in members):
            raise self.broken("用了不该用的压缩方法")  # others unpack without a bound
        if len({member.filename for member in members}) < len(members):
            raise self.broken("有重名的部分")
        if sum(member.file_size for member in members) > _MAX_WHOLE:
            raise UnreadableError(f"解压后超过 {_MAX_WHOLE:,} 字节，不像一份年度报告（也可能是压缩炸弹），没有读取。")

    @property
    def names(self) -> frozenset[str]:
        """The names of all parts."""
        return frozenset(self._zip.namelist())

    def size(self, name: str) -> int:
        """How many bytes a part says that it has."""
        return self._zip.getinfo(name).file_size

    def broken(self, why: str) -> UnreadableError:
        """What is said of a file with something that its kind does not have."""
        return UnreadableError(f"{self._what}已损坏（{why}）。请用 {self._program}打开，另存一份再检查。")

    def read(self, name: str) -> bytes:
        """The bytes of a part."""
        try:
            with self._zip.open(name) as part:
                data = part.read(MAX_PART + 1)
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise self.broken(f"读不出 {name}") from error
        except (RuntimeError, NotImplementedError) as error:  # how zipfile says: encrypted, or an unknown method
            raise UnreadableError(f"文件加了密，读不出内容。请用 {self._program}去掉打开密码后再检查。") from error
        if len(data) > MAX_PART:
            raise UnreadableError(
                f"{name} 解压后超过 {MAX_PART:,} 字节，不像一份年度报告（也可能是压缩炸弹），没有读取。"
            )
        return data

    def parse(self, name: str) -> ElementTree.Element:
        """The root element of a part."""
        parser = ElementTree.XMLParser(target=_Builder(self._what))
        try:
            parser.feed(self.read(name))
            root: ElementTree.Element = parser.close()
        except ElementTree.ParseError as error:
            line, column = error.position
            raise self.broken(f"{name} 第 {line} 行第 {column + 1} 列不是正确的 XML") from error
        except (LookupError, ValueError) as error:  # an encoding there is not
            raise self.broken(f"{name} 的编码读不出") from error
        return root

    def related(self, name: str) -> dict[str, str]:
        """The parts that a part ("" for the package) points to: the last word of the relation's type to the name."""
        folder, base = posixpath.split(name)
        relations = posixpath.join(folder, "_rels", f"{base}.rels")
        if relations not in self.names:
            return {}
        found: dict[str, str] = {}
        for relation in self.parse(relations):
            target = relation.get("Target", "")
            if relation.get("TargetMode") != "External":
                path = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                found.setdefault(relation.get("Type", "").rpartition("/")[2], path)
        return found


class _Builder(ElementTree.TreeBuilder):
    """Builds the tree, but for document types, which could bring entities, and for what is too deep."""

    def __init__(self, what: str) -> None:
        super().__init__()
        self._what = what
        self._depth = self._count = 0
        self._names: set[str] = set()

    def start(self, tag: str, attrs: dict[str, str]) -> ElementTree.Element:
        self._depth += 1
        self._count += 1 + len(attrs)
        self._names.add(tag)
        if self._count > _MAX_ELEMENTS or len(self._names) > _MAX_NAMES:
            raise UnreadableError(
                f"{self._what}里的元素和属性超过 {_MAX_ELEMENTS:,} 个，不像一份年度报告，没有读取。请确认没有选错文件。"
            )
        if self._depth > _MAX_DEPTH:
            raise UnreadableError(
                f"{self._what}的表格或内容套了超过 {_MAX_DEPTH} 层，没有读取。请把正文复制到新文件里再检查。"
            )
        return super().start(tag, attrs)

    def end(self, tag: str) -> ElementTree.Element:
        self._depth -= 1
        return super().end(tag)

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise UnreadableError(f"{self._what}里有 DOCTYPE（外部实体），正常的文件没有，为安全起见没有读取。请另存一份。")
