"""Many pages at once: web archives, folders and tables become a dataset of statements, on one machine or on many.

    inputs -> orders -> screened -> copies -> coded -> dataset

Inputs are grouped into orders, each of which is worked off by one process and leaves its part of the dataset whole or
not at all. *Screening* reads pages and keeps those that may speak of defence ties, each stage cheaper a page than the
one behind it. Among what is kept, over the whole run, *copies* of one text are found. *Coding* codes each text once.
A `Runner` says where orders are worked off, and nothing else.
"""
