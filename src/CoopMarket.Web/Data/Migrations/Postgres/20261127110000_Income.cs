using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CoopMarket.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Income : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "income_entries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    source = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    share = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: true),
                    part = table.Column<Guid>(type: "uuid", nullable: true),
                    share_number = table.Column<int>(type: "integer", nullable: false),
                    product = table.Column<Guid>(type: "uuid", nullable: true),
                    payment = table.Column<Guid>(type: "uuid", nullable: true),
                    happened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    posted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    amount_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_income_entries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "income_payments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: false),
                    way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_advance = table.Column<bool>(type: "boolean", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    sealed_code = table.Column<string>(type: "text", nullable: false),
                    wrong_tries = table.Column<int>(type: "integer", nullable: false),
                    witnessed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    amount_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_income_payments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "income_producers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    commune_code = table.Column<string>(type: "text", nullable: false),
                    agreed_on = table.Column<DateOnly>(type: "date", nullable: false),
                    may_be_named = table.Column<bool>(type: "boolean", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    paused_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    link_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    sealed_link = table.Column<string>(type: "text", nullable: false),
                    link_made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_income_producers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "income_sales",
                columns: table => new
                {
                    part = table.Column<Guid>(type: "uuid", nullable: false),
                    order = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: false),
                    sold_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_income_sales", x => x.part);
                });

            migrationBuilder.CreateTable(
                name: "income_sharings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cooperative = table.Column<Guid>(type: "uuid", nullable: false),
                    product = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_income_sharings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "income_sale_shares",
                columns: table => new
                {
                    part = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    line = table.Column<Guid>(type: "uuid", nullable: true),
                    product = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: true),
                    parts = table.Column<int>(type: "integer", nullable: false),
                    amount_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    amount_minor = table.Column<long>(type: "bigint", nullable: false),
                    per_unit_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    per_unit_minor = table.Column<long>(type: "bigint", nullable: false)
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
                    sharing = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    member = table.Column<Guid>(type: "uuid", nullable: true),
                    parts = table.Column<int>(type: "integer", nullable: false),
                    per_unit_currency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    per_unit_minor = table.Column<long>(type: "bigint", nullable: false)
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
                name: "ix_income_sharings_cooperative_product_from",
                table: "income_sharings",
                columns: new[] { "cooperative", "product", "from" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
                name: "income_sales");

            migrationBuilder.DropTable(
                name: "income_sharings");
        }
    }
}
