"""Traditional characters, as far as the outline of a report is told by them: read as the simplified ones, one for one.

The places stay the same, so what is found in the text so read can be shown in the text as written.
"""

from __future__ import annotations

from functools import lru_cache

from reportlint.kept import patterns

_TRADITIONAL = (
    "萬與專業東兩嚴個箇臨為爲麗舉義樂習鄉書買爭於雲產畝親億從倉們價眾衆優會傳傷倫體餘側脩債儲兒黨蘭關興養獸冊寫軍農決況準減幾憑齣擊劃則創別彆製劇辦務動勵勞勢區協單衛卻廠廳厤曆歷厲壓縣參雙發髮變臺號閤衕後嚮"
    "聽啓啟員週諮響迴團睏圍國圖場壞塊堅牆壯聲處備復複夠頭奪奮獎婦學寧實審憲對尋導將爾盡侷屆屬歲嵐島鞏幣佈師帶乾幹廣慶庫應開異棄張彈強歸噹當彔錄録徹徑禦誌唸懷態總恆惡懲願戰戶紮託執擴掃拋護報擔擬擁攔擇掛損換"
    "據攝擺搖敵敎數斷旂無舊時顯晉曉暫朮術機殺雜權條來闆極構櫃査標樹樣覈檔橋夢檢樓歡殘毀氣匯彙滙漢湯沒註澤淺測濟瀏渦潤漁灣濕滿濫潛滅燈靈災爐點煙熱愛狀獨獻環現瑣電畫暢療癥皺監盜盤礦碼礎確礙禮禍離積稱穩窮競筆"
    "築籌簽籤簡類糧係繫緊纍糾紅約級紀純綱納縱紛紙線練組細織終經結繞給絕統繼績續維綜緩締編縮網職聯肅勝腦緻艱節蘇範榮藥獲穫營蠶補錶裝見觀規視覽覺譽計訂認討訓議記講許論訟設訪證評識訴詞譯試誠話詳誤說説請諾讀課"
    "調談謀謝譜負貢財責敗貨質販貪貧購貫貼貴貿費賀資賽贊贏趕踐軌轉輪軟輕載較輔輯輸轄辭邊達遷過運還這進遠違連遲跡適選遺郵鄰鄭埰寀採釋裏裡鐘鋼錢鐵銀鋪鏈鍵鎭鎮長門閉問間聞閣閱閲隊陽陰階際陸陳險隨隱難靜麪麫麵韓"
    "頁頂項順顧預領題顏風飛飯館馬驅駐驗魚鮮鳥黃齊龍"
)
_SIMPLIFIED = (
    "万与专业东两严个个临为为丽举义乐习乡书买争于云产亩亲亿从仓们价众众优会传伤伦体余侧修债储儿党兰关兴养兽册写军农决况准减几凭出击划则创别别制剧办务动励劳势区协单卫却厂厅历历历厉压县参双发发变台号合同后向"
    "听启启员周咨响回团困围国图场坏块坚墙壮声处备复复够头夺奋奖妇学宁实审宪对寻导将尔尽局届属岁岚岛巩币布师带干干广庆库应开异弃张弹强归当当录录录彻径御志念怀态总恒恶惩愿战户扎托执扩扫抛护报担拟拥拦择挂损换"
    "据摄摆摇敌教数断旗无旧时显晋晓暂术术机杀杂权条来板极构柜查标树样核档桥梦检楼欢残毁气汇汇汇汉汤没注泽浅测济浏涡润渔湾湿满滥潜灭灯灵灾炉点烟热爱状独献环现琐电画畅疗症皱监盗盘矿码础确碍礼祸离积称稳穷竞笔"
    "筑筹签签简类粮系系紧累纠红约级纪纯纲纳纵纷纸线练组细织终经结绕给绝统继绩续维综缓缔编缩网职联肃胜脑致艰节苏范荣药获获营蚕补表装见观规视览觉誉计订认讨训议记讲许论讼设访证评识诉词译试诚话详误说说请诺读课"
    "调谈谋谢谱负贡财责败货质贩贪贫购贯贴贵贸费贺资赛赞赢赶践轨转轮软轻载较辅辑输辖辞边达迁过运还这进远违连迟迹适选遗邮邻郑采采采释里里钟钢钱铁银铺链键镇镇长门闭问间闻阁阅阅队阳阴阶际陆陈险随隐难静面面面韩"
    "页顶项顺顾预领题颜风飞饭馆马驱驻验鱼鲜鸟黄齐龙"
)
"""The characters that titles, headings and dates of official reports use; a dictionary of all would be a thousand times larger."""
_TABLE = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
_ANY = patterns.compile(f"[{_TRADITIONAL}]")


@lru_cache(maxsize=2)
def beyond_gb2312(text: str) -> list[str]:
    """The characters outside GB 2312, as most traditional ones are, at every place that they stand."""
    codes = text.replace("&", "").encode("gb2312", "xmlcharrefreplace")  # quicker than to look at each of them
    return [chr(int(code.partition(b";")[0])) for code in codes.split(b"&#")[1:]]


def simplified(text: str) -> str:
    """The text with the characters of the table simplified; itself where it has none of them."""
    return text.translate(_TABLE) if _ANY.search(text) else text
