"""Work that takes seconds, done in a process of its own so that no page waits for it.

The models of the coders and the arithmetic of the network hold the interpreter's lock. `Workshop` is the side of the
server: it begins a task and knows how far it is. `process` is the other side: it loads the models once and keeps them.
What is under way lives in memory: what is done stands in the ledger, and what is lost with the server is added again.
"""

from dragoman.web.workshop.bench import Bench, Step, Task
from dragoman.web.workshop.workshop import Work, Workshop

__all__ = ["Bench", "Step", "Task", "Work", "Workshop"]
