-- Where the recognised words of a page stand, for pages that have no text of their own to be found in (scans, photographs).
-- A column of the page, so that it is protected, replaced, erased and backed up with the text that it belongs to.
alter table public.document_pages add column words text;
comment on column public.document_pages.words is
  'Quarter turns clockwise to upright, then one line a word in reading order: left, top, width, height in ten-thousandths of the page as displayed, and the word. Null where the file itself tells, or the page was read before places were kept.';
