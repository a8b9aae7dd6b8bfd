import '../aside/aside.css';
import { Check, IdCard, User, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { RequestPage } from '../../../server/modules/matters/requests/schema.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ArrangementChip, Chips } from '../../shared/ui/chip.tsx';
import { dayIn } from '../../shared/ui/day-text.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import { DocumentsOfNeed } from '../documents/documents-section.tsx';
import { useNames } from '../session.tsx';

const tasks = ['inform', 'guide', 'help-fill', 'receive', 'decide'] as const;

export function RequestAside({ page, isOpen, onClose }: { page: RequestPage; isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('desk');
  const names = useNames();
  const { customer, request } = page;
  const isSure = ['document-seen', 'strong', 'mandate'].includes(customer.identification);
  return (
    <section className="pane pane-side aside" aria-label={t('aside.label')} data-open={isOpen || undefined}>
      <div className="close-aside">
        <Button kind="plain" icon={X} push aria-label={t('aside.close')} onPress={onClose} />
      </div>
      <div className="pane-body">
        <section className="section" aria-labelledby="customer">
          <div className="section-head">
            <h2 id="customer">{customer.name ?? t('nameless.other')}</h2>
          </div>
          <p className="id-level">
            <span className={isSure ? 'good' : 'quiet'}>
              <Icon of={isSure ? IdCard : User} />
            </span>
            <span>{names.item('identificationLevels', customer.identification)}</span>
          </p>
          <dl className="facts-list">
            <dt>{t('customer.language')}</dt>
            <dd>{names.item('serviceLanguages', customer.language)}</dd>
          </dl>
        </section>
        <section className="section" aria-labelledby="arrangements">
          <div className="section-head">
            <h2 id="arrangements">{t('arrangements.title')}</h2>
          </div>
          {customer.arrangements.length === 0 ? (
            <p className="quiet">{t('arrangements.none')}</p>
          ) : (
            <Chips label={t('arrangements.title')}>
              {customer.arrangements.map((one) => (
                <ArrangementChip key={one.id} kind={one.kind} label={names.item('specialNeeds', one.kind)} detail={one.detail} />
              ))}
            </Chips>
          )}
        </section>
        <section className="section" aria-labelledby="sees">
          <div className="section-head">
            <h2 id="sees">{t('requests.youSee')}</h2>
          </div>
          <p>{t('requests.youSeeHint', { organisation: names.organisation(request.toOrganisationId) })}</p>
        </section>
        <DocumentsOfNeed matterId={request.matterId} needId={request.needId} />
        <AdvisorMay page={page} />
      </div>
    </section>
  );
}

/** What the agreement lets the advisor do with the answer. */
function AdvisorMay({ page: { advisorMay } }: { page: RequestPage }) {
  const { t } = useTranslation('desk');
  const locale = useLocale();
  const permitted = tasks.filter((task) => advisorMay.tasks.includes(task));
  return (
    <section className="section" aria-labelledby="advisor-may">
      <div className="section-head">
        <h2 id="advisor-may">{t('requests.advisorMay')}</h2>
        {advisorMay.validUntil ? (
          <span className="quiet small push">{t('permitted.until', { date: dayIn(advisorMay.validUntil, locale) })}</span>
        ) : null}
      </div>
      <ul className="may">
        {permitted.map((task) => (
          <li key={task}>
            <span className="good">
              <Icon of={Check} />
            </span>
            <span>{t(`permitted.tasks.${task}`)}</span>
          </li>
        ))}
      </ul>
      {permitted.length === 0 ? <p className="quiet">{t('permitted.none')}</p> : null}
    </section>
  );
}
