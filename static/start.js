// Starts the page: says how it is to look before the first paint, then fetches
// the app. The press puts this text into the head of every page and allows it
// by its hash, so it must stay a classic script, and must not throw: whatever
// goes wrong here, the document below is complete without it.
//
// What it leaves on <html>: data-script and data-only (what is hidden because the
// app shows it in its own way: both go when it fails), data-embed, data-theme,
// data-at (the question that the address names, until the app runs), data-seek
// (the document may still be on its way), and on failure data-app="failed" with
// data-failure, one of the keys of TEXT.
(() => {
  "use strict";

  const SLOW_MS = 8000;
  const DEADLINE_MS = 20000;
  const RETRY = "Try again";
  const TEXT = {
    slow: "The interactive map and timeline are still loading. Everything can be read meanwhile.",
    unsupported: "This browser does not run the interactive map and timeline. Everything can be read below.",
    network: "The interactive map and timeline could not be loaded. Everything can still be read below.",
    broken: "The interactive map and timeline could not start here. Everything can still be read below.",
    stopped: "The interactive map and timeline have stopped. Everything can still be read below.",
  };

  const html = document.documentElement;
  const script = document.currentScript.dataset;
  const app = () => html.dataset.app;
  const quietly = (part) => {
    try {
      return part();
    } catch (_) {
      return undefined;
    }
  };
  const parsed = new Promise((resolve) => {
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", resolve, { once: true });
    } else {
      resolve();
    }
  });

  // How the page looks: from the query, each value one of a closed list.
  const query = quietly(() => new URLSearchParams(location.search)) || new Map();
  const look = (attribute, key, allowed) => {
    const value = query.get(key);
    if (allowed.includes(value)) html.dataset[attribute] = value;
  };
  const hide = () => {
    html.dataset.script = "";
    look("only", "view", ["map", "timeline", "walk"]);
  };
  hide();
  if (window.parent !== window) html.dataset.embed = "";
  look("theme", "theme", ["light", "dark"]);

  // Where the reader is: the fragment first, then the host's wish. What newsletters and
  // sentences hang on to an id (?utm_source=nl, a full stop) is ignored; a foreign fragment
  // (#?secret=…, #amp=1) has another form and names nothing. src/nav/address.rs reads alike.
  const idIn = (text) => (/^#?([a-z][a-z0-9-]*)(?![\w=-])/.exec(text) || [])[1];
  const named = () => idIn(location.hash);
  const wished = () => idIn(query.get("start") || "");
  // A question, or what stands in one: the link to a point shows its question.
  const questionOf = (id) => {
    const thing = id && document.getElementById(id);
    return thing && thing.closest("section[data-question]");
  };
  // Where the page opens, as the app will: an actor, a tie, an event or a note under
  // the first question that concerns it. Its row ends with the links to those.
  const openingOf = (id) => {
    const row = id && document.querySelector(`[data-list]:not([data-list=sources]) > [data-row="${id}"]`);
    if (!row) return questionOf(id);
    const link = row.querySelector(".asked a");
    return (link && questionOf(link.hash.slice(1))) || document.querySelector("section[data-question]");
  };

  // The list of questions is closed once one has been chosen: it would stand between the reader and the answer.
  const fold = () => document.querySelector(".contents details").removeAttribute("open");
  const show = (section) => {
    html.dataset.at = section.dataset.question;
    fold();
    place(section);
  };
  // Where the stage has no place beside the text, the instruments stand in the question: what is seen first comes first.
  // The app says so too, and carries them along.
  const BESIDE = "(min-width: 56.25em)";
  const place = (section) => {
    const isBeside = !section || matchMedia(BESIDE).matches || "only" in html.dataset;
    const home = isBeside ? document.querySelector(".page") : section.querySelector(".slot");
    home.append(document.getElementById("instruments"));
  };
  window.addEventListener("click", (event) => quietly(() => {
    if (app() === "static" && event.target.closest(".contents a")) fold();
  }));
  // Until the document is there, only a question can be found by its id, and while
  // none has been found the style sheet shows none. What the app will take over is
  // kept as it came: before anybody translates it.
  let untouched = null;
  const first = named() || wished();
  if (first) html.dataset.at = html.dataset.seek = first;
  parsed.then(() => quietly(() => {
    delete html.dataset.at;
    delete html.dataset.seek;
    if (app() !== "static") return;
    untouched = document.getElementById("instruments").cloneNode(true);
    const section = openingOf(named()) || openingOf(wished());
    if (section) show(section);
    else place(document.querySelector("section[data-question]"));
  }));
  window.addEventListener("hashchange", () => quietly(() => {
    const section = app() === "static" && questionOf(named());
    if (!section) return;
    show(section);
    // The browser looked for the target while it was still hidden.
    const heading = section.querySelector("h2");
    const framed = "embed" in html.dataset;
    heading.focus({ preventScroll: framed });
    // In a frame the host is asked first, and only the frame's own page is scrolled.
    const asked = framed && new Event("throughline-reveal", { bubbles: true, cancelable: true });
    if (asked && heading.dispatchEvent(asked)) scrollBy(0, heading.getBoundingClientRect().top - 8);
  }));

  // A page further begins below what sticks to the window (base.css): said while the key is down, and before the
  // browser looks how far to go.
  window.addEventListener("keydown", (event) => quietly(() => {
    if (![" ", "PageDown", "PageUp"].includes(event.key)) return;
    html.dataset.paging = "";
    getComputedStyle(html).scrollPaddingTop.trim();
  }), true);
  window.addEventListener("keyup", () => delete html.dataset.paging, true);

  // One discreet line, and a way to try again where that can help.
  const notice = (code) => parsed.then(() => quietly(() => {
    const line = document.querySelector("[data-notice]");
    if (!line) return;
    line.hidden = !code;
    line.textContent = code ? `${TEXT[code]} ` : "";
    if (code !== "network" && code !== "stopped") return;
    const retry = document.createElement("a");
    retry.href = location.href;
    retry.textContent = RETRY;
    retry.addEventListener("click", (event) => {
      event.preventDefault();
      location.reload();
    });
    line.append(retry);
  }));
  // The instruments as they came. A browser's translation wraps every text in elements of
  // its own, an extension swaps or moves elements, and the app takes over only what is as it
  // was built; when it has failed, what it showed last is one question's. The focus stays
  // where it was.
  const restore = () => quietly(() => {
    const now = document.getElementById("instruments");
    if (now.isEqualNode(untouched)) return;
    const links = () => [...now.querySelectorAll("a, button")];
    const were = links();
    const focused = were.indexOf(document.activeElement);
    now.replaceChildren(...untouched.cloneNode(true).childNodes);
    const are = links();
    if (focused !== -1 && are.length === were.length) are[focused].focus({ preventScroll: true });
  });
  const fail = (code) => quietly(() => {
    if (app() === "failed") return;
    const here = questionOf(html.dataset.at) || document.querySelector("section[data-current]");
    html.dataset.failure = code;
    html.dataset.app = "failed";
    for (const hidden of ["script", "only", "at", "seek"]) delete html.dataset[hidden];
    notice(code);
    if (untouched) restore();
    place(null);
    // What the app has filtered out or folded away is there again.
    document.querySelectorAll("[data-claim]").forEach((claim) => claim.removeAttribute("hidden"));
    document.querySelectorAll(".list-fold").forEach((list) => list.setAttribute("open", ""));
    // Every question shows now: keep the one that was being read in sight.
    const moved = here && here !== document.querySelector("section[data-question]");
    if (moved && !("embed" in html.dataset)) here.scrollIntoView();
  });

  // The app's glue, its wasm and the story's data stand beside the page, or in its folder where a server answers
  // the folder's name, without the slash, with the page.
  const filesFrom = (base) => [script.js, script.wasm, script.model].map((path) => quietly(() => new URL(path, base).href));
  const folder = /\/[^/.]+$/.test(location.pathname) ? `${location.pathname}/` : "";
  const beside = filesFrom(document.baseURI);
  const inside = folder ? filesFrom(`${location.origin}${folder}`) : [];
  const files = [...beside, ...inside].filter(Boolean);
  // A trap of the app or of its glue: the instance is dead, also after ready.
  const isOurs = (error, file) => {
    if (error instanceof DOMException) return false;
    const kinds = ["RuntimeError", "CompileError", "LinkError"];
    if (kinds.some((kind) => error instanceof WebAssembly[kind])) return true;
    const trace = `${file} ${error && error.stack}`;
    return files.some((url) => trace.includes(url));
  };
  const watch = (error, file) => quietly(() => {
    if (isOurs(error, file)) fail(app() === "ready" ? "stopped" : "broken");
  });
  window.addEventListener("error", (event) => watch(event.error, event.filename));
  window.addEventListener("unhandledrejection", (event) => watch(event.reason, ""));

  // The app says itself that it runs; a late start takes a failure back.
  quietly(() => new MutationObserver(() => {
    if (app() !== "ready") return;
    delete html.dataset.failure;
    hide();
    notice("");
  }).observe(html, { attributeFilter: ["data-app"] }));

  // Compiled before it is started, so that nothing changes the page in between. Only the bare
  // type can be compiled as it comes: with a parameter, or as another type, it is taken as bytes.
  const compile = async (response) => {
    const isWasm = /^application\/wasm$/i.test(response.headers.get("content-type"));
    return isWasm ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
  };
  const start = async () => {
    if (typeof WebAssembly !== "object") return fail("unsupported");
    const patience = new AbortController();
    setTimeout(() => app() === "static" && notice("slow"), SLOW_MS);
    setTimeout(() => {
      if (app() !== "static") return;
      patience.abort();
      fail("network");
    }, DEADLINE_MS);
    // A task of its own: the page just parsed is drawn first, and a tap is answered in between.
    const nextTask = () => new Promise((resolve) => setTimeout(resolve));
    const drawn = parsed.then(nextTask);
    const get = async (file) => {
      const ask = () => fetch(file, { signal: patience.signal });
      const response = await ask().catch(ask);
      if (!response.ok) throw new TypeError(`${response.status} for ${response.url}`);
      return response;
    };
    const load = ([js, wasm, model]) => Promise.all([
      import(js),
      get(wasm).then(compile),
      get(model).then((response) => response.arrayBuffer()),
      drawn,
    ]);
    const [module, compiled, model] = await load(beside).catch(async (error) => {
      if (!folder || app() !== "static") throw error;
      const loaded = await load(inside).catch(() => {
        throw error;
      });
      // The links of the page are meant from there too.
      quietly(() => history.replaceState(history.state, "", `${folder}${location.search}${location.hash}`));
      return loaded;
    });
    await module.default({ module_or_path: compiled });
    // To make the app and to take the page over are two tasks: a tap is answered in between.
    await nextTask();
    if (app() !== "static") return;
    restore();
    if (!module.hydrate(new Uint8Array(model))) fail("broken");
  };
  // A network that fails is a TypeError, a broken or refused file is not.
  start().catch((error) => fail(error instanceof TypeError ? "network" : "broken"));
})();
