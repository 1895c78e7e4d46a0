// Arguments: a selector. Returns whether what it selects lies, with its centre, in the visible part of its map.
const actor = all(arguments[0]).find(shown);
const map = actor?.closest('[data-view="map"]');
const frame = (actor?.ownerSVGElement ?? map)?.getBoundingClientRect();
const box = actor?.getBoundingClientRect();
if (!box || !frame) return false;
const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
return x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom;
