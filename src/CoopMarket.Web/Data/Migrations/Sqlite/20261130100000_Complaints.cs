using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Sqlite
{
    /// <summary>
    /// Every table as it stood on 2026-11-29, in one step. It keeps the id of the last of the steps that it stands for, so that a
    /// market that stands there has taken it (decision 40).
    /// </summary>
    public partial class UpToComplaints : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts_accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    full_name = table.Column<string>(type: "TEXT", maxLength: 800, nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    is_admin = table.Column<bool>(type: "INTEGER", nullable: false),
                    suspended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    suspended_for = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    password_hash = table.Column<string>(type: "TEXT", nullable: true),
                    security_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    concurrency_stamp = table.Column<string>(type: "TEXT", nullable: true),
                    phone_number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    lockout_end = table.Column<long>(type: "INTEGER", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    access_failed_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts_accounts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "accounts_addresses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    phone = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    country = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    province = table.Column<string>(type: "TEXT", nullable: false),
                    commune = table.Column<string>(type: "TEXT", nullable: false),
                    street = table.Column<string>(type: "TEXT", nullable: false),
                    postcode = table.Column<string>(type: "TEXT", nullable: false),
                    is_first = table.Column<bool>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts_addresses", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "alerts",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    detail = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alerts", x => new { x.kind, x.day });
                });

            migrationBuilder.CreateTable(
                name: "audit_rows",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: true),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    about = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    result = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_rows", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_addresses",
                columns: table => new
                {
                    product = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_addresses", x => new { x.product, x.slug });
                });

            migrationBuilder.CreateTable(
                name: "catalog_ahead_sales",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    product = table.Column<Guid>(type: "TEXT", nullable: false),
                    variant = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    quota = table.Column<int>(type: "INTEGER", nullable: false),
                    sold = table.Column<int>(type: "INTEGER", nullable: false),
                    aside = table.Column<int>(type: "INTEGER", nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_ahead_sales", x => x.id);
                    table.CheckConstraint("ck_catalog_ahead_sales_counts", "0 <= aside AND aside <= sold AND sold <= quota");
                });

            migrationBuilder.CreateTable(
                name: "catalog_categories",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    category = table.Column<Guid>(type: "TEXT", nullable: false),
                    parent = table.Column<Guid>(type: "TEXT", nullable: true),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    is_food = table.Column<bool>(type: "INTEGER", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_categories", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_edits",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    product = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    changes = table.Column<string>(type: "TEXT", nullable: false),
                    seen_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_edits", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_forbidden_words",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    words = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    folded = table.Column<string>(type: "TEXT", nullable: false),
                    is_held = table.Column<bool>(type: "INTEGER", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_forbidden_words", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_held_texts",
                columns: table => new
                {
                    product = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    line = table.Column<string>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    use = table.Column<string>(type: "TEXT", nullable: false),
                    other_names = table.Column<string>(type: "TEXT", nullable: false),
                    origins = table.Column<string>(type: "TEXT", nullable: false),
                    category = table.Column<Guid>(type: "TEXT", nullable: true),
                    words = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: true),
                    admin_note = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_held_texts", x => x.product);
                });

            migrationBuilder.CreateTable(
                name: "catalog_products",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    line = table.Column<string>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    use = table.Column<string>(type: "TEXT", nullable: false),
                    other_names = table.Column<string>(type: "TEXT", nullable: false),
                    origins = table.Column<string>(type: "TEXT", nullable: false),
                    category = table.Column<Guid>(type: "TEXT", nullable: true),
                    village = table.Column<string>(type: "TEXT", nullable: false),
                    commune_code = table.Column<string>(type: "TEXT", nullable: false),
                    maker = table.Column<Guid>(type: "TEXT", nullable: true),
                    season_bits = table.Column<int>(type: "INTEGER", nullable: false),
                    made_to_order_days = table.Column<int>(type: "INTEGER", nullable: true),
                    vat = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    withdrawn_by = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    needs_look = table.Column<bool>(type: "INTEGER", nullable: false),
                    admin_note = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: false),
                    submitted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    first_live_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_products", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "catalog_stock_moves",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    variant = table.Column<Guid>(type: "TEXT", nullable: false),
                    cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    change = table.Column<int>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_catalog_stock_moves", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "certificates_certificates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    stars = table.Column<int>(type: "INTEGER", nullable: true),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    issuer = table.Column<string>(type: "TEXT", nullable: false),
                    issued = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    expires = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    paper = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    checked_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    checked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reminded = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificates_certificates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "complaints_complaints",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    form_key = table.Column<string>(type: "TEXT", maxLength: 22, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    order_code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: true),
                    product = table.Column<Guid>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", maxLength: 800, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 254, nullable: false),
                    phone = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: true),
                    secret_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    sealed_secret = table.Column<string>(type: "TEXT", nullable: false),
                    received_at = table.Column<long>(type: "INTEGER", nullable: false),
                    answer_by = table.Column<long>(type: "INTEGER", nullable: false),
                    settle_by = table.Column<long>(type: "INTEGER", nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    settled_by = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    move_count = table.Column<int>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_complaints_complaints", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "complaints_terms",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    answer_hours = table.Column<int>(type: "INTEGER", nullable: false),
                    settle_days = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    added_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_complaints_terms", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "income_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    source = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    share = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    member = table.Column<Guid>(type: "TEXT", nullable: true),
                    part = table.Column<Guid>(type: "TEXT", nullable: true),
                    share_number = table.Column<int>(type: "INTEGER", nullable: false),
                    product = table.Column<Guid>(type: "TEXT", nullable: true),
                    payment = table.Column<Guid>(type: "TEXT", nullable: true),
                    happened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    posted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    amount_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_income_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "income_payments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    member = table.Column<Guid>(type: "TEXT", nullable: false),
                    way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    is_advance = table.Column<bool>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sealed_code = table.Column<string>(type: "TEXT", nullable: false),
                    wrong_tries = table.Column<int>(type: "INTEGER", nullable: false),
                    witnessed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    amount_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_income_payments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "income_producers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    commune_code = table.Column<string>(type: "TEXT", nullable: false),
                    agreed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    may_be_named = table.Column<bool>(type: "INTEGER", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    paused_at = table.Column<long>(type: "INTEGER", nullable: true),
                    link_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    sealed_link = table.Column<string>(type: "TEXT", nullable: false),
                    link_made_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_income_producers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "income_sales",
                columns: table => new
                {
                    part = table.Column<Guid>(type: "TEXT", nullable: false),
                    order = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    sold_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_income_sales", x => x.part);
                });

            migrationBuilder.CreateTable(
                name: "income_sharings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    product = table.Column<Guid>(type: "TEXT", nullable: false),
                    lot = table.Column<Guid>(type: "TEXT", nullable: true),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    added_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_income_sharings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "links_links",
                columns: table => new
                {
                    code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    product = table.Column<Guid>(type: "TEXT", nullable: true),
                    story = table.Column<Guid>(type: "TEXT", nullable: true),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: true),
                    given_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_links_links", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "lots_keepings",
                columns: table => new
                {
                    product = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lots_keepings", x => x.product);
                });

            migrationBuilder.CreateTable(
                name: "lots_lots",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    product = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 30, nullable: false),
                    folded_number = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    made_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    village = table.Column<string>(type: "TEXT", nullable: false),
                    commune_code = table.Column<string>(type: "TEXT", nullable: false),
                    maker = table.Column<Guid>(type: "TEXT", nullable: true),
                    made_by = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<string>(type: "TEXT", nullable: false),
                    best_before = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    notes = table.Column<string>(type: "TEXT", nullable: false),
                    papers = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    recall_reason = table.Column<string>(type: "TEXT", nullable: false),
                    recalled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    recalled_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lots_lots", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "orders_baskets",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    person = table.Column<Guid>(type: "TEXT", nullable: true),
                    touched_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changes = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_baskets", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "orders_nudges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seller_order = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_nudges", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "orders_orders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    form_key = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    secret_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    sealed_secret = table.Column<string>(type: "TEXT", nullable: false),
                    buyer = table.Column<Guid>(type: "TEXT", nullable: true),
                    language = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    rules = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    placed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    pay_by = table.Column<long>(type: "INTEGER", nullable: true),
                    paid_at = table.Column<long>(type: "INTEGER", nullable: true),
                    moves = table.Column<int>(type: "INTEGER", nullable: false),
                    address_commune = table.Column<string>(type: "TEXT", nullable: false),
                    address_country = table.Column<string>(type: "TEXT", nullable: false),
                    address_postcode = table.Column<string>(type: "TEXT", nullable: false),
                    address_province = table.Column<string>(type: "TEXT", nullable: false),
                    address_street = table.Column<string>(type: "TEXT", nullable: false),
                    charged_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    charged_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    invoice_address = table.Column<string>(type: "TEXT", nullable: false),
                    invoice_email = table.Column<string>(type: "TEXT", nullable: false),
                    invoice_name = table.Column<string>(type: "TEXT", nullable: false),
                    invoice_tax_code = table.Column<string>(type: "TEXT", nullable: false),
                    terms_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    terms_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    terms_margin_basis_points = table.Column<int>(type: "INTEGER", nullable: false),
                    terms_per_unit = table.Column<long>(type: "INTEGER", nullable: false),
                    to_email = table.Column<string>(type: "TEXT", nullable: false),
                    to_name = table.Column<string>(type: "TEXT", nullable: false),
                    to_phone = table.Column<string>(type: "TEXT", nullable: false),
                    total_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    total_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_orders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "orders_returns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order = table.Column<Guid>(type: "TEXT", nullable: false),
                    seller_order = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    words = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    answer = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_returns", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "orders_withdrawals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_withdrawals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outbox_rows",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    @event = table.Column<string>(name: "event", type: "TEXT", nullable: false),
                    event_version = table.Column<int>(type: "INTEGER", nullable: false),
                    subscriber = table.Column<string>(type: "TEXT", nullable: false),
                    payload = table.Column<string>(type: "TEXT", nullable: false),
                    raised_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    leased_until = table.Column<long>(type: "INTEGER", nullable: true),
                    lease_token = table.Column<Guid>(type: "TEXT", nullable: true),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    last_error = table.Column<string>(type: "TEXT", nullable: true),
                    done_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox_rows", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "payments_card_attempts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    payment = table.Column<Guid>(type: "TEXT", nullable: false),
                    order = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    session = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    page = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    begun_at = table.Column<long>(type: "INTEGER", nullable: false),
                    closes_at = table.Column<long>(type: "INTEGER", nullable: false),
                    asked_until = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    amount_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    charged_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    charged_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments_card_attempts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "payments_card_events",
                columns: table => new
                {
                    id = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    api_version = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    account = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    is_live = table.Column<bool>(type: "INTEGER", nullable: false),
                    happened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    stored_at = table.Column<long>(type: "INTEGER", nullable: false),
                    session = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    charge = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: true),
                    currency = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    is_paid = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    flaw = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments_card_events", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "payments_card_exchanges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    written_at = table.Column<long>(type: "INTEGER", nullable: false),
                    written_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    dong_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    dong_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    foreign_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    foreign_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments_card_exchanges", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "payments_cash_parcels",
                columns: table => new
                {
                    seller_order = table.Column<Guid>(type: "TEXT", nullable: false),
                    order = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    carrier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    is_for_market = table.Column<bool>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    collected_at = table.Column<long>(type: "INTEGER", nullable: true),
                    listed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    amount_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    carrier_fee_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    carrier_fee_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    paid_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    paid_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments_cash_parcels", x => x.seller_order);
                });

            migrationBuilder.CreateTable(
                name: "payments_money_in",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    source_id = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    account = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    direction = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 140, nullable: false),
                    bank = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    booked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    stored_at = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    order = table.Column<Guid>(type: "TEXT", nullable: true),
                    refund = table.Column<Guid>(type: "TEXT", nullable: true),
                    payout = table.Column<Guid>(type: "TEXT", nullable: true),
                    payout_position = table.Column<int>(type: "INTEGER", nullable: true),
                    is_from_cards = table.Column<bool>(type: "INTEGER", nullable: false),
                    tax_month = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reverses = table.Column<Guid>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    is_doubtful = table.Column<bool>(type: "INTEGER", nullable: false),
                    amount_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    applied_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    applied_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    carried_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    carried_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    kept_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    kept_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    moved_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    moved_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments_money_in", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "payments_payments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    pay_by = table.Column<long>(type: "INTEGER", nullable: true),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    settled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    disputed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    charged_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    charged_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    expected_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    expected_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    paid_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    paid_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments_payments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "payments_refund_accounts",
                columns: table => new
                {
                    order = table.Column<Guid>(type: "TEXT", nullable: false),
                    bin = table.Column<string>(type: "TEXT", maxLength: 6, nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 19, nullable: false),
                    holder = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    told_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments_refund_accounts", x => x.order);
                });

            migrationBuilder.CreateTable(
                name: "payments_refunds_due",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order = table.Column<Guid>(type: "TEXT", nullable: true),
                    code = table.Column<string>(type: "TEXT", maxLength: 10, nullable: false),
                    seller_order = table.Column<Guid>(type: "TEXT", nullable: true),
                    money_in = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    opened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    paid_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    failed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    call = table.Column<Guid>(type: "TEXT", nullable: true),
                    charge = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    called_at = table.Column<long>(type: "INTEGER", nullable: true),
                    is_uncertain = table.Column<bool>(type: "INTEGER", nullable: false),
                    asked_until = table.Column<long>(type: "INTEGER", nullable: true),
                    refused_for = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    agreed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    seconded_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    amount_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    moved_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    moved_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    set_off_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    set_off_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments_refunds_due", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "payments_remitted_cash",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    money = table.Column<Guid>(type: "TEXT", nullable: false),
                    order = table.Column<Guid>(type: "TEXT", nullable: false),
                    seller_order = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    taken_at = table.Column<long>(type: "INTEGER", nullable: false),
                    cash_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    cash_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    fee_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    fee_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments_remitted_cash", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "payments_statements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    uploaded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    lines = table.Column<string>(type: "TEXT", nullable: false),
                    total = table.Column<int>(type: "INTEGER", nullable: false),
                    taken = table.Column<int>(type: "INTEGER", nullable: false),
                    known = table.Column<int>(type: "INTEGER", nullable: false),
                    begun_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    closing_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    closing_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    opening_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    opening_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payments_statements", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "photos_photos",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: true),
                    subject_kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    alt = table.Column<string>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    width = table.Column<int>(type: "INTEGER", nullable: false),
                    height = table.Column<int>(type: "INTEGER", nullable: false),
                    colors = table.Column<string>(type: "TEXT", maxLength: 78, nullable: false),
                    focus_x = table.Column<int>(type: "INTEGER", nullable: false),
                    focus_y = table.Column<int>(type: "INTEGER", nullable: false),
                    weights = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    claimed_until = table.Column<long>(type: "INTEGER", nullable: true),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_photos_photos", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rates_margins",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    basis_points = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    added_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rates_margins", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rates_rates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    per_unit = table.Column<long>(type: "INTEGER", nullable: false),
                    source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    added_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rates_rates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rates_readings",
                columns: table => new
                {
                    source = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    read_at = table.Column<long>(type: "INTEGER", nullable: true),
                    failing_since = table.Column<long>(type: "INTEGER", nullable: true),
                    taken = table.Column<int>(type: "INTEGER", nullable: false),
                    refused = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rates_readings", x => x.source);
                });

            migrationBuilder.CreateTable(
                name: "reviews_reviews",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    line = table.Column<Guid>(type: "TEXT", nullable: false),
                    order = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    product = table.Column<Guid>(type: "TEXT", nullable: false),
                    product_name = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    stars = table.Column<int>(type: "INTEGER", nullable: false),
                    words = table.Column<string>(type: "TEXT", maxLength: 16000, nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 320, nullable: false),
                    translations = table.Column<string>(type: "TEXT", nullable: false),
                    written_at = table.Column<long>(type: "INTEGER", nullable: false),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false),
                    answer_language = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    answered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    hidden_because = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    open_reports = table.Column<int>(type: "INTEGER", nullable: false),
                    move_count = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reviews_reviews", x => x.id);
                    table.CheckConstraint("ck_reviews_reviews_stars", "1 <= stars AND stars <= 5");
                });

            migrationBuilder.CreateTable(
                name: "search_changes",
                columns: table => new
                {
                    id = table.Column<int>(type: "INTEGER", nullable: false),
                    count = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_changes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "search_ways",
                columns: table => new
                {
                    way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    word = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_ways", x => new { x.way, x.word });
                });

            migrationBuilder.CreateTable(
                name: "search_words",
                columns: table => new
                {
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    subject = table.Column<Guid>(type: "TEXT", nullable: false),
                    word = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    marked = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    points = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_search_words", x => new { x.kind, x.subject, x.word, x.marked });
                });

            migrationBuilder.CreateTable(
                name: "sellers_applications",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    applicant = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: true),
                    is_change = table.Column<bool>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    details = table.Column<string>(type: "TEXT", nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    saved_at = table.Column<long>(type: "INTEGER", nullable: false),
                    submitted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    answer = table.Column<string>(type: "TEXT", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    forgotten_at = table.Column<long>(type: "INTEGER", nullable: true),
                    open_for = table.Column<Guid>(type: "TEXT", nullable: true),
                    open_change_of = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sellers_applications", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sellers_closures",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sellers_closures", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sellers_cooperatives",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    application = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    legal_name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    band_turn = table.Column<int>(type: "INTEGER", nullable: false),
                    tax_code = table.Column<string>(type: "TEXT", nullable: false),
                    representative = table.Column<string>(type: "TEXT", nullable: false),
                    province = table.Column<string>(type: "TEXT", nullable: false),
                    commune_code = table.Column<string>(type: "TEXT", nullable: false),
                    commune = table.Column<string>(type: "TEXT", nullable: false),
                    village = table.Column<string>(type: "TEXT", nullable: false),
                    phone = table.Column<string>(type: "TEXT", nullable: false),
                    bank_bin = table.Column<string>(type: "TEXT", nullable: false),
                    bank_account = table.Column<string>(type: "TEXT", nullable: false),
                    bank_account_name = table.Column<string>(type: "TEXT", nullable: false),
                    bank_since = table.Column<long>(type: "INTEGER", nullable: false),
                    makes = table.Column<string>(type: "TEXT", nullable: false),
                    line = table.Column<string>(type: "TEXT", nullable: false),
                    about = table.Column<string>(type: "TEXT", nullable: false),
                    quote = table.Column<string>(type: "TEXT", nullable: false),
                    origins = table.Column<string>(type: "TEXT", nullable: false),
                    calls_first = table.Column<bool>(type: "INTEGER", nullable: false),
                    approved_at = table.Column<long>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sellers_cooperatives", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sellers_invitations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    bound_to = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    link_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    code_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    invited_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    invited_at = table.Column<long>(type: "INTEGER", nullable: false),
                    taken_at = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sellers_invitations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sellers_keeping_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    months = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sellers_keeping_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sellers_looks",
                columns: table => new
                {
                    application = table.Column<Guid>(type: "TEXT", nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    details = table.Column<string>(type: "TEXT", nullable: false),
                    admin = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sellers_looks", x => new { x.application, x.fingerprint });
                });

            migrationBuilder.CreateTable(
                name: "sellers_makers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    village = table.Column<string>(type: "TEXT", nullable: false),
                    about = table.Column<string>(type: "TEXT", nullable: false),
                    agreed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    left_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sellers_makers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sellers_memberships",
                columns: table => new
                {
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    person = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    joined_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sellers_memberships", x => new { x.cooperative, x.person });
                });

            migrationBuilder.CreateTable(
                name: "sellers_moves",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    application = table.Column<Guid>(type: "TEXT", nullable: false),
                    from = table.Column<string>(type: "TEXT", nullable: false),
                    to = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    actor = table.Column<Guid>(type: "TEXT", nullable: true),
                    actor_name = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    forgotten_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sellers_moves", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sellers_names",
                columns: table => new
                {
                    skeleton = table.Column<string>(type: "TEXT", nullable: false),
                    application = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sellers_names", x => new { x.skeleton, x.application });
                });

            migrationBuilder.CreateTable(
                name: "settlement_connected_accounts",
                columns: table => new
                {
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    account = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    calls = table.Column<int>(type: "INTEGER", nullable: false),
                    called_at = table.Column<long>(type: "INTEGER", nullable: false),
                    refused_for = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    has_told = table.Column<bool>(type: "INTEGER", nullable: false),
                    takes_transfers = table.Column<bool>(type: "INTEGER", nullable: false),
                    pays_out = table.Column<bool>(type: "INTEGER", nullable: false),
                    able_since = table.Column<long>(type: "INTEGER", nullable: true),
                    read_at = table.Column<long>(type: "INTEGER", nullable: true),
                    heard_at = table.Column<long>(type: "INTEGER", nullable: true),
                    asked_until = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settlement_connected_accounts", x => x.cooperative);
                });

            migrationBuilder.CreateTable(
                name: "settlement_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    source = table.Column<Guid>(type: "TEXT", nullable: false),
                    order = table.Column<Guid>(type: "TEXT", nullable: true),
                    happened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    posted_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settlement_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "settlement_fee_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    basis_points = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    added_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settlement_fee_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "settlement_holds",
                columns: table => new
                {
                    seller_order = table.Column<Guid>(type: "TEXT", nullable: false),
                    order = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    delivered_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    stopped_at = table.Column<long>(type: "INTEGER", nullable: true),
                    released_at = table.Column<long>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settlement_holds", x => x.seller_order);
                });

            migrationBuilder.CreateTable(
                name: "settlement_payout_runs",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    drafted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    drafted_by = table.Column<Guid>(type: "TEXT", nullable: false),
                    approved_at = table.Column<long>(type: "INTEGER", nullable: true),
                    approved_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settlement_payout_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "settlement_vat_rates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    @class = table.Column<string>(name: "class", type: "TEXT", maxLength: 40, nullable: false),
                    basis_points = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    added_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settlement_vat_rates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "settlement_withheld_taxes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    source = table.Column<Guid>(type: "TEXT", nullable: false),
                    order = table.Column<Guid>(type: "TEXT", nullable: false),
                    seller_order = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    vat_basis_points = table.Column<int>(type: "INTEGER", nullable: false),
                    income_basis_points = table.Column<int>(type: "INTEGER", nullable: false),
                    happened_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    base_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    base_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    income_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    income_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    vat_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    vat_minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settlement_withheld_taxes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "settlement_withholding_rates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    vat_basis_points = table.Column<int>(type: "INTEGER", nullable: false),
                    income_basis_points = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    added_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settlement_withholding_rates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shipping_blocks",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    category = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    place = table.Column<string>(type: "TEXT", maxLength: 2, nullable: false),
                    is_blocked = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shipping_blocks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shipping_cash_agreements",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    carrier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    pays_market = table.Column<bool>(type: "INTEGER", nullable: false),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    added_by = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shipping_cash_agreements", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "shipping_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: true),
                    from = table.Column<long>(type: "INTEGER", nullable: false),
                    rates = table.Column<string>(type: "TEXT", nullable: false),
                    pick_up = table.Column<bool>(type: "INTEGER", nullable: false),
                    by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shipping_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stories_consents",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    story = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    about = table.Column<Guid>(type: "TEXT", nullable: false),
                    who = table.Column<string>(type: "TEXT", nullable: false),
                    what_for = table.Column<string>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    given_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    withdrawn_at = table.Column<long>(type: "INTEGER", nullable: true),
                    withdrawn_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stories_consents", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stories_recordings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    story = table.Column<Guid>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    bytes = table.Column<int>(type: "INTEGER", nullable: false),
                    milliseconds = table.Column<int>(type: "INTEGER", nullable: false),
                    who = table.Column<string>(type: "TEXT", nullable: false),
                    language = table.Column<string>(type: "TEXT", maxLength: 3, nullable: false),
                    transcript = table.Column<string>(type: "TEXT", nullable: false),
                    translations = table.Column<string>(type: "TEXT", nullable: false),
                    lines = table.Column<string>(type: "TEXT", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stories_recordings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stories_stories",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    maker = table.Column<Guid>(type: "TEXT", nullable: true),
                    slug = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    lead = table.Column<string>(type: "TEXT", nullable: false),
                    body = table.Column<string>(type: "TEXT", nullable: false),
                    origins = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    withdrawn_because = table.Column<string>(type: "TEXT", nullable: true),
                    held_words = table.Column<string>(type: "TEXT", nullable: false),
                    begun_at = table.Column<long>(type: "INTEGER", nullable: false),
                    live_at = table.Column<long>(type: "INTEGER", nullable: true),
                    changed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stories_stories", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "accounts_authenticators",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sealed_secret = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    last_step = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts_authenticators", x => x.account_id);
                    table.ForeignKey(
                        name: "fk_accounts_authenticators_accounts_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    bound_to = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    code_hash = table.Column<string>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    spent_at = table.Column<long>(type: "INTEGER", nullable: true)
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
                name: "accounts_passkeys",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    credential_id = table.Column<byte[]>(type: "BLOB", maxLength: 1023, nullable: false),
                    public_key = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 480, nullable: false),
                    since = table.Column<long>(type: "INTEGER", nullable: false),
                    used_at = table.Column<long>(type: "INTEGER", nullable: true),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: true),
                    sign_count = table.Column<long>(type: "INTEGER", nullable: false),
                    transports = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    may_be_backed_up = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_backed_up = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts_passkeys", x => x.id);
                    table.ForeignKey(
                        name: "fk_accounts_passkeys_accounts_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_recovery_codes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    used_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts_recovery_codes", x => x.id);
                    table.ForeignKey(
                        name: "fk_accounts_recovery_codes_accounts_accounts_account_id",
                        column: x => x.account_id,
                        principalTable: "accounts_accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "accounts_sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    account_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    stamp = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    last_seen_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    address = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    device = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
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
                name: "catalog_variants",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    product = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    net_amount = table.Column<int>(type: "INTEGER", nullable: false),
                    on_hand = table.Column<int>(type: "INTEGER", nullable: false),
                    parcel_grams = table.Column<int>(type: "INTEGER", nullable: false),
                    length_mm = table.Column<int>(type: "INTEGER", nullable: false),
                    width_mm = table.Column<int>(type: "INTEGER", nullable: false),
                    height_mm = table.Column<int>(type: "INTEGER", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    is_offered = table.Column<bool>(type: "INTEGER", nullable: false),
                    price_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    price_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "certificates_products",
                columns: table => new
                {
                    certificate = table.Column<Guid>(type: "TEXT", nullable: false),
                    product = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_certificates_products", x => new { x.certificate, x.product });
                    table.ForeignKey(
                        name: "fk_certificates_products_certificates_certificates_certificate",
                        column: x => x.certificate,
                        principalTable: "certificates_certificates",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "complaints_moves",
                columns: table => new
                {
                    complaint = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    words = table.Column<string>(type: "TEXT", maxLength: 32000, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_complaints_moves", x => new { x.complaint, x.number });
                    table.ForeignKey(
                        name: "fk_complaints_moves_complaints_complaints_complaint",
                        column: x => x.complaint,
                        principalTable: "complaints_complaints",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "income_sale_shares",
                columns: table => new
                {
                    part = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    line = table.Column<Guid>(type: "TEXT", nullable: true),
                    product = table.Column<Guid>(type: "TEXT", nullable: true),
                    lot = table.Column<Guid>(type: "TEXT", nullable: true),
                    pieces = table.Column<int>(type: "INTEGER", nullable: true),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    member = table.Column<Guid>(type: "TEXT", nullable: true),
                    parts = table.Column<int>(type: "INTEGER", nullable: false),
                    amount_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    per_unit_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    per_unit_minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_income_sale_shares", x => new { x.part, x.number });
                    table.ForeignKey(
                        name: "fk_income_sale_shares_income_sales_part",
                        column: x => x.part,
                        principalTable: "income_sales",
                        principalColumn: "part",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "income_sharing_terms",
                columns: table => new
                {
                    sharing = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    member = table.Column<Guid>(type: "TEXT", nullable: true),
                    parts = table.Column<int>(type: "INTEGER", nullable: false),
                    per_unit_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    per_unit_minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_income_sharing_terms", x => new { x.sharing, x.number });
                    table.ForeignKey(
                        name: "fk_income_sharing_terms_income_sharings_sharing",
                        column: x => x.sharing,
                        principalTable: "income_sharings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lots_allotments",
                columns: table => new
                {
                    line = table.Column<Guid>(type: "TEXT", nullable: false),
                    lot = table.Column<Guid>(type: "TEXT", nullable: false),
                    variant = table.Column<Guid>(type: "TEXT", nullable: false),
                    pieces = table.Column<int>(type: "INTEGER", nullable: false),
                    took_stock = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lots_allotments", x => new { x.line, x.lot });
                    table.ForeignKey(
                        name: "fk_lots_allotments_lot_lot",
                        column: x => x.lot,
                        principalTable: "lots_lots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lots_stocks",
                columns: table => new
                {
                    lot = table.Column<Guid>(type: "TEXT", nullable: false),
                    variant = table.Column<Guid>(type: "TEXT", nullable: false),
                    pieces = table.Column<int>(type: "INTEGER", nullable: false),
                    aside = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lots_stocks", x => new { x.lot, x.variant });
                    table.CheckConstraint("ck_lots_stocks_pieces", "0 <= pieces AND 0 <= aside");
                    table.ForeignKey(
                        name: "fk_lots_stocks_lots_lots_lot",
                        column: x => x.lot,
                        principalTable: "lots_lots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "lots_visits",
                columns: table => new
                {
                    lot = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lots_visits", x => new { x.lot, x.day });
                    table.CheckConstraint("ck_lots_visits_count", "0 < count");
                    table.ForeignKey(
                        name: "fk_lots_visits_lots_lots_lot",
                        column: x => x.lot,
                        principalTable: "lots_lots",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "orders_basket_lines",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    variant = table.Column<Guid>(type: "TEXT", nullable: false),
                    quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    added_at = table.Column<long>(type: "INTEGER", nullable: false),
                    basket_id = table.Column<Guid>(type: "TEXT", nullable: false)
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
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative_name = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    delivery_vat_basis_points = table.Column<int>(type: "INTEGER", nullable: true),
                    days_min = table.Column<int>(type: "INTEGER", nullable: false),
                    days_max = table.Column<int>(type: "INTEGER", nullable: false),
                    calls_first = table.Column<bool>(type: "INTEGER", nullable: false),
                    fee_basis_points = table.Column<int>(type: "INTEGER", nullable: false),
                    send_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    send_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    accept_by = table.Column<long>(type: "INTEGER", nullable: true),
                    to_accept_at = table.Column<long>(type: "INTEGER", nullable: true),
                    accepted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    packed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    shipped_at = table.Column<long>(type: "INTEGER", nullable: true),
                    delivered_at = table.Column<long>(type: "INTEGER", nullable: true),
                    delivered_by = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    not_arrived_at = table.Column<long>(type: "INTEGER", nullable: true),
                    carrier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    is_cash_for_market = table.Column<bool>(type: "INTEGER", nullable: false),
                    parcel_number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    charged_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    charged_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    delivery_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    delivery_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    fee_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    fee_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    goods_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    goods_minor = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "orders_return_lines",
                columns: table => new
                {
                    line = table.Column<Guid>(type: "TEXT", nullable: false),
                    return_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    quantity = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_orders_return_lines", x => new { x.return_id, x.line });
                    table.ForeignKey(
                        name: "fk_orders_return_lines_orders_returns_return_id",
                        column: x => x.return_id,
                        principalTable: "orders_returns",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "orders_withdrawal_lines",
                columns: table => new
                {
                    line = table.Column<Guid>(type: "TEXT", nullable: false),
                    withdrawal_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    quantity = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_withdrawal_lines", x => new { x.withdrawal_id, x.line });
                    table.ForeignKey(
                        name: "fk_orders_withdrawal_lines_orders_withdrawals_withdrawal_id",
                        column: x => x.withdrawal_id,
                        principalTable: "orders_withdrawals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reviews_moves",
                columns: table => new
                {
                    review = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    by = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    stars = table.Column<int>(type: "INTEGER", nullable: false),
                    words = table.Column<string>(type: "TEXT", maxLength: 16000, nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reviews_moves", x => new { x.review, x.number });
                    table.ForeignKey(
                        name: "fk_reviews_moves_reviews_reviews_review",
                        column: x => x.review,
                        principalTable: "reviews_reviews",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "settlement_lines",
                columns: table => new
                {
                    entry = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    account = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: true),
                    seller_order = table.Column<Guid>(type: "TEXT", nullable: true),
                    amount_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "settlement_payouts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    run = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    bin = table.Column<string>(type: "TEXT", nullable: false),
                    account_number = table.Column<string>(type: "TEXT", nullable: false),
                    account_holder = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    returned_at = table.Column<long>(type: "INTEGER", nullable: true),
                    connected = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    is_asked = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_uncertain = table.Column<bool>(type: "INTEGER", nullable: false),
                    called_at = table.Column<long>(type: "INTEGER", nullable: true),
                    lost_calls = table.Column<int>(type: "INTEGER", nullable: false),
                    asked_until = table.Column<long>(type: "INTEGER", nullable: true),
                    heard_at = table.Column<long>(type: "INTEGER", nullable: true),
                    amount_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    fees_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    fees_minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settlement_payouts", x => x.id);
                    table.ForeignKey(
                        name: "fk_settlement_payouts_settlement_payout_runs_run",
                        column: x => x.run,
                        principalTable: "settlement_payout_runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stories_products",
                columns: table => new
                {
                    story = table.Column<Guid>(type: "TEXT", nullable: false),
                    product = table.Column<Guid>(type: "TEXT", nullable: false)
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
                name: "orders_further_parcels",
                columns: table => new
                {
                    seller_order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    carrier = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_further_parcels", x => new { x.seller_order_id, x.number });
                    table.ForeignKey(
                        name: "fk_orders_further_parcels_orders_seller_orders_seller_order_id",
                        column: x => x.seller_order_id,
                        principalTable: "orders_seller_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "orders_lines",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seller_order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    variant = table.Column<Guid>(type: "TEXT", nullable: false),
                    product = table.Column<Guid>(type: "TEXT", nullable: false),
                    slug = table.Column<string>(type: "TEXT", nullable: false),
                    product_name = table.Column<string>(type: "TEXT", nullable: false),
                    variant_name = table.Column<string>(type: "TEXT", nullable: false),
                    quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    declined = table.Column<int>(type: "INTEGER", nullable: false),
                    decline_reason = table.Column<string>(type: "TEXT", nullable: false),
                    ready_in_days = table.Column<int>(type: "INTEGER", nullable: true),
                    returnable = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    vat = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    vat_basis_points = table.Column<int>(type: "INTEGER", nullable: true),
                    supply = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ahead = table.Column<Guid>(type: "TEXT", nullable: true),
                    send_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    send_by = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    fee_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    fee_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    unit_price_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    unit_price_minor = table.Column<long>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "orders_part_refunds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seller_order_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    line = table.Column<Guid>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    granted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    amount_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false),
                    fee_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    fee_minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_orders_part_refunds", x => x.id);
                    table.ForeignKey(
                        name: "fk_orders_part_refunds_seller_order_seller_order_id",
                        column: x => x.seller_order_id,
                        principalTable: "orders_seller_orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "settlement_transfer_reversals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    payout = table.Column<Guid>(type: "TEXT", nullable: false),
                    cooperative = table.Column<Guid>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    proposed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    proposed_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    seconded_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    refused_for = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    called_at = table.Column<long>(type: "INTEGER", nullable: true),
                    lost_calls = table.Column<int>(type: "INTEGER", nullable: false),
                    asked_until = table.Column<long>(type: "INTEGER", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    amount_currency = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    amount_minor = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settlement_transfer_reversals", x => x.id);
                    table.ForeignKey(
                        name: "fk_settlement_transfer_reversals_settlement_payouts_payout",
                        column: x => x.payout,
                        principalTable: "settlement_payouts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
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
                name: "ix_accounts_passkeys_account_id",
                table: "accounts_passkeys",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_passkeys_credential_id",
                table: "accounts_passkeys",
                column: "credential_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_accounts_recovery_codes_account_id",
                table: "accounts_recovery_codes",
                column: "account_id");

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
                name: "ix_catalog_ahead_sales_product",
                table: "catalog_ahead_sales",
                column: "product");

            migrationBuilder.CreateIndex(
                name: "ix_catalog_ahead_sales_variant",
                table: "catalog_ahead_sales",
                column: "variant");

            migrationBuilder.CreateIndex(
                name: "ix_catalog_ahead_sales_variant1",
                table: "catalog_ahead_sales",
                column: "variant",
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_catalog_categories_category_from",
                table: "catalog_categories",
                columns: new[] { "category", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_catalog_edits_product",
                table: "catalog_edits",
                column: "product");

            migrationBuilder.CreateIndex(
                name: "ix_catalog_edits_seen_at_at",
                table: "catalog_edits",
                columns: new[] { "seen_at", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_catalog_forbidden_words_from",
                table: "catalog_forbidden_words",
                column: "from");

            migrationBuilder.CreateIndex(
                name: "ix_catalog_held_texts_at",
                table: "catalog_held_texts",
                column: "at");

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
                name: "ix_certificates_certificates_cooperative",
                table: "certificates_certificates",
                column: "cooperative");

            migrationBuilder.CreateIndex(
                name: "ix_certificates_certificates_state_expires",
                table: "certificates_certificates",
                columns: new[] { "state", "expires" });

            migrationBuilder.CreateIndex(
                name: "ix_certificates_products_product",
                table: "certificates_products",
                column: "product");

            migrationBuilder.CreateIndex(
                name: "ix_complaints_complaints_code",
                table: "complaints_complaints",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_complaints_complaints_cooperative_received_at",
                table: "complaints_complaints",
                columns: new[] { "cooperative", "received_at" });

            migrationBuilder.CreateIndex(
                name: "ix_complaints_complaints_due_at",
                table: "complaints_complaints",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "ix_complaints_complaints_form_key",
                table: "complaints_complaints",
                column: "form_key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_complaints_terms_kind_from",
                table: "complaints_terms",
                columns: new[] { "kind", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_income_entries_cooperative_member",
                table: "income_entries",
                columns: new[] { "cooperative", "member" });

            migrationBuilder.CreateIndex(
                name: "ix_income_entries_kind_source_number",
                table: "income_entries",
                columns: new[] { "kind", "source", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_income_entries_part",
                table: "income_entries",
                column: "part");

            migrationBuilder.CreateIndex(
                name: "ix_income_payments_cooperative_state",
                table: "income_payments",
                columns: new[] { "cooperative", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_income_payments_member",
                table: "income_payments",
                column: "member");

            migrationBuilder.CreateIndex(
                name: "ix_income_producers_cooperative",
                table: "income_producers",
                column: "cooperative");

            migrationBuilder.CreateIndex(
                name: "ix_income_producers_link_hash",
                table: "income_producers",
                column: "link_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_income_sales_cooperative",
                table: "income_sales",
                column: "cooperative");

            migrationBuilder.CreateIndex(
                name: "ix_income_sharings_lot_from",
                table: "income_sharings",
                columns: new[] { "lot", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_income_sharings_product_from",
                table: "income_sharings",
                columns: new[] { "product", "from" },
                unique: true,
                filter: "lot IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_links_links_cooperative",
                table: "links_links",
                column: "cooperative",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_links_links_product",
                table: "links_links",
                column: "product",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_links_links_story",
                table: "links_links",
                column: "story",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lots_allotments_lot",
                table: "lots_allotments",
                column: "lot");

            migrationBuilder.CreateIndex(
                name: "ix_lots_lots_code",
                table: "lots_lots",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lots_lots_cooperative_folded_number",
                table: "lots_lots",
                columns: new[] { "cooperative", "folded_number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_lots_lots_product_state",
                table: "lots_lots",
                columns: new[] { "product", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_lots_stocks_variant",
                table: "lots_stocks",
                column: "variant");

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
                name: "ix_orders_lines_ahead",
                table: "orders_lines",
                column: "ahead");

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
                name: "ix_orders_part_refunds_seller_order_id",
                table: "orders_part_refunds",
                column: "seller_order_id");

            migrationBuilder.CreateIndex(
                name: "ix_orders_returns_cooperative_ended_at",
                table: "orders_returns",
                columns: new[] { "cooperative", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_orders_returns_order",
                table: "orders_returns",
                column: "order");

            migrationBuilder.CreateIndex(
                name: "ix_orders_returns_seller_order",
                table: "orders_returns",
                column: "seller_order");

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
                name: "ix_orders_withdrawals_order",
                table: "orders_withdrawals",
                column: "order");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_rows_lease_token",
                table: "outbox_rows",
                column: "lease_token");

            migrationBuilder.CreateIndex(
                name: "ix_outbox_rows_state_due_at",
                table: "outbox_rows",
                columns: new[] { "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_payments_card_attempts_ended_at_closes_at",
                table: "payments_card_attempts",
                columns: new[] { "ended_at", "closes_at" });

            migrationBuilder.CreateIndex(
                name: "ix_payments_card_attempts_payment",
                table: "payments_card_attempts",
                column: "payment",
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_payments_card_events_state",
                table: "payments_card_events",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_payments_cash_parcels_code",
                table: "payments_cash_parcels",
                column: "code");

            migrationBuilder.CreateIndex(
                name: "ix_payments_cash_parcels_cooperative_number",
                table: "payments_cash_parcels",
                columns: new[] { "cooperative", "number" });

            migrationBuilder.CreateIndex(
                name: "ix_payments_cash_parcels_cooperative_state",
                table: "payments_cash_parcels",
                columns: new[] { "cooperative", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_payments_cash_parcels_is_for_market_state",
                table: "payments_cash_parcels",
                columns: new[] { "is_for_market", "state" });

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
                name: "ix_payments_money_in_reverses",
                table: "payments_money_in",
                column: "reverses",
                unique: true);

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
                name: "ix_payments_refunds_due_call",
                table: "payments_refunds_due",
                column: "call",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_payments_refunds_due_code",
                table: "payments_refunds_due",
                column: "code");

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
                name: "ix_payments_remitted_cash_money",
                table: "payments_remitted_cash",
                column: "money");

            migrationBuilder.CreateIndex(
                name: "ix_payments_remitted_cash_seller_order",
                table: "payments_remitted_cash",
                column: "seller_order");

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
                name: "ix_rates_margins_from",
                table: "rates_margins",
                column: "from");

            migrationBuilder.CreateIndex(
                name: "ix_rates_rates_added_at",
                table: "rates_rates",
                column: "added_at");

            migrationBuilder.CreateIndex(
                name: "ix_rates_rates_currency_day_added_at",
                table: "rates_rates",
                columns: new[] { "currency", "day", "added_at" });

            migrationBuilder.CreateIndex(
                name: "ix_reviews_reviews_cooperative_state_written_at",
                table: "reviews_reviews",
                columns: new[] { "cooperative", "state", "written_at" });

            migrationBuilder.CreateIndex(
                name: "ix_reviews_reviews_line",
                table: "reviews_reviews",
                column: "line",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reviews_reviews_open_reports_written_at",
                table: "reviews_reviews",
                columns: new[] { "open_reports", "written_at" });

            migrationBuilder.CreateIndex(
                name: "ix_reviews_reviews_order",
                table: "reviews_reviews",
                column: "order");

            migrationBuilder.CreateIndex(
                name: "ix_reviews_reviews_product_state_written_at",
                table: "reviews_reviews",
                columns: new[] { "product", "state", "written_at" });

            migrationBuilder.CreateIndex(
                name: "ix_reviews_reviews_state_product_stars",
                table: "reviews_reviews",
                columns: new[] { "state", "product", "stars" });

            migrationBuilder.CreateIndex(
                name: "ix_search_words_word_points_subject_marked_kind",
                table: "search_words",
                columns: new[] { "word", "points", "subject", "marked", "kind" },
                descending: new[] { false, true, true, false, false });

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
                name: "ix_settlement_connected_accounts_account",
                table: "settlement_connected_accounts",
                column: "account",
                unique: true,
                filter: "account <> ''");

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
                name: "ix_settlement_payout_runs_code",
                table: "settlement_payout_runs",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_settlement_payout_runs_drafted_at",
                table: "settlement_payout_runs",
                column: "drafted_at");

            migrationBuilder.CreateIndex(
                name: "ix_settlement_payouts_cooperative",
                table: "settlement_payouts",
                column: "cooperative",
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_settlement_payouts_cooperative_ended_at",
                table: "settlement_payouts",
                columns: new[] { "cooperative", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_settlement_payouts_run_position",
                table: "settlement_payouts",
                columns: new[] { "run", "position" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_settlement_transfer_reversals_payout",
                table: "settlement_transfer_reversals",
                column: "payout");

            migrationBuilder.CreateIndex(
                name: "ix_settlement_transfer_reversals_reference",
                table: "settlement_transfer_reversals",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_settlement_transfer_reversals_state",
                table: "settlement_transfer_reversals",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_settlement_vat_rates_class_from",
                table: "settlement_vat_rates",
                columns: new[] { "class", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_settlement_withheld_taxes_recorded_at",
                table: "settlement_withheld_taxes",
                column: "recorded_at");

            migrationBuilder.CreateIndex(
                name: "ix_settlement_withheld_taxes_seller_order",
                table: "settlement_withheld_taxes",
                column: "seller_order");

            migrationBuilder.CreateIndex(
                name: "ix_settlement_withheld_taxes_source_kind",
                table: "settlement_withheld_taxes",
                columns: new[] { "source", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_settlement_withholding_rates_kind_from",
                table: "settlement_withholding_rates",
                columns: new[] { "kind", "from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_shipping_blocks_category_place_from",
                table: "shipping_blocks",
                columns: new[] { "category", "place", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_shipping_cash_agreements_carrier_from",
                table: "shipping_cash_agreements",
                columns: new[] { "carrier", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_shipping_rules_cooperative_from",
                table: "shipping_rules",
                columns: new[] { "cooperative", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_stories_consents_kind_about",
                table: "stories_consents",
                columns: new[] { "kind", "about" });

            migrationBuilder.CreateIndex(
                name: "ix_stories_consents_story",
                table: "stories_consents",
                column: "story");

            migrationBuilder.CreateIndex(
                name: "ix_stories_products_product",
                table: "stories_products",
                column: "product");

            migrationBuilder.CreateIndex(
                name: "ix_stories_recordings_hash",
                table: "stories_recordings",
                column: "hash");

            migrationBuilder.CreateIndex(
                name: "ix_stories_recordings_story_hash",
                table: "stories_recordings",
                columns: new[] { "story", "hash" },
                unique: true);

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
                name: "accounts_authenticators");

            migrationBuilder.DropTable(
                name: "accounts_links");

            migrationBuilder.DropTable(
                name: "accounts_passkeys");

            migrationBuilder.DropTable(
                name: "accounts_recovery_codes");

            migrationBuilder.DropTable(
                name: "accounts_sessions");

            migrationBuilder.DropTable(
                name: "alerts");

            migrationBuilder.DropTable(
                name: "audit_rows");

            migrationBuilder.DropTable(
                name: "catalog_addresses");

            migrationBuilder.DropTable(
                name: "catalog_ahead_sales");

            migrationBuilder.DropTable(
                name: "catalog_categories");

            migrationBuilder.DropTable(
                name: "catalog_edits");

            migrationBuilder.DropTable(
                name: "catalog_forbidden_words");

            migrationBuilder.DropTable(
                name: "catalog_held_texts");

            migrationBuilder.DropTable(
                name: "catalog_stock_moves");

            migrationBuilder.DropTable(
                name: "catalog_variants");

            migrationBuilder.DropTable(
                name: "certificates_products");

            migrationBuilder.DropTable(
                name: "complaints_moves");

            migrationBuilder.DropTable(
                name: "complaints_terms");

            migrationBuilder.DropTable(
                name: "income_entries");

            migrationBuilder.DropTable(
                name: "income_payments");

            migrationBuilder.DropTable(
                name: "income_producers");

            migrationBuilder.DropTable(
                name: "income_sale_shares");

            migrationBuilder.DropTable(
                name: "income_sharing_terms");

            migrationBuilder.DropTable(
                name: "links_links");

            migrationBuilder.DropTable(
                name: "lots_allotments");

            migrationBuilder.DropTable(
                name: "lots_keepings");

            migrationBuilder.DropTable(
                name: "lots_stocks");

            migrationBuilder.DropTable(
                name: "lots_visits");

            migrationBuilder.DropTable(
                name: "orders_basket_lines");

            migrationBuilder.DropTable(
                name: "orders_further_parcels");

            migrationBuilder.DropTable(
                name: "orders_lines");

            migrationBuilder.DropTable(
                name: "orders_nudges");

            migrationBuilder.DropTable(
                name: "orders_part_refunds");

            migrationBuilder.DropTable(
                name: "orders_return_lines");

            migrationBuilder.DropTable(
                name: "orders_withdrawal_lines");

            migrationBuilder.DropTable(
                name: "outbox_rows");

            migrationBuilder.DropTable(
                name: "payments_card_attempts");

            migrationBuilder.DropTable(
                name: "payments_card_events");

            migrationBuilder.DropTable(
                name: "payments_card_exchanges");

            migrationBuilder.DropTable(
                name: "payments_cash_parcels");

            migrationBuilder.DropTable(
                name: "payments_money_in");

            migrationBuilder.DropTable(
                name: "payments_payments");

            migrationBuilder.DropTable(
                name: "payments_refund_accounts");

            migrationBuilder.DropTable(
                name: "payments_refunds_due");

            migrationBuilder.DropTable(
                name: "payments_remitted_cash");

            migrationBuilder.DropTable(
                name: "payments_statements");

            migrationBuilder.DropTable(
                name: "photos_photos");

            migrationBuilder.DropTable(
                name: "rates_margins");

            migrationBuilder.DropTable(
                name: "rates_rates");

            migrationBuilder.DropTable(
                name: "rates_readings");

            migrationBuilder.DropTable(
                name: "reviews_moves");

            migrationBuilder.DropTable(
                name: "search_changes");

            migrationBuilder.DropTable(
                name: "search_ways");

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
                name: "settlement_connected_accounts");

            migrationBuilder.DropTable(
                name: "settlement_fee_rules");

            migrationBuilder.DropTable(
                name: "settlement_holds");

            migrationBuilder.DropTable(
                name: "settlement_lines");

            migrationBuilder.DropTable(
                name: "settlement_transfer_reversals");

            migrationBuilder.DropTable(
                name: "settlement_vat_rates");

            migrationBuilder.DropTable(
                name: "settlement_withheld_taxes");

            migrationBuilder.DropTable(
                name: "settlement_withholding_rates");

            migrationBuilder.DropTable(
                name: "shipping_blocks");

            migrationBuilder.DropTable(
                name: "shipping_cash_agreements");

            migrationBuilder.DropTable(
                name: "shipping_rules");

            migrationBuilder.DropTable(
                name: "stories_consents");

            migrationBuilder.DropTable(
                name: "stories_products");

            migrationBuilder.DropTable(
                name: "stories_recordings");

            migrationBuilder.DropTable(
                name: "accounts_accounts");

            migrationBuilder.DropTable(
                name: "catalog_products");

            migrationBuilder.DropTable(
                name: "certificates_certificates");

            migrationBuilder.DropTable(
                name: "complaints_complaints");

            migrationBuilder.DropTable(
                name: "income_sales");

            migrationBuilder.DropTable(
                name: "income_sharings");

            migrationBuilder.DropTable(
                name: "lots_lots");

            migrationBuilder.DropTable(
                name: "orders_baskets");

            migrationBuilder.DropTable(
                name: "orders_seller_orders");

            migrationBuilder.DropTable(
                name: "orders_returns");

            migrationBuilder.DropTable(
                name: "orders_withdrawals");

            migrationBuilder.DropTable(
                name: "reviews_reviews");

            migrationBuilder.DropTable(
                name: "settlement_entries");

            migrationBuilder.DropTable(
                name: "settlement_payouts");

            migrationBuilder.DropTable(
                name: "stories_stories");

            migrationBuilder.DropTable(
                name: "orders_orders");

            migrationBuilder.DropTable(
                name: "settlement_payout_runs");
        }
    }
}
