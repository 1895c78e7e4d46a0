// Arguments: the function to call with what the page has stored.
const [done] = arguments;
const count = async (list) => ((await list) ?? []).length;
(async () => ({
  cookie: document.cookie,
  local: localStorage.length,
  session: sessionStorage.length,
  databases: await count(indexedDB.databases?.()),
  caches: await count(window.caches?.keys()),
  workers: await count(navigator.serviceWorker?.getRegistrations()),
}))().then(done);
