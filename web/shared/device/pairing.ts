import { inAll, paragraphs } from './in-all.ts';
import { button, part } from './part.ts';
import { type Spoken, texts } from './texts.ts';

type Pairing = {
  /** What is set up: each device has its own name. */
  title: Record<Spoken, string>;
  /** Classes of the device's own look. */
  look: { main: string; form: string; field: string; fault: string; button: string };
  /** Said above the code: why a device that was in use asks for one. */
  lost?: Node[];
  /** When there is no answer at all. */
  away?: Record<Spoken, string>;
  done: () => void;
};

/** The code of the manager's screen, typed once; the key it gives is kept by the browser and never seen by the page. */
export function showPairing({ title, look, lost = [], away, done }: Pairing): void {
  const code = part('input', look.field);
  code.id = 'code';
  code.autocomplete = 'off';
  code.maxLength = 12;
  const label = part('label', '', ...inAll((language) => texts[language].code));
  label.htmlFor = 'code';
  const fault = part('div', look.fault);
  fault.setAttribute('role', 'alert');
  const hints = paragraphs('', (language) => texts[language].hint);
  const words = part('span', '', ...inAll((language) => texts[language].pair));
  const send = button(look.button, () => form.requestSubmit(), words);
  const form = part('form', look.form, ...hints, label, code, fault, send);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void pair(code.value).then((status) => {
      if (status === 200) return done();
      fault.replaceChildren(...paragraphs('', (language) => refusal(status, language, away)));
      code.focus();
    });
  });
  document.title = title.fi;
  document.body.replaceChildren(part('main', look.main, part('h1', '', ...inAll((language) => title[language])), ...lost, form));
  code.focus();
}

function refusal(status: number, language: Spoken, away: Pairing['away']): string {
  if (status === 0 && away) return away[language];
  return status === TOO_MANY ? texts[language].tooMany : texts[language].fault;
}

/** RFC 6585: so many from this address that none is heard for a while. */
const TOO_MANY = 429;

/** A hall's network is slow now and then (milliseconds). */
const PATIENCE_MS = 15_000;

/** @returns 0 when there was no answer */
async function pair(code: string): Promise<number> {
  const answer = await fetch('/api/device/pairing', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-polku-csrf': '1' },
    body: JSON.stringify({ code }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => undefined);
  return answer?.status ?? 0;
}
