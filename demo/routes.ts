import { readFile } from 'node:fs/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Tables } from '../server/platform/db/tables.ts';
import { NotFound } from '../server/platform/errors.ts';
import { anyone } from '../server/platform/http/access.ts';
import { empty, page, raw } from '../server/platform/http/answers.ts';
import { route } from '../server/platform/http/route.ts';
import { formToken } from '../server/platform/http/same-origin.ts';
import { LOCALES } from '../server/platform/i18n/locale.ts';
import { localeOf } from './locale.ts';
import { type DemoProvider, SIGN_IN_PATH } from './oidc.ts';
import { demoPeople, demoPersonById } from './people.ts';
import { peoplePage } from './people-page.ts';
import { demoSlip } from './seed/slip.ts';

/** `home`: where one lands after signing in. */
export type DemoDeps = { db: Kysely<Tables>; provider: DemoProvider; home: string };

/** Who was picked on /demo, until the provider asks a moment later. */
const PICKED = 'polku-demo-person';
const FONT = '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2';
const looks: Record<string, { file: URL; type: string }> = {
  'page.css': { file: new URL('./page.css', import.meta.url), type: 'text/css; charset=utf-8' },
  'tokens.css': { file: new URL('../web/shared/ui/tokens.css', import.meta.url), type: 'text/css; charset=utf-8' },
  'font.woff2': { file: new URL(import.meta.resolve(FONT)), type: 'font/woff2' },
};

const Picked = z.strictObject({ person: z.uuid(), lang: z.enum(LOCALES).optional() });
const Uid = z.object({ uid: z.string().regex(/^[\w-]{10,60}$/) });
const Language = z.looseObject({ lang: z.string().optional() });

export function demoRoutes(app: FastifyInstance, deps: DemoDeps): void {
  lookRoutes(app);
  pickingRoutes(app, deps);
  signInRoutes(app, deps);
}

function lookRoutes(app: FastifyInstance): void {
  for (const [name, { file, type }] of Object.entries(looks)) {
    route(app, {
      method: 'GET',
      url: `/demo/${name}`,
      summary: "The demo pages' look",
      access: anyone,
      answers: { 200: raw(type) },
      handle: async () => ({ status: 200, body: await readFile(file) }),
    });
  }
}

/** Starting at /demo: first who, then the ordinary sign-in, which asks the provider, which knows already. */
function pickingRoutes(app: FastifyInstance, { db, provider, home }: DemoDeps): void {
  route(app, {
    method: 'GET',
    url: '/demo',
    summary: 'Pick who to be in the demo',
    access: anyone,
    query: Language,
    answers: { 200: page },
    handle: async ({ request, reply }) => ({ status: 200, body: await list(db, request, reply, '/demo') }),
  });

  route(app, {
    method: 'POST',
    url: '/demo',
    summary: 'Sign in as a person of the demo',
    access: anyone,
    body: Picked,
    form: true,
    answers: { 303: empty },
    handle: async ({ body, reply }) => {
      // The provider refuses another person while its own session of the first one lasts.
      for (const name of provider.sessionCookies) reply.clearCookie(name, { path: '/' });
      reply.setCookie(PICKED, body.person, { path: SIGN_IN_PATH, httpOnly: true, sameSite: 'lax', maxAge: 60 });
      const landing = body.lang ? `${home}?lang=${body.lang}` : home;
      return { status: 303, headers: { location: `/api/sign-in?return_to=${encodeURIComponent(landing)}` } };
    },
  });
}

/** Where the provider asks who signs in. */
function signInRoutes(app: FastifyInstance, { db, provider }: DemoDeps): void {
  route(app, {
    method: 'GET',
    url: `${SIGN_IN_PATH}/:uid`,
    summary: 'The demo identity provider asks who signs in',
    access: anyone,
    params: Uid,
    query: Language,
    answers: { 200: page, 303: empty },
    handle: async ({ params, request, reply }) => {
      const picked = request.cookies[PICKED];
      reply.clearCookie(PICKED, { path: SIGN_IN_PATH });
      if (picked) return signedIn({ db, provider }, request, reply, picked);
      await provider.oidc.interactionDetails(request.raw, reply.raw).catch(refuse);
      return { status: 200, body: await list(db, request, reply, `${SIGN_IN_PATH}/${params.uid}`) };
    },
  });

  route(app, {
    method: 'POST',
    url: `${SIGN_IN_PATH}/:uid`,
    summary: 'Tell the demo identity provider who signs in',
    access: anyone,
    params: Uid,
    body: Picked,
    form: true,
    answers: { 303: empty },
    handle: ({ body, request, reply }) => signedIn({ db, provider }, request, reply, body.person),
  });
}

async function signedIn({ db, provider }: Omit<DemoDeps, 'home'>, request: FastifyRequest, reply: FastifyReply, personId: string) {
  const person = await demoPersonById(db, personId);
  if (!person) throw new NotFound();
  const result = { login: { accountId: person.id } };
  const location = await provider.oidc.interactionResult(request.raw, reply.raw, result).catch(refuse);
  return { status: 303 as const, headers: { location } };
}

/** A sign-in left lying for too long. */
function refuse(): never {
  throw new NotFound();
}

async function list(db: Kysely<Tables>, request: FastifyRequest, reply: FastifyReply, path: string): Promise<string> {
  const locale = localeOf(request, reply);
  const chosen = path === '/demo' && (request.query as { lang?: string }).lang === locale;
  return peoplePage(await demoPeople(db), locale, {
    action: path,
    path,
    token: formToken(request, reply),
    chosen,
    slip: await demoSlip(db),
  });
}
