import { ArrowRightLeft, Forward, MoveRight, PackageCheck, Printer, Send, Truck, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DocumentPage } from '../../../server/modules/matters/documents/schema.ts';
import { documentReceiptAddress } from '../../shared/api/documents.ts';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { Button } from '../../shared/ui/button.tsx';
import type { Deed } from './deed-panel.tsx';

const signs = {
  signed: { icon: PackageCheck, keys: 's' },
  'taken-over': { icon: PackageCheck, keys: 's' },
  'sent-on': { icon: Forward, keys: 'f' },
  handed: { icon: Truck, keys: 'a' },
  moved: { icon: MoveRight, keys: 'm' },
  'came-back': { icon: Undo2, keys: 'b' },
  'handed-back': { icon: Truck, keys: 'b' },
  returned: { icon: Undo2, keys: 'g' },
  'sent-back': { icon: Send, keys: undefined },
  transferred: { icon: ArrowRightLeft, keys: 't' },
} as const;

/** What usually comes next on the paper's way stands first. */
const order = Object.keys(signs) as Deed[];

/** What may be done with the paper now; one that should have gone back, giving it back first. */
export function Deeds({ page, onDeed }: { page: DocumentPage; onDeed: (deed: Deed) => void }) {
  const { t } = useTranslation('documents');
  const likely: Deed[] = page.isOverdue ? ['returned', ...order.filter((kind) => kind !== 'returned')] : order;
  const open = likely.filter((kind) => page.may.deeds.includes(kind));
  const isBack = page.state === 'returned';
  const print = (what: 'arrival' | 'return') => window.open(documentReceiptAddress(page.id, what), '_blank', 'noopener');
  useShortcuts([
    ...open.flatMap((kind) => {
      const { keys } = signs[kind];
      return keys ? [{ keys, label: t(`deeds.${kind}.do`), run: () => onDeed(kind) }] : [];
    }),
    ...(page.may.print ? [{ keys: 'p', label: t('receipt.arrival'), run: () => print('arrival') }] : []),
  ]);
  if (open.length === 0 && !page.may.print) return null;
  return (
    <section className="section document-part deeds" aria-label={t('commands')}>
      {open.map((kind, index) => (
        <Button
          key={kind}
          kind={index === 0 ? 'primary' : 'normal'}
          icon={signs[kind].icon}
          keys={signs[kind].keys}
          onPress={() => onDeed(kind)}
        >
          {t(`deeds.${kind}.do`)}
        </Button>
      ))}
      {page.may.print ? (
        <Button kind="plain" icon={Printer} keys="p" onPress={() => print('arrival')}>
          {t('receipt.arrival')}
        </Button>
      ) : null}
      {page.may.print && isBack ? (
        <Button kind="plain" icon={Printer} onPress={() => print('return')}>
          {t('receipt.return')}
        </Button>
      ) : null}
    </section>
  );
}
