#!/bin/bash
# Drives the HTML report in headless Chromium, with Debian's chromium and
# chromium-driver.
set -euo pipefail
print_report=$1
cd "$(dirname "$0")"
export PYTHONDONTWRITEBYTECODE=1
exec /usr/bin/python3 - "$OLDPWD/$print_report" <<'PYTHON'
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, ".")
from webdriver import ESCAPE, Browser

print_report = sys.argv[1]
folder = tempfile.mkdtemp()


def page(fixture):
    path = os.path.join(folder, fixture + ".html")
    with open(path, "wb") as file:
        subprocess.run([print_report, "html", fixture], check=True,
                       stdout=file)
    return "file://" + path


def in_view(browser, selector):
    return browser.run("""
        const e = document.querySelector(arguments[0]);
        const pane = e.closest(".pane").getBoundingClientRect();
        const box = e.getBoundingClientRect();
        return box.top >= pane.top && box.bottom <= pane.bottom;""", selector)


with Browser(1400, 760) as b:
    b.open(page("ferry"))
    b.click("#flag-7 .why")
    assert b.run("return location.hash") == "#flag-7"
    assert in_view(b, "#e7-left") and in_view(b, "#e7-right")
    assert b.count("#left mark.on") == 1 and b.count("#right mark.on") == 1
    b.keys("k")
    assert b.run("return location.hash") == "#flag-6"
    assert in_view(b, "#flag-6") and in_view(b, "#e6-right")
    b.keys(ESCAPE)
    assert b.count(".on") == 0
    b.click("#e1-left")
    assert in_view(b, "#flag-1")
    assert b.run("return document.activeElement.id") == "flag-1"
    b.hover("#right .s.shared[data-passage~='5']")
    assert b.count("#left .lit") == 1 and b.count("#right .lit") == 1
    b.run("document.getElementById('p6-left').focus()")
    assert b.count("#right .lit[data-passage='6']") == 1
    b.click("#p6-left")
    assert b.run("return document.activeElement.id") == "p6-right"
    b.click(".chip.k-quantity")
    assert not b.shown("#flag-4") and not b.shown("#e4-left")
    b.open(page("many") + "#flag-20")
    assert b.run("return document.getElementById('more').open")
    assert b.console() == [], b.console()

with Browser(1400, 800) as b:
    b.open(page("hostile"))
    assert b.count("script") == 1 and b.count("img, iframe, object") == 0
    assert b.run("return document.title").startswith("<img src=x")
    assert b.console() == [], b.console()

with Browser(1400, 800, script=False) as b:
    b.open(page("ferry") + "#e7-right")
    assert in_view(b, "#e7-right")
    b.click(".chip.k-omission")
    assert not b.shown("#flag-2")

with Browser(390, 844, phone=True) as b:
    for fixture in ["ferry", "hostile", "unrelated"]:
        b.open(page(fixture))
        assert b.run("return document.documentElement.scrollWidth") == 390
    b.open(page("ferry"))
    b.click("#flag-5 blockquote:last-child a")
    assert b.run("return location.hash") == "#e5-right"
print("the page does what it says")
PYTHON
