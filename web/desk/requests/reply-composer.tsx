import '../composer/composer.css';
import { Lock, Paperclip } from 'lucide-react';
import { type FormEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachedFile } from '../../../server/modules/matters/messages/schema.ts';
import type { RequestEntryInput, RequestPage } from '../../../server/modules/matters/requests/schema.ts';
import { addEntry } from '../../shared/api/requests.ts';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { Button } from '../../shared/ui/button.tsx';
import { Icon } from '../../shared/ui/icon.tsx';
import { Select } from '../../shared/ui/select.tsx';
import { Tabs } from '../../shared/ui/tabs.tsx';
import { AttachButton, AttachedFiles } from '../composer/attach.tsx';
import { DraftWord } from '../composer/draft-word.tsx';
import { useDraft } from '../composer/use-draft.ts';
import { SendButton, WritingArea, writeAt } from '../composer/writing.tsx';
import { useUnitOptions } from '../options.ts';
import { keys } from '../queries.ts';
import { useNames } from '../session.tsx';
import { useDeed } from '../use-deed.ts';

const kinds = ['answered', 'asked-back', 'forwarded', 'replied', 'returned', 'withdrawn'] as const;
type Kind = (typeof kinds)[number];
const kindKeys: Record<Kind, string> = { answered: 'r', replied: 'r', 'asked-back': 't', forwarded: 'y', returned: 'b', withdrawn: 'x' };

type ReplyDraft = { kind: Kind; text: string; use: 'tell' | 'advisor'; toUnitId: string | null; files: AttachedFile[] };

const empty: ReplyDraft = { kind: 'answered', text: '', use: 'tell', toUnitId: null, files: [] };
const isEmpty = ({ text, files }: ReplyDraft) => text === '' && !files?.length;

/** What one may do with the question now: answer, ask back, send on, give back. */
export function ReplyComposer({ page }: { page: RequestPage }) {
  const { t } = useTranslation('desk');
  const offered = kinds.filter((kind) => mayDo(page)[kind]);
  const draft = useDraft<ReplyDraft>(`request.${page.request.id}`, empty, isEmpty);
  const box = useRef<HTMLDivElement>(null);
  const kind = offered.includes(draft.body.kind) ? draft.body.kind : offered[0];
  const open = (next: Kind) => writeAt(() => draft.write({ kind: next }), box.current);
  useShortcuts(offered.map((one) => ({ keys: kindKeys[one], label: t(`requests.do.${one}`), run: () => open(one) })));
  if (!kind) return null;
  return (
    <div className="composer" ref={box}>
      <Tabs
        label={t('composer.label')}
        tabs={offered.map((id) => ({ id, label: t(`requests.do.${id}`), keys: kindKeys[id] }))}
        value={kind}
        onChange={(next) => draft.write({ kind: next })}
      >
        <Reply page={page} kind={kind} draft={draft} />
      </Tabs>
    </div>
  );
}

type ReplyProps = { page: RequestPage; kind: Kind; draft: ReturnType<typeof useDraft<ReplyDraft>> };
const tierThree = [3] as const;

function Reply({ page, kind, draft: { body, write, clear, state, savedAt } }: ReplyProps) {
  const { t } = useTranslation('desk');
  const names = useNames();
  const { request } = page;
  const units = useUnitOptions(tierThree, request.toOrganisationId);
  const { run, isRunning } = useDeed([keys.request(request.id), keys.requests, keys.matter(request.matterId)]);
  // A draft kept from before files could be given has none.
  const files = body.files ?? [];
  const isReady = (body.text.trim() || kind === 'withdrawn') && (kind !== 'forwarded' || body.toUnitId);

  async function send() {
    const entry = entryOf(kind, body);
    if (entry && (await run(() => addEntry(request.id, entry)))) clear();
  }

  return (
    <form className="writing" aria-label={t(`requests.do.${kind}`)} onSubmit={(event: FormEvent) => event.preventDefault()}>
      <div className="send-line">
        {kind === 'forwarded' ? (
          <Select
            look="line"
            label={t('composer.to')}
            placeholder={t('choose')}
            options={units}
            value={body.toUnitId}
            onChange={(toUnitId) => write({ toUnitId })}
          />
        ) : (
          <span>
            <span className="quiet">{t('composer.to')}</span>{' '}
            <strong>
              {kind === 'replied' || kind === 'withdrawn' ? (request.toPersonName ?? names.unit(request.toUnitId)) : request.askedByName}
            </strong>
          </span>
        )}
        {kind === 'answered' ? (
          <Select
            look="line"
            label={t('requests.use')}
            options={[
              { id: 'tell', label: t('requests.uses.tell') },
              { id: 'advisor', label: t('requests.uses.advisor') },
            ]}
            value={body.use}
            onChange={(use) => write({ use: use as ReplyDraft['use'] })}
          />
        ) : null}
      </div>
      <WritingArea label={t(`requests.texts.${kind}`)} value={body.text} onChange={(text) => write({ text })} />
      {kind === 'answered' ? <AttachedFiles files={files} onChange={(next) => write({ files: next })} /> : null}
      <p className="leaves notice">
        <Icon of={Lock} />
        <span>{t(`requests.leaves.${kind}`)}</span>
      </p>
      <div className="actions">
        {kind === 'answered' ? <AttachButton files={files} onChange={(next) => write({ files: next })} /> : null}
        {kind === 'answered' ? <FilesFromBelow page={page} files={files} onAdd={(file) => write({ files: [...files, file] })} /> : null}
        <span className="push" />
        <DraftWord state={state} savedAt={savedAt} />
        <SendButton label={t(`requests.send.${kind}`)} isPending={isRunning} isDisabled={!isReady} onSend={() => void send()} />
      </div>
    </form>
  );
}

/** What tier 3 gave may go on down with the answer. */
function FilesFromBelow({ page, files, onAdd }: { page: RequestPage; files: AttachedFile[]; onAdd: (file: AttachedFile) => void }) {
  const { t } = useTranslation('desk');
  const given = page.chain.filter((one) => one.parentId === page.request.id).flatMap((one) => one.files);
  const left = given.filter((file) => !files.some((other) => other.id === file.id));
  return left.map((file) => (
    <Button key={file.id} kind="plain" size="small" icon={Paperclip} onPress={() => onAdd(file)}>
      {t('requests.passOn', { name: file.name })}
    </Button>
  ));
}

function mayDo({ may }: RequestPage): Record<Kind, boolean> {
  return {
    answered: may.answer,
    'asked-back': may.askBack,
    forwarded: may.forward,
    replied: may.reply,
    returned: may.return,
    withdrawn: may.withdraw,
  };
}

function entryOf(kind: Kind, { text, use, toUnitId, files = [] }: ReplyDraft): RequestEntryInput | null {
  if (kind === 'answered') return { kind, text, use, fileIds: files.map((file) => file.id) };
  if (kind === 'forwarded') return toUnitId ? { kind, text, toUnitId } : null;
  return { kind, text };
}
