// Returns how far apart the outermost actors of the map are drawn, across, in pixels.
const centres = all('[data-view="map"] [data-actor]').filter(shown).map((actor) => {
  const box = actor.getBoundingClientRect();
  return box.x + box.width / 2;
});
return Math.max(...centres) - Math.min(...centres);
