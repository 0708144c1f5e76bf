"""What kind of issuer a name tells: its level, where it is a government; nothing where it tells nothing for certain."""

from __future__ import annotations

import pytest

from reportlint.lines.issuers import EVERY_ISSUER, KINDS, issuer_kinds, places_in

COUNTY, CITY, PROVINCE = ("county", "government"), ("city", "government"), ("province", "government")


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("宁川省人民政府", PROVINCE),
        ("宁川省", PROVINCE),
        ("宁川族自治区人民政府", PROVINCE),
        ("北京市人民政府", PROVINCE),
        ("云川市人民政府", CITY),
        ("宁川省云川市人民政府", CITY),
        ("宁州市人民政府", CITY),
        ("青禾族自治州人民政府", CITY),
        ("青禾地区行政公署", CITY),
        ("青禾盟行政公署", CITY),
        ("青岚县人民政府", COUNTY),
        ("宁川省云川市青岚县人民政府", COUNTY),
        ("北京市海淀区人民政府", COUNTY),
        ("云川市霁川市人民政府", COUNTY),
        ("青禾州霁川市人民政府", COUNTY),
        ("昆山市人民政府", COUNTY),
        ("仙桃市", COUNTY),
        ("津市市人民政府", COUNTY),
        ("云川市市中区人民政府", COUNTY),
        ("青禾左翼中旗人民政府", COUNTY),
        ("中共青岚县委　青岚县人民政府", COUNTY),
        ("中共青岚县委员会、青岚县人民政府", COUNTY),
        ("中共云川市委云川市人民政府", CITY),
        ("中共青岚县委", COUNTY),
        ("云渚新区管委会", ("government",)),
        ("云川市高新技术产业开发区管理委员会", ("government",)),
        ("云渚镇人民政府", ("township",)),
        ("青岚县云渚乡人民政府", ("township",)),
        ("云渚街道办事处", ("township",)),
        ("青岚县司法局", ("department",)),
        ("宁川省司法厅", ("department",)),
        ("区司法局", ("department",)),
        ("云川市教育委员会", ("department",)),
        ("中共云渚镇委员会", ("township",)),
        ("中共云渚镇委员会　云渚镇人民政府", ("township",)),
        ("廣川市青嵐區云渚鎮人民政府", ("township",)),
        ("青岚县人民政府办公室", ("department",)),
        ("青岚县总工会", ()),
        ("云川集团有限公司", ()),
        ("", ()),
        (None, ()),
    ],
)
def test_what_a_name_tells(name: str | None, kinds: tuple[str, ...]) -> None:
    assert issuer_kinds(name) == kinds


def test_every_issuer_is_of_known_kinds() -> None:
    assert {kind for kinds in EVERY_ISSUER for kind in kinds} == set(KINDS)


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("云川市市场监督管理局", ["云川市"]),
        ("云川市市监局", ["云川市"]),
        ("青岚县县域经济办公室", ["青岚县"]),
        ("青岚县市场监督管理局", ["青岚县"]),
        ("霁川区区域合作办公室", ["霁川区"]),
        ("宁川省省级机关事务管理局", ["宁川省"]),
        ("云川市城市管理局", ["云川市"]),
        ("云川市社区矫正局", ["云川市"]),
        ("云川市市北区人民政府", ["云川市", "市北区"]),
        ("津市市市场监督管理局", ["津市市"]),
        ("宁州市青岚县松坪镇人民政府", ["宁州市", "青岚县", "松坪镇"]),
        ("市市监局", []),
    ],
)
def test_the_places_that_a_name_begins_with(name: str, places: list[str]) -> None:
    assert places_in(name) == places
