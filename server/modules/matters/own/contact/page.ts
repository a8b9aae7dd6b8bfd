import { attributes, type Html, html } from '../../../../platform/http/html.ts';
import { translator } from '../../../../platform/i18n/translator.ts';
import { hiddenFields, icon, momentWords, type View } from '../../../site/service.ts';
import type { OpenChange } from './queries.ts';

export type ContactFault = 'email' | 'phone' | 'code' | 'code-gone';

export type ContactShown = {
  email: string | null;
  phone: string | null;
  phoneUnconfirmed: boolean;
  /** An address that waits for its code. */
  change: OpenChange | undefined;
  about: string;
  token: string;
  fault?: ContactFault | undefined;
};

/** The customer's own ways to be reached: an address is theirs once the code sent there has come back. */
export function contactSection(view: View, shown: ContactShown): Html {
  const t = translator(view.variant, 'own');
  return html`<section class="stack" aria-labelledby="contact"><h2 id="contact" tabindex="-1">${t('contact.title')}</h2>
${shown.change && codeForm(view, shown, shown.change)}
${form(view, shown, 'email', 'contact.sendCode', t('contact.emailHint'))}
${form(view, shown, 'phone', 'contact.savePhone', shown.phoneUnconfirmed && shown.phone ? t('contact.phoneUnconfirmed') : t('contact.phoneHint'))}</section>`;
}

function form(view: View, { about, token, fault, ...values }: ContactShown, name: 'email' | 'phone', send: string, hint: string): Html {
  const t = translator(view.variant, 'own');
  const type = name === 'email' ? 'email' : 'tel';
  const wrong = fault === name;
  const described = wrong ? `${name}-fault ${name}-hint` : `${name}-hint`;
  return html`<form class="stack" method="post" action="/my/contact/${name}">${hiddenFields(token)}<input type="hidden" name="about" value="${about}">
<div class="field"><label for="${name}">${t(`contact.${name}`)}</label>${wrong && faultWords(view, name)}<p class="hint small" id="${name}-hint">${hint}</p>
<input class="input" id="${name}" name="${name}" type="${type}" autocomplete="${type}" maxlength="${name === 'email' ? '254' : '40'}" value="${values[name] ?? ''}"${attributes({ required: name === 'email', 'aria-describedby': described, 'aria-invalid': wrong ? 'true' : null })}></div>
<p class="buttons"><button class="button second wide-phone" type="submit">${t(send)}</button></p></form>`;
}

function codeForm(view: View, { about, token, fault }: ContactShown, { email, expiresAt }: OpenChange): Html {
  const t = translator(view.variant, 'own');
  const wrong = fault === 'code' || fault === 'code-gone';
  const own = html`${hiddenFields(token)}<input type="hidden" name="about" value="${about}">`;
  return html`<form class="stack note" method="post" action="/my/contact/email/code">${own}
<p>${t('contact.sent', { email, until: momentWords(view, expiresAt.toString()) })}</p>
<div class="field"><label for="code">${t('contact.code')}</label>${wrong && faultWords(view, fault)}
<input class="input" id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="20" required${attributes({ 'aria-describedby': wrong ? `${fault}-fault` : null, 'aria-invalid': wrong ? 'true' : null })}></div>
<p class="buttons"><button class="button wide-phone" type="submit">${t('contact.confirm')}</button></p></form>
<form method="post" action="/my/contact/email/dropping">${own}<p class="buttons"><button class="button second wide-phone" type="submit">${t('contact.drop')}</button></p></form>`;
}

function faultWords(view: View, fault: ContactFault): Html {
  const t = translator(view.variant, 'own');
  return html`<p class="fault" id="${fault}-fault" role="alert">${icon('alert')} <span>${t(`contact.faults.${fault}`)}</span></p>`;
}
