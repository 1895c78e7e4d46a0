// Returns a tie of the question and a whole-pixel point where a pointer meets it, or null.
const fractions = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];
for (const tie of all('[data-view="map"] [data-tie][data-focus]')) {
  const lines = [tie, ...all("*", tie)].filter((shape) => shape.getTotalLength && shape.getScreenCTM());
  for (const line of lines) {
    for (const fraction of fractions) {
      const point = line.getPointAtLength(line.getTotalLength() * fraction).matrixTransform(line.getScreenCTM());
      const [x, y] = [Math.round(point.x), Math.round(point.y)];
      const hit = document.elementFromPoint(x, y)?.closest("[data-tie]");
      if (hit?.dataset.tie === tie.dataset.tie) return { id: tie.dataset.tie, x, y };
    }
  }
}
return null;
