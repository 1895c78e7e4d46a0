// Arguments: the selector of a point. Returns the basis on its mark and the text of the details open now.
const claim = all(arguments[0]).find(shown);
return {
  basis: claim?.querySelector("[data-basis]")?.dataset.basis ?? claim?.dataset.basis ?? null,
  text: all('[data-view="detail"]').filter(shown).map(words).join(" | "),
};
