import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { empty, page } from '../../../platform/http/answers.ts';
import { once } from '../../../platform/http/idempotency.ts';
import { route } from '../../../platform/http/route.ts';
import { byId, id } from '../../../platform/http/shapes.ts';
import { byOf } from '../../identity/service.ts';
import { viewFor } from '../../site/service.ts';
import { PictureVariant } from '../mapping/schema.ts';
import { variantOf } from '../messages/wording.ts';
import { drawLink, PRIVATE, placeWords, refuseForeignPage } from '../printing/paper.ts';
import type { MatterDeps } from '../routes.ts';
import { OutcomeSaid, ReferralInput, ReferralLink, ReferralList, SkillAnswers, SkillFound } from './schema.ts';
import { linkReferral, mailReferral, noteSkill, refer, referralForPaper, referralsOf, sayReferralOutcome } from './service.ts';
import { referralSheet } from './sheet.ts';

const ofReferral = z.object({ id, referralId: id });
const yesOrNo = z.enum(['yes', 'no']).default('no');

export function referralRoutes(app: FastifyInstance, deps: MatterDeps): void {
  const { desk, staff } = deps;

  route(app, {
    method: 'GET',
    url: '/api/matters/:id/referrals',
    summary: 'Referrals to digital support in a matter',
    access: staff,
    params: byId,
    answers: { 200: ReferralList },
    handle: async (call) => ({ status: 200, body: await referralsOf(desk, byOf(call), call.params.id) }),
  });

  route(app, {
    method: 'POST',
    url: '/api/matters/:id/referrals',
    summary: 'Refer the customer to more demanding digital support',
    access: staff,
    params: byId,
    body: ReferralInput,
    answers: { 201: byId },
    idempotency: 'required',
    handle: async (call) => {
      const done = await once(
        desk.db,
        call.idempotency,
        async (trx) => {
          const value = await refer(desk, trx, byOf(call), call.params.id, call.body);
          return { resourceId: value.id, status: 201, value };
        },
        async (made) => ({ id: made }),
      );
      return { status: 201, body: done.value };
    },
  });

  route(app, {
    method: 'PUT',
    url: '/api/matters/:id/referrals/:referralId/outcome',
    summary: 'Note how the customer got on with the digital support',
    access: staff,
    params: ofReferral,
    body: OutcomeSaid,
    answers: { 204: empty },
    handle: async (call) => {
      const { id: matterId, referralId } = call.params;
      await sayReferralOutcome(desk, byOf(call), { matterId, referralId }, call.body.outcome);
    },
  });

  route(app, {
    method: 'PUT',
    url: '/api/matters/:id/digital-skill',
    summary: 'Find out the customer’s level of digital skill by a few answers',
    access: staff,
    params: byId,
    body: SkillAnswers,
    answers: { 200: SkillFound },
    handle: async (call) => ({ status: 200, body: await noteSkill(desk, byOf(call), call.params.id, call.body.answers) }),
  });

  givingRoutes(app, deps);
  paperRoute(app, deps);
}

function givingRoutes(app: FastifyInstance, { desk, staff, publicUrl }: MatterDeps): void {
  route(app, {
    method: 'POST',
    url: '/api/matters/:id/referrals/:referralId/emails',
    summary: 'Send the contact details of a referral by e-mail',
    access: staff,
    params: ofReferral,
    answers: { 201: byId },
    idempotency: 'required',
    handle: async (call) => {
      const { id: matterId, referralId } = call.params;
      const done = await once(
        desk.db,
        call.idempotency,
        async (trx) => {
          const value = await mailReferral(desk, trx, byOf(call), { matterId, referralId });
          return { resourceId: value.id, status: 201, value };
        },
        async (made) => ({ id: made }),
      );
      return { status: 201, body: done.value };
    },
  });

  route(app, {
    method: 'POST',
    url: '/api/matters/:id/referrals/:referralId/links',
    summary: 'Make a secret link by which the customer reads the contact details of a referral',
    access: staff,
    params: ofReferral,
    answers: { 201: ReferralLink },
    handle: async (call) => {
      const { id: matterId, referralId } = call.params;
      const { token, expiresAt } = await linkReferral(desk, byOf(call), { matterId, referralId });
      return { status: 201, body: { url: `${publicUrl}/a/${token}`, expiresAt } };
    },
  });
}

/** `link=yes` makes a secret link to put on the paper. */
function paperRoute(app: FastifyInstance, { desk, staff, publicUrl }: MatterDeps): void {
  route(app, {
    method: 'GET',
    url: '/print/referrals/:id',
    summary: 'The contact details of a referral on paper for the customer',
    access: staff,
    params: byId,
    query: z.object({ authorities: yesOrNo, link: yesOrNo, lang: PictureVariant.optional() }),
    answers: { 200: page },
    handle: async (call) => {
      refuseForeignPage(call.request);
      const { authorities, link, lang } = call.query;
      const paper = await referralForPaper(desk, byOf(call), call.params.id, { named: authorities === 'yes', linked: link === 'yes' });
      const view = await viewFor(desk, call.request, lang ?? variantOf(paper.place.language));
      const { points } = await desk.directory.read();
      const body = referralSheet(view, {
        number: paper.place.number,
        referral: paper.referral,
        place: placeWords(view, points, paper.place.pointId),
        link: await drawLink(view, publicUrl, paper.link),
      });
      return { status: 200, body, headers: PRIVATE };
    },
  });
}
