// The program's interface (tools/review/server/api.h).

const STORED_TOKEN = "rashomon.token";

// The program prints an address with the token behind the '#'. It is kept for
// this address and taken out of the address bar, where it would be seen.
export function takeToken() {
  const match = /^#token=([0-9a-zA-Z]+)$/.exec(location.hash);
  if (!match) return;
  localStorage.setItem(STORED_TOKEN, match[1]);
  history.replaceState(null, "", location.pathname);
}

// What every request says: who asks, and whether names are hidden.
export const session = {reviewer: "", blind: false};

export class ApiError extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

function address(path, query) {
  const all = {...query};
  if (session.blind) all.blind = "1";
  const filled = Object.entries(all).filter(
    ([, value]) => value !== "" && value !== null && value !== undefined);
  const search = new URLSearchParams(filled).toString();
  return search ? `${path}?${search}` : path;
}

async function request(path, options) {
  let response;
  try {
    response = await fetch(path, {
      ...options,
      credentials: "omit",
      headers: {...options.headers,
                "X-Rashomon-Token": localStorage.getItem(STORED_TOKEN) ?? ""},
    });
  } catch {
    throw new ApiError(0, "the program does not answer; is rashomon review " +
                          "still running?");
  }
  if (response.ok) return response;
  let message = `the program answers ${response.status}`;
  try {
    message = (await response.json()).error ?? message;
  } catch {
    // No JSON: the status has to do.
  }
  throw new ApiError(response.status, message);
}

export async function get(path, query = {}) {
  const all = {reviewer: session.reviewer, ...query};
  return (await request(address(path, all), {method: "GET"})).json();
}

export async function post(path, body) {
  return (await request(address(path, {}), {
    method: "POST",
    headers: {"Content-Type": "application/json"},
    body: JSON.stringify({reviewer: session.reviewer, ...body}),
  })).json();
}

// A file to keep: its name and its bytes.
export async function download(path, query = {}) {
  const all = {reviewer: session.reviewer, ...query};
  const response = await request(address(path, all), {method: "GET"});
  const named = /filename="([^"]+)"/.exec(
    response.headers.get("Content-Disposition") ?? "");
  return {name: named ? named[1] : "export", blob: await response.blob()};
}
