// A flag that the engine missed, on the words that a reviewer selects.

import {askNewFlag} from "./dialogs.js";
import {toast} from "./dom.js";

const SIDES = ["left", "right"];

export class Adding {
  constructor(reader, deciding, kinds) {
    this.reader = reader;
    this.deciding = deciding;
    this.kinds = kinds;
    this.forgetSpans();
    document.addEventListener("selectionchange", () => this.keep());
  }

  // A page has one selection only, so that of one side is kept, and stays
  // marked, while the other is selected.
  keep() {
    const now = this.reader.selected();
    const fresh = SIDES.filter((side) => now[side]);
    if (fresh.length === 0) return;
    const {comparison} = this.reader.comparison;
    if (this.comparison !== comparison) this.forgetSpans();
    this.comparison = comparison;
    const range = getSelection().getRangeAt(0).cloneRange();
    for (const side of fresh) {
      this.spans[side] = now[side];
      this.ranges[side] = range;
    }
    this.showKept();
  }

  showKept() {
    globalThis.CSS?.highlights?.set(
      "kept", new Highlight(...Object.values(this.ranges)));
  }

  forgetSpans() {
    this.spans = {left: null, right: null};
    this.ranges = {};
    this.showKept();
  }

  forget() {
    getSelection().removeAllRanges();
    this.forgetSpans();
  }

  // Asks for the rest and stores it; gives the flag, or null.
  async add() {
    const {comparison, reports} = this.reader;
    const {left, right} = this.spans;
    if (this.comparison !== comparison?.comparison || (!left && !right)) {
      toast("Select the words in one report or in both, then press a.");
      return null;
    }
    const names = this.reader.names();
    const asked = await askNewFlag(this.kinds, SIDES.map((side) =>
      [names[side], this.spans[side]
        ? reports[side].quote(this.spans[side]) : null]));
    this.forget();
    return asked && this.deciding.add({comparison: comparison.comparison,
                                       left, right, ...asked});
  }
}
