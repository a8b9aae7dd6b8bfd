import { useTranslation } from 'react-i18next';
import { Button } from '../../../../shared/ui/button.tsx';
import { Panel } from '../../../../shared/ui/panel.tsx';
import { useTimes } from '../../../../shared/ui/use-times.ts';
import { FormFoot } from '../../../form-foot.tsx';
import { useNameHere } from '../../words.ts';
import type { Proposed, useMoving } from './use-moving.ts';

type ProposedPanelProps = { moving: ReturnType<typeof useMoving>; proposed: readonly Proposed[] };

/** What would be done for each, and what they are told, before anything is done: a letter cannot be taken back. */
export function ProposedPanel({ moving, proposed }: ProposedPanelProps) {
  const { t } = useTranslation(['booking-setup', 'admin']);
  const { dateTime } = useTimes();
  const nameHere = useNameHere();
  const due = proposed.filter(({ proposal }) => proposal.kind !== 'none');
  const of = (kind: Proposed['proposal']['kind'], told?: Proposed['told']) =>
    proposed.filter((one) => one.proposal.kind === kind && (!told || one.told === told)).length;
  const sums = [
    [of('same'), 'moves.sumSame'],
    [of('other', 'email'), 'moves.sumEmail'],
    [of('other', 'call'), 'moves.sumCall'],
    [of('other', 'nobody'), 'moves.sumNobody'],
    [of('none'), 'moves.sumNone'],
  ] as const;
  const foot = (
    <FormFoot
      save={t('moves.carryOut', { count: due.length })}
      isPending={moving.at !== null}
      isDisabled={due.length === 0}
      onSave={() => void moving.carryOut()}
    >
      <span className="quiet small" role="status">
        {moving.at ? t('moves.doing', moving.at) : ''}
      </span>
      <Button onPress={moving.leave}>{t('admin:cancel')}</Button>
    </FormFoot>
  );
  return (
    <Panel title={t('moves.proposals')} foot={foot} onClose={moving.leave}>
      <div className="booking-proposals">
        <ul>
          {sums
            .filter(([count]) => count > 0)
            .map(([count, words]) => (
              <li key={words}>{t(words, { count })}</li>
            ))}
        </ul>
        <table className="admin-table" aria-label={t('moves.proposals')}>
          <thead>
            <tr>
              <th scope="col">{t('moves.booked')}</th>
              <th scope="col">{t('moves.proposal')}</th>
              <th scope="col">{t('moves.tells')}</th>
            </tr>
          </thead>
          <tbody>
            {proposed.map(({ conflict, proposal, told }) => (
              <tr key={conflict.appointmentId} className="admin-row">
                <th scope="row">{[dateTime(conflict.startsAt), nameHere(conflict.stop?.name)].filter(Boolean).join(' · ')}</th>
                <td data-label={t('moves.proposal')}>
                  {proposal.kind === 'other'
                    ? dateTime(proposal.startsAt)
                    : t(proposal.kind === 'same' ? 'moves.same' : 'moves.noProposal')}
                </td>
                <td data-label={t('moves.tells')}>{proposal.kind === 'other' ? t(`moves.short.${told}`) : t('moves.short.nothing')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
