"""Bad input: a clear error that names the file (and line), status 2, nothing
written; questionable input: a warning, then the best answer."""

import json
import os
import sys
import unittest

import harness

GOOD = ("The bridge closes\n\n2026-03-07\n\n"
        "The bridge over the Saren will close on Monday, the council said.\n\n"
        "Repairs will take six weeks and cost 3 million crowns.\n")


def article(**fields):
    return json.dumps({"title": "The bridge closes", "published": "2026-03-07",
                       "outlet": "Saren Post",
                       "text": "The bridge will close on Monday. "
                               "Repairs will take six weeks.", **fields})


class RefusedTest(harness.ProgramTest):
    """Each case goes through compare, on either side, and through extract."""

    def setUp(self):
        super().setUp()
        self.write("good.txt", GOOD)

    def assert_refused_everywhere(self, bad, *named):
        before = self.files()
        for arguments in (("compare", "good.txt", bad),
                          ("compare", bad, "good.txt"),
                          ("compare", "--format", "html", "-o", "out.html",
                           bad, "good.txt"),
                          ("extract", bad),
                          ("extract", "-o", "out.jsonl", bad),
                          ("annotate", bad)):
            with self.subTest(arguments=arguments):
                self.assert_refused(self.run_program(*arguments), *named)
        self.assertEqual(self.files(), before)

    def test_a_missing_file(self):
        self.assert_refused_everywhere("absent.txt", "absent.txt")

    def test_an_unreadable_file(self):
        if os.geteuid() == 0:
            raise unittest.SkipTest("root can read every file")
        self.write("secret.txt", GOOD)
        os.chmod(self.folder / "secret.txt", 0)
        self.assert_refused_everywhere("secret.txt", "secret.txt")

    def test_an_empty_file(self):
        self.assert_refused_everywhere(self.write("empty.txt", ""),
                                       "empty.txt")

    def test_a_file_of_white_space(self):
        self.assert_refused_everywhere(self.write("blank.txt", " \n\t\n"),
                                       "blank.txt")

    def test_an_empty_folder(self):
        (self.folder / "nothing").mkdir()
        self.assert_refused_everywhere("nothing", "nothing")

    def test_a_folder_without_articles(self):
        self.write("pictures/a.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
        self.assert_refused_everywhere("pictures", "pictures")

    def test_binary_data(self):
        self.assert_refused_everywhere(
            self.write("data.txt", bytes(range(256)) * 20), "data.txt")

    def test_an_image_with_the_name_of_a_text(self):
        self.assert_refused_everywhere(
            self.write("photo.txt", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" * 50),
            "photo.txt")

    def test_a_broken_line_of_jsonl_is_named_by_its_number(self):
        lines = [article(id="a"), article(id="b"), '{"title": "cut', ""]
        self.write("some.jsonl", "\n".join(lines))
        result = self.run_program("compare", "good.txt", "some.jsonl")
        self.assert_refused(result, "some.jsonl", "3")

    def test_broken_json(self):
        self.assert_refused_everywhere(
            self.write("one.json", '{"title": "a", "text": '), "one.json")

    def test_json_without_text(self):
        self.assert_refused_everywhere(
            self.write("none.json", '{"outlet": "Saren Post"}'), "none.json")

    def test_json_with_a_field_of_the_wrong_type(self):
        self.assert_refused_everywhere(
            self.write("type.json", '{"title": "a", "text": 7}'),
            "type.json", "text")

    def test_json_that_is_not_utf8(self):
        self.assert_refused_everywhere(
            self.write("bytes.json", b'{"title": "a", "text": "\xff\xfe b"}'),
            "bytes.json")

    def test_an_article_over_the_limit(self):
        self.write("long.txt", GOOD + "More of it was said. " * 200)
        for arguments in (("compare", "--max-bytes", "1K", "good.txt",
                           "long.txt"),
                          ("extract", "--max-bytes=1K", "long.txt"),
                          ("annotate", "--max-bytes=1K", "long.txt")):
            with self.subTest(arguments=arguments):
                self.assert_refused(self.run_program(*arguments), "long.txt",
                                    "1024")

    def test_standard_input_over_the_limit(self):
        result = self.run_program("extract", "--max-bytes=1K", "-",
                                  stdin=GOOD * 50)
        self.assert_refused(result, "1024")

    def test_an_endless_pipe_is_refused_in_bounded_memory(self):
        result = self.run_program("extract", "--max-bytes=1M", "/dev/zero")
        self.assert_refused(result, "/dev/zero")

    def test_a_web_address(self):
        self.assert_refused_everywhere("https://example.org/a.html",
                                       "https://example.org/a.html", "save")

    def test_a_damaged_word_list_and_outlet_file(self):
        self.write("hedges.tsv", "phrase\tcategory\tstrength\tlanguage\n"
                                 "maybe so\thedge\tstrong\ten\n")
        self.assert_refused(
            self.run_program("annotate", "--lexicon=hedges.tsv", "good.txt"),
            "hedges.tsv", "2")
        self.write("own.tsv", "nonsense\n")
        self.assert_refused(
            self.run_program("extract", "--outlets=own.tsv", "good.txt"),
            "own.tsv")

    def test_standard_input_on_both_sides(self):
        self.assert_refused(self.run_program("compare", "-", "-", stdin=GOOD),
                            "standard input")


class WarnedTest(harness.ProgramTest):
    """The answer comes all the same, with a warning."""

    def setUp(self):
        super().setUp()
        self.write("good.txt", GOOD)

    def assert_warned(self, left, right, *named):
        result = self.run_well("compare", "--format", "json", left, right)
        comparison = json.loads(result.output)
        told = result.errors + json.dumps(comparison["notes"])
        for name in named:
            self.assertIn(name, told)
        return comparison

    def test_the_same_file_on_both_sides(self):
        comparison = self.assert_warned("good.txt", "./good.txt", "same")
        self.assertEqual(comparison["divergences"], [])

    def test_no_date(self):
        self.write("undated.txt", GOOD.replace("2026-03-07\n\n", ""))
        self.assert_warned("good.txt", "undated.txt", "date")

    def test_different_languages(self):
        self.write("ru.txt", "Мост закроют в понедельник\n\n2026-03-07\n\n"
                             "Мост через Сарен закроют в понедельник, сообщил "
                             "городской совет.\n\nРемонт займет шесть недель "
                             "и обойдется в 3 миллиона крон.\n")
        self.assert_warned("good.txt", "ru.txt", "language")

    def test_a_third_language(self):
        self.write("fr.txt", "Le pont ferme\n\n2026-03-07\n\nLe pont sur la "
                             "Saren sera fermé dès lundi, a annoncé le "
                             "conseil.\n\nLes travaux dureront six semaines et "
                             "coûteront trois millions de couronnes.\n")
        self.assert_warned("good.txt", "fr.txt", "neither English nor Russian")

    def test_an_article_of_one_sentence(self):
        self.write("short.json", json.dumps({
            "published": "2026-03-07", "text": "The bridge will close."}))
        self.assert_warned("good.txt", "short.json", "sentence")

    def test_quiet_keeps_warnings_to_itself(self):
        result = self.run_well("compare", "--quiet", "--format=json",
                               "good.txt", "good.txt")
        self.assertEqual(result.errors, "")


class SkipBadTest(harness.ProgramTest):

    def test_bad_lines_are_passed_over_and_counted(self):
        self.write("some.jsonl", "\n".join(
            [article(id="a"), "{", article(id="b"), "[]", article(id="c")]))
        result = self.run_well("extract", "--skip-bad", "some.jsonl")
        ids = [json.loads(line)["id"] for line in result.output.splitlines()]
        self.assertEqual(ids, ["a", "b", "c"])
        self.assertIn("2", result.errors)

    def test_a_missing_file_among_others(self):
        self.write("good.txt", GOOD)
        result = self.run_well("extract", "--skip-bad", "absent.txt",
                               "good.txt")
        self.assertEqual(len(result.output.splitlines()), 1)
        self.assertIn("absent.txt", result.errors)


if __name__ == "__main__":
    sys.exit(harness.main())
