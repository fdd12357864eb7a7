#include "tools/review/store/whole_comparison.h"

#include <cstddef>
#include <utility>
#include <vector>

#include "engine/base/status_macros.h"
#include "engine/base/strings.h"
#include "tools/review/store/case_articles.h"
#include "tools/review/store/case_comparisons.h"
#include "tools/review/store/divergence_rows.h"
#include "tools/review/store/records.h"

namespace rashomon {
namespace {

int SentenceOf(const Span& span, const std::vector<Span>& sentences) {
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    if (Contains(sentences[i], span)) return static_cast<int>(i);
  }
  return 0;
}

void FindSentences(Comparison* c) {
  for (Divergence& d : c->divergences) {
    if (d.left) {
      d.left->sentence =
          SentenceOf(d.left->span, c->left_annotation.sentences);
    }
    if (d.right) {
      d.right->sentence =
          SentenceOf(d.right->span, c->right_annotation.sentences);
    }
  }
}

void Fill(CaseArticle from, Article* article, Annotation* annotation) {
  *article = std::move(from.article);
  annotation->sentences = std::move(from.sentences);
  annotation->uncertain.resize(annotation->sentences.size());
  annotation->loaded.resize(annotation->sentences.size());
}

absl::StatusOr<std::vector<Divergence>> ReadDivergences(
    CaseFile* file, std::int64_t comparison) {
  RASHOMON_ASSIGN_OR_RETURN(
      Statement rows,
      file->db()->Query(
          StrCat("SELECT ", kDivergenceColumns,
                 ", f.fingerprint FROM divergences AS d JOIN flags "
                 "AS f USING (flag) WHERE d.comparison = ? AND f.origin = "
                 "'engine' ORDER BY d.rank"),
          comparison));
  std::vector<Divergence> divergences;
  while (true) {
    RASHOMON_ASSIGN_OR_RETURN(const bool more, rows.Step());
    if (!more) return divergences;
    RASHOMON_ASSIGN_OR_RETURN(Divergence d, DivergenceAt(rows, 0));
    d.fingerprint = rows.String(kDivergenceColumnCount);
    divergences.push_back(std::move(d));
  }
}

}  // namespace

absl::StatusOr<Comparison> ReadWholeComparison(CaseFile* file,
                                               std::int64_t comparison) {
  RASHOMON_ASSIGN_OR_RETURN(CaseComparison kept,
                            ReadCaseComparison(file, comparison));
  Comparison whole;
  RASHOMON_ASSIGN_OR_RETURN(CaseArticle left,
                            ReadCaseArticle(file, kept.left));
  RASHOMON_ASSIGN_OR_RETURN(CaseArticle right,
                            ReadCaseArticle(file, kept.right));
  Fill(std::move(left), &whole.left, &whole.left_annotation);
  Fill(std::move(right), &whole.right, &whole.right_annotation);
  whole.same_event = {kept.same_event, kept.same_event_confidence, {}};
  whole.alignment = std::move(kept.alignment);
  whole.notes = std::move(kept.notes);
  whole.versions = std::move(kept.versions);
  RASHOMON_ASSIGN_OR_RETURN(whole.divergences,
                            ReadDivergences(file, comparison));
  FindSentences(&whole);
  return whole;
}

}  // namespace rashomon
