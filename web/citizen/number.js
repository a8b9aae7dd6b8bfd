// Keeps one's number true while the page is open, and calls when it is one's turn. Without it the page is read again by its link.
const box = document.getElementById('number');
const parts = document.querySelectorAll('#number [data-for]');
const fill = (text, words) => text.replace(/{(\w+)}/g, (_, name) => words[name] ?? '');
const lang = document.documentElement.lang.slice(0, 2);
const before = { fi: 'klo\u00a0', sv: 'kl.\u00a0' }[lang] ?? '';
// biome-ignore lint/style/noRestrictedGlobals: older phones have no Temporal
const time = (iso) => before + new Intl.DateTimeFormat(lang, { timeStyle: 'short' }).format(new Date(iso));
const ways = JSON.parse(box.dataset.directions);
const title = document.title;
let sound;
let warned = false;
let calls = Number(box.dataset.calls);
let ending;

/** A part of the sentence in a data attribute, filled and shown, or hidden when there is nothing to say. */
function say(name, words) {
  for (const one of document.querySelectorAll(`#number [data-${name}]`)) {
    one.hidden = !words;
    if (words) one.textContent = fill(one.dataset[name], words);
  }
}

function waitOf(told) {
  const wait = document.querySelector('[data-wait]');
  if (!told) wait.textContent = wait.dataset.unknown;
  else if (told.low === 0 && told.high <= 2) wait.textContent = wait.dataset.soon;
  else wait.textContent = fill(wait.dataset.range, told);
}

function show(place) {
  // Moved to another point one has another number: the whole page is of that point.
  if (place && place.code !== box.dataset.code) return location.reload();
  const state = place?.state ?? 'over';
  const was = box.dataset.state;
  box.dataset.state = state;
  for (const part of parts) part.hidden = part.dataset.for !== state;
  if (state === 'over') return over(was);
  clearTimeout(ending);
  // Moved to another point: its numbers are others.
  if (place.code !== box.dataset.code) return location.reload();
  if (place.counter) {
    const { name, direction } = place.counter;
    const counter = [name[lang], ways[direction]].filter(Boolean).join(', ');
    for (const one of document.querySelectorAll('[data-counter]')) one.textContent = fill(one.dataset.counter, { counter });
  }
  document.querySelector('[data-ahead]').textContent = place.place ? String(place.place - 1) : '–';
  waitOf(place.told);
  say('later', place.notBefore && { time: time(place.notBefore) });
  say('due', place.dueAt && { time: time(place.dueAt) });
  const { closing } = place;
  say('closing', closing && !closing.surely && { time: time(closing.at) });
  say('toolate', closing?.surely && { time: time(closing.at) });
  say('goeson', place.goesOn && {});
  say('more', place.more && {});
  say('once', place.calls < 2 && {});
  say('again', place.calls > 1 && { count: place.calls });
  if (state === 'called' && (was !== 'called' || place.calls > calls)) alarm(box.dataset.called, 3);
  if (state === 'waiting' && place.place !== null && place.place <= 2 && !warned) {
    warned = true;
    alarm(box.dataset.soon, 1);
  }
  if (state !== 'called') document.title = title;
  calls = place.calls;
}

/** What comes next is read from the page as it is now; for a minute the end may be taken back. */
function over(was) {
  document.title = title;
  clearTimeout(ending);
  ending = setTimeout(() => lines.close(), 90_000);
  document.dispatchEvent(new Event('visit-over'));
  if (was === 'over') return;
  fetch('/q')
    .then((answer) => answer.text())
    .then((text) => {
      const after = new DOMParser().parseFromString(text, 'text/html').querySelector('#number [data-for="over"]');
      if (after) document.querySelector('#number [data-for="over"]').replaceChildren(...after.childNodes);
    })
    .catch(() => {});
}

/** Heard, felt and seen: a phone in a pocket, one on a table, one with its sound off. */
function alarm(words, times) {
  document.title = words;
  if (navigator.userActivation?.hasBeenActive ?? true) navigator.vibrate?.(Array.from({ length: times }, () => [400, 200]).flat());
  if (!sound) return;
  for (let n = 0; n < times; n += 1) {
    const [tone, volume] = [sound.createOscillator(), sound.createGain()];
    const at = sound.currentTime + n * 0.7;
    tone.frequency.value = 880;
    volume.gain.setValueAtTime(0.4, at);
    volume.gain.exponentialRampToValueAtTime(0.001, at + 0.6);
    tone.connect(volume).connect(sound.destination);
    tone.start(at);
    tone.stop(at + 0.6);
  }
}

const lines = new EventSource('/q/live');
const readAnew = () =>
  fetch('/q/place')
    .then((answer) => (answer.ok ? answer.json() : undefined))
    .then((found) => found && show(found.place))
    .catch(() => {});
lines.onmessage = ({ data }) => {
  const { topic, payload } = JSON.parse(data);
  if (topic.startsWith('visit:')) show(payload ?? null);
};
lines.addEventListener('reset', readAnew);
lines.onopen = readAnew;

// Browsers let a page make a sound only after it has been touched.
const offer = document.querySelector('[data-sound]');
if (offer) offer.hidden = typeof AudioContext === 'undefined';
offer?.querySelector('button').addEventListener('click', () => {
  sound = new AudioContext();
  alarm(title, 1);
  document.title = title;
  offer.hidden = true;
});
