"""A test in Python that runs the real program."""

def program_test(name, size = "small", data = [], **kwargs):
    """Runs NAME.py, which uses harness.py.

    Args:
      name: the test's name; NAME.py is its source.
      size: as for every test.
      data: further files it reads.
      **kwargs: handed on to sh_test.
    """
    native.sh_test(
        name = name,
        size = size,
        srcs = ["run_python_test.sh"],
        args = [
            "$(location %s.py)" % name,
            "$(location //tools/cli:rashomon)",
            "$(location //corpus:samples/README.md)",
        ],
        data = data + [
            name + ".py",
            "harness.py",
            "//corpus:samples",
            "//corpus:samples/README.md",
            "//tools/cli:rashomon",
        ],
        **kwargs
    )
