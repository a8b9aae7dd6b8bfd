import { attributes, type Html, html } from '../../../platform/http/html.ts';
import { nameIn } from '../../directory/service.ts';
import type { ListItem } from '../../directory/types.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import {
  drawOwnPage,
  drawPage,
  type FieldFault,
  faultAt,
  faultSummary,
  hiddenFields,
  icon,
  type Page,
  type View,
} from '../../site/service.ts';
import { field, option, radio, tick } from './fields.ts';
import { grounds, wishes } from './rules.ts';
import type { ContactForm } from './schema.ts';

export type Around = {
  /** Who has signed in and sends it as such: what they are called and how they are reached is known. */
  caller: CustomerCaller | undefined;
  faults: FieldFault[];
  token: string;
  once: string;
  languages: ListItem[];
  arrangements: ListItem[];
  /** When we would answer what is sent now. */
  answerBy: string | null;
};

/** One calm page: what it is about comes first and is all that must be said. */
export function contactPage(view: View, form: ContactForm, around: Around): string {
  const { t } = view;
  const faulty = around.faults.length > 0;
  const draw = (page: Page) => (around.caller ? drawOwnPage(view, around.caller, around.token, page) : drawPage(view, page));
  return draw({
    title: (faulty ? `${t('form.errorTitle')} ` : '') + t('contact.title'),
    ...(form.form ? { query: { form: form.form } } : {}),
    main: html`<form class="stack wide-gap narrow" method="post" action="/contact" enctype="multipart/form-data" novalidate>
${hiddenFields(around.token, around.once)}<input type="hidden" name="form" value="${form.form}"><input type="hidden" name="about" value="${form.about}">
${faultSummary(view, around.faults)}
<div class="stack"><h1>${t('contact.title')}</h1>
<p class="lede">${t('contact.lede')}</p></div>
${around.caller && html`<p class="note">${around.caller.actingFor ? t('contact.joinedOther', { name: around.caller.actingFor.name }) : t('contact.joined')}</p>`}
${matterPart(view, form, around)}
${
  !around.caller &&
  html`${answerPart(view, form, around)}
${whoPart(view, form, around)}`
}
${needsPart(view, form, around)}
${!around.caller && actingPart(view, form, around)}
${trap(view, form, around)}
<div class="stack"><p class="buttons"><button class="button wide-phone" type="submit">${t('contact.send')}</button></p>
<p class="hint">${around.answerBy ? t('contact.answerBy', { when: around.answerBy }) : t('contact.answerSoon')} ${t('contact.use')}</p></div>
</form>`,
  });
}

function matterPart(view: View, form: ContactForm, { faults }: Around): Html {
  const { t } = view;
  const [message, files] = [faultAt(view, faults, 'message'), faultAt(view, faults, 'files')];
  return html`<div class="stack wide-gap"><div class="field"><label class="question" for="message">${t('contact.message')}</label>
<p class="hint" id="message-hint">${t('contact.messageHint')} ${t('form.noSecrets')}</p>${message.shown}
<textarea class="input" id="message" name="message" rows="8" required${attributes(message.marks('message-hint'))}>
${form.message}</textarea></div>
<div class="field"><label for="files">${t('form.files')}</label><p class="hint small" id="files-hint">${t('form.filesHint')}</p>${files.shown}
<input class="input" type="file" id="files" name="files" multiple${attributes(files.marks('files-hint'))}></div></div>`;
}

function answerPart(view: View, form: ContactForm, { faults }: Around): Html {
  const { t } = view;
  const wish = faultAt(view, faults, 'wish');
  return html`<fieldset class="stack" id="wish"${attributes(wish.marks())}><legend class="question">${t('contact.wish')}</legend>${wish.shown}
<div class="choices column">${wishes.map((each) => radio('wish', each, t(`contact.wishes.${each}`), t(`contact.wishHints.${each}`), each === (form.wish || 'link')))}</div>
${field(view, faults, { name: 'email', type: 'email', value: form.email, autocomplete: 'email', label: t('contact.email'), hint: t('contact.emailHint') })}
${field(view, faults, { name: 'phone', type: 'tel', value: form.phone, autocomplete: 'tel', label: t('contact.phone') })}
${field(view, faults, { name: 'reachable', value: form.reachable, label: t('contact.reachable'), hint: t('contact.reachableHint') })}
</fieldset>`;
}

function whoPart(view: View, form: ContactForm, { faults, languages }: Around): Html {
  const { t, locale } = view;
  const language = faultAt(view, faults, 'language');
  const chosen = form.language || locale;
  return html`<fieldset class="stack"><legend class="question">${t('contact.who')}</legend><p class="hint">${t('contact.whoHint')}</p>
<div class="pair">${field(view, faults, { name: 'givenName', value: form.givenName, autocomplete: 'given-name', label: t('contact.givenName') })}
${field(view, faults, { name: 'familyName', value: form.familyName, autocomplete: 'family-name', label: t('contact.familyName') })}</div>
<div class="field"><label for="language">${t('contact.language')}</label>${language.shown}
<select class="input" id="language" name="language"${attributes(language.marks())}>${languages.map(({ key, label }) => option(key, nameIn(label, locale), key === chosen))}</select></div>
</fieldset>`;
}

/** Asked neutrally, as what is to be arranged and never why. */
function needsPart(view: View, form: ContactForm, { faults, arrangements }: Around): Html {
  const { t, locale } = view;
  const fault = faultAt(view, faults, 'arrangements');
  const open = form.arrangements.length > 0 || fault.shown !== false;
  return html`<details class="more"${attributes({ open })}><summary>${icon('arrow')} ${t('contact.needs')}</summary>
<fieldset class="stack" id="arrangements"${attributes(fault.marks())}><legend class="heard">${t('contact.needs')}</legend><p class="hint">${t('contact.needsHint')}</p>${fault.shown}
<div class="ticks-grid">${arrangements.map(({ key, label }) => tick('arrangements', key, nameIn(label, locale), form.arrangements.includes(key)))}</div></fieldset></details>`;
}

function actingPart(view: View, form: ContactForm, { faults }: Around): Html {
  const { t } = view;
  const ground = faultAt(view, faults, 'actingGround');
  const open = form.actingFor !== '' || form.actingGround !== '' || faults.some(({ field }) => field.startsWith('acting'));
  return html`<details class="more"${attributes({ open })}><summary>${icon('arrow')} ${t('contact.acting')}</summary>
<div class="stack"><p class="hint">${t('contact.actingHint')}</p>
${field(view, faults, { name: 'actingFor', value: form.actingFor, label: t('contact.actingFor') })}
<div class="field"><label for="actingGround">${t('contact.actingGround')}</label>${ground.shown}
<select class="input" id="actingGround" name="actingGround"${attributes(ground.marks())}>${option('', t('contact.choose'), form.actingGround === '')}${grounds.map((each) => option(each, t(`contact.grounds.${each}`), each === form.actingGround))}</select></div></div></details>`;
}

/** Out of sight and out of the order of the keyboard until it has been filled: then a person sees what to empty. */
function trap(view: View, form: ContactForm, { faults }: Around): Html {
  const fault = faultAt(view, faults, 'website');
  const shown = fault.shown !== false;
  const marks = { ...fault.marks(), tabindex: shown ? null : '-1', value: form.website };
  return html`<div class="field ${shown ? '' : 'trap'}"${attributes({ 'aria-hidden': shown ? null : 'true' })}><label for="website">${view.t('contact.trap')}</label>${fault.shown}
<input class="input" id="website" name="website" autocomplete="off"${attributes(marks)}></div>`;
}
