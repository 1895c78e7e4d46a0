// Arguments: the function to call with the layout shifts so far, each with its size and what moved.
const [done] = arguments;
const seen = [];
const observer = new PerformanceObserver((list) => seen.push(...list.getEntries()));
observer.observe({ type: "layout-shift", buffered: true });
const element = (node) => (node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement);
const told = (shift) => {
  const box = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join();
  const moved = shift.sources
    .map(({ node, previousRect, currentRect }) => `${named(element(node))} from ${box(previousRect)} to ${box(currentRect)}`)
    .join(", ");
  return `a shift of ${shift.value.toFixed(4)}: ${moved}`;
};
// The entries that were there before come in a task of their own, which a frame later has run.
const tell = () => {
  seen.push(...observer.takeRecords());
  done(seen.filter((shift) => !shift.hadRecentInput && shift.value >= 0.0005).map(told));
};
requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(tell)));
