// Hides what is over, also when the page was made days ago, and says which day is today. The page is whole without it.
{
  const local = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam", dateStyle: "short", timeStyle: "short" });
  const now = local.format(Date.now()).replace(" ", "T");
  const tomorrow = local.format(Date.now() + 864e5).slice(0, 10);
  for (const item of document.querySelectorAll("[data-over]")) item.hidden = item.dataset.over <= now;
  for (const list of document.querySelectorAll(".sm-events--few")) {
    list.classList.remove("sm-events--few");
    list.querySelectorAll(":scope > :not([hidden])").forEach((item, at) => (item.hidden = at > 4));
  }
  for (const day of document.querySelectorAll("[data-day-of]")) {
    const iso = day.dataset.dayOf;
    const word = iso === now.slice(0, 10) ? "today" : iso === tomorrow ? "tomorrow" : "";
    if (word) day.querySelector("h2").prepend(day.parentElement.dataset[word]);
    day.hidden = !day.querySelector(".sm-event:not([hidden])");
  }
  for (const ended of document.querySelectorAll("[data-ended]")) {
    if (ended.dataset.ended >= now.slice(0, 10)) continue;
    ended.hidden = false;
    for (const part of document.querySelectorAll("[data-running]")) part.hidden = !part.querySelector(".sm-card");
  }
  for (const none of document.querySelectorAll("[data-none]")) {
    const old = none.dataset.none && none.dataset.none !== now.slice(0, 10);
    none.textContent = old ? none.dataset.old : none.textContent;
    none.hidden = !!none.parentElement.querySelector(".sm-event:not([hidden]), .sm-card");
  }
}
