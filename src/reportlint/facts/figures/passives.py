"""What was done to all that a figure counts, told behind it in the passive voice: 36份合同经法律顾问审核后才签订."""

from __future__ import annotations

from reportlint.facts.figures.mentions import Mention
from reportlint.facts.figures.same_words import ends_in_act
from reportlint.language.phrases import load_phrases

_WORDS = load_phrases(__file__, "passives")


def in_active_voice(mention: Mention) -> Mention:
    """法律顾问审核36份合同 of 36份合同经法律顾问审核后才签订: what was done, and by whom, put before the figure; others as they are. None of
    which more is told: 12份合同经审核后退回 may be some of those.
    """
    if mention.before and (undergone := _WORDS["undergone"].pattern.fullmatch(mention.after)):
        deed = undergone["deed"]  # 执法人员360人次接受培训
        return mention._replace(before=deed + mention.before, after="") if ends_in_act(deed) else mention
    told = None if mention.before else _WORDS["passive"].pattern.fullmatch(mention.after)
    if not told or not ends_in_act(told["deed"]):
        return mention
    return mention._replace(before=told["deed"], after=told["thing"])
