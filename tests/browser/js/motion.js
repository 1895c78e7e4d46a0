// Steps on, and answers which actors of the map travel and which fade in once the step has been drawn.
const done = arguments[arguments.length - 1];
all('[data-action="next"]').find(shown).click();
requestAnimationFrame(() =>
  requestAnimationFrame(() => {
    const moved = (property) =>
      document
        .getAnimations()
        .filter((animation) => animation.transitionProperty === property)
        .map((animation) => animation.effect.target.dataset.actor)
        .filter(Boolean);
    done({ travelling: moved("transform"), fading: moved("opacity") });
  }),
);
