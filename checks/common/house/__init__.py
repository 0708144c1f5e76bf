"""house: what the office itself has laid down in its configuration."""

TITLE = "本单位规定"
