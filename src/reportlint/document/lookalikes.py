"""Characters that look like the one meant: for which they stand, one to one."""

from __future__ import annotations

from functools import lru_cache

_RADICALS = (
    "⺁厂⺂乛⺃乚⺄乙⺅亻⺆冂⺇𠘨⺈刀⺉刂⺊卜⺋㔾⺌小⺍小⺎兀⺏尣⺐尢⺑𡯂⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬"
    "⺧牛⺨犭⺩王⺪𤴔⺫目⺬示⺭礻⺮𥫗⺯糹⺰纟⺱罓⺲罒⺳㓁⺴冗⺵𦉫⺶羊⺷𦍌⺸𦍋⺹耂⺺肀⺻聿⺼肉⺽𦥑⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇𧢲⻈讠⻉贝⻊𧾷⻋车"
    "⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕𨸏⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞𩙿⻟飠⻠饣⻡𩠐⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
"""The radicals of U+2E80–2EF3 with what they are by Unicode's Equivalent_Unified_Ideograph. NFKC knows two of them."""
_MARKS = "﹐，﹑、﹔；﹕：﹖？﹗！﹘—﹙（﹚）﹛{﹜}﹝〔﹞〕﹟#﹠&﹡*﹢+﹣-﹦=﹨\\﹩$﹪%﹫@︰：､、｢「｣」"
"""Small and half-width forms of marks, each with what Chinese text writes; NFKC would make , of ﹐."""
_KANA = "ー一ニ二ハ八エ工ロ口カ力タ夕ト卜オ才チ千ヌ又"
"""What an input method or a scan gives in place of a character."""
_STANDS_FOR = {
    pairs[at]: pairs[at + 1] for pairs in (_RADICALS, _MARKS, _KANA, "⼾户") for at in range(0, len(pairs), 2)
}  # ⼾: Unicode gives 戶, which is the traditional form of what a simplified text means

KANA = _KANA[::2]
MARKS = _MARKS[::2]
CHARACTERS = "\u2e80-\u2ef3\u2f00-\u2fd5\uf900-\ufad9"
"""Radicals of both blocks and compatibility ideographs, as the inside of a character class."""


@lru_cache(maxsize=512)
def meant(sign: str) -> str:
    """The character that a look-alike stands for; itself where it is none."""
    import unicodedata  # few texts want it

    plain = _STANDS_FOR.get(sign) or unicodedata.normalize("NFKC", sign)
    return plain if len(plain) == 1 else sign
