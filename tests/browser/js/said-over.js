// Returns which ties on the map say something at their lines, and each such text that lies over a name that is drawn,
// or over what another tie says.
const map = document.querySelector('[data-view="map"]');
// The letters of a text without ascenders and descenders, round the middle of its box: in Firefox a box counts the
// outline in, so that its edges say nothing.
const core = (text) => {
  const { left, right, top, bottom } = text.getBoundingClientRect();
  const px = size(text);
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  const [wide, high] = [(text.getComputedTextLength() * px) / parseFloat(getComputedStyle(text).fontSize) / 2, 0.36 * px];
  return { left: x - wide, right: x + wide, top: y - high, bottom: y + high };
};
const drawn = (selector) => all(selector, map).filter((text) => shown(text) && words(text));
const meet = (a, b) => Math.min(a.right, b.right) > Math.max(a.left, b.left) && Math.min(a.bottom, b.bottom) > Math.max(a.top, b.top);
const said = drawn("[data-label]");
const others = [...said, ...drawn("[data-actor] text")];
const over = (text) => others.filter((other) => other.dataset.label !== text.dataset.label && meet(core(text), core(other)));
return {
  said: [...new Set(said.map((text) => text.dataset.label))],
  faults: said.flatMap((text) => over(text).map((other) => `“${words(text)}” over “${words(other)}”`)),
};
