using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts_accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    full_name = table.Column<string>(type: "character varying(800)", maxLength: 800, nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    is_admin = table.Column<bool>(type: "boolean", nullable: false),
                    suspended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    suspended_for = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true),
                    phone_number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "accounts_addresses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    country = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    province = table.Column<string>(type: "text", nullable: false),
                    commune = table.Column<string>(type: "text", nullable: false),
                    street = table.Column<string>(type: "text", nullable: false),
                    postcode = table.Column<string>(type: "text", nullable: false),
                    is_first = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts_addresses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alerts",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    detail = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alerts", x => new { x.kind, x.day });
                });

            migrationBuilder.CreateTable(
                name: "audit_rows",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<string>(type: "text", nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: true),
                    what = table.Column<string>(type: "text", nullable: false),
                    about = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    result = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_rows", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_addresses",
                columns: table => new
                {
                    product = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_addresses", x => new { x.product, x.slug });
                });

            migrationBuilder.CreateTable(
                name: "catalog_categories",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    category = table.Column<Guid>(type: "uuid", nullable: false),
                    parent = table.Column<Guid>(type: "uuid", nullable: true),
                    slug = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_categories", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_edits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    product = table.Column<Guid>(type: "uuid", nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changes = table.Column<string>(type: "text", nullable: false),
                    seen_by = table.Column<Guid>(type: "uuid", nullable: true),
                    seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_edits", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_products",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    line = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    use = table.Column<string>(type: "text", nullable: false),
                    other_names = table.Column<string>(type: "text", nullable: false),
                    category = table.Column<Guid>(type: "uuid", nullable: true),
                    village = table.Column<string>(type: "text", nullable: false),
                    commune_code = table.Column<string>(type: "text", nullable: false),
                    maker = table.Column<Guid>(type: "uuid", nullable: true),
                    season_bits = table.Column<int>(type: "integer", nullable: false),
                    made_to_order_days = table.Column<int>(type: "integer", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    withdrawn_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    admin_note = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    first_live_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_products", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_stock_moves",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    variant = table.Column<Guid>(type: "uuid", nullable: false),
                    cause = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    change = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_stock_moves", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "orders_baskets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    person = table.Column<Guid>(type: "uuid", nullable: true),
                    touched_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changes = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_baskets", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "orders_nudges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    seller_order = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_nudges", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "orders_orders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    form_key = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    secret_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sealed_secret = table.Column<string>(type: "text", nullable: false),
                    buyer = table.Column<Guid>(type: "uuid", nullable: true),
                    language = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false),
                    way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    rules = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    placed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    pay_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    paid_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    moves = table.Column<int>(type: "integer", nullable: false),
                    address_commune = table.Column<string>(type: "text", nullable: false),
                    address_country = table.Column<string>(type: "text", nullable: false),
                    address_postcode = table.Column<string>(type: "text", nullable: false),
                    address_province = table.Column<string>(type: "text", nullable: false),
                    address_street = table.Column<string>(type: "text", nullable: false),
                    to_email = table.Column<string>(type: "text", nullable: false),
                    to_name = table.Column<string>(type: "text", nullable: false),
                    to_phone = table.Column<string>(type: "text", nullable: false),
                    total_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    total_minor = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_orders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_rows",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    @event = table.Column<string>(name: "event", type: "text", nullable: false),
                    event_version = table.Column<int>(type: "integer", nullable: false),
                    subscriber = table.Column<string>(type: "text", nullable: false),
                    payload = table.Column<string>(type: "text", nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    leased_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lease_token = table.Column<Guid>(type: "uuid", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    last_error = table.Column<string>(type: "text", nullable: true),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_rows", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "payments_money_in",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    source_id = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    account = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    direction = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reference = table.Column<string>(type: "character varying(140)", maxLength: 140, nullable: false),
                    bank = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    booked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    stored_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    order = table.Column<Guid>(type: "uuid", nullable: true),
                    refund = table.Column<Guid>(type: "uuid", nullable: true),
                    note = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    is_doubtful = table.Column<bool>(type: "boolean", nullable: false),
                    amount_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    applied_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    applied_minor = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments_money_in", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "payments_payments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    pay_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    expected_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    expected_minor = table.Column<long>(type: "bigint", nullable: false),
                    paid_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    paid_minor = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments_payments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "payments_refunds_due",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<Guid>(type: "uuid", nullable: true),
                    seller_order = table.Column<Guid>(type: "uuid", nullable: true),
                    money_in = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    paid_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reference = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    amount_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments_refunds_due", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "photos_photos",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: true),
                    subject_kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    alt = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    width = table.Column<int>(type: "integer", nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false),
                    colors = table.Column<string>(type: "character varying(78)", maxLength: 78, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    claimed_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    tries = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_photos_photos", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_words",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    word = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    marked = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    points = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_words", x => new { x.word, x.kind, x.subject, x.marked });
                });

            migrationBuilder.CreateTable(
                name: "sellers_applications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    applicant = table.Column<Guid>(type: "uuid", nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: true),
                    is_change = table.Column<bool>(type: "boolean", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    details = table.Column<string>(type: "text", nullable: false),
                    fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    forgotten_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    open_for = table.Column<Guid>(type: "uuid", nullable: true),
                    open_change_of = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sellers_applications", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sellers_closures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sellers_closures", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sellers_cooperatives",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    legal_name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    band_turn = table.Column<int>(type: "integer", nullable: false),
                    tax_code = table.Column<string>(type: "text", nullable: false),
                    representative = table.Column<string>(type: "text", nullable: false),
                    province = table.Column<string>(type: "text", nullable: false),
                    commune_code = table.Column<string>(type: "text", nullable: false),
                    commune = table.Column<string>(type: "text", nullable: false),
                    village = table.Column<string>(type: "text", nullable: false),
                    phone = table.Column<string>(type: "text", nullable: false),
                    bank_bin = table.Column<string>(type: "text", nullable: false),
                    bank_account = table.Column<string>(type: "text", nullable: false),
                    bank_account_name = table.Column<string>(type: "text", nullable: false),
                    makes = table.Column<string>(type: "text", nullable: false),
                    line = table.Column<string>(type: "text", nullable: false),
                    about = table.Column<string>(type: "text", nullable: false),
                    quote = table.Column<string>(type: "text", nullable: false),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sellers_cooperatives", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sellers_invitations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    bound_to = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    link_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    code_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    invited_by = table.Column<Guid>(type: "uuid", nullable: false),
                    invited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sellers_invitations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sellers_keeping_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    months = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sellers_keeping_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sellers_looks",
                columns: table => new
                {
                    application = table.Column<Guid>(type: "uuid", nullable: false),
                    fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    details = table.Column<string>(type: "text", nullable: false),
                    admin = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sellers_looks", x => new { x.application, x.fingerprint });
                });

            migrationBuilder.CreateTable(
                name: "sellers_makers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    village = table.Column<string>(type: "text", nullable: false),
                    about = table.Column<string>(type: "text", nullable: false),
                    agreed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    left_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sellers_makers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sellers_memberships",
                columns: table => new
                {
                    cooperative = table.Column<Guid>(type: "uuid", nullable: false),
                    person = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    joined_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sellers_memberships", x => new { x.cooperative, x.person });
                });

            migrationBuilder.CreateTable(
                name: "sellers_moves",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    application = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<string>(type: "text", nullable: false),
                    to = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor = table.Column<Guid>(type: "uuid", nullable: true),
                    actor_name = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    forgotten_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sellers_moves", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sellers_names",
                columns: table => new
                {
                    skeleton = table.Column<string>(type: "text", nullable: false),
                    application = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sellers_names", x => new { x.skeleton, x.application });
                });

            migrationBuilder.CreateTable(
                name: "settlement_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    source = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<Guid>(type: "uuid", nullable: true),
                    happened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    posted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settlement_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "settlement_fee_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    basis_points = table.Column<int>(type: "integer", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settlement_fee_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "settlement_holds",
                columns: table => new
                {
                    seller_order = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<Guid>(type: "uuid", nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: false),
                    delivered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settlement_holds", x => x.seller_order);
                });

            migrationBuilder.CreateTable(
                name: "shipping_blocks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    category = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    place = table.Column<string>(type: "character varying(2)", maxLength: 2, nullable: false),
                    is_blocked = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shipping_blocks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shipping_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: true),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    rates = table.Column<string>(type: "text", nullable: false),
                    pick_up = table.Column<bool>(type: "boolean", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shipping_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stories_stories",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: false),
                    maker = table.Column<Guid>(type: "uuid", nullable: true),
                    slug = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    lead = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    withdrawn_because = table.Column<string>(type: "text", nullable: true),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    live_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stories_stories", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "accounts_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    bound_to = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    code_hash = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    spent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_accounts_links_account_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stamp = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    address = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    device = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_accounts_sessions_accounts_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "catalog_certificates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    product = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    stars = table.Column<int>(type: "integer", nullable: true),
                    number = table.Column<string>(type: "text", nullable: false),
                    issuer = table.Column<string>(type: "text", nullable: false),
                    issued = table.Column<DateOnly>(type: "date", nullable: false),
                    expires = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_certificates", x => x.id);
                    table.ForeignKey(
                        name: "fk_catalog_certificates_catalog_products_product",
                        column: x => x.product,
                        principalTable: "catalog_products",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "catalog_variants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    product = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    net_amount = table.Column<int>(type: "integer", nullable: false),
                    on_hand = table.Column<int>(type: "integer", nullable: false),
                    parcel_grams = table.Column<int>(type: "integer", nullable: false),
                    length_mm = table.Column<int>(type: "integer", nullable: false),
                    width_mm = table.Column<int>(type: "integer", nullable: false),
                    height_mm = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    is_offered = table.Column<bool>(type: "boolean", nullable: false),
                    price_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    price_minor = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_variants", x => x.id);
                    table.CheckConstraint("ck_catalog_variants_on_hand", "on_hand >= 0");
                    table.ForeignKey(
                        name: "fk_catalog_variants_catalog_products_product",
                        column: x => x.product,
                        principalTable: "catalog_products",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "orders_basket_lines",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    variant = table.Column<Guid>(type: "uuid", nullable: false),
                    quantity = table.Column<int>(type: "integer", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    basket_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_basket_lines", x => x.id);
                    table.ForeignKey(
                        name: "fk_orders_basket_lines_orders_baskets_basket_id",
                        column: x => x.basket_id,
                        principalTable: "orders_baskets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "orders_seller_orders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: false),
                    cooperative_name = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    days_min = table.Column<int>(type: "integer", nullable: false),
                    days_max = table.Column<int>(type: "integer", nullable: false),
                    fee_basis_points = table.Column<int>(type: "integer", nullable: false),
                    closed_until = table.Column<DateOnly>(type: "date", nullable: true),
                    accept_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    to_accept_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    packed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    shipped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    delivered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    delivered_by = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    not_arrived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    carrier = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    parcel_number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    delivery_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    delivery_minor = table.Column<long>(type: "bigint", nullable: false),
                    fee_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fee_minor = table.Column<long>(type: "bigint", nullable: false),
                    goods_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    goods_minor = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_seller_orders", x => x.id);
                    table.ForeignKey(
                        name: "fk_orders_seller_orders_orders_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "orders_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "settlement_lines",
                columns: table => new
                {
                    entry = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    account = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: true),
                    seller_order = table.Column<Guid>(type: "uuid", nullable: true),
                    amount_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settlement_lines", x => new { x.entry, x.number });
                    table.ForeignKey(
                        name: "fk_settlement_lines_settlement_entries_entry",
                        column: x => x.entry,
                        principalTable: "settlement_entries",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stories_products",
                columns: table => new
                {
                    story = table.Column<Guid>(type: "uuid", nullable: false),
                    product = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stories_products", x => new { x.story, x.product });
                    table.ForeignKey(
                        name: "fk_stories_products_stories_stories_story",
                        column: x => x.story,
                        principalTable: "stories_stories",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "orders_lines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    seller_order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    variant = table.Column<Guid>(type: "uuid", nullable: false),
                    product = table.Column<Guid>(type: "uuid", nullable: false),
                    slug = table.Column<string>(type: "text", nullable: false),
                    product_name = table.Column<string>(type: "text", nullable: false),
                    variant_name = table.Column<string>(type: "text", nullable: false),
                    quantity = table.Column<int>(type: "integer", nullable: false),
                    declined = table.Column<int>(type: "integer", nullable: false),
                    decline_reason = table.Column<string>(type: "text", nullable: false),
                    ready_in_days = table.Column<int>(type: "integer", nullable: true),
                    fee_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    fee_minor = table.Column<long>(type: "bigint", nullable: false),
                    unit_price_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    unit_price_minor = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_lines", x => x.id);
                    table.ForeignKey(
                        name: "fk_orders_lines_seller_order_seller_order_id",
                        column: x => x.seller_order_id,
                        principalTable: "orders_seller_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_accounts_normalized_email",
                table: "accounts_accounts",
                column: "normalized_email",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_accounts_accounts_normalized_user_name",
                table: "accounts_accounts",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_accounts_accounts_phone_number",
                table: "accounts_accounts",
                column: "phone_number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_accounts_addresses_person",
                table: "accounts_addresses",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_links_account_id_purpose_created_at",
                table: "accounts_links",
                columns: new[] { "account_id", "purpose", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_sessions_account_id_created_at",
                table: "accounts_sessions",
                columns: new[] { "account_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_rows_at",
                table: "audit_rows",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_audit_rows_cooperative_at",
                table: "audit_rows",
                columns: new[] { "cooperative", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_addresses_slug",
                table: "catalog_addresses",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_catalog_categories_category_from",
                table: "catalog_categories",
                columns: new[] { "category", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_catalog_certificates_product",
                table: "catalog_certificates",
                column: "product");

            migrationBuilder.CreateIndex(
                name: "ix_catalog_edits_product",
                table: "catalog_edits",
                column: "product");

            migrationBuilder.CreateIndex(
                name: "ix_catalog_edits_seen_at_at",
                table: "catalog_edits",
                columns: new[] { "seen_at", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_products_category",
                table: "catalog_products",
                column: "category");

            migrationBuilder.CreateIndex(
                name: "ix_catalog_products_cooperative_state",
                table: "catalog_products",
                columns: new[] { "cooperative", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_products_slug",
                table: "catalog_products",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_catalog_products_state_first_live_at",
                table: "catalog_products",
                columns: new[] { "state", "first_live_at" });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_stock_moves_variant_at",
                table: "catalog_stock_moves",
                columns: new[] { "variant", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_variants_product",
                table: "catalog_variants",
                column: "product");

            migrationBuilder.CreateIndex(
                name: "ix_orders_basket_lines_basket_id_variant",
                table: "orders_basket_lines",
                columns: new[] { "basket_id", "variant" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_orders_baskets_key_hash",
                table: "orders_baskets",
                column: "key_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_orders_baskets_person",
                table: "orders_baskets",
                column: "person",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_orders_baskets_touched_at",
                table: "orders_baskets",
                column: "touched_at");

            migrationBuilder.CreateIndex(
                name: "ix_orders_lines_product",
                table: "orders_lines",
                column: "product");

            migrationBuilder.CreateIndex(
                name: "ix_orders_lines_seller_order_id",
                table: "orders_lines",
                column: "seller_order_id");

            migrationBuilder.CreateIndex(
                name: "ix_orders_lines_variant",
                table: "orders_lines",
                column: "variant");

            migrationBuilder.CreateIndex(
                name: "ix_orders_nudges_seller_order_kind",
                table: "orders_nudges",
                columns: new[] { "seller_order", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_orders_orders_buyer_placed_at",
                table: "orders_orders",
                columns: new[] { "buyer", "placed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_orders_orders_code",
                table: "orders_orders",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_orders_orders_form_key",
                table: "orders_orders",
                column: "form_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_orders_orders_state_pay_by",
                table: "orders_orders",
                columns: new[] { "state", "pay_by" });

            migrationBuilder.CreateIndex(
                name: "ix_orders_seller_orders_cooperative_state",
                table: "orders_seller_orders",
                columns: new[] { "cooperative", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_orders_seller_orders_order_id",
                table: "orders_seller_orders",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_orders_seller_orders_state",
                table: "orders_seller_orders",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_rows_lease_token",
                table: "outbox_rows",
                column: "lease_token");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_rows_state_due_at",
                table: "outbox_rows",
                columns: new[] { "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_payments_money_in_account_direction_reference",
                table: "payments_money_in",
                columns: new[] { "account", "direction", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_payments_money_in_order",
                table: "payments_money_in",
                column: "order");

            migrationBuilder.CreateIndex(
                name: "ix_payments_money_in_source_source_id",
                table: "payments_money_in",
                columns: new[] { "source", "source_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_payments_money_in_state",
                table: "payments_money_in",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_payments_payments_code",
                table: "payments_payments",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_payments_payments_order",
                table: "payments_payments",
                column: "order",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_payments_refunds_due_order",
                table: "payments_refunds_due",
                column: "order");

            migrationBuilder.CreateIndex(
                name: "ix_payments_refunds_due_paid_at",
                table: "payments_refunds_due",
                column: "paid_at");

            migrationBuilder.CreateIndex(
                name: "ix_payments_refunds_due_reference",
                table: "payments_refunds_due",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_photos_photos_cooperative_removed_at",
                table: "photos_photos",
                columns: new[] { "cooperative", "removed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_photos_photos_hash",
                table: "photos_photos",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "ix_photos_photos_state_claimed_until",
                table: "photos_photos",
                columns: new[] { "state", "claimed_until" });

            migrationBuilder.CreateIndex(
                name: "ix_photos_photos_subject_id_position",
                table: "photos_photos",
                columns: new[] { "subject_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_search_words_kind_subject",
                table: "search_words",
                columns: new[] { "kind", "subject" });

            migrationBuilder.CreateIndex(
                name: "ix_sellers_applications_applicant",
                table: "sellers_applications",
                column: "applicant");

            migrationBuilder.CreateIndex(
                name: "ix_sellers_applications_cooperative",
                table: "sellers_applications",
                column: "cooperative");

            migrationBuilder.CreateIndex(
                name: "ix_sellers_applications_open_change_of",
                table: "sellers_applications",
                column: "open_change_of",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sellers_applications_open_for",
                table: "sellers_applications",
                column: "open_for",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sellers_applications_state",
                table: "sellers_applications",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_sellers_closures_cooperative",
                table: "sellers_closures",
                column: "cooperative");

            migrationBuilder.CreateIndex(
                name: "ix_sellers_cooperatives_application",
                table: "sellers_cooperatives",
                column: "application",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sellers_cooperatives_slug",
                table: "sellers_cooperatives",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sellers_invitations_bound_to",
                table: "sellers_invitations",
                column: "bound_to");

            migrationBuilder.CreateIndex(
                name: "ix_sellers_invitations_code_hash",
                table: "sellers_invitations",
                column: "code_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sellers_invitations_cooperative",
                table: "sellers_invitations",
                column: "cooperative");

            migrationBuilder.CreateIndex(
                name: "ix_sellers_invitations_link_hash",
                table: "sellers_invitations",
                column: "link_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sellers_keeping_rules_starts_on",
                table: "sellers_keeping_rules",
                column: "starts_on");

            migrationBuilder.CreateIndex(
                name: "ix_sellers_makers_cooperative",
                table: "sellers_makers",
                column: "cooperative");

            migrationBuilder.CreateIndex(
                name: "ix_sellers_memberships_person",
                table: "sellers_memberships",
                column: "person");

            migrationBuilder.CreateIndex(
                name: "ix_sellers_moves_application",
                table: "sellers_moves",
                column: "application");

            migrationBuilder.CreateIndex(
                name: "ix_sellers_moves_forgotten_at_at",
                table: "sellers_moves",
                columns: new[] { "forgotten_at", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_sellers_names_application",
                table: "sellers_names",
                column: "application");

            migrationBuilder.CreateIndex(
                name: "ix_sellers_names_skeleton",
                table: "sellers_names",
                column: "skeleton",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_settlement_entries_kind_source",
                table: "settlement_entries",
                columns: new[] { "kind", "source" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_settlement_entries_order",
                table: "settlement_entries",
                column: "order");

            migrationBuilder.CreateIndex(
                name: "ix_settlement_fee_rules_from",
                table: "settlement_fee_rules",
                column: "from",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_settlement_holds_cooperative",
                table: "settlement_holds",
                column: "cooperative");

            migrationBuilder.CreateIndex(
                name: "ix_settlement_holds_released_at_due_at",
                table: "settlement_holds",
                columns: new[] { "released_at", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_settlement_lines_account_cooperative",
                table: "settlement_lines",
                columns: new[] { "account", "cooperative" });

            migrationBuilder.CreateIndex(
                name: "ix_settlement_lines_seller_order",
                table: "settlement_lines",
                column: "seller_order");

            migrationBuilder.CreateIndex(
                name: "ix_shipping_blocks_category_place_from",
                table: "shipping_blocks",
                columns: new[] { "category", "place", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_shipping_rules_cooperative_from",
                table: "shipping_rules",
                columns: new[] { "cooperative", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_stories_products_product",
                table: "stories_products",
                column: "product");

            migrationBuilder.CreateIndex(
                name: "ix_stories_stories_cooperative_state",
                table: "stories_stories",
                columns: new[] { "cooperative", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_stories_stories_slug",
                table: "stories_stories",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_stories_stories_state_live_at",
                table: "stories_stories",
                columns: new[] { "state", "live_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts_addresses");

            migrationBuilder.DropTable(
                name: "accounts_links");

            migrationBuilder.DropTable(
                name: "accounts_sessions");

            migrationBuilder.DropTable(
                name: "alerts");

            migrationBuilder.DropTable(
                name: "audit_rows");

            migrationBuilder.DropTable(
                name: "catalog_addresses");

            migrationBuilder.DropTable(
                name: "catalog_categories");

            migrationBuilder.DropTable(
                name: "catalog_certificates");

            migrationBuilder.DropTable(
                name: "catalog_edits");

            migrationBuilder.DropTable(
                name: "catalog_stock_moves");

            migrationBuilder.DropTable(
                name: "catalog_variants");

            migrationBuilder.DropTable(
                name: "orders_basket_lines");

            migrationBuilder.DropTable(
                name: "orders_lines");

            migrationBuilder.DropTable(
                name: "orders_nudges");

            migrationBuilder.DropTable(
                name: "outbox_rows");

            migrationBuilder.DropTable(
                name: "payments_money_in");

            migrationBuilder.DropTable(
                name: "payments_payments");

            migrationBuilder.DropTable(
                name: "payments_refunds_due");

            migrationBuilder.DropTable(
                name: "photos_photos");

            migrationBuilder.DropTable(
                name: "search_words");

            migrationBuilder.DropTable(
                name: "sellers_applications");

            migrationBuilder.DropTable(
                name: "sellers_closures");

            migrationBuilder.DropTable(
                name: "sellers_cooperatives");

            migrationBuilder.DropTable(
                name: "sellers_invitations");

            migrationBuilder.DropTable(
                name: "sellers_keeping_rules");

            migrationBuilder.DropTable(
                name: "sellers_looks");

            migrationBuilder.DropTable(
                name: "sellers_makers");

            migrationBuilder.DropTable(
                name: "sellers_memberships");

            migrationBuilder.DropTable(
                name: "sellers_moves");

            migrationBuilder.DropTable(
                name: "sellers_names");

            migrationBuilder.DropTable(
                name: "settlement_fee_rules");

            migrationBuilder.DropTable(
                name: "settlement_holds");

            migrationBuilder.DropTable(
                name: "settlement_lines");

            migrationBuilder.DropTable(
                name: "shipping_blocks");

            migrationBuilder.DropTable(
                name: "shipping_rules");

            migrationBuilder.DropTable(
                name: "stories_products");

            migrationBuilder.DropTable(
                name: "accounts_accounts");

            migrationBuilder.DropTable(
                name: "catalog_products");

            migrationBuilder.DropTable(
                name: "orders_baskets");

            migrationBuilder.DropTable(
                name: "orders_seller_orders");

            migrationBuilder.DropTable(
                name: "settlement_entries");

            migrationBuilder.DropTable(
                name: "stories_stories");

            migrationBuilder.DropTable(
                name: "orders_orders");
        }
    }
}
