#include "engine/contrast/evidence.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "engine/base/simd_target.h"
#include "engine/base/strings.h"
#include "engine/embed/row_sum.h"
#include "engine/embed/word_vectors.h"
#include "engine/text/dateline.h"

namespace rashomon {
namespace {

constexpr std::size_t kShownBytes = 90;
// Words of a phrase that are added to what was cut in it.
constexpr int kRestOfPhrase = 4;

bool IsMark(const Word& w) { return w.kind == WordKind::kPunctuation; }

bool IsQuote(const Word& w) {
  return IsMark(w) && (w.normal == "\"" || w.normal == "'");
}

// Whether a quotation mark at one end of the range has its fellow inside.
bool HasFellow(const std::vector<Word>& words, WordRange range,
               std::size_t mark) {
  int fellows = 0;
  for (std::size_t i = range.first; i < range.last; ++i) {
    fellows += i != mark && IsQuote(words[i]) &&
               words[i].normal == words[mark].normal;
  }
  return fellows % 2 == 1;
}

WordRange TrimMarks(const std::vector<Word>& words, WordRange range) {
  WordRange r = range;
  const auto droppable = [&](std::size_t i) {
    const Word& w = words[i];
    if (!IsMark(w) || w.normal == "$" || w.normal == "%") return false;
    return !IsQuote(w) || !HasFellow(words, r, i);
  };
  while (r.first + 1 < r.last && droppable(r.first)) ++r.first;
  while (r.first + 1 < r.last && droppable(r.last - 1)) --r.last;
  // Marks round the whole are the quotation's, not the evidence's.
  if (r.last - r.first > 2 && IsQuote(words[r.first]) &&
      IsQuote(words[r.last - 1])) {
    ++r.first;
    --r.last;
  }
  return r;
}

// The words of the range behind the dateline of the report, if any are.
WordRange BehindDateline(const ReportIndex& report, int sentence,
                         WordRange range) {
  if (!report.IsLead(sentence) || report.is_title(sentence)) return range;
  const Span& span = report.span(sentence);
  const std::size_t end =
      span.begin + DatelineEnd(report.article().Quote(span));
  const std::vector<Word>& words = report.words(sentence);
  WordRange behind = range;
  while (!behind.empty() && words[behind.first].span.begin < end) {
    ++behind.first;
  }
  return behind.empty() ? range : behind;
}

// Whether no phrase ends with the word.
bool OpensPhraseAt(const ReportIndex& report, int sentence, std::size_t i) {
  return report.words(sentence)[i].normal.ends_with("'s") ||
         OpensPhrase(report.tags(sentence)[i]);
}

bool ModifiesNoun(Tag tag) {
  return IsNoun(tag) || tag == Tag::kAdjective || tag == Tag::kNumber;
}

// Whether words i - 1 and i belong to one noun phrase: "congressional
// oversight", "Saudi Arabia", "use of force".
bool IsWithinNounPhrase(const ReportIndex& report, int sentence,
                        std::size_t i) {
  const std::vector<Tag>& tags = report.tags(sentence);
  if (IsNoun(tags[i])) {
    return ModifiesNoun(tags[i - 1]) || tags[i - 1] == Tag::kDeterminer;
  }
  if (tags[i] == Tag::kAdjective) return tags[i - 1] == Tag::kDeterminer;
  return IsNoun(tags[i - 1]) && report.words(sentence)[i].normal == "of";
}

// The grown range with the rest of the phrases that its ends cut in two, and
// without the words at its end that open another one. An end that did not grow
// stays.
WordRange WithWholePhrases(const ReportIndex& report, int sentence,
                           WordRange range, WordRange grown) {
  const std::vector<Tag>& tags = report.tags(sentence);
  const std::vector<Word>& words = report.words(sentence);
  for (int k = 0; k < kRestOfPhrase && grown.first < range.first &&
                  grown.first > 0 && !EndsClause(words[grown.first - 1]) &&
                  IsWithinNounPhrase(report, sentence, grown.first);
       ++k) {
    --grown.first;
  }
  if (grown.first < range.first && tags[grown.first] == Tag::kCoordinator) {
    ++grown.first;
  }
  while (grown.last > range.last &&
         OpensPhraseAt(report, sentence, grown.last - 1)) {
    --grown.last;
  }
  for (int k = 0; k < kRestOfPhrase && grown.last > range.last &&
                  grown.last < tags.size() && !EndsClause(words[grown.last]) &&
                  tags[grown.last] != Tag::kPreposition &&
                  IsWithinNounPhrase(report, sentence, grown.last);
       ++k) {
    ++grown.last;
  }
  return grown;
}

}  // namespace

bool OpensPhrase(Tag tag) {
  switch (tag) {
    case Tag::kDeterminer:
    case Tag::kPreposition:
    case Tag::kBy:
    case Tag::kTo:
    case Tag::kCoordinator:
    case Tag::kSubordinator:
    case Tag::kRelative:
    case Tag::kThat:
    case Tag::kModal:
    case Tag::kBe:
    case Tag::kHave:
      return true;
    default:
      return false;
  }
}

// Hyphens inside words are no words of their own. A full stop within a sentence
// stands behind an abbreviation, or before a quotation mark.
bool EndsClause(const Word& word) {
  static constexpr std::string_view kEnds[] = {",", ";", ":", "(", ")", "-",
                                               "--", "\"", "?", "!", "[", "]"};
  return IsMark(word) && std::find(std::begin(kEnds), std::end(kEnds),
                                   word.normal) != std::end(kEnds);
}

Evidence EvidenceAt(const ReportIndex& report, int sentence, WordRange range) {
  const std::vector<Word>& words = report.words(sentence);
  const WordRange r =
      TrimMarks(words, BehindDateline(report, sentence, range));
  Evidence evidence;
  evidence.sentence = sentence;
  evidence.span = {words[r.first].span.field, words[r.first].span.begin,
                   words[r.last - 1].span.end};
  evidence.quote = std::string(report.article().Quote(evidence.span));
  return evidence;
}

WordRange GrowInClause(const ReportIndex& report, int sentence,
                       WordRange range, std::size_t before,
                       std::size_t after) {
  const std::vector<Word>& words = report.words(sentence);
  WordRange r = range;
  while (before-- > 0 && r.first > 0 && !EndsClause(words[r.first - 1])) {
    --r.first;
  }
  while (after-- > 0 && r.last < words.size() && !EndsClause(words[r.last])) {
    ++r.last;
  }
  return WithWholePhrases(report, sentence, range, r);
}

WordRange ClauseAround(const ReportIndex& report, int sentence,
                       WordRange range, std::size_t max_words) {
  const std::size_t size = range.last - range.first;
  if (size >= max_words) return range;
  const std::size_t room = max_words - size;
  const WordRange ahead =
      GrowInClause(report, sentence, range, 0, room - room / 3);
  const std::size_t left = max_words - (ahead.last - ahead.first);
  return GrowInClause(report, sentence, ahead, left, 0);
}

WordRange DensestWindow(const ReportIndex& report, int sentence,
                        const StemSet& stems, std::size_t max_words) {
  std::vector<std::size_t> hits;
  for (std::size_t i = 0; i < report.words(sentence).size(); ++i) {
    if (stems.Contains(report.stem(sentence, i))) hits.push_back(i);
  }
  WordRange best;
  double best_sum = 0, sum = 0;
  std::size_t low = 0;
  for (std::size_t high = 0; high < hits.size(); ++high) {
    sum += report.Rarity(sentence, hits[high]);
    while (hits[high] - hits[low] >= max_words) {
      sum -= report.Rarity(sentence, hits[low++]);
    }
    if (sum > best_sum + 1e-9) {
      best_sum = sum;
      best = {hits[low], hits[high] + 1};
    }
  }
  return best;
}

StemSet StemsOf(const ReportIndex& report, int sentence, WordRange range) {
  std::vector<int> stems;
  stems.reserve(range.last - range.first);
  for (std::size_t i = range.first; i < range.last; ++i) {
    if (report.Rarity(sentence, i) > 0) {
      stems.push_back(report.stem(sentence, i));
    }
  }
  return StemSet(std::move(stems));
}

double SharedRarity(const ReportIndex& near, int near_sentence,
                    WordRange range, const ReportIndex& far,
                    int far_sentence) {
  double all = 0, shared = 0;
  for (std::size_t i = range.first; i < range.last; ++i) {
    const double rarity = near.Rarity(near_sentence, i);
    all += rarity;
    if (rarity > 0 && HasStem(far, far_sentence, near.stem(near_sentence, i))) {
      shared += rarity;
    }
  }
  return all > 0 ? shared / all : 0;
}

std::string Quoted(std::string_view quote) {
  std::array<char, kShownBytes + 1> text;
  std::size_t size = 0;
  for (char c : quote) {
    if (size == text.size()) break;  // the rest is not shown
    const bool space = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (space && (size == 0 || text[size - 1] == ' ')) continue;
    text[size++] = space ? ' ' : c;
  }
  const std::string_view whole(text.data(), size);
  if (size <= kShownBytes) return StrCat("“", whole, "”");
  std::size_t cut = whole.rfind(' ', kShownBytes);
  if (cut == std::string_view::npos || cut < kShownBytes / 2) {
    cut = kShownBytes;
    while (cut > 0 && (text[cut] & 0xC0) == 0x80) --cut;
  }
  return StrCat("“", whole.substr(0, cut), "…", "”");
}

double RarityOfStems(const ReportIndex& report, int sentence,
                     const StemSet& stems) {
  double sum = 0;
  for (const ContentWord& word : report.content(sentence)) {
    if (stems.Contains(word.stem)) sum += word.rarity;
  }
  return sum;
}

double WordCosine(const ReportIndex& near, int near_sentence, std::size_t a,
                  const ReportIndex& far, int far_sentence, std::size_t b) {
  const WordVectors* vectors = near.model().vectors();
  const std::uint32_t x = near.RowOf(near_sentence, a);
  const std::uint32_t y = far.RowOf(far_sentence, b);
  if (vectors == nullptr || x == WordVectors::kUnknown ||
      y == WordVectors::kUnknown) {
    return 0;
  }
  const WordRow p = vectors->row(x), q = vectors->row(y);
  const std::int32_t sum =
      ByteProduct(SimdTarget::kBest, p.values, q.values,
                  static_cast<std::size_t>(vectors->dimensions()));
  return sum * static_cast<double>(p.scale) * q.scale;
}

bool IsPersonalPronoun(const Word& word) {
  static constexpr std::string_view kPronouns[] = {
      "he", "she", "they", "it", "who", "him", "her", "i", "we",
      "он", "она", "они", "который", "которая"};
  return std::find(std::begin(kPronouns), std::end(kPronouns), word.normal) !=
         std::end(kPronouns);
}

std::string QuotedBoth(std::string a, std::string b) {
  if (b < a) std::swap(a, b);
  return StrCat(Quoted(a), " / ", Quoted(b));
}

Divergence OnSides(Side near_side, Evidence near,
                   std::optional<Evidence> far) {
  Divergence d;
  (near_side == Side::kLeft ? d.left : d.right) = std::move(near);
  if (far) (near_side == Side::kLeft ? d.right : d.left) = *std::move(far);
  return d;
}

}  // namespace rashomon
