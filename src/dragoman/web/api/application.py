"""The application of the API, to be mounted: its routers, its errors, its description."""

from __future__ import annotations

from importlib import import_module

from fastapi import Depends, FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.datastructures import State
from starlette.exceptions import HTTPException

from dragoman.errors import DragomanError
from dragoman.version import __version__
from dragoman.web.api import problems
from dragoman.web.api.fresh import NotModified, fresh, not_modified
from dragoman.web.security.forgery import unforged

PREFIX = "/api/v1"
ROUTERS = (
    "documents", "search", "statements", "events", "ties", "claims", "datasets", "states", "network", "judgements",
    "session",
)  # fmt: skip
DESCRIPTION = """
What the ledger holds, in the nouns of Dragoman's Python API.

- **Actors** are named by code (`AZE`, `NATO`) or by any name that Dragoman knows, in any language.
- **Dates** are ISO 8601 cut to what is meant: `2024`, `2024-10`, `2024-10-30`; both ends are included.
- **Lists** have `items` and the cursor of the `next` page, which the header `Link` has as an address too.
- **ETag**: an answer holds as long as the ledger is not written; ask again with `If-None-Match` for a 304.
- **Changes** need the cookie and the `token` of `/session`, the latter in the header `X-CSRF-Token`.
- **Errors** are `application/problem+json` (RFC 9457): what happened, with what input, what to do.
- A status says how a *text* puts it; a verdict what open records say to it. `no_trace` is not "false".
"""


def api(state: State) -> FastAPI:
    """The API over the ledger in `state`, which it shares with the app that it is mounted in."""
    made = FastAPI(
        title="Dragoman",
        version=__version__,
        description=DESCRIPTION,
        openapi_url="/openapi.json",
        docs_url=None,
        redoc_url=None,
        dependencies=[Depends(unforged), Depends(fresh)],
        responses=problems.RESPONSES,
        license_info={"name": "Apache-2.0", "identifier": "Apache-2.0"},
        servers=[{"url": PREFIX}],
        root_path_in_servers=False,
    )
    made.state = state
    for name in ROUTERS:
        made.include_router(import_module(f"dragoman.web.api.{name}").router, tags=[name])
    made.exception_handler(NotModified)(not_modified)
    made.exception_handler(HTTPException)(problems.refused)
    made.exception_handler(RequestValidationError)(problems.misaddressed)
    made.exception_handler(DragomanError)(problems.told)
    made.exception_handler(Exception)(problems.failed)
    return made
