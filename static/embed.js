// Puts an explainer into a news page. For every
//   <div data-throughline="https://example.org/story/index.html">…</div>
// it adds a frame above what stands in the element (a link to the explainer,
// say), gives the frame the height that the explainer reports, and scrolls the
// page where the reader's own step led out of sight. Options: data-theme,
// data-lang, data-start, data-view, data-title. A frame that already stands in
// the element, <iframe data-throughline>, is adopted; one outside is left alone.
// No dependency, no cookie, no storage, no global. Loading it twice is harmless:
// each copy takes only the elements that no other copy has taken.
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
    frame.title = box.dataset.title || frame.title || "Explainer";
    frame.allow = "fullscreen; clipboard-write";
    frame.loading = "lazy";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    // iOS widens a frame to its content unless its width is tiny and only the minimum is full.
    Object.assign(frame.style, { width: "1px", minWidth: "100%", border: "0", display: "block" });
  };

  const mount = (box) => {
    if ("throughlineMounted" in box.dataset) return;
    box.dataset.throughlineMounted = "";
    const found = box.querySelector("iframe[data-throughline]");
    // A copy, not a new address on the old frame: that would be a step in the page's history.
    const frame = found ? found.cloneNode() : document.createElement("iframe");
    let url;
    try {
      url = address(box, frame);
    } catch (_) {
      console.error('Throughline: write the address of an explainer, data-throughline="https://…", into', box);
      return;
    }
    const kept = found && found.src === url.href ? found : frame;
    dress(kept, box);
    kept.addEventListener("load", () => hello(kept));
    frames.set(kept, url.origin);
    if (kept === found) {
      hello(kept);
      return;
    }
    frame.src = url.href;
    if (found) {
      found.replaceWith(frame);
    } else {
      frame.style.height = `${FIRST_HEIGHT}px`;
      box.prepend(frame);
    }
  };

  // Scrolling goes only once a good height has come: a frame that never
  // speaks keeps its own scrollbar, and nothing in it is lost.
  const fit = (frame, height) => {
    if (!within(100, height)) return;
    frame.style.height = `${height}px`;
    frame.setAttribute("scrolling", "no");
  };
  const reveal = (frame, top, height) => {
    if (!within(0, top) || !within(0, height)) return;
    const y = frame.getBoundingClientRect().top + top;
    // Of what is higher than the window its head is enough.
    const seen = Math.min(height, (window.innerHeight - MARGIN) / 2);
    if (y > MARGIN - 2 && y + seen <= window.innerHeight) return;
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
    window.scrollBy({ top: y - MARGIN, behavior });
  };
  const hear = (frame, { source, v, type, data }) => {
    if (source !== "throughline" || v !== 1 || !data) return;
    if (type === "height") fit(frame, data.height);
    if (type === "reveal") reveal(frame, data.top, data.height);
  };
  window.addEventListener("message", (event) => {
    if (!event.source || !event.data) return;
    for (const [frame, origin] of frames) {
      // A sandboxed frame has the origin "null".
      const own = event.source === frame.contentWindow && [origin, "null"].includes(event.origin);
      if (own) hear(frame, event.data);
    }
  });

  const mountAll = () => document.querySelectorAll("[data-throughline]:not(iframe)").forEach(mount);
  mountAll();
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", mountAll);
})();
