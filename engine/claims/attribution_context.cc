#include "engine/claims/attribution_context.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace rashomon {
namespace {

// No sentence of news holds more; it keeps hostile text linear.
constexpr std::size_t kMaxAttributions = 32;

}  // namespace

CueFrame FrameOf(const LexiconEntry& cue) {
  const std::string_view note = cue.note;
  const std::string_view first = note.substr(0, note.find(' '));
  switch (first.empty() ? 's' : first[0]) {
    case 'm': return first == "mind" ? CueFrame::kMind : CueFrame::kSay;
    case 'o': return first == "obj" ? CueFrame::kObject : CueFrame::kSay;
    case 'r': return first == "raise" ? CueFrame::kRaising : CueFrame::kSay;
    case 'p': return first == "prep" ? CueFrame::kPreposition : CueFrame::kSay;
    case 'a': return first == "adv" ? CueFrame::kAdverb : CueFrame::kSay;
    case 'n':
      if (first == "name") return CueFrame::kNaming;
      return first == "noun" ? CueFrame::kNoun : CueFrame::kSay;
    default: return first == "show" ? CueFrame::kShow : CueFrame::kSay;
  }
}

CueClass ClassOf(const LexiconEntry& cue) {
  const std::string_view category = cue.category;
  // Most of them.
  if (category == "neutral") return CueClass::kNeutral;
  for (int i = 0; i <= static_cast<int>(CueClass::kDemanding); ++i) {
    if (Name(static_cast<CueClass>(i)) == category) {
      return static_cast<CueClass>(i);
    }
  }
  return CueClass::kNeutral;
}

AttributionContext::AttributionContext(const SentenceReading& sentence,
                                       const std::vector<Span>& times,
                                       bool is_headline,
                                       std::vector<Attribution>* attributions)
    : s(sentence),
      phrases(sentence, times),
      headline(is_headline),
      found(*attributions) {}

bool AttributionContext::IsFull() const {
  return found.size() >= kMaxAttributions;
}

void AttributionContext::Keep(Attribution a) {
  const auto has_no_word = [this](const WordRange& r) {
    for (std::size_t i = r.first; i < r.last; ++i) {
      if (!s.Is(i, WordClass::kMark)) return false;
    }
    return true;
  };
  a.content.erase(
      std::remove_if(a.content.begin(), a.content.end(), has_no_word),
      a.content.end());
  if (a.content.empty() || IsFull()) return;
  busy_until = std::max(busy_until, a.cue.last);
  found.push_back(std::move(a));
}

void AddContent(std::size_t first, std::size_t last, Attribution* a) {
  if (first < last) a->content.push_back({first, last});
}

}  // namespace rashomon
