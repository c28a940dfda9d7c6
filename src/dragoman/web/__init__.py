"""The web app over a ledger: read, question, correct. Server-rendered; works with no internet.

`application` makes it. A page is a router in `pages/` and templates of its name in `templates/`; it asks the rooms
before this one and shows what they answer. How one is made: docs/web.md.
"""

from dragoman.web.application import application

__all__ = ["application"]
