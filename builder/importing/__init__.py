"""Importing: a teacher's own bank from GIFT, Moodle XML or CSV becomes a quiz file, with a list of what an author must still write.

imported = import_bank(Path("questions.gift.txt"))
quiz_text(imported, "en")
"""

from builder.importing.bank import import_bank
from builder.importing.draft import Draft, Imported
from builder.importing.written import quiz_text

__all__ = ["Draft", "Imported", "import_bank", "quiz_text"]
