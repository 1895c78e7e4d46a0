// The sample article: puts the true address into the code to copy, and copies it.
(() => {
  "use strict";

  const site = new URL("..", document.baseURI).href.replace(/\/$/, "");
  const codes = document.querySelectorAll("code");
  codes.forEach((code) => {
    const text = code.textContent;
    // A policy names the host alone, everything else the folder of the explainer.
    const here = code.id === "policy" ? new URL(site).origin : site;
    if (text.includes("https://explainer.example")) {
      code.textContent = text.replaceAll("https://explainer.example", here);
    }
  });

  const status = document.querySelector("[data-status]");
  const select = (code) => {
    const range = document.createRange();
    range.selectNodeContents(code);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  };
  const copy = async (code) => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      status.textContent = "Copied.";
    } catch (_) {
      // Not allowed here: the reader can copy what is selected.
      select(code);
      status.textContent = "The code is selected: copy it with the keyboard.";
    }
  };
  document.querySelectorAll("[data-copy]").forEach((button) => {
    button.hidden = false;
    button.addEventListener("click", () => copy(document.getElementById(button.dataset.copy)));
  });
})();
