// Arguments: two distances. Returns the ties in focus with the middle of the line of each, in the window and inside the
// map, where no other line in focus comes nearer than the first, no line at all nearer than the second, and no actor is.
const [near, touching] = arguments;
const frame = picture().getBoundingClientRect();
const at = (line, length) => line.getPointAtLength(length).matrixTransform(line.getScreenCTM());
const course = (line) => {
  const length = line.getTotalLength();
  return Array.from({ length: 101 }, (_, step) => at(line, (length * step) / 100));
};
const ties = all('[data-view="map"] [data-tie]').map((tie) => ({ tie, line: tie.querySelector("path") }));
const drawn = ties
  .filter(({ line }) => shown(line))
  .map(({ tie, line }) => ({ id: tie.dataset.tie, isFocus: "focus" in tie.dataset, points: course(line) }));
const isFree = (id, { x, y }) =>
  drawn.every((other) => {
    const distance = other.isFocus ? near : touching;
    return other.id === id || other.points.every((point) => Math.hypot(point.x - x, point.y - y) >= distance);
  });
const isInside = ({ x, y }) => x > frame.left && x < frame.right && y > frame.top && y < Math.min(frame.bottom, innerHeight);
return drawn
  .filter(({ isFocus }) => isFocus)
  .map(({ id, points }) => ({ id, x: Math.round(points[50].x), y: Math.round(points[50].y) }))
  .filter((middle) => isInside(middle) && isFree(middle.id, middle))
  .filter(({ x, y }) => !document.elementFromPoint(x, y)?.closest("[data-actor]"));
