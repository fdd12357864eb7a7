#include "engine/events/story_report.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "engine/base/span.h"
#include "engine/base/stable_hash.h"
#include "engine/text/sentence.h"

namespace rashomon {
namespace {

// Heads of 60 words group data/events/neus_val as well as those of 50 to 200
// do (within 0.005 of B-cubed F1), and ecbplus better than longer ones.
constexpr std::size_t kLeadWords = 60;
constexpr double kFloor = 3.5;   // ln of 1 in 33: weights count from here
constexpr double kCommon = 4.5;  // more frequent stems say nothing
constexpr double kNameBoost = 1.4;
constexpr float kTitleWeight = 1.5f;
// As in event_profile.cc: capitals tell nothing where a sentence opens.
constexpr double kRareName = 9.5;
constexpr double kName = 7.0;

struct Sentence {
  Span span;
  std::vector<Word> words;  // no punctuation
  bool in_head = false;
};

std::uint32_t TermOf(std::string_view stem) {
  return static_cast<std::uint32_t>(StableHash().Add(stem).Value() >> 32);
}

std::vector<Sentence> ReadSentences(const Article& article,
                                    WordSplitter* splitter) {
  std::vector<Sentence> sentences;
  std::size_t words = 0;  // of the text
  for (const Field field : {Field::kTitle, Field::kText}) {
    for (const Span& span : SplitSentences(article.field(field), field,
                                           ResidueSpans(article, field))) {
      Sentence s;
      s.span = span;
      s.in_head = field == Field::kTitle || words < kLeadWords;
      s.words = splitter->Split(article.field(field), span);
      std::erase_if(s.words, [](const Word& w) {
        return w.kind == WordKind::kPunctuation || w.stem.empty();
      });
      if (field == Field::kText) words += s.words.size();
      sentences.push_back(std::move(s));
    }
  }
  return sentences;
}

std::set<std::string> LowerCaseWords(const std::vector<Sentence>& sentences) {
  std::set<std::string> lower;
  for (const Sentence& s : sentences) {
    for (const Word& w : s.words) {
      if (w.kind == WordKind::kWord && !w.capitalized) {
        lower.insert(std::string(w.normal));
      }
    }
  }
  return lower;
}

bool IsYear(std::string_view number) {
  return number.size() == 4 && (number[0] == '1' || number[0] == '2');
}

struct Term {
  int times = 0;
  int in_title = 0;
  double rarity = 0;
  bool name = false;
};

using Terms = std::map<std::uint32_t, Term>;

// Counts the terms of heads.
class HeadReader {
 public:
  HeadReader(const WordCounts& counts, const std::set<std::string>& lower)
      : counts_(counts), lower_(lower) {}

  void Read(const Sentence& sentence) {
    const bool title = sentence.span.field == Field::kTitle;
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      const Word& word = sentence.words[i];
      Term& term = terms_[TermOf(word.stem)];
      term.rarity = -std::log(counts_.Probability(word.stem));
      ++term.times;
      term.in_title += title;
      term.name |= IsName(word, term.rarity, title || i == 0);
      // Russian titles are not in title case: there a capital is a name's.
      if (title && IsName(word, term.rarity, i == 0)) {
        title_names_.insert(TermOf(word.stem));
      }
      if (word.kind == WordKind::kNumber && word.normal.size() >= 2 &&
          !IsYear(word.normal)) {
        numbers_.insert(TermOf(word.stem));
      }
      if (const auto day = NamedWeekday(word.normal)) weekdays_.Add(*day);
    }
  }

  const Terms& terms() const { return terms_; }
  const std::set<std::uint32_t>& numbers() const { return numbers_; }
  const std::set<std::uint32_t>& title_names() const { return title_names_; }
  WeekdaySet weekdays() const { return weekdays_; }

 private:
  bool IsName(const Word& word, double rarity, bool opens) const {
    return word.kind == WordKind::kWord && word.capitalized &&
           rarity > (opens ? kRareName : kName) &&
           lower_.count(std::string(word.normal)) == 0;
  }

  const WordCounts& counts_;
  const std::set<std::string>& lower_;
  Terms terms_;
  std::set<std::uint32_t> numbers_;
  std::set<std::uint32_t> title_names_;
  WeekdaySet weekdays_;
};

void KeepWeightiest(TermVector* terms) {
  if (terms->size() > StoryReader::kMaxTerms) {
    std::stable_sort(terms->begin(), terms->end(),
                     [](const WeightedTerm& a, const WeightedTerm& b) {
                       return a.weight > b.weight;
                     });
    terms->resize(StoryReader::kMaxTerms);
    std::sort(terms->begin(), terms->end(),
              [](const WeightedTerm& a, const WeightedTerm& b) {
                return a.term < b.term;
              });
  }
  terms->shrink_to_fit();
}

void Normalize(TermVector* terms) {
  double squares = 0;
  for (const WeightedTerm& t : *terms) squares += double{t.weight} * t.weight;
  if (squares == 0) return;
  const auto scale = static_cast<float>(1 / std::sqrt(squares));
  for (WeightedTerm& t : *terms) t.weight *= scale;
}

void FillTerms(const Terms& terms, StoryReport* report) {
  for (const auto& [id, term] : terms) {
    const double rarity = term.rarity - kFloor;
    if (term.name) {
      report->names.push_back({id, static_cast<float>(term.rarity)});
    }
    if (term.rarity <= kCommon) continue;
    const double times = 1 + std::log(term.times);
    report->head.push_back({id, static_cast<float>(
        times * rarity * (term.name ? kNameBoost : 1))});
    if (term.in_title > 0) {
      report->title.push_back({id, static_cast<float>(rarity)});
    }
  }
  KeepWeightiest(&report->head);
  KeepWeightiest(&report->title);
  KeepWeightiest(&report->names);
  Normalize(&report->head);
  Normalize(&report->title);
}

void FillMeaning(const std::vector<float>& sum, StoryReport* report) {
  float greatest = 0;
  for (const float x : sum) greatest = std::max(greatest, std::abs(x));
  if (greatest == 0) return;
  double squares = 0;
  for (const float x : sum) {
    const long value = std::lround(x / greatest * 127);
    report->meaning.push_back(static_cast<std::int8_t>(value));
    squares += static_cast<double>(value * value);
  }
  report->meaning_norm = static_cast<float>(std::sqrt(squares));
}

// The first kMaxTextTerms rare ones, sorted.
void FillTextTerms(const std::vector<Sentence>& sentences,
                   const WordCounts& counts, StoryReport* report) {
  std::set<std::uint32_t> terms;
  for (const Sentence& s : sentences) {
    report->words += s.words.size();
    for (const Word& w : s.words) {
      if (terms.size() == StoryReader::kMaxTextTerms) break;
      if (-std::log(counts.Probability(w.stem)) <= kName) continue;
      terms.insert(TermOf(w.stem));
    }
  }
  report->text_terms.assign(terms.begin(), terms.end());
}

std::vector<std::uint32_t> TextTerms(const std::vector<Sentence>& sentences) {
  std::vector<std::uint32_t> terms;
  for (const Sentence& s : sentences) {
    if (s.span.field == Field::kTitle) continue;
    for (const Word& w : s.words) terms.push_back(TermOf(w.stem));
  }
  return terms;
}

}  // namespace

double Cosine(const TermVector& a, const TermVector& b) {
  double dot = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    const std::uint32_t x = i->term, y = j->term;
    if (x == y) dot += double{i->weight} * j->weight;
    i += x <= y;
    j += y <= x;
  }
  return dot;
}

double MeaningCosine(const StoryReport& a, const StoryReport& b) {
  if (a.meaning.empty() || a.meaning.size() != b.meaning.size()) return 0;
  int dot = 0;
  for (std::size_t i = 0; i < a.meaning.size(); ++i) {
    dot += int{a.meaning[i]} * int{b.meaning[i]};
  }
  return dot / (double{a.meaning_norm} * b.meaning_norm);
}

StoryReader::StoryReader(const WordModel* words) : words_(words) {
  if (words->vectors() != nullptr) {
    embedder_.emplace(words->vectors(), &words->counts());
  }
}

StoryReport StoryReader::Read(const Article& article) {
  const std::vector<Sentence> sentences = ReadSentences(article, &splitter_);
  const std::set<std::string> lower = LowerCaseWords(sentences);
  StoryReport report;
  report.published = article.published_day();
  HeadReader head(words_->counts(), lower);
  const auto d = static_cast<std::size_t>(
      embedder_ ? embedder_->dimensions() : 0);
  std::vector<float> sum(d), row(d);
  for (const Sentence& s : sentences) {
    if (!s.in_head) break;
    head.Read(s);
    if (!embedder_) continue;
    embedder_->EmbedInto(article.field(s.span.field), s.span, row.data());
    const float weight = s.span.field == Field::kTitle ? kTitleWeight : 1;
    for (std::size_t i = 0; i < d; ++i) sum[i] += weight * row[i];
  }
  FillTerms(head.terms(), &report);
  report.numbers.assign(head.numbers().begin(), head.numbers().end());
  report.weekdays = head.weekdays();
  FillMeaning(sum, &report);
  report.title_names.assign(head.title_names().begin(),
                            head.title_names().end());
  FillTextTerms(sentences, words_->counts(), &report);
  report.text = MakeShingleSketch(TextTerms(sentences));
  return report;
}

}  // namespace rashomon
