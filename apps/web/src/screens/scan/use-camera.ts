import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';

/** `none`: this browser or address offers no camera. */
export type CameraState = 'starting' | 'on' | 'refused' | 'none';

const wanted: MediaStreamConstraints = { audio: false, video: { facingMode: { ideal: 'environment' }, width: { ideal: 3840 }, height: { ideal: 2160 } } };
const jpegQuality = 0.92;

/** The camera at the back, for as long as the screen is shown. */
export const useCamera = (): { video: RefObject<HTMLVideoElement | null>; state: CameraState; start(): void; grab(): Promise<Blob | null> } => {
  const video = useRef<HTMLVideoElement>(null);
  const stream = useRef<MediaStream | null>(null);
  const left = useRef(false);
  const [state, setState] = useState<CameraState>('starting');
  const start = useCallback(() => {
    if (!('mediaDevices' in navigator)) {
      setState('none');
      return;
    }
    setState('starting');
    navigator.mediaDevices.getUserMedia(wanted).then(
      (made) => {
        if (left.current) {
          for (const track of made.getTracks()) track.stop();
          return;
        }
        stream.current = made;
        if (video.current) {
          video.current.srcObject = made;
          void video.current.play().catch(() => undefined);
        }
        setState('on');
      },
      (error: unknown) => { setState(error instanceof DOMException && error.name === 'NotAllowedError' ? 'refused' : 'none'); },
    );
  }, []);
  useEffect(() => {
    left.current = false;
    start();
    return () => {
      left.current = true;
      for (const track of stream.current?.getTracks() ?? []) track.stop();
    };
  }, [start]);
  const grab = useCallback(async (): Promise<Blob | null> => {
    const element = video.current;
    if (!element || element.videoWidth === 0) return null;
    const canvas = document.createElement('canvas');
    canvas.width = element.videoWidth;
    canvas.height = element.videoHeight;
    canvas.getContext('2d')!.drawImage(element, 0, 0);
    return new Promise((resolve) => { canvas.toBlob(resolve, 'image/jpeg', jpegQuality); });
  }, []);
  return { video, state, start, grab };
};
