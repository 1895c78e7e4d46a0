// Measures within the page, from before it is read. What it finds is asked for by `reader.rs`.
window.bench = (() => {
  let longest = 0, ready = 0, done;
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) longest = Math.max(longest, task.duration);
  }).observe({ type: 'longtask', buffered: true });
  const isReady = new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      const { app } = document.documentElement.dataset;
      if (app === 'static' || app === undefined) return;
      ready = performance.now();
      observer.disconnect();
      resolve();
    }).observe(document, { subtree: true, attributeFilter: ['data-app'] });
  });

  const frame = () => new Promise(requestAnimationFrame);
  // Two frames after the last movement: what follows an action by observers has happened too.
  const rest = async () => {
    await frame();
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})));
    await frame();
    await frame();
  };

  const started = async () => {
    await isReady;
    await rest();
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    const sent = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
    return {
      app: document.documentElement.dataset.app,
      paint: paint.startTime,
      ready,
      longest,
      elements: document.getElementsByTagName('*').length,
      bytes: sent.reduce((sum, entry) => sum + entry.encodedBodySize, 0),
    };
  };

  // The places to try on something: along its longest line, where it is one, else over its box.
  const places = (element) => {
    const line = element.matches('[data-tie]') && element.querySelector('path');
    if (line) {
      const [length, matrix] = [line.getTotalLength(), line.getScreenCTM()];
      return [5, 4, 6, 3, 7, 2, 8].map((tenth) => line.getPointAtLength((length * tenth) / 10).matrixTransform(matrix));
    }
    const { left, top, width, height } = element.getBoundingClientRect();
    const parts = [0.5, 0.25, 0.75];
    return parts.flatMap((x) => parts.map((y) => ({ x: left + width * x, y: top + height * y })));
  };

  // A place where a press meets one of these, that by number or the next after it, and nothing else.
  const aim = (selector, number) => {
    const all = [...document.querySelectorAll(selector)].filter((element) => element.getClientRects().length > 0);
    for (let idx = 0; idx < all.length; idx++) {
      const element = all[(number + idx) % all.length];
      const { top, bottom } = element.getBoundingClientRect();
      if (top < 0 || bottom > innerHeight) element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const met = places(element).find(({ x, y }) => document.elementFromPoint(x, y)?.closest('a, button') === element);
      if (met) return { x: met.x, y: met.y };
    }
    return null;
  };

  // From the dispatch of the next click to the end of the frame after it.
  const arm = () => {
    done = new Promise((resolve) => {
      addEventListener('click', ({ timeStamp }) => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - timeStamp);
        port2.postMessage(null);
      }), { capture: true, once: true });
    });
  };

  // Where there is room for one picture, its tab is pressed first; this is not measured.
  const show = async (picture) => {
    const view = document.querySelector(`[data-view=${picture}]`);
    if (view.getClientRects().length === 0) {
      const name = picture === 'map' ? 'Map' : 'Timeline';
      [...document.querySelectorAll('[data-panel] button')].find((tab) => tab.textContent === name)?.click();
    }
    await rest();
  };

  return { started, rest, aim, arm, show, done: () => done };
})();
