import { readReturnedMail } from '../reports/returned-mail.ts';
import { extractArticle } from '../sources/article/article.ts';
import { readFile } from '../sources/files/read-file.ts';
import { findSource } from '../sources/index.ts';
import { readOpml } from '../sources/lists/opml.ts';
import { describeFailure, type Outcome, type Results, type Task } from './task.ts';

/** Runs in a worker thread: hostile bytes are decoded, parsed and read here and nowhere else. */
export default async function run(task: Task): Promise<Outcome> {
  try {
    return { ok: true, value: await perform(task) };
  } catch (thrown) {
    return { ok: false, failure: describeFailure(thrown) };
  }
}

async function perform(task: Task): Promise<Results[keyof Results]> {
  switch (task.do) {
    case 'list':
      return findSource(task.sourceId).list(task.page, task.settings);
    case 'read':
      return findSource(task.sourceId).read(task.page, task.item, task.settings);
    case 'article':
      return extractArticle(task.page);
    case 'file':
      return readFile(task.file);
    case 'opml':
      return readOpml(task.bytes);
    case 'returned':
      return readReturnedMail(task.bytes);
    case 'understand': {
      // The reader's language data is loaded by the first document, so that fetching does not wait for it.
      const { readDocument } = await import('../extract/index.ts');
      return readDocument(task.input);
    }
  }
}
