#include "engine/events/event_reader.h"

#include <algorithm>
#include <bitset>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include <Eigen/Core>

#include "absl/container/flat_hash_set.h"
#include "engine/base/simd_target.h"
#include "engine/embed/row_sum.h"
#include "engine/events/word_sequences.h"
#include "engine/text/date_expression.h"
#include "engine/text/number_key.h"
#include "engine/text/script.h"

namespace rashomon {
namespace {

// A capitalised word rarer than this is a name even where it opens a sentence
// or stands in a headline, where capitals tell nothing.
constexpr double kRareName = 9.5;
constexpr double kName = 7.0;
// An entity is as rare as its rarest word, and no more frequent than this.
constexpr double kEntity = 5.0;
// The head: the title and so many words of the text, rounded up to sentences.
constexpr std::size_t kHeadWords = 50;
constexpr float kTitleWeight = 1.5f;  // as in story_report.cc

using Sentences = std::vector<std::vector<Word>>;

std::size_t CountWords(const std::vector<Word>& words) {
  return std::count_if(words.begin(), words.end(), [](const Word& w) {
    return w.kind != WordKind::kPunctuation;
  });
}

// The title's sentences and the first of the text.
std::vector<bool> HeadSentences(const Annotation& annotation) {
  std::vector<bool> head(annotation.sentences.size(), false);
  std::size_t words = 0;
  for (std::size_t i = 0; i < head.size(); ++i) {
    const bool title = annotation.sentences[i].field == Field::kTitle;
    if (!title && words >= kHeadWords) break;
    head[i] = true;
    if (!title) words += CountWords(annotation.words[i]);
  }
  return head;
}

// How many sentences the title has: one where there is none.
std::size_t TitleSentences(const Annotation& annotation) {
  std::size_t titles = 0;
  while (titles < annotation.sentences.size() &&
         annotation.sentences[titles].field == Field::kTitle) {
    ++titles;
  }
  return std::min(std::max<std::size_t>(titles, 1),
                  annotation.sentences.size());
}

TextScript ScriptOf(const Sentences& sentences) {
  int surplus = 0;  // of Latin words
  for (const auto& words : sentences) {
    for (const Word& w : words) {
      if (w.kind != WordKind::kWord) continue;
      surplus += IsLatin(w.normal) ? 1 : 0;
      surplus -= IsCyrillic(w.normal) ? 1 : 0;
    }
  }
  if (surplus == 0) return TextScript::kNone;
  return surplus > 0 ? TextScript::kLatin : TextScript::kCyrillic;
}

// Some of the hashes of words: what it says that it lacks it does lack.
class SomeHashes {
 public:
  void Add(std::uint32_t hash) { bits_.set(hash % kBits); }
  bool MayHave(std::uint32_t hash) const { return bits_.test(hash % kBits); }

 private:
  static constexpr std::size_t kBits = 4096;

  std::bitset<kBits> bits_;
};

// Words by their normal forms.
struct HashOfNormal {
  std::size_t operator()(const Word* word) const { return word->hash; }
};
struct SameNormal {
  bool operator()(const Word* a, const Word* b) const {
    return a->normal == b->normal;
  }
};
using WordForms = absl::flat_hash_set<const Word*, HashOfNormal, SameNormal>;

// Those in small letters that stand with a capital, too. Most words have none
// anywhere, and need not be kept.
WordForms LowerCaseWords(const Sentences& sentences) {
  SomeHashes capitalized;
  for (const auto& words : sentences) {
    for (const Word& w : words) {
      if (w.capitalized) capitalized.Add(w.hash);
    }
  }
  WordForms lower;
  for (const auto& words : sentences) {
    for (const Word& w : words) {
      if (w.kind == WordKind::kWord && !w.capitalized &&
          capitalized.MayHave(w.hash)) {
        lower.insert(&w);
      }
    }
  }
  return lower;
}

void AddAnchor(std::string_view text, std::string_view normal,
               std::string_view key, double rarity, bool in_head,
               AnchorMap* anchors) {
  auto [it, added] = anchors->try_emplace(std::string(key));
  Anchor& anchor = it->second;
  if (added) {
    anchor = {std::string(text), std::string(normal), rarity, false};
  }
  anchor.rarity = std::min(anchor.rarity, rarity);
  anchor.in_head |= in_head;
}

bool IsYear(std::string_view number) {
  return number.size() == 4 &&
         (number.substr(0, 2) == "19" || number.substr(0, 2) == "20");
}

void AddNumbersOf(const Article& article, const std::vector<Word>& words,
                  bool in_head, const WordCounts& counts,
                  EventProfile* profile) {
  for (const Word& w : words) {
    if (w.kind != WordKind::kNumber || w.normal.size() < 2) continue;
    if (IsYear(w.normal)) continue;
    AddAnchor(article.Quote(w.span), w.normal, NumberKey(w.normal),
              counts.Rarity(w.stem), in_head, &profile->numbers);
  }
}

void AddNumbers(const Article& article, const std::vector<Word>& words,
                bool in_head, const WordCounts& counts,
                EventProfile* profile) {
  if (profile->script != TextScript::kCyrillic) {
    AddNumbersOf(article, words, in_head, counts, profile);
    return;
  }
  std::deque<std::string> texts;
  std::vector<Word> joined = words;
  JoinNumberGroups(&joined, &texts);
  AddNumbersOf(article, joined, in_head, counts, profile);
}

// One sentence, and its words in a book.
struct ReadSentence {
  const std::vector<Word>& words;
  const std::vector<BookWord>& numbers;

  double Rarity(std::size_t word, const WordBook& book) const {
    return book.rarity(numbers[word].stem);
  }
};

void AddNames(const Article& article, const ReadSentence& sentence,
              bool in_head, const WordForms& lower, const WordBook& book,
              EventProfile* profile) {
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    const Word& w = sentence.words[i];
    if (w.kind != WordKind::kWord || !w.capitalized) continue;
    if (w.normal.size() < 2) continue;
    const double rarity = sentence.Rarity(i, book);
    const bool open = i == 0 || w.span.field == Field::kTitle;
    if (rarity < (open ? kRareName : kName) || lower.contains(&w)) continue;
    AddAnchor(article.Quote(w.span), w.normal, w.stem, rarity, in_head,
              &profile->names);
  }
}

bool Holds(const Span& outer, const Span& inner) {
  return outer.field == inner.field && outer.begin <= inner.begin &&
         inner.end <= outer.end;
}

double RarestWord(const ReadSentence& sentence, const Span& within,
                  const WordBook& book) {
  double rarest = kEntity;
  for (std::size_t k = 0; k < sentence.words.size(); ++k) {
    if (Holds(within, sentence.words[k].span)) {
      rarest = std::max(rarest, sentence.Rarity(k, book));
    }
  }
  return rarest;
}

void AddEntities(const Article& article, const Annotation& annotation,
                 const std::vector<bool>& head, const BookSentences& numbers,
                 const WordBook& book, EventProfile* profile) {
  std::size_t i = 0;  // both are in order of span
  for (const Mention& mention : annotation.mentions) {
    while (i < head.size() && !Holds(annotation.sentences[i], mention.span)) {
      ++i;
    }
    if (i == head.size()) break;
    if (mention.entity.empty()) continue;
    AddAnchor(article.Quote(mention.span), mention.entity, mention.entity,
              RarestWord({annotation.words[i], numbers[i]}, mention.span,
                         book),
              head[i], &profile->entities);
  }
}

std::string MonthDay(int month, int day) {
  char text[8];
  std::snprintf(text, sizeof(text), "%02d-%02d", month % 100, day % 100);
  return text;
}

void AddDays(const Article& article, const Annotation& annotation,
             EventProfile* profile) {
  for (std::size_t i = 0; i < annotation.sentences.size(); ++i) {
    const std::vector<Word>& words = annotation.words[i];
    if (std::none_of(words.begin(), words.end(),
                     [](const Word& w) { return w.dates; })) {
      continue;
    }
    const Span& sentence = annotation.sentences[i];
    for (const DateExpression& d :
         FindDates(article.field(sentence.field), sentence)) {
      if (!d.month || !d.day) continue;
      profile->days.try_emplace(MonthDay(*d.month, *d.day),
                                std::string(article.Quote(d.span)));
    }
  }
}

WeekdaySet WeekdaysOf(std::span<const std::vector<Word>> sentences) {
  WeekdaySet days;
  for (const auto& words : sentences) {
    for (const Word& w : words) {
      if (const auto day = NamedWeekday(w.normal)) days.Add(*day);
    }
  }
  return days;
}

void AddScaled(const std::vector<float>& row, float weight,
               std::vector<float>* sum) {
  const auto d = static_cast<Eigen::Index>(row.size());
  Eigen::Map<Eigen::VectorXf>(sum->data(), d) +=
      weight * Eigen::Map<const Eigen::VectorXf>(row.data(), d);
}

void Normalize(std::vector<float>* sum) {
  double squares = 0;
  for (const float x : *sum) squares += double{x} * x;
  if (squares == 0) return;
  const auto scale = static_cast<float>(1 / std::sqrt(squares));
  for (float& x : *sum) x *= scale;
}

}  // namespace

EventReader::EventReader(const WordModel* words)
    : EventReader(new WordBook(words)) {
  own_.reset(book_);
}

EventReader::EventReader(WordBook* book) : book_(book) {
  const WordModel& model = book->model();
  if (model.vectors() != nullptr) {
    rows_.emplace(model.vectors(), &model.counts());
  }
}

EventProfile EventReader::Read(const Article& article,
                               const Annotation& annotation) {
  if (own_ != nullptr) own_->Renew();
  const WordCounts& counts = book_->model().counts();
  const BookSentences numbers = book_->Read(annotation);
  const std::vector<bool> head = HeadSentences(annotation);
  const std::span all(annotation.words);
  const std::span all_numbers(numbers);
  const auto heads = static_cast<std::size_t>(
      std::find(head.begin(), head.end(), false) - head.begin());
  const std::size_t titles = TitleSentences(annotation);
  EventProfile profile;
  profile.published = article.published_day();
  profile.script = ScriptOf(annotation.words);
  profile.head =
      MakeStemBag(all.first(heads), all_numbers.first(heads), *book_);
  profile.title =
      MakeStemBag(all.first(titles), all_numbers.first(titles), *book_);
  profile.weekdays = WeekdaysOf(all.first(heads));
  profile.sequences = RareSequences(annotation.words, numbers, *book_);
  ReadMeaning(annotation, head, &profile);
  const WordForms lower = LowerCaseWords(annotation.words);
  for (std::size_t i = 0; i < head.size(); ++i) {
    const std::vector<Word>& words = annotation.words[i];
    AddNames(article, {words, numbers[i]}, head[i], lower, *book_, &profile);
    AddNumbers(article, words, head[i], counts, &profile);
  }
  AddEntities(article, annotation, head, numbers, *book_, &profile);
  AddDays(article, annotation, &profile);
  return profile;
}

// Words of several memories have equal ids where they are not equal, but within
// a sentence.
void EventReader::RenewRows(const std::shared_ptr<const void>& memory) {
  if (memory == nullptr || memory != memory_) ++generation_;
  memory_ = memory;
  rows_->Renew(generation_);
}

void EventReader::ReadMeaning(const Annotation& annotation,
                              const std::vector<bool>& head,
                              EventProfile* profile) {
  if (!rows_) return;
  const auto d =
      static_cast<std::size_t>(book_->model().vectors()->dimensions());
  const std::shared_ptr<const void> memory = annotation.word_texts.memory();
  std::vector<float> row(d);
  profile->head_meaning.resize(d);
  profile->whole_meaning.resize(d);
  for (std::size_t i = 0; i < std::min(head.size(), kMaxSentences); ++i) {
    RenewRows(memory);
    const std::vector<WeightedRow>& rows = rows_->Of(annotation.words[i]);
    UnitSum(SimdTarget::kBest, rows.data(), rows.size(), d, row.data());
    AddScaled(row, 1, &profile->whole_meaning);
    if (!head[i]) continue;
    const bool title = annotation.sentences[i].field == Field::kTitle;
    AddScaled(row, title ? kTitleWeight : 1, &profile->head_meaning);
  }
  Normalize(&profile->head_meaning);
  Normalize(&profile->whole_meaning);
}

}  // namespace rashomon
