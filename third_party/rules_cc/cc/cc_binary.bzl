load(":defs.bzl", _r = "cc_binary")

cc_binary = _r
