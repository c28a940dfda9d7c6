"""The ledger as JSON, under `/api/v1`: the nouns of the Python API, described by OpenAPI.

Every answer has an ETag of the ledger's revision, every list is cut into pages with a `Link` to the next, every error
is a problem of RFC 9457. docs/api.md tells how it is used.
"""

from dragoman.web.api.application import PREFIX, api

__all__ = ["PREFIX", "api"]
