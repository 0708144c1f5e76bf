"""Tables that are there and add up; figures that agree with them and with last year's report."""

TITLE = "信息公开年报"
