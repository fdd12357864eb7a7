#include "engine/contrast/label_counts.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string_view>
#include <utility>

#include "engine/contrast/evidence.h"
#include "engine/contrast/label_finding.h"

namespace rashomon {
namespace {

// Sentences that are less near each other tell other things.
constexpr double kNearEnough = 0.2;
constexpr std::size_t kAfter = 5;
constexpr std::size_t kRelativeWords = 8;

// What is counted, with what describes it.
struct Counted {
  const Quantity* quantity = nullptr;
  WordRange range;
  bool colored = false;  // wording with a stance, or a hedge, stands in it
};

// "…, who include alleged spies": the relative clause behind a comma.
WordRange WithRelativeClause(const ReportIndex& report, int sentence,
                             WordRange range) {
  static constexpr std::string_view kRelative[] = {
      "who", "which", "including", "among", "most", "some", "all"};
  const std::vector<Word>& words = report.words(sentence);
  std::size_t next = range.last;
  if (next < words.size() && words[next].normal == ",") ++next;
  if (next >= words.size() ||
      std::find(std::begin(kRelative), std::end(kRelative),
                words[next].normal) == std::end(kRelative)) {
    return range;
  }
  return {range.first, GrowInClause(report, sentence, {next, next + 1}, 0,
                                    kRelativeWords)
                           .last};
}

bool HasHedge(const ReportIndex& report, int sentence, WordRange range) {
  for (const int h : report.hedges_in(sentence)) {
    const WordRange at = report.WordsOf(
        sentence,
        report.annotation().hedges[static_cast<std::size_t>(h)].span);
    if (at.first < range.last && range.first < at.last) return true;
  }
  return false;
}

std::vector<Counted> CountedIn(const ReportIndex& report, int sentence,
                               const std::vector<Quantity>& quantities) {
  std::vector<Counted> counted;
  for (const Quantity& q : quantities) {
    if (q.noun.empty() || !q.unit.empty() || q.low != q.high || q.low < 2 ||
        q.unbounded_above || q.unbounded_below || q.approximate) {
      continue;
    }
    WordRange range = report.WordsOf(sentence, q.span);
    if (range.empty()) continue;
    range = GrowInClause(report, sentence, range, 0, kAfter);
    range = WithRelativeClause(report, sentence, range);
    counted.push_back({&q, range,
                       IsLoaded(report, sentence, range) ||
                           HasHedge(report, sentence, range)});
  }
  return counted;
}

bool NamesDiffer(const Quantity& a, const Quantity& b) {
  return a.noun != b.noun &&
         (a.noun_group.empty() || a.noun_group != b.noun_group);
}

// Kinds of one thing: people and diplomats, but no people and ships.
bool MayBeOneThing(const Quantity& a, const Quantity& b) {
  return a.noun == b.noun || a.noun_kind == b.noun_group ||
         b.noun_kind == a.noun_group ||
         (!a.noun_kind.empty() && a.noun_kind == b.noun_kind) ||
         AreNeutralVariants(a.noun, b.noun);
}

bool IsOneCount(const Quantity& a, const Quantity& b) {
  return a.low == b.low && MayBeOneThing(a, b);
}

// What a sentence counts, and where.
struct Place {
  int sentence = 0;
  Counted counted;
};

struct CountMatch {
  const Place* near = nullptr;
  const Place* far = nullptr;
  double nearness = 0;
};

// Every place where the report counts something. `quantities` keeps what the
// places point to.
std::vector<Place> PlacesOf(const ReportIndex& report,
                            std::vector<std::vector<Quantity>>* quantities) {
  for (int i = 0; i < report.sentence_count(); ++i) {
    quantities->push_back(report.QuantitiesIn(i));
  }
  std::vector<Place> places;
  for (int i = 0; i < report.sentence_count(); ++i) {
    for (const Counted& c :
         CountedIn(report, i, (*quantities)[static_cast<std::size_t>(i)])) {
      places.push_back({i, c});
    }
  }
  return places;
}

// Nearest first.
std::vector<CountMatch> MatchesOf(const Direction& d,
                                  const std::vector<Place>& near,
                                  const std::vector<Place>& far) {
  std::vector<CountMatch> matches;
  for (const Place& a : near) {
    for (const Partner& p : (*d.partners)[a.sentence]) {
      if (Nearness(p) < kNearEnough) continue;
      for (const Place& b : far) {
        if (b.sentence == p.sentence &&
            IsOneCount(*a.counted.quantity, *b.counted.quantity)) {
          matches.push_back({&a, &b, Nearness(p)});
        }
      }
    }
  }
  std::stable_sort(matches.begin(), matches.end(),
                   [](const CountMatch& a, const CountMatch& b) {
                     return a.nearness > b.nearness;
                   });
  return matches;
}

void AddMatch(const Direction& d, const CountMatch& m,
              std::vector<Finding>* found) {
  const Counted& a = m.near->counted;
  const Counted& b = m.far->counted;
  const bool color = a.colored != b.colored;
  if (!color && !NamesDiffer(*a.quantity, *b.quantity)) return;
  AddLabel(d, EvidenceAt(*d.near, m.near->sentence, a.range),
           EvidenceAt(*d.far, m.far->sentence, b.range), "label.counted",
           color ? 3 : 1, "The same number is named differently: ",
           {a.quantity->noun, b.quantity->noun},
           {{"counted", 1.0},
            {"counted_color", color ? 1.0 : 0.0},
            {"counted_near", m.nearness}},
           found);
}

}  // namespace

void CompareCounted(const Direction& d, std::vector<Finding>* found) {
  std::vector<std::vector<Quantity>> near_quantities, far_quantities;
  const std::vector<Place> near = PlacesOf(*d.near, &near_quantities);
  const std::vector<Place> far = PlacesOf(*d.far, &far_quantities);
  std::set<const Place*> taken;
  for (const CountMatch& m : MatchesOf(d, near, far)) {
    if (taken.count(m.near) > 0 || taken.count(m.far) > 0) continue;
    taken.insert(m.near);
    taken.insert(m.far);
    AddMatch(d, m, found);
  }
}

}  // namespace rashomon
