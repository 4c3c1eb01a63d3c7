"""The registers in one place: claims, myths, law, help, words and sign-offs."""

from __future__ import annotations

from builder.model.claims import About, Claim, ClaimsFile, CrossCheck, Figure, Myth, MythsFile, Seed
from builder.model.help import (
    Guidance,
    HelpPack,
    Misprint,
    Pathway,
    PlatformTool,
    Roles,
    Rules,
    Service,
    Step,
)
from builder.model.law import Jurisdiction, LawPack, Provision, Topic
from builder.model.scalars import Address, Day, Dial, Number
from builder.model.signoffs import SignOff, SignOffsFile, latest_signoff
from builder.model.words import GlossaryEntry, GlossaryFile, Standard, StandardsFile, Term, TermsFile

__all__ = [
    "About", "Address", "Claim", "ClaimsFile", "CrossCheck", "Day", "Dial", "Figure", "GlossaryEntry",
    "GlossaryFile", "Guidance", "HelpPack", "Jurisdiction", "LawPack", "Misprint", "Myth", "MythsFile", "Number",
    "Pathway", "PlatformTool", "Provision", "Roles", "Rules", "Seed", "Service", "SignOff", "SignOffsFile",
    "Standard", "StandardsFile", "Step", "Term", "TermsFile", "Topic", "latest_signoff",
]  # fmt: skip
