/** What the page does: filters, copying, and the language. Without it all is there, unfiltered, in the language that was asked for. */
export const SCRIPT = `
const page = document.documentElement, shown = document.querySelector("#shown");
const inputs = Object.fromEntries(["text", "list", "state", "age"].map((id) => [id, document.getElementById(id)]));
const findings = [...document.querySelectorAll(".finding")];
// Not the source: its other lines are about something else. Not the other language.
const wordsOf = (one) => [...one.querySelectorAll("h3 > *, p, .way > li > code")].flatMap((part) => {
  const texts = part.matches(".t") ? [part] : [...part.querySelectorAll(":scope > .t")];
  return texts.length === 0 ? [part] : texts.filter((text) => text.lang === page.lang);
}).map((part) => part.textContent.toLowerCase()).join(" ");
let words = new Map();
function filter() {
  const wanted = inputs.text.value.toLowerCase();
  let n = 0;
  for (const one of findings) {
    const fits = [["list", "list"], ["state", "kind"], ["age", "age"]].every(([input, name]) => !inputs[input]?.value || one.dataset[name] === inputs[input].value);
    one.hidden = !fits || !words.get(one).includes(wanted);
    if (!one.hidden) n++;
  }
  shown.textContent = shown.getAttribute("data-" + page.lang.toLowerCase()).replace("{n}", n).replace("{all}", findings.length);
}
function speak(locale) {
  page.lang = locale;
  const name = "data-" + locale.toLowerCase();
  for (const one of document.querySelectorAll("[" + name + "]:not(output)")) {
    if (one.hasAttribute("aria-label")) one.setAttribute("aria-label", one.getAttribute(name));
    else one.textContent = one.getAttribute(name);
  }
  for (const button of document.querySelectorAll(".languages button")) button.setAttribute("aria-pressed", String(button.lang === locale));
  words = new Map(findings.map((one) => [one, wordsOf(one)]));
  filter();
}
for (const input of Object.values(inputs)) input?.addEventListener("input", filter);
for (const button of document.querySelectorAll(".languages button")) button.addEventListener("click", () => speak(button.lang));
speak(page.lang);
for (const button of document.querySelectorAll("button[data-for]")) button.addEventListener("click", async () => {
  const field = document.getElementById(button.dataset.for);
  field.select();
  try { await navigator.clipboard.writeText(field.value); } catch { document.execCommand("copy"); }
  button.nextElementSibling.replaceChildren(document.querySelector("#copied").content.cloneNode(true));
});
`;
