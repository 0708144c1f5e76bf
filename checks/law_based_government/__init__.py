"""Checks of 法治政府建设年度报告 alone: they name its parts."""
