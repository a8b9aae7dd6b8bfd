import './slip.css';
import { Ticket } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { SlipPanel, useSlip } from './slip-panel.tsx';

const offers: Record<string, 'offerLocked' | 'offerExpired'> = { locked: 'offerLocked', expired: 'offerExpired' };

/** Who leaves the desk with no way back in their pocket is offered one first. */
export function SlipOffer({ page }: { page: MatterPage }) {
  const { email, phone, street } = page.customer;
  const hasNothing = !email && !phone && !street && !['web', 'email'].includes(page.openedChannel);
  if (!hasNothing || page.state !== 'open' || !page.may.handOver) return null;
  return <Offer page={page} />;
}

function Offer({ page }: { page: MatterPage }) {
  const { t } = useTranslation('slips');
  const [isOpen, setOpen] = useState(false);
  const facts = useSlip(page.id).data;
  const isOffered = facts !== undefined && facts.state !== 'open';
  return (
    <>
      {isOffered ? (
        <section className="slip-offer" aria-label={t('title')}>
          <Icon of={Ticket} />
          <p>{t(offers[facts.state] ?? (page.customer.restricted ? 'offerRestricted' : 'offer'))}</p>
          <Button push onPress={() => setOpen(true)}>
            {t('give')}
          </Button>
        </section>
      ) : null}
      {isOpen ? <SlipPanel page={page} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
