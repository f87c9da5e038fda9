// Keep, share and print: only where the browser can; the page is whole without them. Kept is what is pressed, no more.
// What a press needs comes with the press (`my-list/press.js`); modules do not load from a file share.
const tools = document.querySelector(".sm-tools");
const more = document.querySelector("script[data-press]")?.dataset.press;
const press = () => import(new URL(more, document.baseURI).href);
if (tools) start((name) => tools.querySelector(`[data-${name}]`));

function start(find) {
  tools.hidden = false;
  keeping(find("keep"));
  find("print").addEventListener("click", () => press().then((all) => all.printPage(), () => print()));
  find("share").addEventListener("click", () => press().then((all) => all.sharePage()));
  find("keep").hidden = find("share").hidden = location.protocol === "file:";
}

function keeping(button) {
  const { keep, remove } = button.dataset;
  const words = button.querySelector("span");
  const first = words.textContent;
  const show = () => {
    const held = new RegExp(`(^|,)${keep}([,;~]|$)`).test(localStorage.getItem("sm-list"));
    words.textContent = held ? remove : first;
    document.querySelector("[data-kept]").hidden = !held;
  };
  button.addEventListener("click", () => press().then((all) => all.toggle(keep)).then(show));
  addEventListener("pageshow", show);
}
