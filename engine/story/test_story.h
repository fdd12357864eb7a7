// Stories for the tests of this package: texts read by the real annotator, and
// compared by the real aligner and detectors.
#ifndef RASHOMON_ENGINE_STORY_TEST_STORY_H_
#define RASHOMON_ENGINE_STORY_TEST_STORY_H_

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "engine/align/aligner.h"
#include "engine/claims/annotator.h"
#include "engine/contrast/confidence.h"
#include "engine/contrast/contrast.h"
#include "engine/embed/word_model.h"
#include "engine/lexicon/lexicons.h"
#include "engine/story/story_input.h"

namespace rashomon {

struct TestStoryReport {
  std::string title;
  std::string text;
  std::string owner;
};

class TestStory {
 public:
  explicit TestStory(const std::vector<TestStoryReport>& reports) {
    Annotator annotator(&lexicons());
    for (const TestStoryReport& report : reports) {
      auto article = std::make_unique<Article>();
      article->title = report.title;
      article->text = report.text;
      article->language = "en";
      articles_.push_back(std::move(article));
      annotations_.push_back(std::make_unique<Annotation>(
          annotator.Annotate(*articles_.back())));
      input_.reports.push_back(
          {articles_.back().get(), annotations_.back().get()});
      input_.owners.push_back(report.owner);
    }
    for (std::size_t i = 0; i < reports.size(); ++i) {
      for (std::size_t j = i + 1; j < reports.size(); ++j) Compare(i, j);
    }
  }

  StoryInput& input() { return input_; }
  std::string Sentence(int report, int sentence) const {
    const auto r = static_cast<std::size_t>(report);
    return std::string(articles_[r]->Quote(
        annotations_[r]->sentences[static_cast<std::size_t>(sentence)]));
  }

  static const Lexicons& lexicons() {
    static const auto* const lexicons = new Lexicons(*Lexicons::Shipped());
    return *lexicons;
  }
  static const WordModel& words() {
    static const auto* const words = new WordModel(*WordModel::Shipped());
    return *words;
  }

 private:
  void Compare(std::size_t i, std::size_t j) {
    static const auto* const confidence =
        new ConfidenceModel(*ConfidenceModel::Shipped());
    const Report& left = input_.reports[i];
    const Report& right = input_.reports[j];
    alignments_.push_back(std::make_unique<Alignment>(
        Aligner(&words()).Align(*left.annotation, *right.annotation)));
    divergences_.push_back(
        std::make_unique<std::vector<Divergence>>(FindDivergences(
            left, right, *alignments_.back(), words(), *confidence)));
    input_.pairs.push_back({static_cast<int>(i), static_cast<int>(j), true,
                            alignments_.back().get(),
                            divergences_.back().get()});
  }

  std::vector<std::unique_ptr<Article>> articles_;
  std::vector<std::unique_ptr<Annotation>> annotations_;
  std::vector<std::unique_ptr<Alignment>> alignments_;
  std::vector<std::unique_ptr<std::vector<Divergence>>> divergences_;
  StoryInput input_;
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_STORY_TEST_STORY_H_
