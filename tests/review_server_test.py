"""rashomon review over bare HTTP: what it gives, and what it refuses."""

import json
import signal
import socket
import subprocess
import threading
import time

import harness
from review_program import ReviewProgram

DECISION = {"reviewer": "Ines",
            "decisions": [{"flag": 1, "verdict": "confirmed"}]}


class ReviewServerTest(harness.ProgramTest):

    def review(self, *what, arguments=()):
        program = ReviewProgram(self.folder, *(what or ("ferry",)),
                                arguments=arguments)
        self.addCleanup(program.stop)
        return program

    def test_it_prints_a_loopback_address_with_a_token(self):
        review = self.review()
        self.assertRegex(review.url,
                         r"^http://127\.0\.0\.1:\d+/#token=[0-9a-f]{32}$")

    def test_it_is_not_reachable_from_other_addresses(self):
        review = self.review()
        with socket.socket() as probe:
            probe.settimeout(2)
            self.assertNotEqual(
                probe.connect_ex(("127.0.0.2", review.port)), 0)

    def test_it_ends_at_once_on_signals_with_status_0(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            review = self.review()
            with socket.create_connection(("127.0.0.1", review.port)):
                begun = time.monotonic()
                self.assertEqual(review.stop(number), 0)
                self.assertLess(time.monotonic() - begun, 3)

    def test_every_answer_carries_the_safety_headers(self):
        review = self.review()
        for path in ("/", "/assets/main.js", "/api/case", "/nothing"):
            _, headers, _ = review.ask(path)
            policy = headers["Content-Security-Policy"]
            for part in ("default-src 'none'", "script-src 'self'",
                         "style-src 'self'", "connect-src 'self'",
                         "img-src 'self'", "frame-ancestors 'none'",
                         "base-uri 'none'", "form-action 'none'"):
                self.assertIn(part, policy, path)
            self.assertNotIn("unsafe", policy)
            self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
            self.assertEqual(headers["Referrer-Policy"], "no-referrer")
            self.assertIsNone(headers["Access-Control-Allow-Origin"])

    def test_the_page_has_no_inline_script_or_style(self):
        review = self.review()
        page = review.ask("/", headers={"X-Rashomon-Token": ""})[2].decode()
        self.assertEqual(page.count("<script"), 1)
        self.assertIn('<script type="module" src="/assets/main.js">', page)
        self.assertNotIn("<style", page)
        self.assertNotRegex(page, r"\s(style|on[a-z]+)=")
        self.assertNotIn("http://", page)
        self.assertNotIn("https://", page)

    def test_reading_and_writing_need_the_token(self):
        review = self.review()
        for token in ("", "0" * 32, review.token[:-1]):
            headers = {"X-Rashomon-Token": token}
            self.assertEqual(review.ask("/api/case", headers=headers)[0], 401)
            self.assertEqual(
                review.ask("/api/decide", DECISION, headers)[0], 401)
        self.assertEqual(review.get("/api/pairs?reviewer=Ines")["decided"], 0)

    def test_other_hosts_and_origins_are_refused(self):
        review = self.review()
        self.assertEqual(
            review.ask("/", headers={"Host": "evil.example"})[0], 421)
        for origin in ("http://evil.example", "null", ""):
            self.assertEqual(review.ask("/api/decide", DECISION,
                                        {"Origin": origin})[0], 403)
        self.assertEqual(review.get("/api/pairs?reviewer=Ines")["decided"], 0)

    def test_no_path_of_the_disk_is_reachable(self):
        review = self.review()
        for path in ("/../../../../etc/passwd", "/assets/../case.db",
                     "/%2e%2e/%2e%2e/etc/passwd", "/case.db", "//etc/passwd",
                     "/assets/%00main.js", "/assets/"):
            with socket.create_connection(("127.0.0.1", review.port)) as raw:
                raw.sendall(f"GET {path} HTTP/1.1\r\n"
                            f"Host: 127.0.0.1:{review.port}\r\n"
                            f"Connection: close\r\n\r\n".encode())
                answer = b""
                while part := raw.recv(4096):
                    answer += part
            self.assertRegex(answer.split(b"\r\n")[0], rb" 40[04] ", path)
            self.assertNotIn(b"root:", answer)
            self.assertNotIn(b"SQLite", answer)

    def test_errors_are_json_that_says_what_is_wrong(self):
        review = self.review()
        for path, body, status in (
                ("/api/flag?flag=777", None, 404),
                ("/api/list?kinds=gossip", None, 400),
                ("/api/decide", {"reviewer": "Ines"}, 400),
                ("/api/decide", {"reviewer": "", **{
                    "decisions": DECISION["decisions"]}}, 400)):
            got, headers, answer = review.ask(path, body)
            self.assertEqual(got, status, answer)
            self.assertEqual(headers["Content-Type"], "application/json")
            self.assertGreater(len(json.loads(answer)["error"]), 10)

    def test_a_remote_host_needs_its_flag_and_warns(self):
        self.write("case.db", b"")
        refused = self.run_program("review", "--host", "0.0.0.0", "case.db")
        self.assert_refused(refused, "--allow-remote")
        review = self.review(arguments=("--host", "0.0.0.0", "--allow-remote"))
        self.assertEqual(review.stop(), 0)
        self.assertIn("warning", review.errors)
        self.assertIn(review.token, review.errors)

    def test_a_port_in_use_and_a_missing_case_are_said(self):
        review = self.review()
        taken = self.run_program("review", "--no-browser", "--port",
                                 str(review.port), "case.db")
        self.assert_refused(taken, "--port")
        self.assert_refused(
            self.run_program("review", "--no-browser", "absent.db"),
            "absent.db")

    def test_two_programs_review_one_case(self):
        first = self.review()
        second = ReviewProgram(self.folder, case=first.case)
        self.addCleanup(second.stop)
        first.post("/api/decide", DECISION)
        second.post("/api/decide", {**DECISION, "reviewer": "Jo"})
        for review in (first, second):
            names = {verdict["reviewer"] for verdict in
                     review.get("/api/flag?flag=1")["verdicts"]}
            self.assertEqual(names, {"Ines", "Jo"})

    def test_many_writers_lose_no_verdict(self):
        review = self.review("240x4")
        failed = []

        def decide(number):
            for i in range(20):
                status, _, answer = review.ask("/api/decide", {
                    "reviewer": f"Reviewer {number}",
                    "decisions": [{"flag": number * 20 + i + 1,
                                   "verdict": "confirmed"}]})
                if status != 200:
                    failed.append(answer)

        threads = [threading.Thread(target=decide, args=(number,))
                   for number in range(12)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(failed, [])
        self.assertEqual(review.stop(), 0)
        info = self.run_well("case", "info", "case.db").output
        self.assertIn("240 decided", info)

    def test_the_browser_gets_the_address_as_one_argument(self):
        opened = self.folder / "opened"
        fake = self.folder / "bin" / "xdg-open"
        fake.parent.mkdir()
        fake.write_text(f'#!/bin/sh\nprintf "%s|" "$@" > {opened}\n')
        fake.chmod(0o755)
        ReviewProgram(self.folder, "ferry").stop()
        program = subprocess.Popen(
            [harness.PROGRAM, "review", "case.db"], cwd=self.folder,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={"PATH": f"{fake.parent}:/usr/bin:/bin"})
        self.addCleanup(program.communicate)
        self.addCleanup(program.terminate)
        url = program.stdout.readline().strip()
        for _ in range(200):
            if opened.exists() and opened.read_text():
                break
            time.sleep(0.02)
        self.assertEqual(opened.read_text(), url + "|")


if __name__ == "__main__":
    harness.main()
