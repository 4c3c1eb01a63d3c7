"""What prepares a machine to build and test: run by make, no part of the command."""
