"""The command in Chinese: help, errors, results and tables, by the real catalogue; JSON stays as it is."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from koodrive.cli.command import ROOT
from koodrive.cli.texts import language
from koodrive.cli.texts.help_formatter import HelpFormatter


@pytest.fixture
def chinese(monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")


@pytest.fixture(autouse=True)
def _english_again():
    yield
    language.choose([], {})


def invoke(*arguments):
    return CliRunner().invoke(ROOT, list(arguments))


@pytest.mark.parametrize(
    ("locale", "is_chinese"),
    [
        ("zh_CN.UTF-8", True),
        ("zh_SG", True),
        ("zh-Hans", True),
        ("zh_TW.UTF-8", False),
        ("de_DE", False),
        ("C", False),
    ],
)
def test_the_locale_chooses_and_the_option_goes_before_it(locale, is_chinese):
    language.choose(["history"], {"LC_ALL": "", "LANG": locale})
    assert language.is_chinese() is is_chinese
    language.choose(["--language", "en", "history"], {"LANG": locale})
    assert not language.is_chinese()
    language.choose(["history", "--language=zh-CN"], {"LANG": locale})
    assert language.is_chinese()


@pytest.mark.usefixtures("chinese")
def test_help_is_whole_in_chinese():
    for path in ((), ("batch",), ("batch", "run"), ("album", "create"), ("undo",)):
        help_text, _sign, _examples = invoke(*path, "--help").stdout.partition("示例：")
        assert help_text.startswith("用法：koodrive")
        sentences = [
            line for line in help_text.splitlines() if line.endswith(".") and not line.startswith("用法")
        ]
        assert not sentences, sentences


@pytest.mark.usefixtures("chinese")
def test_usage_errors_say_what_to_do():
    result = invoke("albun")
    assert result.exit_code == 2
    assert "未发送任何请求。" in result.stderr
    assert "Nothing" not in result.stderr
    assert "--nonsense" in invoke("history", "--nonsense").stderr


@pytest.mark.usefixtures("chinese")
def test_a_create_and_its_history(run):
    created = run("album", "create", "--name", "试用")
    assert created.code == 0
    assert "已创建相册“试用”。" in created.out
    listed = run.alone("history")
    assert "已创建" in listed.out
    assert "Created" not in listed.out
    (record,) = run.alone("history", "--json").records
    assert record["outcome"] == "created"


@pytest.mark.usefixtures("chinese")
def test_a_table_with_problems_names_them(run, tmp_path):
    table = tmp_path / "table.csv"
    table.write_text("名称,对象类型\n坏:名,共享文件夹\n", "utf-8")
    result = run.alone("batch", "check", str(table))
    assert result.code == 2
    assert "名称中不能有" in result.out
    assert "Nothing" not in result.out


def test_chinese_help_is_as_wide_as_it_may_be():
    language.choose([], {"LANG": "zh_CN.UTF-8"})
    formatter = HelpFormatter(width=40)
    formatter.write_dl([("--name", "相册或共享文件夹的名称，最多 20 个字符，不能只有空格。")])
    lines = formatter.getvalue().splitlines()
    assert len(lines) > 1
    assert all(sum(1 + (ord(letter) > 0x2E80) for letter in line) <= 40 for line in lines)
    assert not any(line.strip().startswith(("，", "。")) for line in lines)
