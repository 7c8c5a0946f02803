/** True when npm's own record of what it installed in a folder has every package of its lock file. */
export declare const isInstalled: (folder: string) => boolean;
/** Installs the dependencies when they are missing or older than the lock file. */
export declare const ensureInstalled: () => void;
