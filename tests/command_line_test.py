"""Help, version, man page, completion, exit statuses, output files."""

import os
import shutil
import subprocess
import sys
import unittest

import harness

COMMANDS = ["compare", "extract", "annotate", "align", "similarity",
            "contrast", "events", "evaluate", "generate", "help"]


class HelpTest(harness.ProgramTest):

    def test_every_command_has_help_with_an_example(self):
        for command in COMMANDS:
            with self.subTest(command=command):
                text = self.run_well(command, "--help").output
                self.assertIn("Examples:\n  ", text)
                self.assertIn(f"rashomon {command}", text)
                self.assertEqual(
                    self.run_well("help", command).output, text)

    def test_the_program_lists_every_command(self):
        text = self.run_well("--help").output
        for command in COMMANDS:
            self.assertIn(f"\n  {command} ", text)

    def test_version(self):
        self.assertRegex(self.run_well("--version").output,
                         r"^rashomon \d+\.\d+\.\d+\n$")

    def test_no_arguments_and_mistypes_are_errors_that_help(self):
        self.assert_refused(self.run_program(), "--help")
        self.assert_refused(self.run_program("comprae", "a", "b"),
                            "comprae", "compare")
        self.assert_refused(self.run_program("compare", "--fromat=json", "a",
                                             "b"), "--fromat", "--format")
        self.assert_refused(self.run_program("compare", "--format=pdf", "a",
                                             "b"), "--format=pdf", "html")

    def flags_of(self, command):
        text = self.run_well(command, "--help").output
        return {word.rstrip(",") for line in text.splitlines()
                if line.startswith("  -") for word in line.split()
                if word.startswith("--")}

    def test_the_man_page_has_every_flag_of_every_command(self):
        page = self.run_well("generate", "man").output.replace("\\-", "-")
        for command in COMMANDS:
            self.assertIn(f".SS rashomon {command}", page)
            for flag in self.flags_of(command):
                self.assertIn(flag, page)

    def test_the_man_page_is_good_roff(self):
        if shutil.which("man") is None:
            raise unittest.SkipTest("man is not installed")
        self.write("rashomon.1", self.run_well("generate", "man").output)
        done = subprocess.run(
            ["man", "--warnings", "-E", "UTF-8", "-l", "rashomon.1"],
            cwd=self.folder, capture_output=True, check=True,
            env={**os.environ, "MANPAGER": "cat", "LC_ALL": "C.UTF-8"})
        self.assertEqual(done.stderr.decode(), "")
        self.assertIn("compare", done.stdout.decode())

    def test_every_shell_gets_every_command_and_flag(self):
        for shell in ("bash", "zsh", "fish"):
            script = self.run_well("generate", shell).output
            for command in COMMANDS:
                with self.subTest(shell=shell, command=command):
                    self.assertIn(command, script)
                    for flag in self.flags_of(command):
                        self.assertIn(flag.strip("-"), script)

    def complete(self, *words):
        """What bash offers for the last of the words."""
        self.write("c.bash", self.run_well("generate", "bash").output)
        quoted = " ".join(f"'{word}'" for word in words)
        script = (f"source c.bash; COMP_WORDS=({quoted}); "
                  "COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _rashomon; "
                  'printf "%s\\n" "${COMPREPLY[@]}"')
        done = subprocess.run(["bash", "-c", script], cwd=self.folder,
                              capture_output=True, check=True)
        return done.stdout.decode().split()

    def test_bash_completes_commands_flags_values_and_files(self):
        self.assertEqual(self.complete("rashomon", "comp"), ["compare"])
        self.assertEqual(self.complete("rashomon", "compare", "--left-o"),
                         ["--left-outlet"])
        self.assertEqual(
            self.complete("rashomon", "compare", "--format", "h"), ["html"])
        self.assertEqual(
            self.complete("rashomon", "compare", "--format", "=", "j"),
            ["json"])
        self.write("one.txt", "x")
        self.assertEqual(self.complete("rashomon", "compare", "one"),
                         ["one.txt"])
        self.assertEqual(self.complete("rashomon", "generate", "z"), ["zsh"])

    def test_zsh_and_fish_accept_their_scripts(self):
        for shell, check in (("zsh", "-n"), ("fish", "--no-execute")):
            if shutil.which(shell) is None:
                continue
            self.write("script", self.run_well("generate", shell).output)
            done = subprocess.run([shell, check, "script"], cwd=self.folder,
                                  capture_output=True, check=False)
            self.assertEqual(done.returncode, 0, done.stderr)


class OutputTest(harness.ProgramTest):

    def setUp(self):
        super().setUp()
        self.write("a.json", '{"title": "A", "text": "The bridge closed."}')

    def test_a_file_appears_whole_with_usual_permissions(self):
        self.run_well("extract", "-o", "out.jsonl", "a.json")
        self.assertEqual(self.files(), ["a.json", "out.jsonl"])
        self.assertEqual((self.folder / "out.jsonl").read_text(),
                         self.run_well("extract", "a.json").output)
        mask = os.umask(0)
        os.umask(mask)
        mode = (self.folder / "out.jsonl").stat().st_mode & 0o777
        self.assertEqual(mode, 0o666 & ~mask)

    def test_a_folder_that_is_not_there_is_named(self):
        self.assert_refused(
            self.run_program("extract", "-o", "absent/out", "a.json"),
            "absent/out")

    def test_a_full_disk_is_an_error(self):
        if not os.path.exists("/dev/full"):
            raise unittest.SkipTest("no /dev/full")
        for arguments in (("extract", "a.json"), ("--help",)):
            with open("/dev/full", "wb") as full:
                done = subprocess.run(
                    [harness.PROGRAM, *arguments], cwd=self.folder,
                    stdout=full, stderr=subprocess.PIPE, check=False,
                    env=self.environment())
            with self.subTest(arguments=arguments):
                self.assertEqual(done.returncode, 2)
                self.assertIn(b"standard output", done.stderr)

    def test_a_reader_that_has_enough_ends_it_without_a_word(self):
        self.write("many.jsonl",
                   '{"title": "A", "text": "The bridge closed."}\n' * 5000)
        done = subprocess.run(
            ["bash", "-c",
             f"'{harness.PROGRAM}' extract -q many.jsonl | head -1"],
            cwd=self.folder, capture_output=True, check=False,
            env=self.environment())
        self.assertEqual(len(done.stdout.splitlines()), 1)
        self.assertEqual(done.stderr, b"")


class ConfigurationTest(harness.ProgramTest):

    # The header of the shipped table; the README of corpus/ documents it.
    COLUMNS = ["id", "name", "aliases", "domains", "country", "owner",
               "owner_family", "funding", "source"]

    def outlets(self, **row):
        return "".join("\t".join(line) + "\n" for line in (
            self.COLUMNS, [row.get(column, "") for column in self.COLUMNS]))

    def setUp(self):
        super().setUp()
        self.write("sarenpost_2026-03-07.txt",
                   "The bridge closes\n\nThe bridge will close on Monday. It "
                   "is old, the council said.\n")

    def outlet_of_the_article(self, *flags):
        line = self.run_json(
            "extract", *flags, "sarenpost_2026-03-07.txt",
            environment={"XDG_CONFIG_HOME": str(self.folder / "config")})
        self.assertEqual(line["published"], "2026-03-07")
        return line["outlet"]

    def test_outlets_of_the_configuration_folder_are_known(self):
        self.write("config/rashomon/outlets.tsv",
                   self.outlets(id="sarenpost", name="The Saren Post"))
        self.assertEqual(self.outlet_of_the_article(), "The Saren Post")

    def test_outlets_of_a_flag_win_over_those_of_the_folder(self):
        self.write("config/rashomon/outlets.tsv",
                   self.outlets(id="sarenpost", name="The Saren Post"))
        self.write("own.tsv", self.outlets(id="sarenpost", name="Saren P."))
        self.assertEqual(self.outlet_of_the_article("--outlets", "own.tsv"),
                         "Saren P.")


if __name__ == "__main__":
    sys.exit(harness.main())
