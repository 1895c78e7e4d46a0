// Arguments: a selector. Returns a whole-pixel point where a pointer meets something it selects, and that thing's id.
// A line is met on its course, not in the middle of its box; what lies under something else is not met at all.
const selector = arguments[0];
const FRACTIONS = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];
const points = (shape) => {
  if (shape.getTotalLength && shape.getScreenCTM() && shape.closest("[data-tie]")) {
    const length = shape.getTotalLength();
    return FRACTIONS.map((fraction) => shape.getPointAtLength(length * fraction).matrixTransform(shape.getScreenCTM()));
  }
  const box = shape.getBoundingClientRect();
  return [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
};
for (const thing of all(selector)) {
  for (const shape of [thing, ...all("*", thing)]) {
    for (const point of points(shape)) {
      const [x, y] = [Math.round(point.x), Math.round(point.y)];
      if (document.elementFromPoint(x, y)?.closest(selector) === thing) {
        const { actor, tie, event, record } = thing.dataset;
        return { id: actor ?? tie ?? event ?? record ?? "", x, y };
      }
    }
  }
}
return null;
