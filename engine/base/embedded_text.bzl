"""A data file compiled into the program as one string."""

load("@rules_cc//cc:defs.bzl", "cc_library")

def embedded_text(name, src, function):
    """Makes a cc_library whose header `name`.h declares

        std::string_view rashomon::FUNCTION();

    which returns the bytes of `src`.

    Args:
      name: of the target, the header and the source.
      src: the file; may not hold the sequence )RASHOMON".
      function: the C++ function's name.
    """
    guard = "RASHOMON_EMBEDDED_" + name.upper() + "_H_"
    native.genrule(
        name = name + "_gen",
        srcs = [src],
        outs = [name + ".h", name + ".cc"],
        cmd = """
{ echo '#ifndef %s'; echo '#define %s'; echo '#include <string_view>';
  echo 'namespace rashomon { std::string_view %s(); }';
  echo '#endif'; } > $(RULEDIR)/%s.h
{ echo '#include "%s/%s.h"'; echo 'namespace rashomon {';
  echo 'std::string_view %s() {';
  printf 'static constexpr std::string_view kText = R"RASHOMON('; cat $<;
  echo ')RASHOMON";'; echo 'return kText; }'; echo '}'; } > $(RULEDIR)/%s.cc
""" % (guard, guard, function, name, native.package_name(), name, function, name),
    )
    cc_library(
        name = name,
        srcs = [name + ".cc"],
        hdrs = [name + ".h"],
        visibility = ["//visibility:private"],
    )
