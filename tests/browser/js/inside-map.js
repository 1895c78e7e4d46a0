// Arguments: a selector. Returns whether the actor that it selects stands in the visible part of its map.
const actor = all(arguments[0]).find(shown);
if (!actor) return false;
const frame = actor.ownerSVGElement.getBoundingClientRect();
const [x, y] = standing(actor);
return x >= frame.left && x <= frame.right && y >= frame.top && y <= frame.bottom;
