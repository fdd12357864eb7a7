#include "engine/contrast/label_phrases.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "engine/base/strings.h"
#include "engine/contrast/evidence.h"
#include "engine/contrast/label_finding.h"
#include "engine/contrast/noun_chunks.h"

namespace rashomon {
namespace {

// Heads whose vectors are less alike name different things. Chosen by reading
// label rows of data/divergences; not fitted.
constexpr double kSameThing = 0.4;
constexpr double kMinNearness = 0.2;
// Where as much of what stands round two phrases agrees and one of them carries
// a stance, they name one thing whatever their heads.
constexpr double kSamePlace = 0.85;

// Modifiers that the far chunk does not have.
std::vector<std::size_t> OwnModifiers(const ReportIndex& near, int i,
                                      const NounChunk& chunk,
                                      const ReportIndex& far, int j,
                                      const NounChunk& other) {
  StringSet there;
  for (std::size_t k = other.range.first; k < other.range.last; ++k) {
    there.emplace(far.words(j)[k].stem);
  }
  std::vector<std::size_t> own;
  for (std::size_t k : ModifiersOf(near, i, chunk)) {
    const Word& word = near.words(i)[k];
    if (near.Rarity(word) > 0 && !there.contains(word.stem)) own.push_back(k);
  }
  return own;
}

struct Match {
  NounChunk far;
  Partner partner;
  bool same_head = false;
  double alike = 0;    // of the heads
  double context = 0;  // of what stands round the phrases
  double score = 0;
};

// What stands round the phrase in its clause, without it.
double ContextOf(const Direction& d, int i, const NounChunk& a, int j,
                 const NounChunk& b) {
  const WordRange x = GrowInClause(*d.near, i, a.range, 6, 6);
  const WordRange y = GrowInClause(*d.far, j, b.range, 6, 6);
  const Eigen::VectorXf p = d.near->Meaning(i, {x.first, a.range.first}) +
                            d.near->Meaning(i, {a.range.last, x.last});
  const Eigen::VectorXf q = d.far->Meaning(j, {y.first, b.range.first}) +
                            d.far->Meaning(j, {b.range.last, y.last});
  const float norms = p.norm() * q.norm();
  return p.size() == q.size() && norms > 1e-6f
             ? std::max(0.0f, p.dot(q) / norms)
             : 0.0;
}

// Whether the phrases differ in neutral variants alone, of the head or of each
// describing word.
bool NameAlike(const Direction& d, int i, const NounChunk& a, int j,
               const NounChunk& b) {
  const std::string_view x = d.near->BaseStem(i, a.head);
  const std::string_view y = d.far->BaseStem(j, b.head);
  if (x != y) return AreNeutralVariants(x, y);
  const std::vector<std::size_t> near = OwnModifiers(*d.near, i, a, *d.far, j, b);
  const std::vector<std::size_t> far = OwnModifiers(*d.far, j, b, *d.near, i, a);
  return std::all_of(near.begin(), near.end(), [&](std::size_t k) {
    return std::any_of(far.begin(), far.end(), [&](std::size_t l) {
      return AreNeutralVariants(d.near->BaseStem(i, k), d.far->BaseStem(j, l));
    });
  });
}

std::optional<Match> MatchWith(const Direction& d, int i,
                               const NounChunk& chunk, const Partner& partner,
                               const NounChunk& other) {
  const int j = partner.sentence;
  const Word& x = d.near->words(i)[chunk.head];
  const Word& y = d.far->words(j)[other.head];
  Match m;
  m.same_head = x.stem == y.stem;
  if (m.same_head) {
    if (OwnModifiers(*d.near, i, chunk, *d.far, j, other).empty() ||
        OwnModifiers(*d.far, j, other, *d.near, i, chunk).empty()) {
      return std::nullopt;
    }
    m.alike = 1;
  } else {
    if (chunk.named || other.named || d.near->Rarity(x) <= 0 ||
        d.far->Rarity(y) <= 0 || HasStem(*d.far, j, x.stem) ||
        HasStem(*d.near, i, y.stem)) {
      return std::nullopt;
    }
    m.alike = WordCosine(*d.near, i, chunk.head, *d.far, j, other.head);
  }
  const bool loaded =
      IsLoaded(*d.near, i, chunk.range) || IsLoaded(*d.far, j, other.range);
  m.context = ContextOf(d, i, chunk, j, other);
  if (m.alike < kSameThing && !(loaded && m.context >= kSamePlace)) {
    return std::nullopt;
  }
  if (!loaded && NameAlike(d, i, chunk, j, other)) return std::nullopt;
  m.far = other;
  m.partner = partner;
  m.score = m.alike + m.context + Nearness(partner);
  return m;
}

void AddMatch(const Direction& d, int i, const NounChunk& chunk,
              const Match& m, std::vector<Finding>* found) {
  const int j = m.partner.sentence;
  const bool loaded_here = IsLoaded(*d.near, i, chunk.range);
  const bool loaded_there = IsLoaded(*d.far, j, m.far.range);
  const Word& x = d.near->words(i)[chunk.head];
  const Word& y = d.far->words(j)[m.far.head];
  const bool lead = d.near->IsLead(i) || d.far->IsLead(j);
  const double new_heads =
      m.same_head ? 0
                  : (d.far->SentencesWith(x.stem) == 0 ? 0.5 : 0) +
                        (d.near->SentencesWith(y.stem) == 0 ? 0.5 : 0);
  AddLabel(d, EvidenceAt(*d.near, i, chunk.range),
      EvidenceAt(*d.far, j, m.far.range),
      m.same_head ? "label.modifier" : "label.head", 2,
      m.same_head ? "The reports describe it differently: "
                  : "The reports name it differently: ",
      {std::string(d.near->article().Quote(x.span)),
       std::string(d.far->article().Quote(y.span))},
      {{"same_head", m.same_head ? 1.0 : 0.0},
       {"named", m.same_head && chunk.named ? 1.0 : 0.0},
       {"alike", m.alike},
       {"context", m.context},
       {"aligned", m.partner.confidence},
       {"similarity", m.partner.similarity},
       {"new_heads", new_heads},
       {"loaded", loaded_here || loaded_there ? 1.0 : 0.0},
       {"lead", lead ? 1.0 : 0.0}},
      found);
}

// The noun phrases of each sentence.
using Chunks = std::vector<std::vector<NounChunk>>;

Chunks ChunksOf(const ReportIndex& report) {
  Chunks chunks;
  for (int i = 0; i < report.sentence_count(); ++i) {
    chunks.push_back(NounChunksOf(report, i));
  }
  return chunks;
}

std::optional<Match> BestMatch(const Direction& d, int i,
                               const NounChunk& chunk, const Chunks& far) {
  std::optional<Match> best;
  for (const Partner& partner : (*d.partners)[i]) {
    if (Nearness(partner) < kMinNearness) continue;
    for (const NounChunk& other : far[partner.sentence]) {
      const std::optional<Match> m = MatchWith(d, i, chunk, partner, other);
      if (m && (!best || m->score > best->score)) best = m;
    }
  }
  return best;
}

}  // namespace

void CompareNounPhrases(const Direction& d, std::vector<Finding>* found) {
  const Chunks near = ChunksOf(*d.near), far = ChunksOf(*d.far);
  for (int i = 0; i < d.near->sentence_count(); ++i) {
    for (const NounChunk& chunk : near[i]) {
      const std::optional<Match> best = BestMatch(d, i, chunk, far);
      if (best) AddMatch(d, i, chunk, *best, found);
    }
  }
}

}  // namespace rashomon
