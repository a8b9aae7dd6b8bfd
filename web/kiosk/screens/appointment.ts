import { button, part } from '../../shared/device/part.ts';
import { keysFor } from '../keys.ts';
import { call, newKey } from '../line.ts';
import { texts } from '../texts/texts.ts';
import type { App, Screen, Ticket } from '../types.ts';

/** By the booking's code, or by a telephone number, of which nothing is told: anybody could type anybody's. */
export function appointmentScreen(app: App, byPhone = false): Screen {
  const { t } = app;
  const field = part('input', 'k-field');
  field.id = 'field';
  field.autocomplete = 'off';
  field.maxLength = byPhone ? 30 : 200;
  // The keys of the screen are shown; the device's own would cover them.
  field.inputMode = 'none';
  const label = part('label', '', byPhone ? t.phoneField : t.codeField);
  label.htmlFor = 'field';
  const fault = part('p', 'k-fault');
  fault.setAttribute('role', 'alert');
  const form = part('form', 'k-parts', label, field, fault, keysFor(field, byPhone ? 'digits' : 'code', t));
  const send = button('button primary', () => form.requestSubmit(), t.send);
  const other = button('button', () => app.go(byPhone ? 'appointment' : 'phone'), byPhone ? t.useCode : t.usePhone);
  form.append(part('div', 'k-row', button('button', app.back, t.back), other, send));
  let key = newKey();
  field.addEventListener('input', () => {
    key = newKey();
    fault.textContent = '';
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (send.disabled || field.value.trim() === '') return;
    send.disabled = true;
    void arrive(app, field.value, byPhone, key).then((problem) => {
      send.disabled = false;
      if (!problem) return;
      fault.textContent = problem;
      field.select();
      field.focus();
    });
  });
  const { read } = app;
  app.read = null;
  if (read && !byPhone) {
    field.value = read;
    queueMicrotask(() => form.requestSubmit());
  }
  return { title: byPhone ? t.phone : t.code, lead: byPhone ? t.phoneHint : t.codeHint, parts: [form], first: field };
}

/** @returns what to tell the visitor when it did not succeed */
async function arrive(app: App, typed: string, byPhone: boolean, key: string): Promise<string | undefined> {
  const { t, visit } = app;
  const { language } = visit;
  const answer = byPhone
    ? await call<Ticket>('POST', '/api/device/phone-arrivals', { phone: typed, language }, key)
    : await call<Ticket>('POST', '/api/device/arrivals', { code: codeIn(typed), language }, key);
  // The visitor who typed it went away while it was under way.
  if (app.visit !== visit) return undefined;
  if (answer.body) {
    if (!visit.saidLanguage) visit.language = answer.body.language;
    app.t = texts[visit.language];
    app.giveTicket({ code: answer.body.code, ticket: answer.body, tellsTimeOnly: true });
    return undefined;
  }
  if (answer.status === 0) return t.noLine;
  if (answer.status === 429) return t.tooMany;
  return answer.status === 404 || answer.status === 400 ? t.codeUnknown : t.failed;
}

/** A reader types what the picture holds, which may be an address that ends in the code. */
const codeIn = (typed: string): string => typed.trim().split('/').at(-1)?.slice(0, 40) ?? '';
