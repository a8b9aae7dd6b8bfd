import { Printer } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewSlip } from '../../shared/api/slips.ts';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Choice } from '../../shared/ui/choice.tsx';
import { sayMatterNumber } from '../../shared/ui/matter-number.ts';
import { Time } from '../../shared/ui/time.tsx';

const variants = ['fi', 'sv', 'en', 'fi-x-plain'] as const;

/** The codes in big digits, and the paper as it will be printed, in the customer's language. */
export function MadeSlip({ slip }: { slip: NewSlip }) {
  const { t } = useTranslation('slips');
  const [variant, setVariant] = useState<keyof NewSlip['papers']>(slip.language);
  const paper = useRef<HTMLIFrameElement>(null);
  const print = () => paper.current?.contentWindow?.print();
  useShortcuts([{ keys: 'Control+Enter', label: t('print'), run: print }]);
  return (
    <section className="fields">
      <p role="status">{t('once')}</p>
      <dl className="slip-shown">
        <div>
          <dt>{t('number')}</dt>
          <dd>{sayMatterNumber(slip.number)}</dd>
        </div>
        <div>
          <dt>{t('pin')}</dt>
          <dd>{`${slip.pin.slice(0, 3)} ${slip.pin.slice(3)}`}</dd>
        </div>
      </dl>
      <p className="quiet">
        {t('until')} <Time at={slip.expiresAt} look="date" />
      </p>
      <Choice
        label={t('language')}
        options={variants.map((id) => ({ id, label: t(`languages.${id}`) }))}
        value={variant}
        onChange={(id) => setVariant(id as keyof NewSlip['papers'])}
      />
      <p>
        <Button kind="primary" icon={Printer} keys="Control+Enter" onPress={print}>
          {t('print')}
        </Button>
      </p>
      <iframe className="slip-paper" ref={paper} title={t('preview')} srcDoc={slip.papers[variant]} />
    </section>
  );
}
