#include "engine/claims/clause_map.h"

#include <algorithm>
#include <string_view>

#include "engine/base/suffix.h"
#include "engine/base/word_set.h"

namespace rashomon {
namespace {

// A clause at the head of a sentence ends with a comma in this many words, or
// it is none ("After the talks he may leave").
constexpr std::size_t kMaxHeadClause = 25;

constexpr WordSet kClausePrepositions(
    {"after", "before", "until", "since", "despite", "amid"});

enum class Kind : std::uint8_t {
  kRelative,   // ends at a comma or where the outer clause has its verb
  kHead,       // at the head of the sentence: ends at a comma
  kAdverbial,  // to the end of the sentence
  kInserted,   // between commas
};

// Walks the words once; a clause replaces the one before it (depth one is
// enough to tell the main clause from the rest).
class Walker {
 public:
  Walker(const SentenceReading& s, ClauseMap::Openers* opener)
      : s_(s), opener_(*opener) {}

  void Walk() {
    for (std::size_t i = 0; i < s_.size(); ++i) {
      if (open_ != ClauseMap::kMain && Ends(i)) open_ = ClauseMap::kMain;
      opener_[i] = open_;
      TryOpen(i);
    }
  }

 private:
  // Whether a comma ends what opens at word i, soon.
  bool CommaFollows(std::size_t i) const {
    const std::size_t end = std::min(s_.size(), i + kMaxHeadClause);
    for (std::size_t k = i; k < end; ++k) {
      if (s_.IsMark(k, ',')) return true;
    }
    return false;
  }

  bool AfterComma(std::size_t i) const {
    return i > 0 && s_.IsMark(i - 1, ',');
  }

  // Also at the head of a quotation, of what follows a colon, a "but" at the
  // front, or the "that" of a report.
  bool AtHead(std::size_t i) const {
    if (i == 0 || s_.IsMark(i - 1, '"') || s_.IsMark(i - 1, ':')) return true;
    if (s_.Is(i - 1, "that") || s_.Is(i - 1, "что")) return true;
    return i == 1 && (s_.Is(std::size_t{0}, WordClass::kMark) ||
                      s_.Is(std::size_t{0}, WordClass::kCoordinator));
  }

  // At the head of a sentence the first word after the opener stands for it:
  // a claim that begins with the opener ("If he ...") has a main clause too.
  void Open(std::size_t i, Kind kind) {
    open_ = static_cast<std::uint32_t>(kind == Kind::kHead ? i + 1 : i);
    kind_ = kind;
    verb_passed_ = in_verb_ = false;
  }

  // True for most words: nothing that TryOpen asks for can hold of them.
  bool OpensNothing(std::size_t i) const {
    switch (s_.classes[i]) {
      case WordClass::kRelative:
      case WordClass::kSubordinator:
      case WordClass::kCoordinator:
      case WordClass::kMark:
        return false;
      default:
        break;
    }
    if (AfterComma(i)) return false;
    const std::string_view word = s_.word(i).normal;
    return word != "that" && !kClausePrepositions.Has(word);
  }

  void TryOpen(std::size_t i) {
    if (OpensNothing(i)) return;
    if (s_.Is(i, WordClass::kRelative) || IsRelativeThat(i)) {
      if (i > 0) Open(i, Kind::kRelative);
    } else if (OpensAdverbial(i)) {
      OpenAdverbial(i);
    } else if (AfterComma(i) && i + 1 < s_.size()) {
      if (IsParticiple(i)) {
        Open(i, Kind::kInserted);
      } else if ((s_.Is(i, WordClass::kCoordinator) || s_.Is(i, "so")) &&
                 JoinsClause(i)) {
        Open(i, Kind::kAdverbial);
      }
    } else if (s_.IsMark(i, ';') || JoinsWithoutComma(i)) {
      Open(i, Kind::kAdverbial);
    }
  }

  bool OpensAdverbial(std::size_t i) const {
    const std::string_view word = s_.word(i).normal;
    if (s_.Is(i, WordClass::kSubordinator)) {
      static constexpr WordSet kOthers(
          {"that", "что", "so", "than", "however", "therefore", "meanwhile",
           "так", "однако", "поэтому", "якобы", "чем", "ли", "как"});
      return !kOthers.Has(word) && !(word == "as" && !AfterComma(i) &&
                                     !s_.Is(i + 1, WordClass::kPronoun));
    }
    return kClausePrepositions.Has(word);
  }

  void OpenAdverbial(std::size_t i) {
    if (!AtHead(i)) {
      // The comma of a clause at the head comes first.
      if (open_ == ClauseMap::kMain || kind_ != Kind::kHead) {
        Open(i, AfterComma(i) ? Kind::kInserted : Kind::kAdverbial);
      }
      return;
    }
    if (CommaFollows(i)) Open(i, Kind::kHead);
  }

  // "ships that may sink", not "said that".
  bool IsRelativeThat(std::size_t i) const {
    return i > 0 && s_.Is(i - 1, WordClass::kOpen) && s_.Is(i, "that") &&
           (s_.Is(i + 1, WordClass::kAuxiliary) || AfterDeterminer(i - 1));
  }

  bool AfterDeterminer(std::size_t noun) const {
    return noun > 0 && (s_.Is(noun - 1, WordClass::kDeterminer) ||
                        s_.Is(noun - 1, WordClass::kNumber));
  }

  bool IsParticiple(std::size_t i) const {
    return s_.Is(i, WordClass::kOpen) && !s_.word(i).capitalized &&
           EndsWith(s_.word(i).normal, "ing");
  }

  // After a comma and a coordinator a subject begins a clause of its own.
  bool JoinsClause(std::size_t i) const {
    return s_.Is(i + 1, WordClass::kPronoun) ||
           s_.Is(i + 1, WordClass::kDeterminer) || s_.word(i).normal == "but" ||
           s_.word(i).normal == "но" || s_.word(i).normal == "а" ||
           s_.word(i + 1).capitalized;
  }

  // "... and others are not"
  bool JoinsWithoutComma(std::size_t i) const {
    return s_.Is(i, WordClass::kCoordinator) &&
           s_.Is(i + 1, WordClass::kPronoun) &&
           s_.Is(i + 2, WordClass::kAuxiliary);
  }

  bool Ends(std::size_t i) {
    if (!s_.Is(i, WordClass::kMark)) {
      return kind_ == Kind::kRelative && RelativeVerb(i);
    }
    if (s_.IsMark(i, ';')) return true;
    const bool comma = s_.IsMark(i, ',');
    switch (kind_) {
      case Kind::kHead: return comma;
      case Kind::kInserted: return comma;
      case Kind::kRelative: return comma || RelativeVerb(i);
      case Kind::kAdverbial: return false;
    }
    return false;
  }

  // Follows the verbs of a relative clause: a second finite auxiliary belongs
  // to the clause around it ("the man who fled | may be armed").
  bool RelativeVerb(std::size_t i) {
    const bool auxiliary = s_.Is(i, WordClass::kAuxiliary);
    if (auxiliary) {
      if (verb_passed_) return !s_.Is(i - 1, WordClass::kCoordinator);
      in_verb_ = true;
    } else if (in_verb_) {
      verb_passed_ = !s_.Is(i, WordClass::kAdverb);
    } else if (i == open_ + 1 && s_.Is(i, WordClass::kOpen)) {
      verb_passed_ = true;
    }
    return false;
  }

  const SentenceReading& s_;
  ClauseMap::Openers& opener_;
  std::uint32_t open_ = ClauseMap::kMain;
  Kind kind_ = Kind::kAdverbial;
  bool in_verb_ = false;      // in the first verb group of a relative clause
  bool verb_passed_ = false;  // past it
};

}  // namespace

ClauseMap::ClauseMap(const SentenceReading& s) : opener_(s.size(), kMain) {
  Walker(s, &opener_).Walk();
}

}  // namespace rashomon
