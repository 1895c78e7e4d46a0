// Speaks to the page that shows this one in a frame: how high the content is,
// that the app runs or failed, which theme the host wants, and where the reader's
// own action led. Runs without the app, goes into the head before start.js, and
// is silent outside a frame.
//
// A frame as high as its content does not scroll: only the host can bring a part
// of it into view. The app, and start.js before it, tell with the event
// throughline-reveal, sent on the element that is to be seen; a host that has said hello is then sent `reveal`
// with its top and height, in CSS pixels from the top of the content.
//
// Only the content is measured, never the viewport, so the height cannot depend
// on the height that the host gives: that is what keeps it from looping. What
// is sent is no secret, so it goes to whichever host there is.
(() => {
  "use strict";
  if (window.parent === window) return;

  const html = document.documentElement;
  const quietly = (part) => {
    try {
      part();
    } catch (_) {
      // A browser that lacks one of these still shows the page.
    }
  };
  const post = (message) => quietly(() => window.parent.postMessage(message, "*"));
  const say = (type, data) => post({ source: "throughline", v: 1, story: html.dataset.story, type, data });

  // Hosts that use pym give each frame a name and expect text.
  let pymName = null;
  quietly(() => {
    pymName = new URLSearchParams(location.search).get("childId");
  });

  // Whether the host gives the frame the height that it is told. Then nothing is left to
  // scroll, and no scrollbar comes and goes while a new height is on its way. A host whose
  // style allows less leaves the scrolling to the frame: that is asked again with every
  // change of the frame, and once the host has had time to answer a new height.
  const ANSWER_MS = 1000;
  let sent = 0;
  let fitted = false;
  const compare = () => {
    fitted = Math.abs(window.innerHeight - sent) < 3;
    html.toggleAttribute("data-fitted", fitted);
  };
  window.addEventListener("resize", compare);
  const send = () => {
    say("height", { height: sent });
    post({ sentinel: "amp", type: "embed-size", height: sent });
    if (pymName) post(`pymxPYMx${pymName}xPYMxheightxPYMx${sent}`);
  };
  // A frame in a closed tab panel has no size yet: it keeps its last height.
  const measure = () => quietly(() => {
    const box = html.getBoundingClientRect();
    const height = Math.ceil(box.height);
    if (box.width === 0 || height === 0 || Math.abs(height - sent) < 2) return;
    sent = height;
    send();
    setTimeout(compare, ANSWER_MS);
  });
  let due = false;
  const measureSoon = () => {
    if (due) return;
    due = true;
    requestAnimationFrame(() => {
      due = false;
      measure();
    });
  };

  // Browsers hold back frames and observers while a frame is out of sight, so
  // the milestones of loading are measured at once.
  const begin = () => {
    // In a frame the lists scroll in boxes of their own, named as the sections that they stand in. Not the sections:
    // one that the address names would take the focus, and the host would lose it.
    quietly(() => document.querySelectorAll(".list-fold").forEach((list) => {
      list.tabIndex = 0;
      list.setAttribute("aria-labelledby", list.parentElement.getAttribute("aria-labelledby"));
    }));
    measure();
    quietly(() => new ResizeObserver(measureSoon).observe(document.body));
  };
  // In a task of its own: start.js puts the instruments in their place first, and no host is told a height that passes.
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => setTimeout(begin));
  else begin();
  window.addEventListener("load", measure);
  window.addEventListener("pageshow", measure);
  document.addEventListener("visibilitychange", measure);

  quietly(() => new MutationObserver(() => {
    measure();
    if (html.dataset.app === "ready") say("ready", {});
    if (html.dataset.app === "failed") say("error", { code: html.dataset.failure });
  }).observe(html, { attributeFilter: ["data-app"] }));

  let greeted = false;
  const reveal = (element) => {
    if (!greeted || !(fitted || html.scrollHeight < window.innerHeight + 3)) return false;
    // The new height first: the host may need it to have room to scroll.
    measure();
    const box = element.getBoundingClientRect();
    const top = Math.round(box.top - html.getBoundingClientRect().top);
    say("reveal", { top, height: Math.round(box.height) });
    return true;
  };
  // What the host takes on is no longer the app's to scroll to.
  document.addEventListener("throughline-reveal", (event) => quietly(() => {
    if (reveal(event.target)) event.preventDefault();
  }));

  const hear = (message) => {
    if (message.target !== "throughline" || message.v !== 1) return;
    if (message.type === "hello") {
      greeted = true;
      measure();
      if (sent > 0) send();
    }
    const theme = message.type === "theme" && message.data && message.data.theme;
    if (theme === "light" || theme === "dark") html.dataset.theme = theme;
    if (theme === "auto") delete html.dataset.theme;
  };
  window.addEventListener("message", (event) => {
    if (event.source === window.parent && event.data) quietly(() => hear(event.data));
  });

  // A step inside the frame is no step in the host's history: what the app has
  // not taken up replaces the address. The app listens on the document, so this
  // comes after it on the window.
  window.addEventListener("click", (event) => quietly(() => {
    if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest('a[href^="#"]');
    if (!link) return;
    event.preventDefault();
    const place = link.getAttribute("href");
    location.replace(place);
    // A question that does not show yet is asked for by start.js once it does.
    const target = document.getElementById(place.slice(1));
    if (target && target.getClientRects().length) reveal(target);
  }));
})();
