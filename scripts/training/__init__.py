"""How the learned part of the coder is trained: what is recorded, fitted and tuned."""
