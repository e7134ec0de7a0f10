"""What the door refuses: a wrong password, a try too soon, a password that is none, and what a reader may not do."""

from models import Text
from store.errors import StoreError


class WrongPasswordError(StoreError):
    """It is nobody's password. `wait`: seconds until the next try."""

    def __init__(self, wait: int) -> None:
        if wait:
            super().__init__(Text(f"密码不对。请等 {wait} 秒再试。", f"Wrong password. Try again in {wait} seconds."))
        else:
            super().__init__(Text("密码不对，请再输一次。", "Wrong password: type it again."))
        self.wait = wait


class TooSoonError(StoreError):
    """After several wrong passwords one must wait; the password was not looked at. `wait`: seconds."""

    def __init__(self, wait: int) -> None:
        super().__init__(
            Text(
                f"输错的次数多了：请等 {wait} 秒再试。这一次没有核对密码。",
                f"Too many wrong passwords: try again in {wait} seconds. This one was not looked at.",
            )
        )
        self.wait = wait


class UnfitPasswordError(StoreError):
    """A new password that is too short, easily guessed, or the other one."""


class SignedOutError(StoreError):
    """Whoever writes is not signed in any more; nothing was written."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "没有保存：您已经不在登录状态（密码改过、已在别处退出，或时间到了）。请重新登录再做一次。",
                "Not saved: you are no longer signed in (the password was changed, you signed out elsewhere, or time "
                "is up). Sign in again and repeat it.",
            )
        )


class NotAllowedError(StoreError):
    """A reader asked for what is the office's."""

    def __init__(self) -> None:
        super().__init__(
            Text(
                "这里只能看已发布的课表；要改动，请用教导处的密码登录。",
                "Only published timetables are shown here; to change anything, sign in with the office's password.",
            )
        )
