export type Listed = { documentId: string; version: number; title: string; path: string };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => `&#${String(char.charCodeAt(0))};`);
const address = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** A page of links to the files of an export, for whoever opens the archive years later without the product. */
export const contentsPage = (listed: readonly Listed[], at: Date): string => `<!doctype html>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>DocuVault, ${at.toISOString().slice(0, 10)}</title>
<style>body{font:16px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}li{margin:.3rem 0}small{color:#667}</style>
<h1>Everything of the vault, ${at.toISOString().slice(0, 10)}</h1>
<p>The originals are below; all else that was kept (fields, text, tags, reminders, conversations, …) is in the folder <code>data</code> as JSON.</p>
<ol>${listed.map(({ title, path }) => `\n<li><a href="${address(path)}">${escaped(title)}</a> <small>${escaped(path)}</small></li>`).join('')}
</ol>
`;
