"""The outline grammars: one .lark file for each kind of report."""
