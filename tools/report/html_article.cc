#include "tools/report/html_article.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "engine/base/strings.h"
#include "tools/report/html_escape.h"
#include "tools/report/kind_style.h"
#include "tools/report/side_text.h"

namespace rashomon {
namespace {

// A stretch of a field: a sentence, a residue, or what lies between.
struct Piece {
  enum class Type { kGap, kSentence, kResidue };
  Type type = Type::kGap;
  std::size_t begin = 0;
  std::size_t end = 0;
  int index = 0;  // of the sentence or residue
  std::vector<const TextMark*> marks;  // that overlap it, better flags first
};

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::vector<Piece> Covered(const Article& article,
                           const Annotation& annotation, Field field) {
  std::vector<Piece> pieces;
  for (std::size_t i = 0; i < annotation.sentences.size(); ++i) {
    const Span& span = annotation.sentences[i];
    if (span.field != field) continue;
    pieces.push_back({Piece::Type::kSentence, span.begin, span.end,
                      static_cast<int>(i), {}});
  }
  for (std::size_t i = 0; i < article.residue.size(); ++i) {
    const Span& span = article.residue[i].span;
    if (span.field != field) continue;
    pieces.push_back({Piece::Type::kResidue, span.begin, span.end,
                      static_cast<int>(i), {}});
  }
  std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) {
    return std::tie(a.begin, a.end) < std::tie(b.begin, b.end);
  });
  return pieces;
}

// The field from end to end, each byte in one piece.
std::vector<Piece> Pieces(const Article& article, const Annotation& annotation,
                          Field field) {
  const std::size_t size = article.field(field).size();
  std::vector<Piece> pieces;
  std::size_t at = 0;
  for (Piece& piece : Covered(article, annotation, field)) {
    piece.begin = std::max(piece.begin, at);
    piece.end = std::min(piece.end, size);
    if (piece.begin >= piece.end) continue;
    if (at < piece.begin) {
      pieces.push_back({Piece::Type::kGap, at, piece.begin, 0, {}});
    }
    at = piece.end;
    pieces.push_back(std::move(piece));
  }
  if (at < size) pieces.push_back({Piece::Type::kGap, at, size, 0, {}});
  return pieces;
}

void SpreadMarks(const std::vector<TextMark>& marks, Field field,
                 std::vector<Piece>* pieces) {
  for (const TextMark& mark : marks) {
    if (mark.span.field != field) continue;
    auto piece = std::lower_bound(
        pieces->begin(), pieces->end(), mark.span.begin,
        [](const Piece& p, std::size_t begin) { return p.end <= begin; });
    for (; piece != pieces->end() && piece->begin < mark.span.end; ++piece) {
      piece->marks.push_back(&mark);
    }
  }
  for (Piece& piece : *pieces) {
    std::stable_sort(piece.marks.begin(), piece.marks.end(),
                     [](const TextMark* a, const TextMark* b) {
                       return a->flag < b->flag;
                     });
  }
}

std::string FlagList(const std::vector<const TextMark*>& marks) {
  std::string list;
  for (const TextMark* mark : marks) {
    StrAppend(&list, list.empty() ? "" : " ", mark->flag);
  }
  return list;
}

// Where the marks and their edges cut [begin, end): sorted, both ends in.
std::vector<std::size_t> Cuts(const std::vector<const TextMark*>& marks,
                              std::size_t begin, std::size_t end) {
  std::vector<std::size_t> cuts = {begin, end};
  for (const TextMark* mark : marks) {
    cuts.push_back(std::clamp(mark->span.begin, begin, end));
    cuts.push_back(std::clamp(mark->span.end, begin, end));
  }
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  return cuts;
}

std::string Badge(const TextMark& mark, std::string_view side) {
  const std::string_view label = StyleOf(mark.kind).label;
  return StrCat("<a class=\"badge k-", Name(mark.kind),
                mark.nearest ? " near" : "", mark.minor ? " minor" : "",
                "\" id=\"", mark.nearest ? "n" : "e", mark.flag, "-", side,
                "\" href=\"#flag-", mark.flag, "\" data-flag=\"", mark.flag,
                "\"><span class=\"vh\">", mark.nearest ? "nearest to " : "",
                "flag, ", label, " </span>", mark.flag, KindShape(mark.kind),
                "</a>");
}

// Writes one article's fields.
class FieldWriter {
 public:
  FieldWriter(const Comparison& comparison, Side side,
              const std::vector<TextMark>& marks)
      : article_(ArticleOf(comparison, side)),
        annotation_(AnnotationOf(comparison, side)),
        side_(side),
        other_name_(SideName(
            comparison, side == Side::kLeft ? Side::kRight : Side::kLeft)),
        marks_(marks) {
    FindPassages(comparison.alignment.groups);
  }

  std::string Title() {
    out_.clear();
    for (const Piece& piece : MarkedPieces(Field::kTitle)) Write(piece);
    return std::move(out_);
  }

  // Paragraphs as <p>.
  std::string Text() {
    out_.clear();
    bool open = false;
    for (const Piece& piece : MarkedPieces(Field::kText)) {
      const std::string_view text = TextOf(piece.begin, piece.end);
      const bool blank_gap = piece.type == Piece::Type::kGap && IsBlank(text);
      if (blank_gap && text.find('\n') != std::string_view::npos) {
        if (open) out_ += "</p>\n";
        open = false;
        continue;
      }
      if (!open && !blank_gap) out_ += "<p dir=\"auto\">";
      open = open || !blank_gap;
      Write(piece);
    }
    if (open) out_ += "</p>\n";
    return std::move(out_);
  }

 private:
  void FindPassages(const std::vector<AlignedGroup>& groups) {
    passages_.resize(annotation_.sentences.size());
    first_of_.resize(annotation_.sentences.size());
    for (std::size_t g = 0; g < groups.size(); ++g) {
      const std::vector<int>& mine =
          side_ == Side::kLeft ? groups[g].left : groups[g].right;
      bool first = true;
      for (const int sentence : mine) {
        if (sentence < 0 ||
            static_cast<std::size_t>(sentence) >= passages_.size()) {
          continue;
        }
        passages_[sentence].push_back(static_cast<int>(g) + 1);
        if (first) first_of_[sentence].push_back(static_cast<int>(g) + 1);
        first = false;
      }
    }
  }

  std::vector<Piece> MarkedPieces(Field field) {
    field_ = field;
    std::vector<Piece> pieces = Pieces(article_, annotation_, field);
    SpreadMarks(marks_, field, &pieces);
    return pieces;
  }

  std::string_view TextOf(std::size_t begin, std::size_t end) const {
    return Slice(article_.field(field_), {field_, begin, end});
  }

  void Write(const Piece& piece) {
    switch (piece.type) {
      case Piece::Type::kSentence:
        return WriteSentence(piece);
      case Piece::Type::kResidue:
        StrAppend(&out_, "<span class=\"residue\" title=\"",
                  EscapeAttribute(article_.residue[piece.index].reason),
                  "\">");
        break;
      case Piece::Type::kGap:
        if (IsBlank(TextOf(piece.begin, piece.end))) {
          out_ += ' ';
          return;
        }
        out_ += "<span class=\"residue\" title=\"no sentence\">";
        break;
    }
    WriteMarked(piece);
    out_ += "</span>";
  }

  void WriteSentence(const Piece& piece) {
    const std::vector<int>& passages = passages_[piece.index];
    out_ += passages.empty() ? "<span class=\"s lone\">"
                             : "<span class=\"s shared\" data-passage=\"";
    for (std::size_t i = 0; i < passages.size(); ++i) {
      StrAppend(&out_, i == 0 ? "" : " ", passages[i]);
    }
    if (!passages.empty()) out_ += "\">";
    for (const int passage : first_of_[piece.index]) WriteNumber(passage);
    WriteMarked(piece);
    out_ += "</span>";
  }

  void WriteNumber(int passage) {
    const std::string_view other = side_ == Side::kLeft ? "right" : "left";
    StrAppend(&out_, "<a class=\"pn\" id=\"p", passage, "-", Name(side_),
              "\" href=\"#p", passage, "-", other, "\" data-passage=\"",
              passage, "\" title=\"Also told by ",
              EscapeAttribute(other_name_), "\"><span class=\"vh\">passage ",
              "</span>", passage, "</a>");
  }

  void WriteMarked(const Piece& piece) {
    const std::vector<std::size_t> cuts =
        Cuts(piece.marks, piece.begin, piece.end);
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
      WriteSegment(piece, cuts[i], cuts[i + 1]);
    }
  }

  void WriteSegment(const Piece& piece, std::size_t begin, std::size_t end) {
    std::vector<const TextMark*> covering;
    for (const TextMark* mark : piece.marks) {
      if (mark->span.begin < end && begin < mark->span.end) {
        covering.push_back(mark);
      }
    }
    if (covering.empty()) {
      out_ += EscapeHtml(TextOf(begin, end));
      return;
    }
    OpenMark(covering);
    WriteTriggers(covering, begin, end);
    out_ += "</mark>";
    // A mark's badge stands where the mark ends, in this piece or a later one.
    for (const TextMark* mark : covering) {
      if (mark->span.end == end) out_ += Badge(*mark, Name(side_));
    }
  }

  // The mark that gives a stretch its look: evidence before a nearest miss,
  // the flags shown at first before the others, better flags before worse.
  static const TextMark& Leading(
      const std::vector<const TextMark*>& covering) {
    return **std::min_element(
        covering.begin(), covering.end(),
        [](const TextMark* a, const TextMark* b) {
          return std::tie(a->minor, a->nearest, a->flag) <
                 std::tie(b->minor, b->nearest, b->flag);
        });
  }

  void OpenMark(const std::vector<const TextMark*>& covering) {
    const TextMark& leading = Leading(covering);
    StrAppend(&out_, "<mark class=\"", leading.nearest ? "near" : "ev", " k-",
              Name(leading.kind), leading.minor ? " minor" : "",
              "\" data-flag=\"", FlagList(covering), "\">");
  }

  void WriteTriggers(const std::vector<const TextMark*>& covering,
                     std::size_t begin, std::size_t end) {
    const bool minor = Leading(covering).minor;
    std::vector<Span> triggers;
    for (const TextMark* mark : covering) {
      if (mark->minor != minor) continue;
      triggers.insert(triggers.end(), mark->triggers.begin(),
                      mark->triggers.end());
    }
    std::sort(triggers.begin(), triggers.end());
    std::size_t at = begin;
    for (const Span& trigger : triggers) {
      const std::size_t from = std::clamp(trigger.begin, at, end);
      const std::size_t to = std::clamp(trigger.end, at, end);
      if (from >= to) continue;
      StrAppend(&out_, EscapeHtml(TextOf(at, from)), "<b>",
                EscapeHtml(TextOf(from, to)), "</b>");
      at = to;
    }
    out_ += EscapeHtml(TextOf(at, end));
  }

  const Article& article_;
  const Annotation& annotation_;
  const Side side_;
  const std::string other_name_;
  const std::vector<TextMark>& marks_;
  // Of each sentence, the numbers of its passages, and of those it opens.
  std::vector<std::vector<int>> passages_;
  std::vector<std::vector<int>> first_of_;
  Field field_ = Field::kText;
  std::string out_;
};

bool IsWebAddress(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

std::string SourceLink(const std::string& url) {
  if (!IsWebAddress(url)) return EscapeHtml(url);
  return StrCat("<a href=\"", EscapeAttribute(url),
                "\" rel=\"noopener noreferrer\">", EscapeHtml(url), "</a>");
}

std::string Byline(const Article& article) {
  std::vector<std::string> parts;
  if (!article.byline.empty()) parts.push_back(EscapeHtml(article.byline));
  if (!article.place.empty()) parts.push_back(EscapeHtml(article.place));
  if (parts.empty()) return "";
  std::string line = "<p class=\"byline\" dir=\"auto\">";
  for (std::size_t i = 0; i < parts.size(); ++i) {
    StrAppend(&line, i == 0 ? "" : " <span class=\"dot\">·</span> ", parts[i]);
  }
  return line + "</p>\n";
}

std::string DateLine(const Article& article) {
  const std::string human = EscapeHtml(HumanDate(article.published));
  if (!article.published_day()) {
    return StrCat("<span class=\"date\">", human, "</span>");
  }
  const std::string iso = EscapeAttribute(article.published);
  return StrCat("<time class=\"date\" datetime=\"", iso, "\" title=\"", iso,
                "\">", human, "</time>");
}

std::size_t MatchedSentences(const Comparison& comparison, Side side) {
  std::vector<int> matched;
  for (const AlignedGroup& group : comparison.alignment.groups) {
    const std::vector<int>& mine =
        side == Side::kLeft ? group.left : group.right;
    matched.insert(matched.end(), mine.begin(), mine.end());
  }
  std::sort(matched.begin(), matched.end());
  return static_cast<std::size_t>(
      std::unique(matched.begin(), matched.end()) - matched.begin());
}

std::string Row(std::string_view name, const std::string& escaped) {
  return StrCat("<div><dt>", name, "</dt><dd dir=\"auto\">", escaped,
                "</dd></div>\n");
}

std::string Origin(const Article& article) {
  const Provenance& from = article.provenance;
  std::string rows;
  if (!from.source.empty()) {
    std::string source = EscapeHtml(from.source);
    if (from.line > 0) StrAppend(&source, ", line ", from.line);
    rows += Row("File", source);
  }
  if (!article.url.empty()) rows += Row("Address", SourceLink(article.url));
  for (const auto& [field, where] : from.found_in) {
    rows += Row(StrCat(EscapeHtml(field), " found in"), EscapeHtml(where));
  }
  if (!from.format.empty()) {
    rows += Row("Read as", StrCat(EscapeHtml(from.format), ", ",
                                  EscapeHtml(from.encoding)));
  }
  return rows.empty() ? "" : StrCat("<dl>\n", rows, "</dl>\n");
}

std::string Removed(const Article& article) {
  std::string items;
  for (const RemovedText& part : article.provenance.removed) {
    StrAppend(&items, "<li><span class=\"reason\">", EscapeHtml(part.reason),
              "</span><span class=\"cut\" dir=\"auto\">",
              EscapeHtml(part.text), "</span></li>\n");
  }
  for (const Residue& part : article.residue) {
    StrAppend(&items, "<li><span class=\"reason\">", EscapeHtml(part.reason),
              ", dimmed above</span><span class=\"cut\" dir=\"auto\">",
              EscapeHtml(article.Quote(part.span)), "</span></li>\n");
  }
  return items.empty() ? "<p>Nothing was taken out of the text.</p>\n"
                       : StrCat("<ul>\n", items, "</ul>\n");
}

std::string TakenOut(const Article& article) {
  const std::size_t count =
      article.provenance.removed.size() + article.residue.size();
  return StrCat("<details class=\"taken\"><summary>What was taken out (",
                count, "), and where it came from</summary>\n", Removed(article),
                Origin(article), "</details>\n");
}

// A BCP 47 tag that is safe to print, or nothing.
std::string LanguageAttribute(const Article& article) {
  const std::string& language = article.language;
  const bool simple =
      (language.size() == 2 || language.size() == 3) && language != "und" &&
      std::all_of(language.begin(), language.end(),
                  [](char c) { return c >= 'a' && c <= 'z'; });
  return simple ? StrCat(" lang=\"", language, "\"") : "";
}

void AddMark(const Divergence& flag, const Evidence& evidence, TextMark mark,
             ExcerptMaker* excerpts, std::vector<TextMark>* marks) {
  mark.span = evidence.span;
  for (const QuoteRange& range :
       excerpts->FindTriggers(evidence.quote, flag.triggers)) {
    mark.triggers.push_back({mark.span.field, mark.span.begin + range.begin,
                             mark.span.begin + range.end});
  }
  marks->push_back(std::move(mark));
}

}  // namespace

std::string KindShape(DivergenceKind kind) {
  return StrCat("<svg class=\"shape\" aria-hidden=\"true\"><use href=\"#shape-",
                Name(kind), "\"/></svg>");
}

std::vector<TextMark> MarksOf(const Comparison& comparison, Side side,
                              std::size_t max_flags, ExcerptMaker* excerpts) {
  std::vector<TextMark> marks;
  for (std::size_t i = 0; i < comparison.divergences.size(); ++i) {
    const Divergence& flag = comparison.divergences[i];
    TextMark mark;
    mark.flag = static_cast<int>(i) + 1;
    mark.kind = flag.kind;
    mark.minor = i >= max_flags;
    if (const auto& evidence = EvidenceOf(flag, side)) {
      AddMark(flag, *evidence, mark, excerpts, &marks);
    }
    if (flag.nearest && flag.nearest->side == side) {
      mark.nearest = true;
      mark.span = flag.nearest->span;
      marks.push_back(std::move(mark));
    }
  }
  std::stable_sort(marks.begin(), marks.end(),
                   [](const TextMark& a, const TextMark& b) {
                     return a.span < b.span;
                   });
  return marks;
}

std::string RenderArticle(const Comparison& comparison, Side side,
                          const std::vector<TextMark>& marks) {
  const Article& article = ArticleOf(comparison, side);
  const std::string_view id = Name(side);
  FieldWriter writer(comparison, side, marks);
  std::string title = writer.Title();
  if (title.empty()) title = "<span class=\"missing\">No title</span>";
  return StrCat(
      "<article class=\"pane report\" id=\"", id, "\" tabindex=\"0\" ",
      "aria-label=\"", EscapeAttribute(SideName(comparison, side)), "\"",
      ">\n<header class=\"masthead\"><p class=\"outlet\" dir=\"auto\">",
      EscapeHtml(SideName(comparison, side)), "</p>", DateLine(article),
      "<p class=\"told\" title=\"sentences that both articles tell\">",
      MatchedSentences(comparison, side), " of ",
      AnnotationOf(comparison, side).sentences.size(),
      " shared</p></header>\n<div class=\"sheet\"",
      LanguageAttribute(article), ">\n<h2 dir=\"auto\">", title, "</h2>\n",
      Byline(article), writer.Text(), "</div>\n", TakenOut(article),
      "</article>\n");
}

}  // namespace rashomon
