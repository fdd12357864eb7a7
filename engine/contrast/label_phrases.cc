#include "engine/contrast/label_phrases.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "Eigen/Core"
#include "engine/base/strings.h"
#include "engine/contrast/evidence.h"
#include "engine/contrast/label_finding.h"
#include "engine/contrast/noun_chunks.h"
#include "engine/lexicon/word_relations.h"

namespace rashomon {
namespace {

// Heads whose vectors are less alike name different things. Chosen by reading
// label rows of data/divergences; not fitted.
constexpr double kSameThing = 0.4;
constexpr double kMinNearness = 0.2;
// Where as much of what stands round two phrases agrees and one of them carries
// a stance, they name one thing whatever their heads.
constexpr double kSamePlace = 0.85;

// A noun phrase, and what is asked of it beside every other.
struct Phrase {
  NounChunk chunk;
  WordRange shown;  // with the prepositional phrase that hangs on it
  int head = 0;                        // its stem
  int base = 0;                        // that of its base
  StemSet stems;                       // of what is shown
  std::vector<std::size_t> describing; // uncommon words, before or after the head
  // Of what stands round it in its clause, without it: the sum of both sides'.
  Eigen::VectorXf context;
  float context_norm = 0;
  bool loaded = false;
};

bool HasComplement(const Phrase& phrase) {
  return phrase.shown.last > phrase.chunk.range.last;
}

struct Match {
  const Phrase* far = nullptr;
  Partner partner;
  bool same_head = false;
  double alike = 0;    // of the heads
  double context = 0;  // of what stands round the phrases
  double score = 0;
};

// Words that describe the head of a phrase, before it or after.
std::vector<std::size_t> Describing(const ReportIndex& report, int i,
                                    const NounChunk& chunk, WordRange shown) {
  std::vector<std::size_t> describing = ModifiersOf(report, i, chunk);
  for (std::size_t k = chunk.head + 1; k < shown.last; ++k) {
    describing.push_back(k);
  }
  std::erase_if(describing,
                [&](std::size_t k) { return report.Rarity(i, k) <= 0; });
  return describing;
}

// Whether a describing word of a phrase is its own: the other phrase does not
// have it.
bool IsOwn(const ReportIndex& report, int i, std::size_t word,
           const Phrase& other) {
  return !other.stems.Contains(report.stem(i, word));
}

bool DescribesByItself(const ReportIndex& report, int i, const Phrase& phrase,
                       const Phrase& other) {
  return std::any_of(
      phrase.describing.begin(), phrase.describing.end(),
      [&](std::size_t k) { return IsOwn(report, i, k, other); });
}

Phrase PhraseOf(const ReportIndex& report, int i, const NounChunk& chunk,
                WordRange shown) {
  const WordRange clause = GrowInClause(report, i, chunk.range, 6, 6);
  Phrase phrase;
  phrase.chunk = chunk;
  phrase.shown = shown;
  phrase.head = report.stem(i, chunk.head);
  phrase.base = report.base(i, chunk.head);
  std::vector<int> stems;
  for (std::size_t k = shown.first; k < shown.last; ++k) {
    stems.push_back(report.stem(i, k));
  }
  phrase.stems = StemSet(std::move(stems));
  phrase.describing = Describing(report, i, chunk, shown);
  phrase.context = report.Meaning(i, {clause.first, chunk.range.first}) +
                   report.Meaning(i, {chunk.range.last, clause.last});
  phrase.context_norm = phrase.context.norm();
  phrase.loaded = IsLoaded(report, i, chunk.range);
  return phrase;
}

// How alike what stands round two phrases is.
double ContextOf(const Phrase& a, const Phrase& b) {
  const float norms = a.context_norm * b.context_norm;
  return a.context.size() == b.context.size() && norms > 1e-6f
             ? std::max(0.0f, a.context.dot(b.context) / norms)
             : 0.0;
}

// Whether the phrases differ in neutral variants alone, of the head or of each
// describing word.
bool NameAlike(const Direction& d, int i, const Phrase& a, int j,
               const Phrase& b) {
  return std::all_of(
      a.describing.begin(), a.describing.end(), [&](std::size_t k) {
        return !IsOwn(*d.near, i, k, b) ||
               std::any_of(
                   b.describing.begin(), b.describing.end(),
                   [&](std::size_t l) {
                     return IsOwn(*d.far, j, l, a) &&
                            AreNeutralVariants(d.near->Between(
                                d.near->base(i, k), d.far->base(j, l)));
                   });
      });
}

std::optional<Match> MatchWith(const Direction& d, int i, const Phrase& here,
                               const Partner& partner, const Phrase& there) {
  const NounChunk& chunk = here.chunk;
  const NounChunk& other = there.chunk;
  const int j = partner.sentence;
  const bool loaded = here.loaded || there.loaded;
  Match m;
  m.same_head = here.head == there.head ||
                AreNeutralVariants(d.near->Between(here.base, there.base));
  if (m.same_head) {
    if (!DescribesByItself(*d.near, i, here, there) ||
        !DescribesByItself(*d.far, j, there, here)) {
      return std::nullopt;
    }
    m.alike = 1;
  } else {
    if (chunk.named || other.named || d.near->Rarity(i, chunk.head) <= 0 ||
        d.far->Rarity(j, other.head) <= 0) {
      return std::nullopt;
    }
    m.alike = WordCosine(*d.near, i, chunk.head, *d.far, j, other.head);
    if ((m.alike < kSameThing && !loaded) || HasStem(*d.far, j, here.head) ||
        HasStem(*d.near, i, there.head)) {
      return std::nullopt;
    }
  }
  m.context = ContextOf(here, there);
  if (m.alike < kSameThing && !(loaded && m.context >= kSamePlace)) {
    return std::nullopt;
  }
  if (!loaded && m.same_head && NameAlike(d, i, here, j, there)) {
    return std::nullopt;
  }
  m.far = &there;
  m.partner = partner;
  m.score = m.alike + m.context + Nearness(partner);
  return m;
}

void AddMatch(const Direction& d, int i, const Phrase& phrase, const Match& m,
              std::vector<Finding>* found) {
  const NounChunk& chunk = phrase.chunk;
  const int j = m.partner.sentence;
  const bool loaded_here = IsLoaded(*d.near, i, phrase.shown);
  const bool loaded_there = IsLoaded(*d.far, j, m.far->shown);
  const Word& x = d.near->words(i)[chunk.head];
  const Word& y = d.far->words(j)[m.far->chunk.head];
  const bool lead = d.near->IsLead(i) || d.far->IsLead(j);
  const double new_heads =
      m.same_head ? 0
                  : (d.far->SentencesWith(phrase.head) == 0 ? 0.5 : 0) +
                        (d.near->SentencesWith(m.far->head) == 0 ? 0.5 : 0);
  AddLabel(d, EvidenceAt(*d.near, i, phrase.shown),
      EvidenceAt(*d.far, j, m.far->shown),
      m.same_head ? "label.modifier" : "label.head", 2,
      m.same_head ? "The reports describe it differently: "
                  : "The reports name it differently: ",
      {std::string(d.near->article().Quote(x.span)),
       std::string(d.far->article().Quote(y.span))},
      {{"same_head", m.same_head ? 1.0 : 0.0},
       {"variant_heads", m.same_head && x.stem != y.stem ? 1.0 : 0.0},
       {"complement", (HasComplement(phrase) ? 0.5 : 0) +
                          (HasComplement(*m.far) ? 0.5 : 0)},
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

// The chunk with the prepositional phrase that hangs on it, if any.
WordRange WithComplement(const ReportIndex& report, int i,
                         const std::vector<NounChunk>& chunks, std::size_t k) {
  WordRange range = chunks[k].range;
  if (k + 1 < chunks.size() && chunks[k + 1].range.first == range.last + 1 &&
      report.tags(i)[range.last] == Tag::kPreposition) {
    range.last = chunks[k + 1].range.last;
  }
  return range;
}

// "Attorney" in "Russian attorney Vera Lind": what a name is introduced by.
std::optional<NounChunk> RoleIn(const ReportIndex& report, int i,
                                const NounChunk& chunk) {
  if (!chunk.named) return std::nullopt;
  const std::vector<Tag>& tags = report.tags(i);
  for (std::size_t k = chunk.head; k-- > chunk.range.first;) {
    if (tags[k] == Tag::kProper) continue;
    if (tags[k] != Tag::kNoun) return std::nullopt;
    NounChunk role = chunk;
    role.head = k;
    role.named = false;
    return role;
  }
  return std::nullopt;
}

// The noun phrases of each sentence.
using Phrases = std::vector<std::vector<Phrase>>;

Phrases PhrasesOf(const ReportIndex& report) {
  Phrases phrases;
  for (int i = 0; i < report.sentence_count(); ++i) {
    phrases.emplace_back();
    const std::vector<NounChunk> chunks = NounChunksOf(report, i);
    for (std::size_t k = 0; k < chunks.size(); ++k) {
      const WordRange shown = WithComplement(report, i, chunks, k);
      phrases.back().push_back(PhraseOf(report, i, chunks[k], shown));
      if (const auto role = RoleIn(report, i, chunks[k])) {
        phrases.back().push_back(PhraseOf(report, i, *role, role->range));
      }
    }
  }
  return phrases;
}

std::optional<Match> BestMatch(const Direction& d, int i, const Phrase& phrase,
                               const Phrases& far) {
  std::optional<Match> best;
  for (const Partner& partner : (*d.partners)[i]) {
    if (Nearness(partner) < kMinNearness) continue;
    for (const Phrase& other : far[partner.sentence]) {
      const std::optional<Match> m = MatchWith(d, i, phrase, partner, other);
      if (m && (!best || m->score > best->score)) best = m;
    }
  }
  return best;
}

}  // namespace

void CompareNounPhrases(const Direction& d, std::vector<Finding>* found) {
  const Phrases near = PhrasesOf(*d.near), far = PhrasesOf(*d.far);
  for (int i = 0; i < d.near->sentence_count(); ++i) {
    for (const Phrase& phrase : near[i]) {
      const std::optional<Match> best = BestMatch(d, i, phrase, far);
      if (best) AddMatch(d, i, phrase, *best, found);
    }
  }
}

}  // namespace rashomon
