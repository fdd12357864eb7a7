load(":defs.bzl", _r = "cc_test")

cc_test = _r
