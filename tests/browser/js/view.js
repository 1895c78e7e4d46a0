// What a reader could tell about the page at this moment.
const link = (element) => element.getAttribute("href") ?? named(element);
const marked = (kind) => [...new Set(all(`[data-${kind}][data-selected]`).map((element) => element.dataset[kind]))];
const decoded = (text) => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};
const active = document.activeElement;
const details = all('[data-view="detail"]').filter(shown);
return {
  app: document.documentElement.dataset.app ?? "",
  current: all("section[data-question][data-current]").map((section) => section.dataset.question),
  shown: all("section[data-question]").filter(shown).map((section) => section.dataset.question),
  steps: all('[aria-current="step"]').map(link),
  fragment: decoded(location.hash),
  focus: named(active),
  focused_question: active?.closest("section[data-question]")?.dataset.question ?? null,
  announced: all('[role="status"], [aria-live="polite"], [aria-live="assertive"]').map(words).filter(Boolean),
  progress: all("body *")
    .filter((element) => element.childElementCount <= 6 && /^\D{0,12}\d+ of \d+\D{0,12}$/.test(element.textContent.trim()))
    .filter((element) => shown(element) && !element.closest('[role="status"], [aria-live]'))
    .map(words),
  notices: all("[data-notice]").filter(shown).map(words),
  actors: marked("actor"),
  ties: marked("tie"),
  events: marked("event"),
  details: details.map((detail) => ({
    text: words(detail),
    bases: [...all("[data-basis]", detail), detail.closest("[data-basis]")].filter(Boolean).map((mark) => mark.dataset.basis),
  })),
  trouble: window.__trouble ?? null,
};
