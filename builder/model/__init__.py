"""The curriculum as typed, immutable records. Knows nothing of files, pages or PDFs."""
