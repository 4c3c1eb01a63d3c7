"""SCORM 1.2: the lesson with its self-check as a package that every learning platform plays.

It holds all it needs: the pupil's lesson and the page where help is found, styles, scripts, no request elsewhere. What a platform
learns of a pupil is little on purpose (`scorm.js`): that the lesson was opened and gone through; answers and a score only
when the edition says `platform_score: true`.
"""

from builder.packages.scorm.package import TARGET, write

__all__ = ["TARGET", "write"]
