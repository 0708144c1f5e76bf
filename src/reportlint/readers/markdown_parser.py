"""The parser of Markdown, as Chinese drafts are written in it."""

from __future__ import annotations

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, emphasis, strikethrough

_Rule = Callable[[StateInline, bool], bool]


def made_parser() -> MarkdownIt:
    """CommonMark with tables and struck-through words. Drafts are indented by blanks, and a line of --- under a paragraph is a rule."""
    parser = (
        MarkdownIt("commonmark", {"maxNesting": 50}).enable(["table", "strikethrough"]).disable(["code", "lheading"])
    )
    parser.disable("text_join")  # so that a written-out character (&nbsp; \\*) keeps a token, and a place, of its own
    parser.inline.ruler.at("emphasis", _without_blanks("**", emphasis.tokenize))
    parser.inline.ruler.at("strikethrough", _without_blanks("~~", strikethrough.tokenize))
    return parser


def _without_blanks(mark: str, rule: _Rule) -> _Rule:
    """The rule, for which such marks also open and close between a mark of punctuation and a word: Chinese sets no blank there."""

    def wider(state: StateInline, silent: bool) -> bool:
        start, first = state.pos, len(state.delimiters)
        if not rule(state, silent):
            return False
        if state.src.startswith(mark, start):
            before, behind = state.src[:start][-1:], state.src[state.pos : state.pos + 1]
            for delimiter in state.delimiters[first:]:
                delimiter.open = delimiter.open or not (behind or " ").isspace()
                delimiter.close = delimiter.close or not (before or " ").isspace()
        return True

    return wider
