// Suggestions while one types, and which hit was chosen. Without it the form is sent as it is and nothing is missing.
const api = '/api/public/knowledge/search';
const KINDS = ['service', 'life-event', 'e-service', 'form', 'place'];
const WAIT_MS = 180;
const SHORTEST = 3;

const post = (url, body, options = {}) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-polku-csrf': '1' },
    body: JSON.stringify(body),
    ...options,
  });

const pages = {
  service: ({ providers }) => providers?.first[0] && `/services/${providers.first[0].serviceId}`,
  'life-event': ({ id }) => `/life-events/${id}`,
  'e-service': ({ id }) => `/channels/${id}`,
  form: ({ id }) => `/channels/${id}`,
  place: ({ id }) => `/places/${id}`,
};

/** The page is left at once, so nobody waits for this to arrive, and nobody misses it when it does not. */
function tellChoice(words, language, { kind, id }) {
  post(`${api}/choices`, { words, language, kind, id }, { keepalive: true }).catch(() => {});
}

function row(hit, href, { kinds, language }, field) {
  const [item, link, words, title, kind] = ['li', 'a', 'span', 'b', 'small'].map((name) => document.createElement(name));
  link.className = 'go plain';
  link.href = href;
  title.textContent = hit.title;
  if (hit.language !== language) title.lang = hit.language;
  kind.textContent = [kinds[hit.kind], hit.providers?.first[0]?.name].filter(Boolean).join(', ');
  words.append(title, kind);
  link.append(words);
  link.addEventListener('click', () => tellChoice(field.value.trim(), language, hit));
  item.append(link);
  return item;
}

function suggest(box) {
  const field = box.closest('form').elements.words;
  const [status, list] = [box.querySelector('[role=status]'), box.querySelector('ul')];
  const { language, one, many } = box.dataset;
  const known = { language, kinds: JSON.parse(box.dataset.kinds) };
  let timer;
  let asking;

  const show = (hits) => {
    const rows = hits.flatMap((hit) => {
      const href = pages[hit.kind]?.(hit);
      return href ? [row(hit, href, known, field)] : [];
    });
    list.replaceChildren(...rows);
    list.hidden = rows.length === 0;
    status.textContent = rows.length === 0 ? '' : rows.length === 1 ? one : many.replace('#', rows.length);
  };

  const ask = async () => {
    asking?.abort();
    const words = field.value.trim();
    if (words.length < SHORTEST) return show([]);
    asking = new AbortController();
    try {
      const answer = await post(api, { words, language, kinds: KINDS, limit: 6, typing: true }, { signal: asking.signal });
      if (answer.ok) show((await answer.json()).hits.slice(0, 6));
    } catch {
      // Interrupted by the next letter, or offline: the form still works.
    }
  };

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT_MS);
  });
  field.addEventListener('keydown', ({ key }) => key === 'Escape' && show([]));
}

for (const box of document.querySelectorAll('[data-suggestions]')) suggest(box);
for (const found of document.querySelectorAll('[data-found]')) {
  const { found: words, language } = found.dataset;
  for (const link of found.querySelectorAll('a[data-kind]'))
    link.addEventListener('click', () => tellChoice(words, language, link.dataset));
}
