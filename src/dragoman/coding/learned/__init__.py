"""The learned part: who fills which role where the case frames do not say, and which drafts stand.

The rules find the triggers and fill the roles that their frames know. `candidates` lists who else could stand in a
role, `features` says in words what speaks for and against, `model` weighs them, `link` acts on it; `merits` says what
speaks for a draft as a whole, `revise` decides. See docs/decisions/0008-learned-links.md.
"""

from dragoman.coding.learned.attempt import Attempt, Reviser
from dragoman.coding.learned.candidates import Scene
from dragoman.coding.learned.revise import RulesAlone, reviser

__all__ = ["Attempt", "Reviser", "RulesAlone", "Scene", "reviser"]
