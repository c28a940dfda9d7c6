"""How the network of `dragoman.coding.neural` is made: where it starts, what it is shown, how it is fitted."""
