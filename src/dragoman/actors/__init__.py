"""Who is meant: the states, organisations, collective actors, companies and persons that words stand for."""

from dragoman.actors.gazetteer import Gazetteer, fold
from dragoman.actors.generic import Generic, generics
from dragoman.actors.matching import find_carriers, find_mentions
from dragoman.actors.mentions import Carrier, Mention
from dragoman.actors.names import Codes, codes, label
from dragoman.actors.organisations import Collective, Organisation, collectives, members, memberships, organisations
from dragoman.actors.people import PersonName, Tenure, resolve, tenures
from dragoman.actors.states import State, states

__all__ = [
    "Carrier",
    "Codes",
    "Collective",
    "Gazetteer",
    "Generic",
    "Mention",
    "Organisation",
    "PersonName",
    "State",
    "Tenure",
    "codes",
    "collectives",
    "find_carriers",
    "find_mentions",
    "fold",
    "generics",
    "label",
    "members",
    "memberships",
    "organisations",
    "resolve",
    "states",
    "tenures",
]
