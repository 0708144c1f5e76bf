"""Faults of the outline: parts left out, moved, merged; headings and titles spoilt. Each planter gives a text with marks
(``forms.resolve``) or without any, and then the clean draft is its twin.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from clean import NUMERALS, Draft, Item, Part

Planter = Callable[[Draft, random.Random], str]

_ENDS = {
    "measures": "主要举措和成效 工作开展情况 主要做法及成效",
    "shortcomings": "存在的不足和原因 存在的问题 困难和短板",
    "responsibility": "第一责任人履职情况 主要负责人履行推进法治建设第一责任人职责情况",
    "plan": "下一步工作安排 下一年度工作打算 下步打算",
}


def _name(part: str, rng: random.Random) -> str:
    return rng.choice(_ENDS[part].split())


def _missing(part: str) -> Planter:
    def planter(draft: Draft, _: random.Random) -> str:
        spoilt = draft.copy()
        spoilt.parts = [kept for kept in spoilt.parts if kept.name != part]
        return spoilt.text()

    return planter


def _passed_over(draft: Draft, rng: random.Random) -> str:
    """The head's duty is spoken of, but nothing the head did."""
    spoilt = draft.copy()
    spoilt.parts = [kept for kept in spoilt.parts if kept.name != "responsibility"]
    said = "压实党政主要负责人推进法治建设第一责任人责任，督察单位{m}家。"
    spoilt.part("measures").items[0].paragraphs[-1] += draft.fill(said)
    return spoilt.text()


def _merged(first: str, second: str, joint: str) -> Planter:
    def planter(draft: Draft, rng: random.Random) -> str:
        spoilt = draft.copy()
        one, two = spoilt.part(first), spoilt.part(second)
        one.heading = joint.format(_name(first, rng), _name(second, rng))
        one.items = [Item("", paragraphs) for item in (*one.items, *two.items) if (paragraphs := [*item.paragraphs])]
        one.opening = "".join(part.opening for part in (one, two) if part.name == "responsibility")
        spoilt.parts.remove(two)
        return spoilt.text()

    return planter


def _order(*order: int) -> Planter:
    def planter(draft: Draft, _: random.Random) -> str:
        spoilt = draft.copy()
        spoilt.parts = [spoilt.parts[at] for at in order]
        return spoilt.text()

    return planter


def _again(part: str, after: str) -> Planter:
    def planter(draft: Draft, rng: random.Random) -> str:
        spoilt, other = draft.copy(), draft.copy().part(part)
        half = max(1, len(other.items) // 2)
        spoilt.part(part).items, other.items = spoilt.part(part).items[:half], other.items[half:] or other.items
        other.heading, other.opening = _name(part, rng), ""
        if not other.items[0].heading:
            other.items = [
                Item("", [re.sub("^[一二三四]是", "", text) for item in other.items for text in item.paragraphs])
            ]
        spoilt.part(part).opening = "" if part == "shortcomings" else spoilt.part(part).opening
        spoilt.parts.insert(1 + [kept.name for kept in spoilt.parts].index(after), other)
        return spoilt.text()

    return planter


def _thin(part: str, body: str) -> Planter:
    def planter(draft: Draft, _: random.Random) -> str:
        spoilt = draft.copy()
        spoilt.part(part).opening, spoilt.part(part).items = draft.fill(body), []
        return spoilt.text()

    return planter


def _astray(heading: str, at: int) -> Planter:
    def planter(draft: Draft, _: random.Random) -> str:
        spoilt = draft.copy()
        body = draft.fill("{agency}检查{field}单位{T}家，整改隐患{m}处。举办“{brand}”活动{n}场。")
        spoilt.parts.insert(at, Part("other", heading, "", [Item("", [body])]))
        return spoilt.text()

    return planter


def _titled(form: str) -> Planter:
    def planter(draft: Draft, _: random.Random) -> str:
        spoilt = draft.copy()
        spoilt.title = draft.fill(form)
        return spoilt.text()

    return planter


def _sub(pattern: str, wrong: str, which: str = "any") -> Planter:
    """The heading marker that ``pattern`` finds (any, or the last) becomes ``wrong``, with a mark."""

    def planter(draft: Draft, rng: random.Random) -> str:
        text = draft.text()
        found = list(re.finditer(pattern, text, re.MULTILINE))
        match = found[-1] if which == "last" else rng.choice(found)
        return f"{text[: match.start(1)]}\x02«{match.expand(wrong)}¦{match[1]}»\x03{text[match.end(1) :]}"

    return planter


def _level(draft: Draft, _: random.Random) -> str:
    spoilt = draft.copy()
    part = spoilt.part("plan")
    part.items = [Item("", [f"{at}.{item.heading}。{item.paragraphs[0]}" for at, item in enumerate(part.items, 1)])]
    return spoilt.text()


def _other_text(title: str, body: str) -> Planter:
    def planter(draft: Draft, _: random.Random) -> str:
        return draft.fill(f"{title}¶{body}").replace("¶", "\n") + "\n"

    return planter


_LINE = r"^[　 ]*"
PLANTERS: dict[str, list[Planter]] = {
    "missing-section": [_missing(part) for part in _ENDS],
    "missing-responsibility": [_missing("responsibility"), _passed_over],
    "wrong-year": [_titled("{issuer}{Yp}年度法治政府建设情况报告"), _titled("{issuer}关于{Yp}年度法治政府建设情况的报告")],
    "merged-sections": [
        _merged("shortcomings", "responsibility", "{}及{}"),
        _merged("measures", "shortcomings", "{}和{}"),
        _merged("responsibility", "plan", "{}、{}"),
        _merged("measures", "shortcomings", "{}，{}"),
        _merged("responsibility", "plan", "{}及{}"),
    ],
    "misplaced-section": [_order(2, 0, 1, 3), _order(0, 2, 1, 3), _order(0, 1, 3, 2), _order(0, 3, 1, 2), _order(1, 0, 2, 3)],
    "repeated-section": [_again("shortcomings", "responsibility"), _again("plan", "plan"), _again("measures", "measures"),
                         _again("shortcomings", "plan"), _again("plan", "shortcomings")],
    "thin-section": [
        _thin("plan", "继续努力，再接再厉。"), _thin("shortcomings", ""), _thin("plan", ""), _thin("responsibility", ""),
        _thin("plan", "下一年，{u}将继续推进法治政府建设。"), _thin("responsibility", "{headfull}切实履行职责。"),
    ],
    "unplaced-heading": [_astray("深入推进依法行政", 3), _astray("典型案例", 2), _astray("优化营商环境", 4), _astray("加强队伍建设", 3),
                         _astray("强化数字赋能", 2)],
    "report-title": [
        _titled("{Y}年度法治政府建设情况报告"), _titled("{issuer}法治政府建设情况报告"), _titled("{issuer}{Y}年度法治政府建设情况"),
        _titled("{issuer}关于{Y}年度法治政府建设情况报告"), _titled("{issuer}{Y}年{Y}年度法治政府建设情况报告"), _titled(""),
        _titled("法治政府建设年度报告"), _titled("{issuer}关于法治政府建设情况的报告"),
    ],
    "heading-sequence": [
        _sub(_LINE + "(三、)", "四、"), _sub(_LINE + "(四、)", "三、"), _sub(_LINE + "(二、)", "三、"), _sub(_LINE + "(（二）)", "（三）"),
        _sub(_LINE + "(（三）)", "（二）"), _sub(_LINE + "(（一）)", "（二）"), _sub(_LINE + "(四、)", "五、"), _sub(_LINE + "(（四）)", "（一）"),
    ],
    "heading-marker": [
        _sub(_LINE + "(二、)", "二，"), _sub(_LINE + "(（一）)", "（一），"), _sub(_LINE + "(三、)", "三."), _sub(_LINE + "(（二）)", "（二）、"),
        _sub(_LINE + "(（三）)", "(三)"), _sub(_LINE + "(一、)", "一．"), _sub(_LINE + "(（二）)", "（二）."),
        _sub(_LINE + "(三、)", "三："), _sub(_LINE + "(（一）)", "(一）"),
    ],
    "heading-depth": [_level],
    "not-a-report": [
        _other_text("关于召开{field}工作会议的通知", "各镇人民政府：¶定于{M}月{d}日召开会议，请准时参加。¶会期半天，请做好准备。"),
        _other_text("{issuer}{Y}年部门整体支出绩效自评报告", "一、部门概况¶现有人员{T}名。¶二、绩效目标完成情况¶{n}个项目完成绩效目标。"),
        _other_text("在{field}工作会议上的讲话", "同志们：¶今天召开会议，总结{field}工作，部署下一步任务。¶一、统一思想¶各单位要提高认识。"),
        _other_text("{issuer}{Y}年财政决算公开", "一、收支情况¶总收入{W:.1f}万元。¶二、“三公”经费¶支出{n}万元。"),
        _other_text("{area}{field}管理办法", "第一条　为规范{field}管理，制定本办法。¶第二条　本办法适用于本行政区域。"),
    ],
}  # fmt: skip


def _thematic(draft: Draft, _: random.Random) -> str:
    spoilt = draft.copy()
    items = spoilt.part("measures").items[:3]
    themes = [Part("measures", item.heading, "", [Item("", item.paragraphs)]) for item in items]
    spoilt.parts = [*themes, *spoilt.parts[1:]]
    return spoilt.text()


def _renamed(**headings: str) -> Planter:
    def planter(draft: Draft, _: random.Random) -> str:
        spoilt = draft.copy()
        for part, heading in headings.items():
            spoilt.part(part).heading = draft.fill(heading)
        return spoilt.text()

    return planter


def _running(draft: Draft, _: random.Random) -> str:
    """Third-level numbers that run on across （一）（二）."""
    spoilt, number = draft.copy(), 0
    for item in spoilt.part("measures").items:
        for at, text in enumerate(item.paragraphs):
            number += 1
            item.paragraphs[at] = f"{number}.{re.sub(r'^[0-9]+[.]', '', text)}"
    return spoilt.text()


def _contents(draft: Draft, _: random.Random) -> str:
    """A table of contents before the report itself."""
    entries = [f"{NUMERALS[at]}、{part.heading}" for at, part in enumerate(draft.parts)]
    title, rest = draft.text().split("\n", 1)
    return "\n".join([title, "", "目　录", *entries, title, rest.lstrip("\n")])


def _paged(draft: Draft, rng: random.Random) -> str:
    """A page number in the middle of a paragraph, as copying from a printed page leaves it."""
    lines = draft.text().split("\n")
    at = rng.choice([number for number, line in enumerate(lines) if len(line) > 120])
    comma = lines[at].index("，", 60) + 1
    return "\n".join([*lines[:at], lines[at][:comma], "— 3 —", lines[at][comma:], *lines[at + 1 :]])


TRAPS: dict[str, list[Planter]] = {
    "missing-section": [
        _thematic,
        _renamed(measures="{Y}年工作情况", shortcomings="短板弱项及成因", plan="{Yn}年重点任务"),
        _renamed(shortcomings="当前面临的困难、问题及原因分析", plan="下一步努力方向"),
        _renamed(measures="法治政府建设推进情况", responsibility="主要负责人履行法治建设职责情况"),
    ],
    "report-title": [
        _titled("{issuer}¶{Y}年度法治政府建设情况报告"), _titled("中共{area}委　{area}人民政府¶关于{Y}年度法治政府建设情况的报告"),
        _titled("{issuer}法治政府建设年度报告（{Y}年度）"), _titled("关于{issuer}{Y}年度法治政府建设情况的报告"),
    ],
    "missing-full-stop": [_paged],
    "heading-sequence": [_running, _contents],
    "heading-depth": [_running],
    "unplaced-heading": [_astray("其他需要报告的情况", 4), _thematic],
    "misplaced-section": [_thematic],
    "repeated-section": [_thematic, _contents, _astray("其他需要报告的情况", 4)],
    "merged-sections": [_renamed(shortcomings="存在的短板、弱项及原因分析"), _renamed(measures="主要做法、亮点和成效")],
}  # fmt: skip
