window.__heard = [];
addEventListener("message", (event) => window.__heard.push(event.data));
