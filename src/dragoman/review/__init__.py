"""What people say of the coding: which statements and events wait for them, how they are shown, judged and corrected.

Judgements are kept by `ledger`; here is what a reviewer does, whether in a terminal, a browser or Label Studio.
"""
