"""The order of the packages: each includes only those above it.

Reads the sources of the project, not a copy, so it is never cached.
"""

import pathlib
import re
import sys
import unittest

import harness

ROOT = pathlib.Path(__file__).resolve().parent.parent

# From the first to the last; a package includes only those above it. Two in
# one row do not include each other.
ORDER = [
    ["engine/base"],
    ["engine/text"],
    ["corpus"],
    ["engine/lexicon"],
    ["engine/claims"],
    ["engine/embed"],
    ["engine/search"],
    ["engine/align", "engine/events"],
    ["engine/contrast"],
    ["engine/story"],
    ["engine/compare"],
    ["engine/profile"],
    ["benchmarks"],
    ["tools/report"],
    ["tools/fit"],
    ["tools/evaluate"],
    ["tools/train", "tools/review"],
    ["tools/cli"],
    ["tests"],
]
RANK = {package: rank for rank, row in enumerate(ORDER) for package in row}
SOURCE_SUFFIXES = {".h", ".cc"}
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.MULTILINE)
# A type that a header defines in the project's namespace, not within another.
TYPE = re.compile(r"^(?:class|struct|enum class) (\w+)[^;{]*\{", re.MULTILINE)
LABEL = re.compile(r'"//([a-z_/]+)(?::[^"]*)?"')


def package_of(path):
    """The package of the table that a path from the root stands in."""
    parts = pathlib.PurePosixPath(path).parts
    for length in (2, 1):
        package = "/".join(parts[:length])
        if package in RANK:
            return package
    return None


def sources():
    for folder in ("engine", "corpus", "tools", "benchmarks", "tests"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in SOURCE_SUFFIXES and path.is_file():
                yield path.relative_to(ROOT).as_posix()


def includes_of(source):
    text = (ROOT / source).read_text(encoding="utf-8")
    return [name for name in INCLUDE.findall(text) if package_of(name)]


def build_file_of(source):
    folder = (ROOT / source).parent
    while not (folder / "BUILD.bazel").exists():
        folder = folder.parent
    return folder / "BUILD.bazel"


class LayersTest(unittest.TestCase):

    maxDiff = None

    def test_there_are_sources_to_look_at(self):
        self.assertGreater(len(list(sources())), 50)

    def test_every_source_stands_in_a_known_package(self):
        unknown = [s for s in sources() if package_of(s) is None]
        self.assertEqual(unknown, [])

    def test_a_package_includes_only_those_above_it(self):
        wrong = []
        for source in sources():
            own = package_of(source)
            for name in includes_of(source):
                other = package_of(name)
                # Benchmarks and tests stand beside the code, and are no layer.
                if other == own or source.endswith(("_benchmark.cc", "_test.cc")):
                    continue
                if RANK[other] >= RANK[own]:
                    wrong.append(f"{source} includes {name}")
        self.assertEqual(wrong, [])

    def test_the_engine_and_the_corpus_never_include_tools(self):
        wrong = [f"{source} includes {name}"
                 for source in sources()
                 if source.startswith(("engine/", "corpus/"))
                 for name in includes_of(source)
                 if name.startswith("tools/")]
        self.assertEqual(wrong, [])

    def test_no_two_headers_define_one_type(self):
        """All share a namespace: the linker would take either for both."""
        headers = {}
        for source in sources():
            if source.endswith(".h"):
                text = (ROOT / source).read_text(encoding="utf-8")
                for name in TYPE.findall(text):
                    headers.setdefault(name, []).append(source)
        self.assertIn("Statement", headers)
        self.assertEqual(
            {name: where for name, where in headers.items()
             if len(where) > 1}, {})

    def test_included_packages_are_declared(self):
        """Libraries under /usr hide a missing dependency; this does not."""
        wrong = []
        for source in sources():
            build = build_file_of(source)
            own_folder = build.parent.relative_to(ROOT).as_posix()
            declared = set(LABEL.findall(build.read_text(encoding="utf-8")))
            for name in includes_of(source):
                folder = str(pathlib.PurePosixPath(name).parent)
                if folder == own_folder:
                    continue
                if folder not in declared:
                    wrong.append(f"{source} includes {name}, and {own_folder}"
                                 "/BUILD.bazel names nothing there")
        self.assertEqual(wrong, [])


if __name__ == "__main__":
    sys.exit(harness.main())
