// Arguments: the selector of an actor on the map. Returns the size of its name, and whether that lies in the frame;
// nothing where no name is drawn.
const actor = all(arguments[0]).find(shown);
const names = actor ? all("text", actor).filter((text) => shown(text) && words(text)) : [];
if (names.length === 0) return null;
const outer = picture().getBoundingClientRect();
const inside = names.every((name) => {
  const box = name.getBoundingClientRect();
  return box.left >= outer.left - 1 && box.right <= outer.right + 1 && box.top >= outer.top - 1 && box.bottom <= outer.bottom + 1;
});
return { px: Math.min(...names.map(size)), inside };
