// Arguments: the ids of all questions, points, actors, ties, events and sources. Returns what is missing or hidden.
const [questions, points, actors, ties, events, sources] = arguments;
const verdict = (selector) => {
  const found = all(selector);
  if (found.length === 0) return `${selector} is missing`;
  if (!found.some((element) => shown(element) && words(element))) return `${selector} is hidden or empty`;
  return null;
};
const rows = (list, ids) => ids.map((id) => `[data-list="${list}"] [data-row="${id}"]`);
return [
  ...questions.flatMap((id) => [`section[data-question="${id}"]`, `section[data-question="${id}"] [data-answer]`]),
  ...points.map((id) => `[data-claim="${id}"]`),
  ...rows("actors", actors),
  ...rows("ties", ties),
  ...rows("events", events),
  ...rows("sources", sources),
].map(verdict).filter(Boolean);
