import './packages.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { takePackage } from '../../shared/api/packages.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { ComboBox } from '../../shared/ui/combo-box.tsx';
import { dayIn, dayOf } from '../../shared/ui/day-text.ts';
import { todayInFinland } from '../../shared/ui/days.ts';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { showToast } from '../../shared/ui/toasts.ts';
import { FormFoot } from '../form-foot.tsx';
import { keys } from '../queries.ts';
import { useNames } from '../session.tsx';
import { useDeed } from '../use-deed.ts';
import { plannedOf, saidIn } from './package-words.ts';
import { usePackage, usePackages } from './queries.ts';

/** A life event's steps for this matter: chosen, looked at with their deadlines, and on the path in one tap. */
export function TakePackagePanel({ page, onClose }: { page: MatterPage; onClose: () => void }) {
  const { t } = useTranslation('packages');
  const locale = useLocale();
  const packages = usePackages();
  const [packageId, setPackageId] = useState<string | null>(null);
  const [dayText, setDayText] = useState(() => dayIn(todayInFinland(), locale));
  const { run, isRunning, problem } = useDeed([keys.matter(page.id)], { tellsHere: true });
  const eventDay = dayOf(dayText);
  const options = (packages.data ?? [])
    .filter(({ isActive }) => isActive)
    .map(({ id, titles, steps }) => ({ id, label: saidIn(titles, locale) ?? '', hint: t('steps', { count: steps }) }));

  async function take() {
    if (!packageId) return;
    let added = 0;
    const done = await run(async () => {
      added = (await takePackage(page.id, packageId, eventDay)).added;
    });
    if (!done) return;
    showToast({ text: added === 0 ? t('nothingAdded') : t('added', { count: added }) });
    onClose();
  }

  return (
    <Panel
      title={t('take')}
      facts={page.title}
      onClose={onClose}
      foot={
        <FormFoot
          save={t('addToPath')}
          isPending={isRunning}
          isDisabled={!packageId || !eventDay}
          onSave={() => void take()}
          problem={problem}
        />
      }
    >
      {packages.isPending ? <Skeleton lines={4} /> : null}
      {packages.error ? <ErrorState error={packages.error} onRetry={() => void packages.refetch()} /> : null}
      {packages.data && options.length === 0 ? <p className="quiet">{t('noneYet')}</p> : null}
      {options.length > 0 ? (
        <section className="fields">
          <ComboBox label={t('which')} options={options} value={packageId} onChange={setPackageId} autoFocus />
          <TextField
            label={t('eventDay')}
            hint={t('eventDayHint')}
            value={dayText}
            onChange={setDayText}
            inputMode="numeric"
            maxLength={10}
            problem={eventDay ? undefined : t('dayFault')}
          />
        </section>
      ) : null}
      {packageId && eventDay ? <Planned packageId={packageId} language={page.language} eventDay={eventDay} /> : null}
    </Panel>
  );
}

/** What goes on the path, in the customer's own language. */
function Planned({ packageId, language, eventDay }: { packageId: string; language: string; eventDay: string }) {
  const { t } = useTranslation('packages');
  const locale = useLocale();
  const names = useNames();
  const { data, error, refetch } = usePackage(packageId);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={4} />;
  return (
    <section aria-labelledby="planned">
      <h2 className="section-head" id="planned">
        {t('planned')}
      </h2>
      <ol className="planned-steps" lang={language}>
        {plannedOf(data.content.steps, language, eventDay).map(({ title, deadline, organisationId }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the order is what a step is known by here
          <li key={index}>
            <span>{title}</span>
            <span className="quiet" lang={locale}>
              {[organisationId && names.organisation(organisationId), deadline && t('by', { day: dayIn(deadline, locale) })]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
