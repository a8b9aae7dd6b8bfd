import { useTranslation } from 'react-i18next';
import type { WrapUpForm } from '../../../server/modules/matters/contacts/schema.ts';
import { nameIn } from '../../shared/i18n/names.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { Select } from '../../shared/ui/select.tsx';
import { useNames } from '../session.tsx';

const none = 'none';

type ServiceByCardProps = { cards: WrapUpForm['cards']; value: string | null; onChange: (cardId: string | null) => void };

/** A need nobody has named yet gets its service and authority from a card that was opened. */
export function ServiceByCard({ cards, value, onChange }: ServiceByCardProps) {
  const { t } = useTranslation('cards');
  const locale = useLocale();
  const names = useNames();
  if (cards.length === 0) return null;
  const options = cards.map((card) => ({
    id: card.id,
    label: [nameIn(card.names, locale), names.shortOrganisation(card.organisationId)].filter(Boolean).join(' · '),
  }));
  return (
    <Select
      look="line"
      label={t('wrapUp.service')}
      options={[...options, { id: none, label: t('wrapUp.noService') }]}
      value={value ?? none}
      onChange={(id) => onChange(id === none ? null : id)}
    />
  );
}
