import './kbd.css';

const signs: Record<string, string> = { Enter: '⏎', 'Control+Enter': 'Ctrl ⏎', 'Control+k': 'Ctrl K', Escape: 'Esc' };

/** The key beside a command. Not read aloud: the control itself says it by aria-keyshortcuts. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="kbd" aria-hidden="true">
      {signs[keys] ?? keys}
    </span>
  );
}
