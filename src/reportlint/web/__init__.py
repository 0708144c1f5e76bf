"""The local page: a draft dropped in a browser on this machine is linted here, and nothing of it stays."""
