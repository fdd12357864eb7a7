#include "tools/report/excerpt.h"

#include <algorithm>
#include <utility>

#include "engine/base/span.h"
#include "engine/base/strings.h"
#include "tools/report/utf8.h"

namespace rashomon {
namespace {

constexpr std::string_view kEllipsis = "…";
// How far a cut looks for a space before it gives up (Chinese has none).
constexpr std::size_t kCutSearchBytes = 24;
// Triggers of one flag beyond this many are not marked: a bound for hostile
// input; rules give a handful.
constexpr std::size_t kMaxTriggers = 32;

std::size_t CeilBoundary(std::string_view text, std::size_t at) {
  while (at < text.size() &&
         (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) {
    ++at;
  }
  return std::min(at, text.size());
}

// The last `size` bytes or so, from a space on where one is near.
std::string_view Tail(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  const std::size_t begin = CeilBoundary(text, text.size() - size);
  // From one before, where a word may just begin at the cut.
  const std::size_t space = text.find(' ', begin - 1);
  const bool near = space != std::string_view::npos &&
                    space < begin + kCutSearchBytes;
  return text.substr(near ? space + 1 : begin);
}

// The first `size` bytes or so, up to a space where one is near.
std::string_view Head(std::string_view text, std::size_t size) {
  if (text.size() <= size) return text;
  const std::size_t end = FloorBoundary(text, size);
  const std::size_t space = text.rfind(' ', end);
  const bool near =
      space != std::string_view::npos && space + kCutSearchBytes > end;
  return text.substr(0, near ? space : end);
}

Span SentenceAround(const Annotation& annotation, const Evidence& evidence) {
  const std::size_t i = static_cast<std::size_t>(evidence.sentence);
  if (evidence.sentence >= 0 && i < annotation.sentences.size() &&
      Contains(annotation.sentences[i], evidence.span)) {
    return annotation.sentences[i];
  }
  return evidence.span;
}

void AddPart(ExcerptRole role, std::string text,
             std::vector<ExcerptPart>* parts) {
  if (!text.empty()) parts->push_back({role, std::move(text)});
}

void AddQuote(std::string_view quote, const std::vector<QuoteRange>& triggers,
              std::vector<ExcerptPart>* parts) {
  std::size_t at = 0;
  for (const QuoteRange& range : triggers) {
    AddPart(ExcerptRole::kEvidence,
            std::string(quote.substr(at, range.begin - at)), parts);
    AddPart(ExcerptRole::kTrigger,
            std::string(quote.substr(range.begin, range.end - range.begin)),
            parts);
    at = range.end;
  }
  AddPart(ExcerptRole::kEvidence, std::string(quote.substr(at)), parts);
}

bool MatchesAt(const std::vector<Word>& words, std::size_t at,
               const std::vector<Word>& phrase) {
  if (phrase.size() > words.size() - at) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (words[at + i].normal != phrase[i].normal) return false;
  }
  return true;
}

std::vector<QuoteRange> Merged(std::vector<QuoteRange> ranges) {
  std::sort(ranges.begin(), ranges.end(),
            [](const QuoteRange& a, const QuoteRange& b) {
              return a.begin < b.begin;
            });
  std::vector<QuoteRange> merged;
  for (const QuoteRange& range : ranges) {
    if (!merged.empty() && range.begin < merged.back().end) {
      merged.back().end = std::max(merged.back().end, range.end);
    } else {
      merged.push_back(range);
    }
  }
  return merged;
}

Span WholeOf(std::string_view text) { return {Field::kText, 0, text.size()}; }

}  // namespace

std::vector<QuoteRange> ExcerptMaker::FindTriggers(
    std::string_view quote, const std::vector<std::string>& triggers) {
  const std::vector<Word> words = splitter_.Split(quote, WholeOf(quote));
  std::vector<QuoteRange> found;
  for (std::size_t t = 0; t < std::min(triggers.size(), kMaxTriggers); ++t) {
    const std::vector<Word> phrase =
        splitter_.Split(triggers[t], WholeOf(triggers[t]));
    if (phrase.empty()) continue;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (!MatchesAt(words, i, phrase)) continue;
      found.push_back(
          {words[i].span.begin, words[i + phrase.size() - 1].span.end});
      i += phrase.size() - 1;
    }
  }
  return Merged(std::move(found));
}

std::vector<ExcerptPart> ExcerptMaker::Make(
    const Article& article, const Annotation& annotation,
    const Evidence& evidence, const std::vector<std::string>& triggers,
    const ExcerptLimits& limits) {
  const std::string_view field = article.field(evidence.span.field);
  const Span sentence = SentenceAround(annotation, evidence);
  const std::string_view before =
      Slice(field, {sentence.field, sentence.begin, evidence.span.begin});
  const std::string_view after =
      Slice(field, {sentence.field, evidence.span.end, sentence.end});
  const std::string_view tail = Tail(before, limits.context_bytes);
  const std::string_view head = Head(after, limits.context_bytes);
  std::vector<ExcerptPart> parts;
  AddPart(ExcerptRole::kContext,
          StrCat(tail.size() < before.size() ? "… " : "", tail), &parts);
  const std::string_view quote = evidence.quote;
  if (quote.size() <= limits.quote_bytes) {
    AddQuote(quote, FindTriggers(quote, triggers), &parts);
  } else {
    const std::string_view first = Head(quote, limits.quote_bytes / 2);
    const std::string_view last = Tail(quote, limits.quote_bytes / 2);
    AddQuote(first, FindTriggers(first, triggers), &parts);
    AddPart(ExcerptRole::kContext, StrCat(" ", kEllipsis, " "), &parts);
    AddQuote(last, FindTriggers(last, triggers), &parts);
  }
  AddPart(ExcerptRole::kContext,
          StrCat(head, head.size() < after.size() ? " …" : ""), &parts);
  return parts;
}

}  // namespace rashomon
