"""reuse: what was taken over from last year's report."""

TITLE = "与上年报告相同之处"
