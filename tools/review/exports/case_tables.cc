#include "tools/review/exports/case_tables.h"

#include <array>

namespace rashomon {
namespace {

using enum ColumnForm;

constexpr CaseColumn kFacts[] = {
    {"name", "name", kText},
    {"value", "value", kText},
};

constexpr CaseColumn kArticles[] = {
    {"article", "article", kId},
    {"sha256", "sha256", kText},
    {"source", "source", kText},
    {"id", "id", kText},
    {"outlet", "outlet", kText},
    {"published", "published", kText},
    {"url", "url", kText},
    {"title", "title", kText},
    {"byline", "byline", kText},
    {"place", "place", kText},
    {"language", "language", kText},
    {"text", "text", kText},
    {"sentences", "sentences", kJsonArray},
    {"residue", "residue", kJsonArray},
    {"provenance", "provenance", kJsonObject},
    {"unknown_fields", "unknown_fields", kOptionalJson},
};

constexpr CaseColumn kPairs[] = {
    {"pair", "pair", kId},
    {"left_source", "left_source", kText},
    {"right_source", "right_source", kText},
};

constexpr CaseColumn kComparisons[] = {
    {"comparison", "comparison", kId},
    {"pair", "pair", kId},
    {"run", "run", kId},
    {"sha256", "sha256", kText},
    {"left_article", "left", kId},
    {"right_article", "right", kId},
    {"same_event", "same_event.verdict", kText},
    {"same_event_confidence", "same_event.confidence", kNumber},
    {"alignments", "alignments", kJsonArray},
    {"unmatched", "unmatched", kJsonObject},
    {"notes", "notes", kJsonArray},
    {"versions", "versions", kJsonObject},
    {"added", "added", kText},
};

constexpr CaseColumn kFlags[] = {
    {"flag", "flag", kId},
    {"pair", "pair", kId},
    {"origin", "origin", kText},
    {"fingerprint", "fingerprint", kText},
    {"occurrence", "occurrence", kCount},
    {"reopens", "reopens", kOptionalId},
};

constexpr CaseColumn kDivergences[] = {
    {"divergence", "divergence", kId},
    {"comparison", "comparison", kId},
    {"flag", "flag", kId},
    {"rank", "rank", kCount},
    {"kind", "kind", kText},
    {"left_field", "left.field", kText},
    {"left_begin", "left.begin", kCount},
    {"left_end", "left.end", kCount},
    {"left_quote", "left.quote", kText},
    {"right_field", "right.field", kText},
    {"right_begin", "right.begin", kCount},
    {"right_end", "right.end", kCount},
    {"right_quote", "right.quote", kText},
    {"weight", "weight", kCount},
    {"confidence", "confidence", kNumber},
    {"rule", "rule", kText},
    {"triggers", "triggers", kJsonArray},
    {"explanation", "explanation", kText},
    {"nearest_side", "nearest.side", kText},
    {"nearest_field", "nearest.field", kText},
    {"nearest_begin", "nearest.begin", kCount},
    {"nearest_end", "nearest.end", kCount},
    {"nearest_quote", "nearest.quote", kText},
    {"nearest_score", "nearest.score", kNumber},
    {"anchor", "anchor", kText},
};

constexpr CaseColumn kAddedFlags[] = {
    {"flag", "flag", kId},
    {"reviewer", "reviewer", kText},
    {"time", "time", kText},
    {"note", "note", kText},
};

constexpr CaseColumn kVerdicts[] = {
    {"verdict", "verdict", kId},
    {"batch", "batch", kId},
    {"flag", "flag", kId},
    {"divergence", "divergence", kId},
    {"reviewer", "reviewer", kText},
    {"time", "time", kText},
    {"decision", "decision", kOptionalText},
    {"reason", "reason", kText},
    {"changed_kind", "changed_kind", kText},
    {"note", "note", kText},
    {"undoes", "undoes", kOptionalId},
};

constexpr CaseColumn kSettlements[] = {
    {"settlement", "settlement", kId},
    {"flag", "flag", kId},
    {"divergence", "divergence", kId},
    {"reviewer", "reviewer", kText},
    {"time", "time", kText},
    {"decision", "decision", kOptionalText},
    {"reason", "reason", kText},
    {"changed_kind", "changed_kind", kText},
    {"note", "note", kText},
};

constexpr std::array<CaseTable, 9> kTables = {{
    {"case_facts", "name", kFacts},
    {"articles", "article", kArticles},
    {"pairs", "pair", kPairs},
    {"comparisons", "comparison", kComparisons},
    {"flags", "flag", kFlags},
    {"divergences", "divergence", kDivergences},
    {"added_flags", "flag", kAddedFlags},
    {"verdicts", "verdict", kVerdicts},
    {"settlements", "settlement", kSettlements},
}};

}  // namespace

std::span<const CaseTable> CaseTables() { return kTables; }

}  // namespace rashomon
