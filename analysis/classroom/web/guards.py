"""Who may ask for what: hosts this server answers to, posts of its own pages only, the host's key, strict headers."""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse, Response

from analysis.classroom.messages import message

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""What every answer says, unless it says otherwise itself."""

LOOPBACK = ("127.0.0.1", "localhost")
"""Names of this very machine."""


class HostCheck:
    """Answers only requests that name this server as it is known, and dresses every answer in :data:`HEADERS`.

    A page of another site whose name has been turned to this address (DNS rebinding) names its own host, not ours. The
    address at which a request arrived is always ours: no page can have it for its name.

    Parameters
    ----------
    app : ASGIApp
        What answers.
    hosts : iterable of str
        Names that this server has, without ports.
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str]) -> None:
        self._app, self._hosts = app, {host.lower() for host in hosts}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or say that it is not meant for this server."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        app = self._app if self._is_known(scope) else plain(421, "refused.host")

        async def send_dressed(said: Message) -> None:
            if said["type"] == "http.response.start":
                headers = MutableHeaders(scope=said)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(said)

        await app(scope, receive, send_dressed)

    def _is_known(self, scope: Scope) -> bool:
        named = Headers(scope=scope).getlist("host")
        here = scope.get("server") or ("", 0)
        return len(named) == 1 and host_name(named[0]) in {*self._hosts, here[0]}


def host_name(host: str) -> str:
    """Return the name in a Host header, without its port; empty for what is none."""
    try:
        parts = urlsplit(f"//{host}")
        _ = parts.port  # one that is no number is a ValueError
    except ValueError:
        return ""
    if parts.hostname is None or parts.username is not None or parts.path:
        return ""
    return f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname


def is_from_here(request: Request) -> bool:
    """Whether a post comes from a page of this server: browsers say so in ``Origin``, and scripts cannot change it."""
    origin, host = request.headers.get("origin"), request.headers.get("host")
    return origin == f"{request.url.scheme}://{host}"


class Keys:
    """The host's key, and how browsers show it and themselves.

    Cookies do not tell ports apart, so that their names do: two servers on one machine do not undo each other.

    Parameters
    ----------
    key : str
        The secret of whoever started the server.
    port : int
        Where this server listens.
    """

    def __init__(self, key: str, port: int) -> None:
        self._key, self._host_cookie, self._browser_cookie = key, f"climbdown_host_{port}", f"climbdown_page_{port}"

    def is_host(self, connection: HTTPConnection) -> bool:
        """Whether a request comes from a browser that was opened with the key."""
        return self.opens(connection.cookies.get(self._host_cookie, ""))

    def opens(self, key: str) -> bool:
        """Whether this is the key; it takes as long whatever it is."""
        return hmac.compare_digest(key.encode(errors="replace"), self._key.encode())

    def browser(self, connection: HTTPConnection) -> str:
        """Return which browser a request comes from; no secret, and empty for one that has not been told."""
        return connection.cookies.get(self._browser_cookie, "")[:64]

    def give_key(self, response: Response) -> None:
        """Let a browser be the host's."""
        response.set_cookie(self._host_cookie, self._key, httponly=True, samesite="strict")

    def know_again(self, request: Request, response: Response) -> None:
        """Give a browser that has none a name, by which its pages are counted."""
        if not self.browser(request):
            name = secrets.token_urlsafe(9)
            response.set_cookie(self._browser_cookie, name, httponly=True, samesite="strict")


def plain(status: int, name: str, headers: Mapping[str, str] | None = None, **values: object) -> Response:
    """Return an answer in a sentence, for whoever reads it in a browser's window."""
    return PlainTextResponse(message(name, **values) + "\n", status, headers)
