#!/bin/bash
# Writes the C++ source that holds the pages' assets (see assets.h): base.css
# is kBaseCss, and style sheets and scripts have their hash in kBaseCssHash.
#   embed_assets.sh FILE... > assets.cc
set -euo pipefail

# The name of a file's constant.
name_of() {
  local word out=k
  for word in $(basename "$1" | tr '.' ' '); do out+=${word^}; done
  printf '%s' "$out"
}

# The SHA-256 of a file in base64.
hash_of() {
  local hex
  hex=$(sha256sum < "$1" | cut -c1-64 | sed 's/../\\x&/g')
  # shellcheck disable=SC2059  # the bytes are in the format on purpose
  printf "$hex" | base64
}

printf '#include "tools/report/assets.h"\n\nnamespace rashomon::assets {\n\n'
for file in "$@"; do
  name=$(name_of "$file")
  printf 'const std::string_view %s = R"__asset__(' "$name"
  cat "$file"
  printf ')__asset__";\n'
  case $file in
    *.css | *.js)
      printf 'const std::string_view %sHash = "%s";\n' "$name" "$(hash_of "$file")" ;;
  esac
done
printf '\n}  // namespace rashomon::assets\n'
