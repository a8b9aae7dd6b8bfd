import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../shared/ui/button.tsx';
import { StatusWord } from '../../../shared/ui/status.tsx';
import { showToast } from '../../../shared/ui/toasts.ts';
import { useSession } from '../../session.tsx';
import { useDeed } from '../../use-deed.ts';
import { changePerson, findPeople, type Person } from '../api.ts';
import { EditPanel } from '../edit/edit-panel.tsx';
import { useEdit } from '../edit/use-edit.ts';
import { useSaving } from '../edit/use-saving.ts';
import { keys } from '../queries.ts';
import { Grants } from './grants.tsx';
import { Memberships } from './memberships.tsx';
import { type Details, PersonFields } from './person-fields.tsx';

const detailsOf = ({ name, title, language }: Person): Details => ({ name, title, language });

/** Who somebody is, what they may and where they work. Roles and units hold at once; the rest when it is saved. */
export function PersonPanel({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation('admin');
  const edit = useEdit(`people/${person.id}`, detailsOf(person));
  const saving = useSaving([keys.people]);
  const queries = useQueryClient();

  const latest = async () => {
    const { people } = await queries.fetchQuery({
      queryKey: [...keys.people, person.email],
      queryFn: () => findPeople(person.email),
      staleTime: 0,
    });
    const now = people.find(({ id }) => id === person.id);
    await queries.invalidateQueries({ queryKey: keys.people });
    return now && detailsOf(now);
  };
  const save = () =>
    saving.run({
      edit,
      missing: edit.value.name.trim() ? [] : ['name'],
      latest,
      send: (change) => changePerson(person.id, change),
      said: t('saved', { what: edit.value.name }),
      hasUndo: true,
      onDone: () => onClose(),
    });

  return (
    <EditPanel
      title={person.name}
      facts={person.email}
      edit={edit}
      saving={saving}
      labels={{ name: t('people.name'), title: t('people.title'), language: t('people.language') }}
      save={t('save')}
      onSave={() => void save()}
      onClose={onClose}
    >
      <section className="fields">
        <PersonFields value={edit.value} onChange={edit.change} />
      </section>
      <Grants person={person} />
      <Memberships person={person} />
      <Entry person={person} />
    </EditPanel>
  );
}

/** Whether they may sign in at all. */
function Entry({ person }: { person: Person }) {
  const { t } = useTranslation('admin');
  const { me } = useSession();
  const { run, isRunning } = useDeed([keys.people]);
  const set = async (disabled: boolean) => {
    if (!(await run(() => changePerson(person.id, { disabled })))) return;
    const said = disabled ? t('people.nowDisabled', { name: person.name }) : t('people.nowEnabled', { name: person.name });
    showToast({ text: said, undo: async () => void (await run(() => changePerson(person.id, { disabled: !disabled }))) });
  };
  return (
    <section>
      <h2 className="section-head">{t('people.entry')}</h2>
      <p className="admin-state">
        {person.disabled ? (
          <StatusWord tone="bad">{t('people.isDisabled')}</StatusWord>
        ) : (
          <StatusWord tone="good">{t('people.isEnabled')}</StatusWord>
        )}
        <Button isPending={isRunning} isDisabled={person.id === me.id} onPress={() => void set(!person.disabled)}>
          {person.disabled ? t('people.enable') : t('people.disable')}
        </Button>
      </p>
      <p className="hint">{person.id === me.id ? t('people.notOneself') : t('people.disableHint')}</p>
    </section>
  );
}
