"""waivers: those in the configuration that no longer do anything."""

TITLE = "豁免"
