#include "engine/embed/word_book.h"

#include <utility>

#include "engine/lexicon/word_forms.h"
#include "xxhash.h"

namespace rashomon {
namespace {

// What a story of sixty long reports has.
constexpr std::size_t kMostStems = 1u << 16;
constexpr std::size_t kMostUnknown = 1u << 14;

}  // namespace

void WordBook::Renew() {
  if (stems_.size() <= kMostStems && unknown_.size() <= kMostUnknown) return;
  numbers_.clear();
  stems_.clear();
  texts_.clear();
  by_normal_.clear();
  unknown_.clear();
  by_id_.clear();
  trigrams_ = LetterTrigrams();
}

int WordBook::Find(std::string_view stem) const {
  const auto found = numbers_.find(stem);
  return found == numbers_.end() ? kNone : found->second;
}

int WordBook::Number(std::string_view stem) {
  const int known = Find(stem);
  if (known != kNone) return known;
  const int number = size();
  Stem& facts = stems_.emplace_back();
  facts.stem = texts_.emplace_back(stem);
  facts.hash = XXH3_64bits(stem.data(), stem.size());
  facts.rarity = model_->counts().Rarity(stem);
  facts.sif_weight = model_->counts().SifWeight(stem);
  facts.related = WordRelationTable::Shipped().Find(stem);
  numbers_.emplace(facts.stem, number);
  return number;
}

int WordBook::BaseOf(std::string_view normal, int stem) {
  const std::string_view base = WordFormTable::Shipped().IrregularBase(normal);
  if (base.empty()) return stem;
  return Number(splitter().Stem(base));
}

BookWord WordBook::Look(const Word& word) {
  const int stem = Number(word.stem);
  const auto [at, added] = by_normal_.try_emplace(word.normal);
  if (added) at->second = {stem, BaseOf(word.normal, stem)};
  // Words of one normal form may have two stems: "us", "US".
  const bool regular = at->second.base == at->second.stem;
  return {stem, regular ? stem : at->second.base};
}

BookWord WordBook::LookById(const Word& word) {
  if (word.id >= by_id_.size()) by_id_.resize(word.id + 1, {kNone, kNone});
  BookWord& known = by_id_[word.id];
  if (known.stem == kNone) known = Look(word);
  return known;
}

std::vector<BookWord> WordBook::Read(const std::vector<Word>& words) {
  std::vector<BookWord> read;
  read.reserve(words.size());
  for (const Word& word : words) read.push_back(Look(word));
  return read;
}

BookSentences WordBook::Read(const Annotation& annotation) {
  std::shared_ptr<const void> memory = annotation.word_texts.memory();
  if (memory != nullptr && memory != memory_) {
    by_id_.clear();
    memory_ = memory;
  }
  BookSentences sentences;
  sentences.reserve(annotation.words.size());
  for (const std::vector<Word>& words : annotation.words) {
    if (memory == nullptr) {
      sentences.push_back(Read(words));
      continue;
    }
    std::vector<BookWord>& read = sentences.emplace_back();
    read.reserve(words.size());
    for (const Word& word : words) read.push_back(LookById(word));
  }
  return sentences;
}

std::uint32_t WordBook::RowOf(int number, WordCase word_case) {
  Stem& facts = At(number);
  std::optional<std::uint32_t>& row =
      facts.rows[static_cast<std::size_t>(word_case)];
  if (!row) row = model_->vectors()->Find(facts.stem, word_case);
  return *row;
}

const Eigen::VectorXf& WordBook::VectorOfUnknown(int number,
                                                 WordCase word_case) {
  Stem& facts = At(number);
  const Eigen::VectorXf*& known =
      facts.unknown[word_case == WordCase::kCommon ? 0 : 1];
  if (known == nullptr) {
    known = &unknown_.emplace_back(
        model_->vectors()->VectorOfUnknown(facts.stem, word_case));
  }
  return *known;
}

const LetterTrigrams& WordBook::Trigrams() {
  while (trigrams_.stems() < stems_.size()) {
    trigrams_.Add(stems_[trigrams_.stems()].stem);
  }
  return trigrams_;
}

}  // namespace rashomon
