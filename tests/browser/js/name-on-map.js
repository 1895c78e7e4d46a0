// Arguments: the selector of an actor on the map. Returns the size of its name, whether that lies in the frame, how many
// others stand in the frame with it, and how many of these have a name; nothing where its own is not drawn.
const isName = (text) => shown(text) && words(text);
const actor = all(arguments[0]).find(shown);
const names = actor ? all("text", actor).filter(isName) : [];
if (names.length === 0) return null;
// What is larger than its frame is scrolled in it.
const outer = picture().parentElement.getBoundingClientRect();
const inside = names.every((name) => {
  const box = name.getBoundingClientRect();
  return box.left >= outer.left - 1 && box.right <= outer.right + 1 && box.top >= outer.top - 1 && box.bottom <= outer.bottom + 1;
});
const others = all('[data-view="map"] [data-actor]').filter((other) => {
  const [x, y] = standing(other);
  return other !== actor && shown(other) && x > outer.left && x < outer.right && y > outer.top && y < outer.bottom;
});
const withName = others.filter((other) => all("text", other).some(isName));
return { px: Math.min(...names.map(size)), inside, others: others.length, named: withName.length };
