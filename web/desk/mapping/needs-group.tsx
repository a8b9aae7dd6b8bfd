import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NeedKind } from '../../../server/modules/matters/mapping/schema.ts';
import type { Need } from '../../../server/modules/matters/needs/schema.ts';
import { addNeed, changeNeed } from '../../shared/api/matters.ts';
import { Button } from '../../shared/ui/button.tsx';
import { ComboBox } from '../../shared/ui/combo-box.tsx';
import { Taps } from '../../shared/ui/taps.tsx';
import { TextField } from '../../shared/ui/text-field.tsx';
import { showToast } from '../../shared/ui/toasts.ts';
import { useOrganisationOptions } from '../options.ts';
import { keys } from '../queries.ts';
import { useNames } from '../session.tsx';
import { useDeed } from '../use-deed.ts';
import type { GroupProps } from './groups.ts';
import { useTyped } from './use-answers.ts';

const kinds: NeedKind[] = ['information', 'form', 'original-papers', 'identity', 'conversation', 'urgent'];

/** The matter's own needs: what is found here stands in the matter at once. */
export function NeedsGroup(props: GroupProps) {
  const { t } = useTranslation('mapping');
  const { needs } = props.page;
  return (
    <>
      {needs.length === 0 ? <p className="quiet">{t('needs.none')}</p> : null}
      <ol className="found-needs">
        {needs.map((need) => (
          <li key={need.id}>
            <FoundNeed {...props} need={need} />
          </li>
        ))}
      </ol>
      <NewNeed {...props} />
    </>
  );
}

function FoundNeed({ page, answering, need }: GroupProps & { need: Need }) {
  const { t } = useTranslation('mapping');
  const { t: d } = useTranslation('desk');
  const names = useNames();
  const { run } = useDeed([keys.mapping(page.id), keys.matter(page.matter.id)]);
  const { needKinds } = answering.answers;
  const words = need.serviceName || need.ownWords || d('needs.unknown');
  const drop = async () => {
    const before = need.organisationId ? 'directed' : 'identified';
    if (!(await run(() => changeNeed(page.matter.id, need.id, { state: 'dropped' })))) return;
    const undo = async () => void (await run(() => changeNeed(page.matter.id, need.id, { state: before })));
    showToast({ text: t('needs.removed'), undo });
  };
  return (
    <>
      <div className="found-need">
        <p>
          <strong>{words}</strong> {need.serviceName && need.ownWords ? <span className="quiet">”{need.ownWords}”</span> : null}
          <br />
          <span className="quiet">{need.organisationId ? names.organisation(need.organisationId) : d('needs.notDirected')}</span>
        </p>
        <Button kind="plain" icon={X} aria-label={t('needs.remove', { need: words })} onPress={() => void drop()} />
      </div>
      <Taps
        label={t('needs.kinds')}
        options={kinds.map((id) => ({ id, label: t(`needs.kind.${id}`) }))}
        value={needKinds[need.id] ?? []}
        onChange={(chosen) => answering.write({ answers: { needKinds: { ...needKinds, [need.id]: chosen as NeedKind[] } } }, true)}
      />
    </>
  );
}

function NewNeed({ page, answering }: GroupProps) {
  const { t } = useTranslation('mapping');
  const { t: d } = useTranslation('desk');
  const organisations = useOrganisationOptions();
  const [count, setCount] = useState(0);
  const [need, setNeed] = useState(empty);
  const { run, isRunning } = useDeed([keys.mapping(page.id), keys.matter(page.matter.id)]);
  // From what stands now: a field that answers late must not bring back what stood before another was written.
  const write = (change: Partial<typeof empty>) => setNeed((now) => ({ ...now, ...change }));
  const hasWords = Boolean(need.ownWords.trim() || need.serviceName.trim());
  const add = async () => {
    if (!hasWords) return true;
    const { ownWords, serviceName, organisationId } = need;
    // Cleared before the answer: who types on at once writes the next need, and nothing of it is wiped.
    setNeed(empty);
    setCount((before) => before + 1);
    if (await run(() => addNeed(page.matter.id, { ownWords, serviceName: serviceName.trim() || null, organisationId }))) return true;
    setNeed((now) => (now === empty ? need : now));
    setCount((before) => before + 1);
    return false;
  };
  useTyped(answering, add);
  return (
    <form
      // A combo box keeps its own words: a new need begins with a new one.
      key={count}
      className="fields new-need"
      aria-label={t('needs.new')}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <h3>{t('needs.new')}</h3>
      <TextField label={t('needs.ownWords')} value={need.ownWords} onChange={(ownWords) => write({ ownWords })} autoFocus={count > 0} />
      <div className="fields two">
        <ComboBox
          label={d('needs.organisation')}
          options={organisations}
          value={need.organisationId}
          onChange={(organisationId) => write({ organisationId })}
        />
        <TextField label={d('needs.service')} value={need.serviceName} onChange={(serviceName) => write({ serviceName })} />
      </div>
      <p>
        <Button type="submit" icon={Plus} isPending={isRunning} isDisabled={!hasWords}>
          {t('needs.add')}
        </Button>
      </p>
    </form>
  );
}

const empty: { ownWords: string; serviceName: string; organisationId: string | null } = {
  ownWords: '',
  serviceName: '',
  organisationId: null,
};
