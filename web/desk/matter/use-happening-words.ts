import { useTranslation } from 'react-i18next';
import type { OrderState } from '../../../server/modules/matters/orders/schema.ts';
import type { Happening } from '../../../server/modules/matters/schema.ts';
import { sayMatterNumber } from '../../shared/ui/matter-number.ts';
import { useNames } from '../session.tsx';

const known = [
  'handed-over',
  'closed',
  'reopened',
  'merged',
  'split',
  'linked',
  'unlinked',
  'need-added',
  'need-directed',
  'need-received',
  'need-settled',
  'need-unsettled',
  'need-dropped',
  'shared',
  'unshared',
  'customer-named',
  'customer-claimed',
  'customer-identified',
  'claim-refused',
  'changed-by-consent',
  'customer-outcome',
  'language-order',
  'document-received',
  'document-handed',
  'document-signed',
  'document-transferred',
  'document-sent-on',
  'document-taken-over',
  'document-returned',
  'document-sent-back',
  'mapping-started',
  'mapping-confirmed',
  'invitation-sent',
  'invitation-booked',
  'invitation-cancelled',
  'invitation-expired',
  'invitation-withdrawn',
] as const;

const ofSlips = [
  'slip-made',
  'slip-reset',
  'slip-revoked',
  'slip-locked',
  'collected',
  'collecting-refused',
  'link-made',
  'link-revoked',
] as const;

/** A line of what happened that no message or contact tells. */
export function useHappeningWords() {
  const { t } = useTranslation('desk');
  const { t: words } = useTranslation('slips');
  const { t: ofOrders } = useTranslation('orders');
  const names = useNames();
  return ({ kind, data, personName }: Happening) => {
    const known = asKnown(kind);
    const about = [
      names.unit(text(data.toUnitId)),
      names.organisation(text(data.organisationId)),
      names.point(text(data.pointId)),
      sayNumber(data.number),
      outcomeOf(data.outcome) ? t(`outcomes.${outcomeOf(data.outcome) ?? 'neither'}`) : '',
      kind === 'language-order' && orderState(data.state) ? ofOrders(`states.${orderState(data.state) ?? 'ordered'}`) : '',
      personName,
      text(data.note),
    ];
    const ofSlip = ofSlips.find((one) => one === kind);
    const title = known ? t(`happenings.${variantOf(known, data)}`) : ofSlip ? words(`happenings.${ofSlip}`) : kind;
    return { title, facts: about.filter(Boolean).join(' · ') };
  };
}

/** The same happening said by who brought it about. */
function variantOf(kind: (typeof known)[number], data: Happening['data']) {
  if (kind === 'unshared' && data.withdrawn === true) return 'consent-withdrawn';
  return kind === 'customer-claimed' && data.byRepresentative === true ? 'representative-claimed' : kind;
}

function asKnown(kind: string): (typeof known)[number] | undefined {
  return known.find((one) => one === kind);
}

function sayNumber(value: unknown): string {
  return typeof value === 'string' ? sayMatterNumber(value) : '';
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function outcomeOf(value: unknown): 'handled' | 'initiated' | 'neither' | undefined {
  return (['handled', 'initiated', 'neither'] as const).find((one) => one === value);
}

function orderState(value: unknown): OrderState | undefined {
  return (['to-order', 'ordered', 'confirmed', 'done', 'failed', 'cancelled'] as const).find((one) => one === value);
}
