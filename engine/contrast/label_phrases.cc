#include "engine/contrast/label_phrases.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "Eigen/Core"
#include "absl/container/inlined_vector.h"
#include "engine/contrast/evidence.h"
#include "engine/contrast/label_finding.h"
#include "engine/contrast/noun_chunks.h"
#include "engine/lexicon/related_words.h"

namespace rashomon {
namespace {

// Heads whose vectors are less alike name different things. Chosen by reading
// label rows of data/divergences; not fitted.
constexpr double kSameThing = 0.4;
constexpr double kMinNearness = 0.2;
// Of sentences below, phrases of the same head are of two things unless they are
// loaded: of 2,808 in the pairs of tools/train/marks and data/divergences, 9 are
// marked, of the others 176 of 2,932; and of phrases of two heads 1 of 490, of
// the others 7 of 70.
constexpr double kMinAligned = 0.2;
constexpr double kMinAlignedHeads = 0.6;
// Where as much of what stands round two phrases agrees and one of them carries
// a stance, they name one thing whatever their heads.
constexpr double kSamePlace = 0.85;

// Heads that are but variants of each other name one thing where this much
// agrees: of 542 findings below it in the pairs of tools/train/marks and
// data/divergences 12 are marked, of 315 above 19.
constexpr double kVariantPlace = 0.2;

// What stands round a phrase in its clause, without it: the sum of both sides'.
struct Context {
  Eigen::VectorXf meaning;
  float norm = 0;
};

// A noun phrase, and what is asked of it beside every other.
struct Phrase {
  NounChunk chunk;
  WordRange shown;  // with the prepositional phrase that hangs on it
  int head = 0;     // its stem
  bool rare = false;  // the head
  bool loaded = false;
  // Bases of other words for the same, and for its kind.
  absl::InlinedVector<int, 4> variants;
  // Words that describe the head, before it or after.
  absl::InlinedVector<std::size_t, 4> describing;
  std::optional<Context> context;  // where it was asked for
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

bool Describes(const ReportIndex& report, int i, const Phrase& phrase,
               std::size_t word) {
  if (word == phrase.chunk.head || report.Rarity(i, word) <= 0) return false;
  return word > phrase.chunk.head || IsModifier(report, i, word);
}

bool Shows(const ReportIndex& report, int i, const Phrase& phrase, int stem) {
  for (std::size_t k = phrase.shown.first; k < phrase.shown.last; ++k) {
    if (report.stem(i, k) == stem) return true;
  }
  return false;
}

// Whether `holds` is true of any word that describes the phrase and that the
// other does not have.
template <typename Holds>
bool AnyOwnDescription(const ReportIndex& report, int i, const Phrase& phrase,
                       const ReportIndex& other_report, int j,
                       const Phrase& other, const Holds& holds) {
  return std::any_of(
      phrase.describing.begin(), phrase.describing.end(), [&](std::size_t k) {
        return !Shows(other_report, j, other, report.stem(i, k)) && holds(k);
      });
}

bool HasOwnDescription(const ReportIndex& report, int i, const Phrase& phrase,
                       const ReportIndex& other_report, int j,
                       const Phrase& other) {
  return AnyOwnDescription(report, i, phrase, other_report, j, other,
                           [](std::size_t) { return true; });
}

Phrase PhraseOf(const ReportIndex& report, int i, const NounChunk& chunk,
                WordRange shown) {
  Phrase phrase;
  phrase.chunk = chunk;
  phrase.shown = shown;
  phrase.head = report.stem(i, chunk.head);
  phrase.rare = report.Rarity(i, chunk.head) > 0;
  for (const Relative& r :
       report.numbers().related().of(report.base(i, chunk.head))) {
    if (AreNeutralVariants(r.relation)) phrase.variants.push_back(r.other);
  }
  phrase.loaded = IsLoaded(report, i, chunk.range);
  for (std::size_t k = shown.first; k < shown.last; ++k) {
    if (Describes(report, i, phrase, k)) phrase.describing.push_back(k);
  }
  return phrase;
}

const Context& ContextAt(const ReportIndex& report, int i, Phrase* phrase) {
  if (!phrase->context) {
    const WordRange& range = phrase->chunk.range;
    const WordRange clause = GrowInClause(report, i, range, 6, 6);
    Context& context = phrase->context.emplace();
    context.meaning = report.Meaning(i, {clause.first, range.first}) +
                      report.Meaning(i, {range.last, clause.last});
    context.norm = context.meaning.norm();
  }
  return *phrase->context;
}

// How alike what stands round two phrases is.
double Likeness(const Context& a, const Context& b) {
  const float norms = a.norm * b.norm;
  return a.meaning.size() == b.meaning.size() && norms > 1e-6f
             ? std::max(0.0f, a.meaning.dot(b.meaning) / norms)
             : 0.0;
}

// Whether the phrases differ in neutral variants alone, of the head or of each
// describing word.
bool NameAlike(const Direction& d, int i, const Phrase& a, int j,
               const Phrase& b) {
  const auto has_no_variant = [&](std::size_t k) {
    return !AnyOwnDescription(
        *d.far, j, b, *d.near, i, a, [&](std::size_t l) {
          return AreNeutralVariants(
              d.near->Between(d.near->base(i, k), d.far->base(j, l)));
        });
  };
  return !AnyOwnDescription(*d.near, i, a, *d.far, j, b, has_no_variant);
}

// The sentence of a phrase.
struct Place {
  int sentence = 0;
  const std::vector<bool>* stems = nullptr;  // whether it has each
};

// `told`: whether the sentence of `far` has the head of `near`.
std::optional<Match> MatchWith(const Direction& d, const Place& place,
                               Phrase* near, const Partner& partner, bool told,
                               Phrase* far) {
  const int i = place.sentence;
  const Phrase& here = *near;
  const Phrase& there = *far;
  const NounChunk& chunk = here.chunk;
  const NounChunk& other = there.chunk;
  const int j = partner.sentence;
  const bool loaded = here.loaded || there.loaded;
  Match m;
  m.same_head =
      here.head == there.head ||
      std::find(here.variants.begin(), here.variants.end(),
                d.far->base(j, other.head)) != here.variants.end();
  if (!loaded && partner.confidence <
                     (m.same_head ? kMinAligned : kMinAlignedHeads)) {
    return std::nullopt;
  }
  if (m.same_head) {
    if (!HasOwnDescription(*d.near, i, here, *d.far, j, there) ||
        !HasOwnDescription(*d.far, j, there, *d.near, i, here)) {
      return std::nullopt;
    }
    m.alike = 1;
  } else {
    if (told || chunk.named || other.named || !here.rare || !there.rare ||
        (*place.stems)[static_cast<std::size_t>(there.head)]) {
      return std::nullopt;
    }
    m.alike = WordCosine(*d.near, i, chunk.head, *d.far, j, other.head);
    if (m.alike < kSameThing && !loaded) return std::nullopt;
  }
  if (!loaded && m.same_head && NameAlike(d, i, here, j, there)) {
    return std::nullopt;
  }
  m.context = Likeness(ContextAt(*d.near, i, near), ContextAt(*d.far, j, far));
  if (m.alike < kSameThing && !(loaded && m.context >= kSamePlace)) {
    return std::nullopt;
  }
  const bool variants = m.same_head && here.head != there.head;
  if (variants && m.context < kVariantPlace) return std::nullopt;
  m.far = far;
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

std::optional<Match> BestMatch(const Direction& d, const Place& place,
                               Phrase* phrase, Phrases* far) {
  std::optional<Match> best;
  for (const Partner& partner : (*d.partners)[place.sentence]) {
    if (Nearness(partner) < kMinNearness) continue;
    const bool told = HasStem(*d.far, partner.sentence, phrase->head);
    for (Phrase& other : (*far)[partner.sentence]) {
      const std::optional<Match> m =
          MatchWith(d, place, phrase, partner, told, &other);
      if (m && (!best || m->score > best->score)) best = m;
    }
  }
  return best;
}

}  // namespace

void CompareNounPhrases(const Direction& d, std::vector<Finding>* found) {
  Phrases& near = d.readings->Of(*d.near, &PhrasesOf);
  Phrases& far = d.readings->Of(*d.far, &PhrasesOf);
  std::vector<bool> stems(static_cast<std::size_t>(d.near->numbers().size()));
  const auto mark = [&](int sentence, bool value) {
    for (const int stem : d.near->stems_in(sentence)) {
      stems[static_cast<std::size_t>(stem)] = value;
    }
  };
  for (int i = 0; i < d.near->sentence_count(); ++i) {
    mark(i, true);
    for (Phrase& phrase : near[i]) {
      const std::optional<Match> best =
          BestMatch(d, {i, &stems}, &phrase, &far);
      if (best) AddMatch(d, i, phrase, *best, found);
    }
    mark(i, false);
  }
}

}  // namespace rashomon
