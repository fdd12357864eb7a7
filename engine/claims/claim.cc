#include "engine/claims/claim.h"

#include <array>
#include <cstddef>

namespace rashomon {
namespace {

template <std::size_t n, typename Enum>
std::string_view NameIn(const std::array<std::string_view, n>& names,
                        Enum value) {
  const std::size_t i = static_cast<std::size_t>(value);
  return i < n ? names[i] : std::string_view("?");
}

constexpr std::array<std::string_view, 3> kModes = {"voice", "indirect",
                                                    "quote"};
constexpr std::array<std::string_view, 9> kCueClasses = {
    "none",      "neutral", "assertive", "doubting", "conceding",
    "revealing", "warning", "denying",   "demanding"};
constexpr std::array<std::string_view, 6> kCertainties = {
    "asserted", "hedged", "conditional", "alleged", "denied", "future"};
constexpr std::array<std::string_view, 5> kSourceKinds = {
    "none", "named", "described", "anonymous", "institutional"};
constexpr std::array<std::string_view, 4> kMentionTypes = {
    "person", "organisation", "place", "role"};
constexpr std::array<std::string_view, 5> kVoices = {
    "none", "active", "passive_agent", "passive", "nominal"};
constexpr std::array<std::string_view, 8> kCauseTypes = {
    "cause",   "ground", "response",     "pretext",
    "purpose", "after",  "circumstance", "effect"};

constexpr std::array<std::string_view, 4> kRelations = {
    "equal", "agrees", "differs", "not comparable"};

}  // namespace

std::string_view Name(QuantityRelation relation) {
  return NameIn(kRelations, relation);
}
std::string_view Name(ClaimMode mode) { return NameIn(kModes, mode); }
std::string_view Name(CueClass cue_class) {
  return NameIn(kCueClasses, cue_class);
}
std::string_view Name(Certainty certainty) {
  return NameIn(kCertainties, certainty);
}
std::string_view Name(SourceKind kind) { return NameIn(kSourceKinds, kind); }
std::string_view Name(MentionType type) { return NameIn(kMentionTypes, type); }
std::string_view Name(Voice voice) { return NameIn(kVoices, voice); }
std::string_view Name(CauseType type) { return NameIn(kCauseTypes, type); }

}  // namespace rashomon
