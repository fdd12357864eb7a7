load(":defs.bzl", _r = "cc_library")

cc_library = _r
