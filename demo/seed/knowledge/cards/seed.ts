import { type Kysely, sql } from 'kysely';
import { addPublishedCard } from '../../../../server/modules/knowledge/cards/arriving.ts';
import { publishVersion } from '../../../../server/modules/knowledge/cards/drafts/publishing.ts';
import { insertVersion, markApproved, openVersion } from '../../../../server/modules/knowledge/cards/drafts/queries.ts';
import { insertCard, lockAnyCard } from '../../../../server/modules/knowledge/cards/queries.ts';
import type { CardContent } from '../../../../server/modules/knowledge/cards/schema.ts';
import { openWrong } from '../../../../server/modules/knowledge/cards/tasks/queries.ts';
import { putVerdict } from '../../../../server/modules/knowledge/cards/verdicts/queries.ts';
import { dayOf } from '../../../../server/platform/clock/day.ts';
import type { Tables } from '../../../../server/platform/db/tables.ts';
import { inTransaction, type Trx } from '../../../../server/platform/db/transaction.ts';
import { type Places, placesOf } from '../../matters/places.ts';
import { serviceId } from '../records.ts';
import { contentOf, organisationOf } from './content.ts';
import { cards } from './list.ts';
import type { DemoCard } from './types.ts';

/** Who writes and who approves, by who keeps the card. */
const PEOPLE = {
  mallila: { writer: 'Aino Korpela', approver: 'Riitta Harju' },
  kela: { writer: 'Mika Ranta', approver: 'Kaisa Rinne' },
};
const HOURS_OF_DAY = 24;

/**
 * What tier 1 may answer in the demo, approved by the demo's people in the days before `now`. Does nothing where there is a card already.
 * @returns how many cards were written
 */
export async function seedCards(db: Kysely<Tables>, now: Temporal.Instant): Promise<number> {
  return inTransaction(db, async (trx) => {
    const { rows } = await sql`select from service_card limit 1`.execute(trx);
    const places = await placesOf(trx);
    if (rows.length > 0 || !places) return 0;
    for (const [index, card] of cards.entries()) await seedCard(trx, places, card, daysBefore(now, 20 + (index % 9)), now);
    return cards.length;
  });
}

async function seedCard(trx: Trx, places: Places, card: DemoCard, at: Temporal.Instant, now: Temporal.Instant): Promise<void> {
  const { writer, approver } = PEOPLE[card.owner ?? 'mallila'];
  const people = { writerId: places.person(writer), approverId: places.person(approver) };
  const content = contentOf(card, card.forward.unit ? places.unit(card.forward.unit).id : null);
  const written = card.state === 'stale' ? daysBefore(now, 200) : card.state === 'revised' ? daysBefore(now, 120) : at;
  const organisation = organisationOf(card);
  const row = {
    ownerOrg: places.organisation(card.owner ?? 'mallila'),
    serviceId: serviceId(card.service),
    organisationId: organisation ? places.organisation(organisation) : null,
    ownerPersonId: people.writerId,
    reviewOn: dayOf(now).add(card.state === 'stale' ? { days: -12 } : { months: 5 }),
    now: written,
  };
  if (card.state === 'draft') {
    const id = await insertCard(trx, row);
    await insertVersion(trx, id, { content, changeNote: '', personId: people.writerId, now: written });
    return;
  }
  const first = card.state === 'revised' ? asItWas(content) : content;
  const id = await addPublishedCard(trx, { ...row, ...people, content: first });
  if (card.state === 'revised') await revise(trx, id, content, people, at);
  await judge(trx, id, card, places, daysBefore(now, 3));
}

/** Before letters were explained and with fewer ready answers. */
function asItWas(content: CardContent): CardContent {
  const texts = Object.entries(content.texts).map(([language, text]) => [
    language,
    { ...text, letters: [], answers: text.answers.slice(0, 1) },
  ]);
  return { ...content, texts: Object.fromEntries(texts) };
}

type Both = { writerId: string; approverId: string };

async function revise(trx: Trx, id: string, content: CardContent, { writerId, approverId }: Both, now: Temporal.Instant): Promise<void> {
  const number = await insertVersion(trx, id, {
    content,
    changeNote: 'Kirjeet selitetty ja muuttajalle oma vastaus.',
    personId: writerId,
    now,
  });
  const [version, card] = [await openVersion(trx, id), await lockAnyCard(trx, id)];
  if (!version || !card) throw new Error('a card that was just written is not there');
  await markApproved(trx, version, approverId, null);
  await publishVersion(trx, card, number, now);
}

/** What colleagues have said of it. */
async function judge(trx: Trx, cardId: string, card: DemoCard, places: Places, now: Temporal.Instant): Promise<void> {
  const number = card.state === 'revised' ? 2 : 1;
  await putVerdict(trx, { cardId, number, personId: places.person('Ebba Nylund'), helped: true, why: '', now });
  if (card.state !== 'reported') return;
  const why = 'Asiakas kertoi, että alkuperäistä valtakirjaa ei oteta enää talteen vaan siitä riittää kopio. Kumpi on oikein?';
  const verdict = await putVerdict(trx, { cardId, number, personId: places.person('Leo Salmi'), helped: false, why, now });
  await openWrong(trx, cardId, verdict, now);
}

const daysBefore = (now: Temporal.Instant, days: number) => now.subtract({ hours: days * HOURS_OF_DAY });
