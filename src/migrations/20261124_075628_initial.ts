import { type MigrateUpArgs, type MigrateDownArgs, sql } from '@payloadcms/db-sqlite'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.run(sql`CREATE TABLE \`contents\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`kind\` text DEFAULT 'poster' NOT NULL,
  	\`media_id\` text(36),
  	\`cover_id\` text(36),
  	\`text\` text,
  	\`style_color\` text DEFAULT '#ffffff',
  	\`style_background\` text DEFAULT '#b3161b',
  	\`style_align\` text DEFAULT 'center',
  	\`style_weight\` numeric DEFAULT 700,
  	\`style_motion\` text DEFAULT 'still',
  	\`style_pixels_per_second\` numeric DEFAULT 120,
  	\`url\` text,
  	\`seconds\` numeric,
  	\`fit\` text DEFAULT 'contain',
  	\`volume\` numeric DEFAULT 1,
  	\`valid_from\` text,
  	\`validfrom_tz\` text DEFAULT 'Asia/Shanghai',
  	\`valid_until\` text,
  	\`validuntil_tz\` text DEFAULT 'Asia/Shanghai',
  	\`review_status\` text DEFAULT 'draft' NOT NULL,
  	\`campaign_id\` text(36),
  	\`quota_class\` text DEFAULT 'public-service' NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`cover_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`campaign_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`contents_kind_idx\` ON \`contents\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`contents_media_idx\` ON \`contents\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`contents_cover_idx\` ON \`contents\` (\`cover_id\`);`)
  await db.run(sql`CREATE INDEX \`contents_review_status_idx\` ON \`contents\` (\`review_status\`);`)
  await db.run(sql`CREATE INDEX \`contents_campaign_idx\` ON \`contents\` (\`campaign_id\`);`)
  await db.run(sql`CREATE INDEX \`contents_updated_at_idx\` ON \`contents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`contents_created_at_idx\` ON \`contents\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`contents_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`contents\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`contents_texts_order_parent\` ON \`contents_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`media_renditions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`purpose\` text NOT NULL,
  	\`sha256\` text NOT NULL,
  	\`ext\` text NOT NULL,
  	\`mime_type\` text NOT NULL,
  	\`bytes\` numeric NOT NULL,
  	\`width\` numeric,
  	\`height\` numeric,
  	\`seconds\` numeric,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`media_renditions_order_idx\` ON \`media_renditions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`media_renditions_parent_id_idx\` ON \`media_renditions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`media_renditions_sha256_idx\` ON \`media_renditions\` (\`sha256\`);`)
  await db.run(sql`CREATE TABLE \`media\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`alt\` text,
  	\`kind\` text,
  	\`state\` text,
  	\`failure_code\` text,
  	\`failure_detail\` text,
  	\`sha256\` text,
  	\`ext\` text,
  	\`facts\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`url\` text,
  	\`thumbnail_u_r_l\` text,
  	\`filename\` text,
  	\`mime_type\` text,
  	\`filesize\` numeric,
  	\`width\` numeric,
  	\`height\` numeric
  );
  `)
  await db.run(sql`CREATE INDEX \`media_kind_idx\` ON \`media\` (\`kind\`);`)
  await db.run(sql`CREATE INDEX \`media_state_idx\` ON \`media\` (\`state\`);`)
  await db.run(sql`CREATE INDEX \`media_sha256_idx\` ON \`media\` (\`sha256\`);`)
  await db.run(sql`CREATE INDEX \`media_updated_at_idx\` ON \`media\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`media_created_at_idx\` ON \`media\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`media_filename_idx\` ON \`media\` (\`filename\`);`)
  await db.run(sql`CREATE TABLE \`campaigns\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`description\` text,
  	\`start\` text,
  	\`end\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`campaigns_updated_at_idx\` ON \`campaigns\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`campaigns_created_at_idx\` ON \`campaigns\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`playlists_entries\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`content_id\` text(36) NOT NULL,
  	\`seconds\` numeric,
  	FOREIGN KEY (\`content_id\`) REFERENCES \`contents\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`playlists\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`playlists_entries_order_idx\` ON \`playlists_entries\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`playlists_entries_parent_id_idx\` ON \`playlists_entries\` (\`_parent_id\`);`)
  await db.run(sql`CREATE INDEX \`playlists_entries_content_idx\` ON \`playlists_entries\` (\`content_id\`);`)
  await db.run(sql`CREATE TABLE \`playlists\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`campaign_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`campaign_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`playlists_campaign_idx\` ON \`playlists\` (\`campaign_id\`);`)
  await db.run(sql`CREATE INDEX \`playlists_updated_at_idx\` ON \`playlists\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`playlists_created_at_idx\` ON \`playlists\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`schedules_dayparts_days\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`schedules_dayparts\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`schedules_dayparts_days_order_idx\` ON \`schedules_dayparts_days\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`schedules_dayparts_days_parent_idx\` ON \`schedules_dayparts_days\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`schedules_dayparts\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`from\` text NOT NULL,
  	\`to\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`schedules\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`schedules_dayparts_order_idx\` ON \`schedules_dayparts\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`schedules_dayparts_parent_id_idx\` ON \`schedules_dayparts\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`schedules_day_types\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`schedules\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`schedules_day_types_order_idx\` ON \`schedules_day_types\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`schedules_day_types_parent_idx\` ON \`schedules_day_types\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`schedules\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`playlist_id\` text(36) NOT NULL,
  	\`targets_all\` integer DEFAULT false,
  	\`start\` text,
  	\`end\` text,
  	\`rrule\` text,
  	\`timezone\` text,
  	\`level\` text DEFAULT 'normal' NOT NULL,
  	\`priority\` numeric DEFAULT 0,
  	\`weight\` numeric DEFAULT 1,
  	\`plays_per_hour\` numeric,
  	\`enabled\` integer DEFAULT true,
  	\`campaign_id\` text(36),
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`playlist_id\`) REFERENCES \`playlists\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`campaign_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`schedules_playlist_idx\` ON \`schedules\` (\`playlist_id\`);`)
  await db.run(sql`CREATE INDEX \`schedules_level_idx\` ON \`schedules\` (\`level\`);`)
  await db.run(sql`CREATE INDEX \`schedules_campaign_idx\` ON \`schedules\` (\`campaign_id\`);`)
  await db.run(sql`CREATE INDEX \`schedules_updated_at_idx\` ON \`schedules\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`schedules_created_at_idx\` ON \`schedules\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`schedules_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`schedules\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`schedules_texts_order_parent\` ON \`schedules_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`schedules_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`display_groups_id\` text(36),
  	\`displays_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`schedules\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`display_groups_id\`) REFERENCES \`display_groups\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`displays_id\`) REFERENCES \`displays\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`schedules_rels_order_idx\` ON \`schedules_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`schedules_rels_parent_idx\` ON \`schedules_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`schedules_rels_path_idx\` ON \`schedules_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`schedules_rels_display_groups_id_idx\` ON \`schedules_rels\` (\`display_groups_id\`);`)
  await db.run(sql`CREATE INDEX \`schedules_rels_displays_id_idx\` ON \`schedules_rels\` (\`displays_id\`);`)
  await db.run(sql`CREATE TABLE \`displays_operating_hours_days\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`displays_operating_hours\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`displays_operating_hours_days_order_idx\` ON \`displays_operating_hours_days\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`displays_operating_hours_days_parent_idx\` ON \`displays_operating_hours_days\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`displays_operating_hours\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`from\` text NOT NULL,
  	\`to\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`displays\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`displays_operating_hours_order_idx\` ON \`displays_operating_hours\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`displays_operating_hours_parent_id_idx\` ON \`displays_operating_hours\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`displays_quiet_hours_days\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`displays_quiet_hours\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`displays_quiet_hours_days_order_idx\` ON \`displays_quiet_hours_days\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`displays_quiet_hours_days_parent_idx\` ON \`displays_quiet_hours_days\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`displays_quiet_hours\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`from\` text NOT NULL,
  	\`to\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`displays\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`displays_quiet_hours_order_idx\` ON \`displays_quiet_hours\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`displays_quiet_hours_parent_id_idx\` ON \`displays_quiet_hours\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`displays\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text NOT NULL,
  	\`channel\` text DEFAULT 'led' NOT NULL,
  	\`profile_id\` text(36) NOT NULL,
  	\`venue\` text,
  	\`timezone\` text DEFAULT 'Asia/Shanghai' NOT NULL,
  	\`emergency_outside_hours\` integer DEFAULT true,
  	\`filler_id\` text(36),
  	\`horizon_days\` numeric DEFAULT 7,
  	\`poll_seconds\` numeric DEFAULT 30,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`profile_id\`) REFERENCES \`display_profiles\`(\`id\`) ON UPDATE no action ON DELETE set null,
  	FOREIGN KEY (\`filler_id\`) REFERENCES \`playlists\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`displays_channel_idx\` ON \`displays\` (\`channel\`);`)
  await db.run(sql`CREATE INDEX \`displays_profile_idx\` ON \`displays\` (\`profile_id\`);`)
  await db.run(sql`CREATE INDEX \`displays_filler_idx\` ON \`displays\` (\`filler_id\`);`)
  await db.run(sql`CREATE INDEX \`displays_updated_at_idx\` ON \`displays\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`displays_created_at_idx\` ON \`displays\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`displays_texts\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`text\` text,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`displays\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`displays_texts_order_parent\` ON \`displays_texts\` (\`order\`,\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`displays_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`display_groups_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`displays\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`display_groups_id\`) REFERENCES \`display_groups\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`displays_rels_order_idx\` ON \`displays_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`displays_rels_parent_idx\` ON \`displays_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`displays_rels_path_idx\` ON \`displays_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`displays_rels_display_groups_id_idx\` ON \`displays_rels\` (\`display_groups_id\`);`)
  await db.run(sql`CREATE TABLE \`display_groups\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`display_groups_updated_at_idx\` ON \`display_groups\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`display_groups_created_at_idx\` ON \`display_groups\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`display_profiles_formats\` (
  	\`order\` integer NOT NULL,
  	\`parent_id\` text(36) NOT NULL,
  	\`value\` text,
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`display_profiles\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`display_profiles_formats_order_idx\` ON \`display_profiles_formats\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`display_profiles_formats_parent_idx\` ON \`display_profiles_formats\` (\`parent_id\`);`)
  await db.run(sql`CREATE TABLE \`display_profiles\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`title\` text NOT NULL,
  	\`width\` numeric NOT NULL,
  	\`height\` numeric NOT NULL,
  	\`rotate\` numeric DEFAULT 0,
  	\`audio\` integer DEFAULT false,
  	\`preset\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`display_profiles_preset_idx\` ON \`display_profiles\` (\`preset\`);`)
  await db.run(sql`CREATE INDEX \`display_profiles_updated_at_idx\` ON \`display_profiles\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`display_profiles_created_at_idx\` ON \`display_profiles\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`users_sessions\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`created_at\` text,
  	\`expires_at\` text NOT NULL,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`users_sessions_order_idx\` ON \`users_sessions\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`users_sessions_parent_id_idx\` ON \`users_sessions\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`users\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`role\` text DEFAULT 'viewer' NOT NULL,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`email\` text NOT NULL,
  	\`reset_password_token\` text,
  	\`reset_password_expiration\` text,
  	\`salt\` text,
  	\`hash\` text,
  	\`reset_password_requested_at\` text,
  	\`login_attempts\` numeric DEFAULT 0,
  	\`lock_until\` text
  );
  `)
  await db.run(sql`CREATE INDEX \`users_updated_at_idx\` ON \`users\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`users_created_at_idx\` ON \`users\` (\`created_at\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`users_email_idx\` ON \`users\` (\`email\`);`)
  await db.run(sql`CREATE TABLE \`display_states\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`display\` text NOT NULL,
  	\`token_hash\` text,
  	\`revision\` numeric,
  	\`sha256\` text,
  	\`removed_at\` text,
  	\`paired_at\` text,
  	\`last_seen_at\` text,
  	\`manifest\` text,
  	\`playing\` text,
  	\`cached_bytes\` numeric,
  	\`free_bytes\` numeric,
  	\`clock_offset_ms\` numeric,
  	\`player\` text,
  	\`faults\` text,
  	\`facts\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`display_states_display_idx\` ON \`display_states\` (\`display\`);`)
  await db.run(sql`CREATE INDEX \`display_states_token_hash_idx\` ON \`display_states\` (\`token_hash\`);`)
  await db.run(sql`CREATE INDEX \`display_states_updated_at_idx\` ON \`display_states\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`display_states_created_at_idx\` ON \`display_states\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`pairings\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`code\` text NOT NULL,
  	\`poll_token_hash\` text NOT NULL,
  	\`token_hash\` text,
  	\`status\` text DEFAULT 'pending' NOT NULL,
  	\`facts\` text,
  	\`display_id\` text(36),
  	\`expires_at\` text NOT NULL,
  	\`address\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	FOREIGN KEY (\`display_id\`) REFERENCES \`displays\`(\`id\`) ON UPDATE no action ON DELETE set null
  );
  `)
  await db.run(sql`CREATE INDEX \`pairings_code_idx\` ON \`pairings\` (\`code\`);`)
  await db.run(sql`CREATE UNIQUE INDEX \`pairings_poll_token_hash_idx\` ON \`pairings\` (\`poll_token_hash\`);`)
  await db.run(sql`CREATE INDEX \`pairings_token_hash_idx\` ON \`pairings\` (\`token_hash\`);`)
  await db.run(sql`CREATE INDEX \`pairings_status_idx\` ON \`pairings\` (\`status\`);`)
  await db.run(sql`CREATE INDEX \`pairings_display_idx\` ON \`pairings\` (\`display_id\`);`)
  await db.run(sql`CREATE INDEX \`pairings_expires_at_idx\` ON \`pairings\` (\`expires_at\`);`)
  await db.run(sql`CREATE INDEX \`pairings_updated_at_idx\` ON \`pairings\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`pairings_created_at_idx\` ON \`pairings\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_kv\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text NOT NULL,
  	\`data\` text NOT NULL
  );
  `)
  await db.run(sql`CREATE UNIQUE INDEX \`payload_kv_key_idx\` ON \`payload_kv\` (\`key\`);`)
  await db.run(sql`CREATE TABLE \`payload_jobs_log\` (
  	\`_order\` integer NOT NULL,
  	\`_parent_id\` text(36) NOT NULL,
  	\`id\` text PRIMARY KEY NOT NULL,
  	\`executed_at\` text NOT NULL,
  	\`completed_at\` text NOT NULL,
  	\`task_slug\` text NOT NULL,
  	\`task_i_d\` text NOT NULL,
  	\`input\` text,
  	\`output\` text,
  	\`state\` text NOT NULL,
  	\`error\` text,
  	FOREIGN KEY (\`_parent_id\`) REFERENCES \`payload_jobs\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_jobs_log_order_idx\` ON \`payload_jobs_log\` (\`_order\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_log_parent_id_idx\` ON \`payload_jobs_log\` (\`_parent_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_jobs\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`input\` text,
  	\`completed_at\` text,
  	\`total_tried\` numeric DEFAULT 0,
  	\`has_error\` integer DEFAULT false,
  	\`error\` text,
  	\`task_slug\` text,
  	\`queue\` text DEFAULT 'default',
  	\`wait_until\` text,
  	\`processing\` integer DEFAULT false,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_jobs_completed_at_idx\` ON \`payload_jobs\` (\`completed_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_total_tried_idx\` ON \`payload_jobs\` (\`total_tried\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_has_error_idx\` ON \`payload_jobs\` (\`has_error\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_task_slug_idx\` ON \`payload_jobs\` (\`task_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_queue_idx\` ON \`payload_jobs\` (\`queue\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_wait_until_idx\` ON \`payload_jobs\` (\`wait_until\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_processing_idx\` ON \`payload_jobs\` (\`processing\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_updated_at_idx\` ON \`payload_jobs\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_jobs_created_at_idx\` ON \`payload_jobs\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`global_slug\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_global_slug_idx\` ON \`payload_locked_documents\` (\`global_slug\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_updated_at_idx\` ON \`payload_locked_documents\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_created_at_idx\` ON \`payload_locked_documents\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_locked_documents_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`contents_id\` text(36),
  	\`media_id\` text(36),
  	\`campaigns_id\` text(36),
  	\`playlists_id\` text(36),
  	\`schedules_id\` text(36),
  	\`displays_id\` text(36),
  	\`display_groups_id\` text(36),
  	\`display_profiles_id\` text(36),
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_locked_documents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`contents_id\`) REFERENCES \`contents\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`media_id\`) REFERENCES \`media\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`campaigns_id\`) REFERENCES \`campaigns\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`playlists_id\`) REFERENCES \`playlists\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`schedules_id\`) REFERENCES \`schedules\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`displays_id\`) REFERENCES \`displays\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`display_groups_id\`) REFERENCES \`display_groups\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`display_profiles_id\`) REFERENCES \`display_profiles\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_order_idx\` ON \`payload_locked_documents_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_parent_idx\` ON \`payload_locked_documents_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_path_idx\` ON \`payload_locked_documents_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_contents_id_idx\` ON \`payload_locked_documents_rels\` (\`contents_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_media_id_idx\` ON \`payload_locked_documents_rels\` (\`media_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_campaigns_id_idx\` ON \`payload_locked_documents_rels\` (\`campaigns_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_playlists_id_idx\` ON \`payload_locked_documents_rels\` (\`playlists_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_schedules_id_idx\` ON \`payload_locked_documents_rels\` (\`schedules_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_displays_id_idx\` ON \`payload_locked_documents_rels\` (\`displays_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_display_groups_id_idx\` ON \`payload_locked_documents_rels\` (\`display_groups_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_display_profiles_id_idx\` ON \`payload_locked_documents_rels\` (\`display_profiles_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_locked_documents_rels_users_id_idx\` ON \`payload_locked_documents_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`key\` text,
  	\`value\` text,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_key_idx\` ON \`payload_preferences\` (\`key\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_updated_at_idx\` ON \`payload_preferences\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_created_at_idx\` ON \`payload_preferences\` (\`created_at\`);`)
  await db.run(sql`CREATE TABLE \`payload_preferences_rels\` (
  	\`id\` integer PRIMARY KEY NOT NULL,
  	\`order\` integer,
  	\`parent_id\` text(36) NOT NULL,
  	\`path\` text NOT NULL,
  	\`users_id\` text(36),
  	FOREIGN KEY (\`parent_id\`) REFERENCES \`payload_preferences\`(\`id\`) ON UPDATE no action ON DELETE cascade,
  	FOREIGN KEY (\`users_id\`) REFERENCES \`users\`(\`id\`) ON UPDATE no action ON DELETE cascade
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_order_idx\` ON \`payload_preferences_rels\` (\`order\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_parent_idx\` ON \`payload_preferences_rels\` (\`parent_id\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_path_idx\` ON \`payload_preferences_rels\` (\`path\`);`)
  await db.run(sql`CREATE INDEX \`payload_preferences_rels_users_id_idx\` ON \`payload_preferences_rels\` (\`users_id\`);`)
  await db.run(sql`CREATE TABLE \`payload_migrations\` (
  	\`id\` text(36) PRIMARY KEY NOT NULL,
  	\`name\` text,
  	\`batch\` numeric,
  	\`updated_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL,
  	\`created_at\` text DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')) NOT NULL
  );
  `)
  await db.run(sql`CREATE INDEX \`payload_migrations_updated_at_idx\` ON \`payload_migrations\` (\`updated_at\`);`)
  await db.run(sql`CREATE INDEX \`payload_migrations_created_at_idx\` ON \`payload_migrations\` (\`created_at\`);`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.run(sql`DROP TABLE \`contents\`;`)
  await db.run(sql`DROP TABLE \`contents_texts\`;`)
  await db.run(sql`DROP TABLE \`media_renditions\`;`)
  await db.run(sql`DROP TABLE \`media\`;`)
  await db.run(sql`DROP TABLE \`campaigns\`;`)
  await db.run(sql`DROP TABLE \`playlists_entries\`;`)
  await db.run(sql`DROP TABLE \`playlists\`;`)
  await db.run(sql`DROP TABLE \`schedules_dayparts_days\`;`)
  await db.run(sql`DROP TABLE \`schedules_dayparts\`;`)
  await db.run(sql`DROP TABLE \`schedules_day_types\`;`)
  await db.run(sql`DROP TABLE \`schedules\`;`)
  await db.run(sql`DROP TABLE \`schedules_texts\`;`)
  await db.run(sql`DROP TABLE \`schedules_rels\`;`)
  await db.run(sql`DROP TABLE \`displays_operating_hours_days\`;`)
  await db.run(sql`DROP TABLE \`displays_operating_hours\`;`)
  await db.run(sql`DROP TABLE \`displays_quiet_hours_days\`;`)
  await db.run(sql`DROP TABLE \`displays_quiet_hours\`;`)
  await db.run(sql`DROP TABLE \`displays\`;`)
  await db.run(sql`DROP TABLE \`displays_texts\`;`)
  await db.run(sql`DROP TABLE \`displays_rels\`;`)
  await db.run(sql`DROP TABLE \`display_groups\`;`)
  await db.run(sql`DROP TABLE \`display_profiles_formats\`;`)
  await db.run(sql`DROP TABLE \`display_profiles\`;`)
  await db.run(sql`DROP TABLE \`users_sessions\`;`)
  await db.run(sql`DROP TABLE \`users\`;`)
  await db.run(sql`DROP TABLE \`display_states\`;`)
  await db.run(sql`DROP TABLE \`pairings\`;`)
  await db.run(sql`DROP TABLE \`payload_kv\`;`)
  await db.run(sql`DROP TABLE \`payload_jobs_log\`;`)
  await db.run(sql`DROP TABLE \`payload_jobs\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents\`;`)
  await db.run(sql`DROP TABLE \`payload_locked_documents_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences\`;`)
  await db.run(sql`DROP TABLE \`payload_preferences_rels\`;`)
  await db.run(sql`DROP TABLE \`payload_migrations\`;`)
}
