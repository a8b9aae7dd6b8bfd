import type { FastifyRequest } from 'fastify';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Db } from '../../platform/db/transaction.ts';
import type { Locale, TextVariant } from '../../platform/i18n/locale.ts';
import { type Translate, translator } from '../../platform/i18n/translator.ts';
import { type CurrentDirectory, nameIn } from '../directory/service.ts';
import { type Directory, unitOfForm } from './forms.ts';
import { type Today, todayAt, weekOf } from './hours.ts';
import { localeOf, variantFor } from './language.ts';

/** Who reads, when, and whom they can call: what every page is drawn from. */
export type View = {
  variant: TextVariant;
  locale: Locale;
  t: Translate;
  now: Temporal.Instant;
  /** The address without its query: language links stay on the page. */
  path: string;
  /** The municipality whose site it is; null before there is one. */
  host: string | null;
  hostId: string | null;
  help: Help | null;
  /** Whether the page may show the way to sign in. */
  signIn: boolean;
  /** Whether one may act for another here, by a register of mandates. */
  mandates: boolean;
};

/** The telephone for those the web does not suit. */
export type Help = { number: string; week: string; today: Today };

export type SiteDeps = {
  db: Db;
  clock: Clock;
  directory: CurrentDirectory;
  /** Whether customers may sign in here. */
  customerSignIn?: boolean;
  /** Whether a register of mandates is there. */
  mandates?: boolean;
};

/** @param variant when it is not the reader's own wish that counts, e.g. on a paper in the customer's language */
export async function viewFor(deps: SiteDeps, request: FastifyRequest, variant?: TextVariant): Promise<View> {
  await lookAround(deps);
  return bareView(deps, request, variant);
}

/** Also done at the start, so that a problem page knows whom to call before any page was drawn. */
export async function lookAround(deps: SiteDeps): Promise<void> {
  const directory = await deps.directory.read();
  const unit = await unitOfForm(deps.db, directory);
  const ofUnit = directory.points.find(({ id }) => id === unit?.pointId);
  around.set(deps.directory, {
    host: directory.organisations.find(({ id }) => id === unit?.organisationId),
    point: ofUnit ?? directory.points.find(({ organisationId }) => organisationId === unit?.organisationId),
  });
}

/** Without looking anything up: for pages about problems. It still knows the telephone if any page was drawn before. */
export function bareView(
  { directory, clock, customerSignIn = false, mandates = false }: Omit<SiteDeps, 'db'>,
  request: FastifyRequest,
  variant = variantFor(request),
): View {
  const locale = localeOf(variant);
  const reading = { t: tidied(translator(variant, 'citizen')), locale, now: clock.now() };
  const { host, point } = around.get(directory) ?? {};
  return {
    ...reading,
    variant,
    path: pagePath(request),
    host: host ? nameIn(host.name, locale) : null,
    hostId: host?.id ?? null,
    signIn: customerSignIn,
    mandates,
    help: point?.phone ? { number: point.phone, week: weekOf(point.opening, reading), today: todayAt(point.opening, reading) } : null,
  };
}

/** A Finnish date ends with a dot of its own: "pe 27.11." needs no second one, and no comma after it. No line ends within "e-mail". */
export function tidied(t: Translate): Translate {
  return (key, values) =>
    t(key, values)
      .replace(/\.\.(?!\.)/g, '.')
      .replace(/(\d\.), /g, '$1 ')
      .replace(/\b(e)-(?=mail|post)/gi, '$1-\u2060');
}

type Around = { host: Directory['organisations'][number] | undefined; point: Directory['points'][number] | undefined };
const around = new WeakMap<CurrentDirectory, Around>();

/** Where one comes back to: what was posted to has no page of its own behind a link or among one's own pages. */
function pagePath({ method, url }: FastifyRequest): string {
  const path = url.split('?')[0] ?? '/';
  if (method === 'GET') return path;
  return path.startsWith('/a/') ? '/a' : path.startsWith('/my/') ? '/my' : path;
}
