"""A claim that the ledger keeps, told in a language: in a sentence, with the verdict of the record and its reasons."""

from __future__ import annotations

from dragoman.briefs.sentence import Writer
from dragoman.briefs.shape import BriefLanguage, Checked
from dragoman.briefs.telling import Teller
from dragoman.briefs.tested import checked
from dragoman.findings.nouns import Finding
from dragoman.ledger.recalled_claims import KeptClaim


def claim_sentence(claim: KeptClaim, language: BriefLanguage) -> str:
    """The claim in the words of a brief, hedged as its text hedges it; where its statements are gone, its question."""
    if not claim.statements:
        return Teller(language).question(Finding.model_validate_json(claim.body).question)
    firmest = next((s for _, s in claim.statements if s.status is claim.status), claim.statements[0][1])
    return Writer(language, claim.document.published).sentence(firmest)


def claim_reasons(claim: KeptClaim, language: BriefLanguage) -> tuple[str, ...]:
    """Why the verdict is what it is, and what could not be seen; a sentence each."""
    told = claim_answer(claim, language)
    return (*told.reasons, *told.blind_spots)


def claim_answer(claim: KeptClaim, language: BriefLanguage) -> Checked:
    """What the record says to it, as a brief tells it."""
    return checked(Finding.model_validate_json(claim.body), Teller(language))
