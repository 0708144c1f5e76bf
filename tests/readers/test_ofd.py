"""OFD files: pages, templates and text objects become the text that a reader sees; hostile ones are refused in a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import Run, write
from ofd_documents import Put, layer, ofd, part, shown

from reportlint.readers import form_of, read_source
from reportlint.readers.ofd_text import _steps


def text(data: bytes) -> str:
    return read_source(data, "draft.ofd").text


def test_what_stands_on_a_page() -> None:
    page = [
        Put("办理案件36件。", 28, 60),
        Put("一、主要举措和成效", 28, 40),
    ]  # drawn in another order than it is read in
    assert text(ofd([page])) == "一、主要举措和成效\n办理案件36件。\n"
    assert text(ofd([[Put("办", 28, 40), Put("理", 28 + 5.6, 40), Put("36件。", 28 + 11.2, 40)]])) == "办理36件。\n"
    assert text(ofd([[Put("办理案件36件。", 28, 40, matrix="0.5 0 0 0.5 0 0")]])) == "办理案件36件。\n"


def test_a_template_lies_under_every_page() -> None:
    assert (
        text(ofd([[Put("办理案件36件。", 28, 60)]], [Put("一、主要举措", 28, 40)])) == "一、主要举措\n办理案件36件。\n"
    )


def test_what_lies_askew_is_a_watermark() -> None:
    assert (
        text(ofd([[Put("办理案件36件。", 28, 60), Put("内部资料", 90, 150, matrix="0.7 0.7 -0.7 0.7 0 0")]]))
        == "办理案件36件。\n"
    )


def test_a_turned_page_is_read_as_it_is_seen() -> None:
    turned = [
        Put(row, 100 - 10 * number, 40, matrix="0 1 -1 0 0 0")
        for number, row in enumerate(["一、主要举措", "办理案件36件。"])
    ]
    assert text(ofd([turned])) == "一、主要举措\n办理案件36件。\n"


def test_pages_in_blocks_documents_in_one_file_and_other_namespaces() -> None:
    block = part(
        "Page",
        f"<ofd:Content><ofd:Layer><ofd:PageBlock>{layer([Put('办理36件。', 28, 40)])}</ofd:PageBlock></ofd:Layer></ofd:Content>",
    )
    assert text(ofd([[]], others={"Doc_0/Pages/0/Content.xml": block})) == "办理36件。\n"
    body = "<ofd:DocBody><ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
    assert text(ofd([[Put("办理36件。", 28, 40)]], others={"OFD.xml": part("OFD", 2 * body)})).count("36") == 2
    other = ofd([[Put("办理36件。", 28, 40)]], others={"OFD.xml": part("OFD", body).replace("/2016", "")})
    assert text(other) == "办理36件。\n"


@pytest.mark.parametrize(
    ("told", "count", "steps"),
    [
        ("5 5", 3, [5, 5, 1]),
        ("g 2 5", 3, [5, 5, 1]),
        ("1 g 2 5 2", 4, [1, 5, 5, 2]),
        ("g 999999999 5", 2, [1, 1]),
        ("g 99999 5", 3, [5, 5, 5]),
        ("nan x g", 2, [1, 1]),
        (None, 2, [1, 1]),
    ],
)
def test_how_far_apart_characters_stand(told: str | None, count: int, steps: list[float]) -> None:
    assert list(_steps(told, [1.0] * count)) == steps


def test_places_and_names() -> None:
    data = ofd([[Put("办理36件。", 28, 40)]])
    assert form_of(data, "a.bin") == "ofd" and read_source(data, "a.ofd").form == "ofd"
    moved = part("Document", '<ofd:Pages><ofd:Page ID="1" BaseLoc="\\页面\\..\\页面\\1.xml"/></ofd:Pages>')
    page = part("Page", layer([Put("办理36件。", 28, 40)]))
    assert text(ofd([], others={"Doc_0/Document.xml": moved, "页面/1.xml": page})) == "办理36件。\n"


@pytest.mark.parametrize("end", ["；", ""])
def test_a_sentence_goes_on_unindented_on_the_next_page(end: str) -> None:
    """Where each line has as many characters, one full of digits is short."""
    words = (
        "全县各部门认真落实2024年度工作安排42项，逐项组织实施，按季度报告进度，梳理问题36个，各镇（街道）"
        "全部按期公示结果12条，接受群众监督；立案1204件，结案1186件，罚款36.5万元，比上年的1124件多62件，"
        "重点领域专项检查覆盖全部企业，抽查企业的比例为5%，发现问题的企业全部完成整改，没有被撤销的案件，"
    ) * 3
    rows = [words[at : at + 30] for at in range(0, len(words), 30)]
    rows[-1] = f"公示12345件，其中67890件，办结率98.76%{end}"
    first = [Put(row, 28 + 11.2 * (not at), 40 + 10 * at) for at, row in enumerate(rows)]
    behind = "其余32件在期限内，逐件明确责任人和时限。"
    second = [Put(behind, 28, 40), Put("（二）培训。", 39.2, 50)]
    assert text(ofd([first, second])).splitlines() == ["".join(rows) + behind, "（二）培训。"]


def test_readable_pages_beside_a_list_of_what_is_encrypted() -> None:
    assert text(ofd([PLAIN], others={"Encryptions.xml": part("Encryptions", "")})) == "办理案件36件。\n"


def test_pages_that_are_pictures_are_told(run: Run) -> None:
    picture = '<ofd:ImageObject ID="8" ResourceID="7" Boundary="0 0 210 297"/>'
    scan = part(
        "Page", f'<ofd:Content><ofd:Layer ID="2">{picture}{shown(Put("— 2 —", 160, 275))}</ofd:Layer></ofd:Content>'
    )
    said = [Put("办理案件36件，审核文件12件。", 28, 40)]
    assert text(ofd([said, said], others={"Doc_0/Pages/1/Content.xml": scan})).splitlines() == [
        said[0].words,
        "［第2页是图片］",
    ]
    write("draft.ofd", ofd([said, said, said], others={f"Doc_0/Pages/{at}/Content.xml": scan for at in (1, 2)}))
    outcome = run("draft.ofd")
    assert outcome.code == 2 and "扫描件" in outcome.err


PLAIN = [Put("办理案件36件。", 28, 40)]


def often(times: int) -> str:
    """A document that names its one page so many times."""
    return part("Document", "<ofd:Pages>" + '<ofd:Page BaseLoc="Pages/0/Content.xml"/>' * times + "</ofd:Pages>")


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "no text": (lambda: ofd([[]]), "没有文字层"),
    "no document": (lambda: ofd([PLAIN], others={"OFD.xml": part("OFD", "")}), "没有文档）。请用 OFD 阅读器打开"),
    "encrypted pages": (lambda: ofd([PLAIN], others={"Encryptions.xml": part("Encryptions", ""), "Doc_0/Pages/0/Content.xml": bytes(range(256))}), "加了密"),
    "a missing page": (lambda: ofd([PLAIN], others={"Doc_0/Document.xml": part("Document", '<ofd:Pages><ofd:Page BaseLoc="no.xml"/></ofd:Pages>')}), "没有 Doc_0/no.xml"),
    "a page outside the file": (lambda: ofd([], others={"Doc_0/Document.xml": part("Document", '<ofd:Pages><ofd:Page BaseLoc="../../../etc/passwd"/></ofd:Pages>')}), "没有 etc/passwd"),
    "entities": (lambda: ofd([PLAIN], others={"OFD.xml": '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'}), "DOCTYPE"),
    "a bomb": (lambda: ofd([PLAIN], others={"Doc_0/Pages/0/Content.xml": b" " * 200_000_000}), "太长"),
    "deep nesting": (lambda: ofd([PLAIN], others={"Doc_0/Pages/0/Content.xml": part("Page", "<ofd:Content>" * 300 + "</ofd:Content>" * 300)}), "层"),
    "broken XML": (lambda: ofd([PLAIN], others={"Doc_0/Document.xml": "<a"}), "不是正确的 XML"),
    "a page named a thousand times and more": (lambda: ofd([PLAIN], others={"Doc_0/Document.xml": often(1_001)}), "页"),
    "a long page named often": (lambda: ofd([PLAIN * 3_000], others={"Doc_0/Document.xml": often(900)}), "太长"),
    "documents that name themselves": (lambda: ofd([PLAIN], others={"Doc_0/Document.xml": part("Document", '<ofd:Pages><ofd:Page BaseLoc="Document.xml"/></ofd:Pages>')}), "没有文字层"),
    "half a file": (lambda: ofd([PLAIN])[:-60], "损坏"),
    "another file": (lambda: b"abc", "却不是"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_bad_files(run: Run, name: str) -> None:
    make, reason = BAD[name]
    write("draft.ofd", make())
    outcome = run("draft.ofd")
    assert outcome.code == 2 and reason in outcome.err and outcome.err.startswith("reportlint: draft.ofd：")
