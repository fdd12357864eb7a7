// The dialogs: the reviewer's name, the keys, a decision on all, a new flag.

import {counted, el, plainText, replace} from "./dom.js";
import {REASONS} from "./inspector.js";

// Shows `content` in a dialog; gives what `read` finds when it is accepted,
// null where it is closed otherwise.
export function ask({title, content, accept, read = () => true,
                     check = () => null, dismissable = true}) {
  return new Promise((resolve) => {
    const problem = el("p", {class: "problem", role: "alert"});
    let answer = null;
    const form = el("form", {method: "dialog", onsubmit: (event) => {
      event.preventDefault();
      const wrong = check();
      replace(problem, wrong ?? "");
      if (wrong) return;
      answer = read();
      dialog.close();
    }},
      el("h2", {id: "dialog-title"}, title), content, problem,
      el("div", {class: "dialog-foot"},
         dismissable ? el("button", {type: "button", class: "quiet",
                                     onclick: () => dialog.close()},
                          accept ? "Cancel" : "Close") : null,
         accept ? el("button", {type: "submit", class: "primary"}, accept)
                : null));
    const dialog = el("dialog", {"aria-labelledby": "dialog-title",
      oncancel: (event) => { if (!dismissable) event.preventDefault(); },
      onclose: () => {
        dialog.remove();
        resolve(answer);
      }}, form);
    document.body.append(dialog);
    dialog.showModal();
  });
}

export const isDialogOpen = () =>
  document.querySelector("dialog[open]") !== null;

export async function askName(current, known) {
  const input = el("input", {type: "text", id: "name", maxlength: 60,
                             autocomplete: "name", autofocus: true});
  input.value = current;
  const others = known.filter((name) => name !== current);
  return ask({
    title: "Who reviews?",
    content: el("div", {},
      el("p", {}, "Your verdicts are kept under this name."),
      el("label", {for: "name"}, "Name"), input,
      others.length ? el("div", {class: "names"},
        el("span", {}, "In this case:"),
        others.map((name) => el("button", {type: "button", class: "quiet",
          onclick: () => { input.value = name; input.focus(); }},
          plainText(name)))) : null),
    accept: "Start",
    dismissable: current !== "",
    check: () => input.value.trim() === "" ? "Give a name." : null,
    read: () => input.value.trim(),
  });
}

const KEYS = [
  ["Move", [["j", "next flag"], ["k", "flag before"],
            ["g", "first flag still open"], ["/", "search"]]],
  ["Decide", [["c", "confirm"], ["d", "dismiss, then 1–5 for the reason"],
              ["u", "unsure"], ["z", "take the last decision back"],
              ["n", "note"], ["t", "another kind"]]],
  ["Read", [["s", "scroll both sides together, or not"],
            ["f", "passages without a partner faint, or not"],
            ["o", "the source as read, and back"],
            ["a", "add a flag from the selected text"]]],
  ["Page", [["p", "comparisons"], ["b", "blind: hide outlets' names"],
            ["Esc", "close, go back"], ["?", "these keys"]]],
];

export function showKeys() {
  return ask({
    title: "Keys",
    content: el("div", {class: "keys-table"}, KEYS.map(([name, keys]) =>
      el("section", {}, el("h3", {}, name),
         el("dl", {}, keys.map(([key, does]) =>
           el("div", {}, el("dt", {}, el("kbd", {}, key)),
              el("dd", {}, does))))))),
  });
}

// A verdict with its reason: {fields, read()}.
function verdictFields(name) {
  const verdict = select(`${name}-verdict`, [["confirmed", "Confirm"],
    ["dismissed", "Dismiss"], ["unsure", "Unsure"]]);
  const reason = select(`${name}-reason`,
                        REASONS.map(([value, label]) => [value, label]));
  const reasonLine = field("Reason", reason, `${name}-reason`);
  reasonLine.hidden = true;
  verdict.addEventListener("change", () => {
    reasonLine.hidden = verdict.value !== "dismissed";
  });
  return {
    fields: [field("Verdict", verdict, `${name}-verdict`), reasonLine],
    read: () => ({verdict: verdict.value,
                  reason: verdict.value === "dismissed" ? reason.value : ""}),
  };
}

// {verdict, reason, kind, note} that reviewers agreed on, or null.
export async function askSettlement(flag, kinds) {
  const verdict = verdictFields("settle");
  const kind = select("settle-kind", [["", "as flagged"],
    ...kinds.filter((one) => one.kind !== flag.kind)
            .map((one) => [one.kind, one.label])]);
  const note = el("input", {type: "text", id: "settle-note", maxlength: 2000});
  return ask({
    title: `Settle flag ${flag.flag}`,
    content: el("div", {class: "fields"},
      el("p", {}, "What you agreed on. Everyone's own verdict stays in the " +
                  "history."),
      verdict.fields, field("Kind", kind, "settle-kind"),
      field("Note", note, "settle-note")),
    accept: "Settle",
    read: () => ({...verdict.read(), kind: kind.value || null,
                  note: note.value}),
  });
}

// {verdict, reason, note} for all flags of a list, or null.
export async function askDecideAll(count) {
  const verdict = verdictFields("all");
  const note = el("input", {type: "text", id: "all-note", maxlength: 2000});
  const typed = el("input", {type: "text", inputmode: "numeric",
                             id: "all-count", autocomplete: "off"});
  return ask({
    title: `Decide all ${counted(count, "flag", "flags")} of this list`,
    content: el("div", {class: "fields"},
      verdict.fields, field("Note", note, "all-note"),
      el("p", {}, `Your own verdicts on these flags, if any, are replaced; ` +
                  `undo takes all of it back at once.`),
      field(`Type ${count} to confirm`, typed, "all-count")),
    accept: `Decide ${counted(count, "flag", "flags")}`,
    check: () => typed.value.replace(/\D/g, "") === String(count) ? null
      : `Type ${count}, the number of flags that change.`,
    read: () => ({...verdict.read(), note: note.value}),
  });
}

// {kind, weight, note} for a flag on the selected passages, or null.
export async function askNewFlag(kinds, quotes) {
  const kind = select("new-kind", kinds.map((one) => [one.kind, one.label]));
  const weight = select("new-weight", [["1", "1 slight"], ["2", "2 clear"],
                                       ["3", "3 strong"]]);
  weight.value = "2";
  const note = el("textarea", {id: "new-note", rows: 2, maxlength: 2000});
  return ask({
    title: "Add a flag",
    content: el("div", {class: "fields"},
      quotes.map(([name, quote]) => el("figure", {class: "quote"},
        el("figcaption", {}, name),
        quote === null ? el("p", {class: "absent"}, "Nothing selected here.")
                       : el("blockquote", {dir: "auto"}, plainText(quote)))),
      field("Kind", kind, "new-kind"), field("Weight", weight, "new-weight"),
      field("What differs", note, "new-note")),
    accept: "Add and confirm",
    read: () => ({kind: kind.value, weight: Number(weight.value),
                  note: note.value}),
  });
}

function select(id, options) {
  return el("select", {id}, options.map(([value, label]) =>
    el("option", {value}, label)));
}

function field(label, input, id) {
  return el("div", {class: "field"}, el("label", {for: id}, label), input);
}
