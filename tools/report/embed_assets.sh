#!/bin/bash
# Writes the C++ source that holds the page's assets (see assets.h).
#   embed_assets.sh PAGE_HTML PAGE_CSS PAGE_JS > assets.cc
set -euo pipefail

# A string constant from a file.
constant() {
  printf 'const std::string_view %s = R"__asset__(' "$1"
  cat "$2"
  printf ')__asset__";\n'
}

# The SHA-256 of a file in base64.
hash_of() {
  local hex
  hex=$(sha256sum < "$1" | cut -c1-64 | sed 's/../\\x&/g')
  # shellcheck disable=SC2059  # the bytes are in the format on purpose
  printf "$hex" | base64
}

printf '#include "tools/report/assets.h"\n\nnamespace rashomon::assets {\n\n'
constant kPageHtml "$1"
constant kPageCss "$2"
constant kPageJs "$3"
printf 'const std::string_view kPageCssHash = "%s";\n' "$(hash_of "$2")"
printf 'const std::string_view kPageJsHash = "%s";\n' "$(hash_of "$3")"
printf '\n}  // namespace rashomon::assets\n'
