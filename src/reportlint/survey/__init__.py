"""The reviewer's desk: many offices' reports at once, a row an office."""
