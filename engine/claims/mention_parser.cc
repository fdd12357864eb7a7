#include "engine/claims/mention_parser.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "engine/base/strings.h"
#include "engine/base/suffix.h"
#include "engine/claims/mention_context.h"
#include "engine/claims/mention_names.h"
#include "engine/claims/name_key.h"
#include "engine/claims/name_words.h"
#include "engine/claims/role_form.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {
namespace {

// Of the words of a title or headline more than this share has a capital.
constexpr double kTitleCaseShare = 0.6;
// Words between a name and the role that is apposed to it: ", the Northland
// foreign".
constexpr std::size_t kMaxApposition = 5;

std::string_view FirstField(std::string_view note) {
  return note.substr(0, note.find('\t'));
}

std::string_view SecondField(std::string_view note) {
  const std::size_t tab = note.find('\t');
  return tab == std::string_view::npos ? "" : note.substr(tab + 1);
}

// A title or headline says nothing by its capitals.
bool IsTitleCase(const SentenceReading& s) {
  std::size_t capitals = 0, words = 0;
  for (const Word& word : s.words) {
    if (word.kind != WordKind::kWord) continue;
    ++words;
    capitals += word.capitalized;
  }
  // A sentence with its stop is no headline, however many names it lists.
  const bool stopped = s.span.field == Field::kText && s.size() > 0 &&
                       s.IsMark(s.size() - 1, '.');
  return !stopped && words > 3 && capitals > kTitleCaseShare * words;
}

// Splits the capitalised runs of one sentence into candidates.
class SentenceParser {
 public:
  SentenceParser(const SentenceReading& s, std::size_t sentence,
                 const std::vector<Span>& times,
                 std::vector<NameCandidate>* found)
      : s_(s),
        context_(s),
        words_(s, times),
        sentence_(sentence),
        found_(*found),
        title_case_(IsTitleCase(s)) {}

  void Parse() {
    for (std::size_t i = 0; i < s_.size();) i = ParseAt(i);
  }

 private:
  // ---- one candidate ----

  // Names start with a capital or stand in a list: most words do neither.
  bool MayStart(std::size_t i) const {
    static constexpr ListSet kNames(
        {ListId::kRoles, ListId::kPlaces, ListId::kOrganisations});
    return s_.word(i).capitalized || s_.matches.HasAny(kNames, i);
  }

  std::size_t ParseAt(std::size_t i) {
    if (!MayStart(i)) return i + 1;
    if (HasCategory(s_.matches.Starting(ListId::kRoles, i), "title") &&
        s_.word(i).capitalized) {
      return ReadTitle(*s_.matches.Starting(ListId::kRoles, i));
    }
    if (title_end_ == i && i > 0 && words_.RunEnd(i) > i)
      return AddName(i, words_.RunEnd(i));
    if (IsMonthName(i)) return AddName(i, i + 1);
    if (const PhraseMatch* m = words_.OrganisationAt(i)) {
      const PhraseMatch* office = words_.RoleAt(i);
      if (office != nullptr && office->last > m->last) return AddRole(*office);
      const bool person =
          words_.IsGiven(i) && m->last == i + 1 && words_.RunEnd(i) > i + 1;
      if (!person) return AddListed(*m);
    }
    const std::size_t run_end = words_.RunEnd(i);
    if (run_end > i + 1 || (run_end == i + 1 && s_.Is(run_end, "of"))) {
      const std::size_t end = ReadHeaded(i, run_end);
      if (end > i) return end;
    }
    const bool person =
        run_end > i + 1 && words_.IsGiven(i) && !EndsOnPlace(i, run_end);
    if (const PhraseMatch* place = words_.PlaceAt(i)) {
      if (!person || place->last > i + 1) return AddPlace(*place);
    }
    if (const PhraseMatch* role = words_.RoleAt(i)) {
      if (!person) return AddRole(*role);
    }
    if (run_end > i) return AddName(i, run_end);
    return i + 1;
  }

  // "May said": a name where the article has a person of that name.
  bool IsMonthName(std::size_t i) const {
    if (!words_.IsCapital(i) || s_.russian) return false;
    const bool month =
        words_.IsTime(i) || s_.classes[i] == WordClass::kAuxiliary;
    return month && s_.classes[i] != WordClass::kNumber &&
           context_.VerbAt(i + 1);
  }

  // "Paris, France" no person; "George Washington" is one.
  bool EndsOnPlace(std::size_t i, std::size_t end) const {
    return words_.PlaceAt(i) != nullptr && words_.PlaceAt(i)->last >= end;
  }

  std::size_t ReadTitle(const PhraseMatch& m) {
    std::size_t last = m.last;
    if (s_.IsMark(last, '.')) ++last;
    title_end_ = last;
    title_gender_ = m.entry->note.empty() ? 'u' : m.entry->note[0];
    return last;
  }

  // A name the gazetteer has; "other" names neither of the four.
  std::size_t AddListed(const PhraseMatch& m) {
    const std::string_view category = m.entry->category;
    if (category == "other") {
      // "Christian" alone; "Christian Lindner" was read before.
      return m.last;
    }
    if (category == "ministry") return AddMinistry(m);
    std::size_t last = m.last;
    Add(MentionType::kOrganisation, m.first, last, m.entry->note);
    return ReadAbbreviation(last);
  }

  // A ministry belongs to the country beside it: "Russian Foreign Ministry",
  // "the ministry of defence of Belarus".
  std::size_t AddMinistry(const PhraseMatch& m) {
    std::size_t first = m.first, last = m.last;
    std::string country;
    if (const PhraseMatch* place = PlaceBefore(first)) {
      country = StateOf(*place);
      if (!IsPossessive(s_.word(first - 1)) && !found_.empty() &&
          found_.back().detail.last == first &&
          found_.back().detail.sentence == sentence_) {
        first = place->first;
        found_.pop_back();
      }
    } else {
      country = CountryAfter(&last);
    }
    std::string entity =
        country.empty() ? m.entry->note : StrCat(country, " ", m.entry->note);
    Add(MentionType::kOrganisation, first, last, std::move(entity));
    found_.back().needs_country = country.empty();
    return ReadAbbreviation(last);
  }

  // "of Russia", "России": moves *last behind it.
  std::string CountryAfter(std::size_t* last) const {
    std::size_t at = *last;
    if (s_.Is(at, "of") || s_.Is(at, "for")) ++at;
    if (s_.Is(at, "the")) ++at;
    if (at == *last && !s_.russian) return "";
    if (at >= s_.size() || words_.PlaceAt(at) == nullptr) return "";
    const PhraseMatch& place = *words_.PlaceAt(at);
    if (place.entry->category != "country") return "";
    *last = place.last;
    return StateOf(place);
  }

  static std::string StateOf(const PhraseMatch& place) {
    const std::string_view note = place.entry->note;
    const std::string_view state = SecondField(note);
    return std::string(state.empty() ? FirstField(note) : state);
  }

  const PhraseMatch* PlaceBefore(std::size_t i) const {
    return last_place_ != nullptr && last_place_->last == i ? last_place_
                                                            : nullptr;
  }

  // A run whose last word says what it is: "Almerin Port Authority",
  // "Bank of Almerin", "Clean Water Act", "Holm Bridge". i: it is none.
  std::size_t ReadHeaded(std::size_t i, std::size_t run_end) {
    if (title_case_) return i;
    std::size_t end = run_end;
    for (std::size_t k = i; k < run_end; ++k) {
      if (k + 1 < run_end &&
          (words_.RoleAt(k) || (k > i && words_.PlaceAt(k)))) {
        if (words_.RoleAt(k) && k > i) end = k;
      }
      if (k > i && words_.IsGiven(k) && !words_.IsGiven(k - 1) &&
          k + 1 < run_end) {
        end = std::min(end, k);
      }
    }
    // "Katie Hill", "Dorothy Day" are people; "Paris Bridge" is none.
    if (end == i ||
        (end == i + 2 && words_.IsGiven(i) && words_.PlaceAt(i) == nullptr)) {
      return i;
    }
    const std::size_t head = end - 1;
    if (HasCategory(s_.matches.Starting(ListId::kOrganisations, head), "thing"))
      return end;
    if (HasCategory(s_.matches.Starting(ListId::kPlaces, head), "head") &&
        end > i + 1) {
      AddKeyed(MentionType::kPlace, i, end);
      return end;
    }
    if (!HasCategory(s_.matches.Starting(ListId::kOrganisations, head), "head"))
      return i;
    const bool of = (s_.Is(end, "of") || s_.Is(end, "for")) && end == run_end;
    std::size_t at = end + 1;
    if (of && s_.Is(at, "the")) ++at;
    if (of && at < s_.size() && words_.IsNameWord(at)) end = words_.RunEnd(at);
    if (end == i + 1) return i;
    if (words_.RoleAt(i) && !of) return i;
    AddKeyed(MentionType::kOrganisation, i, end);
    return ReadAbbreviation(end);
  }

  void AddKeyed(MentionType type, std::size_t first, std::size_t last) {
    Add(type, first, last, EntityKey(s_, first, last));
  }

  // "World Health Organization (WHO)": the bracket is another form of the
  // candidate before it. Returns where to go on.
  std::size_t ReadAbbreviation(std::size_t at) {
    if (!s_.IsMark(at, '(') || !s_.IsMark(at + 2, ')') ||
        !IsAcronym(s_.word(at + 1)) ||
        IsCompoundModifier(words_.Bytes(at + 1))) {
      return at;
    }
    const NameCandidate& before = found_.back();
    const bool body = before.detail.mention.type == MentionType::kOrganisation;
    // "Arvid Holm (NPP)": a person's party is no other form of the name.
    if (!body && (!before.open || before.given.empty() ||
                  before.given[0] != s_.word(at + 1).normal[0])) {
      return at;
    }
    const auto full = static_cast<std::int32_t>(found_.size()) - 1;
    const PhraseMatch* listed = words_.OrganisationAt(at + 1);
    const bool known = listed != nullptr && listed->last == at + 2;
    Add(MentionType::kOrganisation, at + 1, at + 2,
        std::string(known ? std::string_view(listed->entry->note)
                          : s_.word(at + 1).normal));
    found_.back().same_as = full;
    return at + 3;
  }

  std::size_t AddPlace(const PhraseMatch& place) {
    std::string entity(FirstField(place.entry->note));
    if (place.entry->category == "capital" && !title_case_ &&
        context_.ActsAsState(place.first, place.last)) {
      entity = StateOf(place);
    }
    Add(MentionType::kPlace, place.first, place.last, std::move(entity));
    last_place_ = &place;
    return place.last;
  }

  // ---- roles ----

  std::size_t AddRole(const PhraseMatch& role) {
    const std::string_view category = role.entry->category;
    if (category == "other") return role.last;  // "in general"
    NounKind noun = NounKindOf(category);
    if (noun == NounKind::kOffice && s_.russian &&
        IsRussianPluralRole(s_, role)) {
      noun = NounKind::kCollective;
    }
    if (noun != NounKind::kOffice) return AddNoun(role, noun);
    if (!IsRoleForm(s_, role) ||
        (role.entry->strength < 1 && !IsOffice(role))) {
      return role.first + 1;
    }
    std::size_t last = role.last;
    if (s_.IsMark(last, '.') && EndsWith(role.entry->phrase, ".")) ++last;
    const bool country_before = PlaceBefore(role.first) != nullptr;
    std::string key = RoleKey(role, last);
    Add(MentionType::kRole, role.first, last, key);
    NameCandidate& candidate = found_.back();
    candidate.role = std::move(key);
    candidate.detail.noun = noun;
    // "the minister" may be one named before, "the outgoing minister" not.
    candidate.definite = !IsPluralRole(s_, role) &&
                         (role.first == 0 || s_.Is(role.first - 1, "the") ||
                          country_before || s_.russian);
    last_role_end_ = last;
    // "President of Russia Vladimir Putin".
    const bool of_country = !CountryAfter(&last_role_end_).empty();
    // "Secretary of State [Antony] Blinken".
    if (s_.IsMark(last, '[') && s_.IsMark(last + 2, ']')) {
      last_role_end_ = last + 3;
    }
    last_role_ = found_.size() - 1;
    // "Aide to the President of Northland Arvid Holm": Holm is the aide.
    if (of_country && HangsOnRole(role.first)) --last_role_;
    ApposeToPerson(role);
    return last;
  }

  // Whether "<role> to the" stands right before a role at word `first`.
  bool HangsOnRole(std::size_t first) const {
    if (found_.size() < 2 || first < 2) return false;
    const NameCandidate& outer = found_[found_.size() - 2];
    return outer.detail.sentence == sentence_ &&
           outer.detail.mention.type == MentionType::kRole &&
           outer.detail.last + 2 == first && s_.Is(first - 1, "the") &&
           s_.Is(first - 2, "to");
  }

  // "officials", "the report": no mention, but who a source may be.
  std::size_t AddNoun(const PhraseMatch& role, NounKind noun) {
    if (role.last == role.first + 1 && words_.IsNameWord(role.first) &&
        role.first > 0 && noun != NounKind::kAnonymous) {
      return std::max(AddName(role.first, words_.RunEnd(role.first)),
                      role.last);
    }
    Add(MentionType::kRole, role.first, role.last, "");
    found_.back().detail.noun = noun;
    found_.back().detail.hidden = true;
    return role.last;
  }

  // A word that is an office only in company: "head of", "Northland's head".
  bool IsOffice(const PhraseMatch& role) const {
    return s_.Is(role.last, "of") || words_.IsNameWord(role.last) ||
           PlaceBefore(role.first) != nullptr;
  }

  // The note may name the office that its variants share, and a country; "*":
  // only where a country stands beside it ("the Russian leader").
  std::string RoleKey(const PhraseMatch& role, std::size_t last) const {
    const std::string_view note = role.entry->note;
    const std::size_t bar = note.find('|');
    std::string key(note.empty() ? role.entry->phrase : note.substr(0, bar));
    std::string country;
    if (bar != std::string_view::npos) country = note.substr(bar + 1);
    const bool only_with_country = country == "*";
    if (only_with_country) country.clear();
    if (const PhraseMatch* place = PlaceBefore(role.first)) {
      country = StateOf(*place);
    }
    std::size_t after = last;
    const std::string named = CountryAfter(&after);
    if (!named.empty()) country = named;
    if (only_with_country && country.empty()) key = role.entry->phrase;
    if (!country.empty()) key = StrCat(country, " ", key);
    if (IsFormer(role.first)) key = StrCat("former ", key);
    for (char& c : key) c = c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
    return key;
  }

  // "former US president", "ex-minister".
  bool IsFormer(std::size_t first) const {
    std::size_t at = first;
    if (const PhraseMatch* place = PlaceBefore(first)) at = place->first;
    if (at == 0) return false;
    const std::string_view n = s_.word(at - 1).normal;
    return n == "former" || n == "ex" || n == "then" || n == "late" ||
           n == "бывший" || n == "бывшего" || n == "бывшему" || n == "экс";
  }

  // "Arvid Holm, the Northland foreign minister, ...".
  void ApposeToPerson(const PhraseMatch& role) {
    if (found_.size() < 2) return;
    std::size_t p = found_.size() - 2;
    for (std::size_t back = 0; back < 2 && p > 0; ++back) {
      const MentionDetail& between = found_[p].detail;
      if (!between.hidden && between.mention.type != MentionType::kPlace) break;
      --p;
    }
    const NameCandidate& person = found_[p];
    if (person.detail.sentence != sentence_ || person.given.empty()) return;
    const std::size_t comma = person.detail.last;
    if (!s_.IsMark(comma, ',') || role.first > comma + kMaxApposition) return;
    for (std::size_t i = comma + 1; i < role.first; ++i) {
      const WordClass c = s_.classes[i];
      if (c != WordClass::kDeterminer && c != WordClass::kOpen) return;
      if (s_.Is(i, "a") || s_.Is(i, "an") || context_.VerbAt(i)) return;
    }
    const std::size_t after = role.last;
    const bool closes = after >= s_.size() || s_.Is(after, WordClass::kMark) ||
                        s_.Is(after, WordClass::kPreposition) ||
                        s_.Is(after, WordClass::kRelative);
    if (!closes) return;
    found_.back().same_as = static_cast<std::int32_t>(p);
  }

  // ---- people and open names ----

  std::size_t AddName(std::size_t first, std::size_t last) {
    last = CutName(first, last);
    NameCandidate& c = Add(MentionType::kPerson, first, last, "");
    SetNameKeys(s_, words_, first, last, &c);
    c.starts = words_.Starts(first) && !IsAcronym(s_.word(last - 1));
    c.headline = title_case_;
    c.compound = IsCompoundModifier(words_.Bytes(last - 1));
    c.timelike = c.given.empty() && (words_.IsTime(first) ||
                                     s_.classes[first] != WordClass::kOpen);
    ReadContext(&c, first, last);
    LinkToRole(first);
    const std::size_t end = SkipSuffix(last);
    return ReadAbbreviation(end);
  }

  // ", Jr." is no apposition.
  std::size_t SkipSuffix(std::size_t last) const {
    if (s_.IsMark(last, '.') && IsNameSuffix(s_.word(last - 1)))
      return last + 1;
    return last;
  }

  // A later gazetteer word, role or given name ends the name: "House Speaker
  // Nancy Pelosi" is three names.
  std::size_t CutName(std::size_t first, std::size_t last) const {
    bool given_so_far = words_.IsGiven(first) || IsInitial(s_.word(first));
    for (std::size_t i = first + 1; i < last; ++i) {
      const bool place =
          words_.PlaceAt(i) != nullptr && !(given_so_far && i + 1 == last);
      const bool role = words_.RoleAt(i) != nullptr && !given_so_far;
      const bool given = words_.IsGiven(i) && !given_so_far && i + 1 < last;
      const bool listed =
          words_.OrganisationAt(i) != nullptr && i + 1 <= last && !given_so_far;
      if (place || role || given || listed) return TrimName(first, i);
      if (title_case_ && given_so_far && i > first + 1 &&
          !words_.IsGiven(i - 1) && !IsInitial(s_.word(i - 1))) {
        return TrimName(first, i);
      }
    }
    return std::min(last, first + 2 * kMaxNameWords);
  }

  // A cut leaves no hyphen or particle at the end.
  std::size_t TrimName(std::size_t first, std::size_t last) const {
    while (last > first + 1 && !words_.IsCapital(last - 1)) --last;
    return last;
  }

  void ReadContext(NameCandidate* c, std::size_t first, std::size_t last) {
    if (title_end_ == first && first > 0) {
      ++c->person;
      if (title_gender_ != 'u') c->detail.gender = title_gender_;
    }
    // "Эксперт Совета" is no person called so.
    const bool head = last == first + 1 && IsHeadNoun(s_.matches.Starting(
                                               ListId::kOrganisations, first));
    if (last_role_end_ == first && first > 0 && !head) ++c->person;
    if (HasCategory(s_.matches.Starting(ListId::kFirstNames, last - 1),
                    "surname"))
      ++c->person;
    const bool sure =
        c->person > 0 ||
        (c->given_listed && !c->surname.empty() && !c->given.empty());
    c->open = !sure;
    if (!c->open || title_case_) return;
    // Firms and papers speak by one word; people are named in full once.
    if (!c->given.empty() && context_.Speaks(first, last)) ++c->person;
    if (context_.IsHuman(first, last)) c->person += 2;
    if (context_.IsPlace(first, last)) ++c->place;
    const bool the = first > 0 && s_.Is(first - 1, "the");
    const bool capitals = IsAcronym(s_.word(last - 1));
    const bool body = ApposesBody(last) || words_.PlaceAt(first) != nullptr;
    if (the || capitals || body || LooksLikeThing(s_.word(last - 1).normal) ||
        IsCompoundModifier(words_.Bytes(last - 1))) {
      ++c->thing;
    }
  }

  // "Brightwater, a shipping company": what follows says it is a body.
  bool ApposesBody(std::size_t last) const {
    if (!s_.IsMark(last, ',') || !s_.Is(last + 1, WordClass::kDeterminer)) {
      return false;
    }
    const std::size_t end = std::min(s_.size(), last + 2 + kMaxApposition);
    for (std::size_t i = last + 2; i < end; ++i) {
      if (s_.Is(i, WordClass::kMark) || s_.Is(i, WordClass::kPreposition)) {
        return false;
      }
      if (HasCategory(s_.matches.Starting(ListId::kRoles, i), "institution"))
        return true;
    }
    return false;
  }

  // "Foreign Minister Holm", "the foreign minister, Arvid Holm".
  void LinkToRole(std::size_t first) {
    if (last_role_end_ == 0 || first == 0) return;
    const bool apposed =
        last_role_end_ + 1 == first && first > 1 && s_.IsMark(first - 1, ',');
    const NameCandidate& person = found_.back();
    // "Speaking of the president, Congress ...": an apposition has a full name.
    if (apposed && person.given.empty()) return;
    // "Представитель МИД Мария Захарова": a body between.
    const bool over_body = s_.russian && found_.size() > 1 &&
                           BodyBetween(found_[found_.size() - 2], first);
    if (last_role_end_ != first && !apposed && !over_body) return;
    if (IsPossessive(s_.word(last_role_end_ - 1))) return;
    found_[last_role_].same_as = static_cast<std::int32_t>(found_.size()) - 1;
  }

  bool BodyBetween(const NameCandidate& body, std::size_t first) const {
    return body.detail.mention.type == MentionType::kOrganisation &&
           body.detail.sentence == sentence_ &&
           body.detail.first == last_role_end_ && body.detail.last == first;
  }

  NameCandidate& Add(MentionType type, std::size_t first, std::size_t last,
                     std::string entity) {
    NameCandidate& c = found_.emplace_back();
    MentionDetail& detail = c.detail;
    detail.mention.span = s_.SpanOf(first, last);
    // A possessive ending is no part of the name.
    detail.name = SurfaceOf(s_, first, last);
    detail.mention.span.end = detail.mention.span.begin + detail.name.size();
    detail.mention.type = type;
    detail.mention.entity = std::move(entity);
    detail.sentence = sentence_;
    detail.first = first;
    detail.last = last;
    return c;
  }

  const SentenceReading& s_;
  MentionContext context_;
  const NameWords words_;
  std::size_t sentence_;
  std::vector<NameCandidate>& found_;
  const bool title_case_;
  const PhraseMatch* last_place_ = nullptr;
  std::size_t last_role_end_ = 0;
  std::size_t last_role_ = 0;
  std::size_t title_end_ = 0;
  char title_gender_ = 'u';
};

}  // namespace

void ParseMentions(const SentenceReading& s, std::size_t sentence,
                   const std::vector<Span>& times,
                   std::vector<NameCandidate>* found) {
  SentenceParser(s, sentence, times, found).Parse();
}

}  // namespace rashomon
