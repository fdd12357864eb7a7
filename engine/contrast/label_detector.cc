#include "engine/contrast/label_detector.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "engine/base/strings.h"
#include "engine/contrast/clauses.h"
#include "engine/contrast/evidence.h"
#include "engine/contrast/name_forms.h"
#include "engine/contrast/noun_chunks.h"
#include "engine/embed/word_vectors.h"
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
constexpr std::size_t kTitleWords = 14;
constexpr std::size_t kMaxPhrases = 400;
// Rarity that two phrases of one thing share: one rare word.
constexpr double kMinAnchor = 8;
constexpr double kMinAnchorScore = 1.2;

double Nearness(const Partner& p) {
  return std::max({p.confidence, p.similarity, p.meaning - 0.3});
}

// The sentence's words that the other sentence does not have: from the first
// of them to the last.
WordRange NovelStretch(const ReportIndex& near, int i, const ReportIndex& far,
                       int j) {
  StringSet there;
  for (const Word& w : far.words(j)) there.emplace(w.stem);
  const std::vector<Word>& words = near.words(i);
  WordRange range{words.size(), 0};
  for (std::size_t k = 0; k < words.size(); ++k) {
    if (near.Rarity(words[k]) <= 0 || there.contains(words[k].stem)) continue;
    range.first = std::min(range.first, k);
    range.last = k + 1;
  }
  if (range.empty()) return {};
  range.last = std::min(range.last, range.first + kTitleWords);
  return range;
}

void Add(const Direction& d, Evidence here, Evidence there,
         std::string_view rule, int weight, std::string_view what,
         std::vector<std::string> triggers, std::vector<FeatureValue> features,
         std::vector<Finding>* found) {
  Finding finding;
  const std::string explanation =
      StrCat(what, QuotedBoth(here.quote, there.quote), ".");
  finding.divergence = OnSides(d.near_side, std::move(here), std::move(there));
  Divergence& result = finding.divergence;
  result.kind = DivergenceKind::kLabel;
  result.rule = rule;
  std::sort(triggers.begin(), triggers.end());
  result.triggers = std::move(triggers);
  result.weight = weight;
  result.explanation = explanation;
  finding.features = std::move(features);
  found->push_back(std::move(finding));
}

void CompareTitles(const Direction& d, std::vector<Finding>* found) {
  for (int i = 0; i < d.near->sentence_count() && d.near->is_title(i); ++i) {
    for (const Partner& p : (*d.partners)[i]) {
      if (!d.far->is_title(p.sentence)) continue;
      const WordRange here = NovelStretch(*d.near, i, *d.far, p.sentence);
      const WordRange there = NovelStretch(*d.far, p.sentence, *d.near, i);
      if (here.empty() || there.empty()) continue;
      Add(d, EvidenceAt(*d.near, i, here),
          EvidenceAt(*d.far, p.sentence, there), "label.title", 3,
          "The headlines name the matter differently: ", {},
          {{"title", 1.0},
           {"title_similarity", p.similarity},
           {"title_meaning", p.meaning}},
          found);
    }
  }
}

double CosineOfWords(const Direction& d, int i, std::size_t a, int j,
                     std::size_t b) {
  const WordVectors* vectors = d.near->model().vectors();
  const std::uint32_t x = d.near->RowOf(i, a), y = d.far->RowOf(j, b);
  if (vectors == nullptr || x == WordVectors::kUnknown ||
      y == WordVectors::kUnknown) {
    return 0;
  }
  const WordRow p = vectors->row(x), q = vectors->row(y);
  double sum = 0;
  for (int k = 0; k < vectors->dimensions(); ++k) {
    sum += static_cast<double>(p.values[k]) * q.values[k];
  }
  return sum * p.scale * q.scale;
}

bool HasStem(const ReportIndex& report, int sentence, std::string_view stem) {
  const std::vector<Word>& words = report.words(sentence);
  return std::any_of(words.begin(), words.end(),
                     [&](const Word& w) { return w.stem == stem; });
}

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

// Whether wording that carries a stance stands in the range.
bool IsLoaded(const ReportIndex& report, int sentence, WordRange range) {
  for (int w : report.wording_in(sentence)) {
    const WordRange at =
        report.WordsOf(sentence, report.annotation().wording[w].span);
    if (at.first < range.last && range.first < at.last) return true;
  }
  return false;
}

// "Doctors" / "physicians", "ship" / "vessel".
bool AreNeutralVariants(std::string_view x, std::string_view y) {
  const WordRelationTable& table = WordRelationTable::Shipped();
  const WordRelation relation = table.Between(table.Find(x), table.Find(y));
  return relation == WordRelation::kSynonym ||
         relation == WordRelation::kNarrower;
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
    m.alike = CosineOfWords(d, i, chunk.head, j, other.head);
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
  Add(d, EvidenceAt(*d.near, i, chunk.range),
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

void CompareChunks(const Direction& d, int i, std::vector<Finding>* found) {
  for (const NounChunk& chunk : NounChunksOf(*d.near, i)) {
    std::optional<Match> best;
    for (const Partner& partner : (*d.partners)[i]) {
      if (Nearness(partner) < kMinNearness) continue;
      for (const NounChunk& other : NounChunksOf(*d.far, partner.sentence)) {
        const std::optional<Match> m =
            MatchWith(d, i, chunk, partner, other);
        if (m && (!best || m->score > best->score)) best = m;
      }
    }
    if (best) AddMatch(d, i, chunk, *best, found);
  }
}

Evidence NameAt(const ReportIndex& report, const NamePlace& place) {
  return EvidenceAt(report, place.sentence, {place.word, place.word + 1});
}

void CompareNames(const Direction& d, std::vector<Finding>* found) {
  for (const NameForms& forms : FindNameForms(*d.near, *d.far)) {
    Evidence here = NameAt(*d.near, forms.left);
    Evidence there = NameAt(*d.far, forms.right);
    std::vector<std::string> triggers = {here.quote, there.quote};
    const int count = std::min(forms.left.count, forms.right.count);
    Add(d, std::move(here), std::move(there), "label.name", 1,
        "The reports use different forms of a name: ", std::move(triggers),
        {{"name", 1.0}, {"name_repeated", count > 1 ? 1.0 : 0.0}}, found);
  }
}

// A noun phrase with the prepositional phrases that hang on it: "the massacre
// in Bucha".
struct Phrase {
  int sentence = 0;
  NounChunk chunk;
  WordRange range;
  StringSet anchors;  // rare stems but the head's
};

bool HangsOn(const std::vector<Word>& words, std::size_t i) {
  static constexpr std::string_view kPrepositions[] = {
      "of", "in", "on", "at", "against", "over", "by", "with", "for", "to"};
  return i < words.size() &&
         std::find(std::begin(kPrepositions), std::end(kPrepositions),
                   words[i].normal) != std::end(kPrepositions);
}

std::vector<Phrase> PhrasesOf(const ReportIndex& report) {
  std::vector<Phrase> phrases;
  for (int i = 0; i < report.sentence_count(); ++i) {
    const std::vector<NounChunk> chunks = NounChunksOf(report, i);
    for (std::size_t k = 0; k < chunks.size(); ++k) {
      if (chunks[k].named || phrases.size() >= kMaxPhrases) continue;
      const std::string_view head = report.words(i)[chunks[k].head].stem;
      if (report.Rarity(report.words(i)[chunks[k].head]) <= 0) continue;
      Phrase phrase{i, chunks[k], chunks[k].range, {}};
      if (k + 1 < chunks.size() &&
          chunks[k + 1].range.first == phrase.range.last + 1 &&
          HangsOn(report.words(i), phrase.range.last)) {
        phrase.range.last = chunks[k + 1].range.last;
      }
      phrase.anchors = StemsOf(report, i, phrase.range);
      phrase.anchors.erase(head);
      if (!phrase.anchors.empty()) phrases.push_back(std::move(phrase));
    }
  }
  return phrases;
}

double SharedAnchors(const ReportIndex& near, const Phrase& a,
                     const Phrase& b) {
  double sum = 0;
  StringSet seen;
  for (std::size_t k = a.range.first; k < a.range.last; ++k) {
    const Word& word = near.words(a.sentence)[k];
    if (a.anchors.contains(word.stem) && b.anchors.contains(word.stem) &&
        seen.emplace(word.stem).second) {
      sum += near.Rarity(word);
    }
  }
  return sum;
}

struct AnchorMatch {
  const Phrase* near = nullptr;
  const Phrase* far = nullptr;
  double shared = 0;
  double alike = 0;
  double loaded = 0;
  double meaning = 0;  // of the sentences
  double score = 0;
};

AnchorMatch MatchPhrases(const Direction& d, const Phrase& a,
                         const Phrase& b) {
  AnchorMatch m{&a, &b, SharedAnchors(*d.near, a, b), 0, 0, 0, 0};
  if (m.shared < kMinAnchor) return m;
  m.alike = CosineOfWords(d, a.sentence, a.chunk.head, b.sentence,
                          b.chunk.head);
  m.loaded = (IsLoaded(*d.near, a.sentence, a.chunk.range) ? 0.5 : 0) +
             (IsLoaded(*d.far, b.sentence, b.chunk.range) ? 0.5 : 0);
  if (m.loaded == 0 &&
      AreNeutralVariants(d.near->BaseStem(a.sentence, a.chunk.head),
                         d.far->BaseStem(b.sentence, b.chunk.head))) {
    return m;
  }
  m.score = m.shared / 10 + m.alike + m.loaded;
  return m;
}

// The phrases of the two reports that share a rare word, the one thing they
// tell of, and have other heads, which their own report alone uses.
void CompareAnchored(const Direction& d, std::vector<Finding>* found) {
  const std::vector<Phrase> near = PhrasesOf(*d.near);
  const std::vector<Phrase> far = PhrasesOf(*d.far);
  for (const Phrase& a : near) {
    const Word& head = d.near->words(a.sentence)[a.chunk.head];
    if (d.far->SentencesWith(head.stem) > 0) continue;
    AnchorMatch best;
    for (const Phrase& b : far) {
      const Word& other = d.far->words(b.sentence)[b.chunk.head];
      if (other.stem == head.stem ||
          d.near->SentencesWith(other.stem) > 0) {
        continue;
      }
      const AnchorMatch m = MatchPhrases(d, a, b);
      if (m.score > best.score) best = m;
    }
    if (best.near == nullptr || best.score < kMinAnchorScore) continue;
    const Phrase& b = *best.far;
    Add(d, EvidenceAt(*d.near, a.sentence, a.range),
        EvidenceAt(*d.far, b.sentence, b.range), "label.anchor", 2,
        "The reports name it differently: ",
        {std::string(d.near->article().Quote(head.span)),
         std::string(d.far->article().Quote(
             d.far->words(b.sentence)[b.chunk.head].span))},
        {{"anchor", 1.0},
         {"anchor_shared", std::min(2.0, best.shared / 10)},
         {"anchor_alike", best.alike},
         {"anchor_loaded", best.loaded}},
        found);
  }
}

}  // namespace

void DetectLabels(const Direction& direction, std::vector<Finding>* found) {
  CompareTitles(direction, found);
  CompareNames(direction, found);
  CompareAnchored(direction, found);
  for (int i = 0; i < direction.near->sentence_count(); ++i) {
    CompareChunks(direction, i, found);
  }
}

}  // namespace rashomon
