"""Measures what a build costs: `make bench`."""
