"""Days of the year that have a name, misnamed or set on another day."""

import pytest

from reportlint.document.source import Span
from reportlint.facts.names.named_days import find_misnamed_days


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("“4·15”国家安全日", [("国家安全日", "全民国家安全教育日")]),
        ("12月2日道路交通安全日", []),
        ("“3·15”国际消费者权益保护日", [("国际消费者权益保护日", "国际消费者权益日")]),
        ("世界禁毒日", [("世界禁毒日", "国际禁毒日")]),
        ("“4·26”国家宪法日", [("4·26”国家宪法日", "12·4”国家宪法日")]),
        ("“12·4”国家宪法宣传日", []),
        ("3月22日在世界水日主场活动上宣讲，12月4日于国家宪法日、12月4日国家宪法宣传日宣誓", []),
        ("“6·5”环境日、4月15日上午、国家环境日报", []),
    ],
)
def test_misnamed_days(words: str, found: list[tuple[str, str]]) -> None:
    """A word left out or put in, the scope of another day, another day; what else a day is called is right."""
    told = [(words[day.span.start : day.span.end], day.right) for day in find_misnamed_days(words, Span(0, len(words)))]
    assert told == found
