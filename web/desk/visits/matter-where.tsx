import { Fragment, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitInput } from '../../../server/modules/queue/visits/schema.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ErrorState } from '../../shared/ui/error-state.tsx';
import { sayMatterNumber } from '../../shared/ui/matter-number.ts';
import { Path, type PathStep } from '../../shared/ui/path.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { Skeleton } from '../../shared/ui/skeleton.tsx';
import { Time } from '../../shared/ui/time.tsx';
import { TurnWord } from '../matter/turn-word.tsx';
import { useMatter } from '../queries.ts';
import { useNames } from '../session.tsx';
import type { FoundMatter } from './matter-finder.tsx';

type Identification = VisitInput['identification'];

type MatterWhereProps = {
  matter: FoundMatter;
  identification: Identification;
  onIdentification: (level: Identification) => void;
  onDrop: () => void;
};

/** "Where is my matter?" It is looked at, and told, only when one knows who asks. */
export function MatterWhere({ matter, identification, onIdentification, onDrop }: MatterWhereProps) {
  const { t } = useTranslation('visits');
  const lists = useNames();
  const box = useRef<HTMLDivElement>(null);
  // The field it was found by is gone: the next question takes the keys.
  useEffect(() => box.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus(), []);
  return (
    <div className="greet-matter" ref={box}>
      <p className="visit-matter">
        <strong>{matter.title}</strong> <span className="quiet">{sayMatterNumber(matter.number)}</span>
        <Button size="small" kind="plain" push onPress={onDrop}>
          {t('matter.drop')}
        </Button>
      </p>
      <Select
        label={t('matter.identification')}
        hint={t('matter.identifyFirst')}
        options={lists.items('identificationLevels')}
        value={identification}
        onChange={(level) => onIdentification(level as Identification)}
      />
      {isSure(identification) ? <Where matterId={matter.id} /> : null}
    </div>
  );
}

const isSure = (level: Identification) => level === 'document-seen' || level === 'strong' || level === 'mandate';

function Where({ matterId }: { matterId: string }) {
  const { t } = useTranslation('visits');
  const lists = useNames();
  const matter = useMatter(matterId);
  if (matter.error && !matter.data) return <ErrorState error={matter.error} onRetry={() => void matter.refetch()} />;
  if (!matter.data) return <Skeleton lines={3} />;
  const page = matter.data;
  const steps = page.steps.filter(({ state }) => state !== 'dropped');
  const asked = page.requests.filter(({ answeredAt }) => answeredAt === null);
  return (
    <section className="matter-where" aria-label={t('matter.whereNow')}>
      <TurnWord page={page} />
      <dl className="facts-list">
        <dt>{t('matter.since')}</dt>
        <dd>
          <Time at={page.openedAt} look="date" />
        </dd>
        <dt>{t('matter.keeper')}</dt>
        <dd>{page.personName ?? t('matter.nobodyYet')}</dd>
        {asked.map(({ id, toOrganisationId, askedAt }) => (
          <Fragment key={id}>
            <dt>{t('matter.asked')}</dt>
            <dd>
              {lists.organisation(toOrganisationId)} · <Time at={askedAt} look="date" />
            </dd>
          </Fragment>
        ))}
      </dl>
      {steps.length > 0 ? <Path label={t('matter.whereNow')} steps={steps.map(stepOf)} /> : null}
    </section>
  );
}

type Step = NonNullable<ReturnType<typeof useMatter>['data']>['steps'][number];

const stepOf = ({ id, state, title, place, doneAt, at, deadlineAt }: Step): PathStep => {
  const when = doneAt ?? at ?? deadlineAt;
  return {
    id,
    state: state === 'planned' ? 'next' : state === 'now' ? 'now' : 'done',
    when: when ? <Time at={when} look="date" /> : null,
    title,
    facts: place,
  };
};
