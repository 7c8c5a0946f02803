/** What the reminders' screen shows, as its address says it. `r`: the reminder that is opened for changing. */
export type RemindersSearch = { view?: 'calendar'; month?: string; day?: string; r?: string };

const month = /^\d{4}-(0[1-9]|1[0-2])$/;
const day = /^\d{4}-(0[1-9]|1[0-2])-\d\d$/;
const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const fitting = (value: unknown, form: RegExp): string | undefined => (typeof value === 'string' && form.test(value) ? value : undefined);

/** Reads an address; what the screen does not know is dropped. */
export const readRemindersSearch = (search: Record<string, unknown>): RemindersSearch => {
  const read = { view: search.view === 'calendar' ? ('calendar' as const) : undefined, month: fitting(search.month, month), day: fitting(search.day, day), r: fitting(search.r, id) };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
};
