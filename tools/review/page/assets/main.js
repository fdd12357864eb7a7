// The review page: views, keys and addresses.
//   #/pairs          comparisons        #/flags          all flags
//   #/pair/3         one comparison     #/flag/12        one flag
//   #/agreement      agreement of reviewers

import {ApiError, get, session, takeToken} from "./api.js";
import {Adding} from "./adding.js";
import {AgreementView} from "./agreement_view.js";
import {Deciding, firstOpen} from "./deciding.js";
import {askDecideAll, askName, askSettlement, showKeys} from "./dialogs.js";
import {byId, counted, el, plainText, replace, text, toast} from "./dom.js";
import {showExports} from "./export_view.js";
import {Filters} from "./filters.js";
import {FlagList} from "./flag_list.js";
import {FlagStore} from "./flag_store.js";
import {Inspector} from "./inspector.js";
import {Keys} from "./keys.js";
import {PairsView} from "./pairs_view.js";
import {Reader} from "./reader.js";
import {Watching} from "./watching.js";

const STORED_NAME = "rashomon.reviewer";
const STORED_BLIND = "rashomon.blind";
const narrow = matchMedia("(max-width: 899.98px)");

class Page {
  async start() {
    takeToken();
    session.reviewer = localStorage.getItem(STORED_NAME) ?? "";
    session.blind = localStorage.getItem(STORED_BLIND) === "1";
    this.caseInfo = await get("/api/case");
    if (this.caseInfo.reviewer) session.reviewer = this.caseInfo.reviewer;
    if (this.caseInfo.blind) session.blind = true;
    document.title = `${plainText(this.caseInfo.name)}: Rashomon review`;
    this.build();
    if (!session.reviewer) await this.chooseName();
    this.showName();
    addEventListener("hashchange", () => this.route());
    await this.route();
    document.body.dataset.ready = String(Math.round(performance.now()));
  }

  build() {
    const {kinds, outlets} = this.caseInfo;
    this.labels = new Map(kinds.map(({kind, label}) => [kind, label]));
    this.store = new FlagStore();
    this.pair = 0;
    this.current = 0;
    this.askedFor = 0;  // the flag whose dismissal waits for its reason
    this.deciding = new Deciding(this.store, (flags) => this.stored(flags));
    this.filters = new Filters(kinds, () => this.reload(),
                               () => this.decideAll());
    this.filters.setOutlets(outlets);
    this.list = new FlagList(this.store, this.labels,
                             (id) => this.go(`#/flag/${id}`));
    this.reader = new Reader(this.labels, (id) => this.go(`#/flag/${id}`));
    this.adding = new Adding(this.reader, this.deciding, kinds);
    this.inspector = new Inspector(kinds, {
      decide: (verdict) => this.decide(verdict),
      dismiss: (reason) => this.decide("dismissed", reason),
      askReason: () => this.askReason(),
      cancelReason: () => this.cancelReason(),
      undo: () => this.undo(),
      settle: () => this.settle(),
      unsettle: () => this.storeSettlement({}),
    });
    this.pairs = new PairsView((pair) =>
      this.go(pair ? `#/pair/${pair}` : "#/flags"));
    this.agreement = new AgreementView(this.labels);
    this.where = el("p", {class: "where"});
    replace(byId("rail"), this.where, this.filters.element, this.list.box,
            this.readingTools());
    this.listen();
  }

  readingTools() {
    const check = (id, label, title, on, onchange) => el("label",
      {class: "check", title},
      el("input", {type: "checkbox", id, checked: on,
                   onchange: (event) => onchange(event.target.checked)}),
      ` ${label}`);
    return el("div", {class: "reading-tools"},
      check("together", "In step", "Scroll both reports together (s)", true,
            (on) => this.reader.setTogether(on)),
      check("faint", "Fade unmatched", "Passages without a partner faint (f)",
            false, (on) => this.reader.setFaint(on)),
      el("button", {type: "button", class: "quiet", id: "add-flag",
                    title: "Flag the selected text (a)",
                    onmousedown: (event) => event.preventDefault(),
                    onclick: () => this.addFlag()}, "Add flag"));
  }

  listen() {
    byId("who").addEventListener("click", () => this.chooseName());
    byId("help-button").addEventListener("click", () => showKeys());
    byId("export-button").addEventListener("click",
      () => showExports(this.caseInfo.exports));
    byId("blind").checked = session.blind;
    byId("blind").disabled = this.caseInfo.blind;
    byId("blind").addEventListener("change", (event) =>
      this.setBlind(event.target.checked));
    for (const name of ["list", "left", "right"]) {
      byId(`tab-${name}`).addEventListener("click", () => this.showTab(name));
    }
    this.showTab("left");
    new Keys(this);
    new Watching(this.caseInfo.row, (flags) => this.othersDecided(flags));
    this.store.addEventListener("facets", () => this.showCounts());
  }

  // Views

  go(hash, {quietly = false} = {}) {
    if (location.hash !== hash && !quietly) {
      location.hash = hash;  // and the listener follows
      return null;
    }
    if (location.hash !== hash) history.replaceState(null, "", hash);
    return this.route();
  }

  async route() {
    const [, name, id] = /^#\/([a-z]+)(?:\/(\d+))?$/.exec(location.hash) ?? [];
    try {
      if (name === "flag") await this.showFlag(Number(id));
      else if (name === "pair") await this.showPair(Number(id));
      else if (name === "flags") await this.showPair(0);
      else if (name === "agreement") await this.showAgreement();
      else if (name === "pairs") await this.showPairs();
      else await this.showFirst();
    } catch (error) {
      this.failed(error);
    }
  }

  // A case of one comparison is opened there.
  async showFirst() {
    if (this.caseInfo.pairs === 1) {
      const {pairs} = await get("/api/pairs", {limit: 1});
      await this.go(`#/pair/${pairs[0].pair}`, {quietly: true});
    } else {
      await this.go("#/pairs", {quietly: true});
    }
  }

  showView(name) {
    for (const view of document.querySelectorAll(".view")) {
      view.hidden = view.id !== `view-${name}`;
    }
    const chosen = {pairs: "go-pairs", review: "go-flags",
                    agreement: "go-agreement"}[name];
    for (const link of document.querySelectorAll(".views a")) {
      if (link.id === chosen) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  }

  async showPairs() {
    this.showView("pairs");
    await this.pairs.show();
    await this.showProgress();
  }

  async showAgreement() {
    this.showView("agreement");
    await this.agreement.show();
    await this.showProgress();
  }

  // The list of a comparison, or of all flags; its first flag is shown.
  async showPair(pair) {
    this.showView("review");
    if (pair !== this.pair || this.store.version === 0) {
      await this.setPair(pair);
    }
    const first = this.store.ids[0];
    if (first) {
      await this.go(`#/flag/${first}`, {quietly: true});
    } else {
      await this.showWithoutFlags(pair);
    }
  }

  async setPair(pair) {
    this.pair = pair;
    byId("go-flags").href = pair ? `#/pair/${pair}` : "#/flags";
    await this.loadList();
  }

  async showWithoutFlags(pair) {
    this.current = 0;
    this.list.setCurrent(0);
    this.inspector.clear(this.filtered() ? "No flag fits the filters."
      : "No flags here. Select text and press a to add one.");
    if (!pair) return;
    const {pairs} = await get("/api/pairs", {limit: 200});
    const chosen = pairs.find((one) => one.pair === pair);
    if (!chosen) throw new ApiError(404, `the case has no comparison ${pair}`);
    await this.openComparison(chosen.comparison);
  }

  filtered() {
    return Object.entries(this.store.filter).some(
      ([name, value]) => value && name !== "sort" && name !== "pair");
  }

  async loadList() {
    const filter = {...this.filters.read(), pair: this.pair || ""};
    if (await this.store.load(filter)) {
      this.list.scrollTo(0);
      this.showCounts();
      this.showProgress();
    }
  }

  showCounts() {
    this.filters.show(this.store.total, this.store.facets);
  }

  // After a change of the filters.
  async reload() {
    try {
      await this.loadList();
      const stays = this.store.places.has(this.current);
      const first = stays ? this.current : this.store.ids[0];
      if (first) await this.go(`#/flag/${first}`, {quietly: true});
      else await this.showWithoutFlags(this.pair);
    } catch (error) {
      this.failed(error);
    }
  }

  async openComparison(id) {
    await this.reader.open(id);
    const {left, right} = this.reader.names();
    replace(this.where, this.pair
      ? [el("span", {}, text(left), " beside ", text(right)), " ",
         el("a", {href: "#/flags"}, "All flags")]
      : "All flags");
    replace(byId("tab-left"), text(left));
    replace(byId("tab-right"), text(right));
  }

  async showFlag(id) {
    this.showView("review");
    this.current = id;
    this.list.setCurrent(id);
    const flag = await get("/api/flag", {flag: id});
    if (this.store.version === 0) {
      await this.setPair(0);
    } else if (!this.store.places.has(id) && this.pair &&
               flag.pair !== this.pair) {
      await this.setPair(0);
    }
    if (this.current !== id) return;
    this.list.setCurrent(id);
    await this.openComparison(flag.comparison);
    if (this.current !== id) return;
    this.shown = flag;
    if (narrow.matches) this.showTab(flag[this.tab] ? this.tab
      : flag.left ? "left" : "right");
    this.inspector.show(flag, this.reader.names());
    this.reader.focus(flag);
    this.announce(flag);
    if (this.asksReason()) this.inspector.ask();
  }

  // For those who hear the page.
  announce(flag) {
    const place = this.store.places.get(flag.flag);
    const where = place === undefined ? ""
      : `, ${place + 1} of ${this.store.ids.length}`;
    replace(byId("announce"), `${this.labels.get(flag.kind)}${where}: `,
            text(flag.explanation));
  }

  showTab(name) {
    this.tab = name;
    byId("view-review").dataset.tab = name;
    for (const other of ["list", "left", "right"]) {
      byId(`tab-${other}`).setAttribute("aria-selected",
                                       other === name ? "true" : "false");
    }
    this.reader.later();
  }

  // Counts

  async showProgress() {
    const {flags, decided} = await get("/api/pairs", {limit: 0});
    byId("progress").hidden = flags === 0;
    byId("progress-bar").value = flags ? decided / flags : 0;
    replace(byId("progress-text"), `${decided.toLocaleString("en")} of ` +
                                  counted(flags, "flag", "flags"));
  }

  countsLater() {
    clearTimeout(this.countsTimer);
    this.countsTimer = setTimeout(() => {
      Promise.all([this.showProgress(), this.store.refreshFacets()])
        .catch((error) => this.failed(error));
    }, 150);
  }

  // Moving and deciding

  step(by) {
    this.askedFor = 0;
    const {ids, places} = this.store;
    if (ids.length === 0) return;
    const at = places.get(this.current);
    const to = at === undefined ? 0 : at + by;
    if (to < 0 || to >= ids.length) {
      toast(by > 0 ? this.endOfList()
                   : "This is the first flag of the list.");
      return;
    }
    this.go(`#/flag/${ids[to]}`, {quietly: true});
  }

  decide(verdict, reason = "") {
    // Whoever is faster than the page decides on what the list has shown.
    const isShown = this.shown?.flag === this.current;
    const flag = isShown ? this.shown : this.store.rows.get(this.current);
    if (!flag) return;
    if (!session.reviewer) {
      this.chooseName();
      return;
    }
    const draft = !isShown ? {kind: null, note: ""}
      : this.inspector.asking ? this.inspector.draftKept
      : this.inspector.draft();
    this.deciding.decide(flag, verdict, reason, draft).then((stored) => {
      if (!stored) this.inspector.drafts.set(flag.flag, draft);
    });
    if (isShown) this.inspector.dropDraft(flag.flag);
    this.inspector.asking = false;
    this.askedFor = 0;
    const at = this.store.places.get(flag.flag);
    if (at !== undefined && at + 1 < this.store.ids.length) this.step(1);
    else this.lastOfList(flag.flag);
  }

  // There is no next one: the flag stays, with its new verdict.
  async lastOfList(id) {
    await this.deciding.chain;
    if (this.current === id) await this.route();
    toast(this.endOfList());
  }

  endOfList() {
    return this.pair ? "That was the last flag of this comparison; p shows " +
                       "the others."
                     : "That was the last flag of the list.";
  }

  // Asks once the flag is there, if the key was faster.
  askReason() {
    this.askedFor = this.current;
    if (this.shown?.flag === this.current) this.inspector.ask();
  }

  asksReason() {
    return this.askedFor !== 0 && this.askedFor === this.current;
  }

  cancelReason() {
    this.askedFor = 0;
    this.inspector.cancel();
  }

  // What the case has now.
  stored(flags) {
    this.store.put(flags);
    this.reader.put(flags);
    this.countsLater();
  }

  async othersDecided(flags) {
    const known = flags.filter((flag) => this.store.places.has(flag.flag));
    this.store.put(known);
    this.reader.put(flags);
    const here = flags.some((flag) => flag.flag === this.shown?.flag);
    if (!here || this.current !== this.shown.flag ||
        byId("view-review").hidden || this.inspector.isBusy()) {
      return;
    }
    this.shown = await get("/api/flag", {flag: this.current});
    this.inspector.show(this.shown, this.reader.names());
  }

  async undo() {
    const change = await this.deciding.undo();
    if (!change) return;
    toast(change.count === 1 ? "Taken back." :
      `Taken back: ${counted(change.count, "decision", "decisions")}.`);
    const [first] = change.flags;
    if (change.count > change.flags.length) await this.loadList();
    if (first) this.go(`#/flag/${first.flag}`, {quietly: true});
  }

  async decideAll() {
    const count = this.store.total;
    if (count === 0) return;
    const decision = await askDecideAll(count);
    if (!decision) return;
    toast("Deciding…");
    try {
      const change = await this.deciding.decideAll(this.store.filter, count,
                                                   decision);
      toast(`${counted(change.count, "flag", "flags")} decided. ` +
            `z takes it back.`);
      this.reader.forget();
      await this.loadList();
      await this.route();
    } catch (error) {
      toast(error.message, true);
    }
  }

  // What reviewers agreed on in the end.
  async settle() {
    const flag = this.shown;
    const agreed = await askSettlement(flag, this.caseInfo.kinds);
    if (agreed) await this.storeSettlement(agreed);
  }

  async storeSettlement(agreed) {
    const id = this.shown.flag;
    try {
      const flag = await this.deciding.settle(id, agreed);
      this.stored([flag]);
      if (this.current === id) await this.route();
      toast(agreed.verdict ? "Settled." : "The settlement is taken back.");
    } catch (error) {
      toast(error.message, true);
    }
  }

  async addFlag() {
    try {
      const flag = await this.adding.add();
      if (!flag) return;
      this.reader.forget();
      await this.loadList();
      this.go(`#/flag/${flag.flag}`);
      toast(`Flag ${flag.flag} added.`);
    } catch (error) {
      toast(error.message, true);
    }
  }

  // Settings

  async chooseName() {
    const name = await askName(session.reviewer, this.caseInfo.reviewers);
    if (!name) return;
    session.reviewer = name;
    localStorage.setItem(STORED_NAME, name);
    this.showName();
    if (this.store.version) {
      this.reader.forget();
      await this.loadList();
      await this.route();
    }
  }

  showName() {
    replace(byId("who"), text(session.reviewer || "Your name"));
    byId("who").title = "Who reviews; choose to change";
  }

  async setBlind(on) {
    session.blind = on;
    localStorage.setItem(STORED_BLIND, on ? "1" : "0");
    this.caseInfo = await get("/api/case");
    this.filters.setOutlets(this.caseInfo.outlets);
    this.reader.forget();
    if (this.store.version) await this.loadList();
    await this.route();
    toast(on ? "Outlets' names are hidden in lists, heads and quotations; a " +
               "report may still give itself away." : "Names are shown.");
  }

  async showFirstOpen() {
    const id = await firstOpen(this.store);
    if (id) this.go(`#/flag/${id}`);
    else toast("No open flag is left in this list.");
  }

  toggleOriginals() {
    const on = !(this.reader.original.left && this.reader.original.right);
    this.reader.toggleOriginal("left", on);
    this.reader.toggleOriginal("right", on);
  }

  failed(error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.status === 401 || error.status === 404) showMessage(error);
    else toast(error.message, true);
  }
}

function showMessage(error) {
  for (const view of document.querySelectorAll(".view")) {
    view.hidden = view.id !== "view-message";
  }
  replace(byId("view-message"),
    el("div", {class: "message"},
      el("h1", {}, error.status === 401 ? "The address has no valid token"
                                        : "Not there"),
      el("p", {}, text(error.message)),
      el("p", {}, el("a", {href: "#/pairs"}, "To the comparisons"))));
}

new Page().start().catch((error) => {
  showMessage(error);
  document.body.dataset.ready = "failed";
  if (!(error instanceof ApiError)) throw error;
});
