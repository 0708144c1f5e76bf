"""Values that people write into a configuration, and the office's own rules among them."""
