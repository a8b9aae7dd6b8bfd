import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  chooseLocale,
  isLocale,
  LOCALE_COOKIE,
  LOCALES,
  type Locale,
  PLAIN_FINNISH,
  type TextVariant,
} from '../../platform/i18n/locale.ts';

export const variants: readonly TextVariant[] = [...LOCALES, PLAIN_FINNISH];

/** A year, in seconds. */
const KEPT = 31_536_000;

/** The reader's wish: `?lang`, else what they chose before, else `otherwise` (a matter's own language), else what their browser asks for. */
export function variantFor(request: FastifyRequest, otherwise?: string): TextVariant {
  const asked = wished(request) ?? (isVariant(request.cookies?.[LOCALE_COOKIE]) ? request.cookies[LOCALE_COOKIE] : undefined);
  if (isVariant(asked)) return asked;
  if (isLocale(otherwise)) return otherwise;
  return chooseLocale({ acceptLanguage: request.headers['accept-language'] });
}

/** Keeps a language that was just chosen. Read by pages only, so no script needs it. */
export function rememberWish(request: FastifyRequest, reply: FastifyReply): void {
  const asked = wished(request);
  if (!asked) return;
  const secure = request.server.formCookie.startsWith('__Host-');
  reply.setCookie(LOCALE_COOKIE, asked, { path: '/', maxAge: KEPT, sameSite: 'lax', secure });
}

/** What dates and names are written in. */
export const localeOf = (variant: TextVariant): Locale => (variant === PLAIN_FINNISH ? 'fi' : variant);

function wished(request: FastifyRequest): TextVariant | undefined {
  const asked = (request.query as { lang?: unknown } | undefined)?.lang;
  return isVariant(asked) ? asked : undefined;
}

function isVariant(value: unknown): value is TextVariant {
  return variants.includes(value as TextVariant);
}
