"""Word files: the same tree that goes to the press, as a document that a teacher can change."""
