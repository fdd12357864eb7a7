#include "tools/cli/article_inputs.h"

#include <utility>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"

namespace rashomon {

ArticleInputs::ArticleInputs(std::vector<std::string> paths,
                             const ReadOptions& options, Messages* messages)
    : paths_(std::move(paths)), options_(options), messages_(messages) {
  if (paths_.empty()) paths_.push_back("-");
}

absl::StatusOr<std::optional<Article>> ArticleInputs::Next() {
  while (true) {
    if (stream_ == nullptr) {
      if (next_path_ == paths_.size()) return std::optional<Article>();
      RASHOMON_RETURN_IF_ERROR(OpenNext());
      continue;
    }
    auto article = stream_->Next();
    PassOnWarnings();
    if (!article.ok() || *article) return article;
    skipped_ += stream_->skipped();
    stream_.reset();
  }
}

absl::Status ArticleInputs::OpenNext() {
  auto stream = ArticleStream::Open(paths_[next_path_++], options_);
  warnings_passed_on_ = 0;
  if (stream.ok()) {
    stream_ = *std::move(stream);
    return absl::OkStatus();
  }
  if (!options_.skip_bad) return stream.status();
  messages_->Warn(StrCat("passed over: ", StdView(stream.status().message())));
  ++skipped_;
  return absl::OkStatus();
}

void ArticleInputs::PassOnWarnings() {
  const std::vector<ReadWarning>& warnings = stream_->warnings();
  for (; warnings_passed_on_ < warnings.size(); ++warnings_passed_on_) {
    const ReadWarning& warning = warnings[warnings_passed_on_];
    messages_->Warn(StrCat(warning.source, ": ", warning.message));
  }
}

void ArticleInputs::SayWhatWasSkipped() {
  if (skipped_ > 0) messages_->Say(StrCat("passed over ", skipped_, " bad"));
}

absl::StatusOr<std::vector<Article>> AllArticles(const std::string& path,
                                                 const ReadOptions& options,
                                                 Messages* messages) {
  ArticleInputs inputs({path}, options, messages);
  std::vector<Article> articles;
  while (true) {
    RASHOMON_ASSIGN_OR_RETURN(std::optional<Article> article, inputs.Next());
    if (!article) break;
    articles.push_back(*std::move(article));
    messages->Progress(StrCat("read ", articles.size(), " articles of ", path));
  }
  inputs.SayWhatWasSkipped();
  if (articles.empty()) {
    return absl::InvalidArgumentError(StrCat(path, ": no article"));
  }
  return articles;
}

}  // namespace rashomon
