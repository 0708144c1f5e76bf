"""What is fuzzed: each function of TARGETS takes any bytes and raises where something does not hold.

Mutated bytes seldom are Chinese, or XML. So most targets read the bytes as a row of numbers and put together what stands
under each number in a list of words or marks: any bytes are a draft then, and a small change is a small one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from xml.sax.saxutils import escape

import sound
from documents import lines, numbered, paragraph, part, table, word
from ofd_documents import Put, layer
from ofd_documents import ofd as of_pages
from ofd_documents import part as part_of_ofd

from reportlint.errors import UserError
from reportlint.facts.figures.measures import MEASURES
from reportlint.linting.check import load_checks
from reportlint.linting.config_file import parse_config
from reportlint.readers.pages import lines as page_lines
from reportlint.readers.pages import notes, paragraphs, rows
from reportlint.readers.pages.cells import lines_and_cells
from reportlint.settings.rule_file import read_profile
from reportlint.settings.settings_file import parse

for reader in (
    "docx",
    "html",
    "markdown",
    "html_lines",
    "package",
    "wordml",
):  # usually loaded when the first such file is met
    import_module(f"reportlint.readers.{reader}")

EXAMPLES = Path(__file__).parent.parent / "examples"
ODD = (*"\n\r\t\x0b\x0c\x1b\x85\0\u2028\u2029\u3000\xa0\u200b\u200d\u200e\u202e\ufeff\ufffc\ufffd\u0301\ud800\udfff²Ⅳ٣𠮷", "\r\n",
       "e\u0301", "👨\u200d👩\u200d👧", "１２", " ", *"，。；：、！？“”‘’（）()《》〈〉【】…—-~%.,;:?0123456789〇零一二三四五六七八九十百千万亿年月日")  # fmt: skip
FRAME = "霁川区人民政府2023年度法治政府建设情况报告\n一、主要举措和成效\n{}\n二、存在的不足和原因\n{}\n三、第一责任人履职情况\n{}\n四、下一年度主要安排\n{}\n"
NUMBERS = ("0 1 2 36 1.5 0.5 3.333333333 99999999999999999999 1,234 12万 1.5亿 一 两 半 几 数 十几 一点五 百分之 千分之 分之 九成 翻 首 第"
           " ～ 至 - / . % 2024年 1月").split()  # fmt: skip
RELATING = ("， 、 。 ： （ ） 其中 共 共计 分别为 办结 受理 办结率 占 达 由 从 增至 提高到 同比增长 下降 比上年 近 约 以上 左右 超过 余 多 件案件"
            " 以下 方面 一季度 一是 \n").split(" ")  # fmt: skip
PAGE = ("p div span br table tr td th ol ul li h1 h2 a pre section article footer nav style script b title form body html"
        " template svg").split()  # fmt: skip
PAGE_SAID = (
    *(
        "",
        " hidden",
        " class=footer",
        " class=x",
        " style='display:none'",
        " start=9",
        " start=-1",
        " value=99999",
        " type=i",
    ),
    *(" type=A", " style='list-style:cjk-ideographic'", " href=x", " id=banquan"),
)
PAGE_MARKS = ("<!--", "-->", "<![CDATA[", "<", ">", "&nbsp;", "&#x0;", "&#xd800;", "&lt;", "<meta charset=big5>", "<style>.x{display:none}",
              "<meta name=ArticleTitle content='青岚县2025年法治政府建设年度报告'>", "<meta name=PubDate content='2024-02-30'>", "<!doctype html>", "@media x{.x{display:none}}")  # fmt: skip
MARKDOWN = ("# ", "## ", "- ", "1. ", "99999999. ", "> ", "* ", "**", "_", "~~", "`", "```\n", "[", "](", ")", "![", "<b>", "</b>", "<!--", "-->",
            "| ", "|\n|-|-|\n", "---\n", "\\", "&nbsp;", "&#0;", "&#xd800;", "    ", "\n", "\n\n", "<div>\n", "***\n", "=\n", "<http://a.b>", "\t")  # fmt: skip
OFD_MATRICES = (
    "",
    "0.5 0 0 0.5 0 0",
    "0 1 -1 0 0 0",
    "-1 0 0 -1 9 9",
    "0.7 0.7 -0.7 0.7 0 0",
    "1 0 0 -1 0 0",
    "0 0 0 0 0 0",
    "x",
)
WORD = ("p r t tbl tr tc sdt sdtContent ins del delText moveFrom moveTo hyperlink smartTag fldSimple fldChar instrText tab br cr sym ruby rt"
        " rubyBase noBreakHyphen softHyphen pPr rPr numPr ilvl numId pStyle vanish pict txbxContent drawing footnoteReference sectPr outlineLvl"
        " lastRenderedPageBreak proofErr bookmarkStart customXml dir bdo object subDoc ptab gridSpan vMerge body document").split()  # fmt: skip
WORD_SAID = (
    *(
        "",
        ' w:val="0"',
        ' w:val="1"',
        ' w:val="-1"',
        ' w:val="99999999999"',
        ' w:val="x"',
        ' w:val=""',
        ' w:type="page"',
    ),
    *(
        ' w:fldCharType="begin"',
        ' w:fldCharType="separate"',
        ' w:fldCharType="end"',
        ' w:char="F0A8" w:font="Wingdings"',
    ),
    *(' w:char="zz"', ' w:char="110000"', ' w:instr="TOC"', ' w:val="false"'),
)
_LEVELS = (
    ((0, "1", "chineseCounting", "%1、"), (1, "1", "chineseCounting", "（%2）"), (2, "0", "decimal", "%1.%2.%3.%9")),
    ((0, "x", "lowerRoman", "%1%"), (1, "-5", "upperLetter", "%0%2"), (9, "99999", "decimalEnclosedCircle", "%10")),
)
_NUMBERING = "".join(
    f'<w:abstractNum w:abstractNumId="{number}">'
    + "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for level, start, form, text in levels
    )
    + f'</w:abstractNum><w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
    for number, levels in enumerate(_LEVELS)
)
SETTINGS = """\
fail-on: warning
report: law-based-government
exclude: [archive/*]
checks: {vague-quantity: off, thin-section: {severity: info, exclude: [a/*], characters: 80}, long-sentence: warning}
terms: [{wrong: 行政审批大厅, right: 政务服务大厅, why: 2024年起改称}]
waivers: [{check: thin-section, words: 一, path: 2023/*.txt, reason: 已公开, until: 2035-12-31}]
"""


@lru_cache(maxsize=1)
def clauses() -> tuple[str, ...]:
    """What reports are made of: odd signs, and the clauses and marks of all examples of checks."""
    found = dict.fromkeys(ODD)
    for check in load_checks().values():
        for example in (*check.bad, *check.good):
            found.update(dict.fromkeys(re.findall(r"[^，。；、：\n⟦⟧]+|[，。；、：\n]", example)))
    return tuple(found)


@lru_cache
def words_of(target: str) -> tuple[str, ...]:
    """What the numbers stand for in a target: clauses, and marks among them where the form has some."""
    if target == "markdown":
        return (*MARKDOWN, *MARKDOWN, *clauses()[:400])
    if target == "html":
        opening = [f"<{tag}{said}>" for tag in PAGE for said in PAGE_SAID]
        return (*PAGE_MARKS * 8, *(f"</{tag}>" for tag in PAGE * 8), *opening, *clauses()[:400])
    return clauses()


def numbers(data: bytes) -> Iterator[int]:
    """The bytes as numbers below 65,536: two bytes each, what is left over is none."""
    return (int.from_bytes(data[at : at + 2], "big") for at in range(0, len(data) - 1, 2))


def composed(data: bytes, words: Sequence[str]) -> str:
    """A text: for each number the word under it."""
    return "".join(words[number % len(words)] for number in numbers(data))


def text(data: bytes) -> None:
    """The bytes as a plain text in an unknown encoding."""
    if found := sound.linted(data):
        sound.assert_sound(*found)


def draft(data: bytes) -> None:
    """A report of clauses of all examples, spread over its four parts: the checks; and the same findings in a copy."""
    written = report(data)
    found = sound.linted(written.encode("utf-8", "surrogatepass"))
    if found is None:
        return
    sound.assert_sound(*found)
    others = () if re.search("[\ud800-\udfff]", written) else tuple(copies(written))  # half a character has no copy
    if others:
        assert sound.shown(sound.linted(others[sum(data) % len(others)])) == sound.shown(found)


def shown(data: bytes) -> None:
    """Such a report in every output format."""
    if found := sound.linted(report(data).encode("utf-8", "surrogatepass")):
        sound.assert_showable(*found)


def report(data: bytes) -> str:
    """Four parts in turn, each up to the next number that is divisible by 31; without such a number, the first or fourth."""
    parts = ["", "", "", ""]
    at = 3 * (len(data) // 2 % 2)
    for number in numbers(data):
        at = (at + (number % 31 == 0)) % 4
        parts[at] += clauses()[number % len(clauses())]
    return FRAME.format(*parts)


def figures(data: bytes) -> None:
    """Numbers, units, and the words by which one figure follows from others, side by side: sums, rates, changes."""
    words = (*NUMBERS * 8, *MEASURES, *RELATING * 4)
    _any(FRAME.format(composed(data, words), "", "", "").encode(), "draft.txt")


def copies(written: str) -> Iterator[bytes]:
    """The same text in other encodings and with other ends of lines, where these can hold it."""
    if "\r" not in written and not written.startswith("\ufeff"):
        yield b"\xef\xbb\xbf" + written.encode()
        yield written.replace("\n", "\r\n").encode()
        yield written.replace("\n", "\r").encode()
        yield b"\xff\xfe" + written.encode("utf-16-le")
        chinese = written.encode("gb18030")
        try:
            chinese.decode()
        except UnicodeDecodeError:  # or it would be taken for UTF-8, which it could be
            yield chinese


def review(data: bytes) -> None:
    """A review copy of such a report."""
    written = report(data).encode("utf-8", "surrogatepass")
    if found := sound.linted(written):
        sound.assert_reviewable(written, *found)


def markdown(data: bytes) -> None:
    """Clauses and the marks of Markdown."""
    _any(composed(data, words_of("markdown")).encode("utf-8", "replace"), "draft.md")


def html(data: bytes) -> None:
    """Clauses between tags, which need not be closed."""
    _any(b"<html><body>" + composed(data, words_of("html")).encode("utf-8", "replace"), "draft.html")


def docx(data: bytes) -> None:
    """A Word file of elements in any order, closed where they should be; read, and commented."""
    body: list[str] = []
    around: list[str] = []
    for number in numbers(data):
        which, index = number & 3, number >> 2
        if which == 0 and len(around) < 60:
            around.append(WORD[index % len(WORD)])
            body.append(f"<w:{around[-1]}{WORD_SAID[index // len(WORD) % len(WORD_SAID)]}>")
        elif which == 1 and around:
            body.append(f"</w:{around.pop()}>")
        elif which == 2:
            words = escape(_of_xml(clauses()[index % len(clauses())]))
            body.append(f"<w:r><w:t>{words}</w:t></w:r>" if around[-1:] != ["t"] else words)
        else:
            number_of = f'<w:numPr><w:ilvl w:val="{index % 11 - 1}"/><w:numId w:val="{index // 11 % 3}"/></w:numPr>'
            body.append(f"<w:p><w:pPr>{number_of}</w:pPr></w:p>")
    body += [f"</w:{name}>" for name in reversed(around)]
    packed = word("".join(body), _NUMBERING)
    if found := _any(packed, "draft.docx"):
        sound.assert_reviewable(packed, *found)


def _of_xml(words: str) -> str:
    """The characters among the words that XML can hold."""
    return re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", words)


def package(data: bytes) -> None:
    """The bytes as a Word file, as they are."""
    _any(b"PK\x03\x04" + data, "draft.docx")


def markup(data: bytes) -> None:
    """The bytes as the main part of a Word file, the numbering, or a page; the first byte says which."""
    kind, rest = data[:1], data[1:]
    if kind < b"\x55":
        _any(word("", others={"word/document.xml": rest}), "draft.docx")
    elif kind < b"\xaa":
        _any(word("<w:p/>", "x", others={"word/numbering.xml": rest}), "draft.docx")
    else:
        _any(rest, "draft.html" if kind < b"\xd0" else "draft.md")


def pdf_lines(data: bytes) -> None:
    """Lines of clauses, anywhere on the pages of a PDF; and the bytes as a PDF themselves, now and then."""
    pages: list[list[page_lines.Line]] = [[]]
    for number in numbers(data):
        if number % 17 == 0:
            pages.append([])
        left, top, size = float(number % 5 * 99), 800.0 - number % 11 * 80, float(number % 3 * 8)
        written = composed(number.to_bytes(2, "big") * (1 + number % 3), clauses()).strip() or "1"
        pieces = (written[:1], written[1:]) if number % 2 and written[1:] else (written,)
        pages[-1].append(page_lines.Line(written, left, left + len(written) * size, top, size, pieces))
    joined = paragraphs.as_source(pages, [], "draft.pdf", "pdf").text.replace("\n", "")
    for page in notes.without_notes(pages):
        edges = {
            *page[: paragraphs._EDGE],
            *page[-paragraphs._EDGE :],
        }  # what stands there may be a running head
        for line in page:
            if line not in edges:
                assert line.text in joined, "a line within a page is never lost"


def page_cells(data: bytes) -> None:
    """Characters and strokes anywhere on a page: those of words stand in its lines and cells."""
    told = list(numbers(data))
    chars, boxes = [], []
    for at, number in enumerate(told):
        x, y, length = float(number % 23 * 11), float(number // 23 % 29 * 13), float(number % 7 * 40)
        if at % 3:
            boxes.append((x, x + length, y, y) if at % 2 else (x, x, y, y + length))
        else:
            chars.append(rows.Char("甲乙丙1"[at % 4], x + at % 5, x + at % 5 + 10, y, y + 10))
    lines = lines_and_cells(chars, boxes, 300.0)
    written = Counter(sign for line in lines for sign in line.text if not sign.isspace())
    read = Counter(sign for line in page_lines.lines_of(chars, 300.0) for sign in line.text if not sign.isspace())
    assert read <= written <= Counter(char.sign for char in chars), "what is drawn twice may stand in two cells"


def page_chars(data: bytes) -> None:
    """Characters anywhere on a page, in two columns or across them, some small and raised: each is in one line."""
    signs = "政府法治2年。—"
    chars = []
    for at, number in enumerate(numbers(data)):
        size = 12.0 if number % 5 else 6.0
        left, bottom = float(number % 41 * 14), 800.0 - number // 41 % 60 * 13 - number % 2 * 5
        sign = signs[at % len(signs)] if number % 3 else chr(0x4E00 + at % 0x5000)
        chars.append(rows.Char(sign, left, left + size, bottom, bottom + size))
    plain = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", " \t")
    found = "".join(line.text for line in page_lines.lines_of(chars, 595.0)).translate(plain)
    assert sorted(found) == sorted(char.sign for char in page_lines._once(chars)), (
        "a character is neither lost nor doubled"
    )


def pdf_file(data: bytes) -> None:
    """The bytes as a PDF: slow, for each is read by a process of its own."""
    _any(b"%PDF-1.7\n" + data, "draft.pdf")


def ofd(data: bytes) -> None:
    """The bytes as the page of an OFD; or objects with words, anywhere, with numbers that the first bytes choose."""
    if data[:1] < b"\x80":
        page = part_of_ofd("Page", "").encode().replace(b"></", b">" + data[1:] + b"</", 1)
        _any(of_pages([[]], others={"Doc_0/Pages/0/Content.xml": page}), "draft.ofd")
        return
    put = [
        Put(
            _of_xml(clauses()[number % len(clauses())]),
            number % 211,
            number % 307,
            matrix=OFD_MATRICES[number % len(OFD_MATRICES)],
        )
        for number in numbers(data)
    ]
    _any(of_pages([put[::2], put[1::2]], put[:1]), "draft.ofd")


def settings(data: bytes) -> None:
    """The bytes as .reportlint.yaml and as a rule file: taken, or refused in a sentence that names the file."""
    try:
        parse_config(data, ".reportlint.yaml")
    except UserError as error:
        assert ".reportlint.yaml" in str(error)
    try:
        read_profile(parse(data, "city.yaml"))
    except UserError as error:
        assert "city.yaml" in str(error)


def _any(data: bytes, path: str) -> sound.Linted | None:
    found = sound.linted(data, path)
    if found:
        sound.assert_sound(*found)
        sound.assert_showable(*found)
    return found


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target
    for target in (
        text,
        draft,
        figures,
        shown,
        review,
        markdown,
        html,
        docx,
        package,
        markup,
        pdf_lines,
        page_cells,
        page_chars,
        pdf_file,
        ofd,
        settings,
    )
}


def seeds(name: str) -> Iterator[bytes]:
    """What to begin with, made from the examples: drafts as they are, or the numbers of their words."""
    drafts = sorted(EXAMPLES.rglob("*.txt"))
    if name in ("text", "pdf_file", "package"):
        for path in drafts:
            written = path.read_text(encoding="utf-8")
            if name == "package":
                yield lines(written[:2000])[4:]
            else:
                yield from (written.encode(), written.encode("gb18030"), b"\xff\xfe" + written.encode("utf-16-le"))
    elif name == "settings":
        yield from (path.read_bytes() for path in sorted(EXAMPLES.rglob(".reportlint.yaml")))
        yield (SETTINGS).encode()
    elif name == "ofd":
        yield b"\0" + layer([Put("一、主要举措", 28, 40), Put("办理案件36件。", 28, 60)]).encode()
        yield b"\xff" + bytes(range(64))
    elif name == "markup":
        body = f"<w:body>{paragraph('一、主要举措')}{table(('甲', '1'))}{numbered('加强')}</w:body>"
        yield b"\0" + part("document", body).encode()
        yield b"\x60" + part("numbering", _NUMBERING).encode()
        yield b"\xc0<html><body><h1>%s</h1><ol><li>%s</ol>" % ("年度报告".encode(), "一、主要举措".encode())
        yield b"\xf0# 1\n\n1. [a](b)\n"
    else:
        places = {words: number for number, words in enumerate(words_of(name))}
        for check in load_checks().values():
            for example in check.bad[:3]:
                pieces = re.findall(r"[^，。；、：\n⟦⟧]+|[，。；、：\n]", example)
                row = [places[piece] for piece in pieces if piece in places]
                if name == "html":
                    row = [number for place in row for number in (places["<p>"], place)]
                if name == "docx":  # a paragraph for each clause
                    row = [number for place in row for number in (WORD.index("p") << 2, place << 2 | 2, 1)]
                if row:
                    yield b"".join(number.to_bytes(2, "big") for number in row)


def vocabulary() -> Iterator[bytes]:
    """Words that mutations of plain bytes may put in."""
    yield from (clause.encode("utf-8", "replace") for clause in clauses() if 0 < len(clause) < 9)
    yield from (mark.encode() for mark in (*PAGE_MARKS, *MARKDOWN, *PAGE_SAID) if mark)
    yield from (f"<{tag}>".encode() for tag in PAGE)
    yield from (f"<w:{tag}>".encode() for tag in WORD)
