// Returns what has more content than it shows, and how many undated events can be seen.
const clips = (element) => {
  const { overflowX, overflowY } = getComputedStyle(element);
  return (
    (overflowY !== "visible" && element.scrollHeight > element.clientHeight + 1) ||
    (overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1)
  );
};
// A text for screen readers is cut to a point on purpose.
const cut = all("body *").filter((element) => shown(element) && element.clientHeight > 1 && clips(element));
return [cut.map(named), all("[data-tray] [data-event]").filter(shown).length];
