import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readDocx } from './read-docx.ts';
import { readXml } from './read-xml.ts';

/** A ZIP of these files; checksums are left out, for nobody asks for them. */
const zipOf = (files: Record<string, string>): ArrayBuffer => {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const packed = deflateRawSync(text);
    const head = (signature: number, extra: number) => {
      const bytes = Buffer.alloc(extra);
      bytes.writeUInt32LE(signature);
      const shift = extra === 46 ? 2 : 0;
      bytes.writeUInt16LE(8, 8 + shift);
      bytes.writeUInt32LE(packed.length, 18 + shift);
      bytes.writeUInt32LE(Buffer.byteLength(text), 22 + shift);
      bytes.writeUInt16LE(Buffer.byteLength(name), 26 + shift);
      if (extra === 46) bytes.writeUInt32LE(at, 42);
      return bytes;
    };
    directory.push(head(0x02014b50, 46), Buffer.from(name));
    parts.push(head(0x04034b50, 30), Buffer.from(name), packed);
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, ...directory, end])).buffer;
};

const wordOf = (body: string, more: Record<string, string> = {}) => zipOf({ 'word/document.xml': `<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`, ...more });
const text = (words: string, look = '') => `<w:r>${look ? `<w:rPr>${look}</w:rPr>` : ''}<w:t xml:space="preserve">${words}</w:t></w:r>`;

describe('a Word file', () => {
  it('shows its headings, its weight of letters and its escaped signs', async () => {
    const styles = '<w:styles><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style></w:styles>';
    const { blocks } = await readDocx(wordOf(`<w:p><w:pPr><w:pStyle w:val="H1"/></w:pPr>${text('Lease &amp; terms')}</w:p><w:p>${text('Rent ')}${text('₹25,000', '<w:b/><w:i w:val="0"/>')}</w:p>`, { 'word/styles.xml': styles }));
    expect(blocks).toMatchObject([
      { kind: 'paragraph', level: 1, runs: [{ text: 'Lease & terms' }] },
      { kind: 'paragraph', level: 0, runs: [{ text: 'Rent ', bold: false }, { text: '₹25,000', bold: true, italic: false }] },
    ]);
  });

  it('numbers its lists level by level', async () => {
    const numbering = '<w:numbering><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>';
    const item = (level: number) => `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>${text('x')}</w:p>`;
    const { blocks } = await readDocx(wordOf([0, 1, 1, 0, 1].map(item).join(''), { 'word/numbering.xml': numbering }));
    expect(blocks.map((block) => block.kind === 'paragraph' && [block.marker, block.depth])).toEqual([['1.', 1], ['a.', 2], ['b.', 2], ['2.', 1], ['a.', 2]]);
  });

  it('keeps tables, pictures of its own and page breaks, and leaves out what was deleted or lies elsewhere', async () => {
    const links = '<Relationships><Relationship Id="r1" Target="media/a.png"/><Relationship Id="r2" Target="https://else.test/b.png" TargetMode="External"/></Relationships>';
    const picture = (id: string) => `<w:r><w:drawing><wp:extent cx="952500"/><a:blip r:embed="${id}"/></w:drawing></w:r>`;
    const docx = await readDocx(wordOf(
      `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p>${text('cell')}</w:p></w:tc></w:tr></w:tbl><w:p>${picture('r1')}${picture('r2')}<w:del>${text('gone')}</w:del></w:p><w:p>${text('one')}<w:r><w:br w:type="page"/></w:r>${text('two')}</w:p>`,
      { 'word/_rels/document.xml.rels': links, 'word/media/a.png': 'bytes' },
    ));
    expect(docx.blocks).toMatchObject([
      { kind: 'table', rows: [[{ span: 2, blocks: [{ runs: [{ text: 'cell' }] }] }]] },
      { kind: 'paragraph', runs: [{ kind: 'picture', part: 'word/media/a.png', width: 100 }] },
      { kind: 'paragraph', runs: [{ text: 'one' }] }, { kind: 'page' }, { kind: 'paragraph', runs: [{ text: 'two' }] },
    ]);
    expect((docx.blocks[1] as { runs: unknown[] }).runs).toHaveLength(1);
    expect(await (await docx.picture('word/media/a.png'))?.text()).toBe('bytes');
  });

  it('that is none says so', async () => {
    await expect(readDocx(new ArrayBuffer(40))).rejects.toThrow('no ZIP');
    await expect(readDocx(zipOf({ 'a.txt': 'x' }))).rejects.toThrow('no Word file');
    expect(readXml('nothing here')).toBeNull();
  });
});
