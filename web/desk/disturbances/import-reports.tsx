import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useTranslation } from 'react-i18next';
import { type Imported, importReports } from '../../shared/api/disturbances.ts';
import { Button } from '../../shared/ui/button.tsx';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';

/** The guarding company's reports from a file: what came, what was known, and which lines could not be read. */
export function ImportReports({ pointId }: { pointId: string }) {
  const { t } = useTranslation('disturbances');
  const [imported, setImported] = useState<Imported | null>(null);
  const { run, isRunning, problem } = useDeed([keys.disturbances(pointId)], { tellsHere: true });
  const bring = (files: FileList | null) => {
    const [file] = files ?? [];
    if (!file) return;
    setImported(null);
    void run(async () => setImported(await importReports(pointId, file)));
  };
  return (
    <section className="import-reports" aria-label={t('import.button')}>
      <FileTrigger acceptedFileTypes={['.csv', 'text/csv']} onSelect={bring}>
        <Button isPending={isRunning}>{t('import.button')}</Button>
      </FileTrigger>
      <p className="quiet">{t('import.hint')}</p>
      <div role="status">
        {problem ? <p className="field-problem">{problem}</p> : null}
        {imported ? (
          <>
            <p>
              {t('import.added', { count: imported.added })} {imported.known > 0 ? t('import.known', { count: imported.known }) : null}
            </p>
            {imported.skipped.length > 0 ? <Skipped skipped={imported.skipped} /> : null}
          </>
        ) : null}
      </div>
    </section>
  );
}

function Skipped({ skipped }: Pick<Imported, 'skipped'>) {
  const { t } = useTranslation('disturbances');
  return (
    <>
      <p>{t('import.skipped', { count: skipped.length })}</p>
      <ul>
        {skipped.map(({ line, why }) => (
          <li key={line}>{t('import.line', { line, why: t(`import.why.${why}`) })}</li>
        ))}
      </ul>
    </>
  );
}
