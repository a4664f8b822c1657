CREATE TABLE accounts_accounts (
    id uuid NOT NULL,
    full_name character varying(800) NOT NULL,
    language text NOT NULL,
    is_admin boolean NOT NULL,
    suspended_at timestamp with time zone,
    suspended_for text,
    erased_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    user_name character varying(256),
    normalized_user_name character varying(256),
    email character varying(256),
    normalized_email character varying(256),
    email_confirmed boolean NOT NULL,
    password_hash text,
    security_stamp text,
    concurrency_stamp text,
    phone_number character varying(20),
    phone_number_confirmed boolean NOT NULL,
    two_factor_enabled boolean NOT NULL,
    lockout_end timestamp with time zone,
    lockout_enabled boolean NOT NULL,
    access_failed_count integer NOT NULL,
    CONSTRAINT pk_accounts_accounts PRIMARY KEY (id)
);


CREATE TABLE accounts_addresses (
    id uuid NOT NULL,
    person uuid NOT NULL,
    name text NOT NULL,
    phone character varying(20) NOT NULL,
    country character varying(2) NOT NULL,
    province text NOT NULL,
    commune text NOT NULL,
    street text NOT NULL,
    postcode text NOT NULL,
    is_first boolean NOT NULL,
    created_at timestamp with time zone NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_accounts_addresses PRIMARY KEY (id)
);


CREATE TABLE alerts (
    kind character varying(40) NOT NULL,
    day date NOT NULL,
    at timestamp with time zone NOT NULL,
    detail text NOT NULL,
    CONSTRAINT pk_alerts PRIMARY KEY (kind, day)
);


CREATE TABLE audit_rows (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    actor text NOT NULL,
    cooperative uuid,
    what text NOT NULL,
    about text NOT NULL,
    address text NOT NULL,
    result character varying(40) NOT NULL,
    reason text,
    CONSTRAINT pk_audit_rows PRIMARY KEY (id)
);


CREATE TABLE audit_seals (
    number bigint NOT NULL,
    row uuid NOT NULL,
    before character varying(64) NOT NULL,
    hash character varying(64) NOT NULL,
    sealed_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_audit_seals PRIMARY KEY (number)
);


CREATE TABLE catalog_addresses (
    product uuid NOT NULL,
    slug character varying(100) NOT NULL,
    since timestamp with time zone NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_catalog_addresses PRIMARY KEY (product, slug)
);


CREATE TABLE catalog_ahead_sales (
    id uuid NOT NULL,
    product uuid NOT NULL,
    variant uuid NOT NULL,
    "from" date NOT NULL,
    "to" date NOT NULL,
    until date NOT NULL,
    quota integer NOT NULL,
    sold integer NOT NULL,
    aside integer NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    version bigint NOT NULL,
    CONSTRAINT pk_catalog_ahead_sales PRIMARY KEY (id),
    CONSTRAINT ck_catalog_ahead_sales_counts CHECK (0 <= aside AND aside <= sold AND sold <= quota)
);


CREATE TABLE catalog_categories (
    id uuid NOT NULL,
    category uuid NOT NULL,
    parent uuid,
    slug text NOT NULL,
    name text NOT NULL,
    position integer NOT NULL,
    is_food boolean NOT NULL,
    "from" timestamp with time zone NOT NULL,
    by uuid,
    version bigint NOT NULL,
    CONSTRAINT pk_catalog_categories PRIMARY KEY (id)
);


CREATE TABLE catalog_edits (
    id uuid NOT NULL,
    product uuid NOT NULL,
    cooperative uuid NOT NULL,
    by uuid,
    at timestamp with time zone NOT NULL,
    changes text NOT NULL,
    seen_by uuid,
    seen_at timestamp with time zone,
    version bigint NOT NULL,
    CONSTRAINT pk_catalog_edits PRIMARY KEY (id)
);


CREATE TABLE catalog_forbidden_words (
    id uuid NOT NULL,
    language text NOT NULL,
    words character varying(480) NOT NULL,
    folded text NOT NULL,
    is_held boolean NOT NULL,
    "from" timestamp with time zone NOT NULL,
    added_at timestamp with time zone NOT NULL,
    by uuid,
    version bigint NOT NULL,
    CONSTRAINT pk_catalog_forbidden_words PRIMARY KEY (id)
);


CREATE TABLE catalog_held_texts (
    product uuid NOT NULL,
    cooperative uuid NOT NULL,
    name text NOT NULL,
    line text NOT NULL,
    description text NOT NULL,
    use text NOT NULL,
    other_names text NOT NULL,
    ingredients text NOT NULL,
    origins text NOT NULL,
    category uuid,
    words text NOT NULL,
    at timestamp with time zone NOT NULL,
    by uuid,
    admin_note text NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_catalog_held_texts PRIMARY KEY (product)
);


CREATE TABLE catalog_products (
    id uuid NOT NULL,
    cooperative uuid NOT NULL,
    slug character varying(100) NOT NULL,
    name text NOT NULL,
    line text NOT NULL,
    description text NOT NULL,
    use text NOT NULL,
    other_names text NOT NULL,
    ingredients text NOT NULL,
    origins text NOT NULL,
    category uuid,
    village text NOT NULL,
    commune_code text NOT NULL,
    maker uuid,
    season_bits integer NOT NULL,
    made_to_order_days integer,
    vat character varying(40),
    allergen_bits integer,
    state character varying(40) NOT NULL,
    withdrawn_by character varying(40),
    needs_look boolean NOT NULL,
    admin_note text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    submitted_at timestamp with time zone,
    first_live_at timestamp with time zone,
    version bigint NOT NULL,
    CONSTRAINT pk_catalog_products PRIMARY KEY (id)
);


CREATE TABLE catalog_stock_moves (
    id uuid NOT NULL,
    variant uuid NOT NULL,
    cause character varying(40) NOT NULL,
    change integer NOT NULL,
    reason text NOT NULL,
    by uuid,
    at timestamp with time zone NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_catalog_stock_moves PRIMARY KEY (id)
);


CREATE TABLE certificates_certificates (
    id uuid NOT NULL,
    cooperative uuid NOT NULL,
    kind character varying(40) NOT NULL,
    name text NOT NULL,
    stars integer,
    number text NOT NULL,
    issuer text NOT NULL,
    issued date NOT NULL,
    expires date,
    paper text,
    state character varying(40) NOT NULL,
    reason text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    checked_by uuid,
    checked_at timestamp with time zone,
    reminded integer,
    version bigint NOT NULL,
    CONSTRAINT pk_certificates_certificates PRIMARY KEY (id)
);


CREATE TABLE complaints_complaints (
    id uuid NOT NULL,
    code character varying(10) NOT NULL,
    form_key character varying(22) NOT NULL,
    kind character varying(40) NOT NULL,
    state character varying(40) NOT NULL,
    order_code character varying(10) NOT NULL,
    cooperative uuid,
    product uuid,
    name character varying(800) NOT NULL,
    email character varying(254) NOT NULL,
    phone character varying(20) NOT NULL,
    language character varying(8) NOT NULL,
    person uuid,
    secret_hash character varying(64) NOT NULL,
    sealed_secret text NOT NULL,
    received_at timestamp with time zone NOT NULL,
    answer_by timestamp with time zone NOT NULL,
    settle_by timestamp with time zone NOT NULL,
    answered_at timestamp with time zone,
    settled_at timestamp with time zone,
    settled_by character varying(60) NOT NULL,
    move_count integer NOT NULL,
    due_at timestamp with time zone,
    version bigint NOT NULL,
    CONSTRAINT pk_complaints_complaints PRIMARY KEY (id)
);


CREATE TABLE complaints_terms (
    id uuid NOT NULL,
    kind character varying(40) NOT NULL,
    answer_hours integer NOT NULL,
    settle_days integer NOT NULL,
    "from" timestamp with time zone NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by uuid,
    CONSTRAINT pk_complaints_terms PRIMARY KEY (id)
);


CREATE TABLE income_entries (
    id uuid NOT NULL,
    cooperative uuid NOT NULL,
    kind character varying(40) NOT NULL,
    source uuid NOT NULL,
    number integer NOT NULL,
    share character varying(40) NOT NULL,
    member uuid,
    part uuid,
    share_number integer NOT NULL,
    product uuid,
    payment uuid,
    happened_at timestamp with time zone NOT NULL,
    posted_at timestamp with time zone NOT NULL,
    amount_currency character varying(40) NOT NULL,
    amount_minor bigint NOT NULL,
    CONSTRAINT pk_income_entries PRIMARY KEY (id)
);


CREATE TABLE income_payments (
    id uuid NOT NULL,
    cooperative uuid NOT NULL,
    member uuid NOT NULL,
    way character varying(40) NOT NULL,
    is_advance boolean NOT NULL,
    recorded_by uuid,
    recorded_at timestamp with time zone NOT NULL,
    state character varying(40) NOT NULL,
    sealed_code text NOT NULL,
    wrong_tries integer NOT NULL,
    witnessed_by uuid,
    ended_at timestamp with time zone,
    amount_currency character varying(40) NOT NULL,
    amount_minor bigint NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_income_payments PRIMARY KEY (id)
);


CREATE TABLE income_producers (
    id uuid NOT NULL,
    cooperative uuid NOT NULL,
    name text NOT NULL,
    commune_code text NOT NULL,
    agreed_on date NOT NULL,
    may_be_named boolean NOT NULL,
    added_at timestamp with time zone NOT NULL,
    paused_at timestamp with time zone,
    link_hash character varying(64) NOT NULL,
    sealed_link text NOT NULL,
    link_made_at timestamp with time zone NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_income_producers PRIMARY KEY (id)
);


CREATE TABLE income_sales (
    part uuid NOT NULL,
    "order" uuid NOT NULL,
    code character varying(10) NOT NULL,
    cooperative uuid NOT NULL,
    sold_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_income_sales PRIMARY KEY (part)
);


CREATE TABLE income_sharings (
    id uuid NOT NULL,
    cooperative uuid NOT NULL,
    product uuid NOT NULL,
    lot uuid,
    "from" timestamp with time zone NOT NULL,
    added_by uuid,
    version bigint NOT NULL,
    CONSTRAINT pk_income_sharings PRIMARY KEY (id)
);


CREATE TABLE links_links (
    code character varying(10) NOT NULL,
    product uuid,
    story uuid,
    cooperative uuid,
    given_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_links_links PRIMARY KEY (code)
);


CREATE TABLE lots_keepings (
    product uuid NOT NULL,
    cooperative uuid NOT NULL,
    since timestamp with time zone NOT NULL,
    by uuid,
    CONSTRAINT pk_lots_keepings PRIMARY KEY (product)
);


CREATE TABLE lots_lots (
    id uuid NOT NULL,
    cooperative uuid NOT NULL,
    product uuid NOT NULL,
    code character varying(10) NOT NULL,
    number character varying(240) NOT NULL,
    folded_number character varying(480) NOT NULL,
    made_on date NOT NULL,
    village text NOT NULL,
    commune_code text NOT NULL,
    maker uuid,
    made_by text NOT NULL,
    amount text NOT NULL,
    best_before date,
    notes text NOT NULL,
    papers text NOT NULL,
    state character varying(40) NOT NULL,
    recall_reason text NOT NULL,
    recalled_at timestamp with time zone,
    recalled_by uuid,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    version bigint NOT NULL,
    CONSTRAINT pk_lots_lots PRIMARY KEY (id)
);


CREATE TABLE orders_baskets (
    id uuid NOT NULL,
    key_hash character varying(64),
    person uuid,
    touched_at timestamp with time zone NOT NULL,
    changes integer NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_orders_baskets PRIMARY KEY (id)
);


CREATE TABLE orders_nudges (
    id uuid NOT NULL,
    seller_order uuid NOT NULL,
    kind character varying(40) NOT NULL,
    at timestamp with time zone NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_orders_nudges PRIMARY KEY (id)
);


CREATE TABLE orders_orders (
    id uuid NOT NULL,
    code character varying(10) NOT NULL,
    form_key character varying(32) NOT NULL,
    secret_hash character varying(64) NOT NULL,
    sealed_secret text NOT NULL,
    buyer uuid,
    language text NOT NULL,
    note text NOT NULL,
    way character varying(40) NOT NULL,
    rules text NOT NULL,
    state character varying(40) NOT NULL,
    placed_at timestamp with time zone NOT NULL,
    pay_by timestamp with time zone,
    paid_at timestamp with time zone,
    moves integer NOT NULL,
    readdressed_at timestamp with time zone,
    forgotten_at timestamp with time zone,
    address_commune text NOT NULL,
    address_country text NOT NULL,
    address_postcode text NOT NULL,
    address_province text NOT NULL,
    address_street text NOT NULL,
    charged_currency character varying(40) NOT NULL,
    charged_minor bigint NOT NULL,
    invoice_address text NOT NULL,
    invoice_email text NOT NULL,
    invoice_name text NOT NULL,
    invoice_tax_code text NOT NULL,
    terms_currency character varying(40) NOT NULL,
    terms_day date,
    terms_margin_basis_points integer NOT NULL,
    terms_per_unit bigint NOT NULL,
    to_email text NOT NULL,
    to_name text NOT NULL,
    to_phone text NOT NULL,
    total_currency character varying(40) NOT NULL,
    total_minor bigint NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_orders_orders PRIMARY KEY (id)
);


CREATE TABLE orders_returns (
    id uuid NOT NULL,
    "order" uuid NOT NULL,
    seller_order uuid NOT NULL,
    cooperative uuid NOT NULL,
    reason character varying(40) NOT NULL,
    words character varying(4000) NOT NULL,
    state character varying(40) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answer character varying(4000) NOT NULL,
    answered_at timestamp with time zone,
    sent_at timestamp with time zone,
    number character varying(40) NOT NULL,
    ending character varying(4000) NOT NULL,
    ended_at timestamp with time zone,
    version bigint NOT NULL,
    CONSTRAINT pk_orders_returns PRIMARY KEY (id)
);


CREATE TABLE orders_withdrawals (
    id uuid NOT NULL,
    "order" uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_orders_withdrawals PRIMARY KEY (id)
);


CREATE TABLE outbox_rows (
    id uuid NOT NULL,
    event text NOT NULL,
    event_version integer NOT NULL,
    subscriber text NOT NULL,
    payload text NOT NULL,
    raised_at timestamp with time zone NOT NULL,
    state character varying(40) NOT NULL,
    due_at timestamp with time zone NOT NULL,
    leased_until timestamp with time zone,
    lease_token uuid,
    attempts integer NOT NULL,
    last_error text,
    done_at timestamp with time zone,
    CONSTRAINT pk_outbox_rows PRIMARY KEY (id)
);


CREATE TABLE payments_card_attempts (
    id uuid NOT NULL,
    payment uuid NOT NULL,
    "order" uuid NOT NULL,
    code character varying(10) NOT NULL,
    state character varying(40) NOT NULL,
    session character varying(100),
    page character varying(2000),
    begun_at timestamp with time zone NOT NULL,
    closes_at timestamp with time zone NOT NULL,
    asked_until timestamp with time zone,
    ended_at timestamp with time zone,
    amount_currency character varying(40) NOT NULL,
    amount_minor bigint NOT NULL,
    charged_currency character varying(40) NOT NULL,
    charged_minor bigint NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_payments_card_attempts PRIMARY KEY (id)
);


CREATE TABLE payments_card_comparisons (
    id uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    is_reached boolean NOT NULL,
    moves integer NOT NULL,
    waiting integer NOT NULL,
    unexplained integer NOT NULL,
    CONSTRAINT pk_payments_card_comparisons PRIMARY KEY (id)
);


CREATE TABLE payments_card_events (
    id character varying(120) NOT NULL,
    type character varying(100) NOT NULL,
    api_version character varying(100) NOT NULL,
    account character varying(100) NOT NULL,
    is_live boolean NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    stored_at timestamp with time zone NOT NULL,
    session character varying(100) NOT NULL,
    reference character varying(100) NOT NULL,
    charge character varying(100) NOT NULL,
    amount bigint,
    currency character varying(3) NOT NULL,
    is_paid boolean NOT NULL,
    due_by timestamp with time zone,
    state character varying(40) NOT NULL,
    flaw character varying(40),
    note character varying(300),
    version bigint NOT NULL,
    CONSTRAINT pk_payments_card_events PRIMARY KEY (id)
);


CREATE TABLE payments_card_exchanges (
    id uuid NOT NULL,
    written_at timestamp with time zone NOT NULL,
    written_by uuid,
    dong_currency character varying(40) NOT NULL,
    dong_minor bigint NOT NULL,
    foreign_currency character varying(40) NOT NULL,
    foreign_minor bigint NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_payments_card_exchanges PRIMARY KEY (id)
);


CREATE TABLE payments_card_moves (
    id uuid NOT NULL,
    name character varying(100) NOT NULL,
    kind character varying(40) NOT NULL,
    source character varying(100) NOT NULL,
    charge character varying(100) NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    read_at timestamp with time zone NOT NULL,
    state character varying(40) NOT NULL,
    flaw character varying(40),
    line uuid,
    refund uuid,
    exchange uuid,
    changed_at timestamp with time zone,
    note character varying(300),
    amount_currency character varying(40) NOT NULL,
    amount_minor bigint NOT NULL,
    cost_currency character varying(40) NOT NULL,
    cost_minor bigint NOT NULL,
    covered_currency character varying(40) NOT NULL,
    covered_minor bigint NOT NULL,
    fee_currency character varying(40) NOT NULL,
    fee_minor bigint NOT NULL,
    left_currency character varying(40) NOT NULL,
    left_minor bigint NOT NULL,
    moved_currency character varying(40) NOT NULL,
    moved_minor bigint NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_payments_card_moves PRIMARY KEY (id)
);


CREATE TABLE payments_cash_parcels (
    seller_order uuid NOT NULL,
    "order" uuid NOT NULL,
    code character varying(10) NOT NULL,
    cooperative uuid NOT NULL,
    carrier character varying(40) NOT NULL,
    is_for_market boolean NOT NULL,
    number character varying(40) NOT NULL,
    state character varying(40) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    collected_at timestamp with time zone,
    listed_at timestamp with time zone,
    note character varying(200),
    amount_currency character varying(40) NOT NULL,
    amount_minor bigint NOT NULL,
    carrier_fee_currency character varying(40) NOT NULL,
    carrier_fee_minor bigint NOT NULL,
    paid_currency character varying(40) NOT NULL,
    paid_minor bigint NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_payments_cash_parcels PRIMARY KEY (seller_order)
);


CREATE TABLE payments_further_tellings (
    source character varying(40) NOT NULL,
    source_id character varying(100) NOT NULL,
    money uuid NOT NULL,
    reference character varying(100) NOT NULL,
    told_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_payments_further_tellings PRIMARY KEY (source, source_id)
);


CREATE TABLE payments_money_in (
    id uuid NOT NULL,
    source character varying(40) NOT NULL,
    source_id character varying(100) NOT NULL,
    account character varying(40) NOT NULL,
    direction character varying(40) NOT NULL,
    reference character varying(140) NOT NULL,
    bank character varying(60) NOT NULL,
    text character varying(1000) NOT NULL,
    booked_at timestamp with time zone NOT NULL,
    balance bigint,
    stored_at timestamp with time zone NOT NULL,
    state character varying(40) NOT NULL,
    "order" uuid,
    refund uuid,
    payout uuid,
    payout_position integer,
    is_from_cards boolean NOT NULL,
    tax_month date,
    same_as uuid,
    reverses uuid,
    note character varying(300),
    is_doubtful boolean NOT NULL,
    amount_currency character varying(40) NOT NULL,
    amount_minor bigint NOT NULL,
    applied_currency character varying(40) NOT NULL,
    applied_minor bigint NOT NULL,
    carried_currency character varying(40) NOT NULL,
    carried_minor bigint NOT NULL,
    kept_currency character varying(40) NOT NULL,
    kept_minor bigint NOT NULL,
    moved_currency character varying(40) NOT NULL,
    moved_minor bigint NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_payments_money_in PRIMARY KEY (id)
);


CREATE TABLE payments_payments (
    id uuid NOT NULL,
    "order" uuid NOT NULL,
    code character varying(10) NOT NULL,
    way character varying(40) NOT NULL,
    place character varying(40) NOT NULL,
    state character varying(40) NOT NULL,
    pay_by timestamp with time zone,
    opened_at timestamp with time zone NOT NULL,
    settled_at timestamp with time zone,
    disputed_at timestamp with time zone,
    proof_by timestamp with time zone,
    charged_currency character varying(40) NOT NULL,
    charged_minor bigint NOT NULL,
    expected_currency character varying(40) NOT NULL,
    expected_minor bigint NOT NULL,
    paid_currency character varying(40) NOT NULL,
    paid_minor bigint NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_payments_payments PRIMARY KEY (id)
);


CREATE TABLE payments_refund_accounts (
    "order" uuid NOT NULL,
    bin character varying(6) NOT NULL,
    number character varying(34) NOT NULL,
    holder character varying(100) NOT NULL,
    told_at timestamp with time zone NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_payments_refund_accounts PRIMARY KEY ("order")
);


CREATE TABLE payments_refunds_due (
    id uuid NOT NULL,
    "order" uuid,
    code character varying(10) NOT NULL,
    seller_order uuid,
    money_in uuid,
    reason character varying(40) NOT NULL,
    place character varying(40) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    paid_at timestamp with time zone,
    reference character varying(100),
    failed_at timestamp with time zone,
    call uuid,
    charge character varying(100),
    called_at timestamp with time zone,
    is_uncertain boolean NOT NULL,
    asked_until timestamp with time zone,
    refused_for character varying(100),
    agreed_by uuid,
    seconded_by uuid,
    amount_currency character varying(40) NOT NULL,
    amount_minor bigint NOT NULL,
    moved_currency character varying(40) NOT NULL,
    moved_minor bigint NOT NULL,
    set_off_currency character varying(40) NOT NULL,
    set_off_minor bigint NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_payments_refunds_due PRIMARY KEY (id)
);


CREATE TABLE payments_remitted_cash (
    id uuid NOT NULL,
    money uuid NOT NULL,
    "order" uuid NOT NULL,
    seller_order uuid NOT NULL,
    cooperative uuid NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    cash_currency character varying(40) NOT NULL,
    cash_minor bigint NOT NULL,
    fee_currency character varying(40) NOT NULL,
    fee_minor bigint NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_payments_remitted_cash PRIMARY KEY (id)
);


CREATE TABLE payments_statements (
    id uuid NOT NULL,
    name character varying(100) NOT NULL,
    uploaded_at timestamp with time zone NOT NULL,
    lines text NOT NULL,
    total integer NOT NULL,
    taken integer NOT NULL,
    known integer NOT NULL,
    begun_at timestamp with time zone,
    ended_at timestamp with time zone,
    closing_currency character varying(40) NOT NULL,
    closing_minor bigint NOT NULL,
    opening_currency character varying(40) NOT NULL,
    opening_minor bigint NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_payments_statements PRIMARY KEY (id)
);


CREATE TABLE photos_photos (
    id uuid NOT NULL,
    cooperative uuid,
    subject_kind character varying(40) NOT NULL,
    subject_id uuid NOT NULL,
    position integer NOT NULL,
    alt text NOT NULL,
    hash character varying(32) NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    colors character varying(78) NOT NULL,
    focus_x integer NOT NULL,
    focus_y integer NOT NULL,
    weights character varying(200) NOT NULL,
    state character varying(40) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    removed_at timestamp with time zone,
    claimed_until timestamp with time zone,
    tries integer NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_photos_photos PRIMARY KEY (id)
);


CREATE TABLE questions_questions (
    id uuid NOT NULL,
    code character varying(10) NOT NULL,
    cooperative uuid NOT NULL,
    product uuid,
    product_name text NOT NULL,
    product_slug character varying(120) NOT NULL,
    order_code character varying(10) NOT NULL,
    name character varying(800) NOT NULL,
    email character varying(254) NOT NULL,
    language character varying(8) NOT NULL,
    person uuid,
    secret_hash character varying(64) NOT NULL,
    sealed_secret text NOT NULL,
    state character varying(40) NOT NULL,
    spoken_at timestamp with time zone NOT NULL,
    message_count integer NOT NULL,
    reading_count integer NOT NULL,
    desk_told_at timestamp with time zone,
    desk_tell_at timestamp with time zone,
    buyer_told_at timestamp with time zone,
    buyer_tell_at timestamp with time zone,
    reported_at timestamp with time zone,
    reported_by character varying(40),
    report_why character varying(4000) NOT NULL,
    is_reported boolean NOT NULL,
    forgotten_at timestamp with time zone,
    is_warned boolean NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_questions_questions PRIMARY KEY (id)
);


CREATE TABLE rates_margins (
    id uuid NOT NULL,
    basis_points integer NOT NULL,
    "from" timestamp with time zone NOT NULL,
    added_by uuid,
    CONSTRAINT pk_rates_margins PRIMARY KEY (id)
);


CREATE TABLE rates_rates (
    id uuid NOT NULL,
    currency character varying(40) NOT NULL,
    day date NOT NULL,
    per_unit bigint NOT NULL,
    source character varying(40) NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by uuid,
    CONSTRAINT pk_rates_rates PRIMARY KEY (id)
);


CREATE TABLE rates_readings (
    source character varying(40) NOT NULL,
    read_at timestamp with time zone,
    failing_since timestamp with time zone,
    taken integer NOT NULL,
    refused text NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_rates_readings PRIMARY KEY (source)
);


CREATE TABLE reviews_reviews (
    id uuid NOT NULL,
    line uuid NOT NULL,
    "order" uuid NOT NULL,
    cooperative uuid NOT NULL,
    product uuid NOT NULL,
    product_name text NOT NULL,
    state character varying(40) NOT NULL,
    stars integer NOT NULL,
    words character varying(16000) NOT NULL,
    language character varying(8) NOT NULL,
    name character varying(320) NOT NULL,
    translations text NOT NULL,
    written_at timestamp with time zone NOT NULL,
    changed_at timestamp with time zone,
    answer character varying(8000) NOT NULL,
    answer_language character varying(8) NOT NULL,
    answered_at timestamp with time zone,
    hidden_because character varying(4000) NOT NULL,
    open_reports integer NOT NULL,
    move_count integer NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_reviews_reviews PRIMARY KEY (id),
    CONSTRAINT ck_reviews_reviews_stars CHECK (1 <= stars AND stars <= 5)
);


CREATE TABLE search_changes (
    id integer NOT NULL,
    count bigint NOT NULL,
    CONSTRAINT pk_search_changes PRIMARY KEY (id)
);


CREATE TABLE search_ways (
    way character varying(40) NOT NULL,
    word character varying(40) NOT NULL,
    CONSTRAINT pk_search_ways PRIMARY KEY (way, word)
);


CREATE TABLE search_words (
    kind character varying(40) NOT NULL,
    subject uuid NOT NULL,
    word character varying(40) NOT NULL,
    marked character varying(80) NOT NULL,
    points integer NOT NULL,
    CONSTRAINT pk_search_words PRIMARY KEY (kind, subject, word, marked)
);


CREATE TABLE sellers_applications (
    id uuid NOT NULL,
    applicant uuid NOT NULL,
    cooperative uuid,
    is_change boolean NOT NULL,
    state character varying(40) NOT NULL,
    details text NOT NULL,
    fingerprint character varying(64) NOT NULL,
    saved_by uuid,
    saved_at timestamp with time zone NOT NULL,
    submitted_at timestamp with time zone,
    answer text NOT NULL,
    ended_at timestamp with time zone,
    forgotten_at timestamp with time zone,
    open_for uuid,
    open_change_of uuid,
    version bigint NOT NULL,
    CONSTRAINT pk_sellers_applications PRIMARY KEY (id)
);


CREATE TABLE sellers_closures (
    id uuid NOT NULL,
    cooperative uuid NOT NULL,
    "from" date NOT NULL,
    "to" date NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_sellers_closures PRIMARY KEY (id)
);


CREATE TABLE sellers_cooperatives (
    id uuid NOT NULL,
    application uuid NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    legal_name text NOT NULL,
    kind character varying(40) NOT NULL,
    state character varying(40) NOT NULL,
    band_turn integer NOT NULL,
    tax_code text NOT NULL,
    representative text NOT NULL,
    province text NOT NULL,
    commune_code text NOT NULL,
    commune text NOT NULL,
    village text NOT NULL,
    phone text NOT NULL,
    bank_bin text NOT NULL,
    bank_account text NOT NULL,
    bank_account_name text NOT NULL,
    bank_since timestamp with time zone NOT NULL,
    makes text NOT NULL,
    line text NOT NULL,
    about text NOT NULL,
    quote text NOT NULL,
    origins text NOT NULL,
    calls_first boolean NOT NULL,
    approved_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    version bigint NOT NULL,
    CONSTRAINT pk_sellers_cooperatives PRIMARY KEY (id)
);


CREATE TABLE sellers_invitations (
    id uuid NOT NULL,
    cooperative uuid NOT NULL,
    role character varying(40) NOT NULL,
    bound_to character varying(256) NOT NULL,
    link_hash character varying(64) NOT NULL,
    code_hash character varying(64) NOT NULL,
    invited_by uuid NOT NULL,
    invited_at timestamp with time zone NOT NULL,
    taken_at timestamp with time zone,
    withdrawn_at timestamp with time zone,
    version bigint NOT NULL,
    CONSTRAINT pk_sellers_invitations PRIMARY KEY (id)
);


CREATE TABLE sellers_keeping_rules (
    id uuid NOT NULL,
    starts_on date NOT NULL,
    months integer NOT NULL,
    CONSTRAINT pk_sellers_keeping_rules PRIMARY KEY (id)
);


CREATE TABLE sellers_looks (
    application uuid NOT NULL,
    fingerprint character varying(64) NOT NULL,
    details text NOT NULL,
    admin uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_sellers_looks PRIMARY KEY (application, fingerprint)
);


CREATE TABLE sellers_makers (
    id uuid NOT NULL,
    cooperative uuid NOT NULL,
    name text NOT NULL,
    village text NOT NULL,
    about text NOT NULL,
    agreed_at timestamp with time zone NOT NULL,
    left_at timestamp with time zone,
    version bigint NOT NULL,
    CONSTRAINT pk_sellers_makers PRIMARY KEY (id)
);


CREATE TABLE sellers_memberships (
    cooperative uuid NOT NULL,
    person uuid NOT NULL,
    role character varying(40) NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_sellers_memberships PRIMARY KEY (cooperative, person)
);


CREATE TABLE sellers_moves (
    id uuid NOT NULL,
    application uuid NOT NULL,
    "from" text NOT NULL,
    "to" text NOT NULL,
    at timestamp with time zone NOT NULL,
    actor uuid,
    actor_name text NOT NULL,
    reason text NOT NULL,
    forgotten_at timestamp with time zone,
    CONSTRAINT pk_sellers_moves PRIMARY KEY (id)
);


CREATE TABLE sellers_names (
    skeleton text NOT NULL,
    application uuid NOT NULL,
    CONSTRAINT pk_sellers_names PRIMARY KEY (skeleton, application)
);


CREATE TABLE settlement_connected_accounts (
    cooperative uuid NOT NULL,
    account character varying(100) NOT NULL,
    state character varying(40) NOT NULL,
    calls integer NOT NULL,
    called_at timestamp with time zone NOT NULL,
    refused_for character varying(100) NOT NULL,
    has_told boolean NOT NULL,
    takes_transfers boolean NOT NULL,
    pays_out boolean NOT NULL,
    able_since timestamp with time zone,
    read_at timestamp with time zone,
    heard_at timestamp with time zone,
    asked_until timestamp with time zone,
    ended_at timestamp with time zone,
    version bigint NOT NULL,
    CONSTRAINT pk_settlement_connected_accounts PRIMARY KEY (cooperative)
);


CREATE TABLE settlement_entries (
    id uuid NOT NULL,
    kind character varying(40) NOT NULL,
    source uuid NOT NULL,
    "order" uuid,
    happened_at timestamp with time zone NOT NULL,
    posted_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_settlement_entries PRIMARY KEY (id)
);


CREATE TABLE settlement_fee_rules (
    id uuid NOT NULL,
    basis_points integer NOT NULL,
    "from" timestamp with time zone NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by uuid,
    CONSTRAINT pk_settlement_fee_rules PRIMARY KEY (id)
);


CREATE TABLE settlement_holds (
    seller_order uuid NOT NULL,
    "order" uuid NOT NULL,
    cooperative uuid NOT NULL,
    delivered_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    stopped_at timestamp with time zone,
    released_at timestamp with time zone,
    version bigint NOT NULL,
    CONSTRAINT pk_settlement_holds PRIMARY KEY (seller_order)
);


CREATE TABLE settlement_payout_runs (
    id uuid NOT NULL,
    code text NOT NULL,
    drafted_at timestamp with time zone NOT NULL,
    drafted_by uuid NOT NULL,
    approved_at timestamp with time zone,
    approved_by uuid,
    version bigint NOT NULL,
    CONSTRAINT pk_settlement_payout_runs PRIMARY KEY (id)
);


CREATE TABLE settlement_vat_rates (
    id uuid NOT NULL,
    class character varying(40) NOT NULL,
    basis_points integer NOT NULL,
    "from" timestamp with time zone NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by uuid,
    CONSTRAINT pk_settlement_vat_rates PRIMARY KEY (id)
);


CREATE TABLE settlement_withheld_taxes (
    id uuid NOT NULL,
    source uuid NOT NULL,
    "order" uuid NOT NULL,
    seller_order uuid NOT NULL,
    cooperative uuid NOT NULL,
    kind character varying(40) NOT NULL,
    vat_basis_points integer NOT NULL,
    income_basis_points integer NOT NULL,
    happened_at timestamp with time zone NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    base_currency character varying(40) NOT NULL,
    base_minor bigint NOT NULL,
    income_currency character varying(40) NOT NULL,
    income_minor bigint NOT NULL,
    vat_currency character varying(40) NOT NULL,
    vat_minor bigint NOT NULL,
    CONSTRAINT pk_settlement_withheld_taxes PRIMARY KEY (id)
);


CREATE TABLE settlement_withholding_rates (
    id uuid NOT NULL,
    kind character varying(40) NOT NULL,
    vat_basis_points integer NOT NULL,
    income_basis_points integer NOT NULL,
    "from" timestamp with time zone NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by uuid,
    CONSTRAINT pk_settlement_withholding_rates PRIMARY KEY (id)
);


CREATE TABLE shipping_blocks (
    id uuid NOT NULL,
    category character varying(100) NOT NULL,
    place character varying(2) NOT NULL,
    is_blocked boolean NOT NULL,
    reason text NOT NULL,
    "from" timestamp with time zone NOT NULL,
    by uuid,
    version bigint NOT NULL,
    CONSTRAINT pk_shipping_blocks PRIMARY KEY (id)
);


CREATE TABLE shipping_cash_agreements (
    id uuid NOT NULL,
    carrier character varying(40) NOT NULL,
    pays_market boolean NOT NULL,
    "from" timestamp with time zone NOT NULL,
    added_at timestamp with time zone NOT NULL,
    added_by uuid,
    CONSTRAINT pk_shipping_cash_agreements PRIMARY KEY (id)
);


CREATE TABLE shipping_rules (
    id uuid NOT NULL,
    cooperative uuid,
    "from" timestamp with time zone NOT NULL,
    rates text NOT NULL,
    pick_up boolean NOT NULL,
    by uuid,
    version bigint NOT NULL,
    CONSTRAINT pk_shipping_rules PRIMARY KEY (id)
);


CREATE TABLE stories_consents (
    id uuid NOT NULL,
    cooperative uuid NOT NULL,
    story uuid NOT NULL,
    kind character varying(40) NOT NULL,
    about uuid NOT NULL,
    person uuid,
    who text NOT NULL,
    what_for text NOT NULL,
    until date,
    way character varying(40) NOT NULL,
    text_version character varying(10) NOT NULL,
    given_on date NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by uuid,
    withdrawn_at timestamp with time zone,
    withdrawn_by uuid,
    version bigint NOT NULL,
    CONSTRAINT pk_stories_consents PRIMARY KEY (id)
);


CREATE TABLE stories_recordings (
    id uuid NOT NULL,
    cooperative uuid NOT NULL,
    story uuid NOT NULL,
    hash character varying(32) NOT NULL,
    kind character varying(40) NOT NULL,
    bytes integer NOT NULL,
    milliseconds integer NOT NULL,
    who text NOT NULL,
    language character varying(3) NOT NULL,
    transcript text NOT NULL,
    translations text NOT NULL,
    lines text NOT NULL,
    added_at timestamp with time zone NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_stories_recordings PRIMARY KEY (id)
);


CREATE TABLE stories_stories (
    id uuid NOT NULL,
    cooperative uuid NOT NULL,
    maker uuid,
    slug character varying(100) NOT NULL,
    title text NOT NULL,
    lead text NOT NULL,
    body text NOT NULL,
    origins text NOT NULL,
    state character varying(40) NOT NULL,
    withdrawn_because text,
    held_words text NOT NULL,
    begun_at timestamp with time zone NOT NULL,
    live_at timestamp with time zone,
    changed_at timestamp with time zone NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_stories_stories PRIMARY KEY (id)
);


CREATE TABLE accounts_authenticators (
    account_id uuid NOT NULL,
    sealed_secret character varying(500) NOT NULL,
    since timestamp with time zone NOT NULL,
    last_step bigint NOT NULL,
    CONSTRAINT pk_accounts_authenticators PRIMARY KEY (account_id),
    CONSTRAINT fk_accounts_authenticators_accounts_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts_accounts (id) ON DELETE CASCADE
);


CREATE TABLE accounts_links (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    purpose character varying(40) NOT NULL,
    email character varying(256),
    bound_to character varying(256),
    code_hash text,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    spent_at timestamp with time zone,
    CONSTRAINT pk_accounts_links PRIMARY KEY (id),
    CONSTRAINT fk_accounts_links_account_account_id FOREIGN KEY (account_id) REFERENCES accounts_accounts (id) ON DELETE CASCADE
);


CREATE TABLE accounts_passkeys (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    credential_id bytea NOT NULL,
    public_key bytea NOT NULL,
    name character varying(480) NOT NULL,
    since timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    asked_at timestamp with time zone,
    sign_count bigint NOT NULL,
    transports character varying(200) NOT NULL,
    may_be_backed_up boolean NOT NULL,
    is_backed_up boolean NOT NULL,
    CONSTRAINT pk_accounts_passkeys PRIMARY KEY (id),
    CONSTRAINT fk_accounts_passkeys_accounts_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts_accounts (id) ON DELETE CASCADE
);


CREATE TABLE accounts_recovery_codes (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    hash character varying(64) NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT pk_accounts_recovery_codes PRIMARY KEY (id),
    CONSTRAINT fk_accounts_recovery_codes_accounts_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts_accounts (id) ON DELETE CASCADE
);


CREATE TABLE accounts_sessions (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    stamp character varying(64) NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    address character varying(64) NOT NULL,
    device character varying(200) NOT NULL,
    CONSTRAINT pk_accounts_sessions PRIMARY KEY (id),
    CONSTRAINT fk_accounts_sessions_accounts_accounts_account_id FOREIGN KEY (account_id) REFERENCES accounts_accounts (id) ON DELETE CASCADE
);


CREATE TABLE catalog_variants (
    id uuid NOT NULL,
    product uuid NOT NULL,
    name text NOT NULL,
    kind character varying(40) NOT NULL,
    net_amount integer NOT NULL,
    on_hand integer NOT NULL,
    parcel_grams integer NOT NULL,
    length_mm integer NOT NULL,
    width_mm integer NOT NULL,
    height_mm integer NOT NULL,
    gtin character varying(14),
    position integer NOT NULL,
    is_offered boolean NOT NULL,
    price_currency character varying(40) NOT NULL,
    price_minor bigint NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_catalog_variants PRIMARY KEY (id),
    CONSTRAINT ck_catalog_variants_on_hand CHECK (on_hand >= 0),
    CONSTRAINT fk_catalog_variants_catalog_products_product FOREIGN KEY (product) REFERENCES catalog_products (id) ON DELETE CASCADE
);


CREATE TABLE certificates_products (
    certificate uuid NOT NULL,
    product uuid NOT NULL,
    CONSTRAINT pk_certificates_products PRIMARY KEY (certificate, product),
    CONSTRAINT fk_certificates_products_certificates_certificates_certificate FOREIGN KEY (certificate) REFERENCES certificates_certificates (id) ON DELETE CASCADE
);


CREATE TABLE complaints_moves (
    complaint uuid NOT NULL,
    number integer NOT NULL,
    kind character varying(40) NOT NULL,
    by character varying(60) NOT NULL,
    words character varying(32000) NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_complaints_moves PRIMARY KEY (complaint, number),
    CONSTRAINT fk_complaints_moves_complaints_complaints_complaint FOREIGN KEY (complaint) REFERENCES complaints_complaints (id) ON DELETE CASCADE
);


CREATE TABLE income_sale_shares (
    part uuid NOT NULL,
    number integer NOT NULL,
    line uuid,
    product uuid,
    lot uuid,
    pieces integer,
    kind character varying(40) NOT NULL,
    member uuid,
    parts integer NOT NULL,
    amount_currency character varying(40) NOT NULL,
    amount_minor bigint NOT NULL,
    per_unit_currency character varying(40) NOT NULL,
    per_unit_minor bigint NOT NULL,
    CONSTRAINT pk_income_sale_shares PRIMARY KEY (part, number),
    CONSTRAINT fk_income_sale_shares_income_sales_part FOREIGN KEY (part) REFERENCES income_sales (part) ON DELETE RESTRICT
);


CREATE TABLE income_sharing_terms (
    sharing uuid NOT NULL,
    number integer NOT NULL,
    kind character varying(40) NOT NULL,
    member uuid,
    parts integer NOT NULL,
    per_unit_currency character varying(40) NOT NULL,
    per_unit_minor bigint NOT NULL,
    CONSTRAINT pk_income_sharing_terms PRIMARY KEY (sharing, number),
    CONSTRAINT fk_income_sharing_terms_income_sharings_sharing FOREIGN KEY (sharing) REFERENCES income_sharings (id) ON DELETE RESTRICT
);


CREATE TABLE lots_allotments (
    line uuid NOT NULL,
    lot uuid NOT NULL,
    variant uuid NOT NULL,
    pieces integer NOT NULL,
    took_stock boolean NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_lots_allotments PRIMARY KEY (line, lot),
    CONSTRAINT fk_lots_allotments_lot_lot FOREIGN KEY (lot) REFERENCES lots_lots (id) ON DELETE RESTRICT
);


CREATE TABLE lots_stocks (
    lot uuid NOT NULL,
    variant uuid NOT NULL,
    pieces integer NOT NULL,
    aside integer NOT NULL,
    CONSTRAINT pk_lots_stocks PRIMARY KEY (lot, variant),
    CONSTRAINT ck_lots_stocks_pieces CHECK (0 <= pieces AND 0 <= aside),
    CONSTRAINT fk_lots_stocks_lots_lots_lot FOREIGN KEY (lot) REFERENCES lots_lots (id) ON DELETE RESTRICT
);


CREATE TABLE lots_visits (
    lot uuid NOT NULL,
    day date NOT NULL,
    count integer NOT NULL,
    CONSTRAINT pk_lots_visits PRIMARY KEY (lot, day),
    CONSTRAINT ck_lots_visits_count CHECK (0 < count),
    CONSTRAINT fk_lots_visits_lots_lots_lot FOREIGN KEY (lot) REFERENCES lots_lots (id) ON DELETE RESTRICT
);


CREATE TABLE orders_basket_lines (
    id bigint GENERATED BY DEFAULT AS IDENTITY,
    variant uuid NOT NULL,
    quantity integer NOT NULL,
    added_at timestamp with time zone NOT NULL,
    basket_id uuid NOT NULL,
    CONSTRAINT pk_orders_basket_lines PRIMARY KEY (id),
    CONSTRAINT fk_orders_basket_lines_orders_baskets_basket_id FOREIGN KEY (basket_id) REFERENCES orders_baskets (id) ON DELETE CASCADE
);


CREATE TABLE orders_seller_orders (
    id uuid NOT NULL,
    order_id uuid NOT NULL,
    position integer NOT NULL,
    cooperative uuid NOT NULL,
    cooperative_name text NOT NULL,
    state character varying(40) NOT NULL,
    way character varying(40) NOT NULL,
    delivery_vat_basis_points integer,
    days_min integer NOT NULL,
    days_max integer NOT NULL,
    calls_first boolean NOT NULL,
    fee_basis_points integer NOT NULL,
    send_from date,
    send_by date,
    accept_by timestamp with time zone,
    to_accept_at timestamp with time zone,
    accepted_at timestamp with time zone,
    packed_at timestamp with time zone,
    shipped_at timestamp with time zone,
    delivered_at timestamp with time zone,
    delivered_by character varying(40),
    ended_at timestamp with time zone,
    not_arrived_at timestamp with time zone,
    carrier character varying(40),
    is_cash_for_market boolean NOT NULL,
    parcel_number character varying(40) NOT NULL,
    charged_currency character varying(40) NOT NULL,
    charged_minor bigint NOT NULL,
    delivery_currency character varying(40) NOT NULL,
    delivery_minor bigint NOT NULL,
    fee_currency character varying(40) NOT NULL,
    fee_minor bigint NOT NULL,
    goods_currency character varying(40) NOT NULL,
    goods_minor bigint NOT NULL,
    CONSTRAINT pk_orders_seller_orders PRIMARY KEY (id),
    CONSTRAINT fk_orders_seller_orders_orders_orders_order_id FOREIGN KEY (order_id) REFERENCES orders_orders (id) ON DELETE CASCADE
);


CREATE TABLE orders_return_lines (
    line uuid NOT NULL,
    return_id uuid NOT NULL,
    quantity integer NOT NULL,
    CONSTRAINT "PK_orders_return_lines" PRIMARY KEY (return_id, line),
    CONSTRAINT fk_orders_return_lines_orders_returns_return_id FOREIGN KEY (return_id) REFERENCES orders_returns (id) ON DELETE CASCADE
);


CREATE TABLE orders_withdrawal_lines (
    line uuid NOT NULL,
    withdrawal_id uuid NOT NULL,
    quantity integer NOT NULL,
    CONSTRAINT pk_orders_withdrawal_lines PRIMARY KEY (withdrawal_id, line),
    CONSTRAINT fk_orders_withdrawal_lines_orders_withdrawals_withdrawal_id FOREIGN KEY (withdrawal_id) REFERENCES orders_withdrawals (id) ON DELETE CASCADE
);


CREATE TABLE orders_withdrawal_names (
    withdrawal uuid NOT NULL,
    name character varying(800) NOT NULL,
    CONSTRAINT pk_orders_withdrawal_names PRIMARY KEY (withdrawal),
    CONSTRAINT fk_orders_withdrawal_names_orders_withdrawals_withdrawal FOREIGN KEY (withdrawal) REFERENCES orders_withdrawals (id) ON DELETE CASCADE
);


CREATE TABLE payments_card_balances (
    comparison uuid NOT NULL,
    currency character varying(40) NOT NULL,
    on_the_way_currency character varying(40) NOT NULL,
    on_the_way_minor bigint NOT NULL,
    ours_currency character varying(40) NOT NULL,
    ours_minor bigint NOT NULL,
    theirs_currency character varying(40) NOT NULL,
    theirs_minor bigint NOT NULL,
    CONSTRAINT pk_payments_card_balances PRIMARY KEY (comparison, currency),
    CONSTRAINT fk_payments_card_balances_payments_card_comparisons_comparison FOREIGN KEY (comparison) REFERENCES payments_card_comparisons (id) ON DELETE CASCADE
);


CREATE TABLE payments_card_differences (
    comparison uuid NOT NULL,
    number integer NOT NULL,
    kind character varying(40) NOT NULL,
    name character varying(100) NOT NULL,
    amount bigint,
    currency character varying(40),
    CONSTRAINT pk_payments_card_differences PRIMARY KEY (comparison, number),
    CONSTRAINT fk_payments_card_differences_payments_card_comparisons_compari FOREIGN KEY (comparison) REFERENCES payments_card_comparisons (id) ON DELETE CASCADE
);


CREATE TABLE questions_messages (
    id uuid NOT NULL,
    question uuid NOT NULL,
    number integer NOT NULL,
    side character varying(40) NOT NULL,
    form_key character varying(22) NOT NULL,
    words character varying(16000) NOT NULL,
    signs character varying(40) NOT NULL,
    by character varying(60) NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_questions_messages PRIMARY KEY (id),
    CONSTRAINT fk_questions_messages_questions_questions_question FOREIGN KEY (question) REFERENCES questions_questions (id) ON DELETE CASCADE
);


CREATE TABLE questions_readings (
    question uuid NOT NULL,
    number integer NOT NULL,
    by character varying(60) NOT NULL,
    reason character varying(4000) NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_questions_readings PRIMARY KEY (question, number),
    CONSTRAINT fk_questions_readings_questions_questions_question FOREIGN KEY (question) REFERENCES questions_questions (id) ON DELETE CASCADE
);


CREATE TABLE reviews_moves (
    review uuid NOT NULL,
    number integer NOT NULL,
    kind character varying(40) NOT NULL,
    by character varying(60) NOT NULL,
    stars integer NOT NULL,
    words character varying(16000) NOT NULL,
    reason character varying(40),
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_reviews_moves PRIMARY KEY (review, number),
    CONSTRAINT fk_reviews_moves_reviews_reviews_review FOREIGN KEY (review) REFERENCES reviews_reviews (id) ON DELETE CASCADE
);


CREATE TABLE settlement_lines (
    entry uuid NOT NULL,
    number integer NOT NULL,
    account character varying(40) NOT NULL,
    cooperative uuid,
    seller_order uuid,
    amount_currency character varying(40) NOT NULL,
    amount_minor bigint NOT NULL,
    CONSTRAINT pk_settlement_lines PRIMARY KEY (entry, number),
    CONSTRAINT fk_settlement_lines_settlement_entries_entry FOREIGN KEY (entry) REFERENCES settlement_entries (id) ON DELETE RESTRICT
);


CREATE TABLE settlement_payouts (
    id uuid NOT NULL,
    run uuid NOT NULL,
    position integer NOT NULL,
    cooperative uuid NOT NULL,
    bin text NOT NULL,
    account_number text NOT NULL,
    account_holder text NOT NULL,
    text text NOT NULL,
    state character varying(40) NOT NULL,
    reference text NOT NULL,
    reason text NOT NULL,
    ended_at timestamp with time zone,
    ended_by uuid,
    returned_at timestamp with time zone,
    connected character varying(100) NOT NULL,
    is_asked boolean NOT NULL,
    is_uncertain boolean NOT NULL,
    called_at timestamp with time zone,
    lost_calls integer NOT NULL,
    asked_until timestamp with time zone,
    heard_at timestamp with time zone,
    amount_currency character varying(40) NOT NULL,
    amount_minor bigint NOT NULL,
    fees_currency character varying(40) NOT NULL,
    fees_minor bigint NOT NULL,
    CONSTRAINT pk_settlement_payouts PRIMARY KEY (id),
    CONSTRAINT fk_settlement_payouts_settlement_payout_runs_run FOREIGN KEY (run) REFERENCES settlement_payout_runs (id) ON DELETE RESTRICT
);


CREATE TABLE stories_products (
    story uuid NOT NULL,
    product uuid NOT NULL,
    CONSTRAINT pk_stories_products PRIMARY KEY (story, product),
    CONSTRAINT fk_stories_products_stories_stories_story FOREIGN KEY (story) REFERENCES stories_stories (id) ON DELETE CASCADE
);


CREATE TABLE orders_further_parcels (
    seller_order_id uuid NOT NULL,
    number character varying(40) NOT NULL,
    carrier character varying(40) NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_orders_further_parcels PRIMARY KEY (seller_order_id, number),
    CONSTRAINT fk_orders_further_parcels_orders_seller_orders_seller_order_id FOREIGN KEY (seller_order_id) REFERENCES orders_seller_orders (id) ON DELETE CASCADE
);


CREATE TABLE orders_lines (
    id uuid NOT NULL,
    seller_order_id uuid NOT NULL,
    position integer NOT NULL,
    variant uuid NOT NULL,
    product uuid NOT NULL,
    slug text NOT NULL,
    product_name text NOT NULL,
    variant_name text NOT NULL,
    quantity integer NOT NULL,
    declined integer NOT NULL,
    decline_reason text NOT NULL,
    ready_in_days integer,
    returnable character varying(40) NOT NULL,
    vat character varying(40),
    vat_basis_points integer,
    supply character varying(40) NOT NULL,
    ahead uuid,
    send_from date,
    send_by date,
    fee_currency character varying(40) NOT NULL,
    fee_minor bigint NOT NULL,
    unit_price_currency character varying(40) NOT NULL,
    unit_price_minor bigint NOT NULL,
    CONSTRAINT pk_orders_lines PRIMARY KEY (id),
    CONSTRAINT fk_orders_lines_seller_order_seller_order_id FOREIGN KEY (seller_order_id) REFERENCES orders_seller_orders (id) ON DELETE CASCADE
);


CREATE TABLE orders_part_refunds (
    id uuid NOT NULL,
    seller_order_id uuid NOT NULL,
    line uuid,
    reason character varying(1600) NOT NULL,
    granted_at timestamp with time zone NOT NULL,
    amount_currency character varying(40) NOT NULL,
    amount_minor bigint NOT NULL,
    fee_currency character varying(40) NOT NULL,
    fee_minor bigint NOT NULL,
    CONSTRAINT pk_orders_part_refunds PRIMARY KEY (id),
    CONSTRAINT fk_orders_part_refunds_seller_order_seller_order_id FOREIGN KEY (seller_order_id) REFERENCES orders_seller_orders (id) ON DELETE CASCADE
);


CREATE TABLE settlement_transfer_reversals (
    id uuid NOT NULL,
    payout uuid NOT NULL,
    cooperative uuid NOT NULL,
    reason character varying(300) NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    proposed_by uuid,
    seconded_by uuid,
    state character varying(40) NOT NULL,
    reference character varying(100),
    refused_for character varying(100) NOT NULL,
    called_at timestamp with time zone,
    lost_calls integer NOT NULL,
    asked_until timestamp with time zone,
    ended_at timestamp with time zone,
    amount_currency character varying(40) NOT NULL,
    amount_minor bigint NOT NULL,
    CONSTRAINT pk_settlement_transfer_reversals PRIMARY KEY (id),
    CONSTRAINT fk_settlement_transfer_reversals_settlement_payouts_payout FOREIGN KEY (payout) REFERENCES settlement_payouts (id) ON DELETE RESTRICT
);


CREATE UNIQUE INDEX ix_accounts_accounts_normalized_email ON accounts_accounts (normalized_email);


CREATE UNIQUE INDEX ix_accounts_accounts_normalized_user_name ON accounts_accounts (normalized_user_name);


CREATE UNIQUE INDEX ix_accounts_accounts_phone_number ON accounts_accounts (phone_number);


CREATE INDEX ix_accounts_addresses_person ON accounts_addresses (person);


CREATE INDEX ix_accounts_links_account_id_purpose_created_at ON accounts_links (account_id, purpose, created_at);


CREATE INDEX ix_accounts_passkeys_account_id ON accounts_passkeys (account_id);


CREATE UNIQUE INDEX ix_accounts_passkeys_credential_id ON accounts_passkeys (credential_id);


CREATE INDEX ix_accounts_recovery_codes_account_id ON accounts_recovery_codes (account_id);


CREATE INDEX ix_accounts_sessions_account_id_created_at ON accounts_sessions (account_id, created_at);


CREATE INDEX ix_audit_rows_actor_at ON audit_rows (actor, at);


CREATE INDEX ix_audit_rows_at ON audit_rows (at);


CREATE INDEX ix_audit_rows_cooperative_at ON audit_rows (cooperative, at);


CREATE UNIQUE INDEX ix_audit_seals_row ON audit_seals (row);


CREATE UNIQUE INDEX ix_catalog_addresses_slug ON catalog_addresses (slug);


CREATE INDEX ix_catalog_ahead_sales_product ON catalog_ahead_sales (product);


CREATE INDEX ix_catalog_ahead_sales_variant ON catalog_ahead_sales (variant);


CREATE UNIQUE INDEX ix_catalog_ahead_sales_variant1 ON catalog_ahead_sales (variant) WHERE ended_at IS NULL;


CREATE UNIQUE INDEX ix_catalog_categories_category_from ON catalog_categories (category, "from");


CREATE INDEX ix_catalog_edits_product ON catalog_edits (product);


CREATE INDEX ix_catalog_edits_seen_at_at ON catalog_edits (seen_at, at);


CREATE INDEX ix_catalog_forbidden_words_from ON catalog_forbidden_words ("from");


CREATE INDEX ix_catalog_held_texts_at ON catalog_held_texts (at);


CREATE INDEX ix_catalog_products_category ON catalog_products (category);


CREATE INDEX ix_catalog_products_cooperative_state ON catalog_products (cooperative, state);


CREATE UNIQUE INDEX ix_catalog_products_slug ON catalog_products (slug);


CREATE INDEX ix_catalog_products_state_first_live_at ON catalog_products (state, first_live_at);


CREATE INDEX ix_catalog_stock_moves_variant_at ON catalog_stock_moves (variant, at);


CREATE UNIQUE INDEX ix_catalog_variants_gtin ON catalog_variants (gtin) WHERE gtin IS NOT NULL;


CREATE INDEX ix_catalog_variants_product ON catalog_variants (product);


CREATE INDEX ix_certificates_certificates_cooperative ON certificates_certificates (cooperative);


CREATE INDEX ix_certificates_certificates_state_expires ON certificates_certificates (state, expires);


CREATE INDEX ix_certificates_products_product ON certificates_products (product);


CREATE UNIQUE INDEX ix_complaints_complaints_code ON complaints_complaints (code);


CREATE INDEX ix_complaints_complaints_cooperative_received_at ON complaints_complaints (cooperative, received_at);


CREATE INDEX ix_complaints_complaints_due_at ON complaints_complaints (due_at);


CREATE UNIQUE INDEX ix_complaints_complaints_form_key ON complaints_complaints (form_key);


CREATE INDEX ix_complaints_terms_kind_from ON complaints_terms (kind, "from");


CREATE INDEX ix_income_entries_cooperative_member ON income_entries (cooperative, member);


CREATE UNIQUE INDEX ix_income_entries_kind_source_number ON income_entries (kind, source, number);


CREATE INDEX ix_income_entries_part ON income_entries (part);


CREATE INDEX ix_income_payments_cooperative_state ON income_payments (cooperative, state);


CREATE INDEX ix_income_payments_member ON income_payments (member);


CREATE INDEX ix_income_producers_cooperative ON income_producers (cooperative);


CREATE UNIQUE INDEX ix_income_producers_link_hash ON income_producers (link_hash);


CREATE INDEX ix_income_sales_cooperative ON income_sales (cooperative);


CREATE UNIQUE INDEX ix_income_sharings_lot_from ON income_sharings (lot, "from");


CREATE UNIQUE INDEX ix_income_sharings_product_from ON income_sharings (product, "from") WHERE lot IS NULL;


CREATE UNIQUE INDEX ix_links_links_cooperative ON links_links (cooperative);


CREATE UNIQUE INDEX ix_links_links_product ON links_links (product);


CREATE UNIQUE INDEX ix_links_links_story ON links_links (story);


CREATE INDEX ix_lots_allotments_lot ON lots_allotments (lot);


CREATE UNIQUE INDEX ix_lots_lots_code ON lots_lots (code);


CREATE UNIQUE INDEX ix_lots_lots_cooperative_folded_number ON lots_lots (cooperative, folded_number);


CREATE INDEX ix_lots_lots_product_state ON lots_lots (product, state);


CREATE INDEX ix_lots_stocks_variant ON lots_stocks (variant);


CREATE UNIQUE INDEX ix_orders_basket_lines_basket_id_variant ON orders_basket_lines (basket_id, variant);


CREATE UNIQUE INDEX ix_orders_baskets_key_hash ON orders_baskets (key_hash);


CREATE UNIQUE INDEX ix_orders_baskets_person ON orders_baskets (person);


CREATE INDEX ix_orders_baskets_touched_at ON orders_baskets (touched_at);


CREATE INDEX ix_orders_lines_ahead ON orders_lines (ahead);


CREATE INDEX ix_orders_lines_product ON orders_lines (product);


CREATE INDEX ix_orders_lines_seller_order_id ON orders_lines (seller_order_id);


CREATE INDEX ix_orders_lines_variant ON orders_lines (variant);


CREATE UNIQUE INDEX ix_orders_nudges_seller_order_kind ON orders_nudges (seller_order, kind);


CREATE INDEX ix_orders_orders_buyer_placed_at ON orders_orders (buyer, placed_at);


CREATE UNIQUE INDEX ix_orders_orders_code ON orders_orders (code);


CREATE UNIQUE INDEX ix_orders_orders_form_key ON orders_orders (form_key);


CREATE INDEX ix_orders_orders_state_pay_by ON orders_orders (state, pay_by);


CREATE INDEX ix_orders_part_refunds_seller_order_id ON orders_part_refunds (seller_order_id);


CREATE INDEX ix_orders_returns_cooperative_ended_at ON orders_returns (cooperative, ended_at);


CREATE INDEX ix_orders_returns_order ON orders_returns ("order");


CREATE INDEX ix_orders_returns_seller_order ON orders_returns (seller_order);


CREATE INDEX ix_orders_seller_orders_cooperative_state ON orders_seller_orders (cooperative, state);


CREATE INDEX ix_orders_seller_orders_order_id ON orders_seller_orders (order_id);


CREATE INDEX ix_orders_seller_orders_state ON orders_seller_orders (state);


CREATE INDEX ix_orders_withdrawals_order ON orders_withdrawals ("order");


CREATE INDEX ix_outbox_rows_lease_token ON outbox_rows (lease_token);


CREATE INDEX ix_outbox_rows_state_due_at ON outbox_rows (state, due_at);


CREATE INDEX ix_payments_card_attempts_ended_at_closes_at ON payments_card_attempts (ended_at, closes_at);


CREATE UNIQUE INDEX ix_payments_card_attempts_payment ON payments_card_attempts (payment) WHERE ended_at IS NULL;


CREATE INDEX ix_payments_card_comparisons_at ON payments_card_comparisons (at);


CREATE INDEX ix_payments_card_events_state ON payments_card_events (state);


CREATE UNIQUE INDEX ix_payments_card_moves_exchange ON payments_card_moves (exchange);


CREATE INDEX ix_payments_card_moves_happened_at ON payments_card_moves (happened_at);


CREATE UNIQUE INDEX ix_payments_card_moves_line ON payments_card_moves (line);


CREATE UNIQUE INDEX ix_payments_card_moves_name ON payments_card_moves (name);


CREATE UNIQUE INDEX ix_payments_card_moves_refund_kind ON payments_card_moves (refund, kind);


CREATE INDEX ix_payments_card_moves_source ON payments_card_moves (source);


CREATE INDEX ix_payments_card_moves_state ON payments_card_moves (state);


CREATE INDEX ix_payments_cash_parcels_code ON payments_cash_parcels (code);


CREATE INDEX ix_payments_cash_parcels_cooperative_number ON payments_cash_parcels (cooperative, number);


CREATE INDEX ix_payments_cash_parcels_cooperative_state ON payments_cash_parcels (cooperative, state);


CREATE INDEX ix_payments_cash_parcels_is_for_market_state ON payments_cash_parcels (is_for_market, state);


CREATE INDEX ix_payments_further_tellings_money ON payments_further_tellings (money);


CREATE INDEX ix_payments_money_in_account_booked_at ON payments_money_in (account, booked_at);


CREATE UNIQUE INDEX ix_payments_money_in_account_direction_reference ON payments_money_in (account, direction, reference);


CREATE INDEX ix_payments_money_in_order ON payments_money_in ("order");


CREATE UNIQUE INDEX ix_payments_money_in_reverses ON payments_money_in (reverses);


CREATE UNIQUE INDEX ix_payments_money_in_source_source_id ON payments_money_in (source, source_id);


CREATE INDEX ix_payments_money_in_state ON payments_money_in (state);


CREATE UNIQUE INDEX ix_payments_payments_code ON payments_payments (code);


CREATE UNIQUE INDEX ix_payments_payments_order ON payments_payments ("order");


CREATE UNIQUE INDEX ix_payments_refunds_due_call ON payments_refunds_due (call);


CREATE INDEX ix_payments_refunds_due_code ON payments_refunds_due (code);


CREATE INDEX ix_payments_refunds_due_order ON payments_refunds_due ("order");


CREATE INDEX ix_payments_refunds_due_paid_at ON payments_refunds_due (paid_at);


CREATE UNIQUE INDEX ix_payments_refunds_due_reference ON payments_refunds_due (reference);


CREATE INDEX ix_payments_remitted_cash_money ON payments_remitted_cash (money);


CREATE INDEX ix_payments_remitted_cash_seller_order ON payments_remitted_cash (seller_order);


CREATE INDEX ix_photos_photos_cooperative_removed_at ON photos_photos (cooperative, removed_at);


CREATE INDEX ix_photos_photos_hash ON photos_photos (hash);


CREATE INDEX ix_photos_photos_state_claimed_until ON photos_photos (state, claimed_until);


CREATE INDEX ix_photos_photos_subject_id_position ON photos_photos (subject_id, position);


CREATE UNIQUE INDEX ix_questions_messages_form_key ON questions_messages (form_key);


CREATE UNIQUE INDEX ix_questions_messages_question_number ON questions_messages (question, number);


CREATE INDEX ix_questions_questions_buyer_tell_at ON questions_questions (buyer_tell_at);


CREATE UNIQUE INDEX ix_questions_questions_code ON questions_questions (code);


CREATE INDEX ix_questions_questions_cooperative_state_spoken_at ON questions_questions (cooperative, state, spoken_at);


CREATE INDEX ix_questions_questions_desk_tell_at ON questions_questions (desk_tell_at);


CREATE INDEX ix_questions_questions_is_reported_reported_at ON questions_questions (is_reported, reported_at);


CREATE INDEX ix_questions_questions_is_warned_spoken_at ON questions_questions (is_warned, spoken_at);


CREATE INDEX ix_questions_questions_person_spoken_at ON questions_questions (person, spoken_at);


CREATE INDEX ix_rates_margins_from ON rates_margins ("from");


CREATE INDEX ix_rates_rates_added_at ON rates_rates (added_at);


CREATE INDEX ix_rates_rates_currency_day_added_at ON rates_rates (currency, day, added_at);


CREATE INDEX ix_reviews_reviews_cooperative_state_written_at ON reviews_reviews (cooperative, state, written_at);


CREATE UNIQUE INDEX ix_reviews_reviews_line ON reviews_reviews (line);


CREATE INDEX ix_reviews_reviews_open_reports_written_at ON reviews_reviews (open_reports, written_at);


CREATE INDEX ix_reviews_reviews_order ON reviews_reviews ("order");


CREATE INDEX ix_reviews_reviews_product_state_written_at ON reviews_reviews (product, state, written_at);


CREATE INDEX ix_reviews_reviews_state_product_stars ON reviews_reviews (state, product, stars);


CREATE INDEX ix_search_words_word_points_subject_marked_kind ON search_words (word, points DESC, subject DESC, marked, kind);


CREATE INDEX ix_sellers_applications_applicant ON sellers_applications (applicant);


CREATE INDEX ix_sellers_applications_cooperative ON sellers_applications (cooperative);


CREATE UNIQUE INDEX ix_sellers_applications_open_change_of ON sellers_applications (open_change_of);


CREATE UNIQUE INDEX ix_sellers_applications_open_for ON sellers_applications (open_for);


CREATE INDEX ix_sellers_applications_state ON sellers_applications (state);


CREATE INDEX ix_sellers_closures_cooperative ON sellers_closures (cooperative);


CREATE UNIQUE INDEX ix_sellers_cooperatives_application ON sellers_cooperatives (application);


CREATE UNIQUE INDEX ix_sellers_cooperatives_slug ON sellers_cooperatives (slug);


CREATE INDEX ix_sellers_invitations_bound_to ON sellers_invitations (bound_to);


CREATE UNIQUE INDEX ix_sellers_invitations_code_hash ON sellers_invitations (code_hash);


CREATE INDEX ix_sellers_invitations_cooperative ON sellers_invitations (cooperative);


CREATE UNIQUE INDEX ix_sellers_invitations_link_hash ON sellers_invitations (link_hash);


CREATE INDEX ix_sellers_keeping_rules_starts_on ON sellers_keeping_rules (starts_on);


CREATE INDEX ix_sellers_makers_cooperative ON sellers_makers (cooperative);


CREATE INDEX ix_sellers_memberships_person ON sellers_memberships (person);


CREATE INDEX ix_sellers_moves_application ON sellers_moves (application);


CREATE INDEX ix_sellers_moves_forgotten_at_at ON sellers_moves (forgotten_at, at);


CREATE INDEX ix_sellers_names_application ON sellers_names (application);


CREATE UNIQUE INDEX ix_sellers_names_skeleton ON sellers_names (skeleton);


CREATE UNIQUE INDEX ix_settlement_connected_accounts_account ON settlement_connected_accounts (account) WHERE account <> '';


CREATE UNIQUE INDEX ix_settlement_entries_kind_source ON settlement_entries (kind, source);


CREATE INDEX ix_settlement_entries_order ON settlement_entries ("order");


CREATE UNIQUE INDEX ix_settlement_fee_rules_from ON settlement_fee_rules ("from");


CREATE INDEX ix_settlement_holds_cooperative ON settlement_holds (cooperative);


CREATE INDEX ix_settlement_holds_released_at_due_at ON settlement_holds (released_at, due_at);


CREATE INDEX ix_settlement_lines_account_cooperative ON settlement_lines (account, cooperative);


CREATE INDEX ix_settlement_lines_seller_order ON settlement_lines (seller_order);


CREATE UNIQUE INDEX ix_settlement_payout_runs_code ON settlement_payout_runs (code);


CREATE INDEX ix_settlement_payout_runs_drafted_at ON settlement_payout_runs (drafted_at);


CREATE UNIQUE INDEX ix_settlement_payouts_cooperative ON settlement_payouts (cooperative) WHERE ended_at IS NULL;


CREATE INDEX ix_settlement_payouts_cooperative_ended_at ON settlement_payouts (cooperative, ended_at);


CREATE UNIQUE INDEX ix_settlement_payouts_run_position ON settlement_payouts (run, position);


CREATE INDEX ix_settlement_transfer_reversals_payout ON settlement_transfer_reversals (payout);


CREATE UNIQUE INDEX ix_settlement_transfer_reversals_reference ON settlement_transfer_reversals (reference);


CREATE INDEX ix_settlement_transfer_reversals_state ON settlement_transfer_reversals (state);


CREATE UNIQUE INDEX ix_settlement_vat_rates_class_from ON settlement_vat_rates (class, "from");


CREATE INDEX ix_settlement_withheld_taxes_recorded_at ON settlement_withheld_taxes (recorded_at);


CREATE INDEX ix_settlement_withheld_taxes_seller_order ON settlement_withheld_taxes (seller_order);


CREATE UNIQUE INDEX ix_settlement_withheld_taxes_source_kind ON settlement_withheld_taxes (source, kind);


CREATE UNIQUE INDEX ix_settlement_withholding_rates_kind_from ON settlement_withholding_rates (kind, "from");


CREATE INDEX ix_shipping_blocks_category_place_from ON shipping_blocks (category, place, "from");


CREATE INDEX ix_shipping_cash_agreements_carrier_from ON shipping_cash_agreements (carrier, "from");


CREATE INDEX ix_shipping_rules_cooperative_from ON shipping_rules (cooperative, "from");


CREATE INDEX ix_stories_consents_kind_about ON stories_consents (kind, about);


CREATE INDEX ix_stories_consents_person ON stories_consents (person);


CREATE INDEX ix_stories_consents_story ON stories_consents (story);


CREATE INDEX ix_stories_products_product ON stories_products (product);


CREATE INDEX ix_stories_recordings_hash ON stories_recordings (hash);


CREATE UNIQUE INDEX ix_stories_recordings_story_hash ON stories_recordings (story, hash);


CREATE INDEX ix_stories_stories_cooperative_state ON stories_stories (cooperative, state);


CREATE UNIQUE INDEX ix_stories_stories_slug ON stories_stories (slug);


CREATE INDEX ix_stories_stories_state_live_at ON stories_stories (state, live_at);


