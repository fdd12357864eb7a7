// What the case can be handed on as.

import {download} from "./api.js";
import {ask} from "./dialogs.js";
import {el, toast} from "./dom.js";

// `forms`: those of GET /api/case.
export function showExports(forms) {
  return ask({
    title: "Export",
    content: el("div", {class: "exports"}, forms.map(({form, label, about}) =>
      el("button", {type: "button", class: "quiet", "data-form": form,
                    onclick: () => save(form)},
         el("span", {}, label), el("small", {}, about)))),
  });
}

async function save(form) {
  try {
    const {name, blob} = await download("/api/export", {form});
    const address = URL.createObjectURL(blob);
    el("a", {href: address, download: name}).click();
    setTimeout(() => URL.revokeObjectURL(address), 10000);
    toast(`${name} is saved.`);
  } catch (error) {
    toast(error.message, true);
  }
}
