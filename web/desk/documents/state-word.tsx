import { CircleCheck, MapPin, Send, TriangleAlert, Truck, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DocumentRow } from '../../../server/modules/matters/documents/schema.ts';
import { StatusWord, type Tone } from '../../shared/ui/status.tsx';

const looks = {
  here: { tone: 'wait', icon: MapPin },
  'on-way': { tone: 'wait', icon: Truck },
  'with-authority': { tone: 'good', icon: CircleCheck },
  'coming-back': { tone: 'wait', icon: Truck },
  'to-keeper': { tone: 'wait', icon: Truck },
  returned: { tone: 'quiet', icon: Undo2 },
  'sent-back': { tone: 'quiet', icon: Send },
} as const satisfies Record<DocumentRow['state'], { tone: Tone; icon: unknown }>;

/** Where a paper is, and whether it should have gone back. */
export function StateWord({ document, filled = false }: { document: Pick<DocumentRow, 'state' | 'isOverdue'>; filled?: boolean }) {
  const { t } = useTranslation('documents');
  if (document.isOverdue) {
    return (
      <StatusWord tone="bad" icon={TriangleAlert} filled={filled}>
        {t('overdue')}
      </StatusWord>
    );
  }
  const { tone, icon } = looks[document.state];
  return (
    <StatusWord tone={tone} icon={icon} filled={filled}>
      {t(`states.${document.state}`)}
    </StatusWord>
  );
}
