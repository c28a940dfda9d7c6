"""Reading an address on the web, with limits and without walking into a private network.

The name is resolved once, every address is checked, and the connection goes to a checked address while `Host` and the
TLS name stay those of the site: a second answer of the name server cannot lead elsewhere. Proxies and certificates
named in the environment are not used, because behind a proxy it is the proxy that resolves the name and the check
would be worth nothing; who must go through one saves the page and reads the file. No cookies are kept.
"""

from __future__ import annotations

import queue
import re
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpx

from dragoman.errors import SourceError, SourceMissing, SourceNotText, SourceRefused, SourceTimeout
from dragoman.sources.address import resolve
from dragoman.sources.limits import DEFAULT_LIMITS, Limits
from dragoman.version import __version__

READ = frozenset({"text/html", "text/plain", "application/xhtml+xml", ""})
CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]+)""", re.I)
CHUNK = 65536


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address answered: the body, decompressed; the address in the end; the character set it declares."""

    raw: bytes
    address: str
    charset: str | None


def agent() -> str:
    """How Dragoman names itself to a site."""
    return f"Dragoman/{__version__} (+defence-diplomacy reader)"


class Pinned(httpx.BaseTransport):
    """Connects to the addresses that were checked, and to no others."""

    def __init__(self, source: str, *, allow_private: bool) -> None:
        """`source` is the address as the user gave it, for the errors."""
        self.source = source
        self.allow_private = allow_private
        self.inner = httpx.HTTPTransport(trust_env=False)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Resolve, check, connect; the next address is tried when one does not answer."""
        host = request.url.raw_host.decode("ascii").strip("[]")
        port = request.url.port or (443 if request.url.scheme == "https" else 80)
        failure: httpx.ConnectError | httpx.ConnectTimeout | None = None
        for address in resolve(host, port, allow_private=self.allow_private, source=self.source):
            pinned = httpx.Request(
                request.method,
                request.url.copy_with(host=address),
                headers=request.headers,
                extensions={**request.extensions, "sni_hostname": host},
            )
            try:
                return self.inner.handle_request(pinned)
            except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                failure = error
        raise failure or httpx.ConnectError("no address")

    def close(self) -> None:
        """Close the connections."""
        self.inner.close()


def fetch(address: str, *, allow_private: bool = False, limits: Limits = DEFAULT_LIMITS) -> Fetched:
    """Read `address` (http or https).

    Raises SourceMissing (no such host, no connection, an answer that is not 2xx), SourceRefused (scheme, private
    address, too many redirects), SourceTooLarge, SourceTimeout, SourceNotText (neither HTML nor plain text).
    """
    with _client(address, allow_private, limits) as client:
        return _within(limits.whole, lambda: _follow(client, address, limits), address)


def _client(address: str, allow_private: bool, limits: Limits) -> httpx.Client:
    return httpx.Client(
        transport=Pinned(address, allow_private=allow_private),
        timeout=httpx.Timeout(limits.whole, connect=limits.connect),
        headers={"User-Agent": agent(), "Accept": "text/html,text/plain;q=0.9", "Accept-Encoding": "gzip, deflate"},
        cookies=CookieJar(policy=DefaultCookiePolicy(allowed_domains=[])),
        trust_env=False,
    )


def _within(seconds: float, work: Callable[[], Fetched], source: str) -> Fetched:
    """Do the work, but wait no longer than `seconds`.

    A thread, because neither name resolution nor a header that drips in byte by byte heeds the client's own time-outs.
    """
    answers: queue.SimpleQueue[Fetched | BaseException] = queue.SimpleQueue()

    def run() -> None:
        try:
            answers.put(work())
        except BaseException as error:
            answers.put(error)

    threading.Thread(target=run, daemon=True, name="fetch").start()
    try:
        answer = answers.get(timeout=seconds)
    except queue.Empty:
        raise _timeout(seconds, source) from None
    if isinstance(answer, httpx.TimeoutException):
        raise _timeout(seconds, source) from answer
    if isinstance(answer, httpx.HTTPError | httpx.InvalidURL | httpx.StreamError | UnicodeError | ValueError):
        raise SourceMissing(f"could not be reached ({answer})", source=source, advice="check the address") from answer
    if isinstance(answer, BaseException):
        raise answer
    return answer


def _timeout(seconds: float, source: str) -> SourceError:
    return SourceTimeout(
        f"no complete answer within {seconds:g} seconds", source=source, advice="try again later, or save the page"
    )


def _follow(client: httpx.Client, source: str, limits: Limits) -> Fetched:
    deadline = time.monotonic() + limits.whole
    url = httpx.URL(source)
    for _ in range(limits.redirects + 1):
        if url.scheme not in ("http", "https") or not url.host:
            raise SourceRefused(f"leads to {str(url)!r}", source=source, advice="give an http or https address")
        with client.stream("GET", url) as response:
            if not response.has_redirect_location:
                return _answer(response, source, limits, deadline)
            url = response.url.join(response.headers["Location"])
    raise SourceRefused(
        f"more than {limits.redirects} redirects", source=source, advice="give the address that it leads to"
    )


def _answer(response: httpx.Response, source: str, limits: Limits, deadline: float) -> Fetched:
    if not response.is_success:
        what = f"the address answers {response.status_code} {response.reason_phrase}".rstrip()
        raise SourceMissing(what, source=source, advice="check the address")
    declared = response.headers.get("Content-Type", "")
    kind = declared.partition(";")[0].strip().lower()
    if kind not in READ:
        raise SourceNotText(f"the address answers with {kind}", source=source, advice="give a page or a text")
    length = response.headers.get("Content-Length", "")
    limits.check(int(length) if length.isdecimal() else 0, source)
    charset = CHARSET.search(declared)
    raw = _body(response, source, limits, deadline)
    return Fetched(raw, str(response.url), charset.group(1) if charset else None)


def _body(response: httpx.Response, source: str, limits: Limits, deadline: float) -> bytes:
    body = bytearray()
    for piece in _decompressed(response, source):
        body += piece
        limits.check(len(body), source)
        if time.monotonic() > deadline:
            raise _timeout(limits.whole, source)
    return bytes(body)


def _decompressed(response: httpx.Response, source: str) -> Iterator[bytes]:
    """The body in small pieces. Decompressed here, because httpx would unpack a bomb before its size can be seen."""
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if encoding in ("identity", ""):
        yield from response.iter_raw(CHUNK)
        return
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise SourceNotText(f"the address answers in {encoding!r}", source=source, advice="save the page as a file")
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        for packed in response.iter_raw(CHUNK):
            waiting = packed
            while piece := unpacker.decompress(waiting, CHUNK):
                yield piece
                waiting = unpacker.unconsumed_tail
    except zlib.error as error:
        raise SourceNotText("the compressed answer is broken", source=source, advice="try again later") from error
