"""Reading: from files to one typed curriculum, keeping the place of everything for the findings."""

from builder.read.curriculum import read_curriculum
from builder.read.reading import Reading

__all__ = ["Reading", "read_curriculum"]
