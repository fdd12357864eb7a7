#include "engine/contrast/quoted_terms.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "engine/base/strings.h"
#include "engine/contrast/evidence.h"
#include "engine/contrast/noun_chunks.h"

namespace rashomon {
namespace {

// Marks round a name are a way of writing it: a ship's, an account's.
bool IsName(const ReportIndex& report, const QuotedPart& part) {
  for (std::size_t i = part.range.first; i < part.range.last; ++i) {
    const Word& word = report.words(part.sentence)[i];
    const std::string_view text = report.article().Quote(word.span);
    if (text.starts_with('@') || text.starts_with('#') ||
        (word.capitalized && report.tags(part.sentence)[i] == Tag::kProper &&
         !report.is_title(part.sentence))) {
      return true;
    }
  }
  return false;
}

bool AreQuoted(const StemSet& stems, const ReportIndex& report,
               const std::vector<QuotedPart>& parts) {
  return std::any_of(parts.begin(), parts.end(), [&](const QuotedPart& part) {
    return CountShared(stems, StemsOf(report, part.sentence, part.range)) ==
           stems.size();
  });
}

// The same words without quotation marks in a sentence of the other report,
// which never quotes them.
void AddScare(const Direction& d, const QuotedPart& part,
              const std::vector<QuotedPart>& others,
              std::vector<Finding>* found) {
  const StemSet stems = StemsOf(*d.near, part.sentence, part.range);
  if (stems.empty() || IsName(*d.near, part) ||
      AreQuoted(stems, *d.far, others)) {
    return;
  }
  for (const Partner& partner : (*d.partners)[part.sentence]) {
    const WordRange window =
        DensestWindow(*d.far, partner.sentence, stems, 6);
    if (window.empty() ||
        StemsOf(*d.far, partner.sentence, window).size() < stems.size()) {
      continue;
    }
    const Span at = d.far->words(partner.sentence)[window.first].span;
    bool quoted = d.far->InQuotation(at);
    for (const Quotation& q : d.far->annotation().quotations) {
      quoted |= Overlaps(q.outer, at);
    }
    if (quoted) continue;
    Evidence here = EvidenceAt(*d.near, part.sentence, part.range);
    Evidence there =
        EvidenceAt(*d.far, partner.sentence,
                   GrowInClause(*d.far, partner.sentence, window, 2, 2));
    const std::string explanation = StrCat(
        "One report puts this in quotation marks: ", Quoted(here.quote),
        "; the other uses it plainly: ", Quoted(there.quote), ".");
    Divergence divergence =
        OnSides(d.near_side, std::move(here), std::move(there));
    AddQuotation(std::move(divergence), "quotation.scare", 1, explanation,
        {{"scare", 1.0},
         {"aligned", partner.confidence},
         {"likeness", partner.meaning}},
        found);
    return;
  }
}

// Quotations of so few words are terms, told in other words where they are
// translated or paraphrased.
constexpr std::size_t kTermWords = 5;
// Of sentences that may tell the same (Nearness). In the pairs of
// tools/train/marks and data/divergences, of 130 findings in sentences less near
// one is marked, of 210 others seven.
constexpr double kNearEnough = 0.32;
// Words between a term and the nearest word that both sentences have. A name
// counts as farther off, as names stand anywhere, and so does what follows the
// term: in English what governs it stands before it.
constexpr std::size_t kNearAnchor = 5;
constexpr std::size_t kNameIsFarther = 3;
constexpr std::size_t kFollowingIsFarther = 2;
constexpr std::size_t kClauseWords = 16;
// Rarity of a term that is worth finding again.
constexpr double kLeastTermWeight = 9;

// With the marks round it, so that what is grown from it goes on beyond them.
WordRange WithMarks(const ReportIndex& report, int sentence, WordRange range) {
  const std::vector<Word>& words = report.words(sentence);
  const auto is_mark = [&](std::size_t i) {
    return words[i].kind == WordKind::kPunctuation;
  };
  if (range.first > 0 && is_mark(range.first - 1)) --range.first;
  if (range.last < words.size() && is_mark(range.last)) ++range.last;
  return range;
}

Evidence ClauseEvidence(const ReportIndex& report, int sentence,
                        WordRange range) {
  return EvidenceAt(report, sentence,
                    ClauseAround(report, sentence,
                                 WithMarks(report, sentence, range),
                                 kClauseWords));
}

std::optional<NounChunk> ChunkIn(const ReportIndex& report,
                                 const QuotedPart& part) {
  for (const NounChunk& chunk : NounChunksOf(report, part.sentence)) {
    if (chunk.head >= part.range.first && chunk.head < part.range.last) {
      return chunk;
    }
  }
  return std::nullopt;
}

// Whether both heads are described, by no word that both have.
bool AreDescribedDifferently(const Direction& d, int i, const NounChunk& a,
                             int j, const NounChunk& b) {
  const std::vector<std::size_t> here = ModifiersOf(*d.near, i, a);
  const std::vector<std::size_t> there = ModifiersOf(*d.far, j, b);
  for (const std::size_t x : here) {
    for (const std::size_t y : there) {
      if (d.near->stem(i, x) == d.far->stem(j, y)) return false;
    }
  }
  return !here.empty() && !there.empty();
}

void AddRendering(const Direction& d, Evidence here, Evidence there,
                  bool both_quoted, double near,
                  std::vector<Finding>* found) {
  const std::string explanation =
      StrCat("One phrase may be rendered in two ways: ",
             QuotedBoth(here.quote, there.quote), ".");
  Divergence divergence =
      OnSides(d.near_side, std::move(here), std::move(there));
  AddQuotation(std::move(divergence), "quotation.rendering", 2, explanation,
      {{"rendering", 1.0},
       {"rendering_quoted", both_quoted ? 1.0 : 0.0},
       {"rendering_near", near}},
      found);
}

// The chunk with this head in a quotation of the far report that describes it
// differently.
std::optional<NounChunk> OtherDescription(const Direction& d,
                                          const QuotedPart& part,
                                          const NounChunk& chunk,
                                          const QuotedPart& other) {
  const int head = d.near->stem(part.sentence, chunk.head);
  if (!HasStem(*d.far, other.sentence, head)) return std::nullopt;
  for (const NounChunk& b : NounChunksOf(*d.far, other.sentence)) {
    if (b.head >= other.range.first && b.head < other.range.last &&
        d.far->stem(other.sentence, b.head) == head &&
        AreDescribedDifferently(d, part.sentence, chunk, other.sentence, b)) {
      return b;
    }
  }
  return std::nullopt;
}

// "Frank conversation" here, "direct conversations" in a quotation there.
bool AddQuotedRendering(const Direction& d, const QuotedPart& part,
                        const std::vector<QuotedPart>& others,
                        std::vector<Finding>* found) {
  const std::optional<NounChunk> chunk = ChunkIn(*d.near, part);
  if (!chunk) return false;
  bool any = false;
  for (const QuotedPart& other : others) {
    const auto there = OtherDescription(d, part, *chunk, other);
    if (!there) continue;
    AddRendering(d, ClauseEvidence(*d.near, part.sentence, part.range),
                 ClauseEvidence(*d.far, other.sentence, there->range), true, 0,
                 found);
    any = true;
  }
  return any;
}

// Places of the stem in a sentence.
std::vector<std::size_t> PlacesOf(const ReportIndex& report, int sentence,
                                  int stem) {
  std::vector<std::size_t> places;
  if (!HasStem(report, sentence, stem)) return places;
  for (std::size_t i = 0; i < report.words(sentence).size(); ++i) {
    if (report.stem(sentence, i) == stem) places.push_back(i);
  }
  return places;
}

std::size_t Distance(std::size_t word, WordRange range) {
  if (word < range.first) return range.first - word;
  return word >= range.last ? word - range.last + 1 : 0;
}

// A noun phrase that may stand in place of a term, and how far both stand from
// a word that both sentences have.
struct InPlace {
  const Partner* partner = nullptr;
  NounChunk chunk;
  std::size_t distance = 2 * kNearAnchor + kNameIsFarther + kFollowingIsFarther;
};

// Keeps the nearest noun phrase that the partner's sentence has for itself.
void LookInPlace(const Direction& d, const QuotedPart& part,
                 const Partner& partner, InPlace* best) {
  const int far_sentence = partner.sentence;
  const std::vector<Word>& words = d.near->words(part.sentence);
  for (const NounChunk& chunk : NounChunksOf(*d.far, far_sentence)) {
    if (chunk.named || HasStem(*d.near, part.sentence,
                               d.far->stem(far_sentence, chunk.head))) {
      continue;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::size_t here = Distance(i, part.range);
      if (here == 0 || here > kNearAnchor ||
          d.near->Rarity(part.sentence, i) <= 0) {
        continue;
      }
      for (const std::size_t place :
           PlacesOf(*d.far, far_sentence, d.near->stem(part.sentence, i))) {
        const std::size_t there = Distance(place, chunk.range);
        const bool follows = i >= part.range.last;
        if (follows != (place >= chunk.range.last)) continue;
        const std::size_t distance =
            here + there + (words[i].capitalized ? kNameIsFarther : 0) +
            (follows ? kFollowingIsFarther : 0);
        if (there > 0 && there <= kNearAnchor && distance < best->distance) {
          *best = {&partner, chunk, distance};
        }
      }
    }
  }
}

// In a sentence that may tell the same and does not have the term.
void AddPlainRendering(const Direction& d, const QuotedPart& part,
                       std::vector<Finding>* found) {
  InPlace best;
  for (const Partner& p : (*d.partners)[part.sentence]) {
    if (Nearness(p) >= kNearEnough &&
        SharedRarity(*d.near, part.sentence, part.range, *d.far, p.sentence) <=
            0) {
      LookInPlace(d, part, p, &best);
    }
  }
  if (best.partner == nullptr) return;
  const int there = best.partner->sentence;
  AddRendering(d,
               EvidenceAt(*d.near, part.sentence,
                          GrowInClause(*d.near, part.sentence,
                                       WithMarks(*d.near, part.sentence,
                                                 part.range),
                                       3, 4)),
               EvidenceAt(*d.far, there,
                          GrowInClause(*d.far, there, best.chunk.range, 2, 4)),
               false, Nearness(*best.partner), found);
}

// The words of a longer quotation of the far report that are those of the term.
WordRange PlaceIn(const Direction& d, const QuotedPart& term,
                  const QuotedPart& other) {
  const std::size_t size = term.range.last - term.range.first;
  for (std::size_t j = other.range.first; j + size <= other.range.last; ++j) {
    std::size_t k = 0;
    while (k < size && d.near->stem(term.sentence, term.range.first + k) ==
                           d.far->stem(other.sentence, j + k)) {
      ++k;
    }
    if (k == size) return {j, j + size};
  }
  return {};
}

// "Anachronistic" alone in quotation marks here, in a longer quotation there.
void AddTermOfLonger(const Direction& d, const QuotedPart& part,
                     const std::vector<QuotedPart>& others,
                     std::vector<Finding>* found) {
  double rarity = 0;
  for (std::size_t i = part.range.first; i < part.range.last; ++i) {
    // A whole utterance is no term for one thing.
    if (IsFinite(d.near->tags(part.sentence)[i])) return;
    rarity += d.near->Rarity(part.sentence, i);
  }
  if (rarity < kLeastTermWeight) return;
  for (const QuotedPart& other : others) {
    if (other.spoken.weight() < part.spoken.weight() + kLeastSpoken) continue;
    const WordRange place = PlaceIn(d, part, other);
    if (place.empty()) continue;
    Evidence here = ClauseEvidence(*d.near, part.sentence, part.range);
    Evidence there = EvidenceAt(
        *d.far, other.sentence,
        ClauseAround(*d.far, other.sentence, place, kClauseWords));
    const std::string explanation =
        StrCat("One report quotes the words alone, ", Quoted(here.quote),
               ", the other more of what was said: ", Quoted(there.quote),
               ".");
    AddQuotation(OnSides(d.near_side, std::move(here), std::move(there)),
        "quotation.term", 2, explanation,
        {{"term", 1.0}, {"term_rarity", std::min(1.0, rarity / 20)}}, found);
    return;
  }
}

void AddTerm(const Direction& d, const QuotedPart& part,
             const std::vector<QuotedPart>& others,
             std::vector<Finding>* found) {
  if (StemsOf(*d.near, part.sentence, part.range).empty()) return;
  // A whole utterance is no term for one thing.
  if (!AddQuotedRendering(d, part, others, found) && part.scare) {
    AddPlainRendering(d, part, found);
  }
}

}  // namespace

void CompareQuotedTerm(const Direction& d, const QuotedPart& part,
                       const std::vector<QuotedPart>& others,
                       std::vector<Finding>* found) {
  if (part.scare) AddScare(d, part, others, found);
  if (part.range.last - part.range.first > kTermWords) return;
  AddTerm(d, part, others, found);
  AddTermOfLonger(d, part, others, found);
}

}  // namespace rashomon
