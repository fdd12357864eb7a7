// All about one flag, and the buttons that decide on it.

import {append, byId, el, moment, percent, replace, shape, text, textNodes}
  from "./dom.js";
import {session} from "./api.js";
import {seal, VERDICTS} from "./flag_list.js";
import {verdictBy} from "./flag_store.js";

export const REASONS = [
  ["wrong-alignment", "Wrong alignment",
   "the two passages do not report the same"],
  ["not-a-difference", "Not a real difference",
   "both say the same in other words"],
  ["wrong-kind", "Wrong kind", "there is a difference, of another kind"],
  ["trivial", "Trivial", "true, and of no interest"],
  ["other", "Other", "say why in the note"],
];
const REASON_LABELS = new Map(REASONS.map(([name, label]) => [name, label]));
const WEIGHTS = ["", "slight", "clear", "strong"];

export class Inspector {
  // `actions`: decide(verdict), dismiss(reason), askReason(), cancelReason(),
  // undo(), settle(), unsettle().
  constructor(kinds, actions) {
    this.kinds = kinds;
    this.labels = new Map(kinds.map(({kind, label}) => [kind, label]));
    this.actions = actions;
    this.box = byId("inspector");
    this.asking = false;
    this.drafts = new Map();  // flag -> {kind, note} not stored yet
  }

  // `flag` is in full (GET /api/flag); `names` are the outlets'.
  show(flag, names) {
    this.keepDraft();
    // Who presses buttons by keyboard stays on the same button.
    const focused = this.box.contains(document.activeElement)
      ? document.activeElement.id : "";
    this.flag = flag;
    this.asking = false;
    replace(this.box,
            el("div", {class: `facts k-${flag.kind}`}, this.head(flag),
               this.why(flag), this.small(flag)),
            el("div", {class: `quotes-two k-${flag.kind}`},
               this.side(flag, "left", names.left),
               this.side(flag, "right", names.right),
               this.earlier(flag), this.settlement(flag)),
            el("div", {class: "deciding", id: "deciding"}));
    this.drawDeciding();
    if (focused) byId(focused)?.focus();
  }

  // Whether something is being written or chosen here.
  isBusy() {
    return this.asking ||
      document.activeElement?.matches("#note, #kind") === true;
  }

  // A note that was begun is there again when one comes back to its flag.
  keepDraft() {
    if (!this.flag || this.asking || !byId("note")) return;
    const draft = this.draft();
    const mine = verdictBy(this.flag, session.reviewer);
    if (draft.note !== (mine?.note ?? "") ||
        (draft.kind ?? null) !== (mine?.kind ?? null)) {
      this.drafts.set(this.flag.flag, draft);
    }
  }

  // The flag was decided on, with its draft.
  dropDraft(flag) {
    this.drafts.delete(flag);
    if (this.flag?.flag === flag) this.flag = null;
  }

  clear(message) {
    this.flag = null;
    replace(this.box, el("p", {class: "nothing"}, message));
  }

  head(flag) {
    return el("h2", {class: "flag-head"}, shape(flag.kind),
              el("span", {class: "flag-kind"}, this.labels.get(flag.kind)),
              el("a", {class: "flag-link", href: `#/flag/${flag.flag}`,
                       title: "Link to this flag"}, `#${flag.flag}`),
              flag.reopens ? el("span", {class: "tag"}, "reopened") : null,
              flag.state !== "current"
                ? el("span", {class: "tag"}, flag.state) : null,
              flag.added_by ? el("span", {class: "tag"}, "added by a reviewer")
                            : null);
  }

  why(flag) {
    const words = flag.explanation || flag.added_by?.note || "";
    return words ? el("p", {class: "why"}, text(words)) : null;
  }

  small(flag) {
    return el("dl", {class: "small"},
              fact("Sure", percent(flag.confidence),
                   "The estimated chance that a careful reader would agree"),
              fact("Weight", WEIGHTS[flag.weight] ?? flag.weight,
                   `${flag.weight} of 3`),
              fact("Rule", text(flag.rule)),
              flag.added_by?.reviewer
                ? fact("Added", text(`${flag.added_by.reviewer}, ` +
                                     moment(flag.added_by.time))) : null);
  }

  side(flag, side, name) {
    const evidence = flag[side];
    const nearest = flag.nearest?.side === side ? flag.nearest : null;
    return el("figure", {class: "quote"},
              el("figcaption", {}, text(name)),
              evidence ? el("blockquote", {dir: "auto"},
                            marked(evidence.quote, flag.triggers))
                       : el("p", {class: "absent"}, "Not found here."),
              nearest ? el("div", {class: "nearest"},
                           el("p", {}, `Nearest passage, ` +
                                       `${percent(nearest.score)} alike:`),
                           el("blockquote", {dir: "auto"},
                              textNodes(nearest.quote))) : null);
  }

  earlier(flag) {
    if (!flag.reopened) return null;
    const old = flag.reopened;
    return el("section", {class: "reopened"},
              el("h3", {}, "Reopened: the evidence was different before"),
              ["left", "right"].map((side) => old[side]
                ? el("blockquote", {dir: "auto"}, textNodes(old[side].quote))
                : null),
              old.verdicts.length
                ? el("ul", {}, old.verdicts.map((verdict) => this.row(verdict)))
                : el("p", {}, "It had not been decided."));
  }

  // Where reviewers differ, or differed and came to terms.
  settlement(flag) {
    if (flag.settled) {
      return el("section", {class: "settled"},
        el("p", {}, el("b", {}, "Settled: "), seal(flag.settled, "other"), " ",
           VERDICTS[flag.settled.verdict].label.toLowerCase(),
           flag.settled.kind
             ? ` as ${this.labels.get(flag.settled.kind)}` : null,
           ", by ", text(flag.settled.reviewer), ", ",
           moment(flag.settled.time),
           flag.settled.note ? el("q", {}, textNodes(flag.settled.note))
                             : null),
        el("button", {type: "button", class: "quiet", id: "unsettle",
                      onclick: () => this.actions.unsettle()}, "Reopen"));
    }
    if (!flag.disputed) return null;
    return el("section", {class: "settled"},
      el("p", {}, el("b", {}, "Reviewers differ: "),
         flag.verdicts.map((verdict) => el("span", {class: "voice"},
           seal(verdict, "other"), " ", text(verdict.reviewer), " "))),
      el("button", {type: "button", class: "quiet", id: "settle",
                    onclick: () => this.actions.settle()}, "Settle…"));
  }

  drawDeciding() {
    const box = byId("deciding");
    if (!box || !this.flag) return;
    if (this.asking) {
      replace(box, this.reasons());
      return;
    }
    const mine = verdictBy(this.flag, session.reviewer);
    const draft = this.drafts.get(this.flag.flag);
    replace(box, this.buttons(mine),
            this.extras(draft?.note ?? mine?.note ?? "",
                        draft?.kind ?? mine?.kind ?? ""),
            this.history());
  }

  buttons(mine) {
    const button = (verdict, key, action) =>
      el("button", {type: "button", class: `decide ${verdict}`,
                    id: `decide-${verdict}`,
                    "aria-pressed": String(mine?.verdict === verdict),
                    "aria-keyshortcuts": key, onclick: action},
         el("span", {class: "sign", "aria-hidden": "true"},
            VERDICTS[verdict].sign),
         VERDICTS[verdict].order,
         el("kbd", {"aria-hidden": "true"}, key));
    return el("div", {class: "buttons"},
              button("confirmed", "c", () => this.actions.decide("confirmed")),
              button("dismissed", "d", () => this.actions.askReason()),
              button("unsure", "u", () => this.actions.decide("unsure")),
              el("button", {type: "button", class: "decide undo", id: "undo",
                            "aria-keyshortcuts": "z",
                            onclick: () => this.actions.undo()},
                 el("span", {class: "sign", "aria-hidden": "true"}, "↶"),
                 "Undo", el("kbd", {"aria-hidden": "true"}, "z")));
  }

  extras(note, kind) {
    return el("div", {class: "extras"},
              el("label", {for: "kind"}, "Kind"),
              el("select", {id: "kind", title: "Another kind (t)"},
                 el("option", {value: ""}, `as flagged`),
                 this.kinds.filter((one) => one.kind !== this.flag.kind)
                   .map((one) => el("option", {
                     value: one.kind, selected: one.kind === kind},
                     one.label))),
              el("label", {for: "note"}, "Note"),
              withValue(el("textarea", {id: "note", rows: 1, maxlength: 2000,
                                        placeholder: "Note (n)"}),
                        note));
  }

  // What is to be stored beside a verdict.
  draft() {
    return {kind: byId("kind")?.value || null, note: byId("note")?.value ?? ""};
  }

  reasons() {
    const {note} = this.draftKept ?? {};
    return el("div", {class: "reasons", role: "group",
                      "aria-label": "Why is it dismissed?"},
              el("p", {}, "Why dismiss it?"),
              REASONS.map(([name, label, meaning], i) =>
                el("button", {type: "button", class: "reason-choice",
                              title: meaning, "data-reason": name,
                              onclick: () => this.actions.dismiss(name)},
                   el("kbd", {"aria-hidden": "true"}, String(i + 1)), label)),
              el("button", {type: "button", class: "quiet", id: "reason-cancel",
                            onclick: () => this.actions.cancelReason()},
                 "Back ", el("kbd", {"aria-hidden": "true"}, "Esc")),
              note ? el("p", {class: "kept"}, "With your note.") : null);
  }

  ask() {
    this.draftKept = this.draft();
    this.keepDraft();
    this.asking = true;
    this.drawDeciding();
    byId("deciding").querySelector(".reason-choice").focus();
  }

  cancel() {
    if (!this.asking) return;
    this.asking = false;
    this.drawDeciding();
  }

  history() {
    const rows = this.flag.history ?? [];
    const hidden = this.flag.others_hidden
      ? el("p", {class: "hidden-others"},
           "Others' verdicts are shown once you have decided.") : null;
    if (rows.length === 0) return hidden;
    return el("details", {class: "history", open: rows.length < 4},
              el("summary", {}, `History (${rows.length})`),
              el("ol", {}, [...rows].reverse().map((row) => this.row(row))),
              hidden);
  }

  row(row) {
    const line = el("li", {class: row.undone_by ? "undone" : ""});
    if (row.verdict) {
      append(line, [seal(row, "other"), " ", text(row.reviewer), " ",
                    row.reason ? `(${REASON_LABELS.get(row.reason)}) ` : null,
                    row.kind ? `→ ${this.labels.get(row.kind)} ` : null]);
    } else {
      append(line, ["↶ ", text(row.reviewer), " took it back "]);
    }
    append(line, [el("time", {datetime: row.time}, moment(row.time)),
                  row.note ? el("q", {}, textNodes(row.note)) : null]);
    return line;
  }
}

function fact(name, value, title) {
  return el("div", {title}, el("dt", {}, name), el("dd", {}, value));
}

function withValue(input, value) {
  input.value = value;
  return input;
}

// The quotation with the words that set the rule off in bold.
function marked(quote, triggers) {
  const wanted = (triggers ?? []).filter((word) => word.trim() !== "")
    .sort((a, b) => b.length - a.length);
  const lower = quote.toLowerCase();
  const nodes = [];
  let plain = 0;
  for (let at = 0; at < quote.length;) {
    const word = lower.length === quote.length && wanted.find(
      (one) => lower.startsWith(one.toLowerCase(), at) &&
                standsAlone(quote, at, at + one.length));
    if (!word) {
      ++at;
      continue;
    }
    nodes.push(...textNodes(quote.slice(plain, at)),
               el("b", {}, textNodes(quote.slice(at, at + word.length))));
    at += word.length;
    plain = at;
  }
  return [...nodes, ...textNodes(quote.slice(plain))];
}

const LETTER = /[\p{L}\p{N}]/u;
function standsAlone(string, begin, end) {
  return !LETTER.test(string[begin - 1] ?? "") &&
         !LETTER.test(string[end] ?? "");
}
