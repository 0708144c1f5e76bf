"""house: what the office itself has laid down in its configuration."""
