// Runs before anything else in the page and writes down whatever goes wrong.
(() => {
  const trouble = (window.__trouble = []);
  const note = (kind, text) => trouble.push(`${kind}: ${text}`);
  addEventListener("error", (event) => {
    const target = event.target;
    // Where in the wasm it trapped; other errors say themselves where they are.
    const trap = /RuntimeError/.test(event.message) ? ` in ${event.error?.stack}` : "";
    note("error", event.message ? event.message + trap : `${target?.localName} ${target?.src || target?.href || ""}`);
  }, true);
  addEventListener("unhandledrejection", (event) => note("rejection", String(event.reason)));
  addEventListener("securitypolicyviolation", (event) => {
    note("policy", `${event.effectiveDirective} blocked ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
  });
  const error = console.error;
  console.error = (...words) => {
    note("console", words.map(String).join(" "));
    error.apply(console, words);
  };
})();
