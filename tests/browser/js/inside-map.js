// Arguments: a selector. Returns whether the actor that it selects stands in the visible part of its map.
const actor = all(arguments[0]).find(shown);
const map = actor?.closest('[data-view="map"]');
const frame = (actor?.ownerSVGElement ?? map)?.getBoundingClientRect();
if (!frame) return false;
const [x, y] = standing(actor);
return x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom;
