import { ErasePanel } from './erase-panel.tsx';
import { ExportPanel } from './export-panel.tsx';
import { KeysPanel } from './keys-panel.tsx';
import { NomineePanel } from './nominee-panel.tsx';

/** What a person may do with the whole of their data. */
export const DataSection = () => <><ExportPanel /><NomineePanel /><KeysPanel /><ErasePanel /></>;
