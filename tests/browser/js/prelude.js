const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const shown = (element) =>
  Boolean(element) &&
  element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
  [...element.getClientRects()].some((box) => box.width > 0 && box.height > 0);
const words = (element) => (element?.innerText ?? element?.textContent ?? "").replace(/\s+/g, " ").trim();
const named = (element) => {
  if (!element) return "nothing";
  const marks = [...element.attributes].filter((a) => a.name.startsWith("data-") || ["id", "href", "class"].includes(a.name));
  return `<${element.localName}${marks.map((a) => ` ${a.name}="${a.value}"`).join("")}>`;
};
// The picture of the map, and where an actor of it stands in the window, whatever hangs on it.
const picture = () => document.querySelector('[data-view="map"] [data-actor]').ownerSVGElement;
const standing = (actor) => {
  const { e, f } = actor.getScreenCTM();
  return [e, f];
};
// The size of a text on the screen, whatever transforms are on the way. In a picture the box of a text tells nothing
// of it: Firefox counts the outline in.
const size = (text) => {
  const own = parseFloat(getComputedStyle(text).fontSize);
  const matrix = text.getScreenCTM?.();
  if (matrix) return own * Math.hypot(matrix.a, matrix.b);
  return text.offsetHeight ? (own * text.getBoundingClientRect().height) / text.offsetHeight : own;
};
