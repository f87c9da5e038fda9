// Keep, share and print: only where the browser can; the page is whole without them. Kept is what is pressed, no more.
import { has, withItem, without } from '../my-list/codec.js';
import { keep, read, works } from '../my-list/store.js';

const tools = document.querySelector(".sm-tools");
if (tools) start();

function start() {
  const find = (name) => tools.querySelector(`[data-${name}]`);
  const status = document.querySelector("[data-shared]");
  tools.hidden = false;
  keeping(find("keep"));
  find("print").addEventListener("click", async () => {
    await drawCode().catch(() => undefined);
    print();
  });
  find("share").addEventListener("click", async () => {
    const page = { title: document.title, url: location.href };
    if (navigator.share) return navigator.share(page).catch(() => undefined);
    await navigator.clipboard?.writeText(page.url);
    status.textContent = status.dataset.shared;
  });
}

function keeping(button) {
  const words = [button.textContent, button.dataset.remove];
  const kept = document.querySelector("[data-kept]");
  const show = () => {
    const held = has(read(), button.dataset.keep);
    button.querySelector("span").textContent = words[Number(held)];
    kept.hidden = !held;
  };
  button.hidden = !works();
  button.addEventListener("click", () => {
    const list = read();
    keep(has(list, button.dataset.keep) ? without(list, button.dataset.keep) : withItem(list, button.dataset.keep));
    show();
  });
  addEventListener("pageshow", show);
  show();
}

/* The code of this page's address, for who holds the paper: drawn on the press, so that no page carries it. */
async function drawCode() {
  const at = document.querySelector(".sm-print-address");
  const script = document.querySelector("script[data-qr]");
  if (!at || !script || document.querySelector(".sm-qr")) return;
  const { drawQr } = await import(new URL(script.dataset.qr, document.baseURI).href);
  at.after(drawQr(at.textContent.trim() || location.href, at.textContent.trim() || location.href));
}
