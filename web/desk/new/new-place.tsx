import './new.css';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { openMatter } from '../../shared/api/matters.ts';
import { newKey } from '../../shared/api/request.ts';
import { buttonClass } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { DraftWord } from '../composer/draft-word.tsx';
import { useDraft } from '../composer/use-draft.ts';
import { FormFoot } from '../form-foot.tsx';
import { keys } from '../queries.ts';
import { useSession } from '../session.tsx';
import { useDeed } from '../use-deed.ts';
import { ContactPart } from './contact-part.tsx';
import { CustomerPart } from './customer-part.tsx';
import { emptyContact, inputOf, isWorthKeeping } from './draft.ts';
import { NeedsPart } from './needs-part.tsx';

/** A call or a visit noted while talking: type first, file later. Whatever happens to this page, what was typed stays. */
export function NewPlace() {
  const { t } = useTranslation('desk');
  const { me } = useSession();
  const { view } = useSearch({ from: '/matters' });
  const navigate = useNavigate();
  const draft = useDraft('new', emptyContact());
  const key = useRef(newKey());
  const { run, isRunning } = useDeed([keys.matters]);
  const { body, write } = draft;

  async function save() {
    await run(async () => {
      const opened = await openMatter(inputOf(body, me.pointId), key.current);
      key.current = newKey();
      draft.clear();
      await navigate({ to: '/matters/$matterId', params: { matterId: opened.id }, search: { view: 'mine' } });
    });
  }

  return (
    <section className="pane pane-main pane-whole" id="main" tabIndex={-1}>
      <title>{`${t('new.title')} · Polku`}</title>
      <header className="new-head">
        <Link className={`back ${buttonClass({ kind: 'plain', size: 'small' })}`} to="/matters" search={{ view }}>
          <Icon of={ArrowLeft} />
          {t('matter.back')}
        </Link>
        <h1>{t('new.title')}</h1>
      </header>
      <form className="pane-body new-fields" aria-label={t('new.title')} onSubmit={(event) => event.preventDefault()}>
        <ContactPart body={body} onChange={write} />
        <NeedsPart body={body} onChange={write} />
        <CustomerPart body={body} onChange={write} />
      </form>
      <footer className="pane-foot actions">
        <FormFoot save={t('new.save')} isPending={isRunning} isDisabled={!isWorthKeeping(body)} onSave={() => void save()}>
          <DraftWord state={draft.state} savedAt={draft.savedAt} />
        </FormFoot>
      </footer>
    </section>
  );
}
