#include "engine/text/word.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <utility>

#include "engine/text/byte_run.h"
#include "engine/text/char_class.h"
#include "engine/text/date_token.h"
#include "engine/text/normalize.h"
#include "engine/text/utf8.h"
#include "engine/text/word_break.h"

namespace rashomon {
namespace {

// Longer tokens are no words of a language (the longest of Webster's has 45
// letters): they are not stemmed, which bounds the work.
constexpr std::size_t kLongestStemmed = 96;

// What is remembered of a token's bytes: a line of the processor's caches.
struct alignas(64) Entry {
  std::string_view bytes;  // in the arena, as the rest
  std::string_view normal;
  std::string_view stem;
  WordKind kind = WordKind::kWord;
  bool capitalized = false;
  bool all_caps = false;
  bool dates = false;
  std::uint32_t hash = 0;
};

// Strings that live as long as it does, packed into blocks.
class Arena {
 public:
  std::string_view Keep(std::string_view text) {
    if (text.size() > free_) Grow(text.size());
    char* at = next_;
    std::copy(text.begin(), text.end(), at);
    next_ += text.size();
    free_ -= text.size();
    return {at, text.size()};
  }

 private:
  static constexpr std::size_t kBlock = 64 * 1024;

  void Grow(std::size_t needed) {
    free_ = std::max(kBlock, needed);
    blocks_.push_back(std::make_unique<char[]>(free_));
    next_ = blocks_.back().get();
  }

  std::vector<std::unique_ptr<char[]>> blocks_;
  char* next_ = nullptr;
  std::size_t free_ = 0;
};

// The bytes of a token as two numbers: all of them where they are at most 16,
// else hashes of them. Tokens with equal keys and sizes are equal, but for long
// ones, which must be compared.
struct TokenKey {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
  std::uint32_t size = 0;

  static constexpr std::uint32_t kInline = 16;

  friend bool operator==(const TokenKey&, const TokenKey&) = default;
};

template <typename Number>
std::uint64_t Load(const char* at) {
  Number n;
  std::memcpy(&n, at, sizeof(n));
  return n;
}

constexpr std::uint64_t kMultiplier = 0x9E3779B97F4A7C15u;

std::uint64_t Mix(std::uint64_t h) {
  h *= kMultiplier;
  return h ^ (h >> 32);
}

// Of the first and of the last eight of 16 bytes the parts that belong to a token
// of so many, in memory's order.
struct TokenMask {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
};

constexpr std::uint64_t FirstBytes(std::size_t n) {
  if (n >= 8) return ~std::uint64_t{0};
  const std::uint64_t ones = (std::uint64_t{1} << 8 * n) - 1;
  return std::endian::native == std::endian::little || n == 0
             ? ones
             : ones << 8 * (8 - n);
}

constexpr std::array<TokenMask, TokenKey::kInline + 1> kTokenMasks = [] {
  std::array<TokenMask, TokenKey::kInline + 1> masks = {};
  for (std::size_t n = 0; n < masks.size(); ++n) {
    masks[n] = {FirstBytes(n), FirstBytes(n > 8 ? n - 8 : 0)};
  }
  return masks;
}();

TokenKey LongKeyOf(std::string_view bytes, std::uint64_t seed) {
  TokenKey key;
  const std::size_t n = bytes.size();
  key.size = static_cast<std::uint32_t>(n);
  key.low = seed;
  for (std::size_t i = 0; i + 8 <= n; i += 8) {
    key.low = Mix(key.low ^ Load<std::uint64_t>(bytes.data() + i));
  }
  key.high = Load<std::uint64_t>(bytes.data() + n - 8);
  return key;
}

// Of a token of n bytes at p, where 16 bytes can be read.
TokenKey MaskedKeyOf(const char* p, std::size_t n) {
  const TokenMask& mask = kTokenMasks[n];
  return {Load<std::uint64_t>(p) & mask.low,
          Load<std::uint64_t>(p + 8) & mask.high,
          static_cast<std::uint32_t>(n)};
}

// Near the end of the text.
[[gnu::noinline]] TokenKey PaddedKeyOf(std::string_view bytes) {
  char padded[TokenKey::kInline] = {};
  std::memcpy(padded, bytes.data(), bytes.size());
  return MaskedKeyOf(padded, bytes.size());
}

// Of text[begin, end). Short tokens of all lengths take the same way: which
// length comes next cannot be foretold.
TokenKey KeyOf(std::string_view text, std::size_t begin, std::size_t end,
               std::uint64_t seed) {
  const std::size_t n = end - begin;
  if (n > TokenKey::kInline) return LongKeyOf(text.substr(begin, n), seed);
  if (text.size() - begin < TokenKey::kInline) {
    return PaddedKeyOf(text.substr(begin, n));
  }
  return MaskedKeyOf(text.data() + begin, n);
}

// Entries by the bytes of the token: an open hash table, keys in the slots. The
// seed is the table's address, which an author of hostile text cannot know;
// ids count up and do not depend on it.
class EntryTable {
 public:
  EntryTable() { Clear(); }
  EntryTable(const EntryTable&) = delete;
  EntryTable& operator=(const EntryTable&) = delete;

  void Clear() {
    slots_.assign(kFirstSlots, Slot{});
    entries_.clear();
  }

  std::size_t size() const { return entries_.size(); }
  const Entry& operator[](std::uint32_t id) const { return entries_[id]; }

  // Of the token text[begin, end).
  TokenKey KeyOf(std::string_view text, std::size_t begin,
                 std::size_t end) const {
    return rashomon::KeyOf(text, begin, end, seed_);
  }

  std::uint64_t HashOf(const TokenKey& key) const {
    return Mix(Mix(key.low ^ key.size ^ seed_) ^ key.high);
  }

  // Ask for the memory that Find() and operator[] will read.
  void PrefetchSlot(std::uint64_t hash) const {
    __builtin_prefetch(&slots_[hash & (slots_.size() - 1)]);
  }
  void PrefetchEntry(std::uint32_t id) const {
    __builtin_prefetch(&entries_[id]);
  }

  // The entry's number, or kNone. `hash` is the key's.
  std::uint32_t Find(std::string_view bytes, const TokenKey& key,
                     std::uint64_t hash) const {
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
      const Slot& slot = slots_[i];
      if (slot.id == kNone) return kNone;
      if (slot.key != key) continue;
      const bool whole = key.size <= TokenKey::kInline;
      if (whole || entries_[slot.id].bytes == bytes) return slot.id;
    }
  }

  std::uint32_t Add(const Entry& entry, const TokenKey& key) {
    if ((entries_.size() + 1) * 2 > slots_.size()) Grow();
    const auto id = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back(entry);
    Place({key, id});
    return id;
  }

  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

 private:
  struct Slot {
    TokenKey key;
    std::uint32_t id = kNone;
  };
  static constexpr std::size_t kFirstSlots = 1 << 12;

  void Place(const Slot& slot) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t i = HashOf(slot.key) & mask;
    while (slots_[i].id != kNone) i = (i + 1) & mask;
    slots_[i] = slot;
  }

  void Grow() {
    std::vector<Slot> old(slots_.size() * 4);
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.id != kNone) Place(slot);
    }
  }

  const std::uint64_t seed_ = Mix(reinterpret_cast<std::uintptr_t>(this));
  std::vector<Slot> slots_;
  std::vector<Entry> entries_;
};

// "u.s", "т.е": single letters with stops between.
bool IsDottedAcronym(std::string_view token) {
  bool letter_due = true;
  int letters = 0;
  for (std::size_t i = 0; i < token.size();) {
    const Utf8Char c = CharAt(token, i);
    if (letter_due ? !IsLetterChar(c.c) : c.c != '.') return false;
    letters += letter_due;
    letter_due = !letter_due;
    i = c.end;
  }
  return letters >= 2 && !letter_due;
}

std::string WithoutStops(std::string_view text) {
  std::string out(text);
  out.erase(std::remove(out.begin(), out.end(), '.'), out.end());
  return out;
}

bool IsCyrillicLead(char c) {
  const auto u = static_cast<unsigned char>(c);
  return u >= 0xD0 && u <= 0xD3;
}

}  // namespace

// FNV-1a (Fowler, Noll & Vo).
std::uint32_t NormalHash(std::string_view normal) {
  std::uint32_t hash = 2166136261u;
  for (const char c : normal) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  }
  return hash;
}

class WordSplitter::Impl {
 public:
  Impl()
      : english_(sb_stemmer_new("english", nullptr)),
        russian_(sb_stemmer_new("russian", nullptr)) {}
  ~Impl() {
    sb_stemmer_delete(english_);
    sb_stemmer_delete(russian_);
  }

  std::uint32_t generation() const { return generation_; }
  std::shared_ptr<const void> memory() const { return arena_; }

  const std::vector<Word>& Views(std::string_view text, Span within) {
    Forget();
    views_.clear();
    text_ = text;
    const std::size_t end = std::min(within.end, text.size());
    const std::string_view bounded = text.substr(0, end);
    std::size_t i = std::min(within.begin, end);
    while (i < end) {
      if (IsAsciiSpaceByte(bounded[i])) {
        ++i;
        continue;
      }
      if (const std::size_t next = AddPlain(bounded, within.field, i)) {
        i = next;
        continue;
      }
      std::size_t run_end = i + 1;
      while (run_end < end && !IsAsciiSpaceByte(bounded[run_end])) ++run_end;
      raw_.clear();
      breaker_.Break(bounded, i, run_end, raw_);
      AddTokens(bounded, within.field);
      i = run_end;
    }
    FillPending(bounded);
    return views_;
  }

  std::string Stem(std::string_view normal) {
    if (normal == "u.s.") return std::string(normal);
    if (normal.size() > 2 && normal.back() == '.' &&
        IsDottedAcronym(normal.substr(0, normal.size() - 1))) {
      return WithoutStops(normal);
    }
    if (normal.size() > 2 && normal.substr(normal.size() - 2) == "'s") {
      const std::string_view owner = normal.substr(0, normal.size() - 2);
      return Stem(owner);
    }
    const bool digit = normal.find_first_of("0123456789") !=
                       std::string_view::npos;
    if (normal.empty() || digit || normal.size() > kLongestStemmed) {
      return std::string(normal);
    }
    sb_stemmer* stemmer = IsCyrillicLead(normal[0]) ? russian_ : english_;
    const sb_symbol* stem = sb_stemmer_stem(
        stemmer, reinterpret_cast<const sb_symbol*>(normal.data()),
        static_cast<int>(normal.size()));
    if (stem == nullptr) return std::string(normal);
    return std::string(reinterpret_cast<const char*>(stem),
                       static_cast<std::size_t>(sb_stemmer_length(stemmer)));
  }

 private:
  // Of a view whose entry is still to be found. Words of a large vocabulary
  // are far apart in memory: what is read for one token is asked for while
  // others are looked at.
  struct Pending {
    TokenKey key;
    std::uint64_t hash = 0;
  };
  static constexpr std::size_t kMostPending = 64;
  // With fewer entries than this, waiting for memory is not worth avoiding.
  static constexpr std::size_t kFitsCaches = 6'000;

  void Forget() {
    if (table_.size() <= kMaxRemembered) return;
    table_.Clear();
    arena_before_ = std::exchange(arena_, std::make_shared<Arena>());
    ++generation_;
  }

  // The run at i where it is ASCII letters with no more than one stop or comma
  // behind them, as most are: no rule below changes those. Returns where the
  // run ends; 0, and adds nothing, for another run.
  std::size_t AddPlain(std::string_view text, Field field, std::size_t i) {
    const std::size_t letters_end = AsciiLettersEnd(text, i);
    if (letters_end == i) return 0;
    std::size_t end = letters_end;
    if (end < text.size() && (text[end] == ',' || text[end] == '.')) ++end;
    if (end < text.size() && !IsAsciiSpaceByte(text[end])) return 0;
    AddToken(text, field, i, letters_end);
    if (end > letters_end) AddToken(text, field, letters_end, end);
    return end;
  }

  // Joins acronyms and hyphenated words among the raw tokens of one run.
  void AddTokens(std::string_view text, Field field) {
    for (std::size_t k = 0; k < raw_.size();) {
      RawToken token = raw_[k++];
      if (k < raw_.size() && (token.letters || token.digits)) {
        k = WithStopOfAcronym(text, k, token);
        k = WithHyphens(text, k, token);
        k = WithPossessive(text, k, token);
      }
      AddToken(text, field, token.begin, token.end);
    }
  }

  // True where raw_[k] exists, follows `end` directly and has these bytes.
  bool Is(std::string_view text, std::size_t k, std::size_t end,
          std::string_view bytes) const {
    return k < raw_.size() && raw_[k].begin == end &&
           raw_[k].end - raw_[k].begin == bytes.size() &&
           text.substr(end, bytes.size()) == bytes;
  }

  // "U.S" + ".". Returns the next raw token.
  std::size_t WithStopOfAcronym(std::string_view text, std::size_t k,
                                RawToken& token) const {
    const RawToken& last = raw_[k - 1];
    if (!Is(text, k, token.end, ".")) return k;
    if (!last.letters ||
        !IsDottedAcronym(text.substr(last.begin, last.end - last.begin))) {
      return k;
    }
    token.end = raw_[k].end;
    return k + 1;
  }

  // "U.S." + "'" + "s", "F-16" + "'" + "s": UAX #29 joins it after letters only.
  std::size_t WithPossessive(std::string_view text, std::size_t k,
                             RawToken& token) const {
    const bool quote =
        Is(text, k, token.end, "'") || Is(text, k, token.end, "’");
    if (!quote || !Is(text, k + 1, raw_[k].end, "s")) return k;
    token.end = raw_[k + 1].end;
    return k + 2;
  }

  // "tit" + "-" + "for" + "-" + "tat"; not "12-25".
  std::size_t WithHyphens(std::string_view text, std::size_t k,
                          RawToken& token) const {
    while (k + 1 < raw_.size() && IsHyphen(text, k, token.end)) {
      const RawToken& next = raw_[k + 1];
      if (next.begin != raw_[k].end) return k;
      if (!next.letters && !(next.digits && token.letters)) return k;
      token.end = next.end;
      token.letters |= next.letters;
      token.digits |= next.digits;
      k = WithStopOfAcronym(text, k + 2, token);
    }
    return k;
  }

  bool IsHyphen(std::string_view text, std::size_t k, std::size_t end) const {
    // Hyphen-minus, hyphen, non-breaking hyphen. A dash separates.
    return Is(text, k, end, "-") || Is(text, k, end, "\u2010") ||
           Is(text, k, end, "\u2011");
  }

  // The ends by value: read as a pair from a token that was just written, they
  // would wait for the writing.
  void AddToken(std::string_view text, Field field, std::size_t begin,
                std::size_t end) {
    const TokenKey key = table_.KeyOf(text_, begin, end);
    const std::uint64_t hash = table_.HashOf(key);
    Word& view = views_.emplace_back();
    view.span = {field, begin, end};
    if (table_.size() < kFitsCaches) {
      view.id = IdOf(text.substr(begin, end - begin), key, hash);
      Fill(&view);
      return;
    }
    table_.PrefetchSlot(hash);
    pending_.push_back({key, hash});
    if (pending_.size() == kMostPending) FillPending(text);
  }

  std::uint32_t IdOf(std::string_view bytes, const TokenKey& key,
                     std::uint64_t hash) {
    const std::uint32_t id = table_.Find(bytes, key, hash);
    return id != EntryTable::kNone ? id : table_.Add(NewEntry(bytes), key);
  }

  // All but the span, of the entry that view->id names.
  void Fill(Word* view) const {
    const Entry& entry = table_[view->id];
    view->kind = entry.kind;
    view->capitalized = entry.capitalized;
    view->all_caps = entry.all_caps;
    view->dates = entry.dates;
    view->hash = entry.hash;
    view->normal = entry.normal;
    view->stem = entry.stem;
  }

  // The last views, as many as are pending.
  void FillPending(std::string_view text) {
    const std::size_t first = views_.size() - pending_.size();
    for (std::size_t i = 0; i < pending_.size(); ++i) {
      const Span& span = views_[first + i].span;
      const std::string_view bytes =
          text.substr(span.begin, span.end - span.begin);
      const std::uint32_t id = IdOf(bytes, pending_[i].key, pending_[i].hash);
      table_.PrefetchEntry(id);
      views_[first + i].id = id;
    }
    for (std::size_t i = first; i < views_.size(); ++i) Fill(&views_[i]);
    pending_.clear();
  }

  Entry NewEntry(std::string_view bytes) {
    Entry entry;
    entry.bytes = arena_->Keep(bytes);
    SetCase(bytes, entry);
    entry.dates = HasMonthOrYear(bytes);
    const std::string normal = NormalForm(bytes);
    entry.normal = arena_->Keep(normal);
    entry.hash = NormalHash(normal);
    // The country, not the pronoun.
    const bool country =
        entry.all_caps && (normal == "us" || normal == "us's" ||
                           normal == "u.s" || normal == "u.s.'s");
    if (country) {
      entry.stem = arena_->Keep("u.s.");
    } else if (entry.kind == WordKind::kWord) {
      entry.stem = arena_->Keep(Stem(normal));
    } else {
      entry.stem = entry.normal;
    }
    return entry;
  }

  static void SetCase(std::string_view bytes, Entry& entry) {
    bool letter_seen = false;
    bool lower_seen = false;
    int letters = 0;
    for (std::size_t i = 0; i < bytes.size();) {
      const Utf8Char c = CharAt(bytes, i);
      // A possessive's s is no part of the name: NATO's.
      const bool possessive =
          i > 0 && c.end == bytes.size() && c.c == 's' &&
          (bytes[i - 1] == '\'' || (i >= 3 && bytes.substr(i - 3, 3) == "’"));
      if (IsLetterChar(c.c) && !possessive) {
        if (!letter_seen) entry.capitalized = IsUpperChar(c.c);
        letter_seen = true;
        lower_seen |= !IsUpperChar(c.c);
        ++letters;
      }
      i = c.end;
    }
    entry.all_caps = letters >= 2 && !lower_seen;
    const bool digit_first =
        u_isdigit(static_cast<UChar32>(CharAt(bytes, 0).c)) != 0;
    entry.kind = digit_first   ? WordKind::kNumber
                 : letter_seen ? WordKind::kWord
                               : WordKind::kPunctuation;
  }

  WordBreaker breaker_;
  sb_stemmer* english_;
  sb_stemmer* russian_;
  std::shared_ptr<Arena> arena_ = std::make_shared<Arena>();
  std::shared_ptr<Arena> arena_before_;  // of the generation before
  EntryTable table_;
  std::uint32_t generation_ = 0;
  std::string_view text_;  // the whole field
  std::vector<RawToken> raw_;
  std::vector<Pending> pending_;  // of the last views
  std::vector<Word> views_;
};

WordSplitter::WordSplitter() : impl_(std::make_unique<Impl>()) {}
WordSplitter::WordSplitter(WordSplitter&&) noexcept = default;
WordSplitter& WordSplitter::operator=(WordSplitter&&) noexcept = default;
WordSplitter::~WordSplitter() = default;

const std::vector<Word>& WordSplitter::Views(std::string_view field_text,
                                             Span within) {
  return impl_->Views(field_text, within);
}

std::vector<Word> WordSplitter::Split(std::string_view field_text,
                                      Span within) {
  return Views(field_text, within);
}

std::shared_ptr<const void> WordSplitter::memory() const {
  return impl_->memory();
}

std::uint32_t WordSplitter::generation() const { return impl_->generation(); }

std::string WordSplitter::Stem(std::string_view normal) {
  return impl_->Stem(normal);
}

void WordTexts::Keep(const WordSplitter& splitter) {
  std::shared_ptr<const void> memory = splitter.memory();
  if (memories_.empty() || memories_.back() != memory) {
    memories_.push_back(std::move(memory));
  }
}

}  // namespace rashomon
