"""The help of the commands around the app in the browser: serve and password."""

from commands.wording import CommandWords, Words
from models.text import Text

_FILE = Text("文件.pem", "FILE.pem")

SERVING: dict[str, CommandWords] = {
    "serve": CommandWords(
        Text(
            "在浏览器里打开程序：只给这台电脑用；加 --network 给整个校园网用，要登录。",
            "Open the app in the browser: for this machine alone, or with --network for the school's network, where "
            "one must sign in.",
        ),
        Text(
            "--network 之前先设教导处的密码（kehou password office），不然不会开。没有 https 时，密码在网络里会被看到："
            "请给证书，或放在 https 反向代理后面。\n"
            "退出码：0 正常结束；2 没有打开，原因已写明。",
            "Before --network set the office's password (kehou password office); without one it does not open. Without "
            "https a password can be read on the network: give a certificate, or use an https reverse proxy.\n"
            "Exit codes: 0 ended; 2 not opened, with the reason.",
        ),
        {
            "network": Words(Text("校园网里的其他电脑和手机也能打开。", "Other machines and phones can open it.")),
            "port": Words(Text("端口。", "The port."), Text("端口", "PORT")),
            "name": Words(
                Text(
                    "别人用什么名字或地址打开，例如学校的域名。",
                    "Under which name or address others open it, such as the school's domain.",
                ),
                Text("名字", "NAME"),
            ),
            "proxy": Words(
                Text(
                    "只听本机，由同一台电脑上的反向代理转给校园网；也要登录。",
                    "Listen on this machine only, for a reverse proxy on it; one must sign in.",
                )
            ),
            "certificate": Words(Text("https 的证书。", "The certificate for https."), _FILE),
            "key": Words(Text("证书的私钥。", "The certificate's key."), _FILE),
        },
    ),
    "password": CommandWords(
        Text(
            "设教导处（office，可以改）或查看（reader，只看已发布的课表）的密码。",
            "Set the password of the office (may edit) or of the readers (see published timetables).",
        ),
        Text(
            "会问两次，输入时不显示；也可以从管道读一行。用旧密码登录的立即退出。\n"
            "退出码：0 设好了；2 没有设，原因已写明。",
            "It is asked for twice and not shown; a pipe is read as one line. Whoever used the old one is signed out.\n"
            "Exit codes: 0 set; 2 not set, with the reason.",
        ),
        {
            "whose": Words(Text("谁的密码。", "Whose."), Text("office|reader", "office|reader")),
            "remove": Words(Text("取消这个密码。", "Remove it.")),
        },
    ),
}
