// What the case can be handed on as.

import {el} from "./dom.js";
import {ask} from "./dialogs.js";

export function showExports() {
  return ask({title: "Export", content: el("p", {},
    "On the command line: rashomon case export")});
}
