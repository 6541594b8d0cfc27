import type { Instant } from '../../model/day.ts';
import { InvalidInput } from '../../model/errors.ts';
import { AS_SHIPPED, parseSettings, type RuleSettings, type SettingsVersion } from '../../model/rule-settings.ts';
import { t } from '../../words/speak.ts';
import { audit } from '../audit.ts';
import { type Database, inTransaction } from '../open.ts';
import { builtOnce } from '../prepared.ts';

/** Saves weights and thresholds as a new version; gives its number. Throws InvalidInput without a reason. */
export async function saveSettings(
  db: Database,
  settings: RuleSettings,
  reason: string,
  userId: number,
  now: Instant,
): Promise<number> {
  if (!reason.trim()) throw new InvalidInput(t('refused.say-why-the-screens-are'), { reason: t('refused.is-missing') });
  return inTransaction(db, async (trx) => {
    const { version } = await trx
      .insertInto('rule_settings')
      .values({ settings: JSON.stringify(settings), reason, user_id: userId, at: now })
      .returning('version')
      .executeTakeFirstOrThrow();
    await audit(trx, {
      at: now,
      userId,
      action: 'screens.change',
      subject: `version ${version}`,
      detail: { reason },
      after: { ...settings },
    });
    return version;
  });
}

const LATEST = builtOnce((db) =>
  db.selectFrom('rule_settings').select(['version', 'settings']).orderBy('version', 'desc').limit(1),
);

/** What holds now, and its version; version 0 is what the screens come with. */
export async function currentSettings(db: Database): Promise<{ version: number; settings: RuleSettings }> {
  const [row] = await LATEST(db);
  return row
    ? { version: row.version, settings: parseSettings(JSON.parse(row.settings)) }
    : { version: 0, settings: AS_SHIPPED };
}

/** Every version, the newest first. */
export async function settingsVersions(db: Database): Promise<SettingsVersion[]> {
  const rows = await db
    .selectFrom('rule_settings as r')
    .innerJoin('users as u', 'u.id', 'r.user_id')
    .selectAll('r')
    .select('u.name as user_name')
    .orderBy('r.version', 'desc')
    .execute();
  return rows.map((row) => ({
    version: row.version,
    settings: parseSettings(JSON.parse(row.settings)),
    reason: row.reason,
    userId: row.user_id,
    userName: row.user_name,
    at: row.at,
  }));
}
