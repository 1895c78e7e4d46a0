// Arguments: the selector of a region's button. Returns how many of its actors stand in the frame and how many it says
// that it has, the smallest name on the map, and how many actors have none.
const button = all(arguments[0])[0];
const frame = picture().parentElement.getBoundingClientRect();
const actors = all('[data-view="map"] [data-actor]').filter(shown);
const isInside = (actor) => {
  const [x, y] = standing(actor);
  return x > frame.left && x < frame.right && y > frame.top && y < frame.bottom;
};
const names = (actor) => all("text", actor).filter((text) => shown(text) && words(text));
return {
  inside: actors.filter((actor) => actor.dataset.tint === button.dataset.tint && isInside(actor)).length,
  count: Number(/\d+$/.exec(words(button))),
  smallest: Math.min(...actors.flatMap(names).map(size)),
  nameless: actors.filter((actor) => names(actor).length === 0).length,
};
