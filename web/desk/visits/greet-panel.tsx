import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { newKey } from '../../shared/api/request.ts';
import { type ArrivedAnswer, type Greeting, greetVisitor, type QueueBoard } from '../../shared/api/visits.ts';
import { Choice } from '../../shared/ui/choice.tsx';
import { ComboBox } from '../../shared/ui/combo-box.tsx';
import { Panel } from '../../shared/ui/panel.tsx';
import { Taps } from '../../shared/ui/taps.tsx';
import { FormFoot } from '../form-foot.tsx';
import { keys } from '../queries.ts';
import { keepsMatters, useNames, useSession } from '../session.tsx';
import { useDeed } from '../use-deed.ts';
import { Greeted } from './greeted.tsx';
import { type FoundMatter, MatterFinder } from './matter-finder.tsx';
import { MatterWhere } from './matter-where.tsx';
import { useBoardNames, useToldWords } from './words.ts';

const languages = ['fi', 'sv', 'en', 'fi-x-plain'] as const;

/** Somebody has come to reception: what they need, in a few keys, and a number. */
export function GreetPanel({ board, onClose }: { board: QueueBoard; onClose: () => void }) {
  const [given, setGiven] = useState<ArrivedAnswer | null>(null);
  const [round, setRound] = useState(0);
  const again = () => {
    setGiven(null);
    setRound((number) => number + 1);
  };
  if (given) return <Greeted pointId={board.pointId} given={given} onNext={again} onClose={onClose} />;
  return <Greet key={round} board={board} onClose={onClose} onGiven={setGiven} />;
}

type GreetProps = { board: QueueBoard; onClose: () => void; onGiven: (given: ArrivedAnswer) => void };

function Greet({ board, onClose, onGiven }: GreetProps) {
  const { t } = useTranslation('visits');
  const { me } = useSession();
  const lists = useNames();
  const names = useBoardNames(board);
  const told = useToldWords();
  const key = useRef(newKey());
  const [queueId, setQueueId] = useState<string | null>(null);
  const [language, setLanguage] = useState<Greeting['language']>('fi');
  const [needs, setNeeds] = useState<string[]>([]);
  const [matter, setMatter] = useState<FoundMatter | null>(null);
  const [identification, setIdentification] = useState<NonNullable<Greeting['identification']>>('none');
  const { run, isRunning, problem } = useDeed([keys.board(board.pointId)], { tellsHere: true });
  const queue = board.queues.find(({ id }) => id === queueId);
  const give = async () => {
    if (!queueId) return;
    const greeting: Greeting = {
      pointId: board.pointId,
      queueId,
      language,
      needs,
      ...(matter ? { matterId: matter.id, identification } : {}),
    };
    await run(async () => onGiven(await greetVisitor(greeting, key.current)));
  };
  return (
    <Panel
      title={t('greet.open')}
      facts={t('greet.hint')}
      onClose={onClose}
      foot={<FormFoot save={t('greet.give')} isPending={isRunning} isDisabled={!queueId} problem={problem} onSave={() => void give()} />}
    >
      <section className="fields">
        <ComboBox
          label={t('greet.need')}
          autoFocus
          options={board.queues.map(({ id }) => ({ id, label: names.queue(id) }))}
          value={queueId}
          onChange={setQueueId}
        />
        {queue ? (
          <p role="status">
            {t('waitingCount', { count: queue.waiting })} · {told(queue.newcomer)}
          </p>
        ) : null}
        <Choice
          label={t('language')}
          options={languages.map((id) => ({ id, label: t(`languages.${id}`) }))}
          value={language}
          onChange={(id) => setLanguage(id as Greeting['language'])}
        />
        {keepsMatters(me) ? (
          <div className="greet-matter">
            <h2>{t('matter.where')}</h2>
            {matter ? (
              <MatterWhere
                matter={matter}
                identification={identification}
                onIdentification={setIdentification}
                onDrop={() => setMatter(null)}
              />
            ) : (
              <MatterFinder onPick={setMatter} />
            )}
          </div>
        ) : null}
        <Taps
          label={t('needs.title')}
          note={t('needs.inPrivate')}
          options={lists.items('specialNeeds')}
          value={needs}
          onChange={setNeeds}
        />
      </section>
    </Panel>
  );
}
