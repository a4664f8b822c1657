CREATE TABLE "accounts_accounts" (
    "id" TEXT NOT NULL CONSTRAINT "pk_accounts_accounts" PRIMARY KEY,
    "full_name" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "is_admin" INTEGER NOT NULL,
    "suspended_at" INTEGER NULL,
    "suspended_for" TEXT NULL,
    "erased_at" INTEGER NULL,
    "created_at" INTEGER NOT NULL,
    "user_name" TEXT NULL,
    "normalized_user_name" TEXT NULL,
    "email" TEXT NULL,
    "normalized_email" TEXT NULL,
    "email_confirmed" INTEGER NOT NULL,
    "password_hash" TEXT NULL,
    "security_stamp" TEXT NULL,
    "concurrency_stamp" TEXT NULL,
    "phone_number" TEXT NULL,
    "phone_number_confirmed" INTEGER NOT NULL,
    "two_factor_enabled" INTEGER NOT NULL,
    "lockout_end" INTEGER NULL,
    "lockout_enabled" INTEGER NOT NULL,
    "access_failed_count" INTEGER NOT NULL
);


CREATE TABLE "accounts_addresses" (
    "id" TEXT NOT NULL CONSTRAINT "pk_accounts_addresses" PRIMARY KEY,
    "person" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "country" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "commune" TEXT NOT NULL,
    "street" TEXT NOT NULL,
    "postcode" TEXT NOT NULL,
    "is_first" INTEGER NOT NULL,
    "created_at" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "alerts" (
    "kind" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "detail" TEXT NOT NULL,
    CONSTRAINT "pk_alerts" PRIMARY KEY ("kind", "day")
);


CREATE TABLE "audit_rows" (
    "id" TEXT NOT NULL CONSTRAINT "pk_audit_rows" PRIMARY KEY,
    "at" INTEGER NOT NULL,
    "actor" TEXT NOT NULL,
    "cooperative" TEXT NULL,
    "what" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "reason" TEXT NULL
);


CREATE TABLE "audit_seals" (
    "number" INTEGER NOT NULL CONSTRAINT "pk_audit_seals" PRIMARY KEY,
    "row" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "sealed_at" INTEGER NOT NULL
);


CREATE TABLE "catalog_addresses" (
    "product" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "since" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "pk_catalog_addresses" PRIMARY KEY ("product", "slug")
);


CREATE TABLE "catalog_ahead_sales" (
    "id" TEXT NOT NULL CONSTRAINT "pk_catalog_ahead_sales" PRIMARY KEY,
    "product" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "until" TEXT NOT NULL,
    "quota" INTEGER NOT NULL,
    "sold" INTEGER NOT NULL,
    "aside" INTEGER NOT NULL,
    "opened_at" INTEGER NOT NULL,
    "ended_at" INTEGER NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "ck_catalog_ahead_sales_counts" CHECK (0 <= aside AND aside <= sold AND sold <= quota)
);


CREATE TABLE "catalog_categories" (
    "id" TEXT NOT NULL CONSTRAINT "pk_catalog_categories" PRIMARY KEY,
    "category" TEXT NOT NULL,
    "parent" TEXT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "is_food" INTEGER NOT NULL,
    "from" INTEGER NOT NULL,
    "by" TEXT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "catalog_edits" (
    "id" TEXT NOT NULL CONSTRAINT "pk_catalog_edits" PRIMARY KEY,
    "product" TEXT NOT NULL,
    "cooperative" TEXT NOT NULL,
    "by" TEXT NULL,
    "at" INTEGER NOT NULL,
    "changes" TEXT NOT NULL,
    "seen_by" TEXT NULL,
    "seen_at" INTEGER NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "catalog_forbidden_words" (
    "id" TEXT NOT NULL CONSTRAINT "pk_catalog_forbidden_words" PRIMARY KEY,
    "language" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "is_held" INTEGER NOT NULL,
    "from" INTEGER NOT NULL,
    "added_at" INTEGER NOT NULL,
    "by" TEXT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "catalog_held_texts" (
    "product" TEXT NOT NULL CONSTRAINT "pk_catalog_held_texts" PRIMARY KEY,
    "cooperative" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "use" TEXT NOT NULL,
    "other_names" TEXT NOT NULL,
    "ingredients" TEXT NOT NULL,
    "origins" TEXT NOT NULL,
    "category" TEXT NULL,
    "words" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "by" TEXT NULL,
    "admin_note" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "catalog_products" (
    "id" TEXT NOT NULL CONSTRAINT "pk_catalog_products" PRIMARY KEY,
    "cooperative" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "use" TEXT NOT NULL,
    "other_names" TEXT NOT NULL,
    "ingredients" TEXT NOT NULL,
    "origins" TEXT NOT NULL,
    "category" TEXT NULL,
    "village" TEXT NOT NULL,
    "commune_code" TEXT NOT NULL,
    "maker" TEXT NULL,
    "season_bits" INTEGER NOT NULL,
    "made_to_order_days" INTEGER NULL,
    "vat" TEXT NULL,
    "allergen_bits" INTEGER NULL,
    "state" TEXT NOT NULL,
    "withdrawn_by" TEXT NULL,
    "needs_look" INTEGER NOT NULL,
    "admin_note" TEXT NOT NULL,
    "started_at" INTEGER NOT NULL,
    "submitted_at" INTEGER NULL,
    "first_live_at" INTEGER NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "catalog_stock_moves" (
    "id" TEXT NOT NULL CONSTRAINT "pk_catalog_stock_moves" PRIMARY KEY,
    "variant" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "change" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "by" TEXT NULL,
    "at" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "certificates_certificates" (
    "id" TEXT NOT NULL CONSTRAINT "pk_certificates_certificates" PRIMARY KEY,
    "cooperative" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "stars" INTEGER NULL,
    "number" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "issued" TEXT NOT NULL,
    "expires" TEXT NULL,
    "paper" TEXT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_at" INTEGER NOT NULL,
    "checked_by" TEXT NULL,
    "checked_at" INTEGER NULL,
    "reminded" INTEGER NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "complaints_complaints" (
    "id" TEXT NOT NULL CONSTRAINT "pk_complaints_complaints" PRIMARY KEY,
    "code" TEXT NOT NULL,
    "form_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "order_code" TEXT NOT NULL,
    "cooperative" TEXT NULL,
    "product" TEXT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "person" TEXT NULL,
    "secret_hash" TEXT NOT NULL,
    "sealed_secret" TEXT NOT NULL,
    "received_at" INTEGER NOT NULL,
    "answer_by" INTEGER NOT NULL,
    "settle_by" INTEGER NOT NULL,
    "answered_at" INTEGER NULL,
    "settled_at" INTEGER NULL,
    "settled_by" TEXT NOT NULL,
    "move_count" INTEGER NOT NULL,
    "due_at" INTEGER NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "complaints_terms" (
    "id" TEXT NOT NULL CONSTRAINT "pk_complaints_terms" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "answer_hours" INTEGER NOT NULL,
    "settle_days" INTEGER NOT NULL,
    "from" INTEGER NOT NULL,
    "added_at" INTEGER NOT NULL,
    "added_by" TEXT NULL
);


CREATE TABLE "income_entries" (
    "id" TEXT NOT NULL CONSTRAINT "pk_income_entries" PRIMARY KEY,
    "cooperative" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "share" TEXT NOT NULL,
    "member" TEXT NULL,
    "part" TEXT NULL,
    "share_number" INTEGER NOT NULL,
    "product" TEXT NULL,
    "payment" TEXT NULL,
    "happened_at" INTEGER NOT NULL,
    "posted_at" INTEGER NOT NULL,
    "amount_currency" TEXT NOT NULL,
    "amount_minor" INTEGER NOT NULL
);


CREATE TABLE "income_payments" (
    "id" TEXT NOT NULL CONSTRAINT "pk_income_payments" PRIMARY KEY,
    "cooperative" TEXT NOT NULL,
    "member" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "is_advance" INTEGER NOT NULL,
    "recorded_by" TEXT NULL,
    "recorded_at" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "sealed_code" TEXT NOT NULL,
    "wrong_tries" INTEGER NOT NULL,
    "witnessed_by" TEXT NULL,
    "ended_at" INTEGER NULL,
    "amount_currency" TEXT NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "income_producers" (
    "id" TEXT NOT NULL CONSTRAINT "pk_income_producers" PRIMARY KEY,
    "cooperative" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "commune_code" TEXT NOT NULL,
    "agreed_on" TEXT NOT NULL,
    "may_be_named" INTEGER NOT NULL,
    "added_at" INTEGER NOT NULL,
    "paused_at" INTEGER NULL,
    "link_hash" TEXT NOT NULL,
    "sealed_link" TEXT NOT NULL,
    "link_made_at" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "income_sales" (
    "part" TEXT NOT NULL CONSTRAINT "pk_income_sales" PRIMARY KEY,
    "order" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "cooperative" TEXT NOT NULL,
    "sold_at" INTEGER NOT NULL
);


CREATE TABLE "income_sharings" (
    "id" TEXT NOT NULL CONSTRAINT "pk_income_sharings" PRIMARY KEY,
    "cooperative" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    "lot" TEXT NULL,
    "from" INTEGER NOT NULL,
    "added_by" TEXT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "links_links" (
    "code" TEXT NOT NULL CONSTRAINT "pk_links_links" PRIMARY KEY,
    "product" TEXT NULL,
    "story" TEXT NULL,
    "cooperative" TEXT NULL,
    "given_at" INTEGER NOT NULL
);


CREATE TABLE "lots_keepings" (
    "product" TEXT NOT NULL CONSTRAINT "pk_lots_keepings" PRIMARY KEY,
    "cooperative" TEXT NOT NULL,
    "since" INTEGER NOT NULL,
    "by" TEXT NULL
);


CREATE TABLE "lots_lots" (
    "id" TEXT NOT NULL CONSTRAINT "pk_lots_lots" PRIMARY KEY,
    "cooperative" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "folded_number" TEXT NOT NULL,
    "made_on" TEXT NOT NULL,
    "village" TEXT NOT NULL,
    "commune_code" TEXT NOT NULL,
    "maker" TEXT NULL,
    "made_by" TEXT NOT NULL,
    "amount" TEXT NOT NULL,
    "best_before" TEXT NULL,
    "notes" TEXT NOT NULL,
    "papers" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "recall_reason" TEXT NOT NULL,
    "recalled_at" INTEGER NULL,
    "recalled_by" TEXT NULL,
    "recorded_at" INTEGER NOT NULL,
    "recorded_by" TEXT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "orders_baskets" (
    "id" TEXT NOT NULL CONSTRAINT "pk_orders_baskets" PRIMARY KEY,
    "key_hash" TEXT NULL,
    "person" TEXT NULL,
    "touched_at" INTEGER NOT NULL,
    "changes" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "orders_nudges" (
    "id" TEXT NOT NULL CONSTRAINT "pk_orders_nudges" PRIMARY KEY,
    "seller_order" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "orders_orders" (
    "id" TEXT NOT NULL CONSTRAINT "pk_orders_orders" PRIMARY KEY,
    "code" TEXT NOT NULL,
    "form_key" TEXT NOT NULL,
    "secret_hash" TEXT NOT NULL,
    "sealed_secret" TEXT NOT NULL,
    "buyer" TEXT NULL,
    "language" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "rules" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "placed_at" INTEGER NOT NULL,
    "pay_by" INTEGER NULL,
    "paid_at" INTEGER NULL,
    "moves" INTEGER NOT NULL,
    "readdressed_at" INTEGER NULL,
    "forgotten_at" INTEGER NULL,
    "address_commune" TEXT NOT NULL,
    "address_country" TEXT NOT NULL,
    "address_postcode" TEXT NOT NULL,
    "address_province" TEXT NOT NULL,
    "address_street" TEXT NOT NULL,
    "charged_currency" TEXT NOT NULL,
    "charged_minor" INTEGER NOT NULL,
    "invoice_address" TEXT NOT NULL,
    "invoice_email" TEXT NOT NULL,
    "invoice_name" TEXT NOT NULL,
    "invoice_tax_code" TEXT NOT NULL,
    "terms_currency" TEXT NOT NULL,
    "terms_day" TEXT NULL,
    "terms_margin_basis_points" INTEGER NOT NULL,
    "terms_per_unit" INTEGER NOT NULL,
    "to_email" TEXT NOT NULL,
    "to_name" TEXT NOT NULL,
    "to_phone" TEXT NOT NULL,
    "total_currency" TEXT NOT NULL,
    "total_minor" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "orders_returns" (
    "id" TEXT NOT NULL CONSTRAINT "pk_orders_returns" PRIMARY KEY,
    "order" TEXT NOT NULL,
    "seller_order" TEXT NOT NULL,
    "cooperative" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "asked_at" INTEGER NOT NULL,
    "answer" TEXT NOT NULL,
    "answered_at" INTEGER NULL,
    "sent_at" INTEGER NULL,
    "number" TEXT NOT NULL,
    "ending" TEXT NOT NULL,
    "ended_at" INTEGER NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "orders_withdrawals" (
    "id" TEXT NOT NULL CONSTRAINT "pk_orders_withdrawals" PRIMARY KEY,
    "order" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "outbox_rows" (
    "id" TEXT NOT NULL CONSTRAINT "pk_outbox_rows" PRIMARY KEY,
    "event" TEXT NOT NULL,
    "event_version" INTEGER NOT NULL,
    "subscriber" TEXT NOT NULL,
    "payload" TEXT NOT NULL,
    "raised_at" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "due_at" INTEGER NOT NULL,
    "leased_until" INTEGER NULL,
    "lease_token" TEXT NULL,
    "attempts" INTEGER NOT NULL,
    "last_error" TEXT NULL,
    "done_at" INTEGER NULL
);


CREATE TABLE "payments_card_attempts" (
    "id" TEXT NOT NULL CONSTRAINT "pk_payments_card_attempts" PRIMARY KEY,
    "payment" TEXT NOT NULL,
    "order" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "session" TEXT NULL,
    "page" TEXT NULL,
    "begun_at" INTEGER NOT NULL,
    "closes_at" INTEGER NOT NULL,
    "asked_until" INTEGER NULL,
    "ended_at" INTEGER NULL,
    "amount_currency" TEXT NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "charged_currency" TEXT NOT NULL,
    "charged_minor" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "payments_card_comparisons" (
    "id" TEXT NOT NULL CONSTRAINT "pk_payments_card_comparisons" PRIMARY KEY,
    "at" INTEGER NOT NULL,
    "is_reached" INTEGER NOT NULL,
    "moves" INTEGER NOT NULL,
    "waiting" INTEGER NOT NULL,
    "unexplained" INTEGER NOT NULL
);


CREATE TABLE "payments_card_events" (
    "id" TEXT NOT NULL CONSTRAINT "pk_payments_card_events" PRIMARY KEY,
    "type" TEXT NOT NULL,
    "api_version" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "is_live" INTEGER NOT NULL,
    "happened_at" INTEGER NOT NULL,
    "stored_at" INTEGER NOT NULL,
    "session" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "charge" TEXT NOT NULL,
    "amount" INTEGER NULL,
    "currency" TEXT NOT NULL,
    "is_paid" INTEGER NOT NULL,
    "due_by" INTEGER NULL,
    "state" TEXT NOT NULL,
    "flaw" TEXT NULL,
    "note" TEXT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "payments_card_exchanges" (
    "id" TEXT NOT NULL CONSTRAINT "pk_payments_card_exchanges" PRIMARY KEY,
    "written_at" INTEGER NOT NULL,
    "written_by" TEXT NULL,
    "dong_currency" TEXT NOT NULL,
    "dong_minor" INTEGER NOT NULL,
    "foreign_currency" TEXT NOT NULL,
    "foreign_minor" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "payments_card_moves" (
    "id" TEXT NOT NULL CONSTRAINT "pk_payments_card_moves" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "charge" TEXT NOT NULL,
    "happened_at" INTEGER NOT NULL,
    "read_at" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "flaw" TEXT NULL,
    "line" TEXT NULL,
    "refund" TEXT NULL,
    "exchange" TEXT NULL,
    "changed_at" INTEGER NULL,
    "note" TEXT NULL,
    "amount_currency" TEXT NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "cost_currency" TEXT NOT NULL,
    "cost_minor" INTEGER NOT NULL,
    "covered_currency" TEXT NOT NULL,
    "covered_minor" INTEGER NOT NULL,
    "fee_currency" TEXT NOT NULL,
    "fee_minor" INTEGER NOT NULL,
    "left_currency" TEXT NOT NULL,
    "left_minor" INTEGER NOT NULL,
    "moved_currency" TEXT NOT NULL,
    "moved_minor" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "payments_cash_parcels" (
    "seller_order" TEXT NOT NULL CONSTRAINT "pk_payments_cash_parcels" PRIMARY KEY,
    "order" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "cooperative" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "is_for_market" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "opened_at" INTEGER NOT NULL,
    "collected_at" INTEGER NULL,
    "listed_at" INTEGER NULL,
    "note" TEXT NULL,
    "amount_currency" TEXT NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "carrier_fee_currency" TEXT NOT NULL,
    "carrier_fee_minor" INTEGER NOT NULL,
    "paid_currency" TEXT NOT NULL,
    "paid_minor" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "payments_further_tellings" (
    "source" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "money" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "told_at" INTEGER NOT NULL,
    CONSTRAINT "pk_payments_further_tellings" PRIMARY KEY ("source", "source_id")
);


CREATE TABLE "payments_money_in" (
    "id" TEXT NOT NULL CONSTRAINT "pk_payments_money_in" PRIMARY KEY,
    "source" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "account" TEXT NOT NULL,
    "direction" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "bank" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "booked_at" INTEGER NOT NULL,
    "balance" INTEGER NULL,
    "stored_at" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "order" TEXT NULL,
    "refund" TEXT NULL,
    "payout" TEXT NULL,
    "payout_position" INTEGER NULL,
    "is_from_cards" INTEGER NOT NULL,
    "tax_month" TEXT NULL,
    "same_as" TEXT NULL,
    "reverses" TEXT NULL,
    "note" TEXT NULL,
    "is_doubtful" INTEGER NOT NULL,
    "amount_currency" TEXT NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "applied_currency" TEXT NOT NULL,
    "applied_minor" INTEGER NOT NULL,
    "carried_currency" TEXT NOT NULL,
    "carried_minor" INTEGER NOT NULL,
    "kept_currency" TEXT NOT NULL,
    "kept_minor" INTEGER NOT NULL,
    "moved_currency" TEXT NOT NULL,
    "moved_minor" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "payments_payments" (
    "id" TEXT NOT NULL CONSTRAINT "pk_payments_payments" PRIMARY KEY,
    "order" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "pay_by" INTEGER NULL,
    "opened_at" INTEGER NOT NULL,
    "settled_at" INTEGER NULL,
    "disputed_at" INTEGER NULL,
    "proof_by" INTEGER NULL,
    "charged_currency" TEXT NOT NULL,
    "charged_minor" INTEGER NOT NULL,
    "expected_currency" TEXT NOT NULL,
    "expected_minor" INTEGER NOT NULL,
    "paid_currency" TEXT NOT NULL,
    "paid_minor" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "payments_refund_accounts" (
    "order" TEXT NOT NULL CONSTRAINT "pk_payments_refund_accounts" PRIMARY KEY,
    "bin" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "told_at" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "payments_refunds_due" (
    "id" TEXT NOT NULL CONSTRAINT "pk_payments_refunds_due" PRIMARY KEY,
    "order" TEXT NULL,
    "code" TEXT NOT NULL,
    "seller_order" TEXT NULL,
    "money_in" TEXT NULL,
    "reason" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "opened_at" INTEGER NOT NULL,
    "paid_at" INTEGER NULL,
    "reference" TEXT NULL,
    "failed_at" INTEGER NULL,
    "call" TEXT NULL,
    "charge" TEXT NULL,
    "called_at" INTEGER NULL,
    "is_uncertain" INTEGER NOT NULL,
    "asked_until" INTEGER NULL,
    "refused_for" TEXT NULL,
    "agreed_by" TEXT NULL,
    "seconded_by" TEXT NULL,
    "amount_currency" TEXT NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "moved_currency" TEXT NOT NULL,
    "moved_minor" INTEGER NOT NULL,
    "set_off_currency" TEXT NOT NULL,
    "set_off_minor" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "payments_remitted_cash" (
    "id" TEXT NOT NULL CONSTRAINT "pk_payments_remitted_cash" PRIMARY KEY,
    "money" TEXT NOT NULL,
    "order" TEXT NOT NULL,
    "seller_order" TEXT NOT NULL,
    "cooperative" TEXT NOT NULL,
    "taken_at" INTEGER NOT NULL,
    "cash_currency" TEXT NOT NULL,
    "cash_minor" INTEGER NOT NULL,
    "fee_currency" TEXT NOT NULL,
    "fee_minor" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "payments_statements" (
    "id" TEXT NOT NULL CONSTRAINT "pk_payments_statements" PRIMARY KEY,
    "name" TEXT NOT NULL,
    "uploaded_at" INTEGER NOT NULL,
    "lines" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "taken" INTEGER NOT NULL,
    "known" INTEGER NOT NULL,
    "begun_at" INTEGER NULL,
    "ended_at" INTEGER NULL,
    "closing_currency" TEXT NOT NULL,
    "closing_minor" INTEGER NOT NULL,
    "opening_currency" TEXT NOT NULL,
    "opening_minor" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "photos_photos" (
    "id" TEXT NOT NULL CONSTRAINT "pk_photos_photos" PRIMARY KEY,
    "cooperative" TEXT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "alt" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "colors" TEXT NOT NULL,
    "focus_x" INTEGER NOT NULL,
    "focus_y" INTEGER NOT NULL,
    "weights" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "added_at" INTEGER NOT NULL,
    "removed_at" INTEGER NULL,
    "claimed_until" INTEGER NULL,
    "tries" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "questions_questions" (
    "id" TEXT NOT NULL CONSTRAINT "pk_questions_questions" PRIMARY KEY,
    "code" TEXT NOT NULL,
    "cooperative" TEXT NOT NULL,
    "product" TEXT NULL,
    "product_name" TEXT NOT NULL,
    "product_slug" TEXT NOT NULL,
    "order_code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "person" TEXT NULL,
    "secret_hash" TEXT NOT NULL,
    "sealed_secret" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "spoken_at" INTEGER NOT NULL,
    "message_count" INTEGER NOT NULL,
    "reading_count" INTEGER NOT NULL,
    "desk_told_at" INTEGER NULL,
    "desk_tell_at" INTEGER NULL,
    "buyer_told_at" INTEGER NULL,
    "buyer_tell_at" INTEGER NULL,
    "reported_at" INTEGER NULL,
    "reported_by" TEXT NULL,
    "report_why" TEXT NOT NULL,
    "is_reported" INTEGER NOT NULL,
    "forgotten_at" INTEGER NULL,
    "is_warned" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "rates_margins" (
    "id" TEXT NOT NULL CONSTRAINT "pk_rates_margins" PRIMARY KEY,
    "basis_points" INTEGER NOT NULL,
    "from" INTEGER NOT NULL,
    "added_by" TEXT NULL
);


CREATE TABLE "rates_rates" (
    "id" TEXT NOT NULL CONSTRAINT "pk_rates_rates" PRIMARY KEY,
    "currency" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "per_unit" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "added_at" INTEGER NOT NULL,
    "added_by" TEXT NULL
);


CREATE TABLE "rates_readings" (
    "source" TEXT NOT NULL CONSTRAINT "pk_rates_readings" PRIMARY KEY,
    "read_at" INTEGER NULL,
    "failing_since" INTEGER NULL,
    "taken" INTEGER NOT NULL,
    "refused" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "reviews_reviews" (
    "id" TEXT NOT NULL CONSTRAINT "pk_reviews_reviews" PRIMARY KEY,
    "line" TEXT NOT NULL,
    "order" TEXT NOT NULL,
    "cooperative" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    "product_name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "stars" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "translations" TEXT NOT NULL,
    "written_at" INTEGER NOT NULL,
    "changed_at" INTEGER NULL,
    "answer" TEXT NOT NULL,
    "answer_language" TEXT NOT NULL,
    "answered_at" INTEGER NULL,
    "hidden_because" TEXT NOT NULL,
    "open_reports" INTEGER NOT NULL,
    "move_count" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "ck_reviews_reviews_stars" CHECK (1 <= stars AND stars <= 5)
);


CREATE TABLE "search_changes" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_search_changes" PRIMARY KEY,
    "count" INTEGER NOT NULL
);


CREATE TABLE "search_ways" (
    "way" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    CONSTRAINT "pk_search_ways" PRIMARY KEY ("way", "word")
);


CREATE TABLE "search_words" (
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "word" TEXT NOT NULL,
    "marked" TEXT NOT NULL,
    "points" INTEGER NOT NULL,
    CONSTRAINT "pk_search_words" PRIMARY KEY ("kind", "subject", "word", "marked")
);


CREATE TABLE "sellers_applications" (
    "id" TEXT NOT NULL CONSTRAINT "pk_sellers_applications" PRIMARY KEY,
    "applicant" TEXT NOT NULL,
    "cooperative" TEXT NULL,
    "is_change" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "details" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "saved_by" TEXT NULL,
    "saved_at" INTEGER NOT NULL,
    "submitted_at" INTEGER NULL,
    "answer" TEXT NOT NULL,
    "ended_at" INTEGER NULL,
    "forgotten_at" INTEGER NULL,
    "open_for" TEXT NULL,
    "open_change_of" TEXT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "sellers_closures" (
    "id" TEXT NOT NULL CONSTRAINT "pk_sellers_closures" PRIMARY KEY,
    "cooperative" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "sellers_cooperatives" (
    "id" TEXT NOT NULL CONSTRAINT "pk_sellers_cooperatives" PRIMARY KEY,
    "application" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "legal_name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "band_turn" INTEGER NOT NULL,
    "tax_code" TEXT NOT NULL,
    "representative" TEXT NOT NULL,
    "province" TEXT NOT NULL,
    "commune_code" TEXT NOT NULL,
    "commune" TEXT NOT NULL,
    "village" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "bank_bin" TEXT NOT NULL,
    "bank_account" TEXT NOT NULL,
    "bank_account_name" TEXT NOT NULL,
    "bank_since" INTEGER NOT NULL,
    "makes" TEXT NOT NULL,
    "line" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "origins" TEXT NOT NULL,
    "calls_first" INTEGER NOT NULL,
    "approved_at" INTEGER NOT NULL,
    "closed_at" INTEGER NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "sellers_invitations" (
    "id" TEXT NOT NULL CONSTRAINT "pk_sellers_invitations" PRIMARY KEY,
    "cooperative" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "bound_to" TEXT NOT NULL,
    "link_hash" TEXT NOT NULL,
    "code_hash" TEXT NOT NULL,
    "invited_by" TEXT NOT NULL,
    "invited_at" INTEGER NOT NULL,
    "taken_at" INTEGER NULL,
    "withdrawn_at" INTEGER NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "sellers_keeping_rules" (
    "id" TEXT NOT NULL CONSTRAINT "pk_sellers_keeping_rules" PRIMARY KEY,
    "starts_on" TEXT NOT NULL,
    "months" INTEGER NOT NULL
);


CREATE TABLE "sellers_looks" (
    "application" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "details" TEXT NOT NULL,
    "admin" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_sellers_looks" PRIMARY KEY ("application", "fingerprint")
);


CREATE TABLE "sellers_makers" (
    "id" TEXT NOT NULL CONSTRAINT "pk_sellers_makers" PRIMARY KEY,
    "cooperative" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "village" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "agreed_at" INTEGER NOT NULL,
    "left_at" INTEGER NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "sellers_memberships" (
    "cooperative" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "joined_at" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "pk_sellers_memberships" PRIMARY KEY ("cooperative", "person")
);


CREATE TABLE "sellers_moves" (
    "id" TEXT NOT NULL CONSTRAINT "pk_sellers_moves" PRIMARY KEY,
    "application" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    "actor" TEXT NULL,
    "actor_name" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "forgotten_at" INTEGER NULL
);


CREATE TABLE "sellers_names" (
    "skeleton" TEXT NOT NULL,
    "application" TEXT NOT NULL,
    CONSTRAINT "pk_sellers_names" PRIMARY KEY ("skeleton", "application")
);


CREATE TABLE "settlement_connected_accounts" (
    "cooperative" TEXT NOT NULL CONSTRAINT "pk_settlement_connected_accounts" PRIMARY KEY,
    "account" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "calls" INTEGER NOT NULL,
    "called_at" INTEGER NOT NULL,
    "refused_for" TEXT NOT NULL,
    "has_told" INTEGER NOT NULL,
    "takes_transfers" INTEGER NOT NULL,
    "pays_out" INTEGER NOT NULL,
    "able_since" INTEGER NULL,
    "read_at" INTEGER NULL,
    "heard_at" INTEGER NULL,
    "asked_until" INTEGER NULL,
    "ended_at" INTEGER NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "settlement_entries" (
    "id" TEXT NOT NULL CONSTRAINT "pk_settlement_entries" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "order" TEXT NULL,
    "happened_at" INTEGER NOT NULL,
    "posted_at" INTEGER NOT NULL
);


CREATE TABLE "settlement_fee_rules" (
    "id" TEXT NOT NULL CONSTRAINT "pk_settlement_fee_rules" PRIMARY KEY,
    "basis_points" INTEGER NOT NULL,
    "from" INTEGER NOT NULL,
    "added_at" INTEGER NOT NULL,
    "added_by" TEXT NULL
);


CREATE TABLE "settlement_holds" (
    "seller_order" TEXT NOT NULL CONSTRAINT "pk_settlement_holds" PRIMARY KEY,
    "order" TEXT NOT NULL,
    "cooperative" TEXT NOT NULL,
    "delivered_at" INTEGER NOT NULL,
    "due_at" INTEGER NOT NULL,
    "stopped_at" INTEGER NULL,
    "released_at" INTEGER NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "settlement_payout_runs" (
    "id" TEXT NOT NULL CONSTRAINT "pk_settlement_payout_runs" PRIMARY KEY,
    "code" TEXT NOT NULL,
    "drafted_at" INTEGER NOT NULL,
    "drafted_by" TEXT NOT NULL,
    "approved_at" INTEGER NULL,
    "approved_by" TEXT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "settlement_vat_rates" (
    "id" TEXT NOT NULL CONSTRAINT "pk_settlement_vat_rates" PRIMARY KEY,
    "class" TEXT NOT NULL,
    "basis_points" INTEGER NOT NULL,
    "from" INTEGER NOT NULL,
    "added_at" INTEGER NOT NULL,
    "added_by" TEXT NULL
);


CREATE TABLE "settlement_withheld_taxes" (
    "id" TEXT NOT NULL CONSTRAINT "pk_settlement_withheld_taxes" PRIMARY KEY,
    "source" TEXT NOT NULL,
    "order" TEXT NOT NULL,
    "seller_order" TEXT NOT NULL,
    "cooperative" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "vat_basis_points" INTEGER NOT NULL,
    "income_basis_points" INTEGER NOT NULL,
    "happened_at" INTEGER NOT NULL,
    "recorded_at" INTEGER NOT NULL,
    "base_currency" TEXT NOT NULL,
    "base_minor" INTEGER NOT NULL,
    "income_currency" TEXT NOT NULL,
    "income_minor" INTEGER NOT NULL,
    "vat_currency" TEXT NOT NULL,
    "vat_minor" INTEGER NOT NULL
);


CREATE TABLE "settlement_withholding_rates" (
    "id" TEXT NOT NULL CONSTRAINT "pk_settlement_withholding_rates" PRIMARY KEY,
    "kind" TEXT NOT NULL,
    "vat_basis_points" INTEGER NOT NULL,
    "income_basis_points" INTEGER NOT NULL,
    "from" INTEGER NOT NULL,
    "added_at" INTEGER NOT NULL,
    "added_by" TEXT NULL
);


CREATE TABLE "shipping_blocks" (
    "id" TEXT NOT NULL CONSTRAINT "pk_shipping_blocks" PRIMARY KEY,
    "category" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "is_blocked" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "from" INTEGER NOT NULL,
    "by" TEXT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "shipping_cash_agreements" (
    "id" TEXT NOT NULL CONSTRAINT "pk_shipping_cash_agreements" PRIMARY KEY,
    "carrier" TEXT NOT NULL,
    "pays_market" INTEGER NOT NULL,
    "from" INTEGER NOT NULL,
    "added_at" INTEGER NOT NULL,
    "added_by" TEXT NULL
);


CREATE TABLE "shipping_rules" (
    "id" TEXT NOT NULL CONSTRAINT "pk_shipping_rules" PRIMARY KEY,
    "cooperative" TEXT NULL,
    "from" INTEGER NOT NULL,
    "rates" TEXT NOT NULL,
    "pick_up" INTEGER NOT NULL,
    "by" TEXT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "stories_consents" (
    "id" TEXT NOT NULL CONSTRAINT "pk_stories_consents" PRIMARY KEY,
    "cooperative" TEXT NOT NULL,
    "story" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "person" TEXT NULL,
    "who" TEXT NOT NULL,
    "what_for" TEXT NOT NULL,
    "until" TEXT NULL,
    "way" TEXT NOT NULL,
    "text_version" TEXT NOT NULL,
    "given_on" TEXT NOT NULL,
    "recorded_at" INTEGER NOT NULL,
    "recorded_by" TEXT NULL,
    "withdrawn_at" INTEGER NULL,
    "withdrawn_by" TEXT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "stories_recordings" (
    "id" TEXT NOT NULL CONSTRAINT "pk_stories_recordings" PRIMARY KEY,
    "cooperative" TEXT NOT NULL,
    "story" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "milliseconds" INTEGER NOT NULL,
    "who" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "transcript" TEXT NOT NULL,
    "translations" TEXT NOT NULL,
    "lines" TEXT NOT NULL,
    "added_at" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "stories_stories" (
    "id" TEXT NOT NULL CONSTRAINT "pk_stories_stories" PRIMARY KEY,
    "cooperative" TEXT NOT NULL,
    "maker" TEXT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "lead" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "origins" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "withdrawn_because" TEXT NULL,
    "held_words" TEXT NOT NULL,
    "begun_at" INTEGER NOT NULL,
    "live_at" INTEGER NULL,
    "changed_at" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);


CREATE TABLE "accounts_authenticators" (
    "account_id" TEXT NOT NULL CONSTRAINT "pk_accounts_authenticators" PRIMARY KEY,
    "sealed_secret" TEXT NOT NULL,
    "since" INTEGER NOT NULL,
    "last_step" INTEGER NOT NULL,
    CONSTRAINT "fk_accounts_authenticators_accounts_accounts_account_id" FOREIGN KEY ("account_id") REFERENCES "accounts_accounts" ("id") ON DELETE CASCADE
);


CREATE TABLE "accounts_links" (
    "id" TEXT NOT NULL CONSTRAINT "pk_accounts_links" PRIMARY KEY,
    "account_id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "email" TEXT NULL,
    "bound_to" TEXT NULL,
    "code_hash" TEXT NULL,
    "created_at" INTEGER NOT NULL,
    "expires_at" INTEGER NOT NULL,
    "spent_at" INTEGER NULL,
    CONSTRAINT "fk_accounts_links_account_account_id" FOREIGN KEY ("account_id") REFERENCES "accounts_accounts" ("id") ON DELETE CASCADE
);


CREATE TABLE "accounts_passkeys" (
    "id" TEXT NOT NULL CONSTRAINT "pk_accounts_passkeys" PRIMARY KEY,
    "account_id" TEXT NOT NULL,
    "credential_id" BLOB NOT NULL,
    "public_key" BLOB NOT NULL,
    "name" TEXT NOT NULL,
    "since" INTEGER NOT NULL,
    "used_at" INTEGER NULL,
    "asked_at" INTEGER NULL,
    "sign_count" INTEGER NOT NULL,
    "transports" TEXT NOT NULL,
    "may_be_backed_up" INTEGER NOT NULL,
    "is_backed_up" INTEGER NOT NULL,
    CONSTRAINT "fk_accounts_passkeys_accounts_accounts_account_id" FOREIGN KEY ("account_id") REFERENCES "accounts_accounts" ("id") ON DELETE CASCADE
);


CREATE TABLE "accounts_recovery_codes" (
    "id" TEXT NOT NULL CONSTRAINT "pk_accounts_recovery_codes" PRIMARY KEY,
    "account_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "used_at" INTEGER NULL,
    CONSTRAINT "fk_accounts_recovery_codes_accounts_accounts_account_id" FOREIGN KEY ("account_id") REFERENCES "accounts_accounts" ("id") ON DELETE CASCADE
);


CREATE TABLE "accounts_sessions" (
    "id" TEXT NOT NULL CONSTRAINT "pk_accounts_sessions" PRIMARY KEY,
    "account_id" TEXT NOT NULL,
    "stamp" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    "last_seen_at" INTEGER NOT NULL,
    "ended_at" INTEGER NULL,
    "address" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    CONSTRAINT "fk_accounts_sessions_accounts_accounts_account_id" FOREIGN KEY ("account_id") REFERENCES "accounts_accounts" ("id") ON DELETE CASCADE
);


CREATE TABLE "catalog_variants" (
    "id" TEXT NOT NULL CONSTRAINT "pk_catalog_variants" PRIMARY KEY,
    "product" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "net_amount" INTEGER NOT NULL,
    "on_hand" INTEGER NOT NULL,
    "parcel_grams" INTEGER NOT NULL,
    "length_mm" INTEGER NOT NULL,
    "width_mm" INTEGER NOT NULL,
    "height_mm" INTEGER NOT NULL,
    "gtin" TEXT NULL,
    "position" INTEGER NOT NULL,
    "is_offered" INTEGER NOT NULL,
    "price_currency" TEXT NOT NULL,
    "price_minor" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "ck_catalog_variants_on_hand" CHECK (on_hand >= 0),
    CONSTRAINT "fk_catalog_variants_catalog_products_product" FOREIGN KEY ("product") REFERENCES "catalog_products" ("id") ON DELETE CASCADE
);


CREATE TABLE "certificates_products" (
    "certificate" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    CONSTRAINT "pk_certificates_products" PRIMARY KEY ("certificate", "product"),
    CONSTRAINT "fk_certificates_products_certificates_certificates_certificate" FOREIGN KEY ("certificate") REFERENCES "certificates_certificates" ("id") ON DELETE CASCADE
);


CREATE TABLE "complaints_moves" (
    "complaint" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_complaints_moves" PRIMARY KEY ("complaint", "number"),
    CONSTRAINT "fk_complaints_moves_complaints_complaints_complaint" FOREIGN KEY ("complaint") REFERENCES "complaints_complaints" ("id") ON DELETE CASCADE
);


CREATE TABLE "income_sale_shares" (
    "part" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "line" TEXT NULL,
    "product" TEXT NULL,
    "lot" TEXT NULL,
    "pieces" INTEGER NULL,
    "kind" TEXT NOT NULL,
    "member" TEXT NULL,
    "parts" INTEGER NOT NULL,
    "amount_currency" TEXT NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "per_unit_currency" TEXT NOT NULL,
    "per_unit_minor" INTEGER NOT NULL,
    CONSTRAINT "pk_income_sale_shares" PRIMARY KEY ("part", "number"),
    CONSTRAINT "fk_income_sale_shares_income_sales_part" FOREIGN KEY ("part") REFERENCES "income_sales" ("part") ON DELETE RESTRICT
);


CREATE TABLE "income_sharing_terms" (
    "sharing" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "member" TEXT NULL,
    "parts" INTEGER NOT NULL,
    "per_unit_currency" TEXT NOT NULL,
    "per_unit_minor" INTEGER NOT NULL,
    CONSTRAINT "pk_income_sharing_terms" PRIMARY KEY ("sharing", "number"),
    CONSTRAINT "fk_income_sharing_terms_income_sharings_sharing" FOREIGN KEY ("sharing") REFERENCES "income_sharings" ("id") ON DELETE RESTRICT
);


CREATE TABLE "lots_allotments" (
    "line" TEXT NOT NULL,
    "lot" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "pieces" INTEGER NOT NULL,
    "took_stock" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "pk_lots_allotments" PRIMARY KEY ("line", "lot"),
    CONSTRAINT "fk_lots_allotments_lot_lot" FOREIGN KEY ("lot") REFERENCES "lots_lots" ("id") ON DELETE RESTRICT
);


CREATE TABLE "lots_stocks" (
    "lot" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "pieces" INTEGER NOT NULL,
    "aside" INTEGER NOT NULL,
    CONSTRAINT "pk_lots_stocks" PRIMARY KEY ("lot", "variant"),
    CONSTRAINT "ck_lots_stocks_pieces" CHECK (0 <= pieces AND 0 <= aside),
    CONSTRAINT "fk_lots_stocks_lots_lots_lot" FOREIGN KEY ("lot") REFERENCES "lots_lots" ("id") ON DELETE RESTRICT
);


CREATE TABLE "lots_visits" (
    "lot" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    CONSTRAINT "pk_lots_visits" PRIMARY KEY ("lot", "day"),
    CONSTRAINT "ck_lots_visits_count" CHECK (0 < count),
    CONSTRAINT "fk_lots_visits_lots_lots_lot" FOREIGN KEY ("lot") REFERENCES "lots_lots" ("id") ON DELETE RESTRICT
);


CREATE TABLE "orders_basket_lines" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_orders_basket_lines" PRIMARY KEY AUTOINCREMENT,
    "variant" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "added_at" INTEGER NOT NULL,
    "basket_id" TEXT NOT NULL,
    CONSTRAINT "fk_orders_basket_lines_orders_baskets_basket_id" FOREIGN KEY ("basket_id") REFERENCES "orders_baskets" ("id") ON DELETE CASCADE
);


CREATE TABLE "orders_seller_orders" (
    "id" TEXT NOT NULL CONSTRAINT "pk_orders_seller_orders" PRIMARY KEY,
    "order_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "cooperative" TEXT NOT NULL,
    "cooperative_name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "delivery_vat_basis_points" INTEGER NULL,
    "days_min" INTEGER NOT NULL,
    "days_max" INTEGER NOT NULL,
    "calls_first" INTEGER NOT NULL,
    "fee_basis_points" INTEGER NOT NULL,
    "send_from" TEXT NULL,
    "send_by" TEXT NULL,
    "accept_by" INTEGER NULL,
    "to_accept_at" INTEGER NULL,
    "accepted_at" INTEGER NULL,
    "packed_at" INTEGER NULL,
    "shipped_at" INTEGER NULL,
    "delivered_at" INTEGER NULL,
    "delivered_by" TEXT NULL,
    "ended_at" INTEGER NULL,
    "not_arrived_at" INTEGER NULL,
    "carrier" TEXT NULL,
    "is_cash_for_market" INTEGER NOT NULL,
    "parcel_number" TEXT NOT NULL,
    "charged_currency" TEXT NOT NULL,
    "charged_minor" INTEGER NOT NULL,
    "delivery_currency" TEXT NOT NULL,
    "delivery_minor" INTEGER NOT NULL,
    "fee_currency" TEXT NOT NULL,
    "fee_minor" INTEGER NOT NULL,
    "goods_currency" TEXT NOT NULL,
    "goods_minor" INTEGER NOT NULL,
    CONSTRAINT "fk_orders_seller_orders_orders_orders_order_id" FOREIGN KEY ("order_id") REFERENCES "orders_orders" ("id") ON DELETE CASCADE
);


CREATE TABLE "orders_return_lines" (
    "line" TEXT NOT NULL,
    "return_id" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    CONSTRAINT "PK_orders_return_lines" PRIMARY KEY ("return_id", "line"),
    CONSTRAINT "fk_orders_return_lines_orders_returns_return_id" FOREIGN KEY ("return_id") REFERENCES "orders_returns" ("id") ON DELETE CASCADE
);


CREATE TABLE "orders_withdrawal_lines" (
    "line" TEXT NOT NULL,
    "withdrawal_id" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    CONSTRAINT "pk_orders_withdrawal_lines" PRIMARY KEY ("withdrawal_id", "line"),
    CONSTRAINT "fk_orders_withdrawal_lines_orders_withdrawals_withdrawal_id" FOREIGN KEY ("withdrawal_id") REFERENCES "orders_withdrawals" ("id") ON DELETE CASCADE
);


CREATE TABLE "orders_withdrawal_names" (
    "withdrawal" TEXT NOT NULL CONSTRAINT "pk_orders_withdrawal_names" PRIMARY KEY,
    "name" TEXT NOT NULL,
    CONSTRAINT "fk_orders_withdrawal_names_orders_withdrawals_withdrawal" FOREIGN KEY ("withdrawal") REFERENCES "orders_withdrawals" ("id") ON DELETE CASCADE
);


CREATE TABLE "payments_card_balances" (
    "comparison" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "on_the_way_currency" TEXT NOT NULL,
    "on_the_way_minor" INTEGER NOT NULL,
    "ours_currency" TEXT NOT NULL,
    "ours_minor" INTEGER NOT NULL,
    "theirs_currency" TEXT NOT NULL,
    "theirs_minor" INTEGER NOT NULL,
    CONSTRAINT "pk_payments_card_balances" PRIMARY KEY ("comparison", "currency"),
    CONSTRAINT "fk_payments_card_balances_payments_card_comparisons_comparison" FOREIGN KEY ("comparison") REFERENCES "payments_card_comparisons" ("id") ON DELETE CASCADE
);


CREATE TABLE "payments_card_differences" (
    "comparison" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "amount" INTEGER NULL,
    "currency" TEXT NULL,
    CONSTRAINT "pk_payments_card_differences" PRIMARY KEY ("comparison", "number"),
    CONSTRAINT "fk_payments_card_differences_payments_card_comparisons_comparison" FOREIGN KEY ("comparison") REFERENCES "payments_card_comparisons" ("id") ON DELETE CASCADE
);


CREATE TABLE "questions_messages" (
    "id" TEXT NOT NULL CONSTRAINT "pk_questions_messages" PRIMARY KEY,
    "question" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "side" TEXT NOT NULL,
    "form_key" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "signs" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "fk_questions_messages_questions_questions_question" FOREIGN KEY ("question") REFERENCES "questions_questions" ("id") ON DELETE CASCADE
);


CREATE TABLE "questions_readings" (
    "question" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_questions_readings" PRIMARY KEY ("question", "number"),
    CONSTRAINT "fk_questions_readings_questions_questions_question" FOREIGN KEY ("question") REFERENCES "questions_questions" ("id") ON DELETE CASCADE
);


CREATE TABLE "reviews_moves" (
    "review" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "stars" INTEGER NOT NULL,
    "words" TEXT NOT NULL,
    "reason" TEXT NULL,
    "at" INTEGER NOT NULL,
    CONSTRAINT "pk_reviews_moves" PRIMARY KEY ("review", "number"),
    CONSTRAINT "fk_reviews_moves_reviews_reviews_review" FOREIGN KEY ("review") REFERENCES "reviews_reviews" ("id") ON DELETE CASCADE
);


CREATE TABLE "settlement_lines" (
    "entry" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "account" TEXT NOT NULL,
    "cooperative" TEXT NULL,
    "seller_order" TEXT NULL,
    "amount_currency" TEXT NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    CONSTRAINT "pk_settlement_lines" PRIMARY KEY ("entry", "number"),
    CONSTRAINT "fk_settlement_lines_settlement_entries_entry" FOREIGN KEY ("entry") REFERENCES "settlement_entries" ("id") ON DELETE RESTRICT
);


CREATE TABLE "settlement_payouts" (
    "id" TEXT NOT NULL CONSTRAINT "pk_settlement_payouts" PRIMARY KEY,
    "run" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "cooperative" TEXT NOT NULL,
    "bin" TEXT NOT NULL,
    "account_number" TEXT NOT NULL,
    "account_holder" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "ended_at" INTEGER NULL,
    "ended_by" TEXT NULL,
    "returned_at" INTEGER NULL,
    "connected" TEXT NOT NULL,
    "is_asked" INTEGER NOT NULL,
    "is_uncertain" INTEGER NOT NULL,
    "called_at" INTEGER NULL,
    "lost_calls" INTEGER NOT NULL,
    "asked_until" INTEGER NULL,
    "heard_at" INTEGER NULL,
    "amount_currency" TEXT NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "fees_currency" TEXT NOT NULL,
    "fees_minor" INTEGER NOT NULL,
    CONSTRAINT "fk_settlement_payouts_settlement_payout_runs_run" FOREIGN KEY ("run") REFERENCES "settlement_payout_runs" ("id") ON DELETE RESTRICT
);


CREATE TABLE "stories_products" (
    "story" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    CONSTRAINT "pk_stories_products" PRIMARY KEY ("story", "product"),
    CONSTRAINT "fk_stories_products_stories_stories_story" FOREIGN KEY ("story") REFERENCES "stories_stories" ("id") ON DELETE CASCADE
);


CREATE TABLE "orders_further_parcels" (
    "seller_order_id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "carrier" TEXT NOT NULL,
    "sent_at" INTEGER NOT NULL,
    CONSTRAINT "pk_orders_further_parcels" PRIMARY KEY ("seller_order_id", "number"),
    CONSTRAINT "fk_orders_further_parcels_orders_seller_orders_seller_order_id" FOREIGN KEY ("seller_order_id") REFERENCES "orders_seller_orders" ("id") ON DELETE CASCADE
);


CREATE TABLE "orders_lines" (
    "id" TEXT NOT NULL CONSTRAINT "pk_orders_lines" PRIMARY KEY,
    "seller_order_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "variant" TEXT NOT NULL,
    "product" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "product_name" TEXT NOT NULL,
    "variant_name" TEXT NOT NULL,
    "quantity" INTEGER NOT NULL,
    "declined" INTEGER NOT NULL,
    "decline_reason" TEXT NOT NULL,
    "ready_in_days" INTEGER NULL,
    "returnable" TEXT NOT NULL,
    "vat" TEXT NULL,
    "vat_basis_points" INTEGER NULL,
    "supply" TEXT NOT NULL,
    "ahead" TEXT NULL,
    "send_from" TEXT NULL,
    "send_by" TEXT NULL,
    "fee_currency" TEXT NOT NULL,
    "fee_minor" INTEGER NOT NULL,
    "unit_price_currency" TEXT NOT NULL,
    "unit_price_minor" INTEGER NOT NULL,
    CONSTRAINT "fk_orders_lines_seller_order_seller_order_id" FOREIGN KEY ("seller_order_id") REFERENCES "orders_seller_orders" ("id") ON DELETE CASCADE
);


CREATE TABLE "orders_part_refunds" (
    "id" TEXT NOT NULL CONSTRAINT "pk_orders_part_refunds" PRIMARY KEY,
    "seller_order_id" TEXT NOT NULL,
    "line" TEXT NULL,
    "reason" TEXT NOT NULL,
    "granted_at" INTEGER NOT NULL,
    "amount_currency" TEXT NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    "fee_currency" TEXT NOT NULL,
    "fee_minor" INTEGER NOT NULL,
    CONSTRAINT "fk_orders_part_refunds_seller_order_seller_order_id" FOREIGN KEY ("seller_order_id") REFERENCES "orders_seller_orders" ("id") ON DELETE CASCADE
);


CREATE TABLE "settlement_transfer_reversals" (
    "id" TEXT NOT NULL CONSTRAINT "pk_settlement_transfer_reversals" PRIMARY KEY,
    "payout" TEXT NOT NULL,
    "cooperative" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "proposed_at" INTEGER NOT NULL,
    "proposed_by" TEXT NULL,
    "seconded_by" TEXT NULL,
    "state" TEXT NOT NULL,
    "reference" TEXT NULL,
    "refused_for" TEXT NOT NULL,
    "called_at" INTEGER NULL,
    "lost_calls" INTEGER NOT NULL,
    "asked_until" INTEGER NULL,
    "ended_at" INTEGER NULL,
    "amount_currency" TEXT NOT NULL,
    "amount_minor" INTEGER NOT NULL,
    CONSTRAINT "fk_settlement_transfer_reversals_settlement_payouts_payout" FOREIGN KEY ("payout") REFERENCES "settlement_payouts" ("id") ON DELETE RESTRICT
);


CREATE UNIQUE INDEX "ix_accounts_accounts_normalized_email" ON "accounts_accounts" ("normalized_email");


CREATE UNIQUE INDEX "ix_accounts_accounts_normalized_user_name" ON "accounts_accounts" ("normalized_user_name");


CREATE UNIQUE INDEX "ix_accounts_accounts_phone_number" ON "accounts_accounts" ("phone_number");


CREATE INDEX "ix_accounts_addresses_person" ON "accounts_addresses" ("person");


CREATE INDEX "ix_accounts_links_account_id_purpose_created_at" ON "accounts_links" ("account_id", "purpose", "created_at");


CREATE INDEX "ix_accounts_passkeys_account_id" ON "accounts_passkeys" ("account_id");


CREATE UNIQUE INDEX "ix_accounts_passkeys_credential_id" ON "accounts_passkeys" ("credential_id");


CREATE INDEX "ix_accounts_recovery_codes_account_id" ON "accounts_recovery_codes" ("account_id");


CREATE INDEX "ix_accounts_sessions_account_id_created_at" ON "accounts_sessions" ("account_id", "created_at");


CREATE INDEX "ix_audit_rows_actor_at" ON "audit_rows" ("actor", "at");


CREATE INDEX "ix_audit_rows_at" ON "audit_rows" ("at");


CREATE INDEX "ix_audit_rows_cooperative_at" ON "audit_rows" ("cooperative", "at");


CREATE UNIQUE INDEX "ix_audit_seals_row" ON "audit_seals" ("row");


CREATE UNIQUE INDEX "ix_catalog_addresses_slug" ON "catalog_addresses" ("slug");


CREATE INDEX "ix_catalog_ahead_sales_product" ON "catalog_ahead_sales" ("product");


CREATE INDEX "ix_catalog_ahead_sales_variant" ON "catalog_ahead_sales" ("variant");


CREATE UNIQUE INDEX "ix_catalog_ahead_sales_variant1" ON "catalog_ahead_sales" ("variant") WHERE ended_at IS NULL;


CREATE UNIQUE INDEX "ix_catalog_categories_category_from" ON "catalog_categories" ("category", "from");


CREATE INDEX "ix_catalog_edits_product" ON "catalog_edits" ("product");


CREATE INDEX "ix_catalog_edits_seen_at_at" ON "catalog_edits" ("seen_at", "at");


CREATE INDEX "ix_catalog_forbidden_words_from" ON "catalog_forbidden_words" ("from");


CREATE INDEX "ix_catalog_held_texts_at" ON "catalog_held_texts" ("at");


CREATE INDEX "ix_catalog_products_category" ON "catalog_products" ("category");


CREATE INDEX "ix_catalog_products_cooperative_state" ON "catalog_products" ("cooperative", "state");


CREATE UNIQUE INDEX "ix_catalog_products_slug" ON "catalog_products" ("slug");


CREATE INDEX "ix_catalog_products_state_first_live_at" ON "catalog_products" ("state", "first_live_at");


CREATE INDEX "ix_catalog_stock_moves_variant_at" ON "catalog_stock_moves" ("variant", "at");


CREATE UNIQUE INDEX "ix_catalog_variants_gtin" ON "catalog_variants" ("gtin") WHERE gtin IS NOT NULL;


CREATE INDEX "ix_catalog_variants_product" ON "catalog_variants" ("product");


CREATE INDEX "ix_certificates_certificates_cooperative" ON "certificates_certificates" ("cooperative");


CREATE INDEX "ix_certificates_certificates_state_expires" ON "certificates_certificates" ("state", "expires");


CREATE INDEX "ix_certificates_products_product" ON "certificates_products" ("product");


CREATE UNIQUE INDEX "ix_complaints_complaints_code" ON "complaints_complaints" ("code");


CREATE INDEX "ix_complaints_complaints_cooperative_received_at" ON "complaints_complaints" ("cooperative", "received_at");


CREATE INDEX "ix_complaints_complaints_due_at" ON "complaints_complaints" ("due_at");


CREATE UNIQUE INDEX "ix_complaints_complaints_form_key" ON "complaints_complaints" ("form_key");


CREATE INDEX "ix_complaints_terms_kind_from" ON "complaints_terms" ("kind", "from");


CREATE INDEX "ix_income_entries_cooperative_member" ON "income_entries" ("cooperative", "member");


CREATE UNIQUE INDEX "ix_income_entries_kind_source_number" ON "income_entries" ("kind", "source", "number");


CREATE INDEX "ix_income_entries_part" ON "income_entries" ("part");


CREATE INDEX "ix_income_payments_cooperative_state" ON "income_payments" ("cooperative", "state");


CREATE INDEX "ix_income_payments_member" ON "income_payments" ("member");


CREATE INDEX "ix_income_producers_cooperative" ON "income_producers" ("cooperative");


CREATE UNIQUE INDEX "ix_income_producers_link_hash" ON "income_producers" ("link_hash");


CREATE INDEX "ix_income_sales_cooperative" ON "income_sales" ("cooperative");


CREATE UNIQUE INDEX "ix_income_sharings_lot_from" ON "income_sharings" ("lot", "from");


CREATE UNIQUE INDEX "ix_income_sharings_product_from" ON "income_sharings" ("product", "from") WHERE lot IS NULL;


CREATE UNIQUE INDEX "ix_links_links_cooperative" ON "links_links" ("cooperative");


CREATE UNIQUE INDEX "ix_links_links_product" ON "links_links" ("product");


CREATE UNIQUE INDEX "ix_links_links_story" ON "links_links" ("story");


CREATE INDEX "ix_lots_allotments_lot" ON "lots_allotments" ("lot");


CREATE UNIQUE INDEX "ix_lots_lots_code" ON "lots_lots" ("code");


CREATE UNIQUE INDEX "ix_lots_lots_cooperative_folded_number" ON "lots_lots" ("cooperative", "folded_number");


CREATE INDEX "ix_lots_lots_product_state" ON "lots_lots" ("product", "state");


CREATE INDEX "ix_lots_stocks_variant" ON "lots_stocks" ("variant");


CREATE UNIQUE INDEX "ix_orders_basket_lines_basket_id_variant" ON "orders_basket_lines" ("basket_id", "variant");


CREATE UNIQUE INDEX "ix_orders_baskets_key_hash" ON "orders_baskets" ("key_hash");


CREATE UNIQUE INDEX "ix_orders_baskets_person" ON "orders_baskets" ("person");


CREATE INDEX "ix_orders_baskets_touched_at" ON "orders_baskets" ("touched_at");


CREATE INDEX "ix_orders_lines_ahead" ON "orders_lines" ("ahead");


CREATE INDEX "ix_orders_lines_product" ON "orders_lines" ("product");


CREATE INDEX "ix_orders_lines_seller_order_id" ON "orders_lines" ("seller_order_id");


CREATE INDEX "ix_orders_lines_variant" ON "orders_lines" ("variant");


CREATE UNIQUE INDEX "ix_orders_nudges_seller_order_kind" ON "orders_nudges" ("seller_order", "kind");


CREATE INDEX "ix_orders_orders_buyer_placed_at" ON "orders_orders" ("buyer", "placed_at");


CREATE UNIQUE INDEX "ix_orders_orders_code" ON "orders_orders" ("code");


CREATE UNIQUE INDEX "ix_orders_orders_form_key" ON "orders_orders" ("form_key");


CREATE INDEX "ix_orders_orders_state_pay_by" ON "orders_orders" ("state", "pay_by");


CREATE INDEX "ix_orders_part_refunds_seller_order_id" ON "orders_part_refunds" ("seller_order_id");


CREATE INDEX "ix_orders_returns_cooperative_ended_at" ON "orders_returns" ("cooperative", "ended_at");


CREATE INDEX "ix_orders_returns_order" ON "orders_returns" ("order");


CREATE INDEX "ix_orders_returns_seller_order" ON "orders_returns" ("seller_order");


CREATE INDEX "ix_orders_seller_orders_cooperative_state" ON "orders_seller_orders" ("cooperative", "state");


CREATE INDEX "ix_orders_seller_orders_order_id" ON "orders_seller_orders" ("order_id");


CREATE INDEX "ix_orders_seller_orders_state" ON "orders_seller_orders" ("state");


CREATE INDEX "ix_orders_withdrawals_order" ON "orders_withdrawals" ("order");


CREATE INDEX "ix_outbox_rows_lease_token" ON "outbox_rows" ("lease_token");


CREATE INDEX "ix_outbox_rows_state_due_at" ON "outbox_rows" ("state", "due_at");


CREATE INDEX "ix_payments_card_attempts_ended_at_closes_at" ON "payments_card_attempts" ("ended_at", "closes_at");


CREATE UNIQUE INDEX "ix_payments_card_attempts_payment" ON "payments_card_attempts" ("payment") WHERE ended_at IS NULL;


CREATE INDEX "ix_payments_card_comparisons_at" ON "payments_card_comparisons" ("at");


CREATE INDEX "ix_payments_card_events_state" ON "payments_card_events" ("state");


CREATE UNIQUE INDEX "ix_payments_card_moves_exchange" ON "payments_card_moves" ("exchange");


CREATE INDEX "ix_payments_card_moves_happened_at" ON "payments_card_moves" ("happened_at");


CREATE UNIQUE INDEX "ix_payments_card_moves_line" ON "payments_card_moves" ("line");


CREATE UNIQUE INDEX "ix_payments_card_moves_name" ON "payments_card_moves" ("name");


CREATE UNIQUE INDEX "ix_payments_card_moves_refund_kind" ON "payments_card_moves" ("refund", "kind");


CREATE INDEX "ix_payments_card_moves_source" ON "payments_card_moves" ("source");


CREATE INDEX "ix_payments_card_moves_state" ON "payments_card_moves" ("state");


CREATE INDEX "ix_payments_cash_parcels_code" ON "payments_cash_parcels" ("code");


CREATE INDEX "ix_payments_cash_parcels_cooperative_number" ON "payments_cash_parcels" ("cooperative", "number");


CREATE INDEX "ix_payments_cash_parcels_cooperative_state" ON "payments_cash_parcels" ("cooperative", "state");


CREATE INDEX "ix_payments_cash_parcels_is_for_market_state" ON "payments_cash_parcels" ("is_for_market", "state");


CREATE INDEX "ix_payments_further_tellings_money" ON "payments_further_tellings" ("money");


CREATE INDEX "ix_payments_money_in_account_booked_at" ON "payments_money_in" ("account", "booked_at");


CREATE UNIQUE INDEX "ix_payments_money_in_account_direction_reference" ON "payments_money_in" ("account", "direction", "reference");


CREATE INDEX "ix_payments_money_in_order" ON "payments_money_in" ("order");


CREATE UNIQUE INDEX "ix_payments_money_in_reverses" ON "payments_money_in" ("reverses");


CREATE UNIQUE INDEX "ix_payments_money_in_source_source_id" ON "payments_money_in" ("source", "source_id");


CREATE INDEX "ix_payments_money_in_state" ON "payments_money_in" ("state");


CREATE UNIQUE INDEX "ix_payments_payments_code" ON "payments_payments" ("code");


CREATE UNIQUE INDEX "ix_payments_payments_order" ON "payments_payments" ("order");


CREATE UNIQUE INDEX "ix_payments_refunds_due_call" ON "payments_refunds_due" ("call");


CREATE INDEX "ix_payments_refunds_due_code" ON "payments_refunds_due" ("code");


CREATE INDEX "ix_payments_refunds_due_order" ON "payments_refunds_due" ("order");


CREATE INDEX "ix_payments_refunds_due_paid_at" ON "payments_refunds_due" ("paid_at");


CREATE UNIQUE INDEX "ix_payments_refunds_due_reference" ON "payments_refunds_due" ("reference");


CREATE INDEX "ix_payments_remitted_cash_money" ON "payments_remitted_cash" ("money");


CREATE INDEX "ix_payments_remitted_cash_seller_order" ON "payments_remitted_cash" ("seller_order");


CREATE INDEX "ix_photos_photos_cooperative_removed_at" ON "photos_photos" ("cooperative", "removed_at");


CREATE INDEX "ix_photos_photos_hash" ON "photos_photos" ("hash");


CREATE INDEX "ix_photos_photos_state_claimed_until" ON "photos_photos" ("state", "claimed_until");


CREATE INDEX "ix_photos_photos_subject_id_position" ON "photos_photos" ("subject_id", "position");


CREATE UNIQUE INDEX "ix_questions_messages_form_key" ON "questions_messages" ("form_key");


CREATE UNIQUE INDEX "ix_questions_messages_question_number" ON "questions_messages" ("question", "number");


CREATE INDEX "ix_questions_questions_buyer_tell_at" ON "questions_questions" ("buyer_tell_at");


CREATE UNIQUE INDEX "ix_questions_questions_code" ON "questions_questions" ("code");


CREATE INDEX "ix_questions_questions_cooperative_state_spoken_at" ON "questions_questions" ("cooperative", "state", "spoken_at");


CREATE INDEX "ix_questions_questions_desk_tell_at" ON "questions_questions" ("desk_tell_at");


CREATE INDEX "ix_questions_questions_is_reported_reported_at" ON "questions_questions" ("is_reported", "reported_at");


CREATE INDEX "ix_questions_questions_is_warned_spoken_at" ON "questions_questions" ("is_warned", "spoken_at");


CREATE INDEX "ix_questions_questions_person_spoken_at" ON "questions_questions" ("person", "spoken_at");


CREATE INDEX "ix_rates_margins_from" ON "rates_margins" ("from");


CREATE INDEX "ix_rates_rates_added_at" ON "rates_rates" ("added_at");


CREATE INDEX "ix_rates_rates_currency_day_added_at" ON "rates_rates" ("currency", "day", "added_at");


CREATE INDEX "ix_reviews_reviews_cooperative_state_written_at" ON "reviews_reviews" ("cooperative", "state", "written_at");


CREATE UNIQUE INDEX "ix_reviews_reviews_line" ON "reviews_reviews" ("line");


CREATE INDEX "ix_reviews_reviews_open_reports_written_at" ON "reviews_reviews" ("open_reports", "written_at");


CREATE INDEX "ix_reviews_reviews_order" ON "reviews_reviews" ("order");


CREATE INDEX "ix_reviews_reviews_product_state_written_at" ON "reviews_reviews" ("product", "state", "written_at");


CREATE INDEX "ix_reviews_reviews_state_product_stars" ON "reviews_reviews" ("state", "product", "stars");


CREATE INDEX "ix_search_words_word_points_subject_marked_kind" ON "search_words" ("word", "points" DESC, "subject" DESC, "marked", "kind");


CREATE INDEX "ix_sellers_applications_applicant" ON "sellers_applications" ("applicant");


CREATE INDEX "ix_sellers_applications_cooperative" ON "sellers_applications" ("cooperative");


CREATE UNIQUE INDEX "ix_sellers_applications_open_change_of" ON "sellers_applications" ("open_change_of");


CREATE UNIQUE INDEX "ix_sellers_applications_open_for" ON "sellers_applications" ("open_for");


CREATE INDEX "ix_sellers_applications_state" ON "sellers_applications" ("state");


CREATE INDEX "ix_sellers_closures_cooperative" ON "sellers_closures" ("cooperative");


CREATE UNIQUE INDEX "ix_sellers_cooperatives_application" ON "sellers_cooperatives" ("application");


CREATE UNIQUE INDEX "ix_sellers_cooperatives_slug" ON "sellers_cooperatives" ("slug");


CREATE INDEX "ix_sellers_invitations_bound_to" ON "sellers_invitations" ("bound_to");


CREATE UNIQUE INDEX "ix_sellers_invitations_code_hash" ON "sellers_invitations" ("code_hash");


CREATE INDEX "ix_sellers_invitations_cooperative" ON "sellers_invitations" ("cooperative");


CREATE UNIQUE INDEX "ix_sellers_invitations_link_hash" ON "sellers_invitations" ("link_hash");


CREATE INDEX "ix_sellers_keeping_rules_starts_on" ON "sellers_keeping_rules" ("starts_on");


CREATE INDEX "ix_sellers_makers_cooperative" ON "sellers_makers" ("cooperative");


CREATE INDEX "ix_sellers_memberships_person" ON "sellers_memberships" ("person");


CREATE INDEX "ix_sellers_moves_application" ON "sellers_moves" ("application");


CREATE INDEX "ix_sellers_moves_forgotten_at_at" ON "sellers_moves" ("forgotten_at", "at");


CREATE INDEX "ix_sellers_names_application" ON "sellers_names" ("application");


CREATE UNIQUE INDEX "ix_sellers_names_skeleton" ON "sellers_names" ("skeleton");


CREATE UNIQUE INDEX "ix_settlement_connected_accounts_account" ON "settlement_connected_accounts" ("account") WHERE account <> '';


CREATE UNIQUE INDEX "ix_settlement_entries_kind_source" ON "settlement_entries" ("kind", "source");


CREATE INDEX "ix_settlement_entries_order" ON "settlement_entries" ("order");


CREATE UNIQUE INDEX "ix_settlement_fee_rules_from" ON "settlement_fee_rules" ("from");


CREATE INDEX "ix_settlement_holds_cooperative" ON "settlement_holds" ("cooperative");


CREATE INDEX "ix_settlement_holds_released_at_due_at" ON "settlement_holds" ("released_at", "due_at");


CREATE INDEX "ix_settlement_lines_account_cooperative" ON "settlement_lines" ("account", "cooperative");


CREATE INDEX "ix_settlement_lines_seller_order" ON "settlement_lines" ("seller_order");


CREATE UNIQUE INDEX "ix_settlement_payout_runs_code" ON "settlement_payout_runs" ("code");


CREATE INDEX "ix_settlement_payout_runs_drafted_at" ON "settlement_payout_runs" ("drafted_at");


CREATE UNIQUE INDEX "ix_settlement_payouts_cooperative" ON "settlement_payouts" ("cooperative") WHERE ended_at IS NULL;


CREATE INDEX "ix_settlement_payouts_cooperative_ended_at" ON "settlement_payouts" ("cooperative", "ended_at");


CREATE UNIQUE INDEX "ix_settlement_payouts_run_position" ON "settlement_payouts" ("run", "position");


CREATE INDEX "ix_settlement_transfer_reversals_payout" ON "settlement_transfer_reversals" ("payout");


CREATE UNIQUE INDEX "ix_settlement_transfer_reversals_reference" ON "settlement_transfer_reversals" ("reference");


CREATE INDEX "ix_settlement_transfer_reversals_state" ON "settlement_transfer_reversals" ("state");


CREATE UNIQUE INDEX "ix_settlement_vat_rates_class_from" ON "settlement_vat_rates" ("class", "from");


CREATE INDEX "ix_settlement_withheld_taxes_recorded_at" ON "settlement_withheld_taxes" ("recorded_at");


CREATE INDEX "ix_settlement_withheld_taxes_seller_order" ON "settlement_withheld_taxes" ("seller_order");


CREATE UNIQUE INDEX "ix_settlement_withheld_taxes_source_kind" ON "settlement_withheld_taxes" ("source", "kind");


CREATE UNIQUE INDEX "ix_settlement_withholding_rates_kind_from" ON "settlement_withholding_rates" ("kind", "from");


CREATE INDEX "ix_shipping_blocks_category_place_from" ON "shipping_blocks" ("category", "place", "from");


CREATE INDEX "ix_shipping_cash_agreements_carrier_from" ON "shipping_cash_agreements" ("carrier", "from");


CREATE INDEX "ix_shipping_rules_cooperative_from" ON "shipping_rules" ("cooperative", "from");


CREATE INDEX "ix_stories_consents_kind_about" ON "stories_consents" ("kind", "about");


CREATE INDEX "ix_stories_consents_person" ON "stories_consents" ("person");


CREATE INDEX "ix_stories_consents_story" ON "stories_consents" ("story");


CREATE INDEX "ix_stories_products_product" ON "stories_products" ("product");


CREATE INDEX "ix_stories_recordings_hash" ON "stories_recordings" ("hash");


CREATE UNIQUE INDEX "ix_stories_recordings_story_hash" ON "stories_recordings" ("story", "hash");


CREATE INDEX "ix_stories_stories_cooperative_state" ON "stories_stories" ("cooperative", "state");


CREATE UNIQUE INDEX "ix_stories_stories_slug" ON "stories_stories" ("slug");


CREATE INDEX "ix_stories_stories_state_live_at" ON "stories_stories" ("state", "live_at");


