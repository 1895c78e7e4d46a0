// Returns the actors that stand farthest to the left, right, top and bottom of those on the map that a pointer meets.
const met = all('[data-view="map"] [data-actor]').map((actor) => {
  const [x, y] = standing(actor);
  return { id: actor.dataset.actor, x, y, isMet: document.elementFromPoint(x, y)?.closest("[data-actor]") === actor };
}).filter(({ isMet }) => isMet);
const ends = (axis) => {
  const sorted = met.toSorted((one, other) => one[axis] - other[axis]);
  return [sorted[0], sorted.at(-1)];
};
return [...new Set([...ends("x"), ...ends("y")].filter(Boolean).map(({ id }) => id))];
