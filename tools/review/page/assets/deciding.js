// Decisions: shown at once, stored in the order in which they were made. One
// that cannot be stored is said so and taken off the page again.

import {get, post, session} from "./api.js";
import {toast} from "./dom.js";
import {verdictBy} from "./flag_store.js";

export class Deciding {
  // `stored(flags)` is told of the flags as the case has them now.
  constructor(store, stored) {
    this.store = store;
    this.stored = stored;
    this.chain = Promise.resolve();
  }

  // One after the other; an error does not stop those that come after it.
  enqueue(work) {
    const done = this.chain.then(work);
    this.chain = done.catch(() => {});
    return done;
  }

  // `draft`: {kind, note}. Gives whether it is stored.
  decide(flag, verdict, reason, draft) {
    const begun = performance.now();
    const before = this.store.rows.get(flag.flag) ?? flag;
    this.store.put([{...before, verdicts: withMine(before, {verdict, reason,
                                                            ...draft})}]);
    performance.measure("verdict shown", {start: begun});
    return this.enqueue(async () => {
      try {
        const {flags} = await post("/api/decide", {decisions: [
          {flag: flag.flag, verdict, reason, kind: draft.kind,
           note: draft.note}]});
        this.stored(flags);
        performance.measure("verdict stored", {start: begun});
        return true;
      } catch (error) {
        this.store.put([before]);
        toast(`Flag ${flag.flag} is not decided: ${error.message}`, true);
        return false;
      }
    });
  }

  decideAll(filter, count, decision) {
    return this.enqueue(async () => {
      const wanted = Object.fromEntries(Object.entries(filter).filter(
        ([, value]) => typeof value === "string" && value !== ""));
      return post("/api/decide-all", {filter: wanted, count, ...decision});
    });
  }

  undo() {
    return this.enqueue(async () => {
      try {
        const change = await post("/api/undo", {});
        this.stored(change.flags);
        return change;
      } catch (error) {
        toast(error.message, error.status !== 404);
        return null;
      }
    });
  }

  // Without a verdict the settlement is taken back.
  settle(flag, agreed) {
    return this.enqueue(() => post("/api/settle", {flag, ...agreed}));
  }

  add(flag) {
    return this.enqueue(() => post("/api/add", flag));
  }
}

function withMine(flag, verdict) {
  const others = (flag.verdicts ?? []).filter(
    (one) => one.reviewer !== session.reviewer);
  return [...others, {reviewer: session.reviewer, ...verdict}];
}

// The first flag of the list from `start` on that the reviewer has not decided;
// looked up by the program, as most rows are not on the page.
export async function firstOpen(store) {
  const list = await get("/api/list", {...store.filter, decided: "undecided",
                                       limit: 100000});
  return list.flags.find((id) => store.places.has(id) &&
    !verdictBy(store.rows.get(id), session.reviewer)) ?? null;
}
