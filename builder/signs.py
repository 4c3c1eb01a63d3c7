"""Signs between words that pages and prints share."""

APART = "\u00a0· "
"""Between the entries of a line: the dot stays with the entry before it, so that no line begins with one."""
