import { useEffect } from 'react';

/** Names the window after what it shows. */
export const usePageTitle = (title: string): void => {
  useEffect(() => {
    document.title = title ? `${title} · DocuVault AI` : 'DocuVault AI';
  }, [title]);
};
