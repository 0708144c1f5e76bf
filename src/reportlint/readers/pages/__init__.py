"""Sheets of PDF and OFD: their characters, and where these stand, put together to lines, cells and paragraphs.

What pdf_lines.py takes with it (cells, columns, grids, line_numbers, lines, pictures, rows) imports nothing but one another.
"""
