// Says whether it is open now, by the same hours as the table; the table is the truth. Words come with the script's tag.
{
  const words = document.currentScript.dataset;
  const language = document.documentElement.lang;
  const clock = (minutes) => `${String(Math.floor(minutes / 60) % 24).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  const say = (word, values) => word.replace(/{(\w+)}/g, (_, name) => values[name]);
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Amsterdam", hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" })
      .formatToParts(new Date()).map((part) => [part.type, part.value]),
  );
  const minute = parts.hour * 60 + +parts.minute;
  const noon = Date.parse(`${parts.year}-${parts.month}-${parts.day}T12:00Z`);
  const day = (ahead) => {
    const date = new Date(noon + ahead * 864e5);
    return { date, iso: date.toISOString().slice(0, 10), weekday: (date.getUTCDay() + 6) % 7 };
  };
  const spansOn = (hours, ahead) => hours.x[day(ahead).iso] || hours.w[day(ahead).weekday];
  const nextOpening = (hours) => {
    for (let ahead = 0; ahead < 7; ahead++) {
      const span = spansOn(hours, ahead).find(([start]) => ahead || start > minute);
      if (span) return { ahead, time: clock(span[0]) };
    }
  };
  const closedText = (hours) => {
    const next = nextOpening(hours);
    if (!next) return words.closed;
    if (!next.ahead) return say(words.later, next);
    const weekday = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" }).format(day(next.ahead).date);
    return say(words.next, { ...next, day: next.ahead === 1 ? words.tomorrow : weekday });
  };
  for (const state of document.querySelectorAll("[data-state]")) {
    const hours = JSON.parse(state.dataset.state);
    const night = spansOn(hours, -1).map(([start, end]) => [start - 1440, end - 1440]);
    const open = [...night, ...spansOn(hours, 0)].find(([start, end]) => start <= minute && minute < end);
    const soon = open && open[1] - minute <= 30;
    state.textContent = open ? say(soon ? words.soon : words.open, { time: clock(open[1]) }) : closedText(hours);
    state.closest(".sm-state").classList.toggle("sm-state--open", !!open);
  }
  for (const row of document.querySelectorAll(`.sm-hours [data-day~="${day(0).weekday}"]`)) row.classList.add("sm-today");
  for (const past of document.querySelectorAll("[data-until]")) past.hidden = past.dataset.until < day(0).iso;
}
