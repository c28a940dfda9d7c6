"""The routes of the pages, which stand in the application itself, and how that of a request is found among them."""

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
from starlette.types import Receive, Scope, Send

from dragoman.web.desk import At, Desk
from dragoman.web.security.forgery import is_change, unforged


class Route(APIRoute):
    """A route of the app: one that may change something needs the token of a form of ours.

    A handler that takes the desk and texts of its address, and nothing else, is called with these: to look for more, to
    check it and to clear it away takes FastAPI as long as such a page its queries.
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
        taken = {name: one.annotation for name, one in signature(endpoint, eval_str=True).parameters.items()}
        if not needed and taken == {"desk": At, **dict.fromkeys(self.param_convertors, str)}:
            self.app = request_response(_called(endpoint))


class Places:
    """In front of a router: finds the page that is asked for among those whose address begins alike, and leaves all
    else to the router, which tries its routes one after the other, some seventy of them.
    """

    def __init__(self, router: APIRouter) -> None:
        self.router = router
        self.pages: dict[str, list[Route]] = {}
        for route in router.routes:
            if isinstance(route, Route):
                assert not route.path.startswith("/{")
                self.pages.setdefault(_place(route.path), []).append(route)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] == "http" and not is_change(scope["method"]):
            for route in self.pages.get(_place(scope["path"]), ()):
                match, found = route.matches(scope)
                if match is Match.FULL:
                    scope.update(found, router=self.router)
                    await route.handle(scope, receive, send)
                    return
        await self.router.app(scope, receive, send)


def add(app: FastAPI, routers: Sequence[APIRouter]) -> None:
    """Take the routes of some routers into the app itself: those of one that is included are tried twice at each
    request. Whatever else is added to the app is such a route, too.
    """
    app.router.route_class = Route
    for router in routers:
        for route in router.routes:
            assert isinstance(route, APIRoute)
            app.add_api_route(route.path, route.endpoint, methods=list(route.methods or ()), include_in_schema=False)
    app.router.middleware_stack = Places(app.router)


def _place(path: str) -> str:
    """The first part of an address."""
    return path[1:].partition("/")[0]


def _called(endpoint: Callable[..., Any]) -> Callable[[Request], Awaitable[Response]]:
    """The handler as it answers a request."""

    async def at_once(request: Request) -> Response:
        answer: Response = await endpoint(desk=Desk(request), **request.path_params)
        return answer

    async def in_thread(request: Request) -> Response:
        return await run_in_threadpool(endpoint, desk=Desk(request), **request.path_params)

    return at_once if iscoroutinefunction(endpoint) else in_thread
