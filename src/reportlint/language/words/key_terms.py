"""Key terms: the words of a phrase that say what it is about, without those that any report uses everywhere."""

from __future__ import annotations

from functools import lru_cache

from reportlint.kept import patterns
from reportlint.language.words.word_boundaries import cut

COMMON = frozenset(
    """
    工作 建设 推进 加强 强化 提升 提高 完善 健全 落实 深化 开展 进一步 不断 持续 全面 深入 有待 仍需 需要 还需 尚需 亟待 亟需 不够 不足 存在
    问题 短板 差距 薄弱 环节 方面 情况 能力 水平 意识 力度 成效 作用 机制 体系 制度 措施 办法 要求 任务 目标 重点 主要 部分 个别 少数 有的 一些 一定
    单位 部门 人员 干部 地区 全区 全市 全县 全省 全镇 全乡 全局 我区 我市 我县 我局 我省 我镇 我乡 各级 各部门 各单位 各地 地方 区级 基础 质量 效果 效能 效率 实际 具体 相关 有关 新形势 形势
    法治 政府 法治政府 法治政府建设 行政 依法 依法行政 法律 法规 法律法规 政策 社会 群众 人民 发展 实施 进行 加快 推动 促进 充分 发挥 积极 有效 切实
    一是 二是 三是 四是 五是 一要 二要 三要 仍然 依然 还有 尚未 没有 不能 由于 原因 因为 导致 造成 影响 相对 比较 较为 程度 结合 应用 认识 深度 距离
    """.split()
)
"""Words that say nothing of a matter: what every item of every report is about, and the verbs of progress."""
_CHINESE = patterns.compile(r"[\u4e00-\u9fff]{2,}$")


@lru_cache(maxsize=512)
def key_terms(text: str) -> tuple[str, ...]:
    """The key terms of a phrase, each once, in order: words of two characters or more."""
    words = [word for word in cut(text) if _CHINESE.match(word)]
    halves = [half for word in words if len(word) == 4 for half in (word[:2], word[2:])]  # 行政复议 meets 复议
    return tuple(dict.fromkeys(word for word in (*words, *halves) if word not in COMMON))
