"""Whose a report is, by a roster; and rosters that cannot be used."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from conftest import write
from growth import outgrows
from openpyxl import Workbook

from reportlint.survey.matching import Matched, Missing, Whose, is_short_for, match, missing
from reportlint.survey.roster import Office, load_roster
from reportlint.survey.roster_files import RosterError

ROSTER = [Office("云川市人民政府"), Office("云川市青岚县人民政府"), Office("云川市司法局"), Office("云川市住房和城乡建设局"), Office("青岚县司法局"), Office("青岚县松坪镇人民政府", ("松坪镇",))]  # fmt: skip
BOTH = ("law-based-government", "government-information-disclosure")


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("云川市住建局", "云川市住房和城乡建设局"),
        ("市住建局", "云川市住房和城乡建设局"),
        ("云川市人社局", "云川市人力资源和社会保障局"),
        ("云川市发改委", "云川市发展和改革委员会"),
        ("云川市卫健委", "云川市卫生健康委员会"),
        ("云川市市场监管局", "云川市市场监督管理局"),
        ("云川市市监局", "云川市市场监督管理局"),
        ("市市监局", "云川市市场监督管理局"),
        ("青岚县市监局", "云川市青岚县市场监督管理局"),
        ("云川市城管局", "云川市城市管理局"),
        ("云川市农业农村局", "云川市农业农村局"),
        ("望舒街道办", "青岚县望舒街道办事处"),
        ("青岚县松坪镇政府", "云川市青岚县松坪镇人民政府"),
    ],
)
def test_short_names(short: str, full: str) -> None:
    assert is_short_for(short, full)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("云川市人民政府", "云川市青岚县人民政府"),
        ("青岚县人民政府", "青岚县松坪镇人民政府"),
        ("云川市司法局", "青岚县司法局"),
        ("云川市建设局", "云川市住房和城乡建设厅"),
        ("云川市水利局", "云川市水务局"),
        ("云川市公安局", "云川市公安局交通管理局"),
        ("", "云川市水务局"),
    ],
)
def test_no_short_names(short: str, full: str) -> None:
    assert not is_short_for(short, full)


def test_what_fits_two_is_asked_about() -> None:
    issuers = {
        0: "云川市人民政府",
        1: "云川市住建局",
        2: "司法局",
        3: "云川市烟草局",
        4: "松坪镇",
        5: "",
        6: "云川市司发局",
    }
    law = "law-based-government"
    reports = {number: Whose(name, kind=law, year=2024) for number, name in issuers.items()}
    matched = match(reports, ROSTER)
    assert matched.of == {0: 0, 1: 3, 4: 5}
    assert matched.asked[2] == ["云川市司法局", "青岚县司法局"]
    assert matched.asked[6] == ["云川市司法局"] and matched.asked[5] == []
    perhaps = "没有报送（有一份可能是它的，请核对）"
    assert [(each.office.name, each.told) for each in missing(ROSTER, reports, matched, 2024)] == [
        ("云川市青岚县人民政府", "没有报送"),
        ("云川市司法局", perhaps),
        ("青岚县司法局", perhaps),
    ]
    other_year = [
        each.office.name for each in missing(ROSTER, reports, matched, 2025) if "报来的是 2024 年度" in each.told
    ]
    assert other_year == [ROSTER[number].name for number in (0, 3, 5)]


@pytest.mark.parametrize(
    ("issuer", "name"),
    [
        ("青岚县", "云川市青岚县人民政府"),
        ("云川市青岚县松坪镇", "青岚县松坪镇人民政府"),
        ("望舒街道", "青岚县望舒街道办事处"),
        ("中共云川市委政法委员会", "云川市委政法委"),
        ("云川市　民政局", "云川市民政局"),
        ("雲川市財政局", "云川市财政局"),
        ("云川市民族宗教事务委员会", "云川市民族宗教事务委"),
        ("云川市经济技术开发区管理委员会", "云川市经开区管委会"),
        ("霁川高新区管委会", "霁川高新技术产业开发区管理委员会"),
        ("云川市国资委", "云川市国有资产监督管理委员会"),
        ("中共云川市委全面依法治市委员会办公室", "云川市委依法治市办"),
        ("云川市住建局", "云川市住房和城乡建设局（含市人防办）"),
    ],
)
def test_other_writings_of_a_name(issuer: str, name: str) -> None:
    assert match({0: Whose(issuer)}, [Office("云川市司法局"), Office(name)]).of == {0: 1}


def test_who_report_together_are_asked_about() -> None:
    matched = match({0: Whose("云川市司法局、云川市住建局")}, ROSTER)
    assert matched.of == {} and matched.asked == {0: ["云川市司法局", "云川市住房和城乡建设局"]}
    both = [Office("云川市公安局"), Office("云川市司法局")]
    for names in ("云川市公安局、云川市司法局", "云川市公安局 云川市司法局", "云川市公安局和司法局"):
        assert match({0: Whose(names)}, both).of == {}


def test_what_the_file_tells() -> None:
    reports = {
        0: Whose("司法局", "2024/青岚县/a.docx"),
        1: Whose("司法局", "a.docx"),
        2: Whose("", "云川市住建局2024年报告.docx"),
    }
    matched = match(reports, ROSTER)
    assert matched.of == {0: 4} and matched.several == {1}
    assert matched.asked == {1: ["云川市司法局", "青岚县司法局"], 2: ["云川市住房和城乡建设局"]}


def test_the_place_of_an_office_may_stand_in_a_column_of_its_own(tmp_path: Path) -> None:
    roster = tmp_path / "roster.csv"
    rows = "区政府,霁川区 水利局,霁川区 水利局,青岚县 苇渚镇政府,青岚县 青岚县水利站,青岚县 云川市司法局,市本级"
    roster.write_text("\n".join(["名称,区域", *rows.split()]), "utf-8")
    assert [office.name for office in load_roster(str(roster))] == (
        "霁川区政府 霁川区水利局 青岚县水利局 青岚县苇渚镇政府 青岚县水利站 云川市司法局".split()
    )


def test_the_roster_may_have_the_short_name() -> None:
    matched = match(
        {0: Whose("云川市住房和城乡建设局"), 1: Whose("云川市水利局")}, [Office("云川市住建局"), Office("云川市水务局")]
    )
    assert matched.of == {0: 0}


def test_who_owes_two_reports_and_has_sent_one_still_owes_the_other() -> None:
    law, disclosure = "law-based-government", "government-information-disclosure"
    any_will_do, both = Office("云川市司法局"), Office("云川市水利局", reports=(law, disclosure))
    offices = [any_will_do, both, both._replace(name="云川市商务局"), both._replace(name="云川市教育局")]
    reports = {number: Whose("", kind=kind) for number, kind in enumerate((law, law, law, disclosure))}
    left = missing(offices, reports, Matched({0: 0, 1: 1, 2: 3, 3: 3}, {}), 2024)
    assert list(left) == [Missing(both, ("政府信息公开工作年度报告",)), Missing(offices[2])]


def test_time_grows_with_the_offices() -> None:
    counties = [f"{first}{second}县" for first in "霁澹砚鹭榆棠蘅岫沅榛" for second in "汀坞畈漪埠洄屿陂渚麓"]
    bodies = {
        "住房和城乡建设局": "住建局",
        "人力资源和社会保障局": "人社局",
        "卫生健康委员会": "卫健委",
        "教育局": "教育局",
    }

    def matched(count: int) -> Callable[[], object]:
        own = counties[: count // len(bodies)]
        offices = [Office(f"云川市{county}{body}") for county in own for body in bodies]
        issuers = dict(enumerate(Whose(f"{county}{short}") for county in own for short in bodies.values()))
        assert len(match(issuers, offices).of) == count
        return partial(match, issuers, offices)

    assert not outgrows(matched, 100, 400, 10)  # setting each against each it would take sixteen times as long


def test_a_roster_in_each_form(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(str(tmp_path))
    write(
        "a.yaml",
        "- 云川市司法局\n- {name: 云川市水利局, short: [市水利局, 水利局], kind: 部门, district: 市本级, report: [法治政府, 信息公开]}\n",
    )
    write(
        "a.csv",
        '名称,简称,类别,区域,报告\n云川市司法局,,,,\n"云川市\r\n水利局","市水利局\n水利局",部门,市本级,法治政府建设年度报告、信息公开\n'.encode(
            "gb18030"
        ),
    )
    book = Workbook()
    for row in (
        ("名称", "简称", "类别", "区域", "报告"),
        ("云川市司法局", None, None, None, None),
        ("云川市水利局", "市水利局，水利局", "部门", "市本级", "law-based-government；信息公开"),
    ):
        book.active.append(row)
    book.save("a.xlsx")
    rosters = [load_roster(f"a.{ending}") for ending in ("yaml", "csv", "xlsx")]
    for roster in rosters:
        assert [office._replace(where="") for office in roster] == [
            Office("云川市司法局"),
            Office("云川市水利局", ("市水利局", "水利局"), "department", "市本级", BOTH),
        ]


def test_what_stands_around_a_name_is_none_of_it_and_a_name_without_a_place_is_told(
    tmp_path: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(str(tmp_path))
    write("a.csv", "名称\n1.云川市司法局\n（2）云川市水利局*\n3、云川市12345热线中心\n公安局\n")
    said = list[str]()
    roster = load_roster("a.csv", said.append)
    assert [office.name for office in roster] == ["云川市司法局", "云川市水利局", "云川市12345热线中心", "公安局"]
    assert len(said) == 1 and "1 个名称没有地名（如“公安局”）" in said[0]
    assert match({0: Whose("云川市公安局")}, roster).asked == {0: ["公安局"]}


def test_excel_with_a_title_and_merged_cells(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(str(tmp_path))
    book = Workbook()
    for row in (("云川市报送单位", None), ("名称", "区域"), ("云川市司法局", "市本级"), ("云川市水利局", None)):
        book.active.append(row)
    book.active.merge_cells("A1:B1")
    book.active.merge_cells("B3:B4")
    book.save("a.xlsx")
    assert [(office.name, office.district) for office in load_roster("a.xlsx")] == [
        ("云川市司法局", "市本级"),
        ("云川市水利局", "市本级"),
    ]
    book.active["A5"] = '="云川市"&"商务局"'
    book.save("a.xlsx")
    with pytest.raises(RosterError, match="A5 是公式"):
        load_roster("a.xlsx")


def test_all_sheets_are_read_or_named(tmp_path: Path) -> None:
    path, book, said = str(tmp_path / "a.xlsx"), Workbook(), list[str]()
    sheets = {"市直": ["名称", "云川市司法局"], "区县": ["各县", "单位", "青岚县政府"], "说明": ["请于三月报送"], "旧": ["名称", "云川市法制办"], "空": []}  # fmt: skip
    for title, cells in sheets.items():
        sheet = book.create_sheet(title)
        for cell in cells:
            sheet.append([cell])
    book["旧"].sheet_state = "hidden"
    book.save(path)
    assert [office.name for office in load_roster(path, said.append)] == ["云川市司法局", "青岚县政府"]
    assert said == [f"{path}：工作表“说明”没有“名称”一列，没有读。", f"{path}：工作表“旧”是隐藏的，没有读。"]
    book["区县"].append([True])
    book.save(path)
    with pytest.raises(RosterError, match="工作表“区县”第 4 行的“True”不是单位"):
        load_roster(path)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.txt", "云川市司法局", ".yaml"),
        ("a.yaml", "offices: 云川市", "列表"),
        ("a.yaml", "- {short: 司法局}", "第 1 项没有写名称"),
        ("a.yaml", "- {name: 云川市司法局, district: 2024-13-45}", "不是正确的 YAML"),
        ("a.yaml", "- 云川市司法局\n- 云川市司法局", "第 2 项的“云川市司法局”重复了，第 1 项已有"),
        ("a.yaml", "- {name: 云川市司法局, kid: 部门}", "kid 不认识"),
        ("a.yaml", "- {name: 云川市司法局, kind: 王国}", "第 1 项的类别（kind）"),
        ("a.yaml", "- {name: 云川市司法局, report: 年度报告}", "第 1 项的报告（report）应为 "),
        ("a.yaml", "- {name: 云川市司法局, report: 3}", "第 1 项的 report 要写成文字"),
        ("a.yaml", "- {name: [", "第 1 行不是正确的 YAML"),
        ("a.yaml", "[]", "没有单位"),
        ("a.csv", "单位全称,备注\n云川市司法局,\n", "第 1 行要有“名称”一列"),
        ("a.csv", "名称,备注\n云川市司法局,\n", "“备注”不认识"),
        ("a.csv", "名称\n云川市司法局\n云川市司法局\n", "第 3 行的“云川市司法局”重复了，第 2 行已有"),
        ("a.csv", "", "读不了名单"),
        ("a.csv", "名称,单位\n云川市司法局,云川市水利局\n", "名称、单位说的是同一列"),
        ("a.csv", "名称\n云川市司法局,市本级\n", "第 2 行的“市本级”上面没有列名"),
        ("a.csv", '名称,简称\n"云川市司法局,x\n', "引号"),
        ("a.yaml", "- {name: 云川市司法局, district: {a: 1}}", "district 要写成文字"),
        ("a.xlsx", "no workbook", "不是能读的 Excel 文件"),
        ("none.yaml", None, "读不了名单"),
        ("a.yaml", "- name: 云川市司法局\n  short: 司法局\n  name: 云川市水利局", "第 3 行的 name 前面已经写过一次"),
        ("a.yaml", "offices: [云川市司法局]\nmore: [云川市水利局]", "列表"),
        (
            "a.csv",
            "名称\n青岚县政府\n青岚县 人民政府\n",
            "第 3 行的“青岚县 人民政府”重复了，和第 2 行的“青岚县政府”是一个名称",
        ),
        ("a.csv", "名称\n云川市司法局\n#N/A\n", "第 3 行的“#N/A”不是单位"),
        ("a.csv", "名称,区域\n云川市司法局,#REF!\n", "第 2 行的“#REF!”不是单位或地方"),
        ("a.csv", "名称,简称\n云川市司法局,True\n", "第 2 行的“True”不是单位"),
        ("a.csv", "名称\n云川市司法局\n12\n", "第 3 行的“12”不是单位"),
        ("a.csv", "名称\n云川市司法局\n合计\n", "第 3 行的“合计”不是单位"),
        ("a.csv", "名称\n云川市司法局、云川市水利局\n", "第 2 行的“云川市司法局、云川市水利局”是几个名称"),
        ("a.csv", "名称\n云川市公安局/云川市司法局\n", "第 2 行的“云川市公安局/云川市司法局”是几个名称"),
        ("a.csv", "名称\n一、市直部门\n云川市司法局\n", "第 2 行的“一、市直部门”不是单位"),
    ],
)
def test_rosters_that_cannot_be_used(tmp_path: object, monkeypatch: pytest.MonkeyPatch, name: str, content: str | None, said: str) -> None:  # fmt: skip
    monkeypatch.chdir(str(tmp_path))
    if content is not None:
        write(name, content)
    with pytest.raises(RosterError, match=said):
        load_roster(name)
