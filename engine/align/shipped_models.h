// The fitted models that are compiled in, as the tables in data/.
#ifndef RASHOMON_ENGINE_ALIGN_SHIPPED_MODELS_H_
#define RASHOMON_ENGINE_ALIGN_SHIPPED_MODELS_H_

#include <string_view>

namespace rashomon {

std::string_view ShippedSimilarityModel();  // data/similarity_model.tsv
std::string_view ShippedAlignmentModel();   // data/alignment_model.tsv

}  // namespace rashomon

#endif  // RASHOMON_ENGINE_ALIGN_SHIPPED_MODELS_H_
