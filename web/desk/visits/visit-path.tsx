import { useTranslation } from 'react-i18next';
import type { QueueBoard, VisitPage } from '../../shared/api/visits.ts';
import { nameIn } from '../../shared/i18n/names.ts';
import { useLocale } from '../../shared/i18n/use-locale.ts';
import { Path, type PathStep } from '../../shared/ui/path.tsx';
import { Time } from '../../shared/ui/time.tsx';
import { useBoardNames } from './words.ts';

type Step = VisitPage['steps'][number];

/** A visit is drawn like everything else that has a course. */
export function VisitPath({ board, visit }: { board: QueueBoard; visit: VisitPage }) {
  const { t } = useTranslation('visits');
  const names = useBoardNames(board);
  const locale = useLocale();
  const stepOf = (step: Step): PathStep => ({
    id: step.id,
    state: step.state === 'planned' ? 'next' : step.endedAt ? 'done' : 'now',
    when: step.state === 'planned' ? null : <Time at={step.calledAt ?? step.joinedAt} look="clock" />,
    title: step.queueId ? names.queue(step.queueId) : t('path.elsewhere'),
    facts: [nameIn(step.counter ?? undefined, locale), t(`states.${step.state}`)].filter(Boolean).join(' · '),
  });
  const arrived: PathStep = {
    id: 'arrived',
    state: 'done',
    when: <Time at={visit.arrivedAt} look="clock" />,
    title: t('path.arrived'),
    facts: t(`cameBy.${visit.cameBy}`),
  };
  return <Path label={t('path.title')} steps={[arrived, ...visit.steps.filter(({ state }) => state !== 'dropped').map(stepOf)]} />;
}
