import { randomUUID } from 'node:crypto';
import type { Caller } from './app.ts';

const text = (name: string) => ({
  name,
  helpsWith: 'Puhelimen ja tietokoneen käyttö',
  where: 'Kirjasto',
  how: 'Tule käymään.',
  price: 'Maksuton',
  accessibility: 'Esteetön sisäänkäynti',
});

/** Who gives digital support, as their keepers write it; parts may be other. */
export const anActorInput = (ownerOrganisationId: string, rest: Record<string, unknown> = {}) => {
  const name = `Kirjaston laitekerho ${randomUUID().slice(0, 8)}`;
  return {
    ownerOrganisationId,
    kind: 'library',
    texts: { fi: text(name), sv: text(name), en: text(name), plain: { helpsWith: 'Apua puhelimeen.', how: 'Tule tiistaina.' } },
    supportKinds: ['own-device'],
    answersTo: ['long-term-guidance', 'basic-problems'],
    languages: ['fi', 'sv'],
    phone: '019 000 1160',
    email: 'kirjasto@kunta.example',
    ...rest,
  };
};

export async function anActor(keeper: Caller, ownerOrganisationId: string, rest: Record<string, unknown> = {}): Promise<string> {
  const answer = await keeper.call<{ id: string }>('POST', '/api/knowledge/support-actors', anActorInput(ownerOrganisationId, rest), {
    'idempotency-key': randomUUID(),
  });
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body.id;
}
