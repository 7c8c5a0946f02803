const isMac = () => /mac|iphone|ipad/i.test(navigator.platform);

const written: Record<string, string> = { mod: 'Ctrl', escape: 'Esc', arrowup: '↑', arrowdown: '↓', arrowleft: '←', arrowright: '→', enter: '↵', delete: 'Del', shift: '⇧', ' ': 'Space', space: 'Space' };

/** How the keys of a shortcut ("mod+k", "g h") are written on this machine, one list for each stroke. */
export const strokesOf = (keys: string): string[][] =>
  keys.split(' ').map((stroke) => (stroke === '+' ? ['+'] : stroke.split('+')).map((key) => (key === 'mod' && isMac() ? '⌘' : (written[key.toLowerCase()] ?? key.toUpperCase()))));

export const Keys = ({ keys, then }: { keys: string; then: string }) => (
  <span className="inline-flex items-center gap-1 whitespace-nowrap">
    {strokesOf(keys).map((stroke, index) => (
      <span key={index} className="inline-flex items-center gap-1">
        {index > 0 && <span className="text-xs text-ink-faint">{then}</span>}
        {stroke.map((key) => (
          <kbd key={key} className="min-w-6 rounded-md border border-line-strong bg-sunken px-1.5 py-0.5 text-center font-sans text-xs text-ink-soft">{key}</kbd>
        ))}
      </span>
    ))}
  </span>
);
