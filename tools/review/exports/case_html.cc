#include "tools/review/exports/case_html.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/str_format.h"
#include "engine/base/strings.h"
#include "tools/report/assets.h"
#include "tools/report/html_escape.h"
#include "tools/report/kind_style.h"
#include "tools/report/side_text.h"
#include "tools/review/agreement/measured.h"
#include "tools/review/exports/case_report_css.h"
#include "tools/review/store/sha256.h"

namespace rashomon {
namespace {

std::string StyleHash(std::string_view css) {
  return absl::Base64Escape(absl::HexStringToBytes(Sha256Hex(css)));
}

std::string Cell(std::string_view text) {
  return StrCat("<td>", EscapeHtml(text), "</td>");
}
std::string NumberCell(std::int64_t number) {
  return StrCat("<td class=\"n\">", number, "</td>");
}
std::string HeadCell(std::string_view text, bool number = false) {
  return StrCat(number ? "<th scope=\"col\" class=\"n\">"
                       : "<th scope=\"col\">",
                text, "</th>");
}
std::string RowHead(std::string_view text) {
  return StrCat("<th scope=\"row\">", EscapeHtml(text), "</th>");
}

std::string_view LabelOf(const std::optional<DivergenceKind>& kind) {
  return kind ? StyleOf(*kind).label : "All kinds";
}

// "0.75 (0.41 to 0.93)"
std::string WithInterval(double value, const Interval& interval) {
  return absl::StrFormat("%.2f (%.2f to %.2f)", value, interval.low,
                         interval.high);
}

// Head.

std::string Head() {
  return StrCat(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
      "'none'; style-src 'sha256-",
      assets::kBaseCssHash, "' 'sha256-", StyleHash(CaseReportCss()),
      "'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n"
      "<title>Case report: Rashomon</title>\n<style>",
      assets::kBaseCss, "</style>\n<style>", CaseReportCss(),
      "</style>\n</head>\n<body>\n<header class=\"top\"><p class=\"brand\">"
      "Rashomon</p><h1>Case report</h1><p class=\"promise\">",
      kPromise, "</p></header>\n<main class=\"case\">\n");
}

std::string Figure(std::string_view name, std::string_view value) {
  return StrCat("<div><dt>", name, "</dt><dd>", value, "</dd></div>\n");
}

std::string Summary(const CaseContents& contents, const MeasuredCase& m) {
  const KindPrecision& all = m.precision[0];
  std::set<std::int64_t> pairs;
  for (const auto& [id, comparison] : contents.comparisons) {
    pairs.insert(comparison.pair);
  }
  const std::int64_t decided = all.flags - all.undecided;
  std::string html = "<dl class=\"figures\">\n";
  StrAppend(&html, Figure("pairs of reports", StrCat(pairs.size())),
            Figure("flags decided", StrCat(decided, " of ", all.flags)),
            Figure("confirmed", StrCat(all.confirmed, " of ", decided)),
            Figure("dismissed", StrCat(all.dismissed, " of ", decided)),
            Figure("unsure or disputed",
                   StrCat(all.unsure + all.disputed, " of ", decided)));
  return html + "</dl>\n";
}

// Tables.

std::string PrecisionTable(const MeasuredCase& m) {
  std::string html = StrCat(
      "<h2>How often flags were right</h2>\n<p class=\"soft\">Flags of the "
      "last run. Precision is confirmed out of confirmed and dismissed, with "
      "Wilson’s interval of 95%.</p>\n<div class=\"scroll\"><table>\n<tr>",
      HeadCell("Kind"), HeadCell("Flags", true), HeadCell("Confirmed", true),
      HeadCell("Dismissed", true), HeadCell("Unsure", true),
      HeadCell("Disputed", true), HeadCell("Not decided", true),
      HeadCell("Precision"), "</tr>\n");
  for (const KindPrecision& p : m.precision) {
    StrAppend(&html, "<tr>", RowHead(LabelOf(p.kind)), NumberCell(p.flags),
              NumberCell(p.confirmed), NumberCell(p.dismissed),
              NumberCell(p.unsure), NumberCell(p.disputed),
              NumberCell(p.undecided),
              Cell(p.precision ? WithInterval(*p.precision, p.interval)
                               : "nothing decided"),
              "</tr>\n");
  }
  return html + "</table></div>\n";
}

std::string ReviewerTable(const MeasuredCase& m) {
  if (m.reviewers.empty()) {
    return "<h2>Reviewers</h2>\n<p>Nobody has decided anything yet.</p>\n";
  }
  std::string html = StrCat(
      "<h2>Reviewers</h2>\n<div class=\"scroll\"><table>\n<tr>",
      HeadCell("Name"), HeadCell("Decided", true), HeadCell("Confirmed", true),
      HeadCell("Dismissed", true), HeadCell("Unsure", true),
      HeadCell("Added", true), "</tr>\n");
  for (const ReviewerWork& r : m.reviewers) {
    StrAppend(&html, "<tr>", RowHead(r.reviewer), NumberCell(r.decided),
              NumberCell(r.confirmed), NumberCell(r.dismissed),
              NumberCell(r.unsure), NumberCell(r.added), "</tr>\n");
  }
  return html + "</table></div>\n";
}

std::string Agreement(const MeasuredCase& m) {
  const KindAgreement& all = m.agreement[0];
  if (all.pairs.empty()) return "";
  std::string html = "<h3>Agreement</h3>\n<ul>\n";
  for (const ReviewerPair& pair : all.pairs) {
    StrAppend(&html, "<li>", EscapeHtml(pair.first), " and ",
              EscapeHtml(pair.second), ": ",
              pair.kappa ? StrCat("Cohen’s kappa ",
                                  WithInterval(pair.kappa->kappa,
                                               pair.kappa->interval),
                                  " over ", pair.kappa->items,
                                  " flags that both decided")
                         : "too little decided by both for a figure",
              "</li>\n");
  }
  if (all.pairs.size() > 1 && all.alpha) {
    StrAppend(&html, "<li>All: Krippendorff’s alpha ",
              WithInterval(all.alpha->alpha, all.alpha->interval), " over ",
              all.alpha->items, " flags</li>\n");
  }
  return StrCat(html, "</ul>\n<p class=\"soft\">Decisions differ on ",
                m.disagreements.size(),
                " flags. 1 is full agreement, 0 is chance; intervals of "
                "95%.</p>\n");
}

std::string InputTable(const CaseContents& contents) {
  std::string html = StrCat(
      "<h2>Inputs</h2>\n<div class=\"scroll\"><table>\n<tr>",
      HeadCell("Outlet"), HeadCell("Published"), HeadCell("Title"),
      HeadCell("Read from, with SHA-256"), "</tr>\n");
  for (const auto& [id, a] : contents.articles) {
    const std::string published =
        a.article.published.empty() ? "no date"
                                    : HumanDate(a.article.published);
    StrAppend(&html, "<tr>", RowHead(a.article.outlet), Cell(published),
              "<td dir=\"auto\">", EscapeHtml(a.article.title), "</td><td>",
              EscapeHtml(a.article.provenance.source),
              "<br><span class=\"hash\">", a.source_sha256,
              "</span></td></tr>\n");
  }
  return html + "</table></div>\n";
}

// Flags.

std::string Quotation(const CaseContents& contents, const CaseFlag& flag,
                      Side side) {
  const Article& article = contents.ArticleOf(flag, side).article;
  const std::string outlet =
      article.outlet.empty() ? StrCat(Name(side), " report") : article.outlet;
  const std::optional<Evidence>& evidence = EvidenceOn(flag, side);
  if (!evidence) {
    return StrCat("<p class=\"missing\">Nothing marked in ",
                  EscapeHtml(outlet), "</p>\n");
  }
  return StrCat("<blockquote><cite>", EscapeHtml(outlet),
                "</cite><br><span dir=\"auto\">", EscapeHtml(evidence->quote),
                "</span></blockquote>\n");
}

// "7 March 2026, 10:15 UTC" of a time as the store takes it.
std::string Moment(const std::string& time) {
  constexpr std::size_t kHour = 11;
  if (time.size() < kHour + 5) return EscapeHtml(time);
  return StrCat(HumanDate(time), ", ", EscapeHtml(time.substr(kHour, 5)),
                " UTC");
}

std::string SignedBy(const std::string& reviewer, const std::string& time,
                     std::string_view said, DismissReason reason,
                     const std::optional<DivergenceKind>& changed_kind,
                     const std::string& note) {
  std::string html =
      StrCat("<p class=\"by\">", said, " by ", EscapeHtml(reviewer),
             " on ", Moment(time));
  if (reason != DismissReason::kNone) StrAppend(&html, ": ", Name(reason));
  if (changed_kind) {
    StrAppend(&html, "; as ", StyleOf(*changed_kind).label);
  }
  if (!note.empty()) {
    StrAppend(&html, "; <span dir=\"auto\">", EscapeHtml(note), "</span>");
  }
  return html + "</p>\n";
}

std::string Decisions(const CaseFlag& flag) {
  std::string html;
  if (flag.added_by) {
    html += SignedBy(flag.added_by->reviewer, flag.added_by->time, "added",
                     DismissReason::kNone, std::nullopt, flag.added_by->note);
  }
  for (const VerdictRow& row : flag.verdicts) {
    html += SignedBy(row.reviewer, row.time, Name(*row.verdict), row.reason,
                     row.changed_kind, row.note);
  }
  if (flag.settled) {
    html += SignedBy(flag.settled->reviewer, flag.settled->time,
                     StrCat("settled as ", Name(*flag.settled->verdict)),
                     flag.settled->reason, flag.settled->changed_kind,
                     flag.settled->note);
  }
  return html;
}

// What the flag that this one stands for now showed, and who had decided it.
std::string Before(const CaseContents& contents, const CaseFlag& flag) {
  const auto old = std::find_if(
      contents.flags.begin(), contents.flags.end(),
      [&](const CaseFlag& f) { return f.id == flag.reopens; });
  if (flag.reopens == 0 || old == contents.flags.end()) return "";
  std::string quotes;
  for (const Side side : {Side::kLeft, Side::kRight}) {
    if (const auto& evidence = EvidenceOn(*old, side)) {
      StrAppend(&quotes, quotes.empty() ? "" : " / ", "“<span dir=\"auto\">",
                EscapeHtml(evidence->quote), "</span>”");
    }
  }
  return StrCat("<details open><summary class=\"soft\">Reopened: an earlier "
                "run had other evidence (flag ",
                old->id, ")</summary><p>", quotes, "</p>\n", Decisions(*old),
                "</details>\n");
}

std::string Card(const CaseContents& contents, const CaseFlag& flag) {
  const DivergenceKind kind = KindOf(flag);
  std::string html = StrCat(
      "<article class=\"decided k-", Name(kind), "\" id=\"flag-", flag.id,
      "\">\n<p class=\"head\"><span aria-hidden=\"true\">",
      StyleOf(kind).shape, "</span> ", StyleOf(kind).label);
  if (flag.state == FlagState::kSuperseded) {
    html += " <span class=\"soft\">(a later run no longer gives it)</span>";
  }
  StrAppend(&html, "</p>\n", Quotation(contents, flag, Side::kLeft),
            Quotation(contents, flag, Side::kRight), "<p>",
            EscapeHtml(flag.divergence.explanation), "</p>\n",
            Decisions(flag), Before(contents, flag), "</article>\n");
  return html;
}

std::string Section(const CaseContents& contents, Outcome outcome,
                    std::string_view title) {
  std::string cards;
  std::int64_t count = 0;
  for (const CaseFlag& flag : contents.flags) {
    if (flag.state == FlagState::kWithdrawn || OutcomeOf(flag) != outcome) {
      continue;
    }
    ++count;
    cards += Card(contents, flag);
  }
  if (count == 0) return "";
  return StrCat("<h2>", title, " (", count, ")</h2>\n", cards);
}

std::string Undecided(const CaseContents& contents) {
  std::int64_t count = 0;
  std::string reopened;
  for (const CaseFlag& flag : contents.flags) {
    if (flag.state != FlagState::kCurrent ||
        OutcomeOf(flag) != Outcome::kUndecided) {
      continue;
    }
    ++count;
    if (flag.reopens != 0) reopened += Card(contents, flag);
  }
  if (count == 0) return "";
  return StrCat("<h2>Not decided</h2>\n<p>", count,
                " flags wait for a reviewer. They are no findings: the "
                "program proposed them, and nobody has looked.</p>\n",
                reopened);
}

std::string Foot(const CaseContents& contents) {
  std::string html = "</main>\n<footer class=\"foot\"><ul class=\"versions\" "
                     "aria-label=\"Versions\">";
  if (!contents.comparisons.empty()) {
    for (const auto& [part, version] :
         contents.comparisons.rbegin()->second.versions) {
      StrAppend(&html, "<li>", EscapeHtml(part), " ", EscapeHtml(version),
                "</li>");
    }
  }
  return html + "</ul></footer>\n</body>\n</html>\n";
}

}  // namespace

std::string ContentsToHtml(const CaseContents& contents) {
  const MeasuredCase m = Measure(contents.flags);
  return StrCat(Head(), Summary(contents, m), PrecisionTable(m),
                ReviewerTable(m), Agreement(m),
                Section(contents, Outcome::kConfirmed, "Confirmed"),
                Section(contents, Outcome::kDisputed, "Disputed"),
                Section(contents, Outcome::kUnsure, "Unsure"),
                Section(contents, Outcome::kDismissed, "Dismissed"),
                Undecided(contents), InputTable(contents), Foot(contents));
}

}  // namespace rashomon
