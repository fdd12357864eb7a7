// The list that is worked on: the ids that fit the filters, in order, as they
// were when the list was made; and what is known of each flag. A decision does
// not take a flag out of the list, so that nobody loses their place.

import {get} from "./api.js";

const CHUNK = 40;

export class FlagStore extends EventTarget {
  constructor() {
    super();
    this.filter = {sort: "best"};
    this.ids = [];
    this.places = new Map();  // id -> position
    this.rows = new Map();    // id -> flag
    this.asked = new Set();   // chunks on their way or here
    this.facets = {kinds: {}, decided: {}, outlets: {}};
    this.version = 0;
  }

  changed() {
    this.dispatchEvent(new Event("change"));
  }

  // Makes the list anew.
  async load(filter) {
    const version = ++this.version;
    const [list] = await Promise.all([get("/api/list", filter)]);
    if (version !== this.version) return false;
    this.filter = filter;
    this.ids = list.flags;
    this.total = list.total;
    this.facets = list.facets;
    this.places = new Map(list.flags.map((id, i) => [id, i]));
    this.asked.clear();
    this.rows.clear();
    this.changed();
    return true;
  }

  // Counts beside the filters, after decisions.
  async refreshFacets() {
    const version = this.version;
    const list = await get("/api/list", {...this.filter, limit: 1});
    if (version !== this.version) return;
    this.facets = list.facets;
    this.dispatchEvent(new Event("facets"));
  }

  at(position) {
    return this.rows.get(this.ids[position]);
  }

  put(flags) {
    for (const flag of flags) {
      this.rows.set(flag.flag, {...this.rows.get(flag.flag), ...flag});
    }
    this.changed();
  }

  // Sees to it that the rows from `first` to `last` are here or on their way.
  async want(first, last) {
    const version = this.version;
    const wanted = [];
    for (let chunk = Math.floor(Math.max(0, first) / CHUNK);
         chunk * CHUNK <= last && chunk * CHUNK < this.ids.length; ++chunk) {
      if (this.asked.has(chunk)) continue;
      this.asked.add(chunk);
      wanted.push(this.fetchChunk(chunk, version));
    }
    await Promise.all(wanted);
  }

  async fetchChunk(chunk, version) {
    const ids = this.ids.slice(chunk * CHUNK, (chunk + 1) * CHUNK);
    try {
      const {flags} = await get("/api/flags", {flags: ids.join(",")});
      if (version === this.version) this.put(flags);
    } catch (error) {
      if (version === this.version) this.asked.delete(chunk);
      throw error;
    }
  }
}

// What a reviewer decided on a flag, or undefined.
export function verdictBy(flag, reviewer) {
  return flag?.verdicts?.find((verdict) => verdict.reviewer === reviewer);
}
