"""Who is meant: the states, organisations, collective actors, companies and persons that words stand for."""

from dragoman.actors.coordinates import Seat, seat, seats
from dragoman.actors.entries import HERE
from dragoman.actors.gazetteer import Gazetteer, fold
from dragoman.actors.generic import Generic, generics
from dragoman.actors.historic import HistoricState, former_states, historic
from dragoman.actors.lookups import by_cow, by_gw, by_name
from dragoman.actors.matching import find_carriers, find_hints, find_mentions
from dragoman.actors.mentions import Carrier, Mention
from dragoman.actors.names import Codes, codes, label
from dragoman.actors.naming import actor_named
from dragoman.actors.organisations import (
    Collective,
    Organisation,
    Pledge,
    Spell,
    collectives,
    members,
    memberships,
    organisations,
)
from dragoman.actors.people import PersonName, Tenure, resolve, tenures
from dragoman.actors.states import State, states
from dragoman.actors.succession import Holder, holders_of_cow

__all__ = [
    "HERE",
    "Carrier",
    "Codes",
    "Collective",
    "Gazetteer",
    "Generic",
    "HistoricState",
    "Holder",
    "Mention",
    "Organisation",
    "PersonName",
    "Pledge",
    "Seat",
    "Spell",
    "State",
    "Tenure",
    "actor_named",
    "by_cow",
    "by_gw",
    "by_name",
    "codes",
    "collectives",
    "find_carriers",
    "find_hints",
    "find_mentions",
    "fold",
    "former_states",
    "generics",
    "historic",
    "holders_of_cow",
    "label",
    "members",
    "memberships",
    "organisations",
    "resolve",
    "seat",
    "seats",
    "states",
    "tenures",
]
