import { attributes, html } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { drawPage, hiddenFields, icon, tidied, type View } from '../../site/service.ts';

export type SlipPage = {
  token: string;
  /** Kept when it is shown again; the PIN never is. */
  number: string;
  /** Whatever was wrong, in one sentence. */
  refused: boolean;
};

/** Number and PIN, in big digits, for a computer that may be everybody's: the browser is asked to keep neither. */
export function slipPage(view: View, { token, number, refused }: SlipPage): string {
  const s = tidied(translator(view.variant, 'slip'));
  const title = s('page.title');
  const wrong = attributes({ 'aria-invalid': refused ? 'true' : null });
  const off = attributes({ autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false' });
  return drawPage(view, {
    title: refused ? `${view.t('form.errorTitle')} ${title}` : title,
    private: true,
    main: html`<div class="stack narrow">
<h1>${title}</h1>
<p class="lede">${s('page.lede')}</p>
${refused && html`<div class="fault-summary" role="alert" tabindex="-1" autofocus id="refused"><h2>${icon('alert')} ${s('page.refused')}</h2><p>${s('page.refusedHow')}</p></div>`}
<form class="stack" method="post" action="/slip" autocomplete="off" novalidate>
${hiddenFields(token)}
<div class="field"><label for="number">${s('page.number')}</label>
<p class="hint small" id="number-hint">${s('page.numberHint')}</p>
<input class="input digits" id="number" name="number" inputmode="numeric" maxlength="20" required value="${number}" aria-describedby="number-hint"${off}${wrong}></div>
<div class="field"><label for="pin">${s('page.pin')}</label>
<p class="hint small" id="pin-hint">${s('page.pinHint')}</p>
<input class="input digits short" id="pin" name="pin" inputmode="numeric" maxlength="10" required aria-describedby="pin-hint"${off}${wrong}></div>
<p class="buttons"><button class="button wide-phone" type="submit">${icon('route')} ${s('page.open')}</button></p>
</form>
<p class="note with-icon">${icon('lock')}<span>${s('page.shared')}</span></p>
<section aria-labelledby="no-slip"><h2 id="no-slip">${s('page.lostTitle')}</h2><p>${s('page.lost')}</p></section>
</div>`,
  });
}
