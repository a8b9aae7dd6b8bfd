import { attributes, type Html, html } from '../../../../platform/http/html.ts';
import { type FieldFault, faultAt, icon, type View } from '../../../site/service.ts';
import { hourKinds, type WhenText } from './form.ts';
import { toldOf, waitingWords } from './words.ts';

/** Days and hours that suit. */
export function whenPart(view: View, when: WhenText, faults: FieldFault[]): Html {
  const w = waitingWords(view);
  const days = [1, 2, 3, 4, 5, 6, 7].map((day) =>
    tick('weekdays', String(day), w(`days.${day}`), when.weekdays.includes(String(day)), day === 1),
  );
  const times = hourKinds.map(
    (kind, at) =>
      html`<label class="choice row"><input type="radio" name="hours" value="${kind}"${attributes({ id: at === 0 ? 'hours' : null, checked: when.hours === kind })}><span class="dot"></span><span>${w(`hours.${kind}`)}</span></label>`,
  );
  return html`<fieldset class="stack"><legend class="question">${w('form.days')}</legend>${faultAt(view, faults, 'weekdays').shown}<div class="ticks-grid">${days}</div></fieldset>
<fieldset class="stack"><legend class="question">${w('form.hours')}</legend>${faultAt(view, faults, 'hours').shown}<div class="ticks-grid">${times}</div></fieldset>
<fieldset class="stack"><legend class="question">${w('form.between')}</legend><p class="hint">${w('form.betweenHint')}</p>${dayField(view, faults, 'fromDay', when.fromDay)}${dayField(view, faults, 'untilDay', when.untilDay)}</fieldset>`;
}

export function tick(name: string, value: string, words: string, checked: boolean, isFirst: boolean): Html {
  return html`<label class="choice row"><input type="checkbox" name="${name}" value="${value}"${attributes({ id: isFirst ? name : null, checked })}><span class="box">${icon('check')}</span><span>${words}</span></label>`;
}

function dayField(view: View, faults: FieldFault[], name: 'fromDay' | 'untilDay', value: string): Html {
  const fault = faultAt(view, faults, name);
  return html`<div class="field"><label for="${name}">${waitingWords(view)(`form.${name}`)}</label>${fault.shown}
<input class="input" id="${name}" name="${name}" type="date" value="${value}"${attributes(fault.marks())}></div>`;
}

export function lineField(view: View, faults: FieldFault[], name: 'name' | 'email' | 'phone', type: string, value: string): Html {
  const fault = faultAt(toldOf(view), faults, name);
  return html`<div class="field"><label for="${name}">${waitingWords(view)(`form.${name}`)}</label>${fault.shown}
<input class="input" id="${name}" name="${name}" type="${type}" autocomplete="${name === 'phone' ? 'tel' : name}" maxlength="200" value="${value}"${attributes(fault.marks())}></div>`;
}
