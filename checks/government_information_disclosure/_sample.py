"""A report for the examples: all parts and tables, as they come out of a word processor, cells parted by tabs."""

from __future__ import annotations

from collections.abc import Mapping

TITLE = "青岚县司法局2024年政府信息公开工作年度报告\n"
OVERVIEW = "一、总体情况\n青岚县司法局公开信息120条。\n"
PROBLEMS = "五、存在的主要问题及改进情况\n公开不够及时。已明确时限，逐月检查。\n"
OTHER = "六、其他需要报告的事项\n本年度没有收取信息处理费。\n"
_DISCLOSED = """二、主动公开政府信息情况
第二十条第（一）项
信息内容\t本年制发件数\t本年废止件数\t现行有效件数
规章\t0\t0\t0
行政规范性文件\t2\t1\t11
第二十条第（五）项
信息内容\t本年处理决定数量
行政许可\t36
第二十条第（六）项
信息内容\t本年处理决定数量
行政处罚\t12
行政强制\t0
第二十条第（八）项
信息内容\t本年收费金额（单位：万元）
行政事业性收费\t0
"""
_REQUESTS = """三、收到和处理政府信息公开申请情况
（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况
\t自然人\t法人或其他组织\t总计
\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他
一、本年新收政府信息公开申请数量\t8\t2\t0\t0\t1\t0\t11
二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1
三、本年度办理结果\t（一）予以公开\t5\t1\t0\t0\t1\t0\t7
（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t1\t0\t0\t0\t0\t0\t1
（三）不予公开\t1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0
2.其他法律行政法规禁止公开\t0\t0\t0\t0\t0\t0\t0
3.危及“三安全一稳定”\t0\t0\t0\t0\t0\t0\t0
4.保护第三方合法权益\t0\t1\t0\t0\t0\t0\t1
5.属于三类内部事务信息\t0\t0\t0\t0\t0\t0\t0
6.属于四类过程性信息\t0\t0\t0\t0\t0\t0\t0
7.属于行政执法案卷\t0\t0\t0\t0\t0\t0\t0
8.属于行政查询事项\t0\t0\t0\t0\t0\t0\t0
（四）无法提供\t1.本机关不掌握相关政府信息\t2\t0\t0\t0\t0\t0\t2
2.没有现成信息需要另行制作\t0\t0\t0\t0\t0\t0\t0
3.补正后申请内容仍不明确\t0\t0\t0\t0\t0\t0\t0
（五）不予处理\t1.信访举报投诉类申请\t0\t0\t0\t0\t0\t0\t0
2.重复申请\t0\t0\t0\t0\t0\t0\t0
3.要求提供公开出版物\t0\t0\t0\t0\t0\t0\t0
4.无正当理由大量反复申请\t0\t0\t0\t0\t0\t0\t0
5.要求行政机关确认或重新出具已获取信息\t0\t0\t0\t0\t0\t0\t0
（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0
2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0
3.其他\t0\t0\t0\t0\t0\t0\t0
（七）总计\t8\t2\t0\t0\t1\t0\t11
四、结转下年度继续办理\t1\t0\t0\t0\t0\t0\t1
"""
_DISPUTES = """四、政府信息公开行政复议、行政诉讼情况
行政复议\t行政诉讼
结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉
结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计
2\t0\t1\t0\t3\t0\t0\t0\t0\t0\t1\t0\t0\t0\t1
"""
TABLES = f"{_DISCLOSED}{_REQUESTS}{_DISPUTES}"
WHOLE = f"{TITLE}{OVERVIEW}{TABLES}{PROBLEMS}{OTHER}"


def draft(changes: Mapping[str, str] | None = None) -> str:
    """The report with other words in place of some of it. Raises ValueError for words that do not stand there once."""
    text = WHOLE
    for words, others in (changes or {}).items():
        if text.count(words) != 1:
            raise ValueError(f"{words!r} stands there {text.count(words)} times")
        text = text.replace(words, others)
    return text
