// Puts an explainer into a news page. For every
//   <div data-throughline="https://example.org/story/index.html">…</div>
// it adds a frame above what stands in the element (a link to the explainer,
// say), and gives the frame the height that the explainer reports. Options:
// data-theme, data-lang, data-start, data-view, data-title. A frame that is
// already there, <iframe data-throughline>, is adopted.
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
  const frames = new Map();

  const address = (box, frame) => {
    const url = new URL(box.dataset.throughline || frame.getAttribute("src"), document.baseURI);
    if (!/^https?:$/.test(url.protocol)) throw new TypeError("not a web address");
    for (const [key, form] of Object.entries(OPTIONS)) {
      const value = box.dataset[key];
      if (value && form.test(value)) url.searchParams.set(key, value);
    }
    return url;
  };

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
      console.error(`Throughline: data-throughline needs the address of an explainer, not "${box.dataset.throughline}".`, box);
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
  const hear = (frame, message) => {
    if (message.source !== "throughline" || message.v !== 1 || message.type !== "height") return;
    const height = message.data && message.data.height;
    if (!Number.isInteger(height) || height < 100 || height > 200000) return;
    frame.style.height = `${height}px`;
    frame.setAttribute("scrolling", "no");
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
