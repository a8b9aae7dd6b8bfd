import { useQueries } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { SearchResult } from '../../../server/modules/matters/schema.ts';
import { search } from '../../shared/api/matters.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ArrangementTaps } from '../aside/arrangements-panel.tsx';
import { CustomerFields } from '../aside/customer-fields.tsx';
import type { FieldFaults } from '../field-faults.ts';
import type { PartProps } from './contact-part.tsx';
import { earlierOf, soughtBy } from './earlier.ts';

/** Who it is, if they say; an earlier customer is offered while the name, the phone number or the e-mail address is typed. */
export function CustomerPart({ body, onChange, faults }: PartProps & { faults: FieldFaults }) {
  const { t } = useTranslation('desk');
  return (
    <section className="fields" aria-labelledby="new-customer">
      <div>
        <h2 id="new-customer">{t('customer.title')}</h2>
        {body.customerId ? null : <p className="quiet">{t('new.customerHint')}</p>}
      </div>
      {body.customerId ? (
        <p className="actions">
          <strong>{body.customerName}</strong>
          <Button kind="plain" size="small" icon={X} onPress={() => onChange({ customerId: null, customerName: '' })}>
            {t('new.notThem')}
          </Button>
        </p>
      ) : (
        <CustomerFields
          words={body.customer}
          onChange={(customer) => onChange({ customer })}
          faults={faults}
          known={<EarlierCustomers body={body} onChange={onChange} />}
        />
      )}
      <h3>{t('arrangements.title')}</h3>
      <ArrangementTaps value={body.arrangements} onChange={(arrangements) => onChange({ arrangements })} />
    </section>
  );
}

function EarlierCustomers({ body, onChange }: PartProps) {
  const { t } = useTranslation('desk');
  const sought = soughtBy(body.customer);
  const customers = useQueries({
    queries: sought.map((words) => ({
      queryKey: ['search', words],
      queryFn: ({ signal }: { signal: AbortSignal }) => search(words, signal),
      placeholderData: (previous: SearchResult | undefined) => previous,
    })),
    combine: (found) => earlierOf(found.flatMap((one) => one.data?.customers ?? [])),
  });
  if (customers.length === 0) return null;
  return (
    <div className="earlier" aria-live="polite">
      <p>{t('new.sameAs')}</p>
      <ul className="lines">
        {customers.map((customer) => (
          <li key={customer.id}>
            <span className="name">
              {customer.name} <span className="quiet">{t('search.matterCount', { count: customer.matters })}</span>
            </span>
            <Button size="small" push onPress={() => onChange({ customerId: customer.id, customerName: customer.name })}>
              {t('new.itIsThem')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
