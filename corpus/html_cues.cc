#include "corpus/html_cues.h"

#include <re2/re2.h>

#include <utility>

#include "absl/status/status.h"
#include "corpus/html_cues_tsv.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"

namespace rashomon {
namespace {

// Longer lists of names belong to style sheets made by machine.
constexpr std::size_t kMaxNamesBytes = 300;

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

std::string SplitNames(std::string_view names) {
  names = names.substr(0, kMaxNamesBytes);
  std::string split;
  for (std::size_t i = 0; i < names.size(); ++i) {
    const char c = names[i];
    if (IsUpper(c)) {
      if (i > 0 && IsLower(names[i - 1])) split.push_back('-');
      split.push_back(static_cast<char>(c - 'A' + 'a'));
    } else if (c == '_' || c == ':' || c == '.' || c == '-') {
      // "article__body" and "grid--item": one border.
      if (!split.ends_with('-')) split.push_back('-');
    } else if (c == '\t' || c == '\n' || c == '\r') {
      split.push_back(' ');
    } else {
      split.push_back(c);
    }
  }
  return split;
}

struct HtmlCues::Compiled {
  std::unique_ptr<RE2> content, drop, weak, keep, pop_up;
};

HtmlCues::HtmlCues(std::unique_ptr<Compiled> compiled)
    : compiled_(std::move(compiled)) {}
HtmlCues::HtmlCues(HtmlCues&&) = default;
HtmlCues& HtmlCues::operator=(HtmlCues&&) = default;
HtmlCues::~HtmlCues() = default;

absl::StatusOr<HtmlCues> HtmlCues::FromTsv(std::string_view tsv,
                                           std::string_view source) {
  std::string content, drop, weak, keep, pop_up;
  bool header = true;
  int number = 0;
  for (std::string_view row : SplitOn(tsv, '\n')) {
    ++number;
    if (row.empty() || row.front() == '#') continue;
    if (std::exchange(header, false)) continue;
    const std::vector<std::string_view> cells = SplitOn(row, '\t');
    std::string* const list = cells[0] == "content" ? &content
                              : cells[0] == "drop"  ? &drop
                              : cells[0] == "weak"  ? &weak
                              : cells[0] == "keep"  ? &keep
                              : cells[0] == "popup" ? &pop_up
                                                    : nullptr;
    if (cells.size() != 2 || list == nullptr) {
      return absl::InvalidArgumentError(
          StrCat(source, ":", number,
                 ": needs content, drop, weak, keep or popup, a tab and a pattern"));
    }
    StrAppend(list, list->empty() ? "" : "|", cells[1]);
  }
  auto compiled = std::make_unique<Compiled>();
  const std::pair<std::string*, std::unique_ptr<RE2>*> all[] = {
      {&content, &compiled->content},
      {&drop, &compiled->drop},
      {&weak, &compiled->weak},
      {&keep, &compiled->keep},
      {&pop_up, &compiled->pop_up}};
  for (const auto& [list, pattern] : all) {
    RE2::Options options;
    options.set_log_errors(false);
    options.set_encoding(RE2::Options::EncodingLatin1);
    if (list->empty()) *list = "[^\\x00-\\xff]";
    *pattern = std::make_unique<RE2>(
        StrCat("(?:^|[ \\-])(?:", *list, ")s?(?:$|[ \\-\\d])"), options);
    if (!(*pattern)->ok()) {
      return absl::InvalidArgumentError(
          StrCat(source, ": ", (*pattern)->error()));
    }
  }
  return HtmlCues(std::move(compiled));
}

const HtmlCues& HtmlCues::Shipped() {
  // Never destroyed; its test checks that the table loads.
  static const HtmlCues* const shipped = [] {
    absl::StatusOr<HtmlCues> cues = FromTsv(HtmlCuesTsv(), "html_cues.tsv");
    if (!cues.ok()) cues = FromTsv("", "no cues");
    return new HtmlCues(*std::move(cues));
  }();
  return *shipped;
}

HtmlCue HtmlCues::Read(std::string_view names) const {
  HtmlCue cue;
  if (names.empty()) return cue;
  const std::string split = SplitNames(names);
  cue.content = RE2::PartialMatch(split, *compiled_->content);
  cue.drop = RE2::PartialMatch(split, *compiled_->drop);
  cue.weak = RE2::PartialMatch(split, *compiled_->weak);
  cue.keep = RE2::PartialMatch(split, *compiled_->keep);
  cue.pop_up = RE2::PartialMatch(split, *compiled_->pop_up);
  return cue;
}

}  // namespace rashomon
