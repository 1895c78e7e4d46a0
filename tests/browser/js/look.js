// What a message could have changed: the marks on the page, its address, its title, its place.
const marks = [...document.documentElement.attributes].map((mark) => `${mark.name}=${mark.value}`).sort();
return [...marks, location.href, document.title, String(scrollY), String(all("[data-current], [data-selected]").length)];
