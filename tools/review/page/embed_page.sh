#!/bin/bash
# Writes the C++ source that holds the review page's files (see page_files.h).
# page.html is given for "/"; {{shapes}} in it is replaced by shapes.html.
#   embed_page.sh FILE... > page_files.cc
set -euo pipefail

type_of() {
  case $1 in
    *.html) printf 'text/html' ;;
    *.css) printf 'text/css' ;;
    *.js) printf 'text/javascript' ;;
    *.svg) printf 'image/svg+xml' ;;
    *) printf 'embed_page.sh: no type for %s\n' "$1" >&2; exit 1 ;;
  esac
}

# A file's bytes; of the page's frame with the shapes in it.
bytes_of() {
  if [[ $1 == */page.html ]]; then
    sed -e "/{{shapes}}/{r $shapes" -e 'd}' "$1"
  else
    cat "$1"
  fi
}

shapes=
files=()
for file in "$@"; do
  if [[ $file == */shapes.html ]]; then shapes=$file; else files+=("$file"); fi
done

cat << 'CPP'
#include "tools/review/page/page_files.h"

#include <array>

namespace rashomon {
namespace {

struct PageFile {
  std::string_view path;
  PageFileView view;
};

CPP
printf 'constexpr std::array<PageFile, %d> kFiles = {{\n' "${#files[@]}"
for file in "${files[@]}"; do
  path=/assets/$(basename "$file")
  [[ $path == /assets/page.html ]] && path=/
  printf '    {"%s", {"%s; charset=utf-8", R"__asset__(' \
    "$path" "$(type_of "$file")"
  bytes_of "$file"
  printf ')__asset__"}},\n'
done
cat << 'CPP'
}};

}  // namespace

std::optional<PageFileView> FindPageFile(std::string_view path) {
  for (const PageFile& file : kFiles) {
    if (file.path == path) return file.view;
  }
  return std::nullopt;
}

}  // namespace rashomon
CPP
