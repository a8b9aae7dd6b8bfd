import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { rememberCard } from '../../shared/api/cards.ts';
import { type DraftOf, type MatterDraft, without } from '../composer/draft.ts';
import { writeAt } from '../composer/writing.tsx';
import { useSession } from '../session.tsx';
import { isTalk } from '../talk.ts';
import { useBeside, useWork } from './beside.tsx';

type Deeds = { onAnswered: (cardId: string) => void; onHandOver: (unitId: string) => void };

/** What a card does to a matter: its answer into the reply, the question or the matter on to whom it says, the contact to its end. */
export function useMatterWork(page: MatterPage, draft: DraftOf<MatterDraft>, { onAnswered, onHandOver }: Deeds): void {
  const { directory } = useSession();
  const queries = useQueryClient();
  const isMine = page.may.write && page.state === 'open';
  const contact = page.contacts.findLast((one) => one.wrappedAt === null);

  function insert(text: string) {
    const before = draft.body.message.trim();
    // In a talk the answer is read aloud, and what was said is noted as told.
    const told =
      contact && isTalk(contact.channel) && !before
        ? { channel: contact.channel === 'counter' ? ('counter' as const) : ('phone' as const) }
        : {};
    writeAt(() => draft.write({ tab: 'message', message: before ? `${before}\n\n${text}` : text, ...told }));
  }

  function forward(unitId: string | null, title: string, personId: string | null = null) {
    const unit = directory.units.find((one) => one.id === unitId);
    if (unit?.tier === 1) return onHandOver(unit.id);
    const question = { askUnitId: unitId, askPersonId: personId, askTitle: title, ask: draft.body.ask };
    writeAt(() => draft.write({ ...without(draft.body, 'ask'), tab: 'ask', ...question }));
  }

  async function remember(contactId: string, cardId: string) {
    await rememberCard(contactId, cardId).catch(() => {});
    await queries.invalidateQueries({ queryKey: ['wrap-up', contactId] });
  }

  useWork(
    isMine
      ? {
          language: page.language,
          into: 'message',
          insert,
          opened: (cardId) => contact && void remember(contact.id, cardId),
          forward: page.may.ask ? forward : undefined,
          answered: contact ? ({ id }) => void remember(contact.id, id).then(() => onAnswered(id)) : undefined,
        }
      : null,
  );
  useAnsweredAtOnce(page.id, onAnswered);
  useAskedAtOnce(page, draft, forward);
}

/** A call noted and answered in one go: its wrap-up opens with the matter. */
function useAnsweredAtOnce(matterId: string, onAnswered: (cardId: string) => void): void {
  const { answeredNow } = useBeside();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the matter comes
  useEffect(() => {
    const now = answeredNow.current;
    answeredNow.current = null;
    if (now?.matterId === matterId) onAnswered(now.cardId);
  }, [matterId]);
}

/** A question begun at a specialist's page: written here as soon as what was kept of this matter's draft has come. */
function useAskedAtOnce(
  page: MatterPage,
  { isRead }: DraftOf<MatterDraft>,
  ask: (unitId: string, title: string, personId: string | null) => void,
) {
  const { askNow } = useBeside();
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the matter and its draft are there
  useEffect(() => {
    const now = askNow.current;
    if (!isRead || now?.matterId !== page.id) return;
    askNow.current = null;
    // After the effect: writing is opened at once, which React does not do meanwhile.
    if (page.may.ask) queueMicrotask(() => ask(now.unitId, '', now.personId));
  }, [page.id, isRead]);
}
