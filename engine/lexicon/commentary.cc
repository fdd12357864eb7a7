#include "engine/lexicon/commentary.h"

#include <charconv>
#include <string>
#include <system_error>

#include "engine/lexicon/shipped_commentary.h"

namespace rashomon {

const CommentaryTable& CommentaryTable::Shipped() {
  static const auto* const table = new CommentaryTable(ShippedCommentary());
  return *table;
}

CommentaryTable::CommentaryTable(std::string_view tsv) {
  for (const std::string_view line : SplitOn(tsv, '\n')) {
    const std::size_t tab = line.find('\t');
    if (line.empty() || line.front() == '#' ||
        tab == std::string_view::npos) {
      continue;
    }
    float weight = 0;
    const char* const end = line.data() + line.size();
    const auto [stop, error] =
        std::from_chars(line.data() + tab + 1, end, weight);
    if (error != std::errc() || stop != end) continue;  // the header line
    weights_.emplace(std::string(line.substr(0, tab)), weight);
  }
}

float CommentaryTable::WeightOf(std::string_view normal) const {
  const auto at = weights_.find(normal);
  return at == weights_.end() ? 0 : at->second;
}

}  // namespace rashomon
