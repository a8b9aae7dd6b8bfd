import { type Html, html } from '../../platform/http/html.ts';
import { ONCE_FIELD } from '../../platform/http/idempotency-key.ts';
import { FORM_TOKEN_FIELD } from '../../platform/http/same-origin.ts';
import { icon } from './icons.ts';
import type { View } from './view.ts';

/** A field of a form that is wrong, with the words for it: `fault.<code>`. */
export type FieldFault = { field: string; code: string; about?: string | undefined };

export function hiddenFields(token: string, once?: string): Html {
  return html`<input type="hidden" name="${FORM_TOKEN_FIELD}" value="${token}">${once && html`<input type="hidden" name="${ONCE_FIELD}" value="${once}">`}`;
}

/** Said first and where the focus is, with a way to each field (WCAG 3.3.1). Chosen files are lost whenever a form comes back. */
export function faultSummary({ t }: View, faults: FieldFault[]): Html | false {
  if (faults.length === 0) return false;
  return html`<div class="fault-summary" role="alert" tabindex="-1" autofocus><h2>${icon('alert')} ${t('form.errors', { count: faults.length })}</h2>
<ul>${faults.map((fault) => html`<li><a href="#${fault.field}">${faultWords(t, fault)}</a></li>`)}</ul><p>${t('form.kept')}</p></div>`;
}

/** The fault beside its field, and the marks that tie the two together. */
export function faultAt({ t }: View, faults: FieldFault[], field: string) {
  const own = faults.filter((fault) => fault.field === field);
  const shown =
    own.length > 0 &&
    html`<p class="fault" id="${field}-fault">${icon('alert')} <span>${own.map((fault) => faultWords(t, fault)).join(' ')}</span></p>`;
  /** @param hint the id of the words that always describe the field */
  const marks = (hint?: string): Record<string, string | null> => ({
    'aria-invalid': own.length > 0 ? 'true' : null,
    'aria-describedby': [own.length > 0 && `${field}-fault`, hint].filter(Boolean).join(' ') || null,
  });
  return { shown, marks };
}

function faultWords(t: View['t'], { code, about }: FieldFault): string {
  return t(`fault.${code}`, { about: about ?? '' });
}
