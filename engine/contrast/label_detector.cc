#include "engine/contrast/label_detector.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "engine/base/strings.h"
#include "engine/contrast/clauses.h"
#include "engine/contrast/evidence.h"
#include "engine/contrast/noun_chunks.h"
#include "engine/embed/word_vectors.h"
#include "engine/lexicon/word_relations.h"

namespace rashomon {
namespace {

// Heads whose vectors are less alike name different things. Chosen by reading
// label rows of data/divergences; not fitted.
constexpr double kSameThing = 0.4;
constexpr double kMinNearness = 0.2;
constexpr std::size_t kTitleWords = 14;

double Nearness(const Partner& p) {
  return std::max({p.confidence, p.similarity, p.meaning - 0.3});
}

// The sentence's words that the other sentence does not have: from the first
// of them to the last.
WordRange NovelStretch(const ReportIndex& near, int i, const ReportIndex& far,
                       int j) {
  StringSet there;
  for (const Word& w : far.words(j)) there.insert(w.stem);
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
    there.insert(far.words(j)[k].stem);
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
    if (m.alike < kSameThing) return std::nullopt;
  }
  m.far = other;
  m.partner = partner;
  m.context = ContextOf(d, i, chunk, j, other);
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

// The first mention of each place, by entity.
std::map<std::string, const Mention*> PlacesOf(const ReportIndex& report) {
  std::map<std::string, const Mention*> places;
  for (const Mention& mention : report.annotation().mentions) {
    if (mention.type == MentionType::kPlace && !mention.entity.empty()) {
      places.try_emplace(mention.entity, &mention);
    }
  }
  return places;
}

// Whether the report ever writes the stem.
bool Writes(const ReportIndex& report, std::string_view stem) {
  return report.SentencesWith(stem) > 0;
}

void CompareNames(const Direction& d, std::vector<Finding>* found) {
  if (d.near->article().language != d.far->article().language) return;
  const auto far_places = PlacesOf(*d.far);
  for (const auto& [entity, mention] : PlacesOf(*d.near)) {
    const auto it = far_places.find(entity);
    if (it == far_places.end()) continue;
    const int i = d.near->SentenceAt(mention->span);
    const int j = d.far->SentenceAt(it->second->span);
    if (i < 0 || j < 0) continue;
    const WordRange here = d.near->WordsOf(i, mention->span);
    const WordRange there = d.far->WordsOf(j, it->second->span);
    if (here.last - here.first != 1 || there.last - there.first != 1) continue;
    const Word& x = d.near->words(i)[here.first];
    const Word& y = d.far->words(j)[there.first];
    if (x.stem == y.stem || x.all_caps || y.all_caps ||
        Writes(*d.far, x.stem) || Writes(*d.near, y.stem)) {
      continue;
    }
    Add(d, EvidenceAt(*d.near, i, here), EvidenceAt(*d.far, j, there),
        "label.name", 1, "The reports use different forms of a name: ",
        {std::string(d.near->article().Quote(x.span)),
         std::string(d.far->article().Quote(y.span))},
        {{"name", 1.0}}, found);
  }
}

}  // namespace

void DetectLabels(const Direction& direction, std::vector<Finding>* found) {
  CompareTitles(direction, found);
  CompareNames(direction, found);
  for (int i = 0; i < direction.near->sentence_count(); ++i) {
    CompareChunks(direction, i, found);
  }
}

}  // namespace rashomon
