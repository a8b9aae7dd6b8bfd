import { useTranslation } from 'react-i18next';
import type { Order } from '../../../server/modules/matters/orders/schema.ts';
import { Choice } from '../../shared/ui/choice.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { useTimes } from '../../shared/ui/use-times.ts';
import { MomentField } from '../matter/moment-field.tsx';

const kinds = ['interpreter', 'sign-language', 'speech-to-text'] as const;
const ways = ['on-site', 'video', 'phone'] as const;
const lengths = ['15', '30', '45', '60', '90', '120', '180'];

/** As its fields hold it: the moment in the reader's own time, the length as text. */
export type Occasion = Pick<Order, 'kind' | 'language' | 'way' | 'place'> & { at: string; minutes: string };

type OccasionProps = { occasion: Occasion; onChange: (occasion: Occasion) => void; onWrong: (isWrong: boolean) => void };

export function OccasionFields({ occasion, onChange, onWrong }: OccasionProps) {
  const { t } = useTranslation('orders');
  const { duration } = useTimes();
  const set = (part: Partial<Occasion>) => onChange({ ...occasion, ...part });
  return (
    <>
      <section className="fields">
        <Choice
          label={t('kind')}
          options={kinds.map((id) => ({ id, label: t(`kinds.${id}`) }))}
          value={occasion.kind}
          onChange={(kind) => set({ kind: kind as Order['kind'] })}
        />
        <TextField label={t('language')} value={occasion.language} onChange={(language) => set({ language })} />
        <Choice
          label={t('way')}
          options={ways.map((id) => ({ id, label: t(`ways.${id}`) }))}
          value={occasion.way}
          onChange={(way) => set({ way: way as Order['way'] })}
        />
      </section>
      <section className="fields two">
        <MomentField label={t('at')} value={occasion.at} onChange={(at) => set({ at })} onWrong={onWrong} />
        <Select
          label={t('length')}
          options={lengths.map((id) => ({ id, label: duration(Number(id)) }))}
          value={occasion.minutes}
          onChange={(minutes) => set({ minutes })}
        />
        <TextField label={t('place')} value={occasion.place} onChange={(place) => set({ place })} />
      </section>
    </>
  );
}
