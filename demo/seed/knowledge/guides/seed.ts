import type { Kysely } from 'kysely';
import { addPublishedGuide } from '../../../../server/modules/knowledge/guides/drafts/publishing.ts';
import { GuideContent } from '../../../../server/modules/knowledge/guides/schema.ts';
import { dayOf } from '../../../../server/platform/clock/day.ts';
import type { Tables } from '../../../../server/platform/db/tables.ts';
import { inTransaction, type Trx } from '../../../../server/platform/db/transaction.ts';
import { type Places, placesOf } from '../../matters/places.ts';
import { idOfKey } from '../ids.ts';
import { guides } from './list.ts';
import type { DemoGuide } from './types.ts';

const OWNER = 'mallila';
const PEOPLE = { writer: 'Aino Korpela', approver: 'Riitta Harju' };
/** Between one version and the next. */
const DAYS_APART = 60;
const HOURS_OF_DAY = 24;

/** The demo's guides, each with the versions it has had before `now`. @returns how many were written */
export async function seedGuides(db: Kysely<Tables>, now: Temporal.Instant): Promise<number> {
  return inTransaction(db, async (trx) => {
    const places = await placesOf(trx);
    if (!places) return 0;
    let written = 0;
    for (const [index, guide] of guides.entries()) if (await seedGuide(trx, places, guide, { now, index })) written += 1;
    return written;
  });
}

type When = { now: Temporal.Instant; index: number };

async function seedGuide(trx: Trx, places: Places, guide: DemoGuide, { now, index }: When): Promise<boolean> {
  const today = dayOf(now);
  const content = contentOf(guide, places, today);
  const writerId = places.person(PEOPLE.writer);
  const versions = Array.from({ length: guide.version }, (_, at) => {
    const younger = guide.version - 1 - at;
    return {
      content: asItWas(content, younger),
      changeNote: at === 0 ? '' : 'Lisätty kohta, jota vuorossa on kysytty.',
      at: now.subtract({ hours: (10 + index + younger * DAYS_APART) * HOURS_OF_DAY }),
    };
  });
  const id = await addPublishedGuide(trx, {
    id: idOfKey('guide', guide.key),
    ownerOrg: places.organisation(OWNER),
    ownerPersonId: writerId,
    // One is soon to be looked over.
    reviewOn: today.add({ days: index === 0 ? 9 : 120 + index }),
    now: versions[0]?.at ?? now,
    writerId,
    approverId: places.person(PEOPLE.approver),
    versions,
  });
  return id !== undefined;
}

function contentOf({ kind, texts, point, organisation, issuer, validForDays }: DemoGuide, places: Places, today: Temporal.PlainDate) {
  return GuideContent.parse({
    kind,
    texts,
    organisationId: organisation ? places.organisation(organisation) : null,
    issuerId: issuer ? places.organisation(issuer) : null,
    validUntil: validForDays === undefined ? null : today.add({ days: validForDays }).toString(),
    points: point ? [places.point(point)] : [],
  });
}

/** A version so many before the present one: so many lines shorter. */
function asItWas(content: GuideContent, younger: number): GuideContent {
  if (younger === 0) return content;
  const texts = Object.entries(content.texts).map(([language, text]) => [
    language,
    { ...text, body: text.body.split('\n').slice(0, -younger).join('\n').trim() },
  ]);
  return { ...content, texts: Object.fromEntries(texts) };
}
