"""The temporal network of ties: indirect paths, concentration of supply, brokerage, what an event changes.

`load` reads it out of the ledger; every question is a function of it and answers with a frozen result that names its
figures, the ties that they rest on, and what the datasets cannot tell.
"""

from dragoman.network.alongside import Alongside, Ranked, alongside
from dragoman.network.brokerage import Broker, Brokerage, Brokers, RoleCounts
from dragoman.network.brokers import brokers
from dragoman.network.change import change
from dragoman.network.changed import Apart, Change, Comparable, Moved, NewBridge, NewReach
from dragoman.network.dossier import dossier
from dragoman.network.dossiers import Dossier, Gap, LayerTies, OpenQuestion, Partner, Told, Trend
from dragoman.network.groups import groupings
from dragoman.network.happenings import Happening
from dragoman.network.items import Item
from dragoman.network.legs import Leg, Need, Order, Outcome
from dragoman.network.loading import load
from dragoman.network.network import Network
from dragoman.network.nouns import Cited, Measured, Rested, Scope, Seen, Years
from dragoman.network.paths import Direct, Path, Paths, Standing, paths
from dragoman.network.peers import Recipient, Recipients, recipients
from dragoman.network.precedents import Precedents, Through, precedents
from dragoman.network.roster import Listed, roster
from dragoman.network.rules import LegKind, Shape, path_rules
from dragoman.network.supplied import Share, Supplier, Suppliers, SupplierWindow
from dragoman.network.suppliers import suppliers
from dragoman.network.windows import windows

__all__ = [
    "Alongside",
    "Apart",
    "Broker",
    "Brokerage",
    "Brokers",
    "Change",
    "Cited",
    "Comparable",
    "Direct",
    "Dossier",
    "Gap",
    "Happening",
    "Item",
    "LayerTies",
    "Leg",
    "LegKind",
    "Listed",
    "Measured",
    "Moved",
    "Need",
    "Network",
    "NewBridge",
    "NewReach",
    "OpenQuestion",
    "Order",
    "Outcome",
    "Partner",
    "Path",
    "Paths",
    "Precedents",
    "Ranked",
    "Recipient",
    "Recipients",
    "Rested",
    "RoleCounts",
    "Scope",
    "Seen",
    "Shape",
    "Share",
    "Standing",
    "Supplier",
    "SupplierWindow",
    "Suppliers",
    "Through",
    "Told",
    "Trend",
    "Years",
    "alongside",
    "brokers",
    "change",
    "dossier",
    "groupings",
    "load",
    "path_rules",
    "paths",
    "precedents",
    "recipients",
    "roster",
    "suppliers",
    "windows",
]
