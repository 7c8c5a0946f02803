const gib = 2 ** 30;

/** Two readers of scans take up to 900 MiB each, the rest up to 700: below this the second might cost the first its life. */
const enoughForTwo = 3 * gib;

/** How many documents are read at a time: two, so that a long one does not hold up a short one, unless there is but one core or little memory. */
export const countReaders = (cores: number, memoryBytes: number): number => (memoryBytes < enoughForTwo ? 1 : Math.min(2, cores));

/** What this process may use: the machine's memory, or less where a container allows less. Without a limit Node tells 0, nothing, or more than there is. */
export const memoryOf = (machineBytes: number, allowedBytes: number | undefined): number => Math.min(machineBytes, allowedBytes || machineBytes);
