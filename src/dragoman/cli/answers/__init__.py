"""How the answers of the network are told: a module for each builds a page and rows, `writing` puts them out."""
