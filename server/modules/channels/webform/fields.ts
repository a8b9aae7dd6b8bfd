import { attributes, type Html, html } from '../../../platform/http/html.ts';
import { type FieldFault, faultAt, icon, type View } from '../../site/service.ts';

type Field = { name: string; value: string; label: string; hint?: string; type?: 'text' | 'email' | 'tel'; autocomplete?: string };

/** A line to write on: label, hint, what is wrong, and the line, in this order for eyes and ears. */
export function field(view: View, faults: FieldFault[], { name, value, label, hint, type = 'text', autocomplete = 'off' }: Field): Html {
  const fault = faultAt(view, faults, name);
  const marks = fault.marks(hint && `${name}-hint`);
  return html`<div class="field"><label for="${name}">${label}</label>${hint && html`<p class="hint small" id="${name}-hint">${hint}</p>`}${fault.shown}
<input class="input" id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" value="${value}"${attributes(marks)}></div>`;
}

export function radio(name: string, value: string, words: string, hint: string, checked: boolean): Html {
  return html`<label class="choice row"><input type="radio" name="${name}" value="${value}"${attributes({ checked })}><span class="dot"></span><span>${words}<small>${hint}</small></span></label>`;
}

export function tick(name: string, value: string, words: string, checked: boolean): Html {
  return html`<label class="choice row"><input type="checkbox" name="${name}" value="${value}"${attributes({ checked })}><span class="box">${icon('check')}</span><span>${words}</span></label>`;
}

export function option(value: string, words: string, selected: boolean): Html {
  return html`<option value="${value}"${attributes({ selected })}>${words}</option>`;
}
