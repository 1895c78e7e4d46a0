// Arguments: a selector. Returns where the first visible element of it is, in whole pixels, or null.
const box = all(arguments[0]).find(shown)?.getBoundingClientRect();
return box ? [box.x, box.y, box.width, box.height].map(Math.round) : null;
