// The two sides that compare and align take.
#ifndef RASHOMON_TOOLS_CLI_SIDE_INPUTS_H_
#define RASHOMON_TOOLS_CLI_SIDE_INPUTS_H_

#include <vector>

#include "absl/status/statusor.h"
#include "corpus/article.h"
#include "corpus/outlet_registry.h"
#include "tools/cli/arguments.h"
#include "tools/cli/messages.h"

namespace rashomon {

struct Sides {
  std::vector<Article> left;   // never empty
  std::vector<Article> right;
};

// Reads the operands A and B with the overrides of either side. Warns where
// both are the same file. InvalidArgument where both are standard input.
absl::StatusOr<Sides> ReadSides(const Arguments& arguments,
                                const OutletRegistry& registry,
                                Messages* messages);

}  // namespace rashomon

#endif  // RASHOMON_TOOLS_CLI_SIDE_INPUTS_H_
