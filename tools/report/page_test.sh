#!/bin/bash
# Reads rendered pages as a browser would and checks what must hold on each:
# no markup comes from an article, every link has its target, and the policy
# names exactly the style and script that are there.
#   page_test.sh PRINT_REPORT
set -euo pipefail

exec /usr/bin/python3 - "$1" <<'PYTHON'
import base64
import collections
import hashlib
import html.parser
import re
import subprocess
import sys

print_report = sys.argv[1]

TAGS = set("""html head meta title style body svg symbol rect path circle use
header p span nav a main section strong details summary ul li h1 h2 h3
fieldset legend label input kbd ol blockquote cite mark b article time div dl
dt dd footer script table thead tbody tr th td q""".split())
VOID = {"meta", "input"}
ATTRIBUTES = set("""lang charset http-equiv content name class id aria-hidden
aria-label viewbox x y width height d cx cy r href dir tabindex title type
checked data-code data-flag data-passage start datetime rel hidden scope
aria-labelledby preserveaspectratio""".split())


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.stack, self.ids, self.links = [], [], []
        self.counts = collections.Counter()
        self.raw = collections.defaultdict(list)  # the content of each element
        self.policy = None
        self.text = ""
        self.feed(text)
        self.close()
        assert not self.stack, f"left open: {self.stack}"

    def handle_starttag(self, tag, attrs):
        assert tag in TAGS, f"tag {tag}"
        self.counts[tag] += 1
        for name, value in attrs:
            assert name in ATTRIBUTES, f"attribute {name} of {tag}"
            if name == "id":
                self.ids.append(value)
            if name == "href":
                self.links.append(value)
        values = dict(attrs)
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"]
        if tag not in VOID:
            self.stack.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        assert self.stack and self.stack[-1] == tag, \
            f"</{tag}> closes {self.stack[-1:]}"
        self.stack.pop()

    def handle_data(self, data):
        if self.stack and self.stack[-1] in ("style", "script"):
            self.raw[self.stack[-1]].append(data)
        else:
            self.text += data

    def handle_comment(self, data):
        raise AssertionError(f"comment {data!r}")


def sha256(text):
    return base64.b64encode(
        hashlib.sha256(text.encode("utf-8")).digest()).decode()


for fixture in ["ferry", "hostile", "unrelated", "many", "story"]:
    printed = subprocess.run([print_report, "html", fixture], check=True,
                             capture_output=True).stdout.decode("utf-8")
    page = Page(printed)
    assert page.counts["script"] == (0 if fixture == "story" else 1)
    assert page.counts["style"] == 2
    twice = [i for i, n in collections.Counter(page.ids).items() if n > 1]
    assert not twice, f"{fixture}: ids stand twice: {twice}"
    for link in page.links:
        if link.startswith("#"):
            assert link[1:] in page.ids, f"{fixture}: {link} leads nowhere"
        else:
            assert re.match("https?://", link), f"{fixture}: link {link}"
    for part in ("style", "script"):
        hashes = " ".join(f"'sha256-{sha256(raw)}'" for raw in page.raw[part])
        assert not hashes or f"{part}-src {hashes};" in page.policy
    assert "default-src 'none'" in page.policy
    assert "unsafe" not in page.policy and "*" not in page.policy
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e"
                         "\u2066-\u2069]", printed), f"{fixture}: control"
    if fixture == "hostile":
        for shown in ["<script>alert(3)</script>", "U+202E", "U+001B",
                      "</pre><svg onload=alert(2)>", "javascript:alert(1)",
                      "<!-- ]]>", "<style>*{display:none}</style>"]:
            assert shown in page.text, f"not shown: {shown}"
    if fixture == "story":
        for shown in ["the <b>ferry</b>", "Ada <script>alert(3)</script>",
                      "U+001B"]:
            assert shown in page.text, f"not shown: {shown}"
        for part in ("facts", "labels", "quotes", "speakers", "pairs"):
            assert part in page.ids
    if fixture == "ferry":
        assert page.counts["article"] == 2 and page.counts["main"] == 1
        for number in range(1, 9):
            assert f"flag-{number}" in page.ids
print("pages hold")
PYTHON
