import { forumMembers, forums as schema } from './schemas';
import { rowsOf } from './table';
import compiledMembers from './tables/forumMembers.tsv';
import compiledForums from './tables/forums.tsv';
import type { EconomyCode, Forum, ForumId } from './types';

let byId: ReadonlyMap<ForumId, Forum> | undefined;

function indexForums(): ReadonlyMap<ForumId, Forum> {
  const members = new Map<ForumId, Map<EconomyCode, number>>();
  for (const { forum, code, year } of rowsOf(forumMembers, compiledMembers))
    members.set(forum, (members.get(forum) ?? new Map<EconomyCode, number>()).set(code, year));
  return new Map(
    rowsOf(schema, compiledForums).map((row) => [row.id, { ...row, members: members.get(row.id) ?? new Map() }]),
  );
}

/** The forum of that id; `none` has neither names nor members. */
export function forumById(id: ForumId): Forum {
  return (byId ??= indexForums()).get(id)!;
}

/** Every forum, `none` last. */
export function forums(): readonly Forum[] {
  return [...(byId ??= indexForums()).values()];
}
