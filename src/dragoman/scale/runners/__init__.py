"""Where orders are worked off: in this process, in several of this machine, on a cluster. Nothing else differs."""
