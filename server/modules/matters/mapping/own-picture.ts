import { attributes, type Html, html } from '../../../platform/http/html.ts';
import { translator } from '../../../platform/i18n/translator.ts';
import { dayWords, hiddenFields, icon, tidied, type View } from '../../site/service.ts';
import { pictureBlocks } from './picture-sheet.ts';
import type { PictureVariant } from './schema.ts';

export type ShownPicture = {
  id: string;
  version: number;
  /** Null where it is given on paper only. */
  text: string | null;
  lang: PictureVariant;
  confirmedAt: string | null;
  commentedAt: string | null;
};

export const LONGEST_COMMENT = 4000;

/**
 * The situation picture on the customer's own page and behind their link: while it waits for their yes, a button for that and a field for
 * what is wrong. `forms` null: read only.
 */
export function pictureSection(view: View, picture: ShownPicture, forms: { place: string; token: string } | null): Html {
  const w = tidied(translator(view.variant, 'picture'));
  const { text, lang, confirmedAt, commentedAt } = picture;
  return html`<section class="stack picture" aria-labelledby="picture"><h2 id="picture" tabindex="-1">${w('follow.heading')}</h2>
<p class="quiet">${confirmedAt ? w('follow.when', { day: dayWords(view, confirmedAt) }) : w('follow.waits')}</p>
${text ? html`<div class="stack"${attributes({ lang: lang === view.variant ? null : lang })}>${pictureBlocks(text, 3)}</div>` : html`<p>${w('follow.secret')}</p>`}
${commentedAt && html`<p class="quiet small">${w('follow.commented', { day: dayWords(view, commentedAt) })}</p>`}
${text && !confirmedAt && forms && ownForms(view, picture, forms)}</section>`;
}

function ownForms(view: View, { id, version }: ShownPicture, { place, token }: { place: string; token: string }): Html {
  const w = tidied(translator(view.variant, 'picture'));
  const about = html`${hiddenFields(token)}<input type="hidden" name="mapping" value="${id}">`;
  return html`<form class="stack" method="post" action="${place}/mapping/confirmation">${about}<input type="hidden" name="version" value="${String(version)}">
<p>${w('follow.confirmHow')}</p><p class="buttons"><button class="button wide-phone" type="submit">${icon('check')} ${w('follow.confirm')}</button></p></form>
<form class="stack" method="post" action="${place}/mapping/comment">${about}
<div class="field"><label for="picture-comment">${w('follow.comment')}</label><p class="hint small" id="picture-comment-hint">${w('follow.commentHint')}</p>
<textarea class="input" id="picture-comment" name="comment" rows="3" required maxlength="${String(LONGEST_COMMENT)}" aria-describedby="picture-comment-hint"></textarea></div>
<p class="buttons"><button class="button second wide-phone" type="submit">${w('follow.commentSend')}</button></p></form>`;
}
