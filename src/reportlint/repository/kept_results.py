"""Results kept beside the settings (`--cache`): a file is linted again only when it, or what it is judged by, has changed.

An entry is named for the file and holds what was said of it last, as JSON. Its key is a digest of all that the result
depends on; its seal can be made by this user on this machine alone, so that a repository cannot bring results along.
Whatever is broken, old or from elsewhere is made anew.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from functools import lru_cache

from reportlint.document.draft_file import STDIN
from reportlint.kept.cache import cached, digest
from reportlint.kept.installed import edition
from reportlint.kept.private_files import content_at, forget, is_ours, read, sealed, write
from reportlint.kept.switch import PLAIN
from reportlint.linting.config import Config
from reportlint.linting.waivers import Waivers
from reportlint.repository.asked import Asked
from reportlint.repository.file_result import FileResult
from reportlint.repository.files import File
from reportlint.repository.result_values import from_value, to_value

FOLDER = ".reportlint_cache"
_ENDING = ".result"
_BESIDE = {
    ".gitignore": b"*\n",
    "CACHEDIR.TAG": b"Signature: 8a477f597d28d172789f06886806bc55\n# A cache of reportlint: https://bford.info/cachedir/\n",
}
"""What else is in the folder: that git is to leave it out, and programs that make copies."""
_DAYS = 30
"""An entry that nobody asked for in so many days is deleted."""


class KeptResults:
    """The results of one run, and of those before it. Nothing is kept without the leave of the run or of the settings."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.folders: dict[str, str] = {}
        """The folders that results are kept in, by the folders of the settings; "" where they cannot be."""
        self.circumstances: dict[int, str] = {}
        """By the number of a configuration: what all results under it depend on."""
        self.configs: list[Config] = []  # keeps them, and so their numbers, from being used again

    def recall(self, file: File, data: bytes) -> FileResult | None:
        """What was said of a file with these bytes; None where that is not known."""
        folder = self._folder(file)
        if not folder:
            return None
        name = _name(file)
        known = read(folder, name) or b""
        begin = content_at(known, _seal)
        key, _, said = known[begin:].partition(b"\n")
        if not begin or key != self._key(file, data):
            return None
        with suppress(OSError):
            os.utime(os.path.join(folder, name))
        return from_value(json.loads(said.decode("utf-8", "surrogatepass")), file)

    def keep(self, file: File, data: bytes, result: FileResult) -> None:
        """Keep what is said of a file with these bytes; a failure is not kept."""
        if result.failed or not (folder := self._folder(file)):
            return
        said = json.dumps(to_value(result, file), ensure_ascii=False, separators=(",", ":"))
        content = self._key(file, data) + b"\n" + said.encode("utf-8", "surrogatepass")
        write(folder, _name(file), sealed(content, _seal))

    def tidy(self) -> None:
        """Delete what nobody has asked for in a long time."""
        for folder in filter(None, self.folders.values()):
            forget(folder, _ENDING, _DAYS)

    def _folder(self, file: File) -> str:
        """Where the result of a file is kept; "" where it is not."""
        if PLAIN or file.path == STDIN or not (self.asked.cache or file.config.cache):
            return ""
        place = file.config.folder or os.getcwd()
        if place not in self.folders:
            folder = os.path.join(place, FOLDER)
            for name, content in _BESIDE.items():
                if read(folder, name) != content:
                    write(folder, name, content)
            self.folders[place] = folder if os.path.isdir(folder) and is_ours(folder) else ""
        return self.folders[place]

    def _key(self, file: File, data: bytes) -> bytes:
        config = file.config
        if id(config) not in self.circumstances:
            self.configs.append(config)
            self.circumstances[id(config)] = _circumstances(config, self.asked)
        said = [self.circumstances[id(config)], config.relative(file.path), str(file.searched), digest(data)]
        return digest("\0".join(said).encode("utf-8", "surrogatepass")).encode()


def _circumstances(config: Config, asked: Asked) -> str:
    """What a result depends on beside its file: settings, waivers past their day, last year's reports, this program."""
    chosen = sorted(config.select), sorted(config.ignore)
    settings = repr(config._replace(folder="", select=frozenset(), ignore=frozenset(), waivers=Waivers()))
    expired = sum(waiver.expired(asked.day) for waiver in config.waivers.items)
    before = [(report.source.path, digest(report.source.raw.encode("utf-8", "replace"))) for report in asked.previous]
    waivers = repr(config.waivers.items)
    said = repr((asked.kind, asked.issuer_kind, chosen, settings, waivers, expired, before, edition()))
    return digest(said.encode("utf-8", "surrogatepass"))


def _name(file: File) -> str:
    return digest(file.config.relative(file.path).encode("utf-8", "surrogatepass"))[:32] + _ENDING


def _seal(content: memoryview) -> str:
    return hashlib.blake2b(content, digest_size=16, key=_secret()).hexdigest()


@lru_cache(maxsize=1)
def _secret() -> bytes:
    """What this user's seals are made with."""
    return bytes.fromhex(cached("secret", "1", lambda: os.urandom(32).hex()))
