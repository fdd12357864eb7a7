"""A binary file as a part of the program."""

load("@rules_cc//cc:defs.bzl", "cc_library")

def embedded_binary(name, src, symbol):
    """A cc_library with the bytes of a file, mapped with the program.

    They lie between the C symbols SYMBOL_begin and SYMBOL_end, 64-byte
    aligned. The compiler does not report a file taken in by .incbin as a
    dependency: its checksum stands in the source, so that another file is
    another source.

    Args:
      name: of the library.
      src: the file's label.
      symbol: the prefix of the symbols.
    """
    native.genrule(
        name = name + "_source",
        srcs = [src],
        outs = [name + ".S"],
        cmd = "\n".join([
            "cat > $@ <<END",
            "// Checksum and size: $$(cksum < $(location {src}))",
            "        .section .rodata",
            "        .global {symbol}_begin",
            "        .global {symbol}_end",
            "        .balign 64",
            "{symbol}_begin:",
            "        .incbin \"$(location {src})\"",
            "{symbol}_end:",
            "        .byte 0",
            "        .section .note.GNU-stack, \"\", @progbits",
            "END",
        ]).format(src = src, symbol = symbol),
        visibility = ["//visibility:private"],
    )
    cc_library(
        name = name,
        srcs = [":" + name + "_source"],
        textual_hdrs = [src],
        visibility = ["//visibility:private"],
    )
