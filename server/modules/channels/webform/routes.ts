import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Invalid } from '../../../platform/errors.ts';
import { receiveUploads } from '../../../platform/files/uploads.ts';
import { anyone } from '../../../platform/http/access.ts';
import { empty, page } from '../../../platform/http/answers.ts';
import { newOnce } from '../../../platform/http/idempotency-key.ts';
import { type Call, route } from '../../../platform/http/route.ts';
import { formToken } from '../../../platform/http/same-origin.ts';
import { mayAs } from '../../customers/service.ts';
import { listsOf } from '../../directory/service.ts';
import { handledCustomer, holdLink } from '../../identity/service.ts';
import type { CustomerCaller } from '../../identity/types.ts';
import { FILES } from '../../matters/following/schema.ts';
import { promiseOf } from '../../matters/opening/service.ts';
import { refuseOther } from '../../matters/own/service.ts';
import { FormKey } from '../../site/schema.ts';
import { type FieldFault, momentWords, rememberWish, unitOfForm, variantFor, viewFor } from '../../site/service.ts';
import { contactPage } from './page.ts';
import { faultsIn } from './rules.ts';
import { ContactForm, emptyForm } from './schema.ts';
import { type Receipt, type WebformDeps as SendingDeps, sendForm } from './service.ts';
import { wishWords } from './wish-words.ts';

export type WebformDeps = SendingDeps & { signedIn(request: FastifyRequest): Promise<CustomerCaller | undefined> };

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
      const caller = await writer(deps, request);
      const form = { ...emptyForm, form: query.form ?? '', about: caller ? handledCustomer(caller) : '' };
      return { status: 200, body: await draw(deps, { request, reply, caller }, form, []), headers: NO_STORE };
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
        const body = await draw(deps, { ...call, caller: sent.caller }, call.body, sent.faults);
        return { status: 422 as const, body, headers: NO_STORE };
      }
      if (sent.token === '')
        return { status: 303 as const, headers: { ...NO_STORE, location: `/my/matters/${sent.matterId}?done=message` } };
      holdLink(call.reply, deps, sent.token);
      const mailed = sent.mailed ? '?mailed=yes' : '';
      return { status: 303 as const, headers: { ...NO_STORE, location: `/a/receipt${mailed}` } };
    },
  });
}

type Sending = Call<undefined, undefined, undefined, typeof ContactForm>;

type Faulty = { faults: FieldFault[]; caller: CustomerCaller | undefined };

async function send(deps: WebformDeps, { body: form, uploads, idempotency, request }: Sending): Promise<Receipt | Faulty> {
  const caller = form.about ? await writer(deps, request) : undefined;
  // Signed out meanwhile: what was to be theirs does not become nobody's without a word.
  if (form.about && !caller) return { faults: [{ field: 'message', code: 'signed-out' }], caller };
  if (caller) refuseOther(caller, form.about);
  const faults = faultsIn(form, await choicesOf(deps));
  if (faults.length > 0) return { faults, caller };
  const { received, refused } = await receiveUploads(deps.files, uploads, FILES);
  if (refused.length > 0) return { faults: refused.map(({ name, why }) => ({ field: 'files', code: `file-${why}`, about: name })), caller };
  const view = await viewFor(deps.desk, request);
  try {
    const sent = { form, received, readIn: view.variant, wishes: wishWords(view, form), caller, requestId: request.id };
    return await sendForm(deps, idempotency, sent);
  } catch (error) {
    if (error instanceof Invalid && error.code === 'idempotency-key-reused')
      return { faults: [{ field: 'message', code: 'sent-before' }], caller };
    throw error;
  }
}

/** Whoever has signed in and may write: for themselves, or for whom they act for. */
async function writer({ signedIn }: WebformDeps, request: FastifyRequest): Promise<CustomerCaller | undefined> {
  const caller = await signedIn(request);
  return caller && mayAs(caller, 'write') ? caller : undefined;
}

async function choicesOf({ desk }: WebformDeps) {
  const lists = await listsOf(desk.db, { onlyActive: true });
  const keys = (list: string) => (lists[list] ?? []).map(({ key }) => key);
  return { languages: keys('serviceLanguages'), arrangements: keys('specialNeeds') };
}

type By = { request: FastifyRequest; reply: FastifyReply; caller: CustomerCaller | undefined };

async function draw(deps: WebformDeps, { request, reply, caller }: By, form: ContactForm, faults: FieldFault[]): Promise<string> {
  const { desk } = deps;
  const view = await viewFor(desk, request, caller && variantFor(request, caller.language));
  const unit = await unitOfForm(desk.db, await desk.directory.read(), form.form || undefined);
  const promised = unit && promiseOf(unit, view.now);
  const lists = await listsOf(desk.db, { onlyActive: true });
  // Drawn anew for one who is signed out, the form is nobody's until they say otherwise.
  return contactPage(
    view,
    { ...form, about: caller ? form.about : '' },
    {
      caller,
      faults,
      token: formToken(request, reply),
      once: newOnce(),
      languages: lists.serviceLanguages ?? [],
      arrangements: lists.specialNeeds ?? [],
      answerBy: promised ? momentWords(view, promised.toString()) : null,
    },
  );
}
