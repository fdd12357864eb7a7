// How far reviewers agree, how often flags are right, and where they differ.

import {byId, counted, el, plainText, replace, shape, svg, text}
  from "./dom.js";
import {get} from "./api.js";
import {seal} from "./flag_list.js";

export class AgreementView {
  constructor(labels) {
    this.labels = labels;
    this.box = byId("view-agreement");
  }

  async show() {
    replace(this.box, el("p", {class: "nothing"}, "Counting verdicts…"));
    const data = await get("/api/agreement");
    replace(this.box, el("div", {class: "agreement-page"},
      el("h1", {}, "Agreement and precision"),
      data.others_hidden ? el("p", {class: "lead"},
        "Others' verdicts are hidden until you decide, so only flags that " +
        "you have decided are counted here.") : null,
      this.reviewers(data.reviewers),
      this.agreement(data),
      this.disagreements(data),
      this.precision(data.precision)));
  }

  reviewers(rows) {
    if (rows.length === 0) {
      return el("p", {class: "lead"}, "Nobody has decided on a flag yet.");
    }
    return section("Reviewers", null, table(
      ["Reviewer", "Decided", "Confirmed", "Dismissed", "Unsure", "Added"],
      rows.map((row) => [text(row.reviewer), row.decided, row.confirmed,
                         row.dismissed, row.unsure, row.added])));
  }

  // Cohen's kappa for two, Krippendorff's alpha for more.
  agreement({agreement, reviewers}) {
    if (reviewers.length < 2) return null;
    const two = reviewers.length === 2;
    const valueOf = (of) => (two ? of.kappas[0] : of.alpha);
    const rated = agreement.filter((of) => of.kind === null ||
                                           (valueOf(of)?.items ?? 0) > 0);
    const rows = rated.map((of) => {
      const value = valueOf(of);
      return [this.kind(of.kind), value?.items ?? 0,
              ...(two ? [shareOf(value?.observed)] : []),
              numberOf(value?.value), interval(value, -1, 1, of.kind),
              range(value, numberOf)];
    });
    return section(
      two ? "Cohen's kappa" : "Krippendorff's alpha",
      two ? `Agreement of ${names(reviewers)} beyond chance, over the flags ` +
            `that both decided. 1 is full agreement, 0 is chance.`
          : `Agreement of ${names(reviewers)} beyond chance, over the flags ` +
            `that two or more decided. 1 is full agreement, 0 is chance.`,
      table(["Kind", "Flags", ...(two ? ["Same"] : []),
             two ? "Kappa" : "Alpha", "−1 to 1", "95% interval"], rows),
      rated.length < agreement.length ? el("p", {class: "lead"},
        "Kinds of which no flag was decided twice are left out.") : null,
      two ? null : this.pairs(agreement[0]));
  }

  pairs(all) {
    return el("details", {class: "by-pair"},
      el("summary", {}, "Cohen's kappa of each two"),
      table(["Reviewers", "Flags", "Same", "Kappa", "95% interval"],
            all.kappas.map((pair) => [
              el("span", {}, text(pair.first), " and ", text(pair.second)),
              pair.items ?? 0, shareOf(pair.observed), numberOf(pair.value),
              range(pair, numberOf)])));
  }

  precision(rows) {
    const any = rows.some((row) => row.confirmed + row.dismissed > 0);
    if (!any) return null;
    return section("Measured precision",
      "Of the flags that are decided, the share that was confirmed; with " +
      "Wilson's interval. Unsure and disputed flags are left out.",
      table(["Kind", "Confirmed", "Dismissed", "Unsure", "Disputed", "Open",
             "Precision", "0 to 100%", "95% interval"],
            rows.map((row) => [
              this.kind(row.kind),
              row.changed_kind ? `${row.confirmed} (${row.changed_kind} as ` +
                                 `another kind)` : row.confirmed,
              row.dismissed, row.unsure, row.disputed, row.undecided,
              shareOf(row.value),
              interval(row.value === null ? null : row, 0, 1, row.kind),
              row.value === null ? "–" : range(row, shareOf)])));
  }

  disagreements(data) {
    const open = data.disagreements.filter((flag) => !flag.settled);
    const settled = data.disagreements.filter((flag) => flag.settled);
    if (data.reviewers.length < 2) return null;
    return section("To settle",
      open.length ? "Open a flag to see both reports; its panel has " +
                    "“Settle”." : null,
      open.length ? this.list(open)
                  : el("p", {class: "lead"}, "No disagreement is open."),
      data.disagreements_total > data.disagreements.length
        ? el("p", {class: "lead"}, `The first ${data.disagreements.length} ` +
             `of ${data.disagreements_total} are shown.`) : null,
      settled.length ? el("details", {},
        el("summary", {}, `Settled (${settled.length})`),
        this.list(settled)) : null);
  }

  list(flags) {
    return el("ul", {class: "disagreements"}, flags.map((flag) => el("li", {},
      el("a", {href: `#/flag/${flag.flag}`, class: `k-${flag.kind}`},
        el("span", {class: "row-over"}, shape(flag.kind),
           el("span", {class: "row-kind"}, this.labels.get(flag.kind))),
        text(flag.explanation || flag.left?.quote || flag.right?.quote),
        el("span", {class: "voices"}, flag.verdicts.map((verdict) =>
          el("span", {}, seal(verdict, "other"), " ",
             text(verdict.reviewer))))))));
  }

  kind(kind) {
    if (kind === null) return el("b", {}, "All kinds");
    return el("span", {class: "kind-cell"}, shape(kind),
              this.labels.get(kind));
  }
}

function section(title, lead, ...parts) {
  return el("section", {}, el("h2", {}, title),
            lead ? el("p", {class: "lead"}, lead) : null, parts);
}

function table(head, rows) {
  return el("div", {class: "table-box", tabindex: 0, role: "group",
                    "aria-label": "Table"},
    el("table", {},
      el("thead", {}, el("tr", {}, head.map((name) =>
        el("th", {scope: "col", class: / to /.test(name) ? "on-axis" : null},
           name)))),
      el("tbody", {}, rows.map((cells, i) => el("tr", {
        class: head[0] === "Kind" && i === 0 ? "all" : null},
        cells.map((cell) => el("td", {}, cell)))))));
}

// A dot with its interval on an axis.
function interval(value, from, to, kind) {
  if (value === null || value === undefined || value.value === undefined) {
    return "";
  }
  const at = (x) => 4 + 192 * (x - from) / (to - from);
  return el("span", {class: `interval${kind ? ` k-${kind}` : ""}`},
    svg("svg", {viewBox: "0 0 200 16", "aria-hidden": "true"},
      svg("line", {class: "axis", x1: 4, x2: 196, y1: 8, y2: 8}),
      from < 0 ? svg("line", {class: "axis", x1: at(0), x2: at(0), y1: 3,
                              y2: 13}) : null,
      svg("line", {class: "span", x1: at(value.low), x2: at(value.high),
                   y1: 8, y2: 8}),
      svg("circle", {class: "dot", cx: at(value.value), cy: 8, r: 4.5})));
}

const numberOf = (value) => value === null || value === undefined ? "–"
  : value.toFixed(2).replace("-", "−");
const shareOf = (value) => value === null || value === undefined ? "–"
  : `${Math.round(value * 100)}%`;
const range = (value, format) =>
  value === null || value === undefined || value.low === undefined ? "–"
    : `${format(value.low)} to ${format(value.high)}`;

const names = (reviewers) => {
  const all = reviewers.map(({reviewer}) => plainText(reviewer));
  return all.length > 3 ? counted(all.length, "reviewer", "reviewers")
    : `${all.slice(0, -1).join(", ")} and ${all[all.length - 1]}`;
};

