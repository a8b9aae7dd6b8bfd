import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { empty, page } from '../../../../platform/http/answers.ts';
import { route } from '../../../../platform/http/route.ts';
import type { Keyring } from '../../../../platform/keys/keyring.ts';
import { drawDetails } from '../details-drawing.ts';
import { back, type OwnDeps, PRIVATE } from '../private.ts';
import { about, refuseOther } from '../wishing.ts';
import { askEmail, changePhone, confirmEmail, dropEmail } from './service.ts';

/** A code goes to an address of the caller's choice, which may be a stranger's: few an hour. */
const ASKINGS = { max: 5, windowMs: 3_600_000 };
const CHANGES = { max: 30, windowMs: 600_000 };

const Email = z.email().max(254);
const Phone = z
  .string()
  .max(40)
  .regex(/^[+()\d\s-]*$/)
  .refine((text) => text === '' || text.replaceAll(/\D/g, '').length >= 5);
const text = z
  .string()
  .max(400)
  .transform((words) => words.trim());

export function contactRoutes(app: FastifyInstance, { desk, keys, customer }: OwnDeps & { keys: Keyring }): void {
  route(app, {
    method: 'POST',
    url: '/my/contact/email',
    summary: 'Have a code sent to the e-mail address one wants to be reached by',
    access: customer,
    form: true,
    body: z.strictObject({ ...about, email: text }),
    limit: ASKINGS,
    answers: { 303: empty, 422: page },
    handle: async ({ caller, body, request, reply }) => {
      refuseOther(caller, body.about);
      const email = Email.safeParse(body.email);
      if (!email.success)
        return { status: 422, body: await drawDetails({ desk, caller, request, reply }, { fault: 'email' }), headers: PRIVATE };
      await askEmail(desk, caller, request.id, email.data);
      return back('/my/details?done=code-sent#contact');
    },
  });

  route(app, {
    method: 'POST',
    url: '/my/contact/email/code',
    summary: 'Give the code back: the e-mail address is one’s own from now on',
    access: customer,
    form: true,
    body: z.strictObject({ ...about, code: text }),
    limit: CHANGES,
    answers: { 303: empty, 422: page },
    handle: async ({ caller, body, request, reply }) => {
      refuseOther(caller, body.about);
      const fault = await confirmEmail(desk, keys, caller, request.id, body.code);
      if (!fault) return back('/my/details?done=email#contact');
      return { status: 422, body: await drawDetails({ desk, caller, request, reply }, { fault }), headers: PRIVATE };
    },
  });

  route(app, {
    method: 'POST',
    url: '/my/contact/email/dropping',
    summary: 'Leave the e-mail address as it was',
    access: customer,
    form: true,
    body: z.strictObject(about),
    limit: CHANGES,
    answers: { 303: empty },
    handle: async ({ caller, body, request }) => {
      refuseOther(caller, body.about);
      await dropEmail(desk, caller, request.id);
      return back('/my/details?done=dropped#contact');
    },
  });

  route(app, {
    method: 'POST',
    url: '/my/contact/phone',
    summary: 'Change one’s telephone number, or take it away',
    access: customer,
    form: true,
    body: z.strictObject({ ...about, phone: text }),
    limit: CHANGES,
    answers: { 303: empty, 422: page },
    handle: async ({ caller, body, request, reply }) => {
      refuseOther(caller, body.about);
      const phone = Phone.safeParse(body.phone);
      if (!phone.success)
        return { status: 422, body: await drawDetails({ desk, caller, request, reply }, { fault: 'phone' }), headers: PRIVATE };
      await changePhone(desk, caller, request.id, phone.data || null);
      return back('/my/details?done=phone#contact');
    },
  });
}
