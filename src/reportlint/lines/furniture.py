"""Which lines of a web copy are not the report: navigation before it, buttons and credits after it, page numbers."""

from __future__ import annotations

import datetime
import re

from reportlint.document.source import Source, Span
from reportlint.kept import patterns

_DATE = r"(?P<year>(?:19|20)\d\d)\s*[-/.年]\s*(?P<month>\d{1,2})\s*[-/.月]\s*(?P<day>\d{1,2})"
_DATE_PATTERN = patterns.compile(_DATE)
_LABELLED_DATE = patterns.compile(r"(?:日期|时间|发布|公开|发文)[^\d]{0,6}" + _DATE)
_WORDS = patterns.compile(
    r"""^\W*(?:首\s*页|当前位置|您(?:现在|当前)?(?:所在)?的?位置|所在位置|位置[：:]
    |(?:发布|发文|成文|生成|更新|公开|印发)?(?:日期|时间)\s*[：:]|(?:信息|文章|稿件)?来源\s*[：:]|信息来源
    |分享|字\s*[号体]|视力保护|打印|关闭|收藏|浏览|阅读(?:次数|量)?|点击|访问量|已?归档
    |责任编辑|责编|编辑\s*[：:]|作者\s*[：:]|审核\s*[：:]|撰稿|供稿|扫一扫|扫码|二维码|返回|上一[篇条]|下一[篇条]|相关(?:链接|附件|文章|阅读|解读|信息|新闻|文件|稿件)
    |附件(?:下载)?\s*[：:\d]?|主办|承办|版权|网站(?:标识码|地图|声明|无障碍|支持)|备案|\w?ICP|\w公网安备|技术支持|联系(?:我们|电话|方式)|地址\s*[：:]|邮编
    |索引号|发文(?:字号|机关)|文号|主题(?:分类|词)|公开(?:方式|形式|类型|范围|属性)|信息(?:分类|类别|名称|公开)|体裁|有效性|发布机构|政府信息公开|无障碍|长者|简体|繁体|登录|注册
    |所属类目|机构名称|公开类别|发稿|发布\s*[：:]|名称\s*[：:]|索\s*引\s*号|今天是|欢迎|(?:新闻|信息)中心$
    |(?:(?:政府)?工作报告|(?:法治政府建设)?年度报告|政策解读|通知公告|政务公开|政府信息公开)$|微信|微博|朋友圈|下载|Copyright|©)""",
    re.VERBOSE | re.IGNORECASE,
)
_TRAIL = patterns.compile(r"\S\s*[>＞›»]\s*\S|^\W*[大中小](?:\W+[大中小])+\W*$|^[\s|｜/·•\-—\[\]【】]+$")
_DATE_ONLY = patterns.compile(r"^\W*" + _DATE + r"\s*日?(?:\s*\d{1,2}[:：]\d\d(?:[:：]\d\d)?)?\W*$")
_TODAY = patterns.compile(r"今天是|星期|周[一二三四五六日]|农历|欢迎")
_PAGE_NUMBER = patterns.compile(
    r"^\s*(?:[-—–－]\s*\d{1,3}\s*[-—–－]|第\s*\d{1,3}\s*页(?:\s*[/，,]?\s*共\s*\d{1,3}\s*页)?|\d{1,3}\s*/\s*\d{1,3})\s*$"
)
_ISSUER_LINE = patterns.compile(
    r"^(?:中共|中国共产党)?[\u4e00-\u9fff\s、]{2,40}(?:政府|委员会|委|局|厅|办公室|办|院|会|中心|部|署|社|街道办事处)\s*$"
)
_SENTENCE_MARK = patterns.compile(r"[。，；！？,;]")
_ANNOUNCES = patterns.compile(r"如下[：:]$")
_LONG = 20
"""Characters from which a line with a comma, but no full stop, is prose."""
_LONGEST_DATE = 80
"""Characters of a line that may be nothing but a date or a page number; the patterns go back and forth over blanks."""


def looks_like_furniture(line: str) -> bool:
    """Does the line name a thing of the web page around a report?"""
    return "。" not in line and bool(_WORDS.search(line) or _TRAIL.search(line) or _is_date(line))


def begins_as_furniture(line: str) -> bool:
    """Does the line, be it a sentence, begin as credits and buttons of a page do: 主办：… 版权所有……不得转载。"""
    return bool(_WORDS.match(line))


def is_page_number(line: str) -> bool:
    """Is the line nothing but a page number?"""
    return len(line) <= _LONGEST_DATE and bool(_PAGE_NUMBER.match(line))


def is_prose(line: str) -> bool:
    """Is the line a sentence or a piece of one, not a label?"""
    if "。" in line or _ANNOUNCES.search(line):
        return True
    return len(line) >= _LONG and bool(_SENTENCE_MARK.search(line)) and not looks_like_furniture(line)


def is_signature(line: str) -> bool:
    """Is the line an issuer's name or a date, as they close a document?"""
    return bool(_ISSUER_LINE.match(line)) or _is_date(line)


def _is_date(line: str) -> bool:
    return len(line) <= _LONGEST_DATE and bool(_DATE_ONLY.match(line))


def published(source: Source, furniture: list[Span]) -> datetime.date | None:
    """The date the page names as that of publication: a labelled one first, else the first one. Impossible dates: None."""
    texts = [source.text[span.start : span.end] for span in furniture]
    texts = [text for text in texts if not _TODAY.search(text)]
    for pattern in (_LABELLED_DATE, _DATE_PATTERN):
        for text in texts:
            if match := pattern.search(text):
                try:
                    return datetime.date(int(match["year"]), int(match["month"]), int(match["day"]))
                except ValueError:
                    continue
    return None
