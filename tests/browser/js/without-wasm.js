// Runs before anything else in the page: a browser in which WebAssembly is switched off has no such object.
delete window.WebAssembly;
