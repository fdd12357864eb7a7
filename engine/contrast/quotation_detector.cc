#include "engine/contrast/quotation_detector.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

#include "engine/base/strings.h"
#include "engine/contrast/clauses.h"
#include "engine/contrast/evidence.h"
#include "engine/contrast/noun_chunks.h"
#include "engine/contrast/spoken_words.h"

namespace rashomon {
namespace {

constexpr std::size_t kMaxParts = 200;
constexpr std::size_t kMaxWords = 80;
constexpr std::size_t kMinWords = 3;
constexpr double kMinLikeness = 0.35;

// What one sentence holds of one quotation.
struct Part {
  int sentence = 0;
  WordRange range;
  SpokenText spoken;
  bool scare = false;
};

std::vector<Part> PartsOf(const ReportIndex& report) {
  std::vector<Part> parts;
  for (const Quotation& q : report.annotation().quotations) {
    int sentence = report.SentenceAt(q.inner);
    if (sentence < 0) continue;
    for (; sentence < report.sentence_count() && parts.size() < kMaxParts;
         ++sentence) {
      const Span& span = report.span(sentence);
      if (span.field != q.inner.field || span.begin >= q.inner.end) break;
      WordRange range = report.WordsOf(sentence, q.inner);
      range.last = std::min(range.last, range.first + kMaxWords);
      if (range.empty()) continue;
      parts.push_back({sentence, range,
                       SpokenText(SpokenWordsOf(report, sentence, range)),
                       q.scare});
    }
  }
  return parts;
}

// The words of the parts that stand at most one sentence away: an utterance
// that its cue or a full stop splits is one.
SpokenText UtteranceAround(const std::vector<Part>& parts, const Part& part) {
  std::vector<SpokenWord> words;
  for (const Part& p : parts) {
    if (p.scare || std::abs(p.sentence - part.sentence) > 1) continue;
    const std::vector<SpokenWord>& own = p.spoken.words();
    words.insert(words.end(), own.begin(), own.end());
  }
  return SpokenText(std::move(words));
}

struct Match {
  const Part* near = nullptr;
  const Part* far = nullptr;
  double common = 0;
  double overlap = 0;  // of the lighter part
};

std::optional<Match> BestTelling(const Part& part,
                                 const std::vector<Part>& others) {
  std::optional<Match> best;
  for (const Part& other : others) {
    if (other.scare) continue;
    const auto shared = OneUtterance(part.spoken, other.spoken);
    if (shared && (!best || shared->common > best->common)) {
      best = Match{&part, &other, shared->common, shared->overlap};
    }
  }
  return best;
}

void Add(const Direction& d, Divergence divergence, std::string rule,
         int weight, std::string explanation, std::vector<FeatureValue> features,
         std::vector<Finding>* found) {
  divergence.kind = DivergenceKind::kQuotation;
  divergence.rule = std::move(rule);
  divergence.weight = weight;
  divergence.explanation = std::move(explanation);
  found->push_back({std::move(divergence), std::move(features)});
}

// Words of one part that the other lacks, joined where they stand together.
std::vector<std::string> DroppedWords(const ReportIndex& near, const Part& a,
                                      const ReportIndex& far, const Part& b) {
  StemSet there;
  for (std::size_t j = b.range.first; j < b.range.last; ++j) {
    there.Insert(far.stem(b.sentence, j));
  }
  std::vector<std::string> dropped;
  bool open = false;
  for (std::size_t i = a.range.first; i < a.range.last; ++i) {
    const Word& word = near.words(a.sentence)[i];
    if (word.kind == WordKind::kPunctuation) continue;
    const bool missing = !there.Contains(near.stem(a.sentence, i));
    if (missing) {
      const std::string text(near.article().Quote(word.span));
      if (open) {
        StrAppend(&dropped.back(), " ", text);
      } else {
        dropped.push_back(text);
      }
    }
    open = missing;
  }
  if (dropped.size() > 6) dropped.resize(6);
  return dropped;
}

// Weight of what `part` has and the utterance of `other` lacks.
double Surplus(const Part& part, const Part& other,
               const std::vector<Part>& others) {
  return part.spoken.weight() -
         CommonWeight(part.spoken, UtteranceAround(others, other));
}

// Whether the telling has more than the other by names alone: "to Secretary of
// State Orlova" for "to Orlova".
bool AddsNamesAlone(const ReportIndex& near, const Part& a,
                    const ReportIndex& far, const Part& b) {
  StemSet there;
  for (std::size_t j = b.range.first; j < b.range.last; ++j) {
    there.Insert(far.stem(b.sentence, j));
  }
  bool any = false;
  for (std::size_t i = a.range.first; i < a.range.last; ++i) {
    if (near.Rarity(a.sentence, i) <= 0 ||
        there.Contains(near.stem(a.sentence, i))) {
      continue;
    }
    const Word& word = near.words(a.sentence)[i];
    if (!word.capitalized || i == a.range.first) return false;
    any = true;
  }
  return any;
}

void AddTelling(const Direction& d, const Match& m,
                const std::vector<Part>& near, const std::vector<Part>& far,
                std::vector<Finding>* found) {
  const double near_more = Surplus(*m.near, *m.far, far);
  const double far_more = Surplus(*m.far, *m.near, near);
  if (near_more + far_more < kLeastSpoken) return;
  if (near_more < far_more) return;  // found from the side that has more
  if (far_more < kLeastSpoken &&
      AddsNamesAlone(*d.near, *m.near, *d.far, *m.far)) {
    return;
  }
  const bool cut = far_more < 1.5;
  Evidence here = EvidenceAt(*d.near, m.near->sentence, m.near->range);
  Evidence there = EvidenceAt(*d.far, m.far->sentence, m.far->range);
  std::vector<std::string> dropped =
      DroppedWords(*d.near, *m.near, *d.far, *m.far);
  const std::string explanation =
      cut ? StrCat("One report quotes more of this utterance: ",
                   Quoted(here.quote), "; the other has ",
                   Quoted(there.quote), ".")
          : StrCat("The reports quote one utterance in different words: ",
                   QuotedBoth(here.quote, there.quote), ".");
  Divergence divergence =
      OnSides(d.near_side, std::move(here), std::move(there));
  divergence.triggers = std::move(dropped);
  const double heavier = std::max(m.near->spoken.weight(), m.far->spoken.weight());
  Add(d, std::move(divergence),
      cut ? "quotation.cut" : "quotation.reworded", 2, explanation,
      {{"cut", cut ? 1.0 : 0.0},
       {"overlap", m.overlap},
       {"missing", std::min(1.0, (near_more + far_more) / heavier)},
       {"length", std::min(1.0, m.common / 20)}},
      found);
}

const Claim* QuoteClaimAt(const ReportIndex& report, const Part& part) {
  const Span at = report.words(part.sentence)[part.range.first].span;
  for (int c : report.claims_in(part.sentence)) {
    const Claim& claim = report.annotation().claims[c];
    if (claim.mode == ClaimMode::kVoice) continue;
    for (const Span& span : claim.content) {
      if (Overlaps(span, at)) return &claim;
    }
  }
  return nullptr;
}

bool SameSpeaker(const Claim* a, const Claim* b) {
  return a != nullptr && b != nullptr && !a->source_name.empty() &&
         a->source_name == b->source_name;
}

// Told in the outlet's words on the other side: the clause there that comes
// nearest.
void AddParaphrase(const Direction& d, const Part& part,
                   std::vector<Finding>* found) {
  if (part.range.last - part.range.first < kMinWords + 1) return;
  std::optional<Counterpart> best;
  for (int c : d.near_clauses->in(part.sentence)) {
    const WordRange& r = d.near_clauses->at(c).range;
    if (r.first >= part.range.last || part.range.first >= r.last) continue;
    for (const Counterpart& other :
         CounterpartsOf(d, *d.near_clauses, c, *d.far_clauses, kMinLikeness)) {
      const Clause& there = d.far_clauses->at(other.clause);
      if (d.far->InQuotation(d.far->words(there.sentence)[there.range.first]
                                 .span)) {
        continue;
      }
      if (!best || other.likeness > best->likeness) best = other;
    }
  }
  if (!best) return;
  const Clause& there = d.far_clauses->at(best->clause);
  const Claim* near_claim = QuoteClaimAt(*d.near, part);
  const Claim* far_claim = nullptr;
  for (int c : d.far->claims_in(there.sentence)) {
    const Claim& claim = d.far->annotation().claims[c];
    if (claim.mode == ClaimMode::kIndirect) far_claim = &claim;
  }
  Evidence here = EvidenceAt(*d.near, part.sentence, part.range);
  Evidence other = EvidenceAt(
      *d.far, there.sentence,
      ClauseAround(*d.far, there.sentence, there.range, there.range.last -
                                                            there.range.first));
  const std::string explanation =
      StrCat("One report quotes this: ", Quoted(here.quote),
             "; the other tells it in its own words: ", Quoted(other.quote),
             ".");
  Divergence divergence =
      OnSides(d.near_side, std::move(here), std::move(other));
  Add(d, std::move(divergence), "quotation.paraphrase", 2, explanation,
      {{"paraphrase", 1.0},
       {"likeness", best->likeness},
       {"aligned", best->partner.confidence},
       {"indirect", far_claim != nullptr ? 1.0 : 0.0},
       {"speaker", SameSpeaker(near_claim, far_claim) ? 1.0 : 0.0}},
      found);
}

// The same words without quotation marks in a sentence of the other report.
void AddScare(const Direction& d, const Part& part,
              std::vector<Finding>* found) {
  const StemSet stems = StemsOf(*d.near, part.sentence, part.range);
  if (stems.empty()) return;
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
    Add(d, std::move(divergence), "quotation.scare", 1, explanation,
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
// Of sentences that may tell the same (Nearness).
constexpr double kNearEnough = 0.25;
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

std::optional<NounChunk> ChunkIn(const ReportIndex& report, const Part& part) {
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
  Add(d, std::move(divergence), "quotation.rendering", 2, explanation,
      {{"rendering", 1.0},
       {"rendering_quoted", both_quoted ? 1.0 : 0.0},
       {"rendering_near", near}},
      found);
}

// The chunk with this head in a quotation of the far report that describes it
// differently.
std::optional<NounChunk> OtherDescription(const Direction& d, const Part& part,
                                          const NounChunk& chunk,
                                          const Part& other) {
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
bool AddQuotedRendering(const Direction& d, const Part& part,
                        const std::vector<Part>& others,
                        std::vector<Finding>* found) {
  const std::optional<NounChunk> chunk = ChunkIn(*d.near, part);
  if (!chunk) return false;
  bool any = false;
  for (const Part& other : others) {
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

// A noun phrase that may stand in place of a term, and how far both stand from a
// word that both sentences have.
struct InPlace {
  const Partner* partner = nullptr;
  NounChunk chunk;
  std::size_t distance = 2 * kNearAnchor + kNameIsFarther + kFollowingIsFarther;
};

// Keeps the nearest noun phrase that the partner's sentence has for itself.
void LookInPlace(const Direction& d, const Part& part, const Partner& partner,
                 InPlace* best) {
  const int far_sentence = partner.sentence;
  const std::vector<Word>& words = d.near->words(part.sentence);
  for (const NounChunk& chunk : NounChunksOf(*d.far, far_sentence)) {
    if (chunk.named || HasStem(*d.near, part.sentence,
                               d.far->stem(far_sentence, chunk.head))) {
      continue;
    }
    for (std::size_t i = 0; i < words.size(); ++i) {
      const std::size_t here = Distance(i, part.range);
      if (here == 0 || here > kNearAnchor || d.near->Rarity(part.sentence, i) <= 0) {
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
void AddPlainRendering(const Direction& d, const Part& part,
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
WordRange PlaceIn(const Direction& d, const Part& term, const Part& other) {
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
void AddTermOfLonger(const Direction& d, const Part& part,
                     const std::vector<Part>& others,
                     std::vector<Finding>* found) {
  double rarity = 0;
  for (std::size_t i = part.range.first; i < part.range.last; ++i) {
    // A whole utterance is no term for one thing.
    if (IsFinite(d.near->tags(part.sentence)[i])) return;
    rarity += d.near->Rarity(part.sentence, i);
  }
  if (rarity < kLeastTermWeight) return;
  for (const Part& other : others) {
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
    Add(d, OnSides(d.near_side, std::move(here), std::move(there)),
        "quotation.term", 2, explanation,
        {{"term", 1.0}, {"term_rarity", std::min(1.0, rarity / 20)}}, found);
    return;
  }
}

void AddTerm(const Direction& d, const Part& part,
             const std::vector<Part>& others, std::vector<Finding>* found) {
  const std::size_t words = part.range.last - part.range.first;
  if (words > kTermWords || StemsOf(*d.near, part.sentence, part.range).empty()) {
    return;
  }
  // A whole utterance is no term for one thing.
  if (!AddQuotedRendering(d, part, others, found) && part.scare) {
    AddPlainRendering(d, part, found);
  }
}

}  // namespace

void DetectQuotations(const Direction& direction,
                      std::vector<Finding>* found) {
  const std::vector<Part> near = PartsOf(*direction.near);
  const std::vector<Part> far = PartsOf(*direction.far);
  for (const Part& part : near) {
    if (part.scare) AddScare(direction, part, found);
    AddTerm(direction, part, far, found);
    if (part.range.last - part.range.first <= kTermWords) {
      AddTermOfLonger(direction, part, far, found);
    }
    if (part.scare) continue;
    const std::optional<Match> match = BestTelling(part, far);
    if (match) {
      AddTelling(direction, *match, near, far, found);
    } else {
      AddParaphrase(direction, part, found);
    }
  }
}

}  // namespace rashomon
