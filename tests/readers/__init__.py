"""Other people's readers of what we export: called as programs of their own, or as their own Python library."""
