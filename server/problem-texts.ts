import { fileURLToPath } from 'node:url';
import type { FastifyRequest } from 'fastify';
import { bareView, problemPage, type SiteDeps } from './modules/site/service.ts';
import type { ProblemTexts } from './platform/http/problems.ts';
import { chooseLocale, LOCALE_COOKIE } from './platform/i18n/locale.ts';
import { readTexts } from './platform/i18n/texts.ts';
import { translations } from './platform/i18n/translator.ts';

export const serverTexts = () => translations(readTexts(fileURLToPath(new URL('./i18n', import.meta.url))), () => {});

/** The sentence a person reads about a problem, in the language of the request; a browser that asked for a page gets a whole one. */
export function problemTexts(site: Omit<SiteDeps, 'db'>): ProblemTexts {
  const texts = serverTexts();
  return {
    detail(code, request) {
      const locale = localeOf(request);
      return texts.hasText(locale, 'problem', `${code}.detail`) ? texts.translator(locale, 'problem')(`${code}.detail`) : undefined;
    },
    page: (problem, request) => problemPage(bareView(site, request), problem),
  };
}

export function localeOf(request: FastifyRequest) {
  const query = (request.query as { lang?: unknown } | undefined)?.lang;
  return chooseLocale({ query, cookie: request.cookies?.[LOCALE_COOKIE], acceptLanguage: request.headers['accept-language'] });
}
