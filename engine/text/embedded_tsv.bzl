"""Word lists compiled in: a TSV file becomes a function that returns its text."""

load("@rules_cc//cc:defs.bzl", "cc_library")

def embedded_tsv(name, src, function):
    """A library with header NAME.h that declares

        namespace rashomon { std::string_view FUNCTION(); }

    Args:
      name: of the library; its header is NAME.h in the folder of the BUILD file.
      src: the TSV file: '#' comment lines, a header line, rows.
      function: name of the C++ function that returns the file's text.
    """
    declare = "std::string_view %s()" % function
    native.genrule(
        name = name + "_source",
        srcs = [src],
        outs = [name + ".h", name + ".cc"],
        cmd = "\n".join([
            "h=$(location %s.h); c=$(location %s.cc)" % (name, name),
            "{ echo '#pragma once'; echo '#include <string_view>';",
            "echo 'namespace rashomon {'; echo '%s;'; echo '}'; } > $$h" % declare,
            "{ echo '#include \"%s/%s.h\"';" % (native.package_name(), name),
            "echo 'namespace rashomon {';",
            "echo '%s { return R\"TSVTSV('\"$$(cat $<)\"; } > $$c" % declare,
            "printf '\\n)TSVTSV\"; }\\n}  // namespace rashomon\\n' >> $$c",
        ]),
    )
    cc_library(
        name = name,
        srcs = [name + ".cc"],
        hdrs = [name + ".h"],
        visibility = ["//%s:__pkg__" % native.package_name()],
    )
