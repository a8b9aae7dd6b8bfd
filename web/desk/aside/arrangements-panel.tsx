import { useTranslation } from 'react-i18next';
import type { MatterPage } from '../../../server/modules/matters/schema.ts';
import { arrange, endArrangement } from '../../shared/api/desk.ts';
import { Panel } from '../../shared/ui/panel.tsx';
import { Taps } from '../../shared/ui/taps.tsx';
import { keys } from '../queries.ts';
import { useNames } from '../session.tsx';
import { useDeed } from '../use-deed.ts';
import { ArrangementDetails } from './arrangement-details.tsx';

/** One tap each, kept at once. */
export function ArrangementsPanel({ page, onClose }: { page: MatterPage; onClose: () => void }) {
  const { t } = useTranslation('desk');
  const { customer } = page;
  const { run } = useDeed([keys.matter(page.id), keys.matters]);
  const held = customer.arrangements.map((one) => one.kind);

  function change(kinds: string[]) {
    const added = kinds.filter((kind) => !held.includes(kind));
    const ended = customer.arrangements.filter((one) => !kinds.includes(one.kind));
    void run(() =>
      Promise.all([...added.map((kind) => arrange(customer.id, { kind })), ...ended.map((one) => endArrangement(customer.id, one.id))]),
    );
  }

  return (
    <Panel title={t('arrangements.title')} facts={t('arrangements.note')} onClose={onClose}>
      <section>
        <ArrangementTaps value={held} onChange={change} />
      </section>
      {customer.arrangements.map((one) => (
        <ArrangementDetails key={one.id} arrangement={one} onSave={(detail) => void run(() => arrange(customer.id, detail))} />
      ))}
    </Panel>
  );
}

/** The municipality's list in its groups. */
export function ArrangementTaps({ value, onChange }: { value: readonly string[]; onChange: (kinds: string[]) => void }) {
  const { t } = useTranslation('desk');
  const names = useNames();
  const groups = Object.entries(Object.groupBy(names.items('specialNeeds'), (item) => String(item.extra.group ?? 'other')));
  return (
    <div className="fields">
      {groups.map(([group, items = []]) => {
        const inGroup = items.map((item) => item.id);
        return (
          <Taps
            key={group}
            label={isGroup(group) ? t(`arrangements.groups.${group}`) : t('arrangements.groups.other')}
            options={items}
            value={value.filter((kind) => inGroup.includes(kind))}
            onChange={(chosen) => onChange([...value.filter((kind) => !inGroup.includes(kind)), ...chosen])}
          />
        );
      })}
    </div>
  );
}

const groupNames = ['language', 'understanding', 'senses', 'access', 'space', 'company', 'time', 'contact', 'other'] as const;

function isGroup(group: string): group is (typeof groupNames)[number] {
  return groupNames.some((name) => name === group);
}
