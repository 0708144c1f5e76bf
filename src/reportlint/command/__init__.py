"""The command line: verbs, options, output, exit codes."""
