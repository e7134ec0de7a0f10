"""Whether the app may be opened to the network, and under which addresses this machine is found there."""

import importlib.util
import socket
import tomllib
from pathlib import Path
from typing import Any

from models import Text
from store import Access, Store

SECRETS = Path(".streamlit") / "secrets.toml"


def may_open_to_the_network(store: Store, root: Path) -> Text | None:
    """Why not; None if it may: the office can come in, by its password or by the school's own login.

    `root` is the project's folder. Raises StoreError.
    """
    settings: dict[str, Any] = {}
    for file in (Path.home() / SECRETS, root / SECRETS):  # as Streamlit reads them, the later over the earlier
        try:
            settings |= tomllib.loads(file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            continue
        except (OSError, ValueError) as error:
            return Text(f"{file} 读不了：{error}", f"{file} cannot be read: {error}")
    if "auth" in settings and not all(map(importlib.util.find_spec, ("authlib", "httpx"))):
        return Text(
            "学校账号登录还缺软件包（Authlib、httpx）：请用 python3 start.py --network 启动，会自动装好；"
            '自己管环境的请运行 pip install "streamlit[auth]"。不用学校账号登录，就删去 '
            ".streamlit/secrets.toml 里的 [auth]。",
            "The school's own login lacks packages (Authlib, httpx): start with python3 start.py --network, which "
            'installs them; in an environment of your own run pip install "streamlit[auth]". Or take [auth] out of '
            ".streamlit/secrets.toml.",
        )
    by_school = "auth" in settings and bool(settings.get("kehou", {}).get("office"))
    if store.has_password(Access.OFFICE) or by_school:
        return None
    return Text(
        "没有开到校园网里：还没有教导处的密码，谁都能改数据。先运行 python3 start.py password office 设一个"
        "（或在“学校”一页的“在校园网里用”里设），再启动。",
        "Not opened to the network: the office has no password, so anybody could change the data. Set one first, by "
        "python3 start.py password office (or on the screen Schools), and start again.",
    )


def addresses() -> tuple[str, ...]:
    """This machine's addresses in the network, the one that is used first. Nothing is sent for that."""
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("10.255.255.255", 1))  # a datagram socket that connects only chooses its own address
            found.append(str(probe.getsockname()[0]))
        except OSError:
            pass
    return tuple(address for address in found if not address.startswith("127."))
