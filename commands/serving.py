"""The commands around the app in the browser: serve (on this machine, or in the school's network) and password."""

import os
import subprocess
import sys
from enum import StrEnum
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from commands.exit_codes import ExitCode
from commands.refused import RefusedError
from commands.screen import Screen, screen_of
from models.text import Text

if TYPE_CHECKING:
    from store import Store  # takes seconds to load, and other commands need it not

ROOT = Path(__file__).resolve().parents[1]
_NETWORK = "KEHOU_NETWORK"  # ui/signing/visitor.py reads it


class Whose(StrEnum):
    """Whose password."""

    OFFICE = "office"
    READER = "reader"


def serve(
    ctx: typer.Context,
    network: Annotated[bool, typer.Option("--network")] = False,
    port: Annotated[int, typer.Option("--port", min=1, max=65535)] = 8501,
    name: Annotated[str | None, typer.Option("--name")] = None,
    proxy: Annotated[bool, typer.Option("--proxy")] = False,
    certificate: Annotated[Path | None, typer.Option("--certificate")] = None,
    key: Annotated[Path | None, typer.Option("--key")] = None,
) -> int:
    """Open the app: for this machine alone, or for the school's network, where one must sign in."""
    from commands.serving_checks import addresses, may_open_to_the_network

    screen = screen_of(ctx)
    app = ROOT / ("network.py" if network or proxy else "app.py")
    if not app.exists():
        _refuse(
            "no_app", f"找不到 {app}：请在项目文件夹里启动。", f"There is no {app}: start it in the project's folder."
        )
    if (certificate is None) != (key is None):
        _refuse("certificate", "证书和私钥要一起给。", "A certificate and its key belong together.")
    for file in filter(None, (certificate, key)):
        if not file.is_file():
            _refuse("certificate", f"没有这个文件：{file}", f"There is no such file: {file}")
    words = ["-m", "streamlit", "run", str(app), f"--server.port={port}"]
    environment = dict(os.environ)
    environment.pop(_NETWORK, None)
    address = "127.0.0.1"
    if network or proxy:
        _check(may_open_to_the_network(_store(), ROOT))
        environment[_NETWORK] = "1"
        address = "127.0.0.1" if proxy else "0.0.0.0"
        shown = name or next(iter(addresses()), "localhost")
        # Named here, Streamlit asks no site on the internet under which address it can be reached.
        words.append(f"--browser.serverAddress={shown}")
        _tell(screen, f"{'http' if certificate is None else 'https'}://{shown}:{port}", proxy, certificate is not None)
    words.append(f"--server.address={address}")
    if certificate is not None and key is not None:
        words += [f"--server.sslCertFile={certificate.resolve()}", f"--server.sslKeyFile={key.resolve()}"]
    return run(words, environment)


def run(words: list[str], environment: dict[str, str]) -> int:
    """Run Python with these words in the project's folder, where Streamlit finds its settings, until it ends."""
    with subprocess.Popen([sys.executable, *words], cwd=ROOT, env=environment) as process:
        while True:
            try:
                return process.wait()
            except KeyboardInterrupt:  # the child hears it as well, and ends
                continue


def password(
    ctx: typer.Context,
    whose: Annotated[Whose, typer.Argument()],
    remove: Annotated[bool, typer.Option("--remove")] = False,
) -> int:
    """Set the password of the office or of the readers; typed twice, or read from a pipe."""
    from store import Access, StoreError

    screen, store, access = screen_of(ctx), _store(), Access(whose)
    try:
        if remove:
            store.remove_password(access)
            screen.say(Text("已取消，用它登录的都已退出。", "Removed; whoever used it is signed out."))
            return ExitCode.DONE
        store.set_password(access, _typed(screen), who=Text("命令行", "command line").in_language(screen.language))
    except StoreError as error:
        raise RefusedError.because("password", error.text) from error
    finally:
        store.close()
    screen.say(
        Text(
            "密码设好了。用旧密码登录的都已退出，输错后的等待也取消了。",
            "The password is set. Whoever used the old one is signed out, and nobody has to wait any more.",
        )
    )
    return ExitCode.DONE


def piped_line() -> str | None:
    """The first line of a pipe; None where somebody sits at the keyboard."""
    return None if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")


def _typed(screen: Screen) -> str:
    piped = piped_line()
    if piped is not None:
        return piped
    first, again = (
        getpass(text.in_language(screen.language))
        for text in (Text("新密码（输入时不显示）：", "New password (not shown): "), Text("再输一次：", "Once more: "))
    )
    if first != again:
        _refuse("password", "两次输入不一样，没有设。", "The two differ; nothing was set.")
    return first


def _store() -> "Store":
    from store import Store, StoreError

    try:
        return Store.open()
    except StoreError as error:
        raise RefusedError.because("store", error.text) from error


def _check(reason: Text | None) -> None:
    if reason is not None:
        raise RefusedError.because("network", reason)


def _refuse(code: str, zh: str, en: str) -> NoReturn:
    raise RefusedError.because(code, Text(zh, en))


def _tell(screen: Screen, url: str, proxy: bool, encrypted: bool) -> None:
    if proxy:
        screen.note(
            Text(
                "只听本机，等反向代理转来的请求；要登录才能用。",
                "Listening here for a reverse proxy; one must sign in.",
            )
        )
        return
    screen.note(Text(f"校园网里打开：{url}（要登录）", f"In the school's network: {url} (one must sign in)"))
    if not encrypted:
        screen.note(
            Text(
                "注意：没有加密，同一网络里的人可能截到密码。请用 --certificate 和 --key，或放在 https 反向代理后面。",
                "Beware: not encrypted, so a password can be read on the network. Use --certificate and --key, or an "
                "https reverse proxy.",
            ),
            style="yellow",
        )
