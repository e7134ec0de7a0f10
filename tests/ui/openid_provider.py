"""A small OpenID provider on this machine, as a school or its district runs one: one chooses an account, no password.

OpenID Connect Core 1.0, authorization code flow: discovery, /authorize, /token (client authentication, the code is used
once), /jwks. Whatever a relying party must check is really there: state, nonce, audience, issuer, expiry, RS256.
"""

import base64
import json
import secrets
import threading
import time
from collections.abc import Mapping
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT, SECRET = "kehou", "not-a-secret"


class Provider:
    """Running from entering to leaving. `accounts`: e-mail → further claims."""

    def __init__(self, accounts: Mapping[str, Mapping[str, object]]) -> None:
        self.accounts = accounts
        self.key = RSAKey.generate_key(2048, {"kid": "1", "use": "sig", "alg": "RS256"}, private=True)
        self.codes: dict[str, tuple[str, dict[str, str]]] = {}  # code → account and what was asked with it
        self.tokens = 0
        provider = self

        class Handler(_Handler):
            of = provider

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> "Provider":
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()

    def secrets_toml(self, app: str, lists: str) -> str:
        """What the school writes into secrets.toml; `lists` is what stands in [kehou]."""
        return (
            f'[auth]\nredirect_uri = "{app}/oauth2callback"\ncookie_secret = "{secrets.token_hex(16)}"\n'
            f'client_id = "{CLIENT}"\nclient_secret = "{SECRET}"\n'
            f'server_metadata_url = "{self.url}/.well-known/openid-configuration"\n\n[kehou]\n{lists}\n'
        )

    def id_token(self, account: str, nonce: str) -> str:
        """What says who it is, signed."""
        now = int(time.time())
        claims = {"iss": self.url, "aud": CLIENT, "sub": account, "email": account, "nonce": nonce, "iat": now}
        return jwt.encode(
            {"alg": "RS256", "kid": "1"}, {**claims, "exp": now + 300, **self.accounts[account]}, self.key
        )


class _Handler(BaseHTTPRequestHandler):
    of: Provider

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
        match parts.path:
            case "/.well-known/openid-configuration":
                self._json(self._metadata())
            case "/jwks":
                self._json({"keys": [self.of.key.as_dict(private=False)]})
            case "/authorize":
                self._choose(asked)
            case _:
                self.send_error(404)

    def do_POST(self) -> None:
        sent = self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()
        given = {name: values[0] for name, values in parse_qs(sent).items()}
        account, asked = self.of.codes.pop(given.get("code", ""), ("", {}))
        if self.path != "/token" or not account or not self._is_client(given):
            self._json({"error": "invalid_grant"}, 400)
            return
        self.of.tokens += 1
        token = self.of.id_token(account, asked.get("nonce", ""))
        self._json({"access_token": secrets.token_hex(8), "token_type": "Bearer", "expires_in": 300, "id_token": token})

    def _metadata(self) -> dict[str, object]:
        url = self.of.url
        places = {"authorization_endpoint": "authorize", "token_endpoint": "token", "jwks_uri": "jwks"}
        return {
            "issuer": url,
            **{name: f"{url}/{path}" for name, path in places.items()},
            "response_types_supported": ["code"],
            "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"],
        }

    def _choose(self, asked: dict[str, str]) -> None:
        if asked.get("client_id") != CLIENT or asked.get("response_type") != "code" or "openid" not in asked["scope"]:
            self.send_error(400)
            return
        links = []
        for account in self.of.accounts:
            code = secrets.token_hex(8)
            self.of.codes[code] = account, asked
            back = f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"
            links.append(f'<p><a href="{escape(back)}">{escape(account)}</a></p>')
        self._send("".join(links).encode(), "text/html; charset=utf-8")

    def _is_client(self, given: Mapping[str, str]) -> bool:
        kind, _, word = self.headers.get("Authorization", "").partition(" ")
        if kind == "Basic":
            return base64.b64decode(word).decode() == f"{CLIENT}:{SECRET}"
        return (given.get("client_id"), given.get("client_secret")) == (CLIENT, SECRET)

    def _json(self, value: object, status: int = 200) -> None:
        self._send(json.dumps(value).encode(), "application/json", status)

    def _send(self, content: bytes, kind: str, status: int = 200) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *words: object) -> None:
        """Say nothing."""
