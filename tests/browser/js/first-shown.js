// Arguments: a selector. Returns the first element of it that can be seen, brought to where a pointer can meet it.
// A driver scrolls too, but does not wait for a page that scrolls smoothly, and does not look for what lies over it.
const element = all(arguments[0]).find(shown) ?? null;
const isMet = () => {
  const box = element.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return element.contains(document.elementFromPoint(x, y));
};
// In a frame as high as its page everything seems to be met, and it is the host that has to scroll.
const isFramed = window.parent !== window;
if (element && isFramed) element.scrollIntoView({ block: "center", behavior: "instant" });
for (const block of ["center", "start", "end"]) {
  if (!element || isMet()) break;
  element.scrollIntoView({ block, behavior: "instant" });
}
return element;
