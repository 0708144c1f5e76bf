"""A report and a configuration in, findings out: checks, settings, waivers."""
