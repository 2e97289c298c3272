"""What can be checked in a Chinese translation without reading it: a style guide in regular expressions."""

from __future__ import annotations

import re
from string import Formatter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

HAN = r"[\u3400-\u9fff]"
WIDE = "，。；：？！（）、“”‘’…"
LATIN_PLACES = frozenset(
    {
        "count",
        "number",
        "total",
        "limit",
        "length",
        "rows",
        "row",
        "line",
        "column",
        "position",
        "place",
        "percent",
        "hours",
        "minutes",
        "done",
        "whole",
        "excess",
        "selected",
        "looked",
        "shown",
        "listed",
        "found",
        "known",
        "sent",
        "ready",
        "created",
        "undone",
        "attempts",
        "seconds",
        "units",
        "object_id",
        "id",
        "ids",
    }
)
"""Places that a number or an ID is filled into, which stand apart from Chinese as such."""
MNEMONIC = re.compile(r"\(&([A-Z0-9])\)")

FORBIDDEN = {
    "帐号": "账号",
    "登陆": "登录",
    "相簿": "相册",
    "你": "您",
    "我们": "KooDesk",
    "「": "“",
    "」": "”",
    "《": "“",
    "》": "”",
    "进行": "the verb itself",
    "对于": "nothing",
    "试运行": "模拟运行",
    "主目录": "文件夹",
    "缺省": "默认",
    "回复": "响应",
    "应答": "响应",
    "令牌环": "令牌",
    "群组号": "群组 ID",
    "！": "。",
    "……": "…",
    r" - |--(?![a-z\\{])": "：",
    "——": "：",
    "代理(?!服务器|的|人)": "代理服务器",
    "(?<!登录)会话": "登录会话",
    "空间ID|用户ID|群组ID|文件ID": "a blank before ID",
}
"""What is not written, as regular expressions, and what is in its place."""

TERMS = {
    r"\balbums?\b": "相册",
    # “Members of a shared folder” is the kind of album that is called 共享相册.
    r"(?<!bers of a )\bshared folders?\b": "共享文件夹",
    r"\bcollection album": "收录相册",
    r"\bmanual album": "手工相册",
    r"\buser IDs?\b": "用户 ID",
    r"\bspace ID\b": "空间 ID",
    r"\bgroup ID\b": "群组 ID",
    r"\bfile ID\b": "文件 ID",
    r"\btenant ID\b": "租户 ID",
    r"\btrace ID\b": "跟踪 ID",
    r"\berror code": "错误码",
    r"\btokens?\b": "令牌",
    r"\bkeyring\b": "密钥环",
    r"\bproxy\b": "代理服务器",
    r"\bcertificates?\b": "证书",
    r"\bsandbox\b": "沙箱",
    r"\bpasswords?\b": "密码",
    r"\bspreadsheets?\b": "电子表格",
    r"\bsupport bundle\b": "诊断包",
    r"\bdiagnostics\b": "诊断",
    r"\bdry run\b": "模拟运行",
    r"\bgateway\b": "网关",
    r"\brecycle bin\b": "回收站",
    r"\bclipboard\b": "剪贴板",
    r"\bcarrier\b": "运营商",
    r"\bsign(?:ed|ing)? in\b": "登录",
    r"\bhistory\b": "历史记录",
    r"\brefused\b(?! and made)": "拒绝",
    r"\btemplates?\b": "模板",
    r"\bsettings\b": "设置",
    r"\bcannot be undone\b": "无法撤消",
    r"\bnothing was sent\b": "未发送任何请求",
    r"\bnothing was stored\b": "未保存任何内容",
}
"""English terms, and the one word for each that their translations have."""


def faults(source: str, chinese: str, *, is_numbered: bool = False) -> Iterator[str]:
    """Yield what is wrong with a translation.

    Args:
        source: The English text.
        chinese: Its translation.
        is_numbered: Whether the text has a ``%n``.
    """
    yield from _broken(source, chinese)
    yield from _misspaced(source, chinese)
    for pattern, better in FORBIDDEN.items():
        if re.search(pattern, chinese):
            yield f"“{pattern}” is not written: {better}"
    words = re.sub(r"\{.*?\}|&", "", source)
    for pattern, term in TERMS.items():
        found = re.search(pattern, words, re.IGNORECASE)
        # What has to be typed as it is, such as an option, stays as it is.
        if found and term not in chinese and found[0] not in chinese:
            yield f"“{pattern}” is “{term}”"
    if is_numbered and "%n" not in chinese:
        yield "the number is lost"


def places(text: str) -> list[str]:
    """Return the places of a template, each as often as it is there, with ``%n``, ``%1`` and line breaks."""
    named = [f"{{{name}}}" for _text, name, _form, _conversion in Formatter().parse(text) if name is not None]
    return sorted([*named, *re.findall(r"%(?:n|\d)|\n", text)])


def _broken(source: str, chinese: str) -> Iterator[str]:
    if not chinese.strip():
        yield "there is no translation"
    if places(source) != places(chinese):
        yield f"other places: {places(source)} and {places(chinese)}"
    letters = [letter.upper() for letter in re.findall(r"&([A-Za-z0-9])", source.replace("&&", ""))]
    found = MNEMONIC.findall(chinese)
    if letters != found or chinese.count("&") - 2 * chinese.count("&&") != len(found):
        yield f"the mnemonic has to be {''.join(f'(&{letter})' for letter in letters) or 'none'}"
    if source.endswith(".") and chinese[-1:] not in "。？…）”}":
        yield "a sentence ends with 。"
    if chinese.endswith("。") and not re.search(r"[.!?)”}]$", source):
        yield "no title, label or button ends with 。"


def _misspaced(source: str, chinese: str) -> Iterator[str]:
    plain = re.sub(r"\(\*\.[^)]*\)", "", MNEMONIC.sub("", chinese))
    # A place counts as what it holds.
    plain = re.sub(r"\{(\w*)[^}]*\}", lambda place: "9" if place[1] in LATIN_PLACES else "\ufffc", plain)
    if chinese != chinese.strip(" ") and source == source.strip(" "):
        yield "it begins or ends with a blank"
    if re.search(rf"{HAN}[,;:?!.()\"']|[,;:?!.()\"']{HAN}|[{WIDE}][,;?!]|\.\.\.", plain):
        yield "ASCII punctuation among Chinese"
    if re.search(rf"{HAN}[A-Za-z0-9]|[A-Za-z0-9]{HAN}", plain):
        yield "no blank between Chinese and Latin letters or digits"
    if re.search(rf"{HAN} +{HAN}|  |[{WIDE}] (?!-)|(?<!koodrive) [{WIDE}]", plain):
        yield "a blank too many"
