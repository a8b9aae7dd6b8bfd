import { type Html, html } from '../../platform/http/html.ts';
import { translator } from '../../platform/i18n/translator.ts';
import { drawPage } from './frame.ts';
import { icon } from './icons.ts';
import type { View } from './view.ts';

/** The way to strong identification and back to `returnTo`. */
export function signInLink(view: View, returnTo = '/my', kind: 'button' | 'button second' = 'button'): Html {
  const address = `/my/sign-in?${new URLSearchParams({ return_to: returnTo, lang: view.locale })}`;
  return html`<a class="${kind} wide-phone" href="${address}" rel="nofollow">${icon('lock')} ${translator(view.variant, 'identifying')('signIn')}</a>`;
}

/** Says the same whatever was wrong: the identity provider has told its own part. */
export function signInFailedPage(view: View): string {
  const t = translator(view.variant, 'identifying');
  return drawPage(view, {
    title: t('failed.title'),
    private: true,
    main: html`<div class="stack narrow"><h1>${t('failed.title')}</h1><p>${t('failed.why')}</p><p>${t('failed.how')}</p>
<p class="buttons">${signInLink(view)}<a class="button second" href="/">${view.t('problem.home')}</a></p></div>`,
  });
}

/** What a browser without a session sees of a page of one's own. */
export function signInNeededPage(view: View): string {
  const t = translator(view.variant, 'identifying');
  return drawPage(view, {
    title: t('needed.title'),
    private: true,
    main: html`<div class="stack narrow"><h1>${t('needed.title')}</h1><p>${t('needed.why')}</p><p>${t('needed.over')}</p>
<p class="buttons">${view.signIn ? signInLink(view, view.path) : html`<a class="button" href="/contact">${view.t('problem.write')}</a>`}<a class="button second" href="/">${view.t('problem.home')}</a></p></div>`,
  });
}

/** On the page behind a link and on the front page: what signing in gives. */
export function signInOffer(view: View, returnTo: string, words: string): Html | false {
  return (
    view.signIn &&
    html`<div class="stack sign-in-offer"><p>${words}</p><p class="buttons">${signInLink(view, returnTo, 'button second')}</p></div>`
  );
}

/** Between our sign-out and the identity provider's. */
export function farewellPage(view: View, location: string): string {
  const t = translator(view.variant, 'identifying');
  return drawPage(view, {
    title: t('farewell.title'),
    private: true,
    main: html`<div class="stack narrow"><h1>${t('farewell.title')}</h1><p>${t('farewell.next')}</p>
<p class="buttons"><a class="button" href="${location}">${t('farewell.go')}</a></p></div>`,
  });
}

/** After both: at a shared computer the next one comes to the same browser. */
export function signedOutPage(view: View): string {
  const t = translator(view.variant, 'identifying');
  return drawPage(view, {
    title: t('signedOut.title'),
    private: true,
    main: html`<div class="stack narrow"><h1>${t('signedOut.title')}</h1><p>${t('signedOut.shared')}</p>
<p class="buttons"><a class="button" href="/">${view.t('problem.home')}</a>${view.signIn && signInLink(view, '/my', 'button second')}</p></div>`,
  });
}
