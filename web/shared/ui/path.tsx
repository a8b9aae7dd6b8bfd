import './path.css';
import './path-resident.css';
import { Check, Landmark, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from './icon.tsx';
import { type Laid, layOut, type PathState } from './path-layout.ts';

export type PathStep = {
  id: string;
  state: PathState;
  /** 1 and 2: how far from the customer's desk, the tiers of support. Main steps have none; 0 inside a branch: meanwhile, on the main line. */
  depth?: number;
  when?: ReactNode;
  icon?: LucideIcon;
  title: ReactNode;
  /** Who, how long, where: quiet, after the title. */
  facts?: ReactNode;
  /** A command of this step, e.g. undo. */
  command?: ReactNode;
  body?: ReactNode;
  /** The square sign where a branch to an authority starts. */
  authority?: boolean;
  /** away: the matter went there and the main line waits · beside: both go on. */
  branch?: { label: string; course: 'away' | 'beside'; steps: PathStep[] } | undefined;
};

/**
 * A matter's path, the one drawing of the product: done, now, next, out to the authorities and back. `look` decides where time stands:
 * left of the line at the desk, under the words for residents.
 */
export function Path({ label, steps, look = 'desk' }: { label: string; steps: readonly PathStep[]; look?: 'desk' | 'resident' }) {
  return (
    <ol className={`path ${look}`} aria-label={label}>
      {layOut(steps).map((row) => (
        <Step key={row.step.id} row={row} look={look} />
      ))}
    </ol>
  );
}

function Step({ row, look }: { row: Laid<PathStep>; look: 'desk' | 'resident' }) {
  const { step, branch } = row;
  const lines = {
    'data-state': step.state,
    'data-depth': row.depth,
    'data-from': row.from,
    'data-above': row.above,
    'data-below': row.below,
    'data-rail': row.rail,
    'data-past': row.past || undefined,
  };
  return (
    <li className={`step ${step.authority ? 'authority' : ''}`} aria-current={step.state === 'now' ? 'step' : undefined} {...lines}>
      {look === 'desk' ? <div className="when">{step.when}</div> : null}
      <Track step={step} look={look} />
      <What step={step} look={look} />
      {branch.length > 0 ? (
        <ol className="branch" aria-label={step.branch?.label}>
          {branch.map((inner) => (
            <Step key={inner.step.id} row={inner} look={look} />
          ))}
        </ol>
      ) : null}
    </li>
  );
}

function Track({ step, look }: { step: PathStep; look: 'desk' | 'resident' }) {
  return (
    <span className="track" aria-hidden="true">
      <span className="rail" />
      <span className="above" />
      <span className="below" />
      <span className="past" />
      <span className="node">{look === 'resident' ? <NodeSign step={step} /> : null}</span>
    </span>
  );
}

function NodeSign({ step }: { step: PathStep }) {
  if (step.authority) return <Icon of={Landmark} />;
  return step.state === 'done' ? <Icon of={Check} /> : null;
}

function What({ step, look }: { step: PathStep; look: 'desk' | 'resident' }) {
  const { t } = useTranslation('ui');
  return (
    <div className="what">
      <p className="what-line">
        {step.icon ? <Icon of={step.icon} /> : null}
        <span className="what-words">
          <span className="what-title">{step.title}</span>
          <span className="heard"> {t(`path.${step.state}`)} </span>
          {step.facts ? <span className="quiet what-facts">{step.facts}</span> : null}
        </span>
        {step.command ? <span className="what-command">{step.command}</span> : null}
      </p>
      {look === 'resident' && step.when ? <div className="when">{step.when}</div> : null}
      {step.body}
    </div>
  );
}
