"""The review page in headless Chromium, as a reviewer uses it."""

import json
import pathlib
import sys
import time
import urllib.parse

import harness
from review_program import ReviewProgram, make_case

sys.path.insert(0, str(pathlib.Path("tools/report").resolve()))
sys.dont_write_bytecode = True
from webdriver import ENTER, ESCAPE, TAB, Browser  # noqa: E402

READY = "document.body.dataset.ready"


class ReviewPageTest(harness.ProgramTest):
    """Every test has a case, a program and a browser of its own."""

    def review(self, *what, arguments=("--reviewer", "Ines")):
        program = ReviewProgram(self.folder, *what, arguments=arguments)
        self.addCleanup(program.stop)
        return program

    def browser(self, width=1440, height=900, **options):
        browser = Browser(width, height, **options)
        self.addCleanup(browser.__exit__)
        return browser

    def open(self, *what, arguments=("--reviewer", "Ines"), **options):
        self.program = self.review(*what, arguments=arguments)
        browser = self.browser(**options)
        browser.open(self.program.url)
        browser.wait_for(READY)
        return browser

    def current(self, browser):
        """The flag that the page shows, once all of it is there."""
        return int(browser.wait_for(
            "(() => { const hash = /flag.(\\d+)/.exec(location.hash);"
            " const head = document.querySelector('.flag-link');"
            " return hash && head && head.textContent === '#' + hash[1]"
            " && hash[1]; })()"))

    def verdict(self, flag, reviewer="Ines"):
        asked = urllib.parse.urlencode({"flag": flag, "reviewer": reviewer})
        for row in self.program.get(f"/api/flag?{asked}")["verdicts"]:
            if row["reviewer"] == reviewer:
                return row
        return None

    def wait_decided(self, browser, count):
        browser.wait_for(f"document.getElementById('progress-text')"
                         f".textContent.startsWith('{count} of')")

    def in_view(self, browser, selector):
        return browser.run("""
            const e = document.querySelector(arguments[0]);
            const pane = e.closest(".pane").getBoundingClientRect();
            const box = e.getBoundingClientRect();
            return box.top >= pane.top && box.bottom <= pane.bottom;""",
                           selector)

    # Load and move

    def test_it_loads_without_a_word_on_the_console(self):
        b = self.open("ferry")
        self.assertEqual(b.count(".row"), 8)
        self.assertGreater(b.count("#pane-left .sheet p"), 2)
        b.wait_for("document.querySelectorAll('.ribbon').length > 2")
        self.assertEqual(b.console(), [])
        self.assertNotIn("token", b.run("return location.href"))

    def test_keys_move_and_bring_the_evidence_into_view_on_both_sides(self):
        b = self.open("ferry", height=600)
        seen = [self.current(b)]
        for _ in range(7):
            b.keys("j")
            b.wait_for(f"!location.hash.endsWith('/{seen[-1]}')")
            seen.append(self.current(b))
            for side in ("left", "right"):
                if b.count(f"#pane-{side} mark.ev.on"):
                    self.assertTrue(self.in_view(
                        b, f"#pane-{side} mark.ev.on"), seen)
        self.assertEqual(sorted(seen), list(range(1, 9)))
        b.keys("k")
        b.wait_for(f"location.hash.endsWith('/{seen[-2]}')")

    def test_clicks_on_a_row_a_mark_and_a_pin_choose_a_flag(self):
        b = self.open("ferry")
        b.click("#row-5")
        b.wait_for("location.hash === '#/flag/5'")
        b.click("#pane-right .pin[data-flag='4']")
        b.wait_for("location.hash === '#/flag/4'")
        b.click("#pane-left mark.k-certainty")
        b.wait_for("location.hash !== '#/flag/4'")

    def test_back_returns_to_the_flag_before(self):
        b = self.open("ferry")
        first = self.current(b)
        b.click("#row-5")
        b.wait_for("location.hash === '#/flag/5'")
        b.run("history.back()")
        b.wait_for(f"location.hash === '#/flag/{first}'")
        self.assertEqual(self.current(b), first)

    def test_a_link_opens_its_flag(self):
        b = self.open("ferry", "60x3")
        self.assertGreater(b.count(".pair"), 3)
        b.open(self.program.base + "/#/flag/30")
        b.wait_for(READY)
        self.assertEqual(self.current(b), 30)
        self.assertEqual(b.count("#row-30[aria-selected=true]"), 1)

    def test_both_sides_scroll_together(self):
        b = self.open("120x1", height=600)
        self.current(b)
        moved = b.run("""
            const [left, right] = ["left", "right"].map(
                (side) => document.getElementById(`pane-${side}`));
            left.dispatchEvent(new WheelEvent("wheel", {deltaY: 300}));
            const before = right.scrollTop;
            left.scrollTop += 300;
            return new Promise((done) => setTimeout(
                () => done(right.scrollTop - before), 200));""")
        self.assertGreater(moved, 100)

    # Decide

    def test_decisions_are_stored_and_the_next_flag_is_shown(self):
        b = self.open("ferry")
        flags = []
        for key in "cu":
            flags.append(self.current(b))
            b.keys(key)
            b.wait_for(f"!location.hash.endsWith('/{flags[-1]}')")
        self.wait_decided(b, 2)
        self.assertEqual(self.verdict(flags[0])["verdict"], "confirmed")
        self.assertEqual(self.verdict(flags[1])["verdict"], "unsure")
        self.assertEqual(b.count(".seal.mine"), 2)

    def test_keys_faster_than_the_page_lose_nothing(self):
        b = self.open("ferry")
        self.current(b)
        b.keys("cucucu")
        self.wait_decided(b, 6)

    def test_a_dismissal_asks_for_its_reason(self):
        b = self.open("ferry")
        flag = self.current(b)
        b.keys("d")
        self.assertEqual(b.count(".reason-choice"), 5)
        b.keys("c")  # is no reason
        b.keys(ESCAPE)
        self.assertEqual(b.count(".reason-choice"), 0)
        b.keys("d4")
        self.wait_decided(b, 1)
        self.assertEqual(self.verdict(flag)["verdict"], "dismissed")
        self.assertEqual(self.verdict(flag)["reason"], "trivial")

    def test_note_and_kind_are_kept_with_the_verdict(self):
        b = self.open("ferry")
        flag = self.current(b)
        b.keys("n")
        b.keys("seen c and d" + ESCAPE)
        b.run("""const kind = document.getElementById("kind");
                 kind.value = "label";""")
        b.keys("c")
        self.wait_decided(b, 1)
        self.assertEqual(self.verdict(flag)["note"], "seen c and d")
        self.assertEqual(self.verdict(flag)["kind"], "label")

    def test_undo_takes_back_the_last_decision_and_shows_its_flag(self):
        b = self.open("ferry")
        flag = self.current(b)
        b.keys("c")
        self.wait_decided(b, 1)
        b.keys("z")
        self.wait_decided(b, 0)
        b.wait_for(f"location.hash.endsWith('/{flag}')")
        self.assertIsNone(self.verdict(flag))
        history = self.program.get(f"/api/flag?flag={flag}")["history"]
        self.assertEqual(len(history), 2)

    def test_all_of_a_list_are_decided_once_their_number_is_typed(self):
        b = self.open("60x3")
        b.click("#all-flags")
        b.wait_for("document.querySelectorAll('.row').length")
        b.run("document.getElementById('more-filters').open = true")
        b.click(".chip.k-omission")
        total = self.program.get("/api/list?kinds=omission")["total"]
        b.wait_for(f"document.getElementById('list-count').textContent"
                   f".startsWith('{total} ')")
        b.click("#decide-all")
        b.click("dialog .primary")
        self.assertIn(str(total), b.run(
            "return document.querySelector('.problem').textContent"))
        b.click("#all-count")
        b.keys(f"{total}{ENTER}")
        self.wait_decided(b, total)
        b.keys("z")
        self.wait_decided(b, 0)

    def test_a_decision_that_cannot_be_stored_is_said_so(self):
        b = self.open("ferry")
        flag = self.current(b)
        self.program.stop()
        b.keys("c")
        b.wait_for("document.querySelector('.toast.error.shown')")
        b.wait_for(f"!document.querySelector('#row-{flag} .seal.mine')")

    def test_a_reopened_flag_shows_what_it_was(self):
        b = self.open("reopened")
        self.assertEqual(b.count(".row"), 8)
        b.run("location.hash = '#/flag/9'")
        b.wait_for("document.querySelector('.reopened')")
        text = b.run("return document.querySelector('.reopened').textContent")
        old = self.program.get("/api/flag?flag=1")
        self.assertIn(old["left"]["quote"], text)
        self.assertIn("Mara", text)
        self.assertIn("Trivial", text)
        self.assertIsNone(self.verdict(9))
        b.run("document.getElementById('more-filters').open = true")
        b.click("#filter-reopened")
        b.wait_for("document.querySelectorAll('.row').length === 1")

    # Filter

    def test_filters_sort_and_search(self):
        b = self.open("ferry")
        b.run("document.getElementById('more-filters').open = true")
        b.click(".chip.k-quantity")
        b.wait_for("document.querySelectorAll('.row').length < 8")
        self.assertEqual(b.count(".row:not(.k-quantity)"), 0)
        b.click("#clear-filters")
        b.wait_for("document.querySelectorAll('.row').length === 8")
        b.keys(ESCAPE)
        b.keys("/")
        b.keys("terrifying")
        b.wait_for("document.querySelectorAll('.row').length < 8")
        b.click("#clear-filters")
        b.wait_for("document.querySelectorAll('.row').length === 8")
        self.current(b)
        b.keys("c")
        self.wait_decided(b, 1)
        b.click("input[name=decided][value=undecided]")
        b.wait_for("document.querySelectorAll('.row').length === 7")
        b.click("input[name=decided][value=unsure]")
        b.wait_for("document.querySelectorAll('.row').length === 0")
        self.assertIn("No flag fits", b.run(
            "return document.getElementById('inspector').textContent"))

    def test_a_long_list_has_few_rows_on_the_page(self):
        b = self.open("3000x20")
        b.click("#all-flags")
        b.wait_for("document.querySelectorAll('.row:not(.empty)').length")
        self.assertLess(b.count(".row"), 60)
        b.run("document.getElementById('flag-list').scrollTop = 1e7")
        b.wait_for("document.querySelector("
                   "'.row[aria-posinset=\"3000\"]:not(.empty)')")
        self.assertLess(b.count(".row"), 60)

    # Blind, several reviewers

    def test_blind_review_hides_the_names_of_outlets(self):
        b = self.open("ferry")
        self.current(b)
        self.assertIn("Fenmark Courier", b.run(
            "return document.body.textContent"))
        b.keys("b")
        b.wait_for("document.querySelector('.outlet')?.textContent"
                   ".startsWith('Outlet ')")
        self.current(b)
        for name in ("Fenmark Courier", "Quillhaven Wire"):
            self.assertNotIn(name, b.run("return document.body.textContent"))
        b.run("location.reload()")
        b.wait_for(READY)
        self.current(b)
        self.assertNotIn("Fenmark Courier", b.run(
            "return document.body.textContent"))

    def test_two_reviewers_at_once(self):
        self.program = self.review("ferry", arguments=("--hide-verdicts",))
        browsers = []
        for name in ("Mara", "Jo"):
            b = self.browser()
            b.open(self.program.url)
            b.wait_for("document.querySelector('dialog #name')")
            b.keys(name + ENTER)
            b.wait_for(READY)
            browsers.append(b)
        mara, jo = browsers
        flag = self.current(mara)
        mara.keys("c")
        self.wait_decided(mara, 1)
        jo.run("location.reload()")
        jo.wait_for(READY)
        self.assertEqual(self.current(jo), flag)
        self.assertNotIn("Mara", jo.run(
            "return document.getElementById('view-review').textContent"))
        self.assertIn("once you have decided", jo.run(
            "return document.getElementById('inspector').textContent"))
        jo.keys("d1")
        self.wait_decided(jo, 1)
        jo.wait_for(f"document.querySelectorAll('#row-{flag} .seal')"
                    f".length === 2")
        self.assertEqual(self.verdict(flag, "Jo")["verdict"], "dismissed")
        self.assertEqual(self.verdict(flag, "Mara")["verdict"], "confirmed")

    def test_what_others_decide_appears_without_a_reload(self):
        b = self.open("ferry")
        flag = self.current(b)
        self.decide("Mara", flag, "confirmed")
        b.wait_for(f"document.querySelector('#row-{flag} .seal.other')")
        b.wait_for("document.getElementById('deciding').textContent"
                   ".includes('Mara')")

    def test_the_name_is_asked_once(self):
        self.program = self.review("ferry", arguments=())
        b = self.browser()
        b.open(self.program.url)
        b.wait_for("document.querySelector('dialog #name')")
        b.keys(ENTER)
        self.assertEqual(b.count("dialog[open]"), 1)
        b.keys("Ада" + ENTER)
        b.wait_for(READY)
        b.open(self.program.base + "/")
        b.wait_for(READY)
        self.assertEqual(b.count("dialog[open]"), 0)
        self.current(b)
        b.keys("c")
        self.wait_decided(b, 1)
        self.assertEqual(
            self.program.get("/api/case")["reviewers"], ["Ада"])

    def test_without_the_token_the_page_says_so(self):
        self.program = self.review("ferry")
        b = self.browser()
        b.open(self.program.base + "/")
        b.wait_for("document.body.dataset.ready === 'failed'")
        self.assertIn("token", b.run(
            "return document.getElementById('view-message').textContent"))

    def decide(self, reviewer, flag, verdict, reason=""):
        self.program.post("/api/decide", {
            "reviewer": reviewer, "decisions": [
                {"flag": flag, "verdict": verdict, "reason": reason}]})

    def test_two_reviewers_see_their_kappa_and_settle(self):
        b = self.open("ferry")
        for flag in range(1, 9):
            self.decide("Ines", flag, "confirmed" if flag % 2 else "unsure")
            self.decide("Jo", flag, "confirmed" if flag != 2 else "dismissed",
                        "" if flag != 2 else "trivial")
        b.open(self.program.base + "/#/agreement")
        b.wait_for("document.querySelector('.agreement-page table')")
        text = b.run("return document.querySelector('.agreement-page')"
                     ".textContent")
        self.assertIn("Cohen's kappa", text)
        self.assertIn("Measured precision", text)
        self.assertEqual(b.count(".disagreements li"), 4)
        b.click(".disagreements a[href='#/flag/2']")
        self.assertEqual(self.current(b), 2)
        b.click("#settle")
        b.wait_for("document.querySelector('dialog #settle-verdict')")
        b.click("dialog .primary")
        b.wait_for("document.querySelector('#unsettle')")
        self.assertEqual(
            self.program.get("/api/flag?flag=2")["settled"]["verdict"],
            "confirmed")
        b.click("#unsettle")
        b.wait_for("document.querySelector('#settle')")

    def test_three_reviewers_see_their_alpha(self):
        b = self.open("ferry")
        for name in ("Ines", "Jo", "Mara"):
            for flag in range(1, 9):
                self.decide(name, flag, "unsure" if flag == 3 else "confirmed")
        b.open(self.program.base + "/#/agreement")
        b.wait_for("document.querySelector('.agreement-page table')")
        text = b.run("return document.querySelector('.agreement-page')"
                     ".textContent")
        self.assertIn("Krippendorff's alpha", text)
        self.assertIn("1.00", text)
        self.assertIn("No disagreement is open", text)

    # Export

    def test_an_export_is_saved_as_a_file(self):
        b = self.open("ferry")
        folder = self.folder / "downloads"
        folder.mkdir()
        b.download_to(folder)
        self.current(b)
        b.keys("c")
        self.wait_decided(b, 1)
        b.click("#export-button")
        forms = [form["form"] for form in
                 self.program.get("/api/case")["exports"]]
        self.assertIn("json", forms)
        for number, form in enumerate(forms, 1):
            b.click(f"[data-form='{form}']")
            deadline = time.monotonic() + 20
            while time.monotonic() < deadline and (
                    len(list(folder.iterdir())) < number or
                    list(folder.glob("*.crdownload"))):
                time.sleep(0.05)
            self.assertEqual(len(list(folder.iterdir())), number, form)
        case = json.loads((folder / "case.json").read_text())
        self.assertEqual(len(case["verdicts"]), 1)

    # Add a flag

    def test_a_flag_is_added_on_text_selected_on_both_sides(self):
        b = self.open("ferry")
        self.current(b)
        quotes = {}
        for side in ("left", "right"):
            quotes[side] = b.run("""
                const p = document.querySelectorAll(
                    `#pane-${arguments[0]} .sheet p:not(.byline)`)[1];
                const walker = document.createTreeWalker(
                    p, NodeFilter.SHOW_TEXT);
                const node = walker.nextNode();
                const range = document.createRange();
                range.setStart(node, 0);
                range.setEnd(node, 8);
                getSelection().removeAllRanges();
                getSelection().addRange(range);
                return new Promise((done) => setTimeout(
                    () => done(String(getSelection()).trim()), 50));""", side)
        b.keys("a")
        b.wait_for("document.querySelector('dialog #new-kind')")
        b.run("document.getElementById('new-kind').value = 'agency'")
        b.click("dialog .primary")
        b.wait_for("location.hash === '#/flag/9'")
        added = self.program.get("/api/flag?flag=9")
        for side in ("left", "right"):
            self.assertEqual(added[side]["quote"], quotes[side])
        self.assertEqual(added["kind"], "agency")
        self.assertEqual(added["added_by"]["reviewer"], "Ines")
        self.assertEqual(self.verdict(9)["verdict"], "confirmed")

    # Hostile and unusual text

    def test_hostile_text_stays_text(self):
        b = self.open("hostile")
        for flag in (1, 2):
            b.open(self.program.base + f"/#/flag/{flag}")
            b.wait_for(READY)
            self.assertEqual(self.current(b), flag)
            b.keys("oo")
        b.keys("o")
        b.wait_for("document.querySelectorAll('.source').length === 2")
        self.assertEqual(b.count("script"), 1)
        self.assertEqual(b.count("main :is(img, iframe, object, style, a[href^="
                                 "javascript])"), 0)
        self.assertNotIn("owned", b.run("return document.title"))
        self.assertEqual(b.count("[onload], [onerror]"), 0)
        # What would turn or hide text is shown by its code.
        codes = b.run("return [...document.querySelectorAll('#pane-left "
                      ".sheet .ctl')].map((e) => e.textContent)")
        for code in ("U+202E", "U+202C", "U+001B", "U+200F", "U+2028",
                     "U+E0041"):
            self.assertIn(code, codes)
        b.open(self.program.base + "/#/pairs")
        b.wait_for("document.querySelector('.pair')")
        self.assertNotIn("owned", b.run("return document.title"))
        self.assertEqual(b.console(), [])

    def test_a_selection_over_hidden_characters_gives_the_right_bytes(self):
        b = self.open("hostile")
        self.current(b)
        b.run("""
            const p = [...document.querySelectorAll("#pane-left .sheet p")]
                .find((e) => e.textContent.includes("Кириллица"));
            getSelection().selectAllChildren(p);""")
        b.run("return new Promise((done) => setTimeout(done, 50))")
        b.keys("a")
        b.wait_for("document.querySelector('dialog #new-kind')")
        b.click("dialog .primary")
        b.wait_for("location.hash === '#/flag/3'")
        self.assertEqual(
            self.program.get("/api/flag?flag=3")["left"]["quote"],
            "Кириллица: сообщается о 10 лодках — «всё спокойно».")

    def test_text_from_right_to_left_is_set_so(self):
        b = self.open("hostile")
        self.current(b)
        self.assertEqual(b.run("""
            return getComputedStyle(document.querySelector(
                "#pane-right .sheet p")).direction"""), "rtl")

    def test_an_empty_case_and_one_without_flags(self):
        case = str(self.folder / "empty.db")
        make_case(case)
        self.program = ReviewProgram(self.folder, case=case,
                                     arguments=("--reviewer", "Ines"))
        self.addCleanup(self.program.stop)
        b = self.browser()
        b.open(self.program.url)
        b.wait_for(READY)
        self.assertIn("no comparison", b.run(
            "return document.getElementById('view-pairs').textContent"))
        self.assertEqual(b.console(), [])
        b = self.open("unrelated")
        b.wait_for("document.querySelector('#pane-left .sheet p')")
        self.assertIn("No flags here", b.run(
            "return document.getElementById('inspector').textContent"))

    def test_a_long_report_is_read(self):
        b = self.open("long:200000")
        self.current(b)
        b.wait_for("document.querySelectorAll('#pane-left .s').length > 1900")

    def test_offsets_are_counted_as_the_program_does(self):
        b = self.open("ferry")
        for string in ("plain", "Кириллица", "a👩‍👩‍👧b", "é\u2028\U000E0041z",
                       ""):
            units = string.encode("utf-16-le")
            expected = [len(units[:2 * i].decode("utf-16-le", "ignore")
                            .encode()) for i in range(len(units) // 2 + 1)]
            got = b.run("""
                const [string] = arguments;
                return import("/assets/offsets.js").then(({Offsets}) => {
                  const offsets = new Offsets(string);
                  return Array.from({length: string.length + 1},
                                    (_, i) => offsets.toBytes(i));
                });""", string)
            self.assertEqual(got, expected, string)

    # Access

    def test_the_keyboard_alone_is_enough(self):
        self.program = self.review("60x3", arguments=())
        b = self.browser()
        b.open(self.program.url)
        b.wait_for("document.querySelector('dialog #name')")
        b.keys("Ines" + ENTER)
        b.wait_for(READY)
        for _ in range(30):
            b.keys(TAB)
            if b.run("return document.activeElement.id") == "all-flags":
                break
        b.keys(ENTER)
        first = self.current(b)
        b.keys("?")
        b.wait_for("document.querySelector('dialog .keys-table')")
        b.keys(ESCAPE)
        b.wait_for("!document.querySelector('dialog')")
        b.keys("jd2")
        self.wait_decided(b, 1)
        self.assertIsNone(self.verdict(first))
        b.keys("g")
        b.wait_for(f"location.hash.endsWith('/{first}')")

    def test_landmarks_and_labels(self):
        b = self.open("ferry")
        self.current(b)
        for selector in ("header", "main", "nav[aria-label]",
                         "aside[aria-label]", "article[aria-label]",
                         "[role=listbox][aria-label]", "[role=status]"):
            self.assertGreater(b.count(selector), 0, selector)
        unnamed = b.run("""
            return [...document.querySelectorAll(
                "button, input, select, textarea, a, progress")]
                .filter((e) => e.getClientRects().length > 0)
                .filter((e) => !(e.getAttribute("aria-label") || e.title ||
                    e.textContent.trim() || e.labels?.length ||
                    e.getAttribute("aria-labelledby")))
                .map((e) => e.outerHTML.slice(0, 80));""")
        self.assertEqual(unnamed, [])

    def test_without_javascript_the_page_says_so(self):
        self.program = self.review("ferry")
        b = self.browser(script=False)
        b.open(self.program.base + "/")
        self.assertTrue(b.shown(".no-script"))

    def test_a_narrow_phone_shows_one_thing_at_a_time(self):
        b = self.open("ferry", "60x3", width=390, height=844, phone=True)
        self.assertEqual(
            b.run("return document.documentElement.scrollWidth"), 390)
        b.open(self.program.base + "/#/flag/1")
        b.wait_for(READY)
        self.current(b)
        self.assertEqual(
            b.run("return document.documentElement.scrollWidth"), 390)
        self.assertTrue(b.shown("#pane-left") != b.shown("#pane-right"))
        b.click("#tab-right")
        self.assertTrue(b.shown("#pane-right"))
        b.click("#tab-list")
        self.assertTrue(b.shown("#rail"))
        b.click("#row-2")
        b.wait_for("location.hash === '#/flag/2'")
        self.current(b)
        b.click("#decide-confirmed")
        self.wait_decided(b, 1)


if __name__ == "__main__":
    harness.main()
