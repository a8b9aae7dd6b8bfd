import { type Html, html } from '../../platform/http/html.ts';
import type { Problem } from '../../platform/http/problems.ts';
import { hasText, translator } from '../../platform/i18n/translator.ts';
import { drawPage } from './frame.ts';
import { signInNeededPage } from './sign-in.ts';
import type { View } from './view.ts';

/**
 * What happened, what is kept, what to do; the code and the request's id stand below, for support. Whatever is wrong with a secret link
 * (unknown, expired, revoked, forgotten, guessed) it is the same page, so that it tells nothing.
 */
export function problemPage(view: View, problem: Problem): string {
  if (problem.code === 'sign-in-needed') return signInNeededPage(view);
  const words = wordsFor(view, problem);
  return drawPage(view, {
    title: words.title,
    private: true,
    main: html`<div class="stack narrow">
<h1>${words.title}</h1>
${words.lines.map((line) => html`<p>${line}</p>`)}
<p class="buttons">${words.ways}</p>
<p class="quiet small">${view.t('problem.support', { code: problem.code, id: problem.requestId })}</p>
</div>`,
  });
}

type Words = { title: string; lines: string[]; ways: Html };

function wordsFor(view: View, { status, code }: Problem): Words {
  const { t, path } = view;
  const home = html`<a class="button second" href="/">${t('problem.home')}</a>`;
  if (status === 404 && isLinkPage(path)) {
    const ways = html`<a class="button" href="/contact">${t('problem.write')}</a>${home}`;
    return { title: t('lost.title'), lines: [t('lost.why'), t('lost.how'), t('lost.kept')], ways };
  }
  const again = html`<a class="button" href="${path}">${t('problem.again')}</a>${home}`;
  const known = hasText(view.locale, 'problem', `${code}.title`) ? code : 'internal';
  const words = translator(view.locale, 'problem');
  const mine = html`<a class="button" href="/my">${translator(view.variant, 'identifying')('mine.title')}</a>${home}`;
  const ways = status === 404 ? home : status === 403 && path.startsWith('/my') ? mine : again;
  return { title: words(`${known}.title`), lines: [words(`${known}.detail`)], ways };
}

const isLinkPage = (path: string): boolean => path === '/a' || path.startsWith('/a/');
