// Whom a source names: "he", "the official" and "Holm" to the person they
// stand for in the article.
//
//   SpeakerResolver speakers(article, annotation, mentions);
//   for (each attribution with a source, in order of sentence) {
//     const ResolvedSource s = speakers.Resolve(sentence, source_words);
//     // s.name == "Arvid Holm", s.kind == SourceKind::kNamed
//   }
#ifndef RASHOMON_ENGINE_CLAIMS_SPEAKER_H_
#define RASHOMON_ENGINE_CLAIMS_SPEAKER_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/article.h"
#include "engine/claims/attribution.h"
#include "engine/claims/claim.h"
#include "engine/claims/mention.h"

namespace rashomon {

struct ResolvedSource {
  std::string name;  // "" where the text does not say
  SourceKind kind = SourceKind::kNone;
};

// Reads sources in order of sentence and remembers them. Time a source:
// bounded. What it is given outlives it. Not thread-safe.
class SpeakerResolver {
 public:
  // `mentions` in order of sentence.
  SpeakerResolver(const Article& article, const Annotation& annotation,
                  const std::vector<MentionDetail>& mentions);

  // `source`: not empty.
  ResolvedSource Resolve(std::size_t sentence, const WordRange& source);

 private:
  struct Speaker {
    std::string name;
    std::string entity;
    char gender = 'u';
    bool person = true;
    std::vector<std::string> heads;  // words of the naming phrase
    std::size_t sentence = 0;
  };

  const Word& WordAt(std::size_t sentence, std::size_t i) const {
    return a_.words[sentence][i];
  }
  const MentionDetail* HeadMention(std::size_t i,
                                   const WordRange& source) const;
  bool CanBeHead(std::size_t i, const MentionDetail& d,
                 const WordRange& source) const;
  std::string SurfaceOf(std::size_t i, const WordRange& r) const;
  std::string NameOf(std::size_t i, const WordRange& source) const;
  const Speaker* LastFitting(std::size_t i, char gender) const;
  std::string ByDescription(std::size_t i, const WordRange& source) const;
  std::size_t HeadWord(std::size_t i, const WordRange& source) const;
  void Remember(std::size_t i, const WordRange& source,
                const std::string& name);

  const Article& article_;
  const Annotation& a_;
  const std::vector<MentionDetail>& mentions_;
  std::vector<std::size_t> first_mention_;  // of each sentence
  std::vector<Speaker> speakers_;           // in order of sentence
};

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_CLAIMS_SPEAKER_H_
