import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { beginCard } from '../../shared/api/cards.ts';
import { newKey } from '../../shared/api/request.ts';
import { Button } from '../../shared/ui/button.tsx';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';
import { useKeptOrganisation } from './use-kept-organisation.ts';

/** `organisationId`: whose service it is, where it is one of those that work here. */
type NewCardProps = { about?: { serviceId: string; organisationId: string | null } };

/** Begins as a draft of one's own organisation, about a service where it is begun on the service's page. */
export function NewCard({ about }: NewCardProps) {
  const { t } = useTranslation('cards');
  const go = useNavigate();
  const ownerOrganisationId = useKeptOrganisation();
  const key = useRef(newKey());
  const { run, isRunning } = useDeed([keys.cards]);
  if (!ownerOrganisationId) return null;
  const begin = () =>
    run(async () => {
      const { id } = await beginCard({ ownerOrganisationId, ...about, content: {} }, key.current);
      key.current = newKey();
      await go({ to: '/knowledge/cards/$cardId', params: { cardId: id } });
    });
  return (
    <Button icon={Plus} isPending={isRunning} onPress={() => void begin()}>
      {t(about ? 'service.newCard' : 'title.begin')}
    </Button>
  );
}
