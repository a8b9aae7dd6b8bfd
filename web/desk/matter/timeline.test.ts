import { describe, expect, test } from 'vitest';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { timelineOf } from './timeline.ts';

type Told = Parameters<typeof timelineOf>[0];
const at = (clock: string) => `2026-11-25T${clock}:00Z`;

const nothing: Told = { contacts: [], messages: [], requests: [], happenings: [], notices: [], steps: [], state: 'open', awaits: 'us' };
const page = (more: Partial<Told>): Told => ({ ...nothing, ...more });

const contact = (id: string, clock: string) =>
  ({ id, startedAt: at(clock), channel: 'email', direction: 'in', summary: '' }) as unknown as MatterPage['contacts'][number];
const message = (id: string, clock: string, more: object = {}) =>
  ({
    id,
    createdAt: at(clock),
    sentAt: null,
    direction: 'out',
    state: 'sent',
    contactId: null,
    ...more,
  }) as unknown as MatterPage['messages'][number];
const request = (id: string, clock: string, more: object = {}) =>
  ({ id, askedAt: at(clock), parentId: null, tier: 2, state: 'open', entries: [], ...more }) as unknown as MatterPage['requests'][number];
const step = (id: string, state: string, more: object = {}) =>
  ({ id, state, at: null, doneAt: null, title: id, ...more }) as unknown as MatterPage['steps'][number];
const said = (kind: string, clock: string) => ({ kind, at: at(clock), personName: null, text: '' });

const told = (entries: ReturnType<typeof timelineOf>) => entries.map((entry) => `${entry.kind} ${entry.id} ${entry.state}`);

describe('the timeline of a matter', () => {
  test('puts what happened in order and ends where the matter stands', () => {
    const lines = timelineOf(page({ contacts: [contact('b', '09:00'), contact('a', '08:00')], messages: [message('m', '08:30')] }));
    expect(told(lines)).toEqual(['contact a done', 'message m done', 'contact b done', 'turn turn now']);
  });

  test('shows what came in with its contact, once', () => {
    const lines = timelineOf(
      page({ contacts: [contact('a', '08:00')], messages: [message('m', '08:00', { direction: 'in', contactId: 'a' })] }),
    );
    expect(told(lines)).toEqual(['contact a done', 'turn turn now']);
    expect(lines[0]).toMatchObject({ messages: [{ id: 'm' }] });
  });

  test('what came later in the same contact stands where it came', () => {
    const came = (id: string, clock: string) => message(id, clock, { direction: 'in', contactId: 'a', state: 'received' });
    const answer = message('answer', '09:00', { contactId: 'a' });
    const lines = timelineOf(
      page({ contacts: [contact('a', '08:00')], messages: [came('first', '08:00'), answer, came('thanks', '10:00')] }),
    );
    expect(told(lines)).toEqual(['contact a done', 'message answer done', 'message thanks done', 'turn turn now']);
    expect(lines[0]).toMatchObject({ messages: [{ id: 'first' }] });
  });

  test('a contact that was only a message sent is told by the message', () => {
    const out = { ...contact('a', '08:00'), direction: 'out' } as ReturnType<typeof contact>;
    const lines = timelineOf(page({ contacts: [out], messages: [message('m', '08:00', { contactId: 'a' })] }));
    expect(told(lines)).toEqual(['message m done', 'turn turn now']);
  });

  test('a message on its way is now, and what is planned is next', () => {
    const lines = timelineOf(
      page({ messages: [message('m', '10:00', { state: 'scheduled' })], steps: [step('s', 'now'), step('later', 'planned')] }),
    );
    expect(told(lines)).toEqual(['message m now', 'step s next', 'step later next']);
  });

  test('a planned step that is now stands as now', () => {
    expect(told(timelineOf(page({ contacts: [contact('a', '08:00')], steps: [step('s', 'now')] })))).toEqual([
      'contact a done',
      'step s now',
    ]);
  });

  test('a question goes down the tiers and the answer comes back', () => {
    const two = request('two', '10:00', {
      state: 'answered',
      entries: [said('asked', '10:00'), said('forwarded', '10:10'), said('answered', '11:00')],
    });
    const three = request('three', '10:10', {
      tier: 3,
      parentId: 'two',
      state: 'answered',
      entries: [said('asked', '10:10'), said('answered', '10:50')],
    });
    const [line, now] = timelineOf(page({ requests: [two, three] }));
    expect(line?.kind === 'request' && line.branch.course).toBe('away');
    expect(line?.kind === 'request' && line.branch.twigs.map((twig) => `${twig.depth} ${twig.entry?.kind} ${twig.state}`)).toEqual([
      '1 forwarded done',
      '2 answered done',
      '1 answered done',
    ]);
    expect(now).toMatchObject({ kind: 'tell', state: 'now', request: { id: 'two' } });
  });

  test('an answer is told before what is planned goes on', () => {
    const answered = request('two', '10:00', { state: 'answered', entries: [said('answered', '11:00')] });
    expect(told(timelineOf(page({ requests: [answered], steps: [step('s', 'now')] })))).toEqual([
      'request two done',
      'tell tell.two now',
      'step s next',
    ]);
    const done = { ...answered, toldAt: at('11:30') };
    expect(told(timelineOf(page({ requests: [done], steps: [step('s', 'now')] })))).toEqual(['request two done', 'step s now']);
  });

  test('a note in between does not make it two ways', () => {
    const note = message('n', '10:30', { kind: 'note', direction: 'internal', state: 'noted' });
    const lines = timelineOf(page({ requests: [request('two', '10:00')], messages: [note] }));
    expect(lines[0]?.kind === 'request' && lines[0].branch.course).toBe('away');
    expect(lines[0]?.kind === 'request' && lines[0].branch.meanwhile.map((entry) => entry.id)).toEqual(['n']);
    expect(told(lines)).toEqual(['request two done']);
  });

  test('a note after the answer comes after the branch', () => {
    const two = request('two', '10:00', { state: 'answered', entries: [said('answered', '11:00')] });
    const note = message('n', '11:30', { kind: 'note', direction: 'internal', state: 'noted' });
    expect(told(timelineOf(page({ requests: [two], messages: [note] })))).toEqual([
      'request two done',
      'message n done',
      'tell tell.two now',
    ]);
  });

  test('opening a need in order to ask is told by the question', () => {
    const two = request('two', '10:00', { needId: 'need', toOrganisationId: 'org' });
    const shared = (organisationId: string) =>
      ({
        id: `to ${organisationId}`,
        kind: 'shared',
        at: at('10:00'),
        needId: 'need',
        personName: null,
        data: { organisationId },
      }) as const;
    const lines = timelineOf(page({ requests: [two], happenings: [shared('org'), shared('other')] }));
    expect(told(lines)).toEqual(['request two done', 'happening to other done']);
  });

  test('while the question is open the matter is where it was asked last', () => {
    const two = request('two', '10:00', { state: 'forwarded', entries: [said('forwarded', '10:10')] });
    const three = request('three', '10:10', { tier: 3, parentId: 'two', state: 'open' });
    const lines = timelineOf(page({ requests: [two, three], steps: [step('s', 'now')] }));
    expect(told(lines)).toEqual(['request two done', 'step s next']);
    expect(lines[0]?.kind === 'request' && lines[0].branch.twigs.at(-1)).toMatchObject({ depth: 2, state: 'now', entry: null });
  });

  test('when the customer is served meanwhile, the branch runs beside', () => {
    const lines = timelineOf(page({ requests: [request('two', '10:00')], contacts: [contact('a', '10:30')] }));
    expect(lines[0]?.kind === 'request' && lines[0].branch.course).toBe('beside');
    expect(lines[0]?.kind === 'request' && lines[0].branch.meanwhile.map((entry) => entry.id)).toEqual(['a']);
    expect(told(lines)).toEqual(['request two done', 'turn turn now']);
  });

  test('a closed matter has no now', () => {
    expect(told(timelineOf(page({ contacts: [contact('a', '08:00')], state: 'closed', awaits: 'nobody' })))).toEqual(['contact a done']);
  });
});
