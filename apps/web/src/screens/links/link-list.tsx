import type { DocumentLink } from '@docuvault/contract/links.ts';
import { LinkRow } from './link-row.tsx';

/** Links, the newest first. `plain`: without naming their documents, where one stands before the document. */
export const LinkList = ({ links, plain = false }: { links: readonly DocumentLink[]; plain?: boolean }) => (
  <ul className={plain ? 'min-w-0 divide-y divide-line' : 'min-w-0 divide-y divide-line rounded-card border border-line bg-surface'}>
    {links.map((link) => <LinkRow key={link.id} link={link} plain={plain} />)}
  </ul>
);
