#!/bin/bash
# Validates every JSON form that the reports print against its schema, with
# Debian's python3-jsonschema.
#   schema_test.sh PRINT_REPORT SCHEMA_FOLDER_FILE...
set -euo pipefail
print_report=$1
schemas=$(dirname "$2")

# Debian's own interpreter: another in PATH would not see Debian's modules.
exec /usr/bin/python3 - "$print_report" "$schemas" <<'PYTHON'
import json
import subprocess
import sys

import jsonschema

print_report, schemas = sys.argv[1:]
# Form, schema and fixtures.
FORMS = [("json", "comparison", ["ferry", "unrelated", "hostile", "annotated"]),
         ("annotation", "annotation", ["ferry", "hostile", "annotated"]),
         ("alignment", "alignment", ["ferry", "unrelated", "hostile"]),
         ("json", "story", ["story"])]


def breaks(validator, document):
    return next(validator.iter_errors(document), None)


def load(name):
    with open(f"{schemas}/{name}.schema.json", encoding="utf-8") as file:
        return json.load(file)


# A schema may point into that of comparisons.
shared = load("comparison")
store = {shared["$id"]: shared}

checked = 0
for form, name, fixtures in FORMS:
    schema = load(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(
        schema, resolver=jsonschema.RefResolver.from_schema(schema,
                                                            store=store))
    for fixture in fixtures:
        printed = subprocess.run([print_report, form, fixture], check=True,
                                 capture_output=True).stdout.decode("utf-8")
        assert printed.count("\n") == 1, f"{form} {fixture}: not one line"
        document = json.loads(printed)
        error = breaks(validator, document)
        assert error is None, f"{form} {fixture}: {error}"
        # A schema that lets everything pass would prove nothing.
        for key in list(document):
            less = {k: v for k, v in document.items() if k != key}
            assert breaks(validator, less), f"{name}: {key} is not required"
        assert breaks(validator, {**document, "stray": 1}), f"{name}: stray"
        checked += 1
print(f"{checked} documents valid")
PYTHON
