// Fits what the comparison weighs flags and events by. See contrast.md here.
//
//   fit_contrast confidence --data DIR [--output TSV] [--show PAIR]
//   fit_contrast events --data DIR [--output-folder DIR]
#include <algorithm>
#include <array>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "CLI/CLI.hpp"
#include "absl/status/status.h"
#include "engine/base/file.h"
#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/evaluate/divergence_eval.h"
#include "tools/train/confidence_fit.h"
#include "tools/train/event_fit.h"
#include "tools/train/marked_pairs.h"

namespace rashomon {
namespace {

struct Arguments {
  std::string data;
  std::string output;
  std::string show;
  std::string rows;
  bool candidates = false;
  bool gold_alone = false;
  bool score_marked = false;
};

void PrintRatio(const char* name, const Ratio& r) {
  std::printf("  %-22s %.3f  (%d of %d)\n", name, r.value(), r.right, r.of);
}

void PrintTable(const char* name, const DivergenceTable& t) {
  std::printf("%s: %d rows, %d flags\n", name, t.gold, t.flags);
  PrintRatio("P@5", t.precision_at_5);
  PrintRatio("P@15", t.precision_at_15);
  PrintRatio("recall of weight 3", t.weight_3);
  PrintRatio("recall of 2 and 3", t.weight_2_and_3);
  PrintRatio("found by any flag", t.found);
  std::printf("  %-22s %.3f\n", "average precision", t.average_precision);
}

void PrintKinds(const DivergenceScores& s) {
  std::printf("%-14s %5s %6s %6s %6s %6s\n", "kind", "rows", "flags", "P@5",
              "found", "AP");
  for (DivergenceKind kind : kAllDivergenceKinds) {
    const DivergenceTable& t = s.by_kind[static_cast<int>(kind)];
    std::printf("%-14s %5d %6d %6.3f %6.3f %6.3f\n",
                std::string(Name(kind)).c_str(), t.gold, t.flags,
                t.precision_at_5.value(), t.found.value(),
                t.average_precision);
  }
}

std::string Shown(const std::optional<Evidence>& e) {
  return e ? e->quote : "-";
}

void PrintFlags(const GoldPair& pair, const Comparison& c, std::size_t top) {
  std::printf("\n== %s  %s, gold %s\n", pair.id.c_str(),
              std::string(Name(c.same_event.verdict)).c_str(),
              std::string(Name(pair.same_event)).c_str());
  const std::vector<int> paired = PairWithGold(pair, c.divergences, false);
  for (std::size_t i = 0; i < paired.size() && i < top; ++i) {
    const Divergence& d = c.divergences[i];
    std::printf("%s %.2f w%d %s %s\n     L: %s\n     R: %s\n",
                paired[i] >= 0 ? "RIGHT" : "     ", d.confidence, d.weight,
                std::string(Name(d.kind)).c_str(), d.rule.c_str(),
                Shown(d.left).c_str(), Shown(d.right).c_str());
  }
}

// What the detectors find before it is weighed: per kind the rows, the
// findings, how many of them are right, and the rows that one of them meets,
// with the kind and without; then the rows that none meets.
void PrintCandidates(const ConfidenceFit& fit) {
  struct Count {
    int rows = 0, met = 0, met_free = 0, findings = 0, right = 0;
  };
  std::array<Count, kAllDivergenceKinds.size()> counts{};
  std::string missed;
  for (std::size_t p = 0; p < fit.gold().size(); ++p) {
    const GoldPair& pair = fit.gold()[p];
    const std::vector<Finding>& findings = fit.findings()[p];
    for (const Finding& f : findings) {
      Count& count = counts[static_cast<std::size_t>(f.divergence.kind)];
      ++count.findings;
      count.right += std::any_of(
          pair.divergences.begin(), pair.divergences.end(),
          [&](const GoldDivergence& gold) {
            return IsRight(pair, f.divergence, gold, false);
          });
    }
    for (const GoldDivergence& gold : pair.divergences) {
      auto met = [&](bool kind_free) {
        return std::any_of(findings.begin(), findings.end(),
                           [&](const Finding& f) {
                             return IsRight(pair, f.divergence, gold,
                                            kind_free);
                           });
      };
      Count& count = counts[static_cast<std::size_t>(gold.kind)];
      const bool with_kind = met(false), any = met(true);
      ++count.rows;
      count.met += with_kind;
      count.met_free += any;
      if (with_kind) continue;
      auto quote = [](const Article& article, const std::optional<Span>& s) {
        return s ? std::string(article.Quote(*s)) : std::string("-");
      };
      StrAppend(&missed, any ? "other " : "none  ", pair.id, " ",
                gold.weight, " ", Name(gold.kind), " | ",
                quote(pair.left, gold.left), " | ",
                quote(pair.right, gold.right), "\n");
    }
  }
  std::printf("%-14s %5s %5s %5s %8s %5s\n", "kind", "rows", "met", "any",
              "findings", "right");
  for (DivergenceKind kind : kAllDivergenceKinds) {
    const Count& c = counts[static_cast<std::size_t>(kind)];
    std::printf("%-14s %5d %5d %5d %8d %5d\n", std::string(Name(kind)).c_str(),
                c.rows, c.met, c.met_free, c.findings, c.right);
  }
  std::printf("%s", missed.c_str());
}

absl::Status FitConfidence(const Arguments& a) {
  RASHOMON_ASSIGN_OR_RETURN(
      std::vector<GoldPair> gold,
      ReadGoldPairs(StrCat(a.data, "/divergences/pairs.jsonl")));
  std::vector<GoldPair> marked;
  if (!a.gold_alone) {
    RASHOMON_ASSIGN_OR_RETURN(marked, ReadMarkedPairs(a.data));
  }
  if (a.score_marked) std::swap(gold, marked);
  RASHOMON_ASSIGN_OR_RETURN(ConfidenceFit fit,
                            ConfidenceFit::Make(std::move(gold), marked));
  if (!a.rows.empty()) {
    RASHOMON_RETURN_IF_ERROR(
        WriteFileAtomically(a.rows, RowsText(fit.Rows())));
  }
  const DivergenceScores s = fit.CrossValidated();
  PrintTable("all kinds", s.all);
  PrintTable("kind-free", s.kind_free);
  PrintKinds(s);
  PrintRatio("same event", s.same_event);
  std::printf("  %-22s %.3f\n", "calibration error", s.calibration_error);
  if (a.candidates) PrintCandidates(fit);
  if (!a.show.empty()) {
    const std::vector<Comparison> all = fit.CrossValidatedComparisons();
    for (std::size_t p = 0; p < all.size(); ++p) {
      if (a.show == "all" || fit.gold()[p].id.find(a.show) != std::string::npos) {
        PrintFlags(fit.gold()[p], all[p], 12);
      }
    }
  }
  return a.output.empty() ? absl::OkStatus()
                          : WriteFileAtomically(a.output, fit.Tsv());
}

absl::Status FitEventModels(const Arguments& a) {
  RASHOMON_ASSIGN_OR_RETURN(
      const std::vector<GoldPair> gold,
      ReadGoldPairs(StrCat(a.data, "/divergences/pairs.jsonl")));
  RASHOMON_ASSIGN_OR_RETURN(
      const EventFit fit,
      FitEvents(StrCat(a.data, "/events"), gold));
  if (!a.rows.empty()) {
    RASHOMON_RETURN_IF_ERROR(WriteFileAtomically(a.rows, fit.rows));
  }
  PrintRatio("marked pairs", fit.marked_pairs);
  PrintRatio("their stories left out", fit.marked_stories);
  for (const std::string& pair : fit.wrong) {
    std::printf("    %s\n", pair.c_str());
  }
  PrintRatio("neus_val, one event", fit.same_event);
  PrintRatio("neus_val, near misses", fit.near_misses);
  PrintRatio("neus_val, random pairs", fit.random_pairs);
  if (a.output.empty()) return absl::OkStatus();
  for (const EventTable& table : fit.tables) {
    RASHOMON_RETURN_IF_ERROR(
        WriteFileAtomically(StrCat(a.output, "/", table.file), table.tsv));
  }
  return absl::OkStatus();
}

int Main(int argc, char** argv) {
  CLI::App app("Fits the confidence of flags and the same-event decision.");
  app.require_subcommand(1);
  Arguments a;
  CLI::App* confidence = app.add_subcommand(
      "confidence", "fit and cross-validate the confidence of flags");
  confidence->add_option("--data", a.data, "the data folder")->required();
  confidence->add_option("--output", a.output, "the table to write");
  confidence->add_option("--rows", a.rows, "where to write the fitted rows");
  confidence->add_flag("--candidates", a.candidates,
                       "print what the detectors find before it is weighed, "
                       "and the marked rows that they miss");
  confidence->add_flag("--gold-alone", a.gold_alone,
                       "fit on the marked pairs of data/divergences alone");
  confidence
      ->add_flag("--score-marked", a.score_marked,
                 "score the pairs of tools/train/marks instead, by models "
                 "for them")
      ->excludes("--output")
      ->excludes("--gold-alone");
  confidence->add_option("--show", a.show,
                         "print the flags of pairs whose id has this in it, "
                         "or 'all'");
  CLI::App* events =
      app.add_subcommand("events", "fit the same-event decision");
  events->add_option("--data", a.data, "the data folder")->required();
  events->add_option("--rows", a.rows, "where to write the fitted rows");
  events->add_option("--output-folder", a.output, "where to write the tables");
  CLI11_PARSE(app, argc, argv);
  const absl::Status status =
      confidence->parsed() ? FitConfidence(a) : FitEventModels(a);
  if (status.ok()) return 0;
  std::fprintf(stderr, "fit_contrast: %s\n", status.ToString().c_str());
  return 2;
}

}  // namespace
}  // namespace rashomon

int main(int argc, char** argv) { return rashomon::Main(argc, argv); }
