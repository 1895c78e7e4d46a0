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
