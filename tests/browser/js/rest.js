// Arguments: a selector, then the function to call with whether its first visible element came to rest.
// Frames are counted, not time, so that a busy machine makes it slower and not wrong.
const [selector, done] = arguments;
const [STILL, LONGEST] = [5, 600];
const place = () => {
  const box = all(selector).find(shown)?.getBoundingClientRect();
  return box ? [box.x, box.y, box.width, box.height].map(Math.round).join() : null;
};
let [last, same, frames] = [null, 0, 0];
const look = () => {
  const now = place();
  same = now !== null && now === last ? same + 1 : 0;
  last = now;
  frames += 1;
  if (same >= STILL) done(true);
  else if (frames > LONGEST) done(false);
  else requestAnimationFrame(look);
};
look();
