CREATE TABLE `withheld_jobs` (
	`job_seq` integer PRIMARY KEY NOT NULL,
	`why` text NOT NULL,
	`since` integer NOT NULL,
	`ends_at` integer,
	FOREIGN KEY (`job_seq`) REFERENCES `jobs`(`seq`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `withheld_jobs_ends` ON `withheld_jobs` (`ends_at`) WHERE "withheld_jobs"."ends_at" is not null;--> statement-breakpoint
CREATE TABLE `domain_proofs` (
	`id` text PRIMARY KEY NOT NULL,
	`employer_seq` integer NOT NULL,
	`account_id` text,
	`domain` text NOT NULL,
	`way` text NOT NULL,
	`mailbox` text,
	`challenge` text NOT NULL,
	`claims` integer NOT NULL,
	`asked_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`proven_at` integer,
	`notice_until` integer,
	`checked_at` integer,
	`failures` integer DEFAULT 0 NOT NULL,
	`ended_at` integer,
	FOREIGN KEY (`employer_seq`) REFERENCES `employers`(`seq`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `domain_proofs_employer` ON `domain_proofs` (`employer_seq`);--> statement-breakpoint
CREATE INDEX `domain_proofs_domain` ON `domain_proofs` (`domain`);--> statement-breakpoint
CREATE INDEX `domain_proofs_expires` ON `domain_proofs` (`expires_at`);--> statement-breakpoint
CREATE INDEX `domain_proofs_account` ON `domain_proofs` (`account_id`);--> statement-breakpoint
CREATE TABLE `employer_changes` (
	`employer_seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`wanted` text NOT NULL,
	`asked_by` text,
	`asked_at` integer NOT NULL,
	FOREIGN KEY (`employer_seq`) REFERENCES `employers`(`seq`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`asked_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE UNIQUE INDEX `employer_changes_id_unique` ON `employer_changes` (`id`);--> statement-breakpoint
CREATE TABLE `employer_invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`employer_seq` integer NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`role` text NOT NULL,
	`invited_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`employer_seq`) REFERENCES `employers`(`seq`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `employer_invitations_address` ON `employer_invitations` (`employer_seq`,`email_key`);--> statement-breakpoint
CREATE INDEX `employer_invitations_expires` ON `employer_invitations` (`expires_at`);--> statement-breakpoint
CREATE INDEX `employer_invitations_by` ON `employer_invitations` (`invited_by`);--> statement-breakpoint
CREATE TABLE `employer_members` (
	`employer_seq` integer NOT NULL,
	`account_id` text NOT NULL,
	`role` text NOT NULL,
	`since` integer NOT NULL,
	`works_at` text,
	PRIMARY KEY(`employer_seq`, `account_id`),
	FOREIGN KEY (`employer_seq`) REFERENCES `employers`(`seq`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `employer_members_account` ON `employer_members` (`account_id`);--> statement-breakpoint
CREATE TABLE `employer_merges` (
	`id` text PRIMARY KEY NOT NULL,
	`from_seq` integer NOT NULL,
	`into_seq` integer NOT NULL,
	`at` integer NOT NULL,
	`moved` text NOT NULL,
	`undone_at` integer,
	FOREIGN KEY (`from_seq`) REFERENCES `employers`(`seq`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`into_seq`) REFERENCES `employers`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `employer_merges_from` ON `employer_merges` (`from_seq`);--> statement-breakpoint
CREATE INDEX `employer_merges_into` ON `employer_merges` (`into_seq`);--> statement-breakpoint
CREATE INDEX `employer_merges_at` ON `employer_merges` (`at`);--> statement-breakpoint
CREATE TABLE `link_checks` (
	`job_id` text NOT NULL,
	`url` text NOT NULL,
	`checked_at` integer NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`trouble` text,
	PRIMARY KEY(`job_id`, `url`)
);
--> statement-breakpoint
CREATE INDEX `link_checks_checked` ON `link_checks` (`checked_at`);--> statement-breakpoint
CREATE TABLE `pictures` (
	`id` text PRIMARY KEY NOT NULL,
	`employer_seq` integer,
	`post_id` text,
	`type` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`bytes` integer NOT NULL,
	`created_at` integer NOT NULL,
	`replaced_at` integer,
	FOREIGN KEY (`employer_seq`) REFERENCES `employers`(`seq`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `pictures_employer` ON `pictures` (`employer_seq`);--> statement-breakpoint
CREATE INDEX `pictures_post` ON `pictures` (`post_id`);--> statement-breakpoint
CREATE INDEX `pictures_replaced` ON `pictures` (`replaced_at`) WHERE "pictures"."replaced_at" is not null;--> statement-breakpoint
CREATE TABLE `post_counts` (
	`job_id` text NOT NULL,
	`day` text NOT NULL,
	`what` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`job_id`, `day`, `what`)
);
--> statement-breakpoint
CREATE TABLE `post_fingerprints` (
	`fingerprint` text PRIMARY KEY NOT NULL,
	`post_id` text NOT NULL,
	`posted_at` integer NOT NULL,
	`left_at` integer
);
--> statement-breakpoint
CREATE INDEX `post_fingerprints_left` ON `post_fingerprints` (`left_at`);--> statement-breakpoint
CREATE INDEX `post_fingerprints_post` ON `post_fingerprints` (`post_id`);--> statement-breakpoint
CREATE TABLE `post_log` (
	`id` text PRIMARY KEY NOT NULL,
	`post_id` text NOT NULL,
	`at` integer NOT NULL,
	`by` text NOT NULL,
	`account_id` text,
	`from` text,
	`to` text NOT NULL,
	`what` text NOT NULL,
	`why` text,
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `post_log_post` ON `post_log` (`post_id`,`at`);--> statement-breakpoint
CREATE INDEX `post_log_account` ON `post_log` (`account_id`);--> statement-breakpoint
CREATE TABLE `post_revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`post_id` text NOT NULL,
	`number` integer NOT NULL,
	`content` text NOT NULL,
	`state` text NOT NULL,
	`flags` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`decided_at` integer,
	`edited_from` text,
	FOREIGN KEY (`post_id`) REFERENCES `posts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `post_revisions_number` ON `post_revisions` (`post_id`,`number`);--> statement-breakpoint
CREATE TABLE `posts` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`state_since` integer NOT NULL,
	`account_id` text,
	`employer_seq` integer,
	`guest_address` text,
	`guest_hash` text,
	`guest_confirmed_at` integer,
	`draft_key` text,
	`language` text NOT NULL,
	`draft` text,
	`draft_version` integer DEFAULT 0 NOT NULL,
	`public_revision_id` text,
	`waiting_revision_id` text,
	`posted_at` integer,
	`expires_at` integer,
	`warnings` integer DEFAULT 0 NOT NULL,
	`copied_from` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE set null,
	FOREIGN KEY (`employer_seq`) REFERENCES `employers`(`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `posts_account` ON `posts` (`account_id`,`updated_at`);--> statement-breakpoint
CREATE INDEX `posts_employer` ON `posts` (`employer_seq`,`updated_at`);--> statement-breakpoint
CREATE INDEX `posts_guest` ON `posts` (`guest_hash`) WHERE "posts"."guest_hash" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `posts_draft_key` ON `posts` (`draft_key`) WHERE "posts"."draft_key" is not null;--> statement-breakpoint
CREATE INDEX `posts_state` ON `posts` (`state`,`updated_at`);--> statement-breakpoint
CREATE INDEX `posts_waiting` ON `posts` (`waiting_revision_id`) WHERE "posts"."waiting_revision_id" is not null;--> statement-breakpoint
CREATE INDEX `posts_expires` ON `posts` (`expires_at`) WHERE "posts"."state" = 'published';--> statement-breakpoint
CREATE TABLE `relay_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`post_id` text NOT NULL,
	`sealed` text NOT NULL,
	`recipient` text NOT NULL,
	`sender` text NOT NULL,
	`network` text,
	`confirmed_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `relay_messages_created` ON `relay_messages` (`created_at`);--> statement-breakpoint
CREATE INDEX `relay_messages_recipient` ON `relay_messages` (`recipient`,`created_at`);--> statement-breakpoint
CREATE INDEX `relay_messages_network` ON `relay_messages` (`network`,`created_at`);--> statement-breakpoint
CREATE INDEX `relay_messages_post` ON `relay_messages` (`post_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `reveal_budgets` (
	`subject` text PRIMARY KEY NOT NULL,
	`used` integer NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `reveal_budgets_last` ON `reveal_budgets` (`last_at`);--> statement-breakpoint
CREATE TABLE `appeals` (
	`id` text PRIMARY KEY NOT NULL,
	`statement_id` text,
	`notice_id` text,
	`by` text NOT NULL,
	`account_id` text,
	`sealed` text NOT NULL,
	`made_at` integer NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`outcome` text,
	`answer` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `appeals_statement` ON `appeals` (`statement_id`);--> statement-breakpoint
CREATE INDEX `appeals_notice` ON `appeals` (`notice_id`);--> statement-breakpoint
CREATE INDEX `appeals_account` ON `appeals` (`account_id`);--> statement-breakpoint
CREATE INDEX `appeals_made` ON `appeals` (`made_at`);--> statement-breakpoint
CREATE TABLE `audit_actors` (
	`pseudonym` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `audit_actors_account` ON `audit_actors` (`account_id`);--> statement-breakpoint
CREATE TABLE `audit_log` (
	`seq` integer PRIMARY KEY NOT NULL,
	`segment` text NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`act` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject` text NOT NULL,
	`reason` text NOT NULL,
	`mac` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_log_actor` ON `audit_log` (`actor`,`at`);--> statement-breakpoint
CREATE INDEX `audit_log_subject` ON `audit_log` (`subject`);--> statement-breakpoint
CREATE INDEX `audit_log_segment` ON `audit_log` (`segment`);--> statement-breakpoint
CREATE TABLE `audit_notes` (
	`seq` integer PRIMARY KEY NOT NULL,
	`note` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_notes_at` ON `audit_notes` (`at`);--> statement-breakpoint
CREATE TABLE `audit_segments` (
	`segment` text PRIMARY KEY NOT NULL,
	`first_seq` integer NOT NULL,
	`count` integer NOT NULL,
	`last_mac` text NOT NULL,
	`closed_at` integer,
	`removed_at` integer
);
--> statement-breakpoint
CREATE TABLE `case_files` (
	`id` text PRIMARY KEY NOT NULL,
	`job_id` text NOT NULL,
	`sealed` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `case_files_job` ON `case_files` (`job_id`);--> statement-breakpoint
CREATE INDEX `case_files_last` ON `case_files` (`last_at`);--> statement-breakpoint
CREATE TABLE `cases` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`priority` integer NOT NULL,
	`state` text NOT NULL,
	`job_id` text,
	`revision_id` text,
	`employer_seq` integer,
	`subject_id` text,
	`title` text NOT NULL,
	`flags` text NOT NULL,
	`opened_at` integer NOT NULL,
	`question` text,
	`asked_at` integer,
	`decided_at` integer,
	`decided_by` text,
	`outcome` text
);
--> statement-breakpoint
CREATE INDEX `cases_queue` ON `cases` (`priority`,`opened_at`,`id`) WHERE "cases"."state" = 'open';--> statement-breakpoint
CREATE INDEX `cases_job` ON `cases` (`job_id`);--> statement-breakpoint
CREATE INDEX `cases_employer` ON `cases` (`employer_seq`);--> statement-breakpoint
CREATE INDEX `cases_decided` ON `cases` (`decided_at`);--> statement-breakpoint
CREATE INDEX `cases_subject` ON `cases` (`subject_id`) WHERE "cases"."subject_id" is not null;--> statement-breakpoint
CREATE TABLE `disclosures` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text,
	`recipient` text,
	`authority` text NOT NULL,
	`legal_ground` text NOT NULL,
	`fields` text NOT NULL,
	`at` integer NOT NULL,
	`secret_until` integer,
	`recorded_by` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `disclosures_account` ON `disclosures` (`account_id`);--> statement-breakpoint
CREATE INDEX `disclosures_recipient` ON `disclosures` (`recipient`);--> statement-breakpoint
CREATE INDEX `disclosures_at` ON `disclosures` (`at`);--> statement-breakpoint
CREATE TABLE `notice_slowdowns` (
	`notifier` text PRIMARY KEY NOT NULL,
	`unfounded` integer NOT NULL,
	`last_at` integer NOT NULL,
	`slowed_until` integer
);
--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`job_id` text NOT NULL,
	`url` text NOT NULL,
	`ground` text NOT NULL,
	`sealed` text NOT NULL,
	`notifier` text,
	`account_id` text,
	`good_faith` integer NOT NULL,
	`danger` integer NOT NULL,
	`language` text NOT NULL,
	`received_at` integer NOT NULL,
	`decided_at` integer,
	`outcome` text,
	`answer` text,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `notices_job` ON `notices` (`job_id`);--> statement-breakpoint
CREATE INDEX `notices_notifier` ON `notices` (`notifier`,`received_at`);--> statement-breakpoint
CREATE INDEX `notices_received` ON `notices` (`received_at`);--> statement-breakpoint
CREATE INDEX `notices_account` ON `notices` (`account_id`);--> statement-breakpoint
CREATE TABLE `removed_ads` (
	`fingerprint` text PRIMARY KEY NOT NULL,
	`removed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `removed_ads_removed` ON `removed_ads` (`removed_at`);--> statement-breakpoint
CREATE TABLE `statements` (
	`id` text PRIMARY KEY NOT NULL,
	`job_id` text,
	`employer_seq` integer,
	`revision_id` text,
	`case_id` text,
	`notice_id` text,
	`account_id` text,
	`recipient` text,
	`restriction` text NOT NULL,
	`decision_ground` text NOT NULL,
	`legal_ground` text,
	`rules` text NOT NULL,
	`explanation` text NOT NULL,
	`facts` text NOT NULL,
	`category` text NOT NULL,
	`keywords` text NOT NULL,
	`content_language` text,
	`content_at` integer,
	`applied_at` integer NOT NULL,
	`ends_at` integer,
	`source` text NOT NULL,
	`automated_detection` integer NOT NULL,
	`decided_by` text NOT NULL,
	`objection_until` integer NOT NULL,
	`reversed_at` integer,
	FOREIGN KEY (`account_id`) REFERENCES `accounts`(`id`) ON UPDATE no action ON DELETE set null
);
--> statement-breakpoint
CREATE INDEX `statements_job` ON `statements` (`job_id`);--> statement-breakpoint
CREATE INDEX `statements_account` ON `statements` (`account_id`);--> statement-breakpoint
CREATE INDEX `statements_applied` ON `statements` (`applied_at`);--> statement-breakpoint
CREATE INDEX `statements_notice` ON `statements` (`notice_id`);--> statement-breakpoint
DROP INDEX `employers_own_name`;--> statement-breakpoint
ALTER TABLE `employers` ADD `unlisted` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `employers` ADD `places` text;--> statement-breakpoint
ALTER TABLE `employers` ADD `logo_id` text;--> statement-breakpoint
ALTER TABLE `employers` ADD `verified_domain` text;--> statement-breakpoint
ALTER TABLE `employers` ADD `verified_at` integer;--> statement-breakpoint
ALTER TABLE `employers` ADD `verified_by` text;--> statement-breakpoint
ALTER TABLE `employers` ADD `merged_into` integer;--> statement-breakpoint
CREATE INDEX `employers_unlisted` ON `employers` (`unlisted`) WHERE "employers"."unlisted" = 1;--> statement-breakpoint
CREATE INDEX `employers_verified_domain` ON `employers` (`verified_domain`) WHERE "employers"."verified_domain" is not null;--> statement-breakpoint
CREATE INDEX `employers_own_name` ON `employers` (`name_key`) WHERE "employers"."source_id" is null;--> statement-breakpoint
ALTER TABLE `jobs` ADD `details` text;--> statement-breakpoint
ALTER TABLE `accounts` ADD `suspended_at` integer;--> statement-breakpoint
ALTER TABLE `link_tokens` ADD `subject_id` text;--> statement-breakpoint
CREATE INDEX `link_tokens_subject` ON `link_tokens` (`subject_id`) WHERE "link_tokens"."subject_id" is not null;