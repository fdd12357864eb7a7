#include "engine/claims/mention.h"

#include <algorithm>
#include <utility>

#include "engine/claims/transliteration.h"
#include "engine/lexicon/lexicons.h"

namespace rashomon {
namespace {

// A title or headline in which more than this share of the words has a capital
// says nothing by its capitals.
constexpr double kTitleCaseShare = 0.6;
constexpr std::size_t kMaxNameWords = 5;

bool EndsWith(std::string_view text, std::string_view end) {
  return text.size() >= end.size() &&
         text.substr(text.size() - end.size()) == end;
}

std::string Surface(const SentenceReading& s, std::size_t first,
                    std::size_t last) {
  std::string out(Slice(s.text, s.SpanOf(first, last)));
  for (const std::string_view end : {"'s", "’s"}) {
    if (EndsWith(out, end)) out.resize(out.size() - end.size());
  }
  return out;
}

std::string_view FirstField(std::string_view note) {
  return note.substr(0, note.find('\t'));
}

}  // namespace

// Splits the capitalised runs of one sentence into mentions.
class MentionReader::SentenceParser {
 public:
  SentenceParser(MentionReader* reader, const SentenceReading& s,
                 std::size_t sentence, const std::vector<Span>& times)
      : reader_(*reader), s_(s), sentence_(sentence) {
    MarkTimes(times);
    Index(ListId::kPlaces, &places_);
    Index(ListId::kOrganisations, &organisations_);
    Index(ListId::kRoles, &roles_);
    Index(ListId::kFirstNames, &first_names_);
    std::size_t capitals = 0, words = 0;
    for (std::size_t i = 0; i < s.size(); ++i) {
      if (s.word(i).kind != WordKind::kWord) continue;
      ++words;
      capitals += s.word(i).capitalized;
    }
    title_case_ = words > 4 && capitals > kTitleCaseShare * words;
  }

  void Parse() {
    for (std::size_t i = 0; i < s_.size();) i = ParseAt(i);
  }

 private:
  using Index_ = std::vector<const PhraseMatch*>;

  // Weekdays, months and whatever stands in a time expression.
  void MarkTimes(const std::vector<Span>& times) {
    is_time_.assign(s_.size(), false);
    for (const PhraseMatch& m : s_.matches.of(ListId::kTimes)) {
      for (std::size_t i = m.first; i < m.last; ++i) is_time_[i] = true;
    }
    std::size_t t = 0;
    for (std::size_t i = 0; i < s_.size(); ++i) {
      const Span& span = s_.word(i).span;
      while (t < times.size() && times[t].end <= span.begin) ++t;
      if (t < times.size() && Overlaps(times[t], span)) is_time_[i] = true;
    }
  }

  void Index(ListId id, Index_* at) {
    at->assign(s_.size(), nullptr);
    for (const PhraseMatch& m : s_.matches.of(id)) (*at)[m.first] = &m;
  }

  // One mention from word i on; returns where to go on.
  std::size_t ParseAt(std::size_t i) {
    const PhraseMatch* organisation = organisations_[i];
    if (organisation != nullptr && organisation->entry->category != "head" &&
        !ExtendsToName(organisation->last)) {
      Add(MentionType::kOrganisation, organisation->first, organisation->last,
          organisation->entry->note);
      return organisation->last;
    }
    const std::size_t run_end = CapitalRun(i);
    const bool all_place = places_[i] != nullptr && places_[i]->last == run_end;
    if (!all_place && run_end > i + 1 && HasOrganisationHead(i, run_end) &&
        roles_[i] == nullptr) {
      return AddOrganisation(i, run_end);
    }
    if (const PhraseMatch* place = places_[i]) {
      Add(MentionType::kPlace, place->first, place->last,
          std::string(FirstField(place->entry->note)));
      last_place_ = place;
      return place->last;
    }
    if (const PhraseMatch* role = roles_[i]) {
      if (!IsNameWord(i) || s_.Is(i, WordClass::kOpen)) return AddRole(*role);
    }
    if (run_end > i) return AddName(i, run_end);
    return i + 1;
  }

  bool ExtendsToName(std::size_t) const { return false; }

  bool IsNameWord(std::size_t i) const {
    return s_.word(i).kind == WordKind::kWord && s_.word(i).capitalized &&
           s_.classes[i] == WordClass::kOpen && !is_time_[i];
  }

  // The end of the capitalised run from i on; i where there is none. "of",
  // "the", "de" go on where a capital follows: only for organisations.
  std::size_t CapitalRun(std::size_t i) const {
    std::size_t end = i;
    while (end < s_.size() && end < i + 2 * kMaxNameWords && IsNameWord(end)) {
      if (end > i && EndsPossessive(end - 1)) break;
      ++end;
      // "Sinelnikov-Orishak".
      if (s_.IsMark(end, '-') && end + 1 < s_.size() && IsNameWord(end + 1) &&
          s_.word(end - 1).span.end == s_.word(end + 1).span.begin - 1 &&
          places_[end + 1] == nullptr) {
        ++end;
      }
    }
    return end;
  }

  bool EndsPossessive(std::size_t i) const {
    const std::string_view normal = s_.word(i).normal;
    return EndsWith(normal, "'s") || EndsWith(normal, "’s");
  }

  bool HasOrganisationHead(std::size_t first, std::size_t last) const {
    if (title_case_) return false;
    const PhraseMatch* match = organisations_[last - 1];
    return match != nullptr && match->entry->category == "head";
  }

  std::size_t AddOrganisation(std::size_t first, std::size_t last) {
    // "Ministry of Defense", "Court of Appeals".
    if (last + 1 < s_.size() && s_.Is(last, "of") && IsNameWord(last + 1)) {
      last = CapitalRun(last + 1);
    }
    std::string entity;
    for (std::size_t i = first; i < last; ++i) {
      if (!entity.empty()) entity += ' ';
      entity += NameKey(s_.word(i).normal);
    }
    Add(MentionType::kOrganisation, first, last, entity);
    return last;
  }

  std::size_t AddRole(const PhraseMatch& role) {
    const std::string_view category = role.entry->category;
    if (category == "collective" || category == "anonymous") return role.last;
    if (!IsNounForm(role)) return role.first + 1;
    std::size_t last = role.last;
    // The note may name the office that its variants share, and a country.
    std::string key = role.entry->phrase;
    std::string country;
    if (!role.entry->note.empty()) {
      const std::string_view note = role.entry->note;
      const std::size_t bar = note.find('|');
      key = note.substr(0, bar);
      if (bar != std::string_view::npos) country = note.substr(bar + 1);
    }
    if (last_place_ != nullptr && last_place_->last == role.first) {
      country = FirstField(last_place_->entry->note);
    }
    // "President of Russia".
    if (s_.Is(last, "of") || s_.Is(last, "for")) {
      std::size_t at = last + 1;
      if (s_.Is(at, "the")) ++at;
      if (at < s_.size() && places_[at] != nullptr) {
        country = FirstField(places_[at]->entry->note);
      }
    }
    if (!country.empty()) key = StrCat(country, " ", key);
    for (char& c : key) c = c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
    Add(MentionType::kRole, role.first, last, key);
    // "the minister" may be one named before, "the outgoing minister" not.
    const bool definite =
        role.first == 0 || s_.Is(role.first - 1, "the") ||
        (last_place_ != nullptr && last_place_->last == role.first) || s_.russian;
    reader_.role_.back() = key;
    reader_.definite_.back() = definite;
    last_role_end_ = last;
    // "Secretary of State [Antony] Blinken".
    if (s_.IsMark(last, '[') && s_.IsMark(last + 2, ']')) {
      last_role_end_ = last + 3;
    }
    last_role_ = reader_.found_.size() - 1;
    return last;
  }

  // Stems join "office" and "officer", "head" and "headed": a role is written
  // as in the list, or with a plural or possessive ending.
  bool IsNounForm(const PhraseMatch& role) const {
    if (s_.russian) return true;
    std::string_view word = s_.word(role.last - 1).normal;
    std::string_view phrase = role.entry->phrase;
    const std::size_t space = phrase.rfind(' ');
    if (space != std::string_view::npos) phrase.remove_prefix(space + 1);
    if (word.substr(0, phrase.size()) != phrase) {
      return phrase.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ.-") !=
             std::string_view::npos;
    }
    word.remove_prefix(phrase.size());
    return word.empty() || word == "s" || word == "es" || word == "'s" ||
           word == "s'";
  }

  std::size_t AddName(std::size_t first, std::size_t last) {
    // A later gazetteer word ends the name: "Angela Merkel Berlin".
    for (std::size_t i = first + 1; i < last; ++i) {
      const bool listed =
          (places_[i] != nullptr && !(i + 1 == last && i == first + 1)) ||
          (organisations_[i] != nullptr &&
           organisations_[i]->entry->category != "head") ||
          (roles_[i] != nullptr && i > first + 1);
      if (listed) last = i;
    }
    last = std::min(last, first + kMaxNameWords);
    const bool given = first_names_[first] != nullptr;
    const bool after_role = last_role_end_ == first && first > 0;
    const bool starts = first == 0 || s_.IsMark(first - 1, '"');
    const std::size_t words = last - first;
    if (title_case_ && !given && !after_role) {
      AddDoubtful(first, last);
      return last;
    }
    if (words == 1 && !after_role) {
      AddDoubtful(first, last);
      return last;
    }
    if (s_.word(first).all_caps && words == 1) {
      AddDoubtful(first, last);
      return last;
    }
    bool capitals = false;  // "START III"
    for (std::size_t i = first; i < last; ++i) {
      capitals = capitals || (s_.word(i).all_caps && s_.word(i).normal.size() > 1);
    }
    if (!given && !after_role && (starts || words > 3 || capitals)) {
      AddDoubtful(first, last);
      return last;
    }
    AddPerson(first, last, given);
    return last;
  }

  void AddPerson(std::size_t first, std::size_t last, bool given) {
    std::string key = NameKey(s_.word(last - 1).normal);
    if (last - first > 2 && s_.IsMark(last - 2, '-')) {
      key = StrCat(NameKey(s_.word(last - 3).normal), "-", key);
    }
    const PhraseMatch* name = first_names_[first];
    const char gender =
        given && !name->entry->category.empty() ? name->entry->category[0]
                                                : 'u';
    if (gender == 'f' && s_.russian && EndsWith(key, "ov")) key += 'a';
    Add(MentionType::kPerson, first, last, key);
    MentionDetail& detail = reader_.found_.back();
    detail.gender = gender;
    detail.name = Surface(s_, first, last);
    Person& person = reader_.people_[key];
    person.entity = key;
    if (detail.name.size() > person.name.size()) person.name = detail.name;
    if (gender != 'u') person.gender = gender;
    // "Foreign Minister Holm", "the foreign minister, Arvid Holm".
    const bool apposed = last_role_end_ + 1 == first && first > 1 &&
                         s_.IsMark(first - 1, ',');
    if (first > 0 && last_role_end_ > 0 &&
        (last_role_end_ == first || apposed)) {
      reader_.SetHolder(reader_.role_[last_role_], key);
      reader_.found_[last_role_].mention.entity = key;
    }
  }

  // A capital that may or may not be a name; settled when all is read.
  void AddDoubtful(std::size_t first, std::size_t last) {
    std::string key = NameKey(s_.word(last - 1).normal);
    if (last - first > 2 && s_.IsMark(last - 2, '-')) {
      key = StrCat(NameKey(s_.word(last - 3).normal), "-", key);
    }
    Add(MentionType::kPerson, first, last, key);
    reader_.doubtful_.back() = true;
    reader_.found_.back().name = Surface(s_, first, last);
  }

  void Add(MentionType type, std::size_t first, std::size_t last,
           std::string entity) {
    MentionDetail detail;
    detail.mention.span = s_.SpanOf(first, last);
    // A possessive ending is no part of the name.
    const std::string_view bytes = Slice(s_.text, detail.mention.span);
    for (const std::string_view end : {"'s", "’s"}) {
      if (EndsWith(bytes, end)) detail.mention.span.end -= end.size();
    }
    detail.mention.type = type;
    detail.mention.entity = std::move(entity);
    detail.sentence = sentence_;
    detail.first = first;
    detail.last = last;
    detail.name = Surface(s_, first, last);
    reader_.found_.push_back(std::move(detail));
    reader_.doubtful_.push_back(false);
    reader_.role_.emplace_back();
    reader_.definite_.push_back(false);
  }

  MentionReader& reader_;
  const SentenceReading& s_;
  std::size_t sentence_;
  std::vector<bool> is_time_;  // of each word
  Index_ places_, organisations_, roles_, first_names_;
  bool title_case_ = false;
  const PhraseMatch* last_place_ = nullptr;
  std::size_t last_role_end_ = 0;
  std::size_t last_role_ = 0;
};

void MentionReader::Read(const SentenceReading& s, std::size_t sentence,
                         const std::vector<Span>& times) {
  sentence_words_.push_back(s.words);
  SentenceParser(this, s, sentence, times).Parse();
}

void MentionReader::Link(MentionDetail* detail) {
  Mention& mention = detail->mention;
  if (mention.type == MentionType::kPerson) {
    const auto person = people_.find(mention.entity);
    if (person == people_.end()) return;
    detail->name = person->second.name;
    detail->gender = person->second.gender;
  } else if (mention.type == MentionType::kRole) {
    const auto holder = role_holder_.find(mention.entity);
    if (holder != role_holder_.end() && !holder->second.empty()) {
      mention.entity = holder->second;
    }
    const auto person = people_.find(mention.entity);
    if (person != people_.end()) {
      detail->name = person->second.name;
      detail->gender = person->second.gender;
    }
  }
}

// A role named with a country is known without it too, while it is the only
// one of its kind.
void MentionReader::SetHolder(const std::string& role,
                              const std::string& entity) {
  const auto [full, first] = role_holder_.try_emplace(role, entity);
  if (!first && full->second != entity) full->second.clear();
  for (std::size_t space = role.find(' '); space != std::string::npos;
       space = role.find(' ', space + 1)) {
    const std::string bare = role.substr(space + 1);
    const auto [it, added] = role_holder_.try_emplace(bare, entity);
    if (!added && it->second != entity) it->second.clear();
  }
}

// Which doubtful names the article also writes small.
StringSet MentionReader::WrittenSmall() const {
  StringSet doubtful;
  for (std::size_t i = 0; i < found_.size(); ++i) {
    if (doubtful_[i]) doubtful.insert(found_[i].mention.entity);
  }
  StringSet small;
  if (doubtful.empty()) return small;
  for (const std::vector<Word>* words : sentence_words_) {
    for (const Word& word : *words) {
      if (word.kind != WordKind::kWord || word.capitalized) continue;
      const auto it = doubtful.find(std::string_view(word.normal));
      if (it != doubtful.end()) small.insert(*it);
    }
  }
  return small;
}

std::vector<MentionDetail> MentionReader::Finish() {
  const StringSet small = WrittenSmall();
  std::vector<MentionDetail> out;
  for (std::size_t i = 0; i < found_.size(); ++i) {
    MentionDetail& detail = found_[i];
    if (doubtful_[i] && people_.count(detail.mention.entity) == 0) {
      // A capital at the start of a sentence that is also written small is no
      // name; another is a name of an unknown kind.
      const std::string& entity = detail.mention.entity;
      const bool starts = detail.first == 0;
      if (detail.last - detail.first == 1 &&
          (starts || small.count(entity) != 0)) {
        continue;
      }
      detail.mention.type = MentionType::kOrganisation;
    }
    if (detail.mention.type != MentionType::kRole || definite_[i] ||
        people_.count(detail.mention.entity) != 0) {
      Link(&detail);
    }
    out.push_back(std::move(detail));
  }
  return out;
}

}  // namespace rashomon
