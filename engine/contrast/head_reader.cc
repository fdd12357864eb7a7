#include "engine/contrast/head_reader.h"

#include <algorithm>
#include <iterator>

#include "engine/contrast/evidence.h"

namespace rashomon {

HeadReader::Head HeadReader::ContentFrom(std::size_t i) const {
  const std::size_t end = std::min(words_.size(), i + kVerbReach);
  for (; i < end; ++i) {
    if (EndsClause(words_[i])) break;
    if (IsContent(i) && !IsNameAt(report_, sentence_, i)) return i;
  }
  return std::nullopt;
}

HeadReader::Head HeadReader::NounFrom(std::size_t i) const {
  Head head;
  for (; i < words_.size(); ++i) {
    if (IsNoun(tags_[i]) || tags_[i] == Tag::kGerund) {
      if (IsContent(i) && !IsNameAt(report_, sentence_, i)) head = i;
    } else if (tags_[i] == Tag::kDeterminer || words_[i].normal == "'s") {
      if (head) break;
    } else if (!ModifiesNoun(i)) {
      break;
    }
  }
  return head;
}

HeadReader::Head HeadReader::ComplementFrom(std::size_t i) const {
  if (const Head noun = NounFrom(i)) return noun;
  return ContentFrom(i);
}

HeadReader::Head HeadReader::ActFrom(std::size_t i) const {
  const bool gerund =
      i < words_.size() && tags_[i] == Tag::kGerund && IsContent(i);
  return gerund ? Head(i) : ComplementFrom(i);
}

// Behind a form of "be" or "have".
HeadReader::Head HeadReader::VerbOfGroup(std::size_t i) const {
  while (i < words_.size() &&
         (tags_[i] == Tag::kAdverb || IsAuxiliary(tags_[i]) || Is(i, "not"))) {
    ++i;
  }
  if (i >= words_.size() || EndsClause(words_[i])) return std::nullopt;
  if (!IsVerb(tags_[i])) return ComplementFrom(i);
  return IsContent(i) ? Head(i) : std::nullopt;
}

HeadReader::Head HeadReader::VerbFrom(std::size_t i, std::size_t reach,
                                      bool clause) const {
  const std::size_t end = std::min(words_.size(), i + reach);
  for (; i < end; ++i) {
    const Tag tag = tags_[i];
    if (EndsClause(words_[i]) || tag == Tag::kSubordinator ||
        tag == Tag::kRelative) {
      return std::nullopt;
    }
    if (tag == Tag::kBe || tag == Tag::kHave) return VerbOfGroup(i + 1);
    if (IsAuxiliary(tag)) continue;
    if (IsFinite(tag) || tag == Tag::kBase ||
        (!clause && (tag == Tag::kGerund || tag == Tag::kParticiple))) {
      return IsContent(i) ? Head(i) : std::nullopt;
    }
    if (!clause && IsNoun(tag)) return NounFrom(i);
  }
  return std::nullopt;
}

HeadReader::Head HeadReader::VerbBefore(std::size_t i) const {
  if (i > 0 && tags_[i - 1] == Tag::kMark) --i;
  if (i > 0 && IsVerb(tags_[i - 1]) && IsContent(i - 1)) return i - 1;
  return std::nullopt;
}

bool IsNameAt(const ReportIndex& report, int sentence, std::size_t word) {
  if (report.tags(sentence)[word] == Tag::kProper) return true;
  const Span& span = report.words(sentence)[word].span;
  const std::vector<Mention>& mentions = report.annotation().mentions;
  const auto after = std::upper_bound(
      mentions.begin(), mentions.end(), span,
      [](const Span& s, const Mention& m) {
        return s.field != m.span.field ? s.field < m.span.field
                                       : s.begin < m.span.begin;
      });
  if (after == mentions.begin()) return false;
  const Mention& mention = *std::prev(after);
  return mention.type != MentionType::kRole && Contains(mention.span, span);
}

}  // namespace rashomon
