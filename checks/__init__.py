"""The built-in checks: one module each, one folder a family."""
