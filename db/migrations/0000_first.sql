CREATE TABLE `employers` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`name_key` text NOT NULL,
	`website` text,
	`status` text DEFAULT 'active' NOT NULL,
	`source_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`about` text,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "employers_status" CHECK("employers"."status" in ('active', 'suspended'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `employers_id_unique` ON `employers` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `employers_slug_unique` ON `employers` (`slug`);--> statement-breakpoint
CREATE UNIQUE INDEX `employers_source_name` ON `employers` (`source_id`,`name_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `employers_own_name` ON `employers` (`name_key`) WHERE "employers"."source_id" is null;--> statement-breakpoint
CREATE TABLE `facts` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `job_contacts` (
	`job_seq` integer NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`value` text NOT NULL,
	`for_applying` integer NOT NULL,
	PRIMARY KEY(`job_seq`, `position`),
	FOREIGN KEY (`job_seq`) REFERENCES `jobs`(`seq`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `job_places` (
	`job_seq` integer NOT NULL,
	`position` integer NOT NULL,
	`place_id` text,
	`name` text NOT NULL,
	`region` text,
	`region_code` text,
	`country` text NOT NULL,
	`street` text,
	`postal_code` text,
	`lat` real,
	`lng` real,
	PRIMARY KEY(`job_seq`, `position`),
	FOREIGN KEY (`job_seq`) REFERENCES `jobs`(`seq`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`slug` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`title` text NOT NULL,
	`language` text NOT NULL,
	`employer_seq` integer NOT NULL,
	`category` text NOT NULL,
	`employment_types` text NOT NULL,
	`skills` text NOT NULL,
	`remote` text,
	`remote_countries` text NOT NULL,
	`salary_currency` text,
	`salary_min` integer,
	`salary_max` integer,
	`salary_period` text,
	`salary_yearly` integer,
	`posted_at` integer NOT NULL,
	`published_at` integer NOT NULL,
	`valid_through` integer,
	`stopped_at` integer,
	`apply_by` text NOT NULL,
	`apply_url` text,
	`reference_id` text,
	`source_id` text,
	`source_key` text,
	`content_hash` text,
	`carried_at` integer,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`description` text NOT NULL,
	`public_from` integer GENERATED ALWAYS AS ((max(published_at, posted_at))) VIRTUAL NOT NULL,
	`public_until` integer GENERATED ALWAYS AS ((min(coalesce(valid_through, 9007199254740991), max(published_at, coalesce(carried_at, 0)) + 15552000000))) VIRTUAL NOT NULL,
	FOREIGN KEY (`employer_seq`) REFERENCES `employers`(`seq`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "jobs_kind" CHECK("jobs"."kind" in ('job', 'gig')),
	CONSTRAINT "jobs_status" CHECK("jobs"."status" in ('published', 'stopped'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_id_unique` ON `jobs` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_source_key` ON `jobs` (`source_id`,`source_key`);--> statement-breakpoint
CREATE INDEX `jobs_employer` ON `jobs` (`employer_seq`,`posted_at`);--> statement-breakpoint
CREATE INDEX `jobs_updated` ON `jobs` (`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `jobs_public_from` ON `jobs` (`public_from`);--> statement-breakpoint
CREATE INDEX `jobs_public_until` ON `jobs` (`public_until`);--> statement-breakpoint
CREATE TABLE `place_names` (
	`name` text NOT NULL,
	`country` text NOT NULL,
	`weight` integer NOT NULL,
	`place_id` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `place_names_look_up` ON `place_names` (`name`,`country`,`weight`,`place_id`);--> statement-breakpoint
CREATE TABLE `places` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`region` text,
	`region_code` text,
	`country` text NOT NULL,
	`lat` real NOT NULL,
	`lng` real NOT NULL,
	`population` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_cursors` (
	`engine` text PRIMARY KEY NOT NULL,
	`seq` integer DEFAULT 0 NOT NULL,
	`erased_seq` integer DEFAULT 0 NOT NULL,
	`time_reached` integer DEFAULT 0 NOT NULL,
	`lease_owner` text,
	`lease_until` integer DEFAULT 0 NOT NULL,
	`trouble` text
);
--> statement-breakpoint
CREATE TABLE `search_outbox` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`kind` text NOT NULL,
	`entity_seq` integer NOT NULL,
	`entity_id` text NOT NULL,
	`erases` integer NOT NULL,
	`enqueued_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_outbox_entity` ON `search_outbox` (`entity_seq`,`kind`);--> statement-breakpoint
CREATE INDEX `search_outbox_erasures` ON `search_outbox` (`seq`) WHERE "search_outbox"."erases" = 1;--> statement-breakpoint
CREATE TABLE `sources` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`first_imported_at` integer NOT NULL,
	`last_imported_at` integer NOT NULL,
	`dates_moved_days` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sources_name_unique` ON `sources` (`name`);--> statement-breakpoint
CREATE TABLE `task_runs` (
	`task` text NOT NULL,
	`slot` integer NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`outcome` text,
	PRIMARY KEY(`task`, `slot`)
);
