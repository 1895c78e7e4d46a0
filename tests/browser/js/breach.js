// Does two things that a strict policy forbids: a style attribute, and a script in the page.
document.body.setAttribute("style", "opacity: 0.5");
try {
  const script = document.createElement("script");
  script.textContent = "window.__ran = true";
  document.head.append(script);
} catch {
  // Where the policy asks for trusted types, the text is refused before the script is.
}
