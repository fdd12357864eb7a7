#include "engine/contrast/pair_units.h"

#include <algorithm>
#include <utility>

#include "engine/base/strings.h"
#include "engine/embed/word_vectors.h"
#include "engine/lexicon/word_forms.h"

namespace rashomon {
namespace {

constexpr std::string_view kContrastList = "contrast_sets";

// How surely one country or nationality excludes another.
constexpr double kPlaceStrength = 0.8;

// What a unit counts for, by its last word.
double WeightOf(Tag tag, bool in_set) {
  if (tag == Tag::kProper) return 1.2;
  if (IsNoun(tag) || IsVerb(tag)) return 1;
  if (tag == Tag::kAdjective || tag == Tag::kNumber) return 0.7;
  if (tag == Tag::kAdverb) return 0.4;
  return in_set ? 0.7 : 0;
}

// "there is", "it is": no content, whatever their tag.
bool IsEmptyWord(const Word& word) {
  static constexpr std::string_view kEmpty[] = {
      "there", "it", "also", "then", "so", "very", "just", "however", "someone",
      "somebody", "one", "something", "some", "everybody", "everyone",
      "anyone"};
  return std::find(std::begin(kEmpty), std::end(kEmpty), word.normal) !=
         std::end(kEmpty);
}

bool IsClauseMark(const Word& word) {
  return word.normal == "," || word.normal == ";" || word.normal == ":" ||
         word.normal == "-" || word.normal == "(" || word.normal == ")";
}

bool OpensCondition(const Word& word) {
  return word.normal == "if" || word.normal == "unless" ||
         word.normal == "whether" || word.normal == "если";
}

// The note of a row of contrast_sets.tsv: the member, and after tabs "converse"
// or members of further sets, "profit=loss".
std::vector<ContrastMember> MembersOf(const LexiconEntry& entry) {
  std::vector<ContrastMember> members;
  bool converse = false;
  for (const std::string_view part : SplitOn(entry.note, '\t')) {
    const std::size_t equals = part.find('=');
    if (part == "converse") {
      converse = true;
    } else if (equals == std::string_view::npos) {
      members.push_back({entry.category, part, entry.strength, false});
    } else {
      members.push_back({part.substr(0, equals), part.substr(equals + 1),
                         entry.strength, false});
    }
  }
  if (!members.empty()) members[0].converse = converse;
  return members;
}

bool MeansLack(const ContrastMember& member) { return member.set == "lack"; }

// Reads one sentence after the other into a side.
class SideBuilder {
 public:
  SideBuilder(const Lexicons& lexicons, const PhraseList& contrast_sets,
              WordSplitter* splitter, PairSide* side)
      : lexicons_(lexicons),
        contrast_sets_(contrast_sets),
        splitter_(splitter),
        side_(side) {}

  void AddSentence(int sentence) {
    sentence_ = sentence;
    words_ = &side_->index->words(sentence);
    tags_ = &side_->index->tags(sentence);
    units_at_.assign(words_->size(), {});
    MarkImplicatives();
    MarkNumbers();
    MarkPlaces();
    MarkContrasts();
    MarkHedges();
    MarkClauses();
    const std::size_t first_unit = side_->units.size();
    AddUnits();
    AddNegations(first_unit);
    next_clause_ = clauses_.empty() ? next_clause_ : clauses_.back() + 1;
  }

 private:
  // What is known of a unit before it is made.
  struct Marked {
    std::size_t last = 0;  // 0: no unit starts here
    bool inside = false;   // of a unit that starts before
    std::vector<ContrastMember> contrasts;
    const Quantity* number = nullptr;
    bool name = false;
    bool is_cue = false;  // no unit at all
  };

  // False where another unit has one of the words.
  bool Mark(WordRange range, const Marked& what) {
    for (std::size_t i = range.first; i < range.last; ++i) {
      if (units_at_[i].last != 0 || units_at_[i].inside) return false;
    }
    for (std::size_t i = range.first; i < range.last; ++i) {
      units_at_[i].inside = i > range.first;
    }
    units_at_[range.first] = what;
    units_at_[range.first].last = range.last;
    return true;
  }

  WordRange WordsOf(const Span& span) const {
    const auto first = std::partition_point(
        words_->begin(), words_->end(),
        [&](const Word& w) { return w.span.end <= span.begin; });
    const auto last = std::partition_point(
        first, words_->end(),
        [&](const Word& w) { return w.span.begin < span.end; });
    return {static_cast<std::size_t>(first - words_->begin()),
            static_cast<std::size_t>(last - words_->begin())};
  }

  void MarkNumber(const Quantity& quantity) {
    if (side_->index->SentenceAt(quantity.number) != sentence_) return;
    const WordRange at = WordsOf(quantity.number);
    if (at.empty()) return;
    Marked marked;
    marked.number = &quantity;
    Mark(at, marked);
  }

  void MarkNumbers() {
    const Annotation& a = side_->index->annotation();
    for (int c : side_->index->claims_in(sentence_)) {
      const Claim& claim = a.claims[static_cast<std::size_t>(c)];
      for (const Quantity& q : claim.quantities) MarkNumber(q);
    }
    for (; next_ordinal_ < a.ordinals.size(); ++next_ordinal_) {
      const Quantity& q = a.ordinals[next_ordinal_];
      if (side_->index->SentenceAt(q.span) > sentence_) break;
      MarkNumber(q);
    }
  }

  void MarkPlaces() {
    for (const PhraseMatch& m :
         lexicons_.list(ListId::kPlaces).Match(*words_)) {
      const LexiconEntry& e = *m.entry;
      if (e.category == "head") continue;
      Marked marked;
      marked.name = true;
      const std::string_view id = std::string_view(e.note).substr(
          0, std::min(e.note.find('\t'), e.note.size()));
      if (e.category == "country" || e.category == "nationality") {
        marked.contrasts = {{e.category, id, kPlaceStrength, false}};
      } else if (e.category == "city" || e.category == "capital") {
        marked.contrasts = {{"city", id, kPlaceStrength, false}};
      }
      Mark({m.first, m.last}, marked);
    }
  }

  // "failed to leave": the cue is read as a negation, and is no unit.
  void MarkImplicatives() {
    for (const PhraseMatch& m :
         lexicons_.list(ListId::kImplicatives).Match(*words_)) {
      if (!IsNegative(m)) continue;
      Marked marked;
      marked.is_cue = true;
      Mark({m.first, m.last}, marked);
    }
  }

  static bool IsNegative(const PhraseMatch& m) {
    return m.entry->category == "negative" && m.entry->note.empty();
  }

  void MarkContrasts() {
    for (const PhraseMatch& m : contrast_sets_.Match(*words_)) {
      const LexiconEntry& e = *m.entry;
      Marked marked;
      marked.contrasts = MembersOf(e);
      Mark({m.first, m.last}, marked);
    }
  }

  void MarkHedges() {
    constexpr double kSurelyHedges = 0.8;
    hedged_.assign(words_->size(), false);
    for (int i : side_->index->hedges_in(sentence_)) {
      const HedgeFlag& hedge =
          side_->index->annotation().hedges[static_cast<std::size_t>(i)];
      if (hedge.strength < kSurelyHedges) continue;
      const WordRange at = WordsOf(hedge.span);
      if (!at.empty()) hedged_[at.first] = true;
    }
  }

  // Whether a new clause starts at a word: after a mark or a subordinator, or
  // at a coordinator with a finite verb on either side.
  bool HasFinite(std::size_t first, std::size_t step_limit) const {
    for (std::size_t i = first; i < words_->size() && i < first + step_limit;
         ++i) {
      const Tag tag = (*tags_)[i];
      if (IsFinite(tag) || tag == Tag::kBe || tag == Tag::kHave ||
          tag == Tag::kModal || tag == Tag::kDo) {
        return true;
      }
      if (IsClauseMark((*words_)[i])) return false;
    }
    return false;
  }

  bool IsPreposition(std::size_t word) const {
    return (*tags_)[word] == Tag::kPreposition;
  }

  void MarkClauses() {
    constexpr std::size_t kLookAhead = 8;
    clauses_.assign(words_->size(), next_clause_);
    open_.assign(words_->size(), false);
    conditional_.assign(words_->size(), false);
    bool finite = false;
    bool open = false;
    bool conditional = false;
    int clause = next_clause_;
    for (std::size_t i = 0; i < words_->size(); ++i) {
      const Tag tag = (*tags_)[i];
      const bool opens =
          IsClauseMark((*words_)[i]) || tag == Tag::kSubordinator ||
          (tag == Tag::kRelative && !(i > 0 && IsPreposition(i - 1))) ||
          (tag == Tag::kCoordinator && HasFinite(i + 1, kLookAhead));
      if (opens && finite) {
        ++clause;
        finite = open = conditional = false;
      }
      conditional = conditional || OpensCondition((*words_)[i]);
      open = open || conditional || hedged_[i];
      finite = finite || IsFinite(tag) || tag == Tag::kBe ||
               tag == Tag::kModal || tag == Tag::kDo || tag == Tag::kHave;
      clauses_[i] = clause;
      open_[i] = open;
      conditional_[i] = conditional;
    }
  }

  void AddUnits() {
    for (std::size_t i = 0; i < words_->size();) {
      const Marked& marked = units_at_[i];
      const std::size_t last = marked.last == 0 ? i + 1 : marked.last;
      AddUnit({i, last}, marked);
      i = last;
    }
  }

  void AddUnit(WordRange range, const Marked& marked) {
    if (side_->units.size() >= kMaxPairUnits) {
      side_->cut = true;
      return;
    }
    if (marked.is_cue) return;
    const Word& word = (*words_)[range.last - 1];
    const Tag tag = (*tags_)[range.last - 1];
    const bool special = marked.last != 0;
    if (word.kind == WordKind::kPunctuation) return;
    if (!special && (IsAuxiliary(tag) || IsEmptyWord(word))) return;
    if (!special && IsNegation(range.first)) return;
    PairUnit unit;
    unit.weight = marked.number != nullptr ? 0.7 : WeightOf(tag, special);
    if (unit.weight <= 0) return;
    unit.sentence = sentence_;
    unit.words = range;
    unit.stem = StemOf(word, tag);
    unit.tag = tag;
    unit.related = WordRelationTable::Shipped().Find(unit.stem);
    unit.row = side_->index->RowOf(sentence_, range.last - 1);
    unit.contrasts = marked.contrasts;
    if (marked.number != nullptr) unit.number = *marked.number;
    unit.name = marked.name || tag == Tag::kProper;
    unit.clause = clauses_[range.first];
    unit.open = open_[range.first];
    side_->units.push_back(unit);
  }

  // "took", "take"; "men", "man". A name is no irregular form.
  std::string StemOf(const Word& word, Tag tag) const {
    if (tag != Tag::kPlural && !IsVerb(tag)) return std::string(word.stem);
    const std::string_view base =
        WordFormTable::Shipped().IrregularBase(word.normal);
    return base.empty() ? std::string(word.stem) : splitter_->Stem(base);
  }

  bool IsNegation(std::size_t word) const {
    const LexiconEntry* entry =
        lexicons_.list(ListId::kNegations).Find((*words_)[word]);
    return entry != nullptr && (entry->category == "negation" ||
                                entry->category == "constituent");
  }

  // The first unit at or after the word in its clause; for a verb's negation
  // the first verb there.
  std::size_t FocusAt(std::size_t first_unit, std::size_t word,
                      bool verb) const {
    const std::vector<PairUnit>& units = side_->units;
    if (word >= words_->size()) return units.size();
    std::size_t best = units.size();
    for (std::size_t u = first_unit; u < units.size(); ++u) {
      if (units[u].words.first < word) continue;
      if (units[u].clause != clauses_[word]) break;
      if (best == units.size()) best = u;
      if (!verb || IsVerb(units[u].tag)) return u;
      if (IsNoun(units[u].tag)) return best;
    }
    return best;
  }

  // "with no hat", "in no way": a prepositional phrase holds the negation.
  bool InPhrase(std::size_t word) const {
    return word > 0 && IsPreposition(word - 1);
  }

  void AddNegation(std::size_t first_unit, const PhraseMatch& m, bool verb) {
    PairNegation negation;
    negation.clause = clauses_[m.first];
    negation.conditional = conditional_[m.first];
    negation.focus = verb || (*words_)[m.first].normal == "no"
                         ? FocusAt(first_unit, m.last, verb)
                         : side_->units.size();
    negation.whole = verb || !InPhrase(m.first);
    side_->negations.push_back(negation);
  }

  // "without a permit", "a lack of evidence"
  void AddPhraseNegation(std::size_t first_unit, const PhraseMatch& m) {
    const std::size_t focus = FocusAt(first_unit, m.last, false);
    side_->negations.push_back(
        {clauses_[m.first], focus, false, conditional_[m.first]});
  }

  // "stopped selling", "ceased to": what follows holds no longer.
  bool EndsWhatFollows(std::size_t word) const {
    static constexpr std::string_view kStems[] = {"stop", "ceas", "quit"};
    return word + 1 < words_->size() && (*tags_)[word + 1] == Tag::kGerund &&
           std::find(std::begin(kStems), std::end(kStems),
                     (*words_)[word].stem) != std::end(kStems);
  }

  void AddNegations(std::size_t first_unit) {
    for (const PhraseMatch& m :
         lexicons_.list(ListId::kNegations).Match(*words_)) {
      const bool verb = m.entry->category == "negation";
      if (!verb && m.entry->category != "constituent") continue;
      AddNegation(first_unit, m, verb);
    }
    for (const PhraseMatch& m :
         lexicons_.list(ListId::kImplicatives).Match(*words_)) {
      if (IsNegative(m)) AddNegation(first_unit, m, true);
    }
    for (const PhraseMatch& m : contrast_sets_.Match(*words_)) {
      const std::vector<ContrastMember> members = MembersOf(*m.entry);
      if (std::any_of(members.begin(), members.end(), MeansLack)) {
        AddPhraseNegation(first_unit, m);
      }
    }
    for (std::size_t i = 0; i < words_->size(); ++i) {
      if (!EndsWhatFollows(i)) continue;
      AddNegation(first_unit, {i, i + 1, nullptr}, true);
    }
  }

  const Lexicons& lexicons_;
  const PhraseList& contrast_sets_;
  WordSplitter* splitter_;
  PairSide* side_;
  int sentence_ = 0;
  int next_clause_ = 0;
  std::size_t next_ordinal_ = 0;
  const std::vector<Word>* words_ = nullptr;
  const std::vector<Tag>* tags_ = nullptr;
  std::vector<Marked> units_at_;
  std::vector<int> clauses_;
  std::vector<bool> open_;
  std::vector<bool> hedged_;
  std::vector<bool> conditional_;
};

}  // namespace

PairReader::PairReader(const Lexicons* lexicons, const WordModel* words)
    : lexicons_(lexicons),
      words_(words),
      contrast_sets_(&lexicons->list(kContrastList)),
      annotator_(lexicons) {}

PairSide PairReader::Read(const std::string& text) {
  PairSide side;
  auto article = std::make_unique<Article>();
  article->text = text;
  auto annotation = std::make_unique<Annotation>(annotator_.Annotate(*article));
  side.index =
      std::make_unique<ReportIndex>(*article, *annotation, *words_);
  side.article = std::move(article);
  side.annotation = std::move(annotation);
  SideBuilder builder(*lexicons_, *contrast_sets_, &splitter_, &side);
  for (int i = 0; i < side.index->sentence_count() && !side.cut; ++i) {
    builder.AddSentence(i);
  }
  return side;
}

}  // namespace rashomon
