import { Ban, Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MatterPage, PermittedWork } from '../../../server/modules/matters/schema.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { dayIn } from '../../shared/ui/day-text.ts';
import { Icon } from '../../shared/ui/icon.tsx';
import { useNames } from '../session.tsx';

/** What the agreement lets one do for each authority of this matter, here, today (yhteispalvelulaki 223/2007). */
export function PermittedSection({ page }: { page: MatterPage }) {
  const { t } = useTranslation('desk');
  if (page.permitted.length === 0) return null;
  return (
    <section className="section" aria-labelledby="permitted">
      <div className="section-head">
        <h2 id="permitted">{t('permitted.title')}</h2>
      </div>
      {page.permitted.map((work) => (
        <Work key={work.organisationId} work={work} />
      ))}
    </section>
  );
}

function Work({ work }: { work: PermittedWork }) {
  const { t } = useTranslation('desk');
  const names = useNames();
  const locale = useLocale();
  const may = work.may.length > 0 ? work.may : work.tasks.map((task) => t(`permitted.tasks.${task}`));
  return (
    <div className="work">
      <h3>
        {names.shortOrganisation(work.organisationId)}
        {work.validUntil ? <span className="quiet small">{t('permitted.until', { date: dayIn(work.validUntil, locale) })}</span> : null}
      </h3>
      <ul className="may">
        {may.map((sentence) => (
          <li key={sentence}>
            <span className="good">
              <Icon of={Check} />
            </span>
            <span>{sentence}</span>
          </li>
        ))}
        {work.mayNot.map((sentence) => (
          <li key={sentence}>
            <span className="bad">
              <Icon of={Ban} label={t('permitted.not')} />
            </span>
            <span>{sentence}</span>
          </li>
        ))}
        {may.length === 0 ? (
          <li>
            <span className="bad">
              <Icon of={Ban} />
            </span>
            <span>{t('permitted.none')}</span>
          </li>
        ) : null}
      </ul>
    </div>
  );
}
