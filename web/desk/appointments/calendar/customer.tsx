import { useQuery } from '@tanstack/react-query';
import { UserRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readCustomer } from '../../../shared/api/calendar.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { useSayWhy } from '../../use-deed.ts';

/** Who has booked, shown when asked for: the look is recorded. */
export function Customer({ id }: { id: string }) {
  const { t } = useTranslation('calendar');
  const sayWhy = useSayWhy();
  const [isAsked, setAsked] = useState(false);
  const { data, error } = useQuery({ queryKey: ['booked-customer', id], queryFn: () => readCustomer(id), enabled: isAsked, gcTime: 0 });
  if (error) return <p role="alert">{sayWhy(error)}</p>;
  if (!data)
    return (
      <Button icon={UserRound} isPending={isAsked} onPress={() => setAsked(true)}>
        {t('customerShow')}
      </Button>
    );
  return (
    <p role="status">
      <strong>{data.name}</strong>
      {data.phone ? (
        <>
          <br />
          <a href={`tel:${data.phone.replace(/[^+\d]/g, '')}`}>{data.phone}</a>
        </>
      ) : null}
      {data.email ? (
        <>
          <br />
          {data.email}
        </>
      ) : null}
    </p>
  );
}
