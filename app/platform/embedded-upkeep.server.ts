import type pg from "pg"

/**
 * Does for the embedded database what autovacuum does for a server, by its measures: counts the rows of tables that have
 * changed by a tenth, and clears those of which a fifth is gone. The planner then knows what is there, and plans that were
 * made before are made anew. A table that never had a row is left alone: of an empty one that was counted the planner
 * believes that it stays so, and reads it whole.
 */
export async function tidyEmbedded(pool: pg.Pool): Promise<void> {
  // What this session has just changed is told late otherwise.
  await pool.query("select pg_stat_force_next_flush()")
  const { rows } = await pool.query<{ name: string; isWorn: boolean }>(`
    select format('%I.%I', s.schemaname, s.relname) as name,
      n_dead_tup > 50 + 0.2 * n_live_tup or n_ins_since_vacuum > 1000 + 0.2 * n_live_tup as "isWorn"
    from pg_stat_user_tables s join pg_class c on c.oid = s.relid
    where pg_relation_size(c.oid) > 0 and (
      c.reltuples < 0 or n_mod_since_analyze > 50 + 0.1 * n_live_tup
      or n_dead_tup > 50 + 0.2 * n_live_tup or n_ins_since_vacuum > 1000 + 0.2 * n_live_tup
    )
    order by s.relid`)
  for (const { name, isWorn } of rows) await pool.query(isWorn ? `vacuum (analyze) ${name}` : `analyze ${name}`)
}
