"""The routes of the pages, which stand in the application itself, one after the other."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from inspect import iscoroutinefunction, signature
from typing import Any

from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.params import Depends as Needed
from fastapi.responses import Response
from fastapi.routing import APIRoute
from starlette.routing import Match, request_response
from starlette.types import Scope

from dragoman.web.desk import At, Desk
from dragoman.web.security.forgery import is_change, unforged

NO: tuple[Match, Scope] = (Match.NONE, {})


class Route(APIRoute):
    """A route of the app: one that may change something needs the token of a form of ours.

    It is passed over by how its address begins, since each request passes all routes before its own. A handler that
    takes the desk and texts of its address, and nothing else, is called with these: to look for more, to check it and
    to clear it away takes FastAPI as long as such a page its queries.
    """

    def __init__(
        self,
        path: str,
        endpoint: Callable[..., Any],
        *,
        methods: set[str] | list[str] | None = None,
        dependencies: Sequence[Needed] | None = None,
        **more: Any,
    ) -> None:
        needed = [*(dependencies or ())]
        if any(map(is_change, methods or ())):
            needed.insert(0, Depends(unforged))
        super().__init__(path, endpoint, methods=methods, dependencies=needed, **more)
        self._begins = path.partition("{")[0]
        taken = {name: one.annotation for name, one in signature(endpoint, eval_str=True).parameters.items()}
        if not needed and taken == {"desk": At, **dict.fromkeys(self.param_convertors, str)}:
            self.app = request_response(_called(endpoint))

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether a request is for this route."""
        return super().matches(scope) if scope["path"].startswith(self._begins) else NO


def add(app: FastAPI, routers: Sequence[APIRouter]) -> None:
    """Take the routes of some routers into the app itself: those of one that is included are tried twice at each
    request. Whatever else is added to the app is such a route, too.
    """
    app.router.route_class = Route
    for router in routers:
        for route in router.routes:
            assert isinstance(route, APIRoute)
            app.add_api_route(route.path, route.endpoint, methods=list(route.methods or ()), include_in_schema=False)


def _called(endpoint: Callable[..., Any]) -> Callable[[Request], Awaitable[Response]]:
    """The handler as it answers a request."""

    async def at_once(request: Request) -> Response:
        answer: Response = await endpoint(desk=Desk(request), **request.path_params)
        return answer

    async def in_thread(request: Request) -> Response:
        return await run_in_threadpool(endpoint, desk=Desk(request), **request.path_params)

    return at_once if iscoroutinefunction(endpoint) else in_thread
