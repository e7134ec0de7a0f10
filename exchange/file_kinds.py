"""What a file really is, whatever it is called: a workbook, or one sentence about what else it is."""

import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from exchange.findings import file_issue
from models import Issue

MOST_BYTES = 50_000_000  # of the file; a school's workbook has some 100 kB
MOST_UNPACKED = 300_000_000  # of what is packed in it
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"RIFF")
_CURE = "请在 Excel 或 WPS 里另存为 .xlsx 工作簿再试。"
_CURE_EN = "Save it as an .xlsx workbook in Excel or WPS and try again."


def path_issue(path: Path) -> Issue | None:
    """Why the file cannot be read at all, if so: missing, a folder, no permission, empty, huge."""
    name = path.name or str(path)
    try:
        if not path.exists():
            return file_issue(
                "no_such_file",
                f"找不到文件 {path}：请检查文件名和位置。",
                f"There is no file {path}: check name and place.",
            )
        if path.is_dir():
            return file_issue(
                "is_a_folder", f"{path} 是文件夹，请给出里面的文件。", f"{path} is a folder: name a file in it."
            )
        with path.open("rb") as file:
            head = file.read(1)
        size = path.stat().st_size
    except PermissionError:
        return file_issue(
            "no_permission",
            f"没有权限读取 {path}：请检查权限，或先关闭正在使用它的程序。",
            f"{path} may not be read: check its permissions, or close the program that uses it.",
        )
    except (OSError, ValueError):
        return file_issue(
            "unreadable_file",
            f"读不了文件 {path}：请换一个位置或重新复制。",
            f"{path} cannot be read: copy it again or elsewhere.",
        )
    if not head:
        return _empty(name)
    if size > MOST_BYTES:
        return file_issue(
            "too_big",
            f"{name} 有 {size // 1_000_000} MB，不像学校的工作簿：请只保留数据，删去图片等。",
            f"{name} has {size // 1_000_000} MB, more than a school's workbook: keep only the data.",
        )
    return None


def _empty(name: str) -> Issue:
    return file_issue(
        "empty_file",
        f"{name} 是空文件（0 字节）：请重新保存或复制。",
        f"{name} is empty (0 bytes): save or copy it again.",
    )


def workbook_issue(name: str, content: bytes) -> Issue | None:
    """Why what is in the file of this name is no .xlsx workbook, if so."""
    if not content:
        return _empty(name)
    if content.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in content[:2_000_000]:
            return file_issue(
                "encrypted",
                f"{name} 设了打开密码：请先取消密码再试。",
                f"{name} has a password: remove it and try again.",
            )
        return file_issue(
            "old_workbook", f"{name} 是旧格式（.xls）工作簿：{_CURE}", f"{name} is an old .xls workbook. {_CURE_EN}"
        )
    if content.startswith(b"PK"):
        return _package_issue(name, content)
    if content.startswith(_PICTURES):
        return file_issue(
            "not_a_workbook", f"{name} 是图片，不是工作簿：{_CURE}", f"{name} is a picture, not a workbook. {_CURE_EN}"
        )
    if content.startswith(b"%PDF"):
        return file_issue(
            "not_a_workbook", f"{name} 是 PDF，不是工作簿：{_CURE}", f"{name} is a PDF, not a workbook. {_CURE_EN}"
        )
    if b"\x00" in content[:4000] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return file_issue(
            "not_a_workbook", f"{name} 不是工作簿，打不开：{_CURE}", f"{name} is not a workbook. {_CURE_EN}"
        )
    what, what_en = _kind_of_text(content[:2_000_000])
    return file_issue(
        "not_a_workbook", f"{name} 是{what}，不是工作簿：{_CURE}", f"{name} is {what_en}, not a workbook. {_CURE_EN}"
    )


def _kind_of_text(content: bytes) -> tuple[str, str]:
    start = content.lstrip()[:200].lower()
    if start.startswith((b"<html", b"<!doctype html", b"<table")):
        return "网页（HTML）", "a web page (HTML)"
    for encoding, zh in (("utf-8-sig", "UTF-8"), ("gb18030", "GBK"), ("utf-16", "UTF-16")):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "," in text or "\t" in text:
            return f"文本表格（CSV，{zh} 编码）", f"a text table (CSV, {zh})"
        return "文本文件", "a text file"
    return "别的文件", "another kind of file"


def _package_issue(name: str, content: bytes) -> Issue | None:
    damaged = file_issue(
        "damaged_workbook", f"{name} 已损坏，打不开：请重新保存或复制。", f"{name} is damaged: save or copy it again."
    )
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            entries = {entry.filename: entry for entry in package.infolist()}
            if sum(entry.file_size for entry in entries.values()) > MOST_UNPACKED:
                return file_issue(
                    "too_big",
                    f"{name} 解开后过大，不像学校的工作簿：请只保留数据再试。",
                    f"{name} unpacks to far more than a school's workbook: keep only the data.",
                )
            if "xl/workbook.xml" in entries:
                return damaged if _short(package) else None
    except (zipfile.BadZipFile, OSError, EOFError, zlib.error, NotImplementedError, RuntimeError, ValueError):
        return damaged
    if any(entry.startswith("word/") for entry in entries):
        return file_issue(
            "not_a_workbook",
            f"{name} 是 Word 文档，不是工作簿：请把表格放进 .xlsx 工作簿。",
            f"{name} is a Word document: put the tables into an .xlsx workbook.",
        )
    return file_issue(
        "not_a_workbook",
        f"{name} 是压缩包或别的格式，不是 .xlsx 工作簿：{_CURE}",
        f"{name} is an archive or another format, not an .xlsx workbook. {_CURE_EN}",
    )


def _short(package: zipfile.ZipFile) -> bool:
    """Whether parts are missing or broken, or unpack to more than they claim."""
    return package.testzip() is not None
