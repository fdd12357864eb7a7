#include "engine/embed/word_case.h"

namespace rashomon {
namespace {

// "with", "from": longer than that, a small letter means that it is no
// headline of capitalised words.
constexpr std::size_t kLongWord = 4;  // bytes
// "we saw Turkey" is no headline.
constexpr int kFewestCapitals = 2;

}  // namespace

void CaseReader::Count(bool capitalized, std::string_view normal) {
  if (first_) {
    first_ = false;
  } else if (normal.size() >= kLongWord) {
    ++(capitalized ? capitalized_ : small_);
  }
}

bool CaseReader::CapitalsTellNothing() const {
  return capitalized_ >= kFewestCapitals && capitalized_ > 2 * small_;
}

WordCase CaseReader::Next(WordKind kind, bool capitalized,
                          std::string_view normal) {
  if (kind == WordKind::kPunctuation) {
    if (normal == ":" || normal == "\"") at_start_ = true;
    return WordCase::kEither;
  }
  const bool starts = at_start_;
  if (kind != WordKind::kWord) return WordCase::kEither;
  at_start_ = false;
  if (!capitalized) return WordCase::kCommon;
  return starts || CapitalsTellNothing() ? WordCase::kEither : WordCase::kName;
}

}  // namespace rashomon
