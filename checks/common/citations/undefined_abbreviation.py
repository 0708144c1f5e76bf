"""简称《纲要》《条例》用在全称前面；“三个一”这样的简称没有说明是哪几项。

第一次提到一件文件要写全称，并写明“以下简称《纲要》”；此后才用简称。前面已经出现过以这个词结尾的全称的，不提。拿《督察规定》《攻坚方案》这样只剩两个字的当依据的，也一样。隔了几段、没有注明简称的《条例》《规定》，前面的全称多半说的是别的，也提。
“几个什么”的简称，全国通行的（“四个意识”“三个区分开来”）不提；本地的，同一段里说了是哪几项的也不提。
"""

from collections.abc import Iterator

from reportlint.document.source import Span
from reportlint.facts.names.counted_slogans import uncounted
from reportlint.facts.names.documents.citations import Citation, citations
from reportlint.facts.statements.phrase_faults import phrase_faults
from reportlint.finding import Finding, Related, Severity
from reportlint.language.phrases import load_phrases
from reportlint.report import Report

TITLE = "简称没有交代"
SEVERITY = Severity.INFO
BAD = [
    "一、主要举措和成效\n对照⟦《纲要》⟧梳理任务42项。",
    "一、主要举措和成效\n落实⟦《规划》⟧⟦《意见》⟧要求。",
    "一、主要举措和成效\n落实⟦《条例》⟧，办理信访事项36件。\n四、下一年度主要安排\n实施《信访工作条例》。",
    "一、主要举措和成效\n印发《霁川区行政应诉办法》，按照⟦《实施方案》⟧推进。",
    "三、第一责任人履职情况\n区长带头落实⟦《规定》⟧，听取汇报3次。",
    "一、主要举措和成效\n健全⟦“五个同”⟧工作机制，推进⟦“三个一”⟧改革，发证36张。",
    "一、主要举措和成效\n推进⟦“三个一”⟧改革，进一步压缩时限，统一标准，一致好评，发证36张。",
    "一、主要举措和成效\n对照⟦《裁量基准》⟧复核案卷36卷，执行⟦《若干措施》⟧兑现奖励36万元。",
    "二、存在的不足和原因\n⟦《实施纲要》⟧确定的2项任务没有完成，原因是招标延期。",
    "一、主要举措和成效\n对照⟦《督察规定》⟧自查36项，依据⟦《监督条例》⟧抽查案卷36册。",
    "一、主要举措和成效\n按照⟦《会战方案》⟧整改36项，⟦《导则》⟧印发后修缮招牌12块，贯彻⟦《专项治理计划》⟧约谈12家。",
    "一、主要举措和成效\n以⟦《职责规定》⟧为遵循列出清单36项，紧扣⟦《攻坚方案》⟧整改12项，按照⟦《八条措施》⟧要求约谈6家。",
    "一、主要举措和成效\n贯彻《信访工作条例》，办件36件。\n化解积案12件。\n回访36户。\n培训36人。\n根据⟦《条例》⟧责令6家企业改正。",
    "一、主要举措和成效\n印发⟦《若干措施》⟧，兑付奖励36万元。",
]
GOOD = [
    "一、主要举措和成效\n落实《法治政府建设实施纲要（2021—2025年）》（以下简称《纲要》），梳理任务42项，《纲要》任务完成40项。",
    "一、主要举措和成效\n落实《信访工作条例》。对照《条例》办理信访事项36件。",
    "一、主要举措和成效\n落实法治政府建设实施纲要（简称《纲要》）。",
    "一、主要举措和成效\n印发《霁川区行政应诉办法（试行）》，《办法》明确职责6项。",
    "一、主要举措和成效\n在《霁川日报》刊登普法文章12篇。",
    "一、主要举措和成效\n公布《权责清单》，印发《青岚县行政处罚裁量基准》，按照《裁量基准》处罚36件。",
    "一、主要举措和成效\n学习宣传《宪法》《民法典》，举办讲座6场。",
    "一、主要举措和成效\n增强“四个意识”，落实“四个亲自”要求，坚持“三个维护”：维护群众利益、维护法律尊严、维护社会稳定，走访36户。",
    "一、主要举措和成效\n做到流程最简、材料最简、时限最简，“三个最简”惠及企业36家；一网通办、一窗受理、一次办结的“三个一”改革落地，办件36件。",
    "一、主要举措和成效\n依据《条例》（即《信访工作条例》）办理36件，在《规划》杂志刊文3篇。",
    "一、主要举措和成效\n学习《青岚县行政应诉工作办法》，依照《应诉办法》出庭36件，执行《物业管理条例》，印发《考核细则》。",
    "一、主要举措和成效\n印发《青岚县欠薪治理攻坚行动方案》《招牌设置导则》，按照《攻坚方案》办结36件，《导则》发放12册，起草《普法计划》，印发《十条禁令》。",
    "一、主要举措和成效\n贯彻《信访工作条例》（以下简称《条例》），办件36件。\n化解积案12件。\n回访36户。\n培训36人。\n根据《条例》复查12件，《条例》宣讲6场。",
    "一、主要举措和成效\n学习《青岚县工作人员职责规定》，以《职责规定》为遵循列出清单36项，以《普法读本》为教材授课12场。",
    "一、主要举措和成效\n开展“三个一”活动，每月讲评一案、每季编发一册、全年汇总一集，覆盖部门36个。",
]

_PHRASES = load_phrases(__file__, "undefined_abbreviation")
_GENERIC, _SHARED, _LISTED, _CLIPPED, _USED, _OPENED, _TAKEN, _DEFINED, _TOLD_BEHIND = (
    _PHRASES[name].pattern for name in "generic shared listed clipped used opened taken defined told-behind".split()
)
_NEAR = 3
"""Lines back to which a full name is remembered."""
_LONGEST = 6
"""Characters of the longest short name: 改革实施方案 has six."""


def check(report: Report) -> Iterator[Finding]:
    titles = [citation for citation in citations(report) if citation.marked]
    known: dict[str, Citation | None] = {}  # the last full name that ends so; None once it is settled
    before_it: list[str] = []
    told_of = [fault.span for fault in phrase_faults(report)]  # “两个坚决维护”: said of it already
    yield from (_uncounted(span) for span in uncounted(report) if not any(span.overlaps(one) for one in told_of))
    for number, title in enumerate(titles):
        before = report.text[max(0, title.span.start - 4) : title.span.start]
        framed = _OPENED.search(before) and _TAKEN.match(report.text, title.span.end)
        used = _USED.search(before) or framed
        listed = _LISTED.fullmatch(title.name) and used
        clipped = title.law is None and _CLIPPED.fullmatch(title.name) and used
        if not (listed or clipped or _GENERIC.fullmatch(title.name)):
            before_it.append(title.base)
            ends = (title.base[-length:] for length in range(2, _LONGEST + 1))
            known |= {end: title for end in ends if known.get(end, title)}
            continue
        after = report.text[title.span.end : title.span.end + 6]
        told = "简称" in after or bool(_TOLD_BEHIND.match(after))
        told = told or (bool(clipped) and any(_is_short_for(title.name, full) for full in before_it))
        if title.name not in known and not _DEFINED.search(before) and not told:
            later = next((t for t in titles[number:] if t.base != title.name and t.base.endswith(title.name)), None)
            yield Finding(
                title.span,
                f"“{report.words(title.span)}”之前没有出现过全称，读者不知道是哪一件。",
                "请在第一次提到时写全称，并注明简称。",
                (Related(later.span, "可能是这一件，全称应当移到前面"),) if later else (),
            )
        elif used and not told and (full := known.get(title.name)) and _is_far(report.text, full, title):
            message = f"“{report.words(title.span)}”没有说明是哪一件的简称，前面离得最近的是《{full.name}》。"
            yield Finding(title.span, message, "请写全称，或者在全称后面注明简称。", (Related(full.span, "这一件"),))
        known[title.name] = None


def _is_far(text: str, full: Citation, short: Citation) -> bool:
    """Does a short name that many documents share stand paragraphs behind the full one?"""
    return bool(_SHARED.fullmatch(short.name)) and text.count("\n", full.span.end, short.span.start) > _NEAR


def _is_short_for(name: str, full: str) -> bool:
    """Has the full name all characters of the short one, in order: 督察规定 of 督察工作规定?"""
    rest = iter(full)
    return all(char in rest for char in name)


def _uncounted(span: Span) -> Finding:
    return Finding(span, "没有说明是哪几项，外地、外单位的读者不知道。", "请在第一次提到时逐项写明，或者不用这个简称。")
