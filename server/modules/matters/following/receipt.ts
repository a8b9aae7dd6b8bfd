import { html } from '../../../platform/http/html.ts';
import { drawPage, fullStop, icon, momentWords, type View } from '../../site/service.ts';
import { sayMatterNumber } from '../number.ts';
import { forgetting } from './page-ending.ts';
import type { FollowPage } from './schema.ts';

/** What one keeps of having written: the number to say, the link to follow, and by when we answer. Also to be printed. */
export function receiptPage(
  view: View,
  page: FollowPage,
  { link, mailed, token }: { link: string; mailed: boolean; token: string },
): string {
  const { t } = view;
  const number = sayMatterNumber(page.number);
  return drawPage(view, {
    title: t('receipt.title'),
    private: true,
    main: html`<div class="stack narrow">
<p class="state good">${icon('check')} ${t('receipt.sent')}</p>
<h1>${t('receipt.title')}</h1>
<section class="next-step" aria-labelledby="number"><h2 class="eyebrow" id="number">${t('receipt.number')}</h2>
<p class="code">${number}</p><p>${t('receipt.numberHow')}</p></section>
<section aria-labelledby="next"><h2 id="next">${t('receipt.next')}</h2>
<ol class="ticks"><li>${icon('chat')}<span>${t('receipt.read')}</span></li>
<li>${icon('clock')}<span>${page.dueAt ? html`${t('receipt.answerBy')} <b>${momentWords(view, page.dueAt)}</b>${fullStop(momentWords(view, page.dueAt))}` : t('receipt.answerSoon')}</span></li></ol></section>
<section class="stack" aria-labelledby="link"><h2 id="link">${t('receipt.link')}</h2>
<p>${t('receipt.linkHow')} ${mailed && t('receipt.mailed')}</p>
<p class="secret-link"><a href="${link}">${link}</a></p>
<p class="note">${t('receipt.linkSecret')}</p>
<p class="buttons off-paper"><a class="button wide-phone" href="/a">${icon('route')} ${t('receipt.follow')}</a><button class="button second wide-phone" type="button" data-print hidden>${icon('print')} ${t('receipt.print')}</button></p></section>
<div class="off-paper">${forgetting(view, token)}</div>
</div>`,
  });
}

export function forgottenPage(view: View): string {
  const { t } = view;
  return drawPage(view, {
    title: t('forget.doneTitle'),
    private: true,
    main: html`<div class="stack narrow"><h1>${t('forget.doneTitle')}</h1><p>${t('forget.doneHow')}</p>
<p class="buttons"><a class="button second" href="/">${t('problem.home')}</a></p></div>`,
  });
}
