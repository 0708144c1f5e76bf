"""What is said of the thing that a clause begins with, and what is a fact or a deed."""

from __future__ import annotations

import pytest

from reportlint.facts.statements.states import CHANGES
from reportlint.facts.statements.subjects import said_of_subject


@pytest.mark.parametrize(
    "drawn",
    [
        "课堂热度|不减",
        "企业来回补材料的日子|已经很远",
        "村民心里的疑问|都消除了",
        "坑人的事|再也没人敢做",
        "小纠纷|不过夜",
        "老人|用不着跑远路了",
        "市民|直呼过瘾",
        "投诉|一月比一月少了",
        "办案形式|推陈出新",
        "干事的劲头|足",
    ],
)
def test_states(drawn: str) -> None:
    thing, told = drawn.split("|")
    assert said_of_subject(thing + told, CHANGES) == len(thing)


@pytest.mark.parametrize(
    "words",
    [
        "会议纪要由办公室归档",
        "学员来自各乡镇",
        "手册分为总则、程序、文书三个部分",
        "村民代表投票通过章程",
        "企业负责人到场说明情况",
        "群众反映的问题转有关单位办理",
        "与上位法不符的条款已删除",
        "试点村的做法写入村规民约",
        "精心组织现场会",
        "把旧教室改成了法治书屋",
        "发放手册3000册",
    ],
)
def test_facts_and_deeds(words: str) -> None:
    assert said_of_subject(words, CHANGES) is None
