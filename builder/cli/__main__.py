"""`python -m builder.cli`."""

from builder.cli.main import main

main()
