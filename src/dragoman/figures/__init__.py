"""Figures: each is defined once, from what the network and the findings answer, and shown everywhere alike."""
