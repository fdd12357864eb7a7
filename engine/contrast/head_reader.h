// What a hedge, a negation or a denial is about: the verb, noun or adjective
// behind it.
//
//   const HeadReader heads(report, sentence);
//   heads.VerbFrom(i, 6, false)   // "have apparently been [sold]"
#ifndef RASHOMON_ENGINE_CONTRAST_HEAD_READER_H_
#define RASHOMON_ENGINE_CONTRAST_HEAD_READER_H_

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/claims/tag.h"
#include "engine/contrast/report_index.h"
#include "engine/text/word.h"

namespace rashomon {

// Of one sentence. Immutable; keeps references to the report.
class HeadReader {
 public:
  using Head = std::optional<std::size_t>;

  // The verb that a modal, an adverb or "not" is about stands within so many
  // words; that of a clause, behind a subject. Chosen by reading.
  static constexpr std::size_t kVerbReach = 6;
  static constexpr std::size_t kClauseReach = 14;

  HeadReader(const ReportIndex& report, int sentence)
      : report_(report),
        sentence_(sentence),
        words_(report.words(sentence)),
        tags_(report.tags(sentence)) {}

  bool IsContent(std::size_t i) const {
    return report_.Rarity(sentence_, i) > 0 && !IsAuxiliary(tags_[i]);
  }
  bool Is(std::size_t i, std::string_view normal) const {
    return i < words_.size() && words_[i].normal == normal;
  }
  bool ModifiesNoun(std::size_t i) const {
    return IsNoun(tags_[i]) || tags_[i] == Tag::kAdjective ||
           tags_[i] == Tag::kNumber || tags_[i] == Tag::kGerund;
  }

  // The first word of content that is no name.
  Head ContentFrom(std::size_t i) const;
  // The head of a noun phrase whose words begin at i: "computer hack attack".
  Head NounFrom(std::size_t i) const;
  // What a copula says of its subject: "may be [dead]", "a [student]".
  Head ComplementFrom(std::size_t i) const;
  // What somebody is suspected of: "taking bribes", "fraud".
  Head ActFrom(std::size_t i) const;
  // The verb of the group that begins at i or, in a clause, behind a subject.
  Head VerbFrom(std::size_t i, std::size_t reach, bool clause) const;
  // "Was killed, apparently": the verb that ends right before i.
  Head VerbBefore(std::size_t i) const;

 private:
  Head VerbOfGroup(std::size_t i) const;

  const ReportIndex& report_;
  const int sentence_;
  const std::vector<Word>& words_;
  const std::vector<Tag>& tags_;
};

// Whether the mention or tag of the word says that it is a name: in a headline
// every word is capitalised. O(log mentions).
bool IsNameAt(const ReportIndex& report, int sentence, std::size_t word);

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CONTRAST_HEAD_READER_H_
