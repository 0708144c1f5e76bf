"""Letters: where places are cited, how points are counted, what a template may have."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("rensa", reason="the extra survey is not installed")

from conftest import Run, write
from docx import Document

from reportlint.survey.letters import LetterError, prepared
from reportlint.survey.points import Point, listed

TEXT = """云川市水利局2024年度法治政府建设情况报告
一、主要举措和成效
全市水利系统办理取水许可36件。

河道管护得到了加强。加强了监管，开展了一批检查，取得明显成效。
二、存在的不足和原因
力量不足，原因是编制少。
三、党政主要负责人履行推进法治建设第一责任人职责情况
局长主持会议3次。
四、2025年主要安排
修订规定2件。
"""


def said_in(path: str) -> list[str]:
    return [paragraph.text for paragraph in Document(path).paragraphs if paragraph.text]


def test_a_word_file_is_cited_by_paragraphs_and_a_text_by_lines(run: Run) -> None:
    draft = Document()
    for line in TEXT.splitlines():
        draft.add_paragraph(line)
    Path("in").mkdir()
    draft.save("in/a.docx")
    write("in/b.txt", TEXT.replace("水利", "商务"))
    run("survey", "in", "--feedback", "letters", "-o", "out.html")
    word, text = ("\n".join(said_in(f"letters/云川市{office}局.反馈.docx")) for office in ("水利", "商务"))
    assert "“一、主要举措和成效”第2段，“一批”没有" in word and "第5行，“一批”没有" in text
    assert "小标题“三、党政主要负责人履行推进法治建设第一责……”，没有写" in word
    assert "行，" not in word and "段，" not in text
    assert "“一、主要举措和成效”第2段" in Path("out.html").read_text("utf-8")


def test_points_are_counted_as_official_papers_count() -> None:
    points = [Point("缺书名号", ["第3行有误。"], "请改正。"), Point("数据笼统", ["第4行。", "第5行。"], "请写明。")]
    assert listed(points).split("\n") == [
        "（一）缺书名号。第3行有误。请改正。",
        "（二）数据笼统（2处）。请写明。",
        "1.第4行。",
        "2.第5行。",
    ]
    assert listed([Point("甲", ["乙。"])] * 21).split("\n")[20].startswith("（二十一）")


def test_sections_with_nothing_to_say_are_left_out(run: Run) -> None:
    write("in/a.txt", TEXT)
    template = (
        "意见\n一、缺的\n{缺什么}\n二、错的\n{要改的}\n三、别的\n{要核对的}\n四、斟酌\n{斟酌的}\n五、联系人\n张三\n"
    )
    write("letter.txt", template)
    run("survey", "in", "--feedback", "letters", "--letter", "letter.txt", "--select", "vague-quantity")
    run("survey", "in", "--feedback", "none", "--letter", "letter.txt", "--select", "inconsistent-term")
    assert said_in("none/云川市水利局.反馈.docx")[1:] == ["没有发现需要修改的地方。", "一、联系人", "张三"]
    (heading,) = [line for line in said_in("letters/云川市水利局.反馈.docx") if line.startswith("一、")]
    assert heading != "一、缺的" and "三、" not in "".join(said_in("letters/云川市水利局.反馈.docx"))


def test_a_folder_with_files_is_refused_but_for_hidden_ones(tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / ".DS_Store").write_bytes(b"")
    assert "{单位}" in prepared(str(folder))
    (folder / "云川市水利局.反馈.docx").write_bytes(b"earlier")
    with pytest.raises(LetterError, match=r"已有文件（云川市水利局\.反馈\.docx），没有覆盖"):
        prepared(str(folder))
    assert (folder / "云川市水利局.反馈.docx").read_bytes() == b"earlier"


def test_a_template_is_taken_whole_or_refused(tmp_path: Path) -> None:
    template = tmp_path / "letter.txt"
    whole = "{单位}\n" + "长" * (100_000 - 5)
    template.write_text(whole, "utf-8")
    assert prepared(str(tmp_path / "a"), str(template)) == whole
    template.write_text(f"{whole}长", "utf-8")
    with pytest.raises(LetterError, match="超过 100,000 字"):
        prepared(str(tmp_path / "b"), str(template))
    assert not (tmp_path / "b").exists()


def test_long_names_are_no_obstacle(run: Run) -> None:
    for number in (1, 2):
        write(f"in/{number}.txt", TEXT.replace("水利局", f"{'水利水电工程建设管理' * 5}局"))
    run("survey", "in", "--feedback", "letters")
    names = sorted(path.name for path in Path("letters").glob("*.反馈.docx"))
    assert len(names) == 2 and all(len(name.encode()) < 144 for name in names)
