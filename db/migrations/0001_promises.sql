CREATE TABLE `consent_chain` (
	`seq` integer PRIMARY KEY NOT NULL,
	`mac` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `consent_notices` (
	`hash` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`language` text NOT NULL,
	`text` text NOT NULL,
	`build` text NOT NULL,
	`published_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `consent_records` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`subject` text,
	`previous_id` text,
	`act` text NOT NULL,
	`surface` text NOT NULL,
	`method` text NOT NULL,
	`granted` text NOT NULL,
	`refused` text NOT NULL,
	`notice` text NOT NULL,
	`build` text NOT NULL,
	`country` text NOT NULL,
	`gpc` integer NOT NULL,
	`given_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`valid_until` integer NOT NULL,
	`replaced_at` integer,
	`act_key` text,
	FOREIGN KEY (`seq`) REFERENCES `consent_chain`(`seq`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`notice`) REFERENCES `consent_notices`(`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consent_records_id_unique` ON `consent_records` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `consent_records_actKey_unique` ON `consent_records` (`act_key`);--> statement-breakpoint
CREATE INDEX `consent_records_subject` ON `consent_records` (`subject`,`seq`) WHERE "consent_records"."subject" is not null;--> statement-breakpoint
CREATE INDEX `consent_records_valid_until` ON `consent_records` (`valid_until`);--> statement-breakpoint
CREATE INDEX `consent_records_received` ON `consent_records` (`received_at`) WHERE "consent_records"."act_key" is not null;--> statement-breakpoint
CREATE TABLE `counters` (
	`day` text NOT NULL,
	`page` text NOT NULL,
	`feature` text NOT NULL,
	`country` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`day`, `page`, `feature`, `country`)
);
--> statement-breakpoint
CREATE TABLE `retention_runs` (
	`rule` text NOT NULL,
	`slot` integer NOT NULL,
	`started_at` integer NOT NULL,
	`finished_at` integer,
	`span_from` integer NOT NULL,
	`span_until` integer NOT NULL,
	`counted` integer DEFAULT 0 NOT NULL,
	`deleted` integer DEFAULT 0 NOT NULL,
	`oldest_left` integer,
	PRIMARY KEY(`rule`, `slot`)
);
--> statement-breakpoint
CREATE INDEX `retention_runs_started` ON `retention_runs` (`started_at`);--> statement-breakpoint
CREATE INDEX `jobs_stopped` ON `jobs` (`stopped_at`) WHERE "jobs"."status" = 'stopped';