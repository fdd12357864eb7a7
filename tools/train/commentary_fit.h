// Fits the weights of engine/lexicon/commentary.h.
//
//   RASHOMON_ASSIGN_OR_RETURN(OutletGroups groups,
//                             OutletGroups::Parse(tsv, "groups.tsv"));
//   CommentaryCounter counter;
//   if (const auto group = groups.Of(outlet)) counter.Add(*group, text);
//   std::string table = counter.Table(8000);
#ifndef RASHOMON_TOOLS_TRAIN_COMMENTARY_FIT_H_
#define RASHOMON_TOOLS_TRAIN_COMMENTARY_FIT_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "engine/base/strings.h"
#include "engine/text/word.h"

namespace rashomon {

enum class TextGroup : std::uint8_t { kLeft, kRight, kNews, kCount };
inline constexpr std::size_t kTextGroups =
    static_cast<std::size_t>(TextGroup::kCount);

// Which outlets of the background text publish commentary, and of which side,
// and which publish news.
class OutletGroups {
 public:
  // Columns outlet and group (left, right, news). InvalidArgument names
  // `source` and the line.
  static absl::StatusOr<OutletGroups> Parse(std::string_view tsv,
                                            std::string_view source);
  std::optional<TextGroup> Of(std::string_view outlet) const;

 private:
  StringMap<TextGroup> groups_;
};

// Not thread-safe.
class CommentaryCounter {
 public:
  // Counts the words of a text, in quotation marks left out.
  void Add(TextGroup group, std::string_view text);

  // 0 for a word in fewer than eight texts; else as commentary.h says.
  double WeightOf(std::string_view normal) const;

  // The `most` words of greatest absolute weight, in order of their bytes.
  std::string Table(std::size_t most) const;

  std::uint64_t words(TextGroup group) const {
    return words_[static_cast<std::size_t>(group)];
  }

 private:
  struct Counts {
    std::array<std::uint64_t, kTextGroups> of_group{};
    std::uint64_t texts = 0;
    std::uint64_t last_text = 0;
  };
  double WeightOf(const Counts& counts) const;

  WordSplitter splitter_;
  StringMap<Counts> counts_;
  std::array<std::uint64_t, kTextGroups> words_{};
  std::uint64_t texts_ = 0;
};

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_TRAIN_COMMENTARY_FIT_H_
