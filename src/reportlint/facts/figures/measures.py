"""The words that stand around a numeral: measure words, and words of approximation.

In the tables a word may carry, after a slash, the characters beside which it is part of another word: 条/例约线 is no
measure word in 条例. For ``MEASURES`` and ``AFTER`` they stand behind the word, for ``BEFORE`` in front of it.
"""

from __future__ import annotations


def _table(words: str) -> dict[str, str]:
    """The words of a table, and the characters beside each that forbid it."""
    return {word: beside for word, _, beside in (entry.partition("/") for entry in words.split())}


MEASURES = _table(
    """
    % ％ ‰ 成/员立果效为功本熟长就年都绩不群品 百分点 个百分点 百分比 个百分比 百分率 个百分率 百分数 个百分数 倍/增 番 数/据量字
    头/盔部像脑目绪条领衔跑受拿雾发痛晕等人尾上中版号寸 匹/配敌夫马 羽/毛绒翼流
    个/别性 件/套 起/草诉到来底点步义源 次/数序生日年要级 人/民员才大口均工力社文 名/称录誉额 位/一体于置列
    家/庭长属园 户/籍外型口 场/所景地面域馆合 期/间限望满刊待内末初货 批/准示复评量发 项/目 条/例约线 点/半钟整到至开多左线面位子滴评赞
    部/门分署委队长属级 份/额 篇 册 本/市区县级地人单年月着科质身院局次届 张/贴 台/账湾阶风 套/路 辆
    支/部持撑付出行柱援 所/有属在谓需得述涉以长反提 处/理置罚分级长室于方 座/谈 间/接隔断 栋 幢 亩 棵 株 粒/子度 块 面/向临积对貌前子料包粉目条馆人性派红八墙层
    片/区 枚 卷/宗 封 席/位 组/织长成建合团 节/约点日能假水 堂 字 页 段/落 票 笔/试记者名录划直画杆墨误迹法谈会架耕 通/过知报行信告道常用畅俗车关联 遍 趟 桌 艘 架/构 只/有要是能
    轮/训换 届 例/如外会行 宗/旨教 桩 则 对/口于待照比接话象策立应方手称面付抗阵外内0123456789一 双/方向随重创休语拥公线管联提层1十 打/造击印开卡通破好赢假响牢 道/路德具理歉 门/诊户店口头票前类 类/似别型 种/子植 款/项式
    大/队型学会气力小数众家多 岁 周岁 周年 床 剂 根/本据治除源深基由部茎子 盏 顶/层住替部上端级峰尖 幅/度员 尾/号数气矿水部声随巴款货盘
    箱/包变梁涵货体门子式型底 瓶/装颈口中子盖 袋/装子 桶/装 罐/装车体
    人次 件次 家次 户次 场次 批次 项次 车次 班次 剂次 篇次 条次 套次 卷次 台次 台套 架次 宗次 例次 航次 艘次 辆次 轮次 所次 种次 人天 人份 标箱
    项目/录标的 部门 方面 领域 环节 阶段 大类 小类 小项 子项 大项 单项 场景 街镇 课时 学时
    公里 千米 米/德 平方米 平方公里 立方米 平方/公千 立方 公顷 公斤 千克 克/服勤 斤 吨 升/级高至为到
    ㎡ km kg GB TB 千瓦时 千瓦 兆瓦时 兆瓦 元/素旦 美元 日元 英镑 欧元 港元 块钱
    分/别为类级局之钟公布管层期批工析配阶享歧步散数院行校支组部会
    秒/批 秒钟 分钟 小时 天/然气津府网 日 周/岁年边期转密到报一二三四五六 年/度底初末终级龄轻代
    个月 个半月/刊 个半小时 个半学时 个半课时 个半星期 个工作日 工作日 个自然日 自然日 个小时 个学时 个课时 个季度 个星期 个多月 个多小时 个多星期
    """
)
"""``点`` counts opinions (三点不足; elsewhere it tells the time); ``分`` counts points (98.5分); ``大`` stands between numeral and noun (五大举措); ``数`` is only in 半数."""

NAMES_ITSELF = frozenset(
    _table(
        """
        % ％ ‰ 成 倍 番 百分点 个百分点 百分比 个百分比 人 人次 元 美元 欧元 港元 块钱 分 岁 周岁 吨 公里
        年 周年 个月 周 天 日 小时 个小时 分钟 秒 个工作日 工作日 学时 课时
        """
    )
)
"""Units behind which the next noun is another matter: 5万余人生命财产."""

YEARS_AND_DAYS = frozenset({"年", "个月", "天", "日", "周", "个季度"})
"""近三年 are the last three years, not nearly three."""

_BEFORE = {
    "about": "约/预签公节制履集合条违契邀立相 大约 大概 约为 约占 近乎 差不多",
    "below": """
        近/附最邻亲临就远新 接近 将近 不到/看听见找得想做办达遇碰 不足/据 不满 未满 低于 少于
        不超过 不高于 不多于 至多 最多 不得超过 不得高于
    """,
    "above": """
        超/高赶 超过 超过了 逾 突破 突破了 高于 多于 大于 至少
        不少于 不低于 不得少于 不得低于 上/网线以之路面身会街 过/超通经
    """,
}
_AFTER = {"about": "左右 上下/级联一贯同游", "below": "以下 以内 之内", "above": "以上"}
_INSIDE = {"about": "来", "above": "余 多", "some": "几 数"}

BEFORE = {word: beside for words in _BEFORE.values() for word, beside in _table(words).items()}
AFTER = {word: beside for words in _AFTER.values() for word, beside in _table(words).items()}
ONLY_BEFORE = {"上": "百千万佰仟萬", "过": "半"}
"""The first characters of the numerals before which a word of ``BEFORE`` means approximation: 上百, 过半."""

PACT = "规民约"
"""Ends in 约 and is a thing: 村规民约36份, but 居民约300人."""

CLASSES = {
    word: name for table in (_BEFORE, _AFTER, _INSIDE) for name, words in table.items() for word in _table(words)
}
"""The class of each word of approximation: ``about``, ``below``, ``above``, ``some``."""

LONGEST = max(map(len, BEFORE))


def _lengths(table: dict[str, str]) -> dict[str, list[int]]:
    """First character to the lengths of the words that begin with it, the longest first."""
    found: dict[str, set[int]] = {}
    for word in table:
        found.setdefault(word[0], set()).add(len(word))
    return {first: sorted(lengths, reverse=True) for first, lengths in found.items()}


LENGTHS = {"measure": (MEASURES, _lengths(MEASURES)), "after": (AFTER, _lengths(AFTER))}
"""The tables that are looked up behind a numeral, each with the lengths of its words by their first character."""
