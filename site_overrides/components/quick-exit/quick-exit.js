// Leaves without a step back, by the link or by Shift three times within five seconds; the link works without this.
{
  const exit = document.querySelector("[data-exit]");
  const leave = () => { document.body.hidden = true; location.replace(exit.href); };
  let pressed = [];
  exit?.addEventListener("click", (event) => { event.preventDefault(); leave(); });
  if (exit) addEventListener("keydown", (event) => {
    if (event.key !== "Shift" || event.repeat) return;
    pressed = [...pressed, event.timeStamp].filter((time) => event.timeStamp - time < 5000);
    if (pressed.length === 3) leave();
  });
}
