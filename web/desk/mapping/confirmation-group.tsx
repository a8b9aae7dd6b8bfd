import { EyeOff, FileCheck2, Mic, Printer, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { confirmMapping, picturePrintAddress, takeDecisionBack } from '../../shared/api/mappings.ts';
import { Button } from '../../shared/ui/button.tsx';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';
import type { GroupProps } from './groups.ts';
import { Record } from './record.tsx';

/** The customer says yes: on the screen they are shown, on paper, or aloud. */
export function ConfirmationGroup({ page, onCover }: GroupProps & { onCover: () => void }) {
  const { t } = useTranslation('mapping');
  const { run, isRunning } = useDeed([keys.mapping(page.id), keys.matter(page.matter.id), keys.mappings]);
  if (page.state !== 'decided') return <p>{t('confirm.first')}</p>;
  return (
    <>
      <section className="fields" aria-labelledby="how">
        <h3 id="how">{t('confirm.how')}</h3>
        <p className="actions">
          <Button kind="primary" icon={EyeOff} keys="F8" onPress={onCover}>
            {t('confirm.screen')}
          </Button>
          <Button icon={FileCheck2} isPending={isRunning} onPress={() => void run(() => confirmMapping(page.id, 'paper'))}>
            {t('confirm.paper')}
          </Button>
          <Button icon={Mic} isPending={isRunning} onPress={() => void run(() => confirmMapping(page.id, 'voice'))}>
            {t('confirm.voice')}
          </Button>
        </p>
        <Prints page={page} />
      </section>
      <Record page={page} />
      <p>
        <Button kind="plain" icon={Undo2} isPending={isRunning} onPress={() => void run(() => takeDecisionBack(page.id))}>
          {t('confirm.takeBack')}
        </Button>
      </p>
    </>
  );
}

/** A paper in each language the picture is written in. */
export function Prints({ page }: Pick<GroupProps, 'page'>) {
  const { t } = useTranslation('mapping');
  return (
    <p className="actions">
      {page.variants
        .filter((variant) => page.pictures[variant] !== undefined)
        .map((variant) => (
          <Button
            key={variant}
            icon={Printer}
            onPress={() => void window.open(picturePrintAddress(page.id, variant), '_blank', 'noopener')}
          >
            {t('picture.printed', { language: t(`picture.languages.${variant}`) })}
          </Button>
        ))}
    </p>
  );
}
