// What each key does (dialogs.js lists them for "?").

import {isDialogOpen, showKeys} from "./dialogs.js";
import {byId} from "./dom.js";
import {focusSearch} from "./filters.js";
import {REASONS} from "./inspector.js";

const WRITING = "input:not([type=checkbox], [type=radio]), textarea, select";

export class Keys {
  // `page` is told what to do (main.js).
  constructor(page) {
    this.page = page;
    addEventListener("keydown", (event) => this.pressed(event));
  }

  pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || isDialogOpen()) {
      return;
    }
    // A key held down moves on, and decides once.
    if (event.repeat && event.key !== "j" && event.key !== "k") return;
    if (event.target.matches(WRITING)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const act = this.page.asksReason() ? this.reason(event.key)
                                       : this.action(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  }

  reason(key) {
    const number = Number(key);
    if (number >= 1 && number <= REASONS.length) {
      return () => this.page.decide("dismissed", REASONS[number - 1][0]);
    }
    return key === "Escape" ? () => this.page.cancelReason() : null;
  }

  action(key) {
    const everywhere = this.everywhere()[key];
    if (everywhere) return everywhere;
    return byId("view-review").hidden ? null : this.reviewing()[key] ?? null;
  }

  everywhere() {
    return {
      "?": () => showKeys(),
      p: () => this.page.go("#/pairs"),
      b: () => byId("blind").click(),
      z: () => this.page.undo(),
    };
  }

  reviewing() {
    const {page} = this;
    return {
      j: () => page.step(1),
      k: () => page.step(-1),
      g: () => page.showFirstOpen(),
      c: () => page.decide("confirmed"),
      d: () => page.askReason(),
      u: () => page.decide("unsure"),
      n: () => byId("note")?.focus(),
      t: () => byId("kind")?.focus(),
      a: () => page.addFlag(),
      s: () => byId("together").click(),
      f: () => byId("faint").click(),
      o: () => page.toggleOriginals(),
      "/": () => focusSearch(),
      Escape: () => page.adding.forget(),
    };
  }
}
