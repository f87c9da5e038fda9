// Says whether it is open now, by the same hours as the table; the table is the truth.
{
  const clock = (minutes) => `${String(Math.floor(minutes / 60) % 24).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  const here = (moment) => {
    const parts = Object.fromEntries(
      new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/Amsterdam", hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" })
        .formatToParts(moment).map((part) => [part.type, part.value]),
    );
    const iso = `${parts.year}-${parts.month}-${parts.day}`;
    return { iso, weekday: (new Date(`${iso}T12:00Z`).getUTCDay() + 6) % 7, minute: parts.hour * 60 + +parts.minute };
  };
  const spansOn = (hours, iso, weekday) => hours.x[iso] || hours.w[weekday];
  const before = (iso) => new Date(Date.parse(`${iso}T12:00Z`) - 864e5).toISOString().slice(0, 10);
  const now = here(new Date());
  for (const state of document.querySelectorAll("[data-state]")) {
    const hours = JSON.parse(state.dataset.state);
    const [open, closed, later] = state.dataset.words.split("|");
    const today = spansOn(hours, now.iso, now.weekday);
    const night = spansOn(hours, before(now.iso), (now.weekday + 6) % 7).map(([start, end]) => [start - 1440, end - 1440]);
    const span = [...night, ...today].find(([start, end]) => start <= now.minute && now.minute < end);
    const next = today.find(([start]) => start > now.minute);
    state.textContent = span ? `${open} ${clock(span[1])}` : next ? `${closed}, ${later} ${clock(next[0])}` : closed;
    state.classList.toggle("sm-state--open", !!span);
    state.hidden = false;
  }
  for (const row of document.querySelectorAll(`.sm-hours [data-day="${now.weekday}"]`)) row.classList.add("sm-today");
}
