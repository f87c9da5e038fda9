// Share and print: only where the browser can; the page is whole without them.
{
  const tools = document.querySelector(".sm-tools");
  const status = document.querySelector("[data-shared]");
  if (tools) {
    tools.hidden = false;
    tools.querySelector("[data-print]").addEventListener("click", () => print());
    tools.querySelector("[data-share]").addEventListener("click", async () => {
      const page = { title: document.title, url: location.href };
      if (navigator.share) return navigator.share(page).catch(() => undefined);
      await navigator.clipboard?.writeText(page.url);
      status.textContent = status.dataset.shared;
    });
  }
}
