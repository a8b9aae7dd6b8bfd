import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Invalid } from '../../../platform/errors.ts';
import { receiveUploads } from '../../../platform/files/uploads.ts';
import { anyone } from '../../../platform/http/access.ts';
import { empty, page } from '../../../platform/http/answers.ts';
import { newOnce } from '../../../platform/http/idempotency-key.ts';
import { type Call, route } from '../../../platform/http/route.ts';
import { formToken } from '../../../platform/http/same-origin.ts';
import { listsOf } from '../../directory/service.ts';
import { holdLink } from '../../identity/service.ts';
import { FILES } from '../../matters/following/schema.ts';
import { promiseOf } from '../../matters/opening/service.ts';
import { FormKey } from '../../site/schema.ts';
import { type FieldFault, momentWords, rememberWish, unitOfForm, viewFor } from '../../site/service.ts';
import { contactPage } from './page.ts';
import { faultsIn } from './rules.ts';
import { ContactForm, emptyForm } from './schema.ts';
import { sendForm, type WebformDeps } from './service.ts';
import { wishWords } from './wish-words.ts';

const NO_STORE = { 'cache-control': 'no-store' };
/** Per address, and a whole service point or a phone network is one address: enough for them, too little for a flood. */
const SENDINGS = { max: 60, windowMs: 600_000 };

export function webformRoutes(app: FastifyInstance, deps: WebformDeps): void {
  route(app, {
    method: 'GET',
    url: '/contact',
    summary: 'The web contact form',
    access: anyone,
    query: z.looseObject({ form: FormKey.shape.key.optional().catch(undefined) }),
    answers: { 200: page },
    handle: async ({ query, request, reply }) => {
      rememberWish(request, reply);
      const form = { ...emptyForm, form: query.form ?? '' };
      return { status: 200, body: await draw(deps, request, reply, form, []), headers: NO_STORE };
    },
  });

  route(app, {
    method: 'POST',
    url: '/contact',
    summary: 'Send the web contact form: opens a matter',
    access: anyone,
    body: ContactForm,
    uploads: { maxFiles: FILES.maxFiles, maxBytes: FILES.maxBytes, excess: 'tell' },
    limit: SENDINGS,
    idempotency: 'required',
    answers: { 303: empty, 422: page },
    handle: async (call) => {
      const sent = await send(deps, call);
      if ('faults' in sent) {
        const body = await draw(deps, call.request, call.reply, call.body, sent.faults);
        return { status: 422 as const, body, headers: NO_STORE };
      }
      holdLink(call.reply, deps, sent.token);
      const mailed = sent.mailed ? '?mailed=yes' : '';
      return { status: 303 as const, headers: { ...NO_STORE, location: `/a/receipt${mailed}` } };
    },
  });
}

type Sending = Call<undefined, undefined, undefined, typeof ContactForm>;

async function send(
  deps: WebformDeps,
  { body: form, uploads, idempotency, request }: Sending,
): Promise<{ token: string; mailed: boolean } | { faults: FieldFault[] }> {
  const faults = faultsIn(form, await choicesOf(deps));
  if (faults.length > 0) return { faults };
  const { received, refused } = await receiveUploads(deps.files, uploads, FILES);
  if (refused.length > 0) return { faults: refused.map(({ name, why }) => ({ field: 'files', code: `file-${why}`, about: name })) };
  const view = await viewFor(deps.desk, request);
  try {
    return await sendForm(deps, idempotency, { form, received, readIn: view.variant, wishes: wishWords(view, form) });
  } catch (error) {
    if (error instanceof Invalid && error.code === 'idempotency-key-reused') return { faults: [{ field: 'message', code: 'sent-before' }] };
    throw error;
  }
}

async function choicesOf({ desk }: WebformDeps) {
  const lists = await listsOf(desk.db, { onlyActive: true });
  const keys = (list: string) => (lists[list] ?? []).map(({ key }) => key);
  return { languages: keys('serviceLanguages'), arrangements: keys('specialNeeds') };
}

async function draw(
  deps: WebformDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  form: ContactForm,
  faults: FieldFault[],
): Promise<string> {
  const { desk } = deps;
  const view = await viewFor(desk, request);
  const unit = await unitOfForm(desk.db, await desk.directory.read(), form.form || undefined);
  const promised = unit && promiseOf(unit, view.now);
  const lists = await listsOf(desk.db, { onlyActive: true });
  return contactPage(view, form, {
    faults,
    token: formToken(request, reply),
    once: newOnce(),
    languages: lists.serviceLanguages ?? [],
    arrangements: lists.specialNeeds ?? [],
    answerBy: promised ? momentWords(view, promised.toString()) : null,
  });
}
