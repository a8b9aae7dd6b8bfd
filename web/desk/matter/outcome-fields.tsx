import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '../../../server/modules/matters/needs/schema.ts';
import { Choice } from '../../shared/ui/choice.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';

const outcomes = ['handled', 'initiated', 'neither'] as const;

type OutcomeFieldsProps = {
  label: string;
  note?: ReactNode;
  outcome: Outcome | null;
  onOutcome: (outcome: Outcome) => void;
  receipt: string;
  onReceipt: (receipt: string) => void;
  receiptProblem?: string | undefined;
};

/** How a need ended. "Initiated" is a legal fact: it takes the authority's receipt (hallintolaki 434/2003, 19-20 §). */
export function OutcomeFields({ label, note, outcome, onOutcome, receipt, onReceipt, receiptProblem }: OutcomeFieldsProps) {
  const { t } = useTranslation('desk');
  return (
    <div className="outcome">
      <Choice
        label={label}
        note={note}
        options={outcomes.map((id) => ({ id, label: t(`outcomes.${id}`) }))}
        value={outcome}
        onChange={(id) => onOutcome(id as Outcome)}
      />
      {outcome === 'initiated' ? (
        <TextField
          label={t('needs.receipt')}
          hint={t('needs.receiptHint')}
          value={receipt}
          onChange={onReceipt}
          problem={receiptProblem}
          isRequired
        />
      ) : null}
    </div>
  );
}
