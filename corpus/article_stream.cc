#include "corpus/article_stream.h"

#include <algorithm>
#include <deque>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <system_error>
#include <utility>

#include "corpus/article_json.h"
#include "corpus/byte_source.h"
#include "corpus/file_name_hints.h"
#include "corpus/html_reader.h"
#include "corpus/json_text.h"
#include "corpus/residue.h"
#include "corpus/source_format.h"
#include "corpus/text_reader.h"
#include "engine/base/stable_hash.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "engine/text/decode.h"
#include "engine/text/language.h"

namespace rashomon {
namespace {

constexpr std::size_t kSniffBytes = 64 << 10;
// More warnings than this tell nobody anything and would grow without bound.
constexpr std::size_t kMaxWarnings = 100;

absl::Status WithPlace(const absl::Status& status, std::string_view place) {
  return absl::Status(status.code(),
                      AbslView(StrCat(place, ": ", StdView(status.message()))));
}

std::string Place(const std::string& source, int line) {
  return line > 0 ? StrCat(source, ":", line) : source;
}

// "en-US" and "EN" are "en"; what the engine does not read is "other".
std::string NormalLanguage(std::string_view tag) {
  std::string primary(tag.substr(0, tag.find_first_of("-_")));
  for (char& c : primary) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  if (primary == "en" || primary == "eng" || primary == "english") return "en";
  if (primary == "ru" || primary == "rus" || primary == "russian") return "ru";
  return primary == "und" ? "und" : "other";
}

// Fills what the source left open, and applies what the user said.
class Finisher {
 public:
  explicit Finisher(const ReadOptions& options) : options_(options) {}

  void Finish(const std::string& source, int line, SourceFormat format,
              Article* article) const {
    Provenance& provenance = article->provenance;
    provenance.source = source;
    provenance.line = line;
    provenance.format = std::string(SourceFormatName(format));
    Override(article);
    FillFromUrl(article);
    if (format != SourceFormat::kJsonLines) FillFromName(source, article);
    NameOutlet(article);
    SetLanguage(article);
    if (article->id.empty()) {
      article->id =
          StableHash().Add(article->title).Add(article->text).Hex();
    }
  }

 private:
  static void Put(const char* name, std::string_view value, const char* where,
                  std::string* field, Article* article) {
    if (value.empty()) return;
    *field = std::string(value);
    article->provenance.found_in[name] = where;
  }

  void Override(Article* a) const {
    const ArticleOverrides& o = options_.overrides;
    Put("outlet", o.outlet, "option", &a->outlet, a);
    Put("published", o.published, "option", &a->published, a);
    Put("title", o.title, "option", &a->title, a);
    Put("url", o.url, "option", &a->url, a);
    Put("language", o.language, "option", &a->language, a);
  }

  void FillFromUrl(Article* article) const {
    if (!article->outlet.empty() || article->url.empty()) return;
    if (const Outlet* o = options_.registry->FindByDomain(article->url)) {
      Put("outlet", o->name, "registry", &article->outlet, article);
    }
  }

  void FillFromName(const std::string& source, Article* article) const {
    const FileNameHints hints = ReadFileName(source, *options_.registry);
    if (article->outlet.empty()) {
      Put("outlet", hints.outlet, "file name", &article->outlet, article);
    }
    if (article->published.empty()) {
      Put("published", hints.published, "file name", &article->published,
          article);
    }
  }

  void NameOutlet(Article* article) const {
    if (const Outlet* o = options_.registry->FindByName(article->outlet)) {
      article->outlet = o->name;
    }
  }

  static void SetLanguage(Article* article) {
    if (!article->language.empty()) {
      article->language = NormalLanguage(article->language);
      return;
    }
    article->language =
        DetectLanguage(article->text.empty() ? article->title : article->text)
            .language;
    article->provenance.found_in["language"] = "detected";
  }

  const ReadOptions& options_;
};

void MarkGivenFields(Article* article) {
  const std::pair<const char*, const std::string*> fields[] = {
      {"outlet", &article->outlet},     {"published", &article->published},
      {"title", &article->title},       {"url", &article->url},
      {"byline", &article->byline},     {"place", &article->place},
      {"language", &article->language}, {"id", &article->id}};
  for (const auto& [name, value] : fields) {
    if (value->empty()) continue;
    article->provenance.found_in.try_emplace(name, "article json");
  }
}

std::vector<RemovedText> AsRemoved(const Article& article) {
  std::vector<RemovedText> removed;
  for (const Residue& residue : article.residue) {
    if (residue.span.field != Field::kText) continue;
    removed.push_back({std::string(article.Quote(residue.span)),
                       residue.reason, residue.span.begin});
  }
  return removed;
}

absl::StatusOr<Article> JsonArticle(std::string_view bytes,
                                    const OutletRegistry& registry) {
  RASHOMON_ASSIGN_OR_RETURN(Article article, ArticleFromJson(bytes));
  MarkGivenFields(&article);
  if (article.residue.empty()) {
    article.residue =
        ResidueRules::Shipped().Find(article.text, article.title);
  }
  FillFromText(AsRemoved(article), registry, &article);
  article.provenance.encoding = "UTF-8";
  return article;
}

bool HoldsArticle(const nlohmann::json& value) {
  return !StringMember(value, "text").empty() ||
         !StringMember(value, "title").empty();
}

}  // namespace

class ArticleStream::Impl {
 public:
  explicit Impl(const ReadOptions& options)
      : options_(options), finisher_(options_) {}

  absl::Status OpenPath(const std::string& path);
  void OpenBytes(std::string_view bytes, const std::string& source) {
    source_ = ByteSource::Of(bytes, source);
  }

  absl::StatusOr<std::optional<Article>> Next();

  const std::vector<ReadWarning>& warnings() const { return warnings_; }
  int skipped() const { return skipped_; }

 private:
  absl::Status ListFolder(const std::string& path);
  // One of these adds to ready_, or moves to the next file, or fails.
  absl::Status Advance();
  absl::Status StartFile();
  absl::Status ReadWholeFile(SourceFormat format);
  absl::Status ReadJson(std::string_view bytes);
  absl::Status ReadNextLine();
  void Ready(Article article, int line, SourceFormat format);
  void Warn(std::string place, std::string message);
  void EndFile() {
    source_.reset();
    in_lines_ = false;
    line_ = 0;
  }

  ReadOptions options_;
  Finisher finisher_;
  std::deque<std::string> files_;    // still to be read
  bool in_folder_ = false;
  std::optional<ByteSource> source_;  // being read
  bool in_lines_ = false;             // source_ is JSONL, started
  int line_ = 0;
  std::deque<Article> ready_;
  int given_ = 0;
  bool ended_ = false;
  std::string name_;  // as the user gave it
  std::vector<ReadWarning> warnings_;
  int skipped_ = 0;
};

absl::Status ArticleStream::Impl::OpenPath(const std::string& path) {
  name_ = path;
  std::error_code error;
  if (path != "-" && std::filesystem::is_directory(path, error)) {
    return ListFolder(path);
  }
  if (LooksLikeUrl(path) && !std::filesystem::exists(path, error)) {
    return absl::InvalidArgumentError(StrCat(
        path, " is a web address; save the page as a file and give that"));
  }
  RASHOMON_ASSIGN_OR_RETURN(ByteSource source, ByteSource::Open(path));
  source_ = std::move(source);
  return absl::OkStatus();
}

absl::Status ArticleStream::Impl::ListFolder(const std::string& path) {
  in_folder_ = true;
  std::error_code error;
  std::filesystem::directory_iterator entry(path, error);
  for (; !error && entry != std::filesystem::directory_iterator();
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    std::error_code ignored;
    if (name.starts_with('.') || entry->is_directory(ignored)) continue;
    if (HasKnownExtension(name)) files_.push_back(entry->path().string());
  }
  if (error) {
    return absl::ErrnoToStatus(error.value(), StrCat("cannot read ", path));
  }
  std::sort(files_.begin(), files_.end());
  if (!files_.empty()) return absl::OkStatus();
  return absl::InvalidArgumentError(
      StrCat(path, ": no articles in this folder (.txt, .html, .json, .jsonl)"));
}

void ArticleStream::Impl::Warn(std::string place, std::string message) {
  if (warnings_.size() > kMaxWarnings) return;
  if (warnings_.size() == kMaxWarnings) message = "further warnings left out";
  warnings_.push_back({std::move(place), std::move(message)});
}

void ArticleStream::Impl::Ready(Article article, int line,
                                SourceFormat format) {
  const std::string& source = source_->name();
  finisher_.Finish(source, line, format, &article);
  const std::string place = Place(source, line);
  if (!article.published_day()) {
    Warn(place, article.published.empty()
                    ? "no date of publication found"
                    : StrCat("the date of publication \"", article.published,
                             "\" is not of the form 2021-04-28"));
  }
  if (article.language == "other") {
    Warn(place, "neither English nor Russian; results will be poor");
  }
  ready_.push_back(std::move(article));
}

absl::Status ArticleStream::Impl::ReadJson(std::string_view bytes) {
  RASHOMON_ASSIGN_OR_RETURN(const nlohmann::json value, ParseJson(bytes));
  const bool list = value.is_array();
  const bool any = list ? std::any_of(value.begin(), value.end(), HoldsArticle)
                        : HoldsArticle(value);
  if (!any && in_folder_) {
    Warn(source_->name(), "holds no article and was passed over");
    return absl::OkStatus();
  }
  if (!list) {
    RASHOMON_ASSIGN_OR_RETURN(Article article,
                              JsonArticle(bytes, *options_.registry));
    Ready(std::move(article), 0, SourceFormat::kJson);
    return absl::OkStatus();
  }
  if (!any) {
    return absl::InvalidArgumentError(
        "holds no article; one needs \"text\" or \"title\"");
  }
  for (std::size_t i = 0; i < value.size(); ++i) {
    absl::StatusOr<Article> article =
        JsonArticle(JsonLine(value[i]), *options_.registry);
    if (!article.ok()) {
      return WithPlace(article.status(), StrCat("item ", i + 1));
    }
    Ready(*std::move(article), 0, SourceFormat::kJson);
  }
  return absl::OkStatus();
}

absl::Status ArticleStream::Impl::ReadWholeFile(SourceFormat format) {
  RASHOMON_ASSIGN_OR_RETURN(
      const std::string bytes,
      source_->ReadAll(options_.limits.max_article_bytes));
  const std::string& source = source_->name();
  if (format == SourceFormat::kHtml) {
    absl::StatusOr<Article> page = ExtractHtml(bytes, *options_.registry);
    if (!page.ok()) return WithPlace(page.status(), source);
    if (page->text.empty()) {
      return absl::InvalidArgumentError(
          StrCat(source, ": no article text found in this page"));
    }
    Ready(*std::move(page), 0, format);
    return absl::OkStatus();
  }
  absl::StatusOr<DecodedText> decoded = Decode(bytes);
  if (format == SourceFormat::kJson) {
    // JSON is UTF-8 (RFC 8259) or says otherwise by a byte order mark; a guess
    // would garble silently what is never to be altered. Broken JSON says more
    // of itself than a decoder can.
    const bool certain =
        decoded.ok() && decoded->encoding_from != "detected";
    const absl::Status read = ReadJson(certain ? decoded->utf8 : bytes);
    return read.ok() ? read : WithPlace(read, source);
  }
  if (!decoded.ok()) return WithPlace(decoded.status(), source);
  Article article = ReadScrapedText(decoded->utf8, *options_.registry);
  if (article.text.empty()) {
    return absl::InvalidArgumentError(
        StrCat(source, ": no article text left after menus, teasers and the "
                       "like were taken out"));
  }
  article.provenance.encoding = decoded->encoding;
  Ready(std::move(article), 0, format);
  return absl::OkStatus();
}

absl::Status ArticleStream::Impl::StartFile() {
  RASHOMON_ASSIGN_OR_RETURN(const std::string_view head,
                            source_->Peek(kSniffBytes));
  const std::string& source = source_->name();
  if (StripAsciiSpace(head).empty() && head.size() < kSniffBytes) {
    return absl::InvalidArgumentError(StrCat(source, " is empty"));
  }
  if (const std::string_view foreign = ForeignFormat(head); !foreign.empty()) {
    return absl::InvalidArgumentError(StrCat(source, " is ", foreign));
  }
  const SourceFormat format = DetectSourceFormat(head, source);
  if (format == SourceFormat::kJsonLines) {
    in_lines_ = true;
    return absl::OkStatus();
  }
  const absl::Status read = ReadWholeFile(format);
  EndFile();
  return read;
}

absl::Status ArticleStream::Impl::ReadNextLine() {
  absl::StatusOr<std::optional<std::string_view>> line =
      source_->ReadLine(options_.limits.max_article_bytes);
  ++line_;
  if (!line.ok()) {
    // The rest of so long a line cannot be told from the next one.
    absl::Status status = line.status();
    in_lines_ = false;
    return absl::Status(status.code(),
                        AbslView(StrCat(StdView(status.message()), " (line ",
                                        line_, ")")));
  }
  if (!line->has_value()) {
    EndFile();
    return absl::OkStatus();
  }
  std::string_view words = StripAsciiSpace(**line);
  if (line_ == 1 && words.starts_with("\xEF\xBB\xBF")) words.remove_prefix(3);
  if (words.empty()) return absl::OkStatus();
  absl::StatusOr<Article> article = JsonArticle(words, *options_.registry);
  if (!article.ok()) {
    return WithPlace(article.status(), Place(source_->name(), line_));
  }
  Ready(*std::move(article), line_, SourceFormat::kJsonLines);
  return absl::OkStatus();
}

absl::Status ArticleStream::Impl::Advance() {
  if (source_) return in_lines_ ? ReadNextLine() : StartFile();
  if (files_.empty()) {
    ended_ = true;
    return absl::OkStatus();
  }
  const std::string path = std::move(files_.front());
  files_.pop_front();
  RASHOMON_ASSIGN_OR_RETURN(ByteSource source, ByteSource::Open(path));
  source_ = std::move(source);
  return absl::OkStatus();
}

absl::StatusOr<std::optional<Article>> ArticleStream::Impl::Next() {
  while (ready_.empty() && !ended_) {
    const absl::Status status = Advance();
    if (status.ok()) continue;
    if (!options_.skip_bad) {
      ended_ = true;
      return status;
    }
    ++skipped_;
    Warn(std::string(), std::string(StdView(status.message())));
    if (!in_lines_) EndFile();
  }
  if (ready_.empty()) {
    if (given_ > 0) return std::nullopt;
    return absl::InvalidArgumentError(StrCat(name_, ": no articles found"));
  }
  ++given_;
  std::optional<Article> next = std::move(ready_.front());
  ready_.pop_front();
  return next;
}

ArticleStream::ArticleStream(std::unique_ptr<Impl> impl)
    : impl_(std::move(impl)) {}
ArticleStream::~ArticleStream() = default;

absl::StatusOr<std::unique_ptr<ArticleStream>> ArticleStream::Open(
    const std::string& path, const ReadOptions& options) {
  auto impl = std::make_unique<Impl>(options);
  RASHOMON_RETURN_IF_ERROR(impl->OpenPath(path));
  return std::unique_ptr<ArticleStream>(new ArticleStream(std::move(impl)));
}

absl::StatusOr<std::unique_ptr<ArticleStream>> ArticleStream::OpenBytes(
    std::string_view bytes, const std::string& source,
    const ReadOptions& options) {
  auto impl = std::make_unique<Impl>(options);
  impl->OpenBytes(bytes, source);
  return std::unique_ptr<ArticleStream>(new ArticleStream(std::move(impl)));
}

absl::StatusOr<std::optional<Article>> ArticleStream::Next() {
  return impl_->Next();
}
const std::vector<ReadWarning>& ArticleStream::warnings() const {
  return impl_->warnings();
}
int ArticleStream::skipped() const { return impl_->skipped(); }

}  // namespace rashomon
