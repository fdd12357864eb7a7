// Others who review the same case at the same time: what they decide appears
// without a reload.

import {get} from "./api.js";

const EVERY = 4000;  // milliseconds

export class Watching {
  // `row`: of the history, from which on changes count. `onChange(flags)` gets
  // them as the case has them now.
  constructor(row, onChange) {
    this.row = row;
    this.onChange = onChange;
    setInterval(() => this.look(), EVERY);
  }

  async look() {
    if (document.visibilityState !== "visible" || this.looking) return;
    this.looking = true;
    try {
      const {row, flags} = await get("/api/changes", {after: this.row});
      if (flags.length) {
        const changed = await get("/api/flags", {flags: flags.join(",")});
        this.onChange(changed.flags);
      }
      this.row = row;
    } catch {
      // The next look, or the next decision, says what is wrong.
    } finally {
      this.looking = false;
    }
  }
}
