// What can be chosen on the pictures but leads nowhere, or is not told to who cannot see it.
const links = all('[data-view="map"] :is([data-actor], [data-tie]), [data-view="timeline"] :is([data-event], [data-record])');
const isTold = (link) => (link.getAttribute("aria-label") || words(link)) && !link.closest('[aria-hidden="true"]');
return links
  .filter((link) => {
    const id = link.dataset.actor ?? link.dataset.tie ?? link.dataset.event ?? link.dataset.record;
    return link.getAttribute("href") !== `#${id}` || !isTold(link);
  })
  .map(named);
