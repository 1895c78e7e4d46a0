// Arguments: a selector, then the function to call with whether its first visible element came to rest.
const [selector, done] = arguments;
const place = () => {
  const element = all(selector).find(shown);
  const box = element?.getBoundingClientRect();
  return box ? [box.x, box.y, box.width, box.height].map(Math.round).join() : null;
};
const STILL = 4;
let [last, same, frames] = [null, 0, 0];
const look = () => {
  const now = place();
  same = now !== null && now === last ? same + 1 : 0;
  last = now;
  frames += 1;
  if (same >= STILL) done(true);
  else if (frames > 600) done(false);
  else requestAnimationFrame(look);
};
look();
