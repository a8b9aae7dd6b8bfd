import { useTranslation } from 'react-i18next';
import { addPerson, type Person } from '../api.ts';
import { EditPanel } from '../edit/edit-panel.tsx';
import { useEdit } from '../edit/use-edit.ts';
import { useSaving } from '../edit/use-saving.ts';
import { LineField } from '../fields/fields.tsx';
import { keys } from '../queries.ts';
import { GrantFields, grantOf, useEmptyGrant } from './grant-form.tsx';
import { type Details, PersonFields } from './person-fields.tsx';

const nobody: Details & { email: string } = { name: '', title: {}, language: 'fi', email: '' };

/** A person comes with a first role: without one nobody would see them here. */
export function NewPersonPanel({ onClose }: { onClose: (itemId?: string) => void }) {
  const { t } = useTranslation('admin');
  const empty = { ...nobody, grant: useEmptyGrant() };
  const edit = useEdit('people/new', empty);
  const saving = useSaving([keys.people]);
  const { name, title, language, email, grant } = edit.value;
  const sent = grantOf(grant);

  const save = () =>
    saving.run({
      edit,
      missing: [
        ...(name.trim() ? [] : ['name']),
        ...(email.trim() ? [] : ['email']),
        ...(grant.role ? [] : ['grant.role']),
        ...(grant.organisationId ? [] : ['grant.organisationId']),
      ],
      send: async () => sent && addPerson({ name, email: email.trim(), title: filled(title), language, grant: sent }),
      said: t('people.added', { name }),
      onDone: (person) => onClose((person as Person).id),
    });

  return (
    <EditPanel
      isNew
      title={t('people.add')}
      facts={t('people.addHint')}
      edit={edit}
      saving={saving}
      labels={{}}
      save={t('people.addThis')}
      onSave={() => void save()}
      onClose={() => onClose()}
    >
      <section className="fields">
        <LineField
          name="email"
          type="email"
          label={t('people.email')}
          hint={t('people.emailHint')}
          value={email}
          onChange={(written) => edit.change({ email: written })}
          isRequired
          autoFocus
        />
        <PersonFields value={edit.value} onChange={edit.change} />
      </section>
      <section>
        <h2 className="section-head">{t('people.firstRole')}</h2>
        <GrantFields value={grant} onChange={(change) => edit.change({ grant: { ...grant, ...change } })} />
      </section>
    </EditPanel>
  );
}

/** A language without a title is left out. */
function filled(title: Details['title']): Details['title'] {
  return Object.fromEntries(Object.entries(title).filter(([, words]) => words?.trim())) as Details['title'];
}
