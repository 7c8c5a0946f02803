import { PasswordResponses, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { useEffect, useState } from 'react';
import { useDevice } from '../../../../app/device.tsx';
import { useApi } from '../../../../app/session.tsx';
import { keptBytes } from '../../../../data/kept.ts';
import { openPdf, type PdfSource } from './open-pdf.ts';

export type PdfState =
  | { step: 'opening' }
  | { step: 'open'; pdf: PDFDocumentProxy }
  | { step: 'locked'; wrong: boolean; give(password: string): void }
  | { step: 'broken' };

/** Opens a document's PDF; asks for its password where it has one. */
export const usePdf = (id: string, version: number, password: string | undefined): PdfState => {
  const api = useApi();
  const device = useDevice();
  const [state, setState] = useState<PdfState>({ step: 'opening' });
  useEffect(() => {
    let left = false;
    let close: () => void = () => undefined;
    setState({ step: 'opening' });
    const find = async (): Promise<PdfSource> => {
      const data = await keptBytes(device, id, version);
      return data ? { data } : api.authorised(`documents/${id}/file?inline=1&version=${version}`);
    };
    const open = (source: PdfSource) => {
      if (left) return;
      const task = openPdf({ source, password });
      close = () => void task.destroy();
      task.onPassword = (give: (password: string) => void, reason: number) => {
        setState({ step: 'locked', wrong: reason === PasswordResponses.INCORRECT_PASSWORD, give });
      };
      task.promise.then(
        (pdf) => {
          if (!left) setState({ step: 'open', pdf });
        },
        () => {
          if (!left) setState({ step: 'broken' });
        },
      );
    };
    find().then(open, () => {
      if (!left) setState({ step: 'broken' });
    });
    return () => {
      left = true;
      close();
    };
  }, [api, device, id, version, password]);
  return state;
};
