// Returns the actors whose centre lies outside the visible part of the map.
const frame = picture().getBoundingClientRect();
const isOutside = (actor) => {
  const box = actor.getBoundingClientRect();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  return !shown(actor) || x < frame.left || x > frame.right || y < frame.top || y > frame.bottom;
};
return all('[data-view="map"] [data-actor]').filter(isOutside).map((actor) => actor.dataset.actor);
