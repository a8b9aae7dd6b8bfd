import type { FastifyReply, FastifyRequest } from 'fastify';
import { chooseLocale, LOCALE_COOKIE, type Locale } from '../server/platform/i18n/locale.ts';

/** The language of a demo page; one asked for in the address is kept for the next page. */
export function localeOf(request: FastifyRequest, reply: FastifyReply): Locale {
  const { lang } = request.query as { lang?: string };
  const locale = chooseLocale({ query: lang, cookie: request.cookies[LOCALE_COOKIE], acceptLanguage: request.headers['accept-language'] });
  if (lang === locale) reply.setCookie(LOCALE_COOKIE, locale, { path: '/', sameSite: 'lax' });
  return locale;
}
