"""Makes src/reportlint/facts/names/documents/laws.yaml, the table of laws and regulations, of a table of sources and of what was verified by hand.

    python tools/laws.py SOURCE.tsv

SOURCE has a line for each version of a law: name, level, adopted, revised (days with 修正, 修订 or 通过), version (the day of
the text the line speaks of), effective, status, articles, source; tab-separated, its first line the names of the columns.
What it says wrongly or not at all is in laws-verified.yaml, which says how far each is trusted. Prints what changed against
the table there was. A wrong row ends it with 2, file and row named, and nothing is written.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from reportlint.facts.names.documents.laws import Law, Version, law_of, version_of
from reportlint.facts.names.documents.titles import normal
from reportlint.language.tables import TableError, read_table

HERE = Path(__file__).resolve().parent
VERIFIED = HERE / "laws-verified.yaml"
OUTPUT = HERE.parent / "src" / "reportlint" / "facts" / "names" / "documents" / "laws.yaml"
LEVELS = ("法律", "行政法规")
"""Rules of departments and places are too many, and of too short a life, for a table; of those, only what was verified."""
KINDS = (*LEVELS, "部门规章", "党内法规", "中央文件", "国务院文件", "著作")
COLUMNS = {
    "name": "word?", "names": "words?", "kind": "word?", "also": "words?", "versions": "words?", "repealed": "date?",
    "by": "word?", "to": "date?", "sources": "words",
}  # fmt: skip
_REPEALED = "已废止"
_SOON = 3
"""Years within which a law comes into force."""
_VERSION = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/(\d{4}-\d\d-\d\d)?(/\d+)?)?")
_NOTE = re.compile(r"(\d{4}-\d\d-\d\d)(修正|修订|通过)")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ARTICLE = re.compile("》[^》]*(?:第[一二三四五六七八九十百千零]+|末)条")
_PLAIN = re.compile(r"[\w—（）·、][\w—（）·、. -]*")
_HEAD = """\
# 法律、行政法规和报告常引的文件。由 tools/laws.py 生成，不要手改：查实的更正写在 tools/laws-verified.yaml 里，再运行一次。
# versions：各次文本，通过的日子/施行的日子/最后一条的序号，不知道的空着；第一个是制定，后面的是修改。
# repealed：从哪一天起废止；by：由什么取代，没有的写“无”。to：有年限的，有效的最后一天（月、年）。
# verified：日期有两个来源，可以据此判为错误；没有这一项的，至多提示核对。
# source：{sources}。
"""


def main(arguments: list[str] | None = None) -> int:
    """The command; the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("source", type=Path, help="the table of sources, .tsv")
    parser.add_argument("--verified", type=Path, default=VERIFIED)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args(arguments)
    try:
        lines = read_source(options.source)
        rows, left_out = build(lines, options.source, read_verified(options.verified), options.verified)
    except TableError as error:
        print(error, file=sys.stderr)
        return 2
    before = table(options.output.read_text(encoding="utf-8")) if options.output.exists() else []
    tokens = sorted({token for line in lines for token in line["source"].split(" + ")})
    text = _HEAD.format(sources="；".join([*tokens, "laws-verified（本项目查实）"])) + "".join(map(written, rows))
    options.output.write_text(text, encoding="utf-8")
    for line in (*changes(before, table(text)), *(f"略去 {said}" for said in left_out)):
        print(line)
    print(f"共 {len(rows)} 条，查实 {sum(bool(row.get('verified')) for row in rows)} 条。")
    return 0


def read_source(path: Path) -> list[dict[str, str]]:
    """The lines of the levels that count. Raises TableError for one that lacks a column or has a day that is none."""
    found = []
    with path.open(encoding="utf-8", newline="") as file:
        for number, line in enumerate(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE), 2):
            if None in line or None in line.values():
                raise TableError(f"{path}：第 {number} 行的列数与第一行不同。")
            days = [line[column] for column in ("adopted", "version", "effective") if line[column]]
            notes = line["revised"].split()
            if wrong := [day for day in days if not _DAY.fullmatch(day)] + [n for n in notes if not _NOTE.fullmatch(n)]:
                raise TableError(f"{path}：第 {number} 行“{line['name']}”的“{wrong[0]}”不是日期。")
            if not line["name"] or not (line["articles"] or "0").isdigit():
                raise TableError(f"{path}：第 {number} 行没有名称，或者条数不是数字。")
            if line["level"] in LEVELS:
                found.append(line)
    return found


def read_verified(path: Path) -> list[dict[str, Any]]:
    """The rows verified by hand, one for each name. Raises TableError."""
    found = []
    for number, row in enumerate(read_table(str(path), f"laws-{path.stem}", COLUMNS), 1):
        said = f"{path}：第 {number} 条"
        if ("name" in row) == ("names" in row):
            raise TableError(f"{said}应当有 name 或者 names。")
        if row.get("kind", KINDS[0]) not in KINDS:
            raise TableError(f"{said}的 kind 应为{'、'.join(KINDS)}之一。")
        if wrong := [version for version in row.get("versions", ()) if not _VERSION.fullmatch(version)]:
            raise TableError(f"{said}的版本“{wrong[0]}”应写成 通过日/施行日/条数。")
        if "repealed" in row and "by" not in row:
            raise TableError(f"{said}写了废止，应当写明由什么取代（没有的写“无”）。")
        own_words = any(
            _ARTICLE.search(source) for source in row["sources"]
        )  # the new law's “同时废止” is the repeal itself
        if "repealed" in row and (len(row["sources"]) < 2 - own_words or len(row["repealed"]) != 10):
            raise TableError(f"{said}写了废止，应当有两个来源，日期写到日。")
        found += [{**row, "name": name} for name in row.get("names", [row.get("name")])]
    return found


def is_sure(row: Mapping[str, Any]) -> bool:
    """Are there two sources, or for a repeal the article of the new law, which is the repeal itself?"""
    return len(row["sources"]) > 1 or ("repealed" in row and bool(_ARTICLE.search(row["sources"][0])))


def build(
    lines: list[dict[str, str]], source: Path, verified: list[dict[str, Any]], path: Path
) -> tuple[list[dict[str, Any]], list[str]]:
    """The rows of the table by kind and name, and what was left out and why. Raises TableError."""
    by_name: dict[str, list[dict[str, str]]] = {}
    for line in lines:
        by_name.setdefault(line["name"], []).append(line)
    repealed = {row["name"] for row in verified if "repealed" in row}
    doubtful = [
        name for name, of in by_name.items() if name not in repealed and any(line["status"] == _REPEALED for line in of)
    ]
    rows = {name: _row(name, of) for name, of in by_name.items() if name not in doubtful}
    for row in verified:
        if row["name"] not in rows and "kind" not in row:
            raise TableError(f"{path}：“{row['name']}”不在 {source} 里，应当写明 kind。")
        rows[row["name"]] = _corrected(rows.get(row["name"], {"name": row["name"], "versions": {}}), row)
    finished = [_finished(row) for row in rows.values()]
    for row in finished:
        if fault := fault_of(law_of(row)):
            raise TableError(f"{path} 和 {source}：“{row['name']}”{fault}")
    finished.sort(key=lambda row: (KINDS.index(row["kind"]), row["name"]))
    return finished, [f"{name}：来源写“{_REPEALED}”，没有查实由什么废止。" for name in doubtful]


def _row(name: str, lines: list[dict[str, str]]) -> dict[str, Any]:
    """A law of its lines in the source. It is verified where two sources give the day of its newest text."""
    first = lines[0]
    notes = [(match[1], match[2]) for match in map(_NOTE.fullmatch, first["revised"].split()) if match]
    texts = [line["version"] for line in lines if line["version"]]
    notices = [day for day, kind in notes if kind == "通过"]
    adopted = first["adopted"] or (texts[0] if texts else "")
    if first["level"] == "行政法规":  # passed at a meeting; it is known from the day of the decree
        adopted = next((day for day in notices if adopted < day and day != first["effective"]), adopted)
    if texts and texts[0] < adopted:  # the line of adoption was a notice of publication
        adopted = texts[0]
    revised = [day for day, kind in notes if kind != "通过" and day > adopted]
    versions = {day: Version(day) for day in (adopted, *revised, *texts) if day not in notices or day == adopted}
    amended = {day for day, kind in notes if kind == "修正"}
    for line in lines:
        _date_force(versions, amended, line)
        if line["version"] in versions and line["articles"] and "修正案" not in name:  # its numbers are the law's
            day = line["version"]
            versions[day] = versions[day]._replace(articles=int(line["articles"]))
    both = {token for line in lines for token in line["source"].split(" + ")}
    agree = len(both) > 1 and max(texts, default="") in {first["adopted"], *revised}
    sources = [token.split()[0] for token in sorted(both)]
    return {"name": name, "kind": first["level"], "versions": versions, "verified": agree, "sources": sources}


def _date_force(versions: dict[str, Version], amended: set[str], line: Mapping[str, str]) -> None:
    """The day a line calls effective is that of the last text before it: for most amendments the sources have none.

    Where a law holds from the day it was published, a source repeats the day of the newest amendment, which says nothing;
    nor does one that is years after any text.
    """
    force, newest = line["effective"], line["version"]
    day = max((day for day in versions if day <= min(force, newest)), default="")
    if day and not (force == day and day in amended) and int(force[:4]) - int(day[:4]) < _SOON:
        versions[day] = versions[day]._replace(force=force)


def _corrected(row: dict[str, Any], right: Mapping[str, Any]) -> dict[str, Any]:
    """A row with what was verified: versions are told apart by their days, and what is left empty stays as it was."""
    versions = dict(row["versions"])
    for version in map(version_of, right.get("versions", ())):
        old = versions.get(version.day, version)
        versions[version.day] = Version(version.day, version.force or old.force, version.articles or old.articles)
    own = {key: right[key] for key in ("kind", "also", "repealed", "by", "to") if key in right}
    verified = is_sure(right)  # dates of one source only take from those that two agreed on
    sources = [source for source in row.get("sources", ()) if source != "laws-verified"] + ["laws-verified"]
    return {**row, **own, "versions": versions, "verified": verified, "sources": sources}


def _finished(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as the table has it: its columns in their order, empty ones left out."""
    versions = [
        "/".join((v.day, v.force, str(v.articles or ""))).rstrip("/") for _, v in sorted(row["versions"].items())
    ]
    plain = [] if normal(row["name"]) == row["name"] else [normal(row["name"])]  # as a title in the text is looked up
    also = [*row.get("also", ()), *plain]
    columns = {**row, "also": also, "versions": versions, "source": "、".join(row["sources"])}
    order = ("name", "kind", "also", "versions", "repealed", "by", "to", "source", "verified")
    return {column: columns[column] for column in order if columns.get(column)}


def fault_of(law: Law) -> str:
    """What cannot be so in a law; "" where all can."""
    days = [version.day for version in law.versions]
    if days != sorted(set(days)):
        return "的版本没有按日期排列。"
    if vague := [day for day, later in pairwise(days) if later.startswith(day)]:
        return f"的版本{vague[0]}写了两次，一次详一次略。"
    if early := [version for version in law.versions if version.force and version.force < version.day]:
        return f"{early[0].force}施行，早于{early[0].day}通过。"
    if law.repealed and not law.by:
        return "废止了，没有写由什么取代。"
    if law.repealed and days and law.repealed <= days[-1]:
        return f"{law.repealed}废止，早于{days[-1]}的文本。"
    return ""


def written(row: Mapping[str, Any]) -> str:
    """A row as a line of YAML."""
    return "- {" + ", ".join(f"{key}: {_value(value)}" for key, value in row.items()) + "}\n"


def _value(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    if value is True:
        return "true"
    plain = _PLAIN.fullmatch(value.replace("/", "")) and not value.isdigit()
    return str(value) if plain else "'" + str(value).replace("'", "''") + "'"


def table(text: str) -> list[dict[str, Any]]:
    """The rows of a table, dates and all as text."""
    rows: list[dict[str, Any]] = yaml.load(text, yaml.BaseLoader)
    return rows


def changes(before: Iterable[Mapping[str, Any]], after: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """What one table has that another has not, or has otherwise."""
    old, new = ({str(row["name"]): row for row in rows} for rows in (before, after))
    for name in sorted(old.keys() | new.keys()):
        if name not in new:
            yield f"删去 {name}"
        elif name not in old:
            yield f"新增 {name}"
        else:
            for column in {**old[name], **new[name]}:
                was, now = (" ".join(_words(row[name].get(column, "无"))) for row in (old, new))
                if was != now:
                    yield f"改动 {name} 的 {column}：{was} → {now}"


def _words(value: Any) -> list[str]:
    return value if isinstance(value, list) else [value]


if __name__ == "__main__":
    sys.exit(main())
