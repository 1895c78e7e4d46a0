// Returns each actor on the map with a name of two lines, and how far these are apart, in sizes of their type.
const lines = (actor) => all("text, tspan", actor).filter((line) => shown(line) && words(line) && !line.querySelector("tspan"));
return all('[data-view="map"] [data-actor]')
  .filter(shown)
  .map((actor) => [actor.dataset.actor, lines(actor)])
  .filter(([, found]) => found.length === 2)
  .map(([id, [one, other]]) => {
    const [upper, lower] = [one, other].map((line) => line.getBoundingClientRect());
    return [id, (lower.top - upper.top) / size(one.closest("text"))];
  });
