#include "tools/train/vector_corpus.h"

#include <algorithm>

#include "engine/base/span.h"
#include "engine/text/sentence.h"

namespace rashomon {
namespace {

constexpr std::int32_t kCases = 4;  // places for a WordCase

bool IsWord(const Word& word) {
  return word.kind == WordKind::kWord && !word.stem.empty();
}

struct Candidate {
  std::int32_t stem = 0;
  bool name = false;
  double count = 0;
};

}  // namespace

void VectorCorpus::AddSentence(std::string_view text, Span span) {
  const std::vector<Word>& words = splitter_.Views(text, span);
  CaseReader cases(words);
  for (const Word& word : words) {
    const WordCase word_case = cases.Next(word);
    if (!IsWord(word)) continue;
    auto found = stem_ids_.find(word.stem);
    if (found == stem_ids_.end()) {
      found = stem_ids_
                  .emplace(std::string(word.stem),
                           static_cast<std::int32_t>(stems_.size()))
                  .first;
      stems_.emplace_back();
      stem_names_.emplace_back(word.stem);
    }
    Stem& stem = stems_[static_cast<std::size_t>(found->second)];
    ++stem.total;
    ++running_words_;
    if (word_case == WordCase::kCommon) ++stem.common;
    if (word_case == WordCase::kName) ++stem.name;
    tokens_.push_back(found->second * kCases +
                      static_cast<std::int32_t>(word_case));
  }
  ends_.push_back(tokens_.size());
}

void VectorCorpus::Add(std::string_view title, std::string_view text) {
  CorpusArticle article;
  article.first = ends_.size();
  AddSentence(title, Span{Field::kTitle, 0, title.size()});
  for (const Span& sentence : SplitSentences(text, Field::kText, {})) {
    AddSentence(text, sentence);
  }
  article.last = ends_.size();
  articles_.push_back(article);
}

bool VectorCorpus::IsTwoWords(const Stem& stem,
                              const VectorCorpusOptions& options) const {
  const double rarer = std::min(stem.common, stem.name);
  return rarer >= options.min_uses &&
         rarer >= options.min_share * (stem.common + stem.name);
}

void VectorCorpus::Finish(const VectorCorpusOptions& options) {
  std::vector<Candidate> candidates;
  for (std::size_t i = 0; i < stems_.size(); ++i) {
    const Stem& stem = stems_[i];
    const auto id = static_cast<std::int32_t>(i);
    if (!IsTwoWords(stem, options)) {
      candidates.push_back({id, false, stem.total});
      continue;
    }
    ++split_stems_;
    // Uses that capitals say nothing of go to the more frequent word.
    const double rest = stem.total - stem.common - stem.name;
    const bool name_first = stem.name > stem.common;
    candidates.push_back({id, false, stem.common + (name_first ? 0 : rest)});
    candidates.push_back({id, true, stem.name + (name_first ? rest : 0)});
  }
  std::sort(candidates.begin(), candidates.end(),
            [this](const Candidate& a, const Candidate& b) {
              if (a.count != b.count) return a.count > b.count;
              const std::string& x = stem_names_[static_cast<std::size_t>(a.stem)];
              const std::string& y = stem_names_[static_cast<std::size_t>(b.stem)];
              return x != y ? x < y : a.name < b.name;
            });
  for (const Candidate& c : candidates) {
    if (c.count < static_cast<double>(options.min_count)) break;
    if (words_.size() == options.max_words) break;
    const auto row = static_cast<std::int32_t>(words_.size());
    Stem& stem = stems_[static_cast<std::size_t>(c.stem)];
    (c.name ? stem.name_row : stem.common_row) = row;
    if (stem.either_row < 0) stem.either_row = row;
    words_.push_back(stem_names_[static_cast<std::size_t>(c.stem)]);
    names_.push_back(c.name);
    const bool one_word = !IsTwoWords(stem, options);
    mostly_names_.push_back(one_word ? stem.name > stem.common : c.name);
    shares_.push_back(c.count / static_cast<double>(running_words_));
  }
  std::size_t kept = 0;
  std::size_t read = 0;
  for (std::size_t& end : ends_) {
    for (; read < end; ++read) {
      const std::int32_t row =
          RowOf(stems_[static_cast<std::size_t>(tokens_[read] / kCases)],
                static_cast<WordCase>(tokens_[read] % kCases));
      if (row >= 0) tokens_[kept++] = row;
    }
    end = kept;
  }
  tokens_.resize(kept);
}

// As WordVectors::Find.
std::int32_t VectorCorpus::RowOf(const Stem& stem, WordCase word_case) const {
  const std::int32_t row = word_case == WordCase::kName     ? stem.name_row
                           : word_case == WordCase::kCommon ? stem.common_row
                                                            : stem.either_row;
  return row >= 0 ? row : stem.either_row;
}

std::vector<std::int32_t> VectorCorpus::RowsOf(std::string_view text) {
  std::vector<std::int32_t> rows;
  for (const Span& sentence : SplitSentences(text, Field::kText, {})) {
    const std::vector<Word>& words = splitter_.Views(text, sentence);
    CaseReader cases(words);
    for (const Word& word : words) {
      const WordCase word_case = cases.Next(word);
      if (!IsWord(word)) continue;
      const auto found = stem_ids_.find(word.stem);
      if (found == stem_ids_.end()) continue;
      const std::int32_t row =
          RowOf(stems_[static_cast<std::size_t>(found->second)], word_case);
      if (row >= 0) rows.push_back(row);
    }
  }
  return rows;
}

}  // namespace rashomon
