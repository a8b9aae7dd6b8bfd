import { useTranslation } from 'react-i18next';
import type { ImportFault } from './api.ts';

const codes = [
  'no-id',
  'no-name',
  'not-a-record',
  'unknown-kind',
  'unreadable',
  'not-storable',
  'own-record',
  'hours-unreadable',
  'coordinates-outside',
  'unknown-class',
  'unknown-organisation',
  'unknown-general-description',
  'unknown-channel',
] as const;

/** What could not be taken, for correcting it at the source. */
export function Faults({ faults }: { faults: readonly ImportFault[] }) {
  const { t } = useTranslation('directory');
  return (
    <>
      <h3>{t('faults.title')}</h3>
      <p className="quiet small">{t('faults.hint')}</p>
      <ul className="imports-faults">
        {faults.map((fault) => (
          <li key={fault.id}>
            <strong>{fault.name ?? t('faults.nameless')}</strong> <span className="quiet small">{t(`one.${fault.step}`)}</span>
            <span className="imports-why">
              {t(`faults.codes.${codes.find((one) => one === fault.code) ?? 'unreadable'}`)}{' '}
              {t(fault.skipped ? 'faults.skipped' : 'faults.kept')}
            </span>
            {fault.recordId || fault.detail ? (
              <span className="quiet small imports-ids">{[fault.recordId, fault.detail].filter(Boolean).join(' · ')}</span>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
