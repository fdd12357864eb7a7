#include "corpus/file_name_hints.h"

#include <re2/re2.h>

#include "engine/base/date.h"
#include "engine/base/strings.h"

namespace rashomon {
namespace {

// "dir/name_2021.tar.txt" -> "name_2021.tar".
std::string_view Stem(std::string_view path) {
  path = path.substr(path.rfind('/') + 1);
  const std::size_t dot = path.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? path : path.substr(0, dot);
}

std::string_view TrimSeparators(std::string_view name) {
  constexpr std::string_view kSeparators = "_-. ";
  const std::size_t begin = name.find_first_not_of(kSeparators);
  if (begin == std::string_view::npos) return {};
  return name.substr(begin, name.find_last_not_of(kSeparators) - begin + 1);
}

struct DatedName {
  std::string published;
  std::string rest;  // the name without its date
};

DatedName TakeDate(std::string_view stem) {
  static const RE2* const kDate = new RE2(
      R"((?:^|[^\d])((\d{4})[\-_.]?(\d{2})[\-_.]?(\d{2}))(?:[^\d]|$))");
  re2::StringPiece groups[5];
  const re2::StringPiece piece(stem.data(), stem.size());
  if (!kDate->Match(piece, 0, piece.size(), RE2::UNANCHORED, groups, 5)) {
    return {"", std::string(stem)};
  }
  const std::string iso =
      StrCat(std::string_view(groups[2].data(), 4), "-",
             std::string_view(groups[3].data(), 2), "-",
             std::string_view(groups[4].data(), 2));
  if (!ParseIsoDate(iso)) return {"", std::string(stem)};
  const auto begin = static_cast<std::size_t>(groups[1].data() - stem.data());
  const std::string_view before = TrimSeparators(stem.substr(0, begin));
  const std::string_view after =
      TrimSeparators(stem.substr(begin + groups[1].size()));
  // What stands before the date names the outlet; after it, often the topic.
  return {iso, std::string(before.empty() ? after : before)};
}

}  // namespace

FileNameHints ReadFileName(std::string_view path,
                           const OutletRegistry& registry) {
  FileNameHints hints;
  if (path.empty() || path == "-") return hints;
  const DatedName name = TakeDate(Stem(path));
  hints.published = name.published;
  // "rt_moscow-talks_2021": the longest front that is a known outlet.
  for (std::string_view front = name.rest; !front.empty();) {
    if (const Outlet* known = registry.FindByName(front)) {
      hints.outlet = known->name;
      return hints;
    }
    const std::size_t cut = front.find_last_of("_ ");
    if (cut == std::string_view::npos) break;
    front = TrimSeparators(front.substr(0, cut));
  }
  if (!hints.published.empty()) hints.outlet = name.rest;
  return hints;
}

}  // namespace rashomon
