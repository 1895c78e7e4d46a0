// Puts an explainer into a news page. For every
//   <div data-throughline="https://example.org/story/index.html">…</div>
// it adds a frame above what stands in the element (a link to the explainer,
// say), gives the frame the height that the explainer reports, and scrolls the
// page where the reader's own step led out of sight. Options: data-theme,
// data-lang, data-start, data-view, data-title. A frame that already stands in
// the element, <iframe data-throughline>, is adopted; one outside is left alone.
// An element that comes later gets its frame then. No dependency, no cookie, no
// storage, no global. Loading it twice is harmless: each copy takes only the
// elements that no other copy has taken.
(() => {
  "use strict";

  const OPTIONS = {
    theme: /^(light|dark|auto)$/,
    lang: /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i,
    start: /^[a-z0-9-]+$/,
    view: /^(all|map|timeline|walk)$/,
  };
  const FIRST_HEIGHT = 600;
  const LARGEST = 200000;
  // Kept free above what is brought into view: hosts have bars at the top.
  const MARGIN = 72;
  // What is taken is known to every copy of this script, and forgotten where the page is saved, or kept as text.
  const TAKEN = Symbol.for("throughline");
  const frames = new Map();

  const address = (box, frame) => {
    const given = box.dataset.throughline || frame.getAttribute("src");
    if (!given) throw new TypeError("no address");
    const url = new URL(given, document.baseURI);
    if (!/^https?:$/.test(url.protocol)) throw new TypeError("not a web address");
    for (const [key, form] of Object.entries(OPTIONS)) {
      const value = box.dataset[key];
      if (value && form.test(value)) url.searchParams.set(key, value);
    }
    return url;
  };

  const within = (least, number) => Number.isInteger(number) && number >= least && number <= LARGEST;

  const hello = (frame) => {
    if (frame.contentWindow) frame.contentWindow.postMessage({ target: "throughline", v: 1, type: "hello", data: {} }, "*");
  };

  const dress = (frame, box) => {
    frame.dataset.throughline = "";
    frame.title = box.dataset.title || frame.title || "Explainer";
    frame.allow = "fullscreen; clipboard-write";
    frame.loading = "lazy";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    // iOS widens a frame to its content unless its width is tiny and only the minimum is full.
    Object.assign(frame.style, { width: "1px", minWidth: "100%", border: "0", display: "block" });
  };

  // The host's style has the last word on the height, by an important one, a maximum or a wrapper for videos,
  // and the frame scrolls while it has less than it asks for. What an ancestor would cut off is left to it too.
  const fit = (frame) => {
    const { height } = frames.get(frame);
    if (!height) return;
    const style = (element) => getComputedStyle(element);
    frame.style.height = /absolute|fixed/.test(style(frame).position) ? "" : `${height}px`;
    const { top, bottom } = frame.getBoundingClientRect();
    let seen = bottom;
    for (let box = frame.parentElement; box && box !== document.body; box = box.parentElement) {
      const flow = style(box).overflowY;
      if (/auto|scroll/.test(flow)) break;
      if (flow !== "visible") seen = Math.min(seen, box.getBoundingClientRect().bottom);
    }
    // A closed panel shows nothing of it, and opens to its full height.
    if (seen < bottom - 1 && seen - top > 100) frame.style.height = `${seen - top}px`;
  };

  const mount = (box) => {
    // The parser may still be in the last element that there is.
    if (box[TAKEN] || (document.readyState === "loading" && !box.nextSibling)) return;
    box[TAKEN] = true;
    // The host's own, or one of this script in a page that was saved, or restored from its text.
    const found = box.querySelector("throughlineMounted" in box.dataset ? "iframe" : "iframe[data-throughline]");
    // A copy, not a new address on the old frame: that would be a step in the page's history.
    const frame = found ? found.cloneNode() : document.createElement("iframe");
    let url;
    try {
      url = address(box, frame);
    } catch (_) {
      console.error('Throughline: write the address of an explainer, data-throughline="https://…", into', box);
      return;
    }
    // Not every engine lets a loaded frame scroll again.
    const kept = found && found.src === url.href && !found.scrolling ? found : frame;
    dress(kept, box);
    kept.addEventListener("load", () => hello(kept));
    frames.set(kept, { origin: url.origin, height: found ? 0 : FIRST_HEIGHT });
    const sizes = new ResizeObserver(() => requestAnimationFrame(() => fit(kept)));
    for (let above = box; above; above = above.parentElement) sizes.observe(above);
    if (kept === found) {
      hello(kept);
      return;
    }
    frame.removeAttribute("scrolling");
    frame.src = url.href;
    if (found) {
      found.replaceWith(frame);
    } else {
      box.prepend(frame);
      fit(frame);
    }
  };

  const reveal = (frame, top, height) => {
    if (!within(0, top) || !within(0, height)) return;
    const y = frame.getBoundingClientRect().top + top;
    const padding = getComputedStyle(document.documentElement).scrollPaddingTop;
    const margin = Math.max(MARGIN, /%/.test(padding) ? 0 : parseFloat(padding) || 0);
    // Of what is higher than the window its head is enough.
    const seen = Math.min(height, (window.innerHeight - margin) / 2);
    if (y > margin - 2 && y + seen <= window.innerHeight) return;
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
    window.scrollBy({ top: y - margin, behavior });
  };
  const hear = (frame, { source, v, type, data }) => {
    if (source !== "throughline" || v !== 1 || !data) return;
    if (type === "height" && within(100, data.height)) {
      frames.get(frame).height = data.height;
      fit(frame);
    }
    if (type === "reveal") reveal(frame, data.top, data.height);
  };
  window.addEventListener("message", (event) => {
    if (!event.source || !event.data) return;
    for (const [frame, { origin }] of frames) {
      // A sandboxed frame has the origin "null".
      const own = event.source === frame.contentWindow && [origin, "null"].includes(event.origin);
      if (own) hear(frame, event.data);
    }
  });

  const mountAll = () => document.querySelectorAll("[data-throughline]:not(iframe)").forEach(mount);
  mountAll();
  document.addEventListener("DOMContentLoaded", mountAll);
  new MutationObserver(mountAll).observe(document, { childList: true, subtree: true });
})();
