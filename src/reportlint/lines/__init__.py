"""A single line: is it a heading, a title, or a thing of the page around the report?"""
