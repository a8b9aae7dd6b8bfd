import './aside.css';
import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { Button } from '../../shared/ui/button.tsx';
import { DocumentsSection } from '../documents/documents-section.tsx';
import { MappingSection } from '../mapping/mapping-section.tsx';
import { OrdersSection } from '../orders/orders-section.tsx';
import { ReferralSection } from '../referral/referral-section.tsx';
import { ArrangementsSection } from './arrangements-section.tsx';
import { CustomerSection } from './customer-section.tsx';
import { IdentitySection } from './identity-section.tsx';
import { PermittedSection } from './permitted-section.tsx';
import { RelatedSection } from './related-section.tsx';
import { RequestsSection } from './requests-section.tsx';
import { SharesSection } from './shares-section.tsx';

type AsideProps = { page: MatterPage; isOpen: boolean; onClose: () => void; onWrapUp: () => void };

/** Beside the matter: who it is, how they are served, what one may do here, who was asked. */
export function MatterAside({ page, isOpen, onClose, onWrapUp }: AsideProps) {
  const { t } = useTranslation('desk');
  const isDesk = page.may.write;
  useShortcuts(isDesk ? [{ keys: 'w', label: t('wrapUp.title'), run: onWrapUp }] : []);
  return (
    <section className="pane pane-side aside" aria-label={t('aside.label')} data-open={isOpen || undefined}>
      <div className="close-aside">
        <Button kind="plain" icon={X} push aria-label={t('aside.close')} onPress={onClose} />
      </div>
      <div className="pane-body">
        <CustomerSection page={page} />
        <IdentitySection page={page} />
        <ArrangementsSection page={page} />
        <MappingSection page={page} />
        <ReferralSection page={page} />
        <OrdersSection page={page} />
        <PermittedSection page={page} />
        <DocumentsSection page={page} />
        <RequestsSection page={page} />
        <SharesSection page={page} />
        <RelatedSection page={page} />
      </div>
      {isDesk ? (
        <div className="pane-foot">
          <Button kind="primary" wide keys="w" onPress={onWrapUp}>
            {t('wrapUp.title')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
