#include "engine/contrast/sourced_claim.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "engine/contrast/detector_words.h"
#include "engine/contrast/evidence.h"

namespace rashomon {
namespace {

bool IsPronoun(const Word& word, Tag tag) {
  return tag == Tag::kPronoun || tag == Tag::kObject || tag == Tag::kRelative ||
         tag == Tag::kThat || IsPersonalPronoun(word);
}

// "The", "these", "its".
bool IsDefinite(const Word& word, Tag tag) {
  static constexpr std::string_view kDefinite[] = {
      "the", "this", "that", "these", "those", "his", "her", "its", "their"};
  return tag == Tag::kDeterminer &&
         std::find(std::begin(kDefinite), std::end(kDefinite), word.normal) !=
             std::end(kDefinite);
}

// Whether the noun phrase that opens the range is about one: "the lawmaker from
// the islands".
bool IsSingular(const std::vector<Tag>& tags, WordRange range) {
  Tag head = Tag::kMark;
  for (std::size_t i = range.first; i < range.last; ++i) {
    if (tags[i] == Tag::kPreposition || tags[i] == Tag::kMark) break;
    if (IsNoun(tags[i])) head = tags[i];
  }
  return head != Tag::kPlural;
}

bool FitsAnySource(const Word& word) {
  return DetectorWords::Shipped().Has(WordGroup::kSource, word);
}

// The words of the first and last of the parts, from one to the other.
WordRange RangeOf(const ReportIndex& report, int sentence,
                  const std::vector<Span>& parts) {
  WordRange all;
  for (const Span& part : parts) {
    const WordRange r = report.WordsOf(sentence, part);
    if (r.empty()) continue;
    all = all.empty() ? r
                      : WordRange{std::min(all.first, r.first),
                                  std::max(all.last, r.last)};
  }
  return all;
}

WordRange Union(WordRange a, WordRange b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.first, b.first), std::max(a.last, b.last)};
}

bool HasCueOfTelling(const ReportIndex& report, const Claim& claim) {
  if (claim.cue.empty()) return claim.mode == ClaimMode::kQuote;
  for (const Span& part : claim.cue) {
    const WordRange range = report.WordsOf(claim.sentence, part);
    for (std::size_t i = range.first; i < range.last; ++i) {
      if (DetectorWords::Shipped().Has(WordGroup::kReporting,
                                       report.words(claim.sentence)[i])) {
        return true;
      }
    }
  }
  return false;
}

// Reads claims of both reports, so that stems of names that stand in neither,
// as they are resolved, have one number for both.
class SourcedClaimReader {
 public:
  explicit SourcedClaimReader(WordSplitter* splitter) : splitter_(*splitter) {}

  std::vector<SourcedClaim> ReadAll(const ReportIndex& report) {
    std::vector<SourcedClaim> statements;
    statements.reserve(report.annotation().claims.size());
    for (const Claim& claim : report.annotation().claims) {
      statements.push_back(Read(report, claim));
    }
    return statements;
  }

 private:
  struct Name {
    StemSet stems;
    int last = -1;
  };

  SourcedClaim Read(const ReportIndex& report, const Claim& claim) {
    SourcedClaim s;
    s.claim = &claim;
    s.sentence = claim.sentence;
    ReadContent(report, &s);
    s.tells = claim.mode != ClaimMode::kVoice && !claim.attitude &&
              (!claim.source.empty() || !claim.source_name.empty()) &&
              HasCueOfTelling(report, claim);
    if (s.tells) ReadSource(report, &s);
    return s;
  }

  static void ReadContent(const ReportIndex& report, SourcedClaim* s) {
    for (const Span& part : s->claim->content) {
      const WordRange range = report.WordsOf(s->sentence, part);
      for (std::size_t i = range.first; i < range.last; ++i) {
        if (report.Rarity(s->sentence, i) <= 0) continue;
        const int stem = report.stem(s->sentence, i);
        s->content.Insert(stem);
        if (!report.words(s->sentence)[i].capitalized) {
          s->common_words.Insert(stem);
        }
        if (IsVerb(report.tags(s->sentence)[i])) s->verbs.Insert(stem);
      }
    }
    for (const ContentWord& word : report.content(s->sentence)) {
      if (!s->content.Contains(word.stem)) continue;
      s->words.push_back(word);
      s->rarity += word.rarity;
    }
  }

  void ReadSource(const ReportIndex& report, SourcedClaim* s) {
    const Claim& claim = *s->claim;
    const WordRange source = RangeOf(report, s->sentence, claim.source);
    s->speaking = Union(source, RangeOf(report, s->sentence, claim.cue));
    s->person = claim.source_kind == SourceKind::kNamed;
    s->anonymous = claim.source_kind == SourceKind::kAnonymous;
    s->unnamed =
        s->anonymous || claim.source_kind == SourceKind::kDescribed;
    ReadWords(report, source, s);
    for (const Mention& mention : report.annotation().mentions) {
      const bool inside = std::any_of(
          claim.source.begin(), claim.source.end(),
          [&](const Span& part) { return Overlaps(mention.span, part); });
      if (inside && !mention.entity.empty()) {
        s->entities.emplace(mention.entity);
      }
    }
    const Name& name = NameOf(report, claim.source_name);
    s->source.InsertAll(name.stems);
    if (s->person) s->family_name = name.last;
    s->tells = !s->speaking.empty() && (!s->pronoun || !s->unnamed);
  }

  static void ReadWords(const ReportIndex& report, WordRange source,
                        SourcedClaim* s) {
    const std::vector<Word>& words = report.words(s->sentence);
    const std::vector<Tag>& tags = report.tags(s->sentence);
    s->pronoun = true;
    for (std::size_t i = source.first; i < source.last; ++i) {
      s->pronoun &= IsPronoun(words[i], tags[i]);
      if (report.Rarity(s->sentence, i) <= 0) continue;
      s->all_of_source.Insert(report.stem(s->sentence, i));
      if (!FitsAnySource(words[i])) {
        s->source.Insert(report.stem(s->sentence, i));
      }
    }
    s->definite = s->unnamed && !source.empty() &&
                  IsDefinite(words[source.first], tags[source.first]) &&
                  IsSingular(tags, source);
  }

  // Reports that are compared have the same numbers, and rarities by them.
  const Name& NameOf(const ReportIndex& report, const std::string& text) {
    const auto [at, added] = names_.try_emplace(text);
    Name& name = at->second;
    if (!added) return name;
    for (const Word& w :
         splitter_.Views(text, Span{Field::kText, 0, text.size()})) {
      if (w.kind != WordKind::kWord || report.Rarity(w) <= 0) continue;
      name.last = NumberOf(report.numbers(), w.stem);
      if (!FitsAnySource(w)) name.stems.Insert(name.last);
    }
    return name;
  }

  int NumberOf(const StemNumbers& numbers, std::string_view stem) {
    const int number = numbers.Find(stem);
    if (number != StemNumbers::kNone) return number;
    const int next = numbers.size() + static_cast<int>(others_.size());
    return others_.try_emplace(std::string(stem), next).first->second;
  }

  WordSplitter& splitter_;
  StringMap<int> others_;
  StringMap<Name> names_;
};

}  // namespace

const SourcedClaims& SourcedClaimsOf(const Direction& d) {
  return d.readings->Of(d.left(), [&d](const ReportIndex& left) {
    SourcedClaimReader reader(d.splitter);
    SourcedClaims statements;
    statements.of_left = reader.ReadAll(left);
    statements.of_right = reader.ReadAll(d.right());
    return statements;
  });
}

bool IsNamedIn(const SourcedClaim& person, const SourcedClaim& other) {
  return other.source.Contains(person.family_name);
}

bool NameOneSource(const SourcedClaim& a, const SourcedClaim& b) {
  if (a.person && b.person && !IsNamedIn(a, b) && !IsNamedIn(b, a)) {
    return false;  // two people of one house
  }
  if (SharesStem(a.source, b.source)) return true;
  if ((a.source.empty() || b.source.empty()) &&
      SharesStem(a.all_of_source, b.all_of_source)) {
    return true;
  }
  return std::any_of(a.entities.begin(), a.entities.end(),
                     [&b](const std::string& entity) {
                       return b.entities.contains(entity);
                     });
}

SharedContent SharedOf(const SourcedClaim& a, const SourcedClaim& b) {
  SharedContent shared;
  const double lesser = std::min(a.rarity, b.rarity);
  if (lesser <= 0) return shared;
  double rarity = 0;
  for (const ContentWord& word : a.words) {
    if (!b.content.Contains(word.stem)) continue;
    rarity += word.rarity;
    ++shared.words;
    shared.common_words += a.common_words.Contains(word.stem) &&
                           b.common_words.Contains(word.stem);
    shared.verb |= a.verbs.Contains(word.stem) || b.verbs.Contains(word.stem);
  }
  shared.share = std::min(1.0, rarity / lesser);
  return shared;
}

}  // namespace rashomon
