import { attributes, type Html, html } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { hiddenFields, icon, type View } from '../../site/service.ts';
import type { DetailsShown } from './details-page.ts';

const channels = ['', 'email', 'sms', 'phone', 'letter', 'link', 'visit'] as const;

/** @param about whose wishes they are, kept in the form */
export function wishForm(view: View, shown: Omit<DetailsShown, 'fault'> & { fault: 'times' | undefined }, about: string): Html {
  const t = translator(view.variant, 'own');
  const { details, wishes, languages, token, fault } = shown;
  const own = typeof wishes.quiet === 'object' ? wishes.quiet : null;
  return html`<form class="stack" id="wishes" method="post" action="/my/wishes">${hiddenFields(token)}
<input type="hidden" name="about" value="${about}"><input type="hidden" name="version" value="${String(details.version)}">
<h2>${t('wishes.title')}</h2>
<div class="field"><label for="language">${t('wishes.language')}</label>
<select class="input" id="language" name="language">${languages.map(({ key, name }) => html`<option value="${key}"${attributes({ selected: key === details.language })}>${name}</option>`)}</select></div>
<div class="field"><label for="channel">${t('wishes.channel')}</label>
<select class="input" id="channel" name="channel">${channels.map((key) => html`<option value="${key}"${attributes({ selected: key === (details.contactWish ?? '') })}>${t(`wishes.channels.${key || 'any'}`)}</option>`)}</select></div>
<fieldset class="stack"><legend class="question">${t('wishes.quiet')}</legend>
<div class="choices">${(['usual', 'none', 'own'] as const).map((key) => quietChoice(t(`wishes.quiets.${key}`), key, key === (own ? 'own' : wishes.quiet) || (fault !== undefined && key === 'own')))}</div>
${fault && html`<p class="fault" id="times-fault" role="alert">${icon('alert')} <span>${t('wishes.faults.times')}</span></p>`}
<p class="hint small" id="times-hint">${t('wishes.timesHint')}</p>
<div class="pair">${time('from', t('wishes.from'), own?.from, fault)}${time('until', t('wishes.until'), own?.until, fault)}</div></fieldset>
<label class="choice"><input type="checkbox" name="deadlines" value="yes"${attributes({ checked: wishes.deadlines })}><span class="box">${icon('check')}</span><span>${t('wishes.deadlines')}</span></label>
<p class="buttons"><button class="button wide-phone" type="submit">${t('wishes.save')}</button></p></form>`;
}

function quietChoice(words: string, key: string, checked: boolean): Html {
  return html`<label class="choice row"><input type="radio" name="quiet" value="${key}"${attributes({ checked })}><span class="dot"></span><span>${words}</span></label>`;
}

function time(name: 'from' | 'until', label: string, value: string | undefined, fault: 'times' | undefined): Html {
  const marks = attributes({ 'aria-invalid': fault ? 'true' : null, 'aria-describedby': fault ? 'times-fault times-hint' : 'times-hint' });
  return html`<div class="field"><label for="${name}">${label}</label><input class="input" id="${name}" name="${name}" maxlength="5" inputmode="decimal" value="${value?.replace(':', '.') ?? ''}"${marks}></div>`;
}
