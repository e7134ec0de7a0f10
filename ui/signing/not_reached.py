"""A page with a sentence and a way back, where the school's own login cannot be reached or is set up wrongly."""

import logging
from html import escape

from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from models import Text

_LOGIN = "/auth/login"  # Streamlit's; answers with a few English words, or not at all, when it fails
_log = logging.getLogger("kehou.app")
_SAID = Text(
    "学校账号登录现在用不了：连不上学校的登录服务器，或者设置不对。请过一会儿再试，或请管理员看启动窗口里的记录。",
    "The school's own login does not work now: its server cannot be reached, or is set up wrongly. Try again later; "
    "the starting window says more to whoever runs the program.",
)
_BACK = Text("返回", "Back")
_LOOK = (
    "font:16px/1.7 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif;"
    "max-width:34em;margin:15vh auto;padding:0 16px"
)


class SayNotReached:
    """Middleware of the app for the network: looks at that one address, and hands all else on as it is."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """ASGI."""
        if scope["type"] != "http" or scope["path"] != _LOGIN:
            await self._app(scope, receive, send)
            return
        failed = False

        async def unless_failed(message: Message) -> None:
            nonlocal failed
            failed = failed or message.get("status", 200) >= 400
            if not failed:
                await send(message)

        try:
            await self._app(scope, receive, unless_failed)
        except Exception:  # noqa: BLE001  whatever it is, nobody in a school should see a traceback
            _log.exception("the school's own login failed")
            failed = True
        if failed:
            await HTMLResponse(_page(), status_code=502)(scope, receive, send)


def _page() -> str:
    """In both languages: nobody has said yet which."""
    lines = "".join(f'<p lang="{lang}">{escape(said)}</p>' for lang, said in (("zh", _SAID.zh), ("en", _SAID.en)))
    back = escape(f"{_BACK.zh} {_BACK.en}")
    return (
        f'<!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<meta name="color-scheme" content="light dark"><title>课后 Kehou</title>'
        f'<body style="{_LOOK}">{lines}<p><a href="/">{back}</a></p></body></html>'
    )
