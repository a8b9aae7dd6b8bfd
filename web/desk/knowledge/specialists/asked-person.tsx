import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/ui/button.tsx';
import { useSpecialists } from './queries.ts';
import { StandingWords } from './standing.tsx';

/** Whom a question in the making goes to, and how they stand; it may go to the whole unit instead. */
export function AskedPerson({ id, onUnit }: { id: string; onUnit: () => void }) {
  const { t } = useTranslation('specialists');
  const person = useSpecialists().data?.specialists.find((one) => one.id === id);
  if (!person) return null;
  return (
    <p className="ask-fields asked-person">
      <span>{t('goesTo', { name: person.name })}</span> <StandingWords of={person} />
      <Button size="small" kind="plain" icon={X} onPress={onUnit}>
        {t('wholeUnit')}
      </Button>
    </p>
  );
}
