"""What is said of the checks and the settings, for people; see `reportlint.reporters.reference`."""
