"""waivers: those in the configuration that no longer do anything."""
