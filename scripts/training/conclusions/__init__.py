"""How the network of `dragoman.coding.conclusions` is made: where it starts, what it is shown, how it is fitted."""
