import { startHttpProvider, type Answer, type Call, type HttpProvider } from './http-provider.ts';

/** What a provider of models was asked, whichever protocol it came by. */
export type Asked = { model: string; system: string; turns: { role: 'user' | 'assistant'; text: string }[]; stream: boolean; maxTokens: number | null };
/** What it says: a text, whole or ended as told after its pieces; an error of its own kind; nothing. */
export type Said = string | { text: string; ends: 'cut' | 'hang' | 'length' | 'error' } | { status: number; type?: string; code?: string; message?: string; headers?: Record<string, string> } | 'hang!' | 'cut!';
export type ModelServer = Pick<HttpProvider, 'url' | 'calls' | 'stop'> & {
  /** Decides what is said; may be set anew. */
  says: (asked: Asked, call: Call) => Said;
  /** Everything that it was asked so far. */
  asked: Asked[];
};

/** How one provider writes what it says. */
export type Protocol = {
  /** Reads a request as this provider does, or refuses it. */
  read(call: Call): Asked | Answer;
  whole(asked: Asked, text: string): unknown;
  /** Events before the text, for each piece, and after it. */
  events(asked: Asked, pieces: readonly string[], ends: 'stop' | 'length' | 'error' | null): string[];
  error(said: { status: number; type?: string; code?: string; message?: string }): unknown;
};

const isAsked = (read: Asked | Answer): read is Asked => typeof read === 'object' && 'turns' in read;

/** Stands where a provider of language models does, and speaks its protocol. */
export const startModelServer = async (protocol: Protocol, says: ModelServer['says']): Promise<ModelServer> => {
  const state = { says, asked: [] as Asked[] };
  const server = await startHttpProvider((call) => {
    const read = protocol.read(call);
    if (!isAsked(read)) return read;
    state.asked.push(read);
    const said = state.says(read, call);
    if (said === 'hang!') return 'hang';
    if (said === 'cut!') return 'cut';
    if (typeof said === 'object' && 'status' in said) return { status: said.status, body: protocol.error(said), headers: said.headers ?? {} };
    const { text, ends } = typeof said === 'string' ? { text: said, ends: null } : said;
    if (!read.stream) return { status: 200, body: protocol.whole(read, text) };
    const pieces = text.match(/\s*\S+/g) ?? [];
    const last = ends === null ? 'stop' : ends === 'length' || ends === 'error' ? ends : null;
    return { status: 200, headers: { 'content-type': 'text/event-stream' }, pieces: protocol.events(read, pieces, last), ends: ends === 'cut' || ends === 'hang' ? ends : 'end' };
  });
  return Object.assign(state, { url: server.url, calls: server.calls, stop: server.stop });
};
